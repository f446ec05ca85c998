"""Who held which office on which day, as far as the register knows.

In:  ``world/offices/``, ``world/office_names.yaml`` and the names of states, bodies and people.
Out: an OfficeLexicon, which answers only where a row is sure of the day and stays silent otherwise.

    Rusya Dışişleri Bakanı, 2024-11-15  →  Sergey Lavrov (lexicon/world/offices/rus.yaml)
    (the Russian foreign minister on that day)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from vakanuvis.lexicon.office_files import OfficeEntry, OfficeName, office_entries, read_office_names
from vakanuvis.lexicon.organizations import BodyLexicon
from vakanuvis.lexicon.spellings import NameSpellings, name_words
from vakanuvis.lexicon.world import WorldLexicon
from vakanuvis.record.days import days_of
from vakanuvis.record.terms import KnownTerm
from vakanuvis.text.letters import folded

# Days around a change of holder in which the news calls both by the title: the one who leaves keeps house, the one
# who comes is not yet sworn in, and reports tell of last month.
CHANGE = 45
# The longest time from an election to the oath in the register is that of Mexico until 2018: five months.
ELECT = 155
# How alike two words may look and still be two names: Çavuşoğlu, Davutoğlu .78, Gül, Güler .75; Belusov, Belousov .93.
_ALIKE = 0.8
_APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class Seat:
    """An office of one state or body, with everyone known to have held it, in order.

    ``disputed``: more than one claims it at a time, so nobody's title is held against another's.
    """

    office: str
    of: str
    country: str
    terms: tuple[KnownTerm, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Against:
    """What the register holds against a title: who held the seat then, ``holder``.

    ``elsewhere``: what the bearer of the title held instead on that day, if the register knows; ``before``: he held
    this seat earlier, so that a report of those years may well call him so.
    """

    holder: KnownTerm
    elsewhere: KnownTerm | None
    before: bool


@dataclass(frozen=True, slots=True)
class _Owner:
    """A state or a body, with all its names (folded)."""

    code: str
    names: frozenset[str]
    is_state: bool = True


class OfficeLexicon:
    """The register of offices."""

    def __init__(
        self,
        entries: Iterable[OfficeEntry],
        names: tuple[OfficeName, ...],
        owners: Mapping[str, _Owner],
        spellings: NameSpellings,
    ) -> None:
        self._spellings = spellings
        self._owners = owners
        self._states = frozenset(owner.code for owner in owners.values() if owner.is_state)
        self._also = {row.office: (row.office, *row.also) for row in names}
        self.seats: dict[tuple[str, str], list[Seat]] = {}
        self._people: dict[tuple[str, ...], list[KnownTerm]] = {}
        self.are_two = lru_cache(maxsize=1 << 15)(self._read_two)
        for entry in entries:
            seat = _seat(entry, owners[entry.of].code)
            for name in dict.fromkeys(folded(name) for name in (*self._also[entry.office], *entry.also)):
                self.seats.setdefault((name, seat.country), []).append(seat)
            for term in seat.terms:
                for name in (term.name, *term.other):
                    self._people.setdefault(name_words(name), []).append(term)
        self._single = {folded(name): row.office for row in names if not row.listed for name in (row.office, *row.also)}

    @classmethod
    def read(cls, folder: Path) -> OfficeLexicon:
        """Read all files from the lexicon folder. Raises LexiconError."""
        world, names = WorldLexicon.read(folder), read_office_names(folder)
        owners = {
            country.name: _Owner(country.code, frozenset(map(folded, (country.name, *country.other, *country.people))))
            for country in world.countries
        }
        for body in BodyLexicon.read(folder).bodies:
            owners[body.name] = _Owner(body.code, frozenset(map(folded, (body.name, *body.also))), is_state=False)
        codes = {name: owner.code for name, owner in owners.items()}
        return cls(office_entries(folder, names, codes, world), names, owners, NameSpellings.read(folder))

    def office_name(self, office: str) -> str | None:
        """The register's name for an office that one person holds in any state: ``Şansölye`` → ``Başbakan``."""
        return self._single.get(folded(office))

    def seat(self, office: str, country: str | None, printed: str | None = None) -> Seat | None:
        """The office that a title means; None where the register has none, or cannot tell which.

        ``printed`` is the title as it stands in the text: its state or body tells Northern Cyprus from Cyprus, NATO
        from the other bodies of many states, and Chechnya, which has no seat here, from Russia.
        """
        found = self.seats.get((folded(office), country or ""), [])
        owner = None if printed is None else owner_in(printed, office)
        if owner:
            found = [seat for seat in found if self._is_owner(owner, seat.of)]
        elif printed is not None:
            # A body is always named; of a state the text may have told before.
            found = [seat for seat in found if self._owners[seat.of].is_state]
        return found[0] if len(found) == 1 else None

    def is_told_of(self, printed: str, office: str, name: str, country: str | None) -> bool:
        """True if a title names its state or body, or its bearer is known to serve this one only.

        Otherwise the state was only inferred: `Dışişleri Bakanı` in a Cypriot story is not Türkiye's.
        """
        return bool(owner_in(printed, office)) or {term.country for term in self.offices_of(name)} == {country}

    def holder_on(self, office: str, country: str | None, day: str, *, printed: str | None = None) -> KnownTerm | None:
        """Who surely held the office on all days that ``day`` (EDTF) may mean; None where that is not known."""
        seat = self.seat(office, country, printed)
        sure = [term for term in seat.terms if holds_on(term, day)] if seat else []
        return sure[0] if len(sure) == 1 else None

    def offices_of(self, name: str) -> tuple[KnownTerm, ...]:
        """Every known term of whoever bears this name."""
        return tuple(self._people.get(name_words(name), ()))

    def term_of(self, seat: Seat, name: str, first: str | None, last: str | None) -> KnownTerm | None:
        """The term in which ``name`` held the seat: the one on these days, else the only one there is."""
        own = [term for term in seat.terms if self.is_called(term, name)]
        then = [term for term in own if first and last and may_hold(term, first, last)]
        return then[0] if then else own[0] if len(own) == 1 else None

    def against(self, seat: Seat, name: str, day: str) -> Against | None:
        """What makes it untrue that ``name`` held the seat on ``day``; None where that is not sure.

        Not sure are the weeks around a change, an acting holder, a name that may be the same, and somebody who takes
        the office soon.
        """
        first, last = days_of(day)
        if seat.disputed or first is None or last is None:
            return None
        around = (shifted(first, -CHANGE), shifted(last, CHANGE))
        sure = [term for term in seat.terms if all(holds_on(term, side) for side in around)]
        if len(sure) != 1 or sure[0].acting or not self.are_unlike(sure[0], name):
            return None
        own = [term for term in seat.terms if not self.are_unlike(term, name)]
        if any(first < (days_of(term.begin)[0] or "") <= shifted(last, ELECT) for term in own):
            return None
        before = any((days_of(term.begin)[0] or "") <= first for term in own)
        # Whoever held it only later makes the article's own day doubtful; a name that is like leaves open who is meant.
        if (own and not before) or not all(self.is_called(term, name) for term in own):
            return None
        elsewhere = [term for term in self.offices_of(name) if term not in seat.terms and holds_on(term, day)]
        return Against(sure[0], elsewhere[0] if elsewhere else None, before)

    def is_called(self, term: KnownTerm, name: str) -> bool:
        """True if ``name`` is the holder's, in some spelling, whole or shortened to the surname."""
        mine = name_words(name)
        for known in (term.name, *term.other):
            words = name_words(known)
            if self._sound(mine, term.country) & self._sound(words, term.country):
                return True
            last = self._surname(words, term.country)
            if self._sound((self._surname(mine, term.country),), term.country) & self._sound((last,), term.country):
                rest = [word for word in mine if word != self._surname(mine, term.country)]
                if all(any(word[0] == full if len(word) == 1 else word == full for full in words) for word in rest):
                    return True
        return False

    def are_unlike(self, term: KnownTerm, name: str) -> bool:
        """True if ``name`` can be no spelling of the holder's."""
        return all(self.are_two(known, name, term.country) for known in (term.name, *term.other))

    def _read_two(self, one: str, other: str, country: str | None) -> bool:
        """True if the names can mean no single bearer: neither last word looks like a word of the other name.

        The last word is the surname, or where that comes first what tells namesakes apart: Li Keqiang, Li Qiang.
        """
        mine, theirs = name_words(one), name_words(other)
        lasts = ((mine[-1:], theirs), (theirs[-1:], mine))
        return not any(self._alike(word, full, country) for last, name in lasts for word in last for full in name)

    def owner_of(self, printed: str, office: str, country: str | None) -> str | None:
        """The state or body before the office in a printed title, if it is one of this code's."""
        owner = folded(owner_in(printed, office))
        found = [name for name, known in self._owners.items() if known.code == country and owner in known.names]
        return found[0] if found else None

    def _alike(self, one: str, other: str, country: str | None) -> bool:
        if SequenceMatcher(None, one, other, autojunk=False).ratio() > _ALIKE:
            return True
        return bool(self._sound((one,), country) & self._sound((other,), country))

    def _sound(self, words: tuple[str, ...], country: str | None) -> frozenset[str]:
        return self._spellings.sounds(words, self._spellings.languages_of(country, is_state=country in self._states))

    def _surname(self, words: tuple[str, ...], country: str) -> str:
        return words[0] if country in self._spellings.surname_first else words[-1]

    def _is_owner(self, owner: str, of: str) -> bool:
        return folded(owner) in self._owners[of].names


def owner_in(printed: str, office: str) -> str:
    """What stands before the office in a printed title, without an apostrophe suffix: ``Rusya'nın`` → ``Rusya``.

    Other words between the two stay, so that `seçilmiş` or `geçici` keeps it from being anybody's office.
    """
    before = printed.split()[: -len(office.split())]
    if before:
        for apostrophe in _APOSTROPHES:
            before[-1] = before[-1].partition(apostrophe)[0]
    return " ".join(before)


def holds_on(term: KnownTerm, day: str) -> bool:
    """True if the term surely covers every day that ``day`` (EDTF) may mean."""
    first, last = days_of(day)
    begin, end = days_of(term.begin)[1], days_of(term.end or term.seen)[0]
    return bool(first and last and begin and end and begin <= first and last <= end)


def may_hold(term: KnownTerm, first: str, last: str) -> bool:
    """True if the term may share a day with the days from ``first`` to ``last`` (EDTF)."""
    begin, end = days_of(term.begin)[0], days_of(term.end)[1]
    since, until = days_of(first)[0], days_of(last)[1]
    return not ((begin and until and until < begin) or (end and since and end < since))


def _seat(entry: OfficeEntry, country: str) -> Seat:
    terms = tuple(
        KnownTerm(
            holder.name,
            entry.office,
            entry.of,
            country,
            holder.from_,
            holder.until or None,
            holder.seen or None,
            entry.source,
            f"lexicon/world/offices/{holder.at}",
            holder.acting,
            holder.other,
        )
        for holder in entry.holders
    )
    return Seat(entry.office, entry.of, country, terms, entry.disputed)


def shifted(day: str, days: int) -> str:
    """The ISO day so many days later."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()
