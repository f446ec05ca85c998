"""Who has what to do with whom: the ties of the network, counted by kind.

In:  a visit, the party in the middle or none, days and a kind of tie.
Out: ties between entities; states among each other where no party is chosen.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vakanuvis.web.visits import Row, Visit

SAY = "SAY"
"""The kind of a tie by words; the others are PLOVER's event types."""
MOST_PAIRS = 240
"""Pairs of states that are looked at; they are those with most records over all times."""
PEOPLE, MOST_TIES, MOST_RECORDS = 16, 120, 1000
NODES, EDGES = 34, 70
"""What can be told apart in one drawing."""
Counts = Mapping[str, int]
"""Records by kind."""
Told = tuple[str, str, Counts]
"""Who has what with whom: one way."""


@dataclass(slots=True)
class Tie:
    """All that two parties have: counts by kind, by who does it (``one`` sorts before ``other``)."""

    one: str
    other: str
    forth: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    back: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def total(self) -> int:
        """All records."""
        return sum(self.forth.values()) + sum(self.back.values())

    def kinds(self) -> dict[str, int]:
        """Both ways together, the most frequent kind first."""
        names = {*self.forth, *self.back}
        found = {name: self.forth.get(name, 0) + self.back.get(name, 0) for name in names}
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


@dataclass(frozen=True, slots=True)
class Asked:
    """``first`` and ``last`` are ISO days, open where None; ``kind`` is SAY or an event type."""

    party: str | None
    first: str | None
    last: str | None
    kind: str | None

    @property
    def days(self) -> Mapping[str, str]:
        """As the questions take them."""
        return {"first": self.first or "", "last": self.last or "9999"}


def ties(visit: Visit, asked: Asked, party_kind: str | None) -> list[Tie]:
    """The strongest ties, at most EDGES between at most NODES parties, the party in the middle always among them."""
    told = _of_states(visit, asked)
    if asked.party and party_kind == "country":
        people = [row["id"] for row in visit.ask("network.people_of", party=asked.party, limit=PEOPLE)]
        told += _spoken_of(visit, asked, people)
    elif asked.party:
        told = _spoken_of(visit, asked, [asked.party])
        limits = {"party": asked.party, "most": MOST_RECORDS, "limit": MOST_TIES, **asked.days}
        told += map(_told, visit.ask("network.speakers_about", **limits) + visit.ask("network.partners", **limits))
    return _strongest(_gathered(told, asked.kind), asked.party)


def _of_states(visit: Visit, asked: Asked) -> list[Told]:
    which = {"party": asked.party} if asked.party else {}
    found = visit.ask(f"network.state_pairs{'_of' if which else ''}", limit=MOST_PAIRS, **which, **asked.days)
    pairs = json.dumps([(row["one"], row["other"]) for row in found])
    if asked.first is None and asked.last is None:
        rows = visit.ask("network.state_ties", pairs=pairs)
        return [(row["one"], row["other"], json.loads(row["counts"])) for row in rows]
    rows = visit.ask("network.state_ties_between", pairs=pairs, **asked.days)
    return [(row["one"], row["other"], _counted(row["said"], row["done"])) for row in rows]


def _counted(said: int, done: str | None) -> Counts:
    counts = Counter(done.split(",") if done else ())
    return {**counts, SAY: said} if said else counts


def _spoken_of(visit: Visit, asked: Asked, parties: list[str]) -> list[Told]:
    rows = visit.ask("network.spoken_of", parties=json.dumps(parties), limit=MOST_TIES, **asked.days)
    return [_told(row) for row in rows]


def _told(row: Row) -> Told:
    return row["one"], row["other"], {row["event"]: row["count"]}


def _gathered(told: Iterable[Told], kind: str | None) -> list[Tie]:
    made: dict[tuple[str, str], Tie] = {}
    for one, other, counts in told:
        ends = (one, other) if one <= other else (other, one)
        wanted = counts if kind is None else {kind: counts[kind]} if kind in counts else {}
        if wanted:
            tie = made.get(ends) or made.setdefault(ends, Tie(*ends))
            way = tie.forth if one == tie.one else tie.back
            for event, count in wanted.items():
                way[event] += count
    return sorted(made.values(), key=lambda tie: (-tie.total, tie.one, tie.other))


def _strongest(found: list[Tie], party: str | None) -> list[Tie]:
    nodes: set[str] = {party} if party else set()
    kept: list[Tie] = []
    for tie in found:
        more = {tie.one, tie.other} - nodes
        if len(nodes) + len(more) <= NODES and len(kept) < EDGES:
            nodes |= more
            kept.append(tie)
    return kept
