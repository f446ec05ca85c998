"""Know a place by its printed name: with or without capitals, apostrophe and circumflex.

In:  the gazetteer, country names with their codes, and the words that may be a name.
Out: what the name stands for.

    PYONGYANG'da   →   Pyongyang     (in Pyongyang)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from vakanuvis.lexicon.gazetteer import PlaceEntry, PlaceLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.words import Word
from vakanuvis.text.letters import capitalized, folded, is_all_capitals, is_capitalized, without_hats


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What a name stands for."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    common: bool
    is_city: bool
    because: str


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that can be a place's name."""

    places: Mapping[str, PlaceEntry]
    countries: Mapping[str, str]
    everyday: Collection[str]
    nouns_after: tuple[str, ...]
    nouns_before: Collection[str]
    longest: int

    def find(self, letters: str) -> KnownPlace | None:
        """The place of that name; a country wins over a city (``Kuveyt``)."""
        for form in _forms(letters):
            if form in self.countries:
                because = f"countries:{form}"
                return KnownPlace(form, self.countries[form], None, None, form in self.everyday, False, because)
            if entry := self.places.get(form):
                table = "places" if entry.kind == "city" else "regions"
                because = f"{table}:{entry.name}"
                return KnownPlace(entry.name, entry.country, entry.latitude, entry.longitude, entry.common,
                                  entry.kind == "city", because)  # fmt: skip
        return None


def names_of(lexicon: PlaceLexicon, countries: Mapping[str, str], everyday: Collection[str]) -> Names:
    """The gazetteer and the countries as one."""
    longest = max([lexicon.longest, *(name.count(" ") + 1 for name in countries)])
    return Names(lexicon.places, countries, everyday, lexicon.nouns_after, lexicon.nouns_before, longest)


def stem_letters(doc: Doc, first: Word, last: Word) -> tuple[str, ...]:
    """The printed name without its suffix: cut at the apostrophe or, where there is none, by the last word's lemma."""
    printed = " ".join(doc.text[first.span.start : last.stem.end].split())
    if last.stem != last.span or not last.lemma or not is_capitalized(last.lemma) or last.lemma == last.form:
        return (printed,)
    if not folded(last.form).startswith(folded(last.lemma)):
        return (printed,)
    return (printed, printed[: len(printed) - len(last.form) + len(last.lemma)])


def suffix_of(doc: Doc, word: Word) -> str:
    """What follows the apostrophe, in lower case."""
    return folded(doc.text[word.stem.end : word.span.end].lstrip("'’"))


def _forms(letters: str) -> tuple[str, ...]:
    forms = [letters]
    if is_all_capitals(letters):
        forms.append(" ".join(capitalized(part) for part in letters.split(" ")))
    return (*forms, *(plain for form in forms if (plain := without_hats(form)) != form))
