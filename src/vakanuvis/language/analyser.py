"""Propose the readings of a word.

In:  a word as it is printed.
Out: its readings in the terms of UD Turkish BOUN; the tagger chooses among them in context.

    Kurulu'na → kurul, NOUN, possessed by a third person, dative
    IAG'nin   → IAG, PROPN, genitive
    Putinin   → Putinin, or Putin + genitive (a guess, or known if the document has “Putin'in” elsewhere)
    (to its Council · of the IAG · Putin's)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from vakanuvis.language.guessing import guessed_names, guessed_words
from vakanuvis.language.inflection import Inflection, merged
from vakanuvis.language.stems import Stems, read_stems
from vakanuvis.language.suffixes import Features, SuffixTable, read_table
from vakanuvis.record.analysis import Analysis
from vakanuvis.text import letters

APOSTROPHES = "'’‘`´ʼ\"”"
NOMINATIVE: Features = (("Case", "Nom"), ("Number", "Sing"), ("Person", "3"))
_OWNED: Features = (("Number", "Sing"), ("Number[psor]", "Sing"), ("Person", "3"), ("Person[psor]", "3"))
_CARDINAL: Features = (("NumType", "Card"),)
_ORDINAL: Features = (("NumType", "Ord"),)
_FORMS_KEPT = 1 << 15  # nine words of ten in 3 million of news are among the last kept; new names never end
_FEW_CAPITALS = 5  # all-capital words up to this length are abbreviations before they are anything else
_ROMAN = frozenset("IVXLC")


class Analyser:
    """Stems and suffixes of one lexicon, with a cache of the words already seen."""

    def __init__(self, stems: Stems, table: SuffixTable) -> None:
        self._words = Inflection(stems, table)
        self._readings = lru_cache(maxsize=_FORMS_KEPT)(self._unique_readings)
        self._feats: dict[Features, Mapping[str, str]] = {}

    @classmethod
    def from_lexicon(cls, folder: Path) -> Analyser:
        """The analyser of a lexicon folder. Raises LexiconError."""
        table = read_table()
        return cls(read_stems(folder / "words" / "stems", table.joints), table)

    def analyse(
        self, form: str, *, sentence_initial: bool = False, names: frozenset[str] = frozenset()
    ) -> tuple[Analysis, ...]:
        """The readings of a word, likelier kinds first, never none.

        ``names``: names that the document prints elsewhere; they may stand under a suffix without an apostrophe.
        """
        found = self._readings(form, sentence_initial)
        if names and letters.is_capitalized(form):
            if not found[0].known:
                return _unique([*self._listed(form, names), *found])
            if form in names:
                return _unique([*found, self._analysis(form, "PROPN", NOMINATIVE, len(form))])
        return found

    def _unique_readings(self, form: str, sentence_initial: bool) -> tuple[Analysis, ...]:
        return _unique(self._read(form, sentence_initial))

    def _read(self, form: str, sentence_initial: bool) -> Iterator[Analysis]:
        core = form.strip('"“”„«»()[]{}*' + APOSTROPHES) if len(form) > 1 else form
        if not any(letter.isalnum() for letter in core):
            yield self._analysis(form, "SYM" if form in "%₺$€£+=" else "PUNCT", (), len(form))
            return
        at = max(core.rfind(mark) for mark in APOSTROPHES)
        stem, suffix = (core[:at], letters.folded(core[at + 1 :])) if at > 0 else (core, "")
        if suffix.isalpha():
            found = (
                list(self._split(stem, suffix))
                if len(suffix) < len(stem) or letters.is_capitalized(stem) or stem.isdigit()
                else []
            )
            if not found:
                whole = self._read(stem + core[at + 1 :], sentence_initial)
                found = [reading for reading in whole if reading.known]
            yield from found or [self._analysis(core, "PROPN", NOMINATIVE, len(core), known=False)]
        else:
            yield from self._whole(core, sentence_initial)

    # Behind an apostrophe

    def _split(self, stem: str, suffix: str) -> Iterator[Analysis]:
        """Readings of ``stem'suffix``: the suffix is read alone, the stem decides what it is attached to."""
        size = len(stem)
        every = list(self._words.alone(suffix, "noun"))
        endings = [ending for ending in every if _is_third(ending.feats)]
        if any(letter.isdigit() for letter in stem) or (len(stem) > 1 and set(stem) <= _ROMAN):
            endings += [e for e in self._words.alone(suffix, "number") if _is_third(e.feats) and not e.upos]
            upos = "PROPN" if any(letter.isalpha() for letter in stem) and not set(stem) <= _ROMAN else "NUM"
            for ending in endings:
                feats = merged(_CARDINAL, ending.feats) if upos == "NUM" else ending.feats
                yield self._analysis(stem, ending.upos or upos, feats, size)
            return
        owned = list(self._words.alone(suffix, "owned_form"))
        possessed = False
        for lemma, upos, feats in self._nominatives(stem):
            if ("Person[psor]", "3") in feats:
                possessed = True
                for ending in owned:
                    yield from self._both(lemma, ending.upos or upos, merged(feats, ending.feats), size)
            else:
                for ending in endings:
                    number = tuple(pair for pair in feats if pair[0] == "Number")
                    both = merged(ending.feats, number) if number == (("Number", "Plur"),) else ending.feats
                    yield from self._attached(lemma, ending.upos, upos, both, size)
        if possessed:
            return
        for ending in endings:
            if ("Person[psor]", "3") not in ending.feats or len(suffix) > 1:
                yield from self._attached(stem, ending.upos, "PROPN", ending.feats, size)
        if not endings:
            for ending in owned:
                yield self._analysis(stem, ending.upos or "PROPN", merged(_OWNED, ending.feats), size, known=False)
            for ending in every:
                yield self._analysis(stem, ending.upos or "PROPN", ending.feats, size, known=False)

    def _attached(self, lemma: str, changed: str, upos: str, feats: Features, size: int) -> Iterator[Analysis]:
        """A name with what its suffix makes of it: “Ankara'daki” stands like an adjective and stays a name."""
        yield self._analysis(lemma, changed or upos, feats, size)
        if changed == "ADJ" and upos == "PROPN":
            yield self._analysis(lemma, upos, feats or NOMINATIVE, size)

    def _nominatives(self, stem: str) -> list[tuple[str, str, Features]]:
        """What the part before an apostrophe can be: nouns and names in the nominative."""
        found = []
        for reading in self._words.readings(letters.folded(stem)):
            feats = reading.feats
            if (
                reading.upos in ("NOUN", "PROPN")
                and ("Case", "Nom") in feats
                and _is_third(feats)
                and not any(name in ("Tense", "VerbForm") for name, _ in feats)
            ):
                found.append((reading.lemma, reading.upos, feats))
        return found

    # Without an apostrophe

    def _whole(self, form: str, sentence_initial: bool) -> Iterator[Analysis]:
        size = len(form)
        if form[0].isdigit() or (form[0] in "%+-" and form[1:2].isdigit()):
            yield from self._number(form)
            return
        if form.endswith(".") and size > 1:
            form = form[:-1]
        capital = letters.is_capitalized(form)
        shouted = letters.is_all_capitals(form)
        small = letters.folded(form)
        if shouted and set(form) <= _ROMAN:
            yield self._analysis(form, "NUM", _ORDINAL, size)
        abbreviated = shouted and size <= _FEW_CAPITALS
        if abbreviated:
            yield self._analysis(form, "PROPN", NOMINATIVE, size)
        named = known = False
        for reading in self._words.readings(small):
            # “my Sali” is written with an apostrophe: a name printed whole is not a shorter one of mine or yours.
            if reading.stem.upos == "PROPN" and not (capital and _is_third(reading.feats)):
                continue
            known = True
            named = named or reading.upos == "PROPN"
            inner = capital and not (shouted or sentence_initial)
            yield from self._both(reading.lemma, reading.upos, reading.feats, reading.length, also=inner)
            if reading.stem.upos == "PROPN" and reading.upos == "ADJ":
                yield self._analysis(reading.lemma, "PROPN", reading.feats, reading.length)
        if not capital:
            if not known:
                yield from self._guess(form, small)
        elif not known:
            yield from self._name(form, small)
            if sentence_initial:
                yield from self._guess(form, small)
        elif not named and not sentence_initial and not abbreviated:
            yield self._analysis(form, "PROPN", NOMINATIVE, len(form))

    def _number(self, form: str) -> Iterator[Analysis]:
        if any(letter.isalpha() for letter in form):
            yield self._analysis(form, "PROPN", NOMINATIVE, len(form))
            yield self._analysis(form, "NUM", _CARDINAL, len(form))
            return
        if form.endswith("."):
            yield self._analysis(form[:-1], "NUM", _ORDINAL, len(form))
        yield self._analysis(form.rstrip("."), "NUM", _CARDINAL, len(form))

    def _name(self, form: str, small: str) -> Iterator[Analysis]:
        """An unknown word with a capital."""
        if "-" in form[1:-1]:
            yield from self._hyphenated(form)
        yield self._analysis(form, "PROPN", NOMINATIVE, len(form), known=False)
        for length, ending in guessed_names(self._words, small):
            yield self._analysis(form[:length], ending.upos or "PROPN", ending.feats, length, known=False)

    def _listed(self, form: str, names: frozenset[str]) -> list[Analysis]:
        """Readings of the word as a name of the document with a suffix."""
        small = letters.folded(form)
        found = [self._analysis(form, "PROPN", NOMINATIVE, len(form))] if form in names else []
        for length in range(len(form) - 1, 1, -1):
            if form[:length] in names:
                for ending in self._words.alone(small[length:], "noun"):
                    if _is_third(ending.feats):
                        found.append(self._analysis(form[:length], ending.upos or "PROPN", ending.feats, length))
        return found

    def _guess(self, form: str, small: str) -> Iterator[Analysis]:
        """An unknown word in lower case."""
        if "-" in form[1:-1]:
            yield from self._hyphenated(form)
            return
        for length, lemma, upos, feats in guessed_words(self._words, small):
            yield self._analysis(lemma, upos, feats, length, known=False)
        yield self._analysis(form, "NOUN", NOMINATIVE, len(form), known=False)

    def _hyphenated(self, form: str) -> Iterator[Analysis]:
        """The last part decides: Rusya-Ukrayna, siyasi-askeri (Russia-Ukraine, political-military)."""
        before, _, last = form.rpartition("-")
        for found in self._read(last, False):
            if found.known or not letters.is_capitalized(form):
                size = found.stem_length + len(before) + 1
                yield Analysis(f"{before}-{found.lemma}", found.upos, found.feats, size, found.known)

    # Out

    def _both(self, lemma: str, upos: str, feats: Features, size: int, *, also: bool = True) -> Iterator[Analysis]:
        """A common noun, and the same as part of a name where it is one that names are made of (Bakanlığı)."""
        yield self._analysis(lemma, upos, feats, size)
        if also and upos == "NOUN" and ("Person[psor]", "3") in feats:
            yield self._analysis(lemma, "PROPN", feats, size)

    def _analysis(self, lemma: str, upos: str, feats: Features, size: int, *, known: bool = True) -> Analysis:
        shared = self._feats.get(feats)
        if shared is None:
            shared = self._feats[feats] = MappingProxyType(dict(feats))
        return Analysis(lemma, upos, shared, size, known)


def _is_third(feats: Features) -> bool:
    """True unless the features speak of the first or second person."""
    return not any(name in ("Person", "Person[psor]") and value != "3" for name, value in feats)


def _unique(found: Iterable[Analysis]) -> tuple[Analysis, ...]:
    seen: dict[tuple[str, str, tuple[tuple[str, str], ...]], Analysis] = {}
    for analysis in found:
        seen.setdefault((analysis.lemma, analysis.upos, tuple(analysis.feats.items())), analysis)
    whole = {analysis.lemma for analysis in seen.values() if analysis.upos == "VERB" and "Voice" not in analysis.feats}
    return tuple(analysis for analysis in seen.values() if not _is_listed_causative(analysis, whole))


def _is_listed_causative(analysis: Analysis, whole: Collection[str]) -> bool:
    """True for `gerçekleş` + causative beside `gerçekleştir`: a causative that is a stem of its own stays whole."""
    if "Cau" not in analysis.feats.get("Voice", ""):
        return False
    return any(lemma.startswith(analysis.lemma) and lemma != analysis.lemma for lemma in whole)
