"""Lists of records: a part of them at a time, each tied to its letters.

In:  rows of the book with the article and the letters they were read from.
Out: the part that the address asks for, and where the next one begins; the same rows for other programs.

A part begins after a row, which is named by its day and number (``?once=2026-11-23.4711``): however many rows there
are, an index leads to the next ones at once.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.web.navigation import entity_path, letters_path
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import LARGEST_NUMBER, Row, Visit

SIZE = 25
"""Rows of a list that has a page of its own."""
FEW = 6
"""Rows of a list that is one of several on a page."""
LAST: Mapping[str, object] = {"day": "9999-12-31", "n": LARGEST_NUMBER}
FIRST: Mapping[str, object] = {"day": "", "n": -1}
_PLACE = re.compile(r"(\d{4}-\d{2}-\d{2})?\.(\d{1,15})", re.ASCII)
LEFT_OUT = ("n", "day", "beginning", "sort_name")
"""Columns that only this room needs."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a list. ``more`` is the address of the next ones, ``first`` that of the first ones."""

    rows: Sequence[Row]
    more: str | None = None
    first: str | None = None


def place(visit: Visit, parameter: str = "once", otherwise: Mapping[str, object] = LAST) -> Mapping[str, object]:
    """After which row the asked part begins, as ``day`` and ``n``. Refuses what is no place."""
    value = visit.asked(parameter)
    if value is None:
        return otherwise
    found = _PLACE.fullmatch(value)
    if found is None:
        raise HTTPException(400)
    return {"day": found[1] or "", "n": int(found[2])}


def part(visit: Visit, rows: Sequence[Row], size: int = SIZE, parameter: str = "once") -> Part:
    """The first ``size`` of ``rows``, of which one more was asked for."""
    shown = rows[:size]
    more = visit.here(**{parameter: f"{shown[-1]['day']}.{shown[-1]['n']}"}) if len(rows) > size else None
    return Part(shown, more, visit.here(**{parameter: None}) if visit.asked(parameter) else None)


def with_tellings(visit: Visit, rows: Sequence[Row], question: str = "party.tellings") -> list[Row]:
    """Rows with ``tellings``: the same saying, or report, in other articles than theirs. Each is one row, the first."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["same_as"] or row["id"], row)
    rows = list(first.values())
    wholes = [row["same_as"] for row in rows if row["same_as"]]
    found: dict[str, list[Row]] = defaultdict(list)
    for telling in visit.ask(question, ids=json.dumps(wholes)) if wholes else ():
        found[telling["fullest"]].append(telling)
    return [{**row, "tellings": [one for one in found[row["same_as"] or ""] if one["id"] != row["id"]]} for row in rows]


def answered(visit: Visit, template: str, values: Mapping[str, Any], lists: Mapping[str, Sequence[Row]]) -> Answer:
    """A page of several lists. Its other forms hold the rows of all of them, each with the name of its list.

    ``values["head"]``, where there is one, stands in JSON before the lists.
    """
    if visit.form is None:
        return Answer(template, values)
    plain = {name: [_plain(visit, row) for row in rows] for name, rows in lists.items()}
    rows = [{"list": name, **row} for name, found in plain.items() for row in found]
    head = values.get("head")
    return Answer(template, rows=rows, whole={**({"head": _plain(visit, head)} if head else {}), **plain})


def _plain(visit: Visit, row: Row) -> Row:
    """A row as other programs read it, with the address of its letters."""
    kept = {name: value for name, value in row.items() if name not in LEFT_OUT}
    if isinstance(kept.get("tellings"), list):
        kept["tellings"] = [_plain(visit, one) for one in kept["tellings"]]
    if row.get("article_id"):
        kept["address"] = visit.whole(letters_path(row))
    elif row.get("kind") in ("person", "country", "organization", "group") and row.get("id"):
        kept["address"] = visit.whole(entity_path(row["kind"], row["id"]))
    return kept
