"""Find where: countries, cities, regions and seas, and the dateline.

In:  a Doc with sentences (words may still be untagged), the gazetteer, and the names of countries with their codes.
Out: the same Doc with places, and with its dateline if it has one. The dateline is not among the places: it tells where
     the report was written, not where anything happened.

    Lider Halep kentinde konuştu.
          ~~~~~
    (The leader spoke in the city of Aleppo.)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from vakanuvis.extract.datelines import find_dateline
from vakanuvis.extract.place_names import Names, names_of, stem_letters, suffix_of
from vakanuvis.lexicon.gazetteer import PlaceLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.when_where import Place
from vakanuvis.record.words import Sentence
from vakanuvis.text.letters import folded, is_all_capitals, is_capitalized


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at its place in a sentence: words ``first`` up to, not including, ``end``."""

    first: int
    end: int
    place: Place
    common: bool


def find_places(doc: Doc, lexicon: PlaceLexicon, countries: Mapping[str, str], everyday: Collection[str] = ()) -> Doc:
    """Read the places of every sentence. ``everyday``: country names that are common words too (``Mali``)."""
    names = names_of(lexicon, countries, everyday)
    dateline = find_dateline(doc, names)
    found = [
        hit.place
        for sentence in doc.sentences or ()
        for hit in _in_sentence(doc, sentence, names)
        if dateline is None or not hit.place.span.overlaps(dateline.span)
    ]
    return replace(doc, places=tuple(sorted(found, key=lambda place: place.span)), dateline=dateline)


def _in_sentence(doc: Doc, sentence: Sentence, names: Names) -> list[_Found]:
    found: list[_Found] = []
    at = 0
    while at < len(sentence.words):
        hit = _longest(doc, sentence, names, at)
        if hit and _is_place(doc, sentence, names, hit):
            found.append(hit)
        at = hit.end if hit else at + 1
    return found


def _is_place(doc: Doc, sentence: Sentence, names: Names, hit: _Found) -> bool:
    if not hit.common:
        return True
    # "Çarşamba günü" is Wednesday, not the town.
    is_time = any(time.span.overlaps(hit.place.span) for time in doc.times or () if time.sentence == sentence.index)
    return not is_time and _has_evidence(doc, sentence, names, hit)


def _longest(doc: Doc, sentence: Sentence, names: Names, at: int) -> _Found | None:
    words = sentence.words
    if words[at].quotation is not None or not is_capitalized(words[at].form):
        return None
    for end in range(min(at + names.longest, len(words)), at, -1):
        if any(word.stem != word.span or word.quotation is not None for word in words[at : end - 1]):
            continue
        if words[end - 1].quotation is not None or _names_a_people(doc, sentence, end - 1):
            continue
        for letters in stem_letters(doc, words[at], words[end - 1]):
            if known := names.find(letters):
                span = replace(words[at].span, end=words[end - 1].span.end)
                place = Place(span, sentence.index, known.name, known.country, known.latitude, known.longitude,
                              known.because)  # fmt: skip
                return _Found(at, end, place, known.common)
    return None


def _names_a_people(doc: Doc, sentence: Sentence, at: int) -> bool:
    """``Gazze'li`` is a person from Gaza. Only -lI, with a high vowel, makes one; -lAr makes a plural."""
    suffix = suffix_of(doc, sentence.words[at])
    return suffix[:1] == "l" and suffix[1:2] in ("ı", "i", "u", "ü")


def _has_evidence(doc: Doc, sentence: Sentence, names: Names, hit: _Found) -> bool:
    """For a word that may be no place: an apostrophe, a place noun beside it, or a capital that nothing explains."""
    words = sentence.words
    before = words[hit.first - 1] if hit.first else None
    after = words[hit.end] if hit.end < len(words) else None
    if after is not None and after.form.startswith(names.nouns_after):
        return True
    if before is not None and folded(before.form) in names.nouns_before:
        return True
    suffix = suffix_of(doc, words[hit.end - 1])
    if suffix[:1] in ("d", "t") and suffix[1:2] in ("a", "e"):
        return True  # -DA, -DAn, -DAki: one is in Van, seldom in a person.
    beside_a_name = (before is not None and _is_plain_name(before.form, before.stem != before.span, hit.first - 1)) or (
        after is not None and is_capitalized(after.form) and words[hit.end - 1].stem == words[hit.end - 1].span
    )
    if beside_a_name:
        return False
    if suffix:
        return True
    begins = before is None or not before.form[:1].isalnum()
    is_shouted = sentence.kind == "heading" or is_all_capitals(doc.letters(sentence.span))
    return not begins and not is_shouted


def _is_plain_name(form: str, has_suffix: bool, at: int) -> bool:
    """A capital word without a suffix, not the first of its sentence: most likely the first half of a name."""
    return is_capitalized(form) and not has_suffix and at > 0
