"""The words that tell when: months, days, units, ``dün``, ``geçen``, and the endings they take.

In:  ``lexicon/words/time_words.yaml`` with ``numbers.tsv``, ``word_endings.tsv`` and ``tense_words.tsv`` beside it.
Out: a TimeLexicon that recognises a word in its inflected form.

    martta   →  mart + DA     (in March)
    ~~~~~~
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_tsv, read_yaml

Kind = Literal[
    "month", "weekday", "unit", "day", "part", "season", "modifier", "before", "after", "within", "since", "until",
    "edge", "half", "nth", "clock", "dated", "between", "again", "join", "hence", "some", "named", "event", "shape",
]  # fmt: skip
Unit = Literal["day", "week", "month", "year", "decade", "century", "hour", "weekend"]
Tense = Literal["future", "past", "neither"]

VOWELS = frozenset("aeıioöuüâîû")
# What a capital letter of the endings file may stand for; a letter in parentheses is there or not.
_SOUNDS = {"A": "ae", "I": "ıiuü", "D": "dt"}


@dataclass(frozen=True, slots=True)
class TimeExample:
    """A sentence, its day of publication, and the time to be found in it."""

    text: str
    published: str
    finds: str = ""
    edtf: str = ""
    basis: Literal["explicit", "relative"] = "relative"


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One entry of ``time_words.yaml``; its fields are explained at the top of that file."""

    word: str
    kind: Kind
    english: str
    examples: tuple[TimeExample, ...]
    value: int = 0
    unit: Unit = "day"
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    edtf: str = ""
    bare: bool = False
    inflects: bool = True
    counted: bool = False
    not_: tuple[TimeExample, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number written as a word."""

    word: str
    value: int


@dataclass(frozen=True, slots=True)
class WordEnding:
    """An ending as grammars write it (``DA``) and what it says (``in``)."""

    ending: str
    says: str
    example: str


@dataclass(frozen=True, slots=True)
class TenseWord:
    """A word that tells by itself whether its clause looks ahead, or one that only looks like a verb."""

    word: str
    tense: Tense
    example: str


@dataclass(frozen=True, slots=True)
class Inflected:
    """A listed word as it was met: the entry, how many words it took, and the class of its ending ('' for none)."""

    entry: TimeWord
    words: int
    ending: str


class TimeLexicon:
    """All time words, ready for looking up."""

    def __init__(
        self,
        entries: tuple[TimeWord, ...],
        numbers: dict[str, int],
        endings: tuple[WordEnding, ...],
        tenses: tuple[TenseWord, ...],
    ) -> None:
        self.entries = entries
        self.numbers = numbers
        self._single: dict[str, list[TimeWord]] = {}
        self._several: dict[str, list[tuple[tuple[str, ...], TimeWord]]] = {}
        for entry in entries:
            for form in (entry.word, *entry.also):
                words = tuple(form.split())
                if len(words) == 1:
                    self._single.setdefault(form, []).append(entry)
                else:
                    self._several.setdefault(words[0], []).append((words, entry))
        last_words = {words[-1] for listed in self._several.values() for words, _ in listed}
        self._stems = frozenset(self._single) | last_words
        self._after_vowel = _spelt_out(endings, after_vowel=True)
        self._after_consonant = _spelt_out(endings, after_vowel=False)
        self._neither = frozenset(tense.word for tense in tenses if tense.tense == "neither")
        self._ahead = tuple(tense.word for tense in tenses if tense.tense == "future")

    @classmethod
    def read(cls, folder: Path) -> TimeLexicon:
        """Read the files from the lexicon folder. Raises LexiconError."""
        words = folder / "words"
        entries = read_yaml(words / "time_words.yaml", TimeWord)
        for entry in entries:
            if not entry.examples:
                raise LexiconError.no_examples(entry.at, entry.word)
        numbers = {number.word: number.value for number in read_tsv(words / "numbers.tsv", NumberWord)}
        endings = read_tsv(words / "word_endings.tsv", WordEnding)
        return cls(entries, numbers, endings, read_tsv(words / "tense_words.tsv", TenseWord))

    def named(self, kind: Kind) -> tuple[TimeWord, ...]:
        """All entries of one kind, in the order of the file."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def ending_class(self, stem: str, ending: str) -> str | None:
        """What ``ending`` says after ``stem`` (``in``, ``from``, …); None where no such ending exists there."""
        if not ending:
            return ""
        table = self._after_vowel if stem[-1:] in VOWELS else self._after_consonant
        return table.get(ending)

    def number_ending(self, ending: str) -> str | None:
        """The same after a figure, whose last sound is not seen."""
        return self._after_consonant.get(ending) or self._after_vowel.get(ending)

    def inflected(self, words: tuple[str, ...], suffixes: tuple[str, ...]) -> tuple[Inflected, ...]:
        """Entries that the lower-case ``words`` begin with; ``suffixes`` are what followed each word's apostrophe."""
        found = [
            Inflected(entry, 1, ending)
            for stem, ending in self._splits(words[0], suffixes[0])
            for entry in self._single.get(stem, ())
            if (entry.inflects or not ending) and words[0] not in entry.never
        ]
        for forms, entry in self._several.get(words[0], ()):
            count = len(forms)
            if words[: count - 1] != forms[:-1] or len(words) < count:
                continue
            for stem, ending in self._splits(words[count - 1], suffixes[count - 1]):
                if stem == forms[-1] and (entry.inflects or not ending):
                    found.append(Inflected(entry, count, ending))
        return tuple(found)

    def tense_of(self, word: str, *, is_verb: bool) -> Tense | None:
        """Whether a lower-case verb form or cue word looks ahead or back; None where it does not tell."""
        if any(word.startswith(stem) for stem in self._ahead):
            return "future"
        if word in self._neither and not is_verb:
            return "neither"
        for at in range(2, len(word)):
            kind = self.ending_class(word[:at], word[at:])
            if kind in ("future", "past"):
                return "future" if kind == "future" else "past"
        return None

    def _splits(self, word: str, suffix: str) -> list[tuple[str, str]]:
        if suffix:
            return [(word, self.ending_class(word, suffix) or "other")]
        splits = [(word, "")]
        for at in range(len(word) - 1, 1, -1):
            if word[:at] in self._stems:
                kind = self.ending_class(word[:at], word[at:])
                if kind and kind not in ("future", "past"):
                    splits.append((word[:at], kind))
        return splits


def _spelt_out(endings: tuple[WordEnding, ...], *, after_vowel: bool) -> dict[str, str]:
    """Every letter sequence that an ending may be after a vowel or a consonant."""
    table: dict[str, str] = {}
    for ending in endings:
        shape = ending.ending
        if shape.startswith("("):
            letter, rest = shape[1], shape[3:]
            shape = letter + rest if after_vowel else rest
        for letters in product(*(_SOUNDS.get(letter, letter) for letter in shape)):
            table.setdefault("".join(letters), ending.says)
    return table
