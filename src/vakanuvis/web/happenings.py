"""Events and statements as rows of a list: who, what, where, when and how that is known, with their letters.

In:  numbers of events or statements.
Out: rows ready for the macros of ``happenings.html``, and the same as other programs read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.web.catalogue import Numbers
from vakanuvis.web.headlines import headline
from vakanuvis.web.narrowing import Narrowing
from vakanuvis.web.navigation import entity_path, letters_path
from vakanuvis.web.visits import Row, Visit

PAGE, MOST_ON_PAGE = 20, 500
AROUND = 90
"""Letters shown before and after those of a record."""
LEFT_OUT = (
    "n",
    "beginning",
    "before",
    "after",
    "parties",
    "actors",
    "recipients",
    "speaker_kind",
    "speaker_path",
    "path",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list. ``start``: the place of its first row in the whole list, from 1."""

    rows: list[Row]
    total: int
    page: int
    pages: int
    start: int


def listed(narrowing: Narrowing, found: Numbers) -> Listed:
    """The page of ``found``, the newest first, that the address asks for. Refuses pages of no or of too many rows."""
    visit = narrowing.visit
    page, size = max(visit.asked_number("sayfa", 1), 1), visit.asked_number("adet", PAGE)
    if not 1 <= size <= MOST_ON_PAGE:
        raise HTTPException(400)
    ordered = found[::-1] if visit.asked("sira") == "eski" else found
    start = (page - 1) * size
    rows = rows_of(visit, narrowing.scope, ordered[start : start + size].tolist())
    return Listed(rows, len(ordered), page, max(-(-len(ordered) // size), 1), start + 1)


def rows_of(visit: Visit, scope: str, numbers: Iterable[int]) -> list[Row]:
    """The rows with these numbers, in their order."""
    asked = json.dumps(list(numbers))
    if scope == "events":
        return [_event(row) for row in visit.ask("timeline.events", numbers=asked, around=AROUND)]
    return [_statement(row) for row in visit.ask("timeline.statements", numbers=asked, around=AROUND)]


def plain(visit: Visit, row: Row) -> Row:
    """A row as other programs read it."""
    kept = {key: value for key, value in row.items() if key not in LEFT_OUT}
    for side in ("actors", "recipients"):
        if side in row:
            kept[side] = [party["name"] for party in row[side]]
    return {**kept, "address": visit.whole(row["path"])}


def _event(row: Row) -> Row:
    parties = [{**party, "path": _path(party)} for party in json.loads(row["parties"])]
    return {
        **_placed(row),
        "actors": [party for party in parties if party["role"] == "actor"],
        "recipients": [party for party in parties if party["role"] == "recipient"],
        "letters": row["letters"] or row["predicate"],
    }


def _statement(row: Row) -> Row:
    speaker = {"kind": row["speaker_kind"], "id": row["speaker_entity"]}
    return {**_placed(row), "speaker_path": _path(speaker)}


def _placed(row: Row) -> Row:
    name = headline(row["title"], row["beginning"])
    around = {
        "before": after_a_blank(row["before"] or "", AROUND),
        "after": before_a_blank(row["after"] or "", AROUND),
    }
    return {**row, **around, "because": json.loads(row["because"]), "title": name, "path": letters_path(row)}


def _path(party: dict[str, Any]) -> str | None:
    return entity_path(party["kind"], party["id"]) if party["id"] else None


def after_a_blank(text: str, longest: int) -> str:
    """The end of ``text``, of its last line, from a whole word on."""
    line = text.rpartition("\n")[2]
    return line if len(line) < longest else f"… {line.partition(' ')[2]}"


def before_a_blank(text: str, longest: int) -> str:
    """The beginning of ``text``, of its first line, up to a whole word."""
    line = text.partition("\n")[0]
    return line if len(line) < longest else f"{line.rpartition(' ')[0]} …"
