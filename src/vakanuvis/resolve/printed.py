"""Cut printed text into words that can be compared: what the dictionary calls them, and whether they deny.

In:  letters of an article.
Out: Words with their places, and what the analyser knows of each.

    Heyet salı günü Ankara'ya gitmeyecek.
                    ~~~~~~    ~~~~~~~~~~
                    ankara    git, denied
    (The delegation will not go to Ankara on Tuesday.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vakanuvis.language.analyser import Analyser
from vakanuvis.record.span import Span
from vakanuvis.resolve.wording import SENTENCE_BREAK
from vakanuvis.text.letters import folded

# An ending behind an apostrophe is no part of the word: Ankara'ya.
_WORD = re.compile(r"(\d+(?:[.,:]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*)(?:['’‘ʼ´`][^\W\d_]+)?")
_NAMING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, without an ending behind an apostrophe. ``span``: its letters, ending and all."""

    form: str
    folded: str
    span: Span

    @property
    def is_figure(self) -> bool:
        """True for a number in digits."""
        return self.form[0].isdecimal()


@dataclass(frozen=True, slots=True)
class Forms:
    """What a form can be: lemmas, parts of speech (UD), whether it denies in all readings, the shortest lemma."""

    lemmas: frozenset[str]
    kinds: frozenset[str]
    denies: bool
    shortest: str


class Dictionary:
    """Remembers what the analyser says of a form; the same words come again and again."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._forms = lru_cache(maxsize=1 << 15)(self._look)

    def forms(self, word: Word) -> Forms:
        """What the word can be."""
        return self._forms(word.form)

    def _look(self, form: str) -> Forms:
        readings = self._analyser.analyse(form)
        lemmas = frozenset(folded(reading.lemma) for reading in readings)
        verbs = [reading for reading in readings if reading.feats.get("Polarity")]
        denies = any(reading.upos == "AUX" and reading.feats["Polarity"] == "Neg" for reading in verbs) or (
            bool(verbs) and all(reading.feats["Polarity"] == "Neg" for reading in verbs)
        )
        kinds = frozenset(reading.upos for reading in readings)
        return Forms(lemmas, kinds, denies, min(lemmas, key=lambda lemma: (len(lemma), lemma)))

    def may_be_one(self, one: Word, other: Word) -> bool:
        """True where both can be forms of one word."""
        return one.folded == other.folded or bool(self.forms(one).lemmas & self.forms(other).lemmas)

    def names_something(self, word: Word) -> bool:
        """False for words that only join or point: ve, bu, ise, için."""
        return word.is_figure or self.forms(word).kinds <= _NAMING


def words_of(text: str, within: Span | None = None) -> list[Word]:
    """The words of the text, or of a part of it."""
    start, end = (within.start, within.end) if within else (0, len(text))
    return [
        Word(found[1], folded(found[1]), Span(found.start(), found.end())) for found in _WORD.finditer(text, start, end)
    ]


def sentences_of(text: str) -> list[Span]:
    """Where the sentences of the text stand, headings among them."""
    edges = [0]
    for found in SENTENCE_BREAK.finditer(text):
        edges += [found.start(), found.end()]
    edges.append(len(text))
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def place_of(phrase: Sequence[str], words: Sequence[Word], dictionary: Dictionary) -> int | None:
    """Index of the first word where the phrase, given in lemmas, stands; None where it does not."""
    size = len(phrase)
    for at in range(len(words) - size + 1):
        if all(part in dictionary.forms(word).lemmas for part, word in zip(phrase, words[at : at + size], strict=True)):
            return at
    return None
