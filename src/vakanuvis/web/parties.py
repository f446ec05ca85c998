"""The page of a person, a state, an organisation or a group: who it is, what it said and did, with whom.

In:  a visit to ``/kisi/{id}``, ``/devlet/{id}``, ``/kurum/{id}`` or ``/topluluk/{id}``.
Out: the page; ``?sekme=`` names the list that it shows whole. A state's code stands for all who belong to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.web.charts import office_lines
from vakanuvis.web.lists import FEW, FIRST, LAST, SIZE, Part, answered, part, place, with_tellings
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Row, Visit

CODE = 3
"""Letters of a state's code."""
MOST = 200
"""Rows of lists that have no parts."""
TITLES = {
    "sozler": "Söyledikleri",
    "hakkinda": "Hakkında söylenenler",
    "olaylar": "Olaylar",
    "iliskiler": "İlişkiler",
    "muhataplar": "Muhataplar",
    "gorevler": "Görevler",
    "kisiler": "Kişiler ve görevler",
    "anlasmalar": "Anlaşmalar",
}


def person(visit: Visit) -> Answer:
    """The page of a person."""
    return _page(visit, "person")


def state(visit: Visit) -> Answer:
    """The page of a state."""
    return _page(visit, "country")


def organization(visit: Visit) -> Answer:
    """The page of an organisation."""
    return _page(visit, "organization")


def group(visit: Visit) -> Answer:
    """The page of a group."""
    return _page(visit, "group")


def _page(visit: Visit, kind: str) -> Answer:
    found = Party(visit, visit.part("id"), kind)
    if found.head is None:
        raise HTTPException(404)
    tab = visit.asked("sekme")
    if tab is not None and tab not in found.possible:
        raise HTTPException(404)
    shown = found.tab(tab) if tab else found.summary()
    lists = {name: one.rows for name, one in shown.items()}
    values = {"head": found.head, "kind": kind, "tab": tab, "titles": TITLES, "tabs": found.tabs, "lists": shown}
    return answered(visit, "party.html", {**values, **found.beside(tab)}, lists)


@dataclass
class Party:
    """Somebody of the registry, with what its page asks the book."""

    visit: Visit
    id: str
    kind: str

    @cached_property
    def is_code(self) -> bool:
        """True for a state's code: all who belong to the state are found under it."""
        return self.kind == "country" and len(self.id) == CODE

    @cached_property
    def head(self) -> Row | None:
        """Name, spellings and counts. A state that articles never name still has those who belong to it."""
        found = self.visit.ask_one("party.entity", id=self.id)
        if found and found["kind"] == self.kind:
            return {**found, "spellings": json.loads(found["spellings"])}
        if not self.is_code or not self.visit.ask_one("party.is_party", id=self.id, limit=1)["there"]:  # type: ignore[index]
            return None
        name = self.visit.room.states.name(self.id, self.visit.tongue)
        missing = dict.fromkeys(("sector", "first_day", "last_day"))
        none = dict.fromkeys(("articles", "statements", "events"), 0)
        return {"id": self.id, "kind": self.kind, "name": name, "country": self.id, "spellings": [], **none, **missing}

    @cached_property
    def counts(self) -> Row:
        """How many rows its lists have."""
        found = self.visit.ask_one("party.counts", id=self.id) or {}
        more = self.visit.ask_one("party.counts_of_state", id=self.id) if self.kind == "country" else None
        return {**found, **(more or {})}

    @cached_property
    def possible(self) -> dict[str, int | None]:
        """The lists that a page of its kind may have, with their counts; None where counting is as slow as listing."""
        counts = self.counts
        lists: dict[str, int | None] = {
            "sozler": counts["said"],
            "hakkinda": counts["about"],
            "olaylar": counts["done"] + counts["suffered"],
        }
        if not self.is_code:
            partners = {"iliskiler": counts["partners"]} if self.kind == "country" else {}
            return {**lists, **partners, "gorevler": counts["offices"], "muhataplar": None}
        of_state = {"iliskiler": "partners", "kisiler": "holders", "anlasmalar": "agreements"}
        return {**lists, **{name: counts[count] for name, count in of_state.items()}}

    @cached_property
    def tabs(self) -> dict[str, int | None]:
        """The lists that are not empty. Who neither says nor does anything has no counterparts."""
        filled: dict[str, int | None] = {name: count for name, count in self.possible.items() if count}
        return {**filled, "muhataplar": None} if filled and not self.is_code else filled

    def summary(self) -> dict[str, Part]:
        """The first rows of every list."""
        return {name: self._list(name, FEW) for name in self.tabs if name != "gorevler"}

    def tab(self, name: str) -> dict[str, Part]:
        """One list, as far as a page goes."""
        return {name: self._list(name, SIZE)}

    def _list(self, name: str, size: int) -> Part:
        listers: Mapping[str, Callable[[int], Part]] = {
            "sozler": lambda few: self._said("speaker", few),
            "hakkinda": lambda few: self._said("about", few),
            "olaylar": self._done,
            "gorevler": lambda _: Part(self.terms),
            "muhataplar": self._beside_it,
            "iliskiler": lambda few: self._rows("partners", few),
            "kisiler": lambda few: self._rows("holders", few),
            "anlasmalar": self._agreed,
        }
        return listers[name](size)

    def beside(self, tab: str | None) -> dict[str, Any]:
        """What stands beside the lists: offices, kinds of events, namesakes, contradictions."""
        ask = self.visit.ask
        terms = self.terms if tab in (None, "gorevler") and not self.is_code else []
        other = self.visit.asked("ile")
        return {
            "terms": terms,
            "timeline": office_lines(terms),
            "types": ask("party.event_types", id=self.id)
            if tab == "olaylar" or (tab is None and not self.is_code)
            else [],
            "event_type": self.event,
            "other": self.visit.ask_one("party.entity", id=other) if other else None,
            "namesakes": ask("party.namesakes", id=self.id, code=self.id[:3]) if self.kind == "country" else [],
            "contradictions": ask("party.contradictions", id=self.id, limit=FEW) if tab is None else [],
            "people": self._of_state("person") if tab in (None, "kisiler") else [],
            "bodies": self._of_state("organization") if tab in (None, "kisiler") else [],
            "is_code": self.is_code,
        }

    def _of_state(self, kind: str) -> list[Row]:
        """The people or organisations of a state that are named most."""
        return self.visit.ask("party.people", code=self.id, kind=kind, limit=2 * FEW) if self.is_code else []

    @cached_property
    def terms(self) -> list[Row]:
        """Its terms of office."""
        terms = self.visit.ask("party.terms", id=self.id, limit=MOST if self.visit.asked("sekme") else 2 * FEW)
        return sorted(terms, key=lambda term: (term["first_day"] or term["known_from"] or "", term["office"]))

    @cached_property
    def event(self) -> str | None:
        """The type of event that the address asks for."""
        event = self.visit.asked("olay")
        if event is not None and event not in self.visit.room.codes.events:
            raise HTTPException(400)
        return event

    def _said(self, role: str, size: int) -> Part:
        rows = self.visit.ask("party.statements", id=self.id, role=role, limit=size + 1, **self._after(size))
        shown = part(self.visit, rows, size)
        return Part(with_tellings(self.visit, shown.rows), shown.more, shown.first)

    def _after(self, size: int, otherwise: Mapping[str, object] = LAST) -> Mapping[str, object]:
        return place(self.visit, otherwise=otherwise) if size > FEW else otherwise

    def _rows(self, question: str, size: int) -> Part:
        return Part(self.visit.ask(f"party.{question}", id=self.id, limit=size if size == FEW else MOST))

    def _done(self, size: int) -> Part:
        event = self.event if size > FEW else None
        rows = self.visit.ask("party.events", id=self.id, event=event, limit=size + 1, **self._after(size))
        shown = part(self.visit, rows, size)
        return Part(with_tellings(self.visit, shown.rows, "party.reports"), shown.more, shown.first)

    def _agreed(self, size: int) -> Part:
        rows = self.visit.ask("register.agreements_of", country=self.id, limit=size + 1, **self._after(size))
        return part(self.visit, rows, size)

    def _beside_it(self, size: int) -> Part:
        """Who stands beside it most often; with ``ile`` what the two said of each other, the oldest first."""
        other = self.visit.asked("ile")
        if other is None or size == FEW:
            limit = size if size == FEW else 2 * SIZE
            return Part(self.visit.ask("party.counterparts", id=self.id, limit=limit))
        after = self._after(size, FIRST)
        rows = self.visit.ask("party.exchanges", id=self.id, other=other, limit=size + 1, **after)
        shown = part(self.visit, rows, size)
        return Part(with_tellings(self.visit, shown.rows), shown.more, shown.first)
