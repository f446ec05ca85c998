"""Find the reports of one event.

In:  the Tellings of one story; or events of any articles with their parties and days.
Out: groups of event ids, the fullest report first; and the reports that agree in all but one thing.

    Gün:     Orel, 4 Mart'ta Mostin'de Voss ile görüştü.     one event,
    Akşam:   Bakan Orel ile Voss, 5 Mart'ta bir araya geldi.  but for the day
    (Orel met Voss in Mostin on 4 March. · Minister Orel and Voss came together on 5 March.)

Reports of one story are one event where type, status and parties agree and nothing speaks against it, or only one thing
does: day, place or party (day and place together, where all else agrees). Across stories only the same parties on the
same named day make one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from vakanuvis.record.days import days_of, may_overlap
from vakanuvis.resolve.near_duplicates import days_between
from vakanuvis.resolve.places import are_apart
from vakanuvis.resolve.telling import Entry, Party, Telling, share, span_of, stems_of

Slot = Literal["date", "place", "actor", "recipient", "roles"]

_ALIKE = 0.4  # of the shorter sentence's stems: where nobody or nothing else ties two reports
_ALIKE_BUT_FOR_ONE = 0.5  # the same, where one thing speaks against it
_ALIKE_BUT_FOR_TWO = 0.6  # the same, where both day and place do
# Steps of likeness, each above the share of stems (0 to 1) that is added to it: all parties and the same word for the
# deed, then the same with something against it, then parties without the word.
_IN_ALL, _BUT_FOR_SOMETHING, _IN_SOME = 8.0, 6.0, 2.0
_PUBLISHED_SOON = 2  # days between the day of an event and that of a report that names no day
_NAMED = ("explicit", "relative")
_ROLES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Told:
    """An event in one of the tellings."""

    telling: Telling
    event: Entry

    @property
    def id(self) -> str:
        """The event's id."""
        return str(self.event["id"])

    def parties(self, role: str) -> frozenset[Party]:
        """Who acts, or undergoes."""
        return frozenset(map(self.telling.party, self.event[role]))

    @property
    def stems(self) -> frozenset[str]:
        """What its sentence is about."""
        return stems_of(self.telling.words_at(span_of(self.event["event_span"])))

    @property
    def predicate(self) -> frozenset[str]:
        """The stems of the letters that tell it."""
        span = span_of(self.event["event_span"])
        return stems_of(word for word in self.telling.words_at(span) if word.span.overlaps(span))

    @property
    def has_named_day(self) -> bool:
        """True where the article itself dates it, to the day."""
        first, last = days_of(self.event["date"])
        return self.event["date_basis"] in _NAMED and first is not None and first == last


@dataclass(frozen=True, slots=True)
class Parting:
    """Two reports of one event that part in one thing."""

    one: Told
    other: Told
    slot: Slot


@dataclass(frozen=True, slots=True)
class Reports:
    """All reports of one event, the fullest first."""

    told: tuple[Told, ...]
    partings: tuple[Parting, ...]


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event that its article dates to the day, with who takes part. ``fullness``: the greater the fuller."""

    id: str
    article: str
    key: tuple[str, str, str]  # type, mode, day
    actors: frozenset[Party]
    recipients: frozenset[Party]
    place: str | None
    fullness: int


def fullness(event: Entry) -> int:
    """How much a report says: slots filled, then how often the article tells it."""
    slots = sum(bool(event[slot]) for slot in ("actor", "recipient", "location", "mode", "context", "cameo"))
    return 10 * (slots + (event["date_basis"] in _NAMED)) + min(len(event["mentions"]), 9)


def reports(tellings: Sequence[Telling]) -> tuple[Reports, ...]:
    """The events of one story that more than one of its articles reports.

    Article by article, the longest first, each event goes to the report that it is most like, one to one.
    """
    groups: list[tuple[list[Told], list[Parting]]] = []
    for telling in sorted(tellings, key=lambda one: (-len(one.text), one.id)):
        told = [Told(telling, event) for event in telling.reading["events"]]
        likenesses = [
            (likeness, mine, theirs)
            for mine, one in enumerate(told)
            for theirs, group in enumerate(groups)
            if (likeness := _likeness(group[0][0], one)) > 0
        ]
        free, left = set(range(len(told))), set(range(len(groups)))
        for _, mine, theirs in sorted(likenesses, key=lambda found: (-found[0], *found[1:])):
            if mine in free and theirs in left:
                members, partings = groups[theirs]
                partings += [Parting(members[0], told[mine], slot) for slot in _against(members[0], told[mine])]
                members.append(told[mine])
                free.remove(mine)
                left.remove(theirs)
        groups += [([told[mine]], []) for mine in sorted(free)]
    return tuple(
        Reports(tuple(sorted(members, key=_fullest_first)), tuple(partings))
        for members, partings in groups
        if len(members) > 1
    )


def _fullest_first(one: Told) -> tuple[int, int, str]:
    return -fullness(one.event), -len(one.stems), one.id


def _likeness(one: Told, other: Told) -> float:
    """How alike two reports are; 0 where they are not of one event."""
    mine, theirs = one.event, other.event
    if mine["event"] != theirs["event"] or _status(mine) != _status(theirs):
        return 0.0
    if mine["mode"] and theirs["mode"] and mine["mode"] != theirs["mode"]:
        return 0.0
    against, alike = _against(one, other), share(one.stems, other.stems)
    same_word = bool(one.predicate & other.predicate)
    if against:
        supported = same_word and _is_supported(one, other, against, alike)
        return _BUT_FOR_SOMETHING + alike - len(against) if supported else 0.0
    tied = [_shared(one.parties(role), other.parties(role)) for role in _ROLES]
    if any(tied) and all(tie or not (mine[role] or theirs[role]) for tie, role in zip(tied, _ROLES, strict=True)):
        return (_IN_ALL if same_word else _IN_SOME) + alike
    if any(tied):
        return _IN_SOME + alike if alike >= _ALIKE or same_word else 0.0
    return alike if alike >= _ALIKE and same_word else 0.0


def _is_supported(one: Told, other: Told, against: list[Slot], alike: float) -> bool:
    """True where what is not in doubt shows that it is one event all the same."""
    if "date" in against and not (one.has_named_day and other.has_named_day):
        return False
    if alike < (_ALIKE_BUT_FOR_ONE if len(against) == 1 else _ALIKE_BUT_FOR_TWO):
        return False
    if len(against) == 1:
        return _agree_beside(one, other, against[0])
    return set(against) <= {"date", "place"} and _agree_beside(one, other, "date")


def _status(event: Entry) -> str:
    """What was done of old and what was done now are not told apart where an article writes later."""
    return "actual" if event["status"] == "historical" else str(event["status"])


def _against(one: Told, other: Told) -> list[Slot]:
    """What speaks against one event."""
    found: list[Slot] = []
    if not _days_agree(one, other):
        found.append("date")
    if are_apart(one.telling, one.event["location"], other.telling, other.event["location"]):
        found.append("place")
    if _are_swapped(one, other):
        return [*found, "roles"]
    found += [role for role in ("actor", "recipient") if _part(one.parties(role), other.parties(role))]
    return found


def _days_agree(one: Told, other: Told) -> bool:
    if may_overlap(one.event["date"], other.event["date"]):
        return True
    if one.has_named_day and other.has_named_day:
        return False
    days = days_between(one.event["date"], other.event["date"])
    return days is None or days <= _PUBLISHED_SOON


def _shared(one: Iterable[Party], other: Iterable[Party]) -> bool:
    return any(mine.may_stand_for(theirs) for mine, theirs in product(one, other))


def _part(one: frozenset[Party], other: frozenset[Party]) -> bool:
    """True where both sides name somebody, and nobody of the one can be one of the other."""
    if not one or not other or not all(party.is_somebody for party in one | other):
        return False
    return not _shared(one, other)


def _are_swapped(one: Told, other: Told) -> bool:
    actors, recipients = one.parties("actor"), one.parties("recipient")
    theirs = other.parties("actor"), other.parties("recipient")
    if not all((actors, recipients, *theirs)) or _shared(actors, theirs[0]) or _shared(recipients, theirs[1]):
        return False
    return _shared(actors, theirs[1]) and _shared(recipients, theirs[0])


def _agree_beside(one: Told, other: Told, slot: Slot) -> bool:
    """True where what is not in doubt is told by both, and is the same."""
    if slot == "roles":
        return True
    if slot in ("date", "place"):
        return _shared(one.parties("actor"), other.parties("actor"))
    beside = "recipient" if slot == "actor" else "actor"
    if one.event[beside] or other.event[beside]:
        return _shared(one.parties(beside), other.parties(beside))
    return True


def reports_of_the_day(events: Sequence[DatedEvent]) -> tuple[tuple[DatedEvent, ...], ...]:
    """Events of different stories that are one; all of one type, mode and day. The fullest first.

    Both sides must be named in each report and be the same; a meeting of two states with two persons of each may be
    another meeting. A report that fits two groups fits none.
    """
    groups: list[list[DatedEvent]] = []
    for event in sorted(events, key=lambda event: (-event.fullness, event.id)):
        if not event.actors or not event.recipients:
            continue
        fitting = [group for group in groups if _is_the_same(group[0], event)]
        if not fitting:
            groups.append([event])
        elif len(fitting) == 1 and all(member.article != event.article for member in fitting[0]):
            fitting[0].append(event)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _is_the_same(one: DatedEvent, other: DatedEvent) -> bool:
    if one.place and other.place and one.place != other.place:
        return False
    return all(
        _are_the_same(mine, theirs) for mine, theirs in ((one.actors, other.actors), (one.recipients, other.recipients))
    )


def _are_the_same(mine: frozenset[Party], theirs: frozenset[Party]) -> bool:
    return all(any(party.may_stand_for(other) for other in theirs) for party in mine) and all(
        any(party.may_stand_for(other) for other in mine) for party in theirs
    )
