"""Decisions of people: a layer of their own beside the machine's record.

In:  an open record book, and a decision.
Out: what is left open, what was decided. A decision is only ever added; another one that undoes it takes it back.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Literal

from vakanuvis.errors import RecordError
from vakanuvis.record.registry import Verdict
from vakanuvis.store.sql import named

Review = Literal["accept", "reject", "edit"]


@dataclass(frozen=True, slots=True)
class Example:
    """Letters that name someone, with those around them."""

    article_id: str
    published: str | None
    outlet: str | None
    start: int
    end: int
    before: str
    letters: str
    after: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of two who may be the same: an observation with the titles and the letters it was read from."""

    id: str
    name: str
    country: str | None
    articles: int
    offices: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two observations that the rules neither join nor keep apart."""

    one: Candidate
    other: Candidate
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. ``made_at``: ISO date and time, UTC. ``value``: JSON of an edited slot."""

    made_at: str
    by: str
    subject: Literal["sameness", "record"]
    one: str
    verdict: Verdict | Review
    other: str | None = None
    slot: str | None = None
    value: str | None = None
    note: str | None = None


def unsure(connection: sqlite3.Connection, limit: int = 50) -> list[Unsure]:
    """What is left for a person to decide; those first that most articles depend on."""
    rows = connection.execute(named("deciding.sql")["unsure"], (limit,)).fetchall()
    return [
        Unsure(
            _candidate(connection, row, "one"), _candidate(connection, row, "other"), tuple(json.loads(row["because"]))
        )
        for row in rows
    ]


def _candidate(connection: sqlite3.Connection, row: sqlite3.Row, side: str) -> Candidate:
    statements, identity = named("deciding.sql"), row[side]
    offices = connection.execute(statements["offices"], (identity,)).fetchall()
    examples = connection.execute(statements["examples"], (identity,)).fetchall()
    return Candidate(
        identity,
        row[f"{side}_name"],
        row[f"{side}_country"],
        row[f"{side}_articles"],
        tuple(office["text"] for office in offices),
        tuple(Example(*example) for example in examples),
    )


def decide(connection: sqlite3.Connection, decision: Decision) -> int:
    """Add a decision; its number. To be called inside ``Record.writing``. Raises RecordError: nothing of this id."""
    for identity in (decision.one, decision.other):
        if identity is not None and not _is_there(connection, decision.subject, identity):
            raise RecordError.nothing_of_id(identity)
    told = (decision.made_at, decision.by, decision.subject, decision.one, decision.other, decision.verdict)
    more = (decision.slot, decision.value, decision.note, None)
    return connection.execute(named("deciding.sql")["insert_decision"], (*told, *more)).lastrowid or 0


def undo(connection: sqlite3.Connection, number: int, *, made_at: str, by: str) -> int:
    """Take decision ``number`` back. To be called inside ``Record.writing``. Raises RecordError: no such decision."""
    statements = named("deciding.sql")
    taken = connection.execute(statements["decision"], (number,)).fetchone()
    if taken is None:
        raise RecordError.nothing_of_id(str(number))
    told = (made_at, by, taken["subject"], taken["one"], taken["other"], "undo", None, None, None, number)
    return connection.execute(statements["insert_decision"], told).lastrowid or 0


def standing(connection: sqlite3.Connection, record: str | None = None) -> list[sqlite3.Row]:
    """Decisions that were not taken back: all, the newest first; or those on one record, in their order."""
    statements = named("deciding.sql")
    if record is None:
        return connection.execute(statements["standing"]).fetchall()
    return connection.execute(statements["standing_on"], (record,)).fetchall()


def _is_there(connection: sqlite3.Connection, subject: str, identity: str) -> bool:
    question = named("asking.sql")["is_observation" if subject == "sameness" else "is_record"]
    return connection.execute(question, {"id": identity}).fetchone() is not None
