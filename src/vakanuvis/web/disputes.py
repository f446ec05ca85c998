"""Contradictions: the list, and the page of one with the outlets as columns.

In:  a visit to ``/celiskiler`` or ``/celiski/{id}``.
Out: the page. Its rows are all that is disputed of the same subject; sides that say the same have the same mark.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException

from vakanuvis.text.letters import folded
from vakanuvis.web.asked import CONTRADICTIONS
from vakanuvis.web.lists import SIZE, answered
from vakanuvis.web.navigation import entity_path
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Row, Visit

MOST = 60
"""Disputes of one subject, and articles of one story, that the page shows."""
MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_AFTER = re.compile(r"(\d{4}-\d{2}-\d{2})?\.(\w+)", re.ASCII)


def contradictions(visit: Visit) -> Answer:
    """All contradictions, or those of one kind, the newest first."""
    kind, after = visit.asked("tur"), visit.asked("once")
    found = _AFTER.fullmatch(after) if after else None
    if (kind and kind not in CONTRADICTIONS) or (after and found is None):
        raise HTTPException(400)
    day, identity = (found[1] or "", found[2]) if found else ("9999-12-31", "~")
    asked = {"kind": kind} if kind else {}
    question = "contradiction.newest_of_kind" if kind else "contradiction.newest"
    rows = visit.ask(question, day=day, id=identity, limit=SIZE + 1, **asked)
    shown = _with_sides(visit, rows[:SIZE])
    more = visit.here(once=f"{shown[-1]['day']}.{shown[-1]['id']}") if len(rows) > SIZE else None
    values = {
        "rows": shown,
        "more": more,
        "kind": kind,
        "kinds": visit.ask("contradiction.kinds"),
        "names": CONTRADICTIONS,
    }
    return answered(visit, "contradictions.html", values, {"celiskiler": shown})


def _with_sides(visit: Visit, rows: Sequence[Row]) -> list[Row]:
    sides: dict[str, list[Row]] = defaultdict(list)
    for side in visit.ask("contradiction.sides_of", ids=json.dumps([row["id"] for row in rows])):
        sides[side.pop("contradiction_id")].append(side)
    return [{**row, "sides": sides[row["id"]]} for row in rows]


@dataclass(frozen=True, slots=True)
class Column:
    """An article with an opinion, or the place of the lexicon that has one."""

    key: str
    side: Row


@dataclass(frozen=True, slots=True)
class Line:
    """A dispute: its sides by column, each with the mark of what it says."""

    dispute: Row
    cells: dict[str, list[Row]]
    marks: dict[str, str]


def contradiction(visit: Visit) -> Answer:
    """The page of a contradiction. Refuses an id that the book does not hold."""
    head = visit.ask_one("contradiction.head", id=visit.part("id"))
    if head is None:
        raise HTTPException(404)
    disputes = visit.ask(
        "contradiction.disputes", id=head["id"], subject=head["subject"], cluster=head["cluster_id"], limit=MOST
    )
    sides = visit.ask("contradiction.sides", ids=json.dumps([one["id"] for one in disputes]))
    members = visit.ask("contradiction.members", cluster=head["cluster_id"], limit=MOST) if head["cluster_id"] else []
    entity = visit.ask_one("contradiction.subject_entity", subject=head["subject"]) if head["subject"] else None
    lines = [_line(one, [side for side in sides if side["contradiction_id"] == one["id"]]) for one in disputes]
    values = {
        "head": {**head, "because": json.loads(head["because"])},
        "entity": {**entity, "path": entity_path(entity["kind"], entity["id"])} if entity else None,
        "columns": _columns(sides),
        "lines": lines,
        "names": CONTRADICTIONS,
        "members": members,
        "subject": _subject(visit, head["subject"]),
        "telling": {side["article_id"]: lines[0].marks[folded(side["value"])] for side in _own(lines[0])},
    }
    return answered(visit, "contradiction.html", values, {"sides": sides, "articles": members})


def _subject(visit: Visit, subject: str | None) -> Row | None:
    """The statement or event that is disputed."""
    if subject is None:
        return None
    said = visit.ask_one("contradiction.subject_statement", subject=subject)
    return said or visit.ask_one("contradiction.subject_event", subject=subject)


def _columns(sides: Sequence[Row]) -> list[Column]:
    found: dict[str, Column] = {}
    for side in sides:
        found.setdefault(_key(side), Column(_key(side), side))
    return list(found.values())


def _key(side: Row) -> str:
    return side["article_id"] or side["known_at"] or ""


def _line(dispute: Row, sides: Sequence[Row]) -> Line:
    cells: dict[str, list[Row]] = defaultdict(list)
    marks: dict[str, str] = {}
    for side in sides:
        value = folded(side["value"])
        marks.setdefault(value, MARKS[min(len(marks), len(MARKS) - 1)])
        cells[_key(side)].append({**side, "mark": marks[value]})
    return Line(dispute, dict(cells), marks)


def _own(line: Line) -> list[Row]:
    return [side for cell in line.cells.values() for side in cell if side["article_id"]]
