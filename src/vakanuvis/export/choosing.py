"""Take of each article only what concerns someone, or two sides, or some days.

In:  entries and a Choice.
Out: the entries that have something of it, cut down to that; what a kept record refers to stays with it.

A party is an id of the registry, a state's code (then all who belong to that state), or a name, compared without
regard to case and to the marks on letters. An event belongs to its own day, a statement to that of its article; what
has no day is left out where days are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from vakanuvis.export.entry import Entry, Record
from vakanuvis.record.days import days_of
from vakanuvis.text.letters import unmarked


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; None asks for nothing. ``first`` and ``last`` are ISO days, both included."""

    of: str | None = None
    together_with: str | None = None
    first: str | None = None
    last: str | None = None

    @property
    def everything(self) -> bool:
        """True if nothing is left out."""
        return self == Choice()


def chosen(entries: Iterable[Entry], choice: Choice) -> Iterator[Entry]:
    """The entries that have something of ``choice``, cut down to it."""
    for entry in entries:
        if choice.everything:
            yield entry
        elif (cut := _Cut(entry, choice).made()) is not None:
            yield cut


def who_is(entry: Entry, party: str) -> frozenset[str]:
    """The ids of the article's actors that ``party`` means."""
    wanted = unmarked(party)
    found = set()
    for actor in entry.reading["actors"]:
        identity = entry.identity(actor["id"])
        if identity and (
            party in (identity.id, identity.country, actor["id"])
            or wanted in (unmarked(identity.name), unmarked(actor["name"]))
        ):
            found.add(actor["id"])
    return frozenset(found)


class _Cut:
    def __init__(self, entry: Entry, choice: Choice) -> None:
        self.entry, self.choice, self.reading = entry, choice, entry.reading
        self.one = who_is(entry, choice.of) if choice.of else None
        self.other = who_is(entry, choice.together_with) if choice.together_with else None

    def made(self) -> Entry | None:
        if self.one == frozenset() or self.other == frozenset():
            return None
        statements = {one["id"] for one in self.reading["statements"] if self.wants_statement(one)}
        events = {one["id"] for one in self.reading["events"] if self.wants_event(one)}
        agreements = [one for one in self.reading["agreements"] if self.wants_agreement(one)]
        judgements = [one for one in self.reading["judgements"] if self.wants_judgement(one)]
        if not (statements or events or agreements or judgements):
            return None
        events |= {one["event"] for one in agreements if one["event"]}
        statements |= {one["said_in"] for one in self.reading["events"] if one["id"] in events and one["said_in"]}
        statements = self.with_what_they_name(statements)
        cut = {
            **self.reading,
            "statements": [one for one in self.reading["statements"] if one["id"] in statements],
            "events": [one for one in self.reading["events"] if one["id"] in events],
            "agreements": agreements,
            "judgements": judgements,
        }
        there = set(chain(self.one or (), self.other or (), *map(_actors_of_statement, cut["statements"])))
        there.update(chain.from_iterable((*one["actor"], *one["recipient"]) for one in cut["events"]))
        there.update(chain.from_iterable(one["signatories"] for one in agreements))
        cut["actors"] = [actor for actor in self.reading["actors"] if actor["id"] in there]
        return replace(self.entry, reading=cut)

    def with_what_they_name(self, statements: set[str]) -> set[str]:
        known = {one["id"]: one for one in self.reading["statements"]}
        waiting, found = list(statements), set[str]()
        while waiting:
            name = waiting.pop()
            if name in known and name not in found:
                found.add(name)
                waiting += [known[name][slot] for slot in ("same_as", "nested_in") if known[name].get(slot)]
        return found

    def wants_statement(self, one: Record) -> bool:
        if not self.in_days(self.entry.article["published"]):
            return False
        speakers = {*(one.get("speakers") or ()), one["speaker"]}
        named = {*one.get("about", ()), one.get("addressee")}
        return self.wants(speakers, named)

    def wants_event(self, one: Record) -> bool:
        if not self.in_days(one["date"] or self.entry.article["published"]):
            return False
        actors, recipients = set(one["actor"]), set(one["recipient"])
        # Where nobody is recipient all of them do it together.
        return self.wants(actors, recipients or actors)

    def wants_agreement(self, one: Record) -> bool:
        if not self.in_days(one["date"] or self.entry.article["published"]):
            return False
        parties = {actor["id"] for actor in self.reading["actors"] if actor["country"] in one["parties"]}
        sides = {*one["signatories"], *parties}
        return self.wants(sides, sides)

    def wants_judgement(self, one: Record) -> bool:
        if not self.in_days(self.entry.article["published"]):
            return False
        asked = (self.one or frozenset()) | (self.other or frozenset())
        if self.one is None:
            return True
        spans = [span for name in asked for layer in ("mentions", "titles") for span in self.entry.actors[name][layer]]
        return any(a["start"] < b["end"] and b["start"] < a["end"] for a in one["about"] for b in spans)

    def wants(self, ones: set[str | None], others: set[str | None]) -> bool:
        """True if what stands on the two sides is what was asked for, whichever side is which."""
        if self.one is None:
            return True
        if self.other is None:
            return bool(self.one & (ones | others))
        return bool((self.one & ones and self.other & others) or (self.one & others and self.other & ones))

    def in_days(self, date: str | None) -> bool:
        if self.choice.first is None and self.choice.last is None:
            return True
        first, last = days_of(date)
        if first is None and last is None:
            return False
        after = self.choice.first is None or last is None or last >= self.choice.first
        return after and (self.choice.last is None or first is None or first <= self.choice.last)


def _actors_of_statement(one: Record) -> set[str]:
    named = (*(one.get("speakers") or ()), *one.get("about", ()), one["speaker"], one.get("addressee"))
    return {name for name in named if name}
