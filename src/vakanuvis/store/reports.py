"""One saying, one event, who contradicts whom: what is compared, and where the findings are kept.

In:  an open record book with its stories and its registry.
Out: rows to compare, one speaker, story or day after the other; groups and contradictions written down.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vakanuvis.record.span import Span
from vakanuvis.store.sql import named


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A statement whose speaker the registry knows. ``named``: the speaker is a person."""

    id: str
    article: str
    content: str
    repeats: str | None
    published: str | None
    story: str | None
    speaker: str
    country: str | None
    named: bool


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A statement's letters, and where they stand in its article."""

    id: str
    article: str
    kind: str
    content: str
    published: str | None
    story: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DatedRow:
    """An event of a named day. ``parties``: role, entity or actor, kind and country of each."""

    id: str
    article: str
    key: tuple[str, str, str]
    place: str | None
    fullness: int
    parties: tuple[tuple[str, str, str, str | None], ...]


def stories(connection: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    """Each story with the ids of its articles."""
    rows = connection.execute(named("reports.sql")["stories"]).fetchall()
    for story, group in groupby(rows, key=lambda row: row["cluster_id"]):
        yield story, [row["article_id"] for row in group]


def said(connection: sqlite3.Connection) -> Iterator[list[SaidRow]]:
    """All statements of one speaker, then those of the next."""
    rows = connection.execute(named("reports.sql")["said"])
    for _, group in groupby(rows, key=lambda row: row["entity_id"]):
        yield [
            SaidRow(
                *(row["id"], row["article_id"], row["content"], row["same_as"], row["published"], row["cluster_id"]),
                *(row["entity_id"], row["country"], bool(row["named"])),
            )
            for row in group
        ]


def wording(connection: sqlite3.Connection, statement: str) -> WordingRow:
    """The letters of a statement."""
    row = connection.execute(named("reports.sql")["wording"], (statement,)).fetchone()
    places = connection.execute(named("reports.sql")["wording_spans"], (row["article_id"], statement))
    spans = tuple(Span(*place) for place in places)
    told = (row["id"], row["article_id"], row["kind"], row["content"])
    return WordingRow(*told, row["published"], row["cluster_id"], spans)


def dated_events(connection: sqlite3.Connection) -> Iterator[list[DatedRow]]:
    """All events of one type, mode and named day, then those of the next."""
    rows = connection.execute(named("reports.sql")["dated_events"])
    for key, of_key in groupby(rows, key=lambda row: (row["event"], row["mode"], row["day"])):
        yield [_dated(key, list(group)) for _, group in groupby(of_key, key=lambda row: row["id"])]


def _dated(key: tuple[str, str, str], rows: Sequence[sqlite3.Row]) -> DatedRow:
    parties = tuple((row["role"], row["party"], row["kind"], row["country"]) for row in rows)
    first = rows[0]
    return DatedRow(first["id"], first["article_id"], key, first["location"], first["fullness"] + len(rows), parties)


def clear(connection: sqlite3.Connection) -> None:
    """Take away what was found before. To be called inside ``Record.writing``."""
    for table in ("sayings", "reports"):
        connection.execute(named("reports.sql")[f"clear_{table}"])


def write_sayings(connection: sqlite3.Connection, groups: Iterable[Sequence[str]]) -> None:
    """Write groups of statements, the fullest first. To be called inside ``Record.writing``."""
    rows = ((statement, group[0]) for group in groups for statement in group)
    connection.executemany(named("reports.sql")["insert_sayings"], rows)


def write_reports(connection: sqlite3.Connection, groups: Iterable[Sequence[str]]) -> None:
    """Write groups of events, the fullest first. To be called inside ``Record.writing``."""
    rows = ((event, group[0]) for group in groups for event in group)
    connection.executemany(named("reports.sql")["insert_reports"], rows)
