"""Two states: who said and did what to whom over time.

In:  a visit to ``/iliski/TUR-GRC``, or to the index ``/iliskiler``.
Out: the page; ``?ay=`` narrows it to a month or a year, ``?olay=`` and ``?tur=`` to a type or a quad class of events.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, sqrt
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.record.days import days_of
from vakanuvis.web.charts import stacked
from vakanuvis.web.lists import FEW, LAST, SIZE, Part, answered, part, place, with_tellings
from vakanuvis.web.pages import Answer
from vakanuvis.web.tongues import sorted_as
from vakanuvis.web.visits import LARGEST_NUMBER, Row, Visit

MOST = 100
"""Agreements, and contradictions, that the page lists."""
MATRIX = 12
"""States of the matrix: as many as stand side by side on a page."""
TABS = ("sozler", "olaylar", "gorusmeler", "anlasmalar")
MEETING = "CONSULT"
_PERIOD = re.compile(r"\d{4}(-\d{2})?", re.ASCII)


@dataclass
class Dyad:
    """Two states, seen from the first one."""

    visit: Visit
    one: str
    other: str

    @classmethod
    def asked(cls, visit: Visit) -> Dyad:
        """The pair that the address names. Refuses what are no two states."""
        one, _, other = visit.part("pair").partition("-")
        there = {row["id"] for row in visit.ask("dyad.sides", one=one, other=other)}
        if one == other or not {one, other} <= there | set(visit.room.states.names["tr"]):
            raise HTTPException(404)
        return cls(visit, one, other)

    @cached_property
    def between(self) -> dict[str, str]:
        """First and last day that the address asks for."""
        period = self.visit.asked("ay")
        if period is None:
            return {"first": "", "last": "9999-12-31"}
        first, last = days_of(period) if _PERIOD.fullmatch(period) else (None, None)
        if first is None or last is None:
            raise HTTPException(400)
        return {"first": first, "last": last}

    @cached_property
    def kept(self) -> dict[str, object]:
        """Type and quad class of events that the address asks for."""
        event, quad = self.visit.asked("olay"), self.visit.asked_number("tur") or None
        if (event and event not in self.visit.room.codes.events) or (quad and quad not in self.visit.room.codes.quads):
            raise HTTPException(400)
        return {"event": event, "quad": quad}

    def chart(self) -> Any:
        """Events by month and quad class, both ways."""
        return stacked(self._months(self.one, self.other), self._months(self.other, self.one))

    def _months(self, one: str, other: str) -> Mapping[str, Mapping[int, int]]:
        counts: dict[str, dict[int, int]] = defaultdict(dict)
        told: str | None = (self.visit.ask_one("dyad.months", one=one, other=other) or {})["told"]
        for month_and_quad, count in Counter(told.split(",") if told else ()).items():
            month, _, quad = month_and_quad.partition(" ")
            counts[month][int(quad)] = count
        return counts

    def types(self) -> list[Row]:
        """How often each type of event goes each way."""
        ways = [
            {row["event"]: row["count"] for row in self.visit.ask("dyad.types", one=one, other=other)}
            for one, other in ((self.one, self.other), (self.other, self.one))
        ]
        found = [{"event": e, "forth": ways[0].get(e, 0), "back": ways[1].get(e, 0)} for e in {*ways[0], *ways[1]}]
        return sorted(found, key=lambda row: (-row["forth"] - row["back"], row["event"]))

    def said(self, one: str, other: str, parameter: str, size: int) -> Part:
        """What one says about or to the other."""
        after = place(self.visit, parameter) if size > FEW else LAST
        rows = self.visit.ask("dyad.statements", one=one, other=other, limit=size + 1, **self.between, **after)
        shown = part(self.visit, rows, size, parameter)
        return Part(with_tellings(self.visit, shown.rows), shown.more, shown.first)

    def said_count(self, one: str, other: str) -> int:
        """How often one says anything about or to the other."""
        row = self.visit.ask_one("dyad.statement_count", one=one, other=other, **self.between)
        return row["count"] if row else 0

    def done(self, size: int, **kept: object) -> Part:
        """Events of both directions; ``forth``: 2 where the first one acts, 1 where the other one does, 3 for both."""
        after = place(self.visit) if size > FEW else LAST
        pair = {"one": self.one, "other": self.other}
        asked = {**self.kept, **kept}
        rows = self.visit.ask("dyad.events", **pair, **self.between, **asked, **after, limit=size + 1)
        shown = part(self.visit, rows, size)
        return Part(with_tellings(self.visit, shown.rows, "party.reports"), shown.more, shown.first)

    def lists(self, tab: str | None) -> dict[str, Part]:
        """The lists of the page: the first rows of all, or one of them."""
        size = SIZE if tab else FEW
        pair = {"one": self.one, "other": self.other}
        made = {}
        if tab in (None, "sozler"):
            made["sol"] = self.said(self.one, self.other, "sol", size)
            made["sag"] = self.said(self.other, self.one, "sag", size)
        if tab in (None, "gorusmeler"):
            made["gorusmeler"] = self.done(size, event=MEETING, quad=None)
        if tab in (None, "olaylar"):
            made["olaylar"] = self.done(size)
        if tab in (None, "anlasmalar"):
            made["anlasmalar"] = Part(self.visit.ask("dyad.agreements", **pair, limit=MOST if tab else FEW))
        return made


def dyad(visit: Visit) -> Answer:
    """The page of two states."""
    found = Dyad.asked(visit)
    tab = visit.asked("sekme")
    if tab is not None and tab not in TABS:
        raise HTTPException(404)
    lists = found.lists(tab)
    pair = {"one": found.one, "other": found.other}
    values = {
        **pair,
        "event_type": found.kept["event"],
        "quad": found.kept["quad"],
        "period": visit.asked("ay"),
        "tab": tab,
        "lists": lists,
        "chart": found.chart() if tab in (None, "olaylar") else None,
        "types": found.types() if tab in (None, "olaylar") else [],
        "counts": (found.said_count(found.one, found.other), found.said_count(found.other, found.one)),
        "contradictions": visit.ask("dyad.contradictions", **pair, limit=FEW) if tab is None else [],
        "namesakes": visit.ask("dyad.namesakes", **pair),
    }
    return answered(visit, "dyad.html", values, {name: one.rows for name, one in lists.items()})


def dyads(visit: Visit) -> Answer:
    """Who says about and does to whom how much: a matrix of the states that have most, and the list."""
    state = visit.asked("devlet")
    page, size = max(visit.asked_number("sayfa", 1), 1), 2 * SIZE
    which, of = ("_of", {"state": state}) if state else ("", {})
    count = visit.ask_one(f"dyad.index_count{which}", **of)
    total = count["count"] if count else 0
    rows = visit.ask(f"dyad.index{which}", limit=size, offset=min((page - 1) * size, LARGEST_NUMBER), **of)
    codes = [row["code"] for row in visit.ask("dyad.states")]
    values = {
        "rows": rows,
        "total": total,
        "page": page,
        "pages": max(-(-total // size), 1),
        "state": state,
        "states": sorted(((code, _name(visit, code)) for code in codes), key=lambda one: sorted_as(one[1])),
        "matrix": _matrix(visit, codes[:MATRIX]) if state is None and page == 1 else None,
    }
    return answered(visit, "dyads.html", values, {"iliskiler": rows})


def _name(visit: Visit, code: str) -> str:
    return visit.room.states.name(code, visit.tongue)


def _matrix(visit: Visit, codes: Sequence[str]) -> Mapping[str, Any]:
    """Counts from each of the states to each, by (one, other); ``shades`` from 0 to 4 for the eye."""
    counts = {
        (row["one"], row["other"]): row["weight"] for row in visit.ask("dyad.among", codes=json.dumps(list(codes)))
    }
    highest = max(counts.values(), default=1)
    # The root, so that one strong pair does not make all others look empty.
    shades = {pair: ceil(4 * sqrt(count / highest)) for pair, count in counts.items()}
    return {"codes": codes, "counts": counts, "shades": shades}
