"""Compare two wordings of one saying: whether they contradict each other, and by which words.

In:  the letters of both.
Out: the rule and the first run of words by which they do, with its places; None where they do not.

    "Heyet salı günü Ankara'ya gidecek, kapılar açılacak"
     "Heyet çarşamba günü Ankara'ya gidecek"
           ~~~~~~~~                       (and the end is cut)
    (The delegation will go to Ankara on Tuesday / Wednesday; the gates will open.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vakanuvis.record.span import Span, hull
from vakanuvis.resolve.numbers import Counting
from vakanuvis.resolve.printed import Dictionary, Word, words_of

_LONGEST = 2  # words: a longer run that differs is another sentence, not another word
_AROUND = 2  # words in common, before and behind together, without which a difference is not in the same place
_SAME = 0.7  # of the shorter wording's words: below this another sentence of the same mould
_BEFORE = 3  # the same, at the end or the beginning of a wording, where only one side holds the place
_MISSPELT = 0.8  # likeness of two words that differ by a slip of the pen
_SPELLING = 5  # letters: below this one letter makes another word


_Block = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the one that stand differently in the other. Either side may be empty: something was cut."""

    one: tuple[Word, ...]
    other: tuple[Word, ...]

    @property
    def spans(self) -> tuple[Span | None, Span | None]:
        """Where the words stand in either text."""
        return tuple(hull([word.span for word in side]) if side else None for side in (self.one, self.other))  # type: ignore[return-value]


class Wordings:
    """Tells a contradiction from a cut, a bent or a misspelt word."""

    def __init__(self, counting: Counting, dictionary: Dictionary) -> None:
        self._counting = counting
        self._dictionary = dictionary

    def contradiction(self, one: str, other: str, *, literal: bool) -> tuple[str, Run] | None:
        """The rule and the first run by which two wordings of one saying exclude each other.

        ``literal``: both stand in quotation marks, so that any other word of substance counts. Where one is reported,
        only names and denials do: whoever reports may choose his own words, and numbers are compared elsewhere.
        """
        mine, theirs = words_of(one), words_of(other)
        one_keys, other_keys = ([self._key(word) for word in words] for words in (mine, theirs))
        blocks = _trimmed(SequenceMatcher(None, one_keys, other_keys, autojunk=False).get_opcodes())
        same = sum(end - start for what, start, end, _, _ in blocks if what == "equal")
        if same < _SAME * min(len(mine), len(theirs)):
            return None
        for at, (what, start, end, begin, until) in enumerate(blocks):
            if what == "equal":
                for word, against in zip(mine[start:end], theirs[begin:until], strict=True):
                    if self._deny_each_other(word, against):
                        return "wording-negation", Run((word,), (against,))
                continue
            if what == "replace" and max(end - start, until - begin) <= _LONGEST and self._is_framed(blocks, at):
                run = Run(tuple(mine[start:end]), tuple(theirs[begin:until]))
                numbers = [self._values(mine, start, end), self._values(theirs, begin, until)]
                if rule := self._rule(run, numbers, literal=literal):
                    return rule, run
        return None

    def _key(self, word: Word) -> str:
        return word.form if word.is_figure else self._dictionary.forms(word).shortest

    def _is_framed(self, blocks: Sequence[_Block], at: int) -> bool:
        around = [blocks[near] for near in (at - 1, at + 1) if 0 <= near < len(blocks)]
        same = sum(end - start for what, start, end, _, _ in around if what == "equal")
        return same >= (_AROUND if len(around) > 1 else _BEFORE)

    def _deny_each_other(self, one: Word, other: Word) -> bool:
        mine, theirs = self._dictionary.forms(one), self._dictionary.forms(other)
        return mine.denies != theirs.denies and "VERB" in mine.kinds & theirs.kinds

    def _rule(self, run: Run, numbers: Sequence[Sequence[float]], *, literal: bool) -> str | None:
        if all(numbers):
            return "wording-number" if literal and numbers[0] != numbers[1] else None
        if any(numbers) or len(run.one) != len(run.other):
            return None
        pairs = list(zip(run.one, run.other, strict=True))
        parted = [pair for pair in pairs if not self._dictionary.may_be_one(*pair)]
        if not parted or any(is_misspelt(one.folded, other.folded) for one, other in parted):
            return None
        if not all(self._dictionary.names_something(word) for pair in parted for word in pair):
            return None
        named = all(self._is_name(word) for pair in parted for word in pair)
        return "wording-word" if literal or named else None

    def _values(self, words: Sequence[Word], start: int, end: int) -> list[float]:
        """The numbers, each as a whole, of which a part stands there."""
        return [value for first, last, value in self._counting.numbers(words) if first < end and start < last]

    def _is_name(self, word: Word) -> bool:
        return word.form[:1].isupper() and "PROPN" in self._dictionary.forms(word).kinds


def _trimmed(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks, of which the outer ones are equally long: where one is cut, its last word stands against one word."""
    trimmed = list(blocks)
    for at in (0, len(blocks) - 1):
        what, start, end, begin, until = trimmed[at]
        size = min(end - start, until - begin)
        if what == "replace":
            first = at == 0 and len(blocks) > 1
            trimmed[at] = (
                (what, end - size, end, until - size, until)
                if first
                else (what, start, start + size, begin, begin + size)
            )
    return trimmed


def is_misspelt(one: str, other: str) -> bool:
    """True for two forms of a word, neither of them short, that may differ by a slip of the pen."""
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return min(len(one), len(other)) >= _SPELLING and alike >= _MISSPELT
