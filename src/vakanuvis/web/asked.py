"""What a search asks for, told back to who asked: as one sentence, as chips to take away, as facets to add.

In:  a Search and what it found.
Out: texts in the language of the visit, each with the address that changes the search.

    Kasım 2026 tarihli, Türkiye adı geçen, içinde “su” geçen 24 haber
    (24 articles of November 2026, naming Türkiye, with the words “su”)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vakanuvis.export import wording
from vakanuvis.web.catalogue import UNDATED
from vakanuvis.web.search import CHOICES, Found, Search
from vakanuvis.web.tongues import sorted_as
from vakanuvis.web.visits import Visit

CONTRADICTIONS = {
    "title": "unvan",
    "number": "sayı",
    "date": "tarih",
    "place": "yer",
    "who": "kim",
    "wording": "söz",
}
LABELS = {
    "ay": "Tarih",
    "gazete": "Gazete",
    "devlet": "Devlet",
    "tur": "Sözün türü",
    "olay": "Olay",
    "celiski": "Çelişki",
}
PHRASES = {
    "ay": "{values} tarihli",
    "gazete": "{values} gazetesinden",
    "devlet": "{values} adı geçen",
    "tur": "{values} söz içeren",
    "olay": "{values} anlatan",
    "celiski": "{values} çelişkisi olan",
}
STATEMENT_PHRASES = {**PHRASES, "devlet": "söyleyenin devleti {values} olan", "tur": "{values} türden"}
EITHER = {one.parameter for one in CHOICES if one.either}
FEW = 10
"""Values of a facet that are shown before one asks for more."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the address without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: how many have it, and the address that adds it, or takes it away where it is chosen."""

    label: str
    count: int
    chosen: bool
    address: str
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One search, ready to be worded."""

    visit: Visit
    search: Search
    party_name: str | None = None

    def say(self, turkish: str, **values: object) -> str:
        """A text in the language of the visit."""
        return self.visit.tongue.say(turkish, **values)

    def value(self, parameter: str, value: str) -> str:
        """What a value of a filter is called."""
        codes = self.visit.room.codes
        match parameter:
            case "ay":
                return self.say("tarihi bilinmeyen") if value == UNDATED else self.visit.tongue.date(value)
            case "devlet":
                return self.visit.room.states.name(value, self.visit.tongue)
            case "olay":
                return self.visit.tongue.coded(codes.events.get(value)) or value
            case "tur":
                return self.say(wording.STATEMENT_KINDS.get(value, value))
            case "celiski":
                return self.say(CONTRADICTIONS.get(value, value))
        return value

    def sentence(self, found: Found) -> str:
        """The search in one sentence, with how many there are."""
        filters = ", ".join(self._phrases())
        count = f"{self.visit.tongue.number(found.total)}{'+' if found.cut else ''}"
        what = "{filters} {count} haber" if self.search.scope == "articles" else "{filters} {count} söz"
        return self.say(what, filters=filters, count=count).strip()

    def _phrases(self) -> Iterator[str]:
        phrases = PHRASES if self.search.scope == "articles" else STATEMENT_PHRASES
        for parameter, values in self.search.chosen.items():
            words = [self.value(parameter, value) for value in values]
            if values == (UNDATED,):
                yield words[0]
                continue
            yield self.say(phrases[parameter], values=self._listed(words, either=parameter in EITHER))
        first, last = (self.visit.tongue.date(day) for day in (self.search.first, self.search.last))
        if first and last:
            yield self.say("{first} – {last} arası", first=first, last=last)
        elif first or last:
            yield self.say("{first} ve sonrası" if first else "{last} ve öncesi", first=first, last=last)
        if self.search.party:
            name = self.party_name or self.search.party
            who = "{name} geçen" if self.search.scope == "articles" else "söyleyeni {name} olan"
            yield self.say(who, name=name)
        if self.search.words:
            yield self.say("içinde “{words}” geçen", words=self.search.words)

    def _listed(self, words: list[str], *, either: bool) -> str:
        if len(words) == 1:
            return words[0]
        joint = "{first} ya da {last}" if either else "{first} ve {last}"
        return self.say(joint, first=", ".join(words[:-1]), last=words[-1])

    def _anew(self, **changes: object) -> str:
        """This search changed: its first page, nothing shown beside it."""
        return self.visit.here(sayfa=None, onizle=None, **changes)

    def chips(self) -> list[Chip]:
        """Every filter in force."""
        return list(self._chips())

    def _chips(self) -> Iterator[Chip]:
        search, anew = self.search, self._anew
        if search.words:
            yield Chip(self.say("Sözcük"), search.words, anew(q=None))
        if search.party:
            yield Chip(self.say("Kişi, taraf"), self.party_name or search.party, anew(taraf=None))
        if search.first:
            yield Chip(self.say("İlk gün"), self.visit.tongue.date(search.first), anew(ilk=None))
        if search.last:
            yield Chip(self.say("Son gün"), self.visit.tongue.date(search.last), anew(son=None))
        for parameter, values in search.chosen.items():
            for value in values:
                yield Chip(self.say(LABELS[parameter]), self.value(parameter, value), self._toggled(parameter, value))

    def facets(self, found: Found) -> list[tuple[str, list[Value], list[Value]]]:
        """Label, first values and the other values of each facet that has any."""
        made = []
        for parameter, counts in found.counts.items():
            values = list(self._months(counts) if parameter == "ay" else self._values(parameter, counts))
            if values:
                few = len(values) if parameter == "ay" else FEW
                made.append((self.say(LABELS[parameter]), values[:few], values[few:]))
        return made

    def _values(self, parameter: str, counts: Mapping[str, int]) -> Iterator[Value]:
        chosen = self.search.chosen.get(parameter, ())
        values = {**dict.fromkeys(chosen, 0), **counts}
        named = [(self.value(parameter, value), value) for value in values]
        for label, value in sorted(named, key=lambda one: (one[1] not in chosen, -values[one[1]], sorted_as(one[0]))):
            yield Value(label, values[value], value in chosen, self._toggled(parameter, value))

    def _months(self, counts: Mapping[str, int]) -> Iterator[Value]:
        """The years, the newest first, and below a chosen one its months."""
        chosen = self.search.chosen.get("ay", ())
        years: dict[str, int] = {}
        for month, count in counts.items():
            years[month[:4]] = years.get(month[:4], 0) + count
        # Those of an unknown day come last, and are seen.
        for year in sorted({*years, *(value[:4] for value in chosen)}, key=_latest_first):
            yield Value(self.value("ay", year), years.get(year, 0), year in chosen, self._toggled("ay", year))
            if any(value.startswith(year) for value in chosen):
                for month in sorted(month for month in counts if month.startswith(f"{year}-")):
                    # Choosing a month narrows its year down.
                    values = _without((*chosen, month), {year} if month not in chosen else {month})
                    address = self._anew(ay=values)
                    yield Value(self.value("ay", month), counts[month], month in chosen, address, inner=True)

    def _toggled(self, parameter: str, value: str) -> str:
        chosen = self.search.chosen.get(parameter, ())
        values = _without(chosen, {value}) if value in chosen else (*chosen, value)
        return self._anew(**{parameter: values})


def _without(values: Iterable[str], gone: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value not in gone))


def _latest_first(year: str) -> int:
    return -int(year) if year.isdigit() else 1
