"""What the timeline and the map show of all events or statements: filters in the address, each of one value.

In:  a visit with ``ne=soz`` or events, ``olay``, ``sinif``, ``durum``, ``dayanak``, ``yer``, ``tur``, ``gazete``,
     ``taraf``, ``ilk`` and ``son``.
Out: the rows that pass, and for each filter the values that are left to choose from, with their counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from starlette.exceptions import HTTPException

from vakanuvis.export import wording
from vakanuvis.record.days import days_of
from vakanuvis.web.catalogue import Mask, Numbers, Shelf
from vakanuvis.web.cataloguing import EVENT_ASPECTS, STATEMENT_ASPECTS
from vakanuvis.web.selecting import Aspects, Selection, Tally
from vakanuvis.web.tongues import sorted_as
from vakanuvis.web.visits import Row, Visit

Scope = Literal["events", "statements"]
STATES = 60
"""States to choose from; any other party comes by the address, from its own page."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet as the address names it, and what it is called."""

    parameter: str
    facet: str
    label: str


CHOICES: Mapping[Scope, tuple[Choice, ...]] = {
    "events": (
        Choice("olay", "event", "Olay"),
        Choice("sinif", "quad", "Sınıf"),
        Choice("durum", "status", "Gerçekleşme"),
        Choice("dayanak", "basis", "Tarihin dayanağı"),
        Choice("yer", "place", "Yer"),
    ),
    "statements": (Choice("tur", "kind", "Sözün türü"), Choice("gazete", "outlet", "Gazete")),
}
# A map of thousands of places is no list to choose from; a place is chosen on the map.
NOT_LISTED = ("yer",)


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose: what it is called, and how many have it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Narrowing:
    """The filters of one visit. ``first`` and ``last`` are ISO days; ``chosen`` holds one value by parameter."""

    visit: Visit
    scope: Scope
    chosen: Mapping[str, str]
    party: str | None
    first: str | None
    last: str | None

    @classmethod
    def of(cls, visit: Visit) -> Narrowing:
        """What the address asks for. Refuses days that are none."""
        scope: Scope = "statements" if visit.asked("ne") == "soz" else "events"
        asked = {one.parameter: visit.asked(one.parameter) for one in CHOICES[scope]}
        chosen = {parameter: value for parameter, value in asked.items() if value}
        return cls(visit, scope, chosen, visit.asked("taraf"), day_asked(visit, "ilk"), day_asked(visit, "son"))

    @cached_property
    def shelf(self) -> Shelf:
        """The events or the statements."""
        shelves = self.visit.room.catalogue.read()
        return shelves.events if self.scope == "events" else shelves.statements

    @cached_property
    def aspects(self) -> Aspects:
        """What the rows are told apart by."""
        return Aspects(self.shelf, EVENT_ASPECTS if self.scope == "events" else STATEMENT_ASPECTS)

    def selection(self, *, anywhere: bool = False) -> Selection:
        """The rows of the party and of the place; of all places with ``anywhere``."""
        place = None if anywhere else self.chosen.get("yer")
        rows = [self.shelf.facets["place"].of(place)] if place else []
        rows += [self._of_party(self.party)] if self.party else []
        if not rows:
            return Selection(self.shelf)
        return Selection.of(self.shelf, rows[0] if len(rows) == 1 else np.intersect1d(rows[0], rows[1]))

    @cached_property
    def selected(self) -> Selection:
        """The rows of the party and of the place."""
        return self.selection()

    def wanted(self, *, without: str | None = None) -> Mask:
        """Which values of ``aspects`` pass the filters; ``without`` leaves one filter out."""
        names = {one.parameter: one.facet for one in CHOICES[self.scope] if one.facet in self.aspects.names}
        kept = {names[asked]: value for asked, value in self.chosen.items() if asked in names and asked != without}
        return self.aspects.wanted(kept)

    @cached_property
    def days(self) -> tuple[int | None, int | None]:
        """The first and the last day that are asked for, as the shelves write them."""
        return number_of(self.first) if self.first else None, number_of(self.last) if self.last else None

    @property
    def within_days(self) -> bool:
        """True where any day is asked for."""
        return self.days != (None, None)

    def part(self, selected: Selection) -> slice:
        """Where the rows within the days stand; all of them where no days are asked for, also the undated ones."""
        return selected.between(*self.days) if self.within_days else slice(0, len(selected.days))

    @cached_property
    def tally(self) -> Tally:
        """How many rows of the party, the place and the days have each value of ``aspects``."""
        return self.selected.tally(self.part(self.selected))

    def _of_party(self, party: str) -> Numbers:
        # The pages of one party ask for the same numbers.
        kept, key = self.visit.room.catalogue.kept, (self.scope, "party", party, self.visit.conclusions())
        found = kept.get(key)
        if found is None:
            found = self.visit.numbers(f"timeline.{self.scope}_of", party=party)
            kept.keep(key, found)
        return found

    def options(self) -> list[tuple[Choice, list[Option]]]:
        """Each filter with the values that rows within the days have, those of most rows first."""
        return [(one, self._options(one)) for one in CHOICES[self.scope] if one.parameter not in NOT_LISTED]

    def _options(self, one: Choice) -> list[Option]:
        chosen = self.chosen.get(one.parameter)
        counts = self.aspects.counts(one.facet, self.tally * self.wanted(without=one.parameter))
        if chosen:
            counts.setdefault(chosen, 0)
        made = [
            Option(value, self.value(one.parameter, value), count, value == chosen) for value, count in counts.items()
        ]
        return sorted(made, key=lambda option: (-option.count, sorted_as(option.label)))

    def value(self, parameter: str, value: str) -> str:
        """What a value is called."""
        visit, codes = self.visit, self.visit.room.codes
        say, coded = visit.tongue.say, visit.tongue.coded
        match parameter:
            case "olay":
                return coded(codes.events.get(value)) or value
            case "sinif":
                return coded(codes.quads.get(int(value))) if value in ("1", "2", "3", "4") else value
            case "durum":
                return say(wording.STATUSES.get(value, value))
            case "dayanak":
                return say(wording.DATE_BASES.get(value, value))
            case "tur":
                return say(wording.STATEMENT_KINDS.get(value, value))
            case "yer":
                return value.partition("|")[0]
        return value

    def chips(self) -> list[tuple[str, str, str]]:
        """Label, value and the address without it, for every filter in force but the days."""
        say, here = self.visit.tongue.say, self.visit.here
        made = [
            (
                say(one.label),
                self.value(one.parameter, self.chosen[one.parameter]),
                here(sayfa=None, **{one.parameter: None}),
            )
            for one in CHOICES[self.scope]
            if one.parameter in self.chosen
        ]
        if self.party:
            made.append((say("Kişi, taraf"), self.party_name or self.party, here(sayfa=None, taraf=None)))
        return made

    @cached_property
    def party_name(self) -> str | None:
        """What the party is called."""
        if not self.party:
            return None
        found = self.visit.ask_one("timeline.party", party=self.party)
        if found is None or found["kind"] == "country":
            return self.visit.room.states.name(self.party, self.visit.tongue)
        return str(found["name"])

    def states(self) -> list[Row]:
        """States to choose from, in the order of the alphabet."""
        names = self.visit.room.states.name
        found = [
            {**row, "name": names(row["id"], self.visit.tongue)}
            for row in self.visit.ask("timeline.states", limit=STATES)
        ]
        return sorted(found, key=lambda row: sorted_as(row["name"]))


def day_asked(visit: Visit, name: str) -> str | None:
    """The day of a parameter, the first that ``ilk`` allows or the last that ``son`` does. Refuses what is no day."""
    asked = visit.asked(name)
    if asked is None:
        return None
    day = days_of(asked)[name == "son"] or ""
    try:
        # EDTF has a year 0, and is not asked here how long February is.
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        raise HTTPException(400) from None


def number_of(day: str) -> int:
    """``2026-11-23`` as the shelves write it: 20261123."""
    return int(day.replace("-", ""))
