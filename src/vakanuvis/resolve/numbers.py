"""Find what is counted in a sentence, and whether two counts can both be true.

In:  the words of a sentence, the dictionary, the lexicon of counting words.
Out: Counts: how many of what, what became of them, how exact the number is.

    Saldırıda en az 12 kişi öldü.
              ~~~~~ ~~ ~~~~ ~~~
              least 12 kişi dead
    (At least 12 people died in the attack.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vakanuvis.lexicon.counts import CountLexicon
from vakanuvis.record.span import Span
from vakanuvis.resolve.printed import Dictionary, Word, place_of
from vakanuvis.resolve.wording import stem_of

_AROUND = 3  # words before and behind a number in which another word says how exact it is
_ROUND = 0.1  # of the greater number: so far may a number called “about” lie from another
_MILLION = 1_000_000
_ROUNDED = 100  # from here on a number that ends in noughts may be a rounded one


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence. ``what``: lemmas of the noun that it counts; ``deed``: of what they do or undergo.

    ``fate``: ``dead`` or ``hurt``, where the lexicon knows the deed as one. ``bound``: ``about``, ``least``, ``most``.
    ``beside``: of the word behind the noun. ``grown``: the sentence says that the number rose. ``span``: the letters
    from the number to the noun.
    """

    value: float
    what: frozenset[str]
    beside: frozenset[str]
    deed: frozenset[str]
    fate: str | None
    bound: str | None
    grown: bool
    span: Span


class Counting:
    """Knows the counting words in all their forms."""

    def __init__(self, lexicon: CountLexicon, dictionary: Dictionary) -> None:
        self._lexicon = lexicon
        self._dictionary = dictionary
        self._phrases = {says: [entry.word.split() for entry in entries] for says, entries in lexicon.words.items()}

    def counts(self, words: Sequence[Word], times: Sequence[Span]) -> Iterator[Count]:
        """All counts of a sentence. ``times``: where dates stand, whose numbers count nothing."""
        for at, end, value in self.numbers(words):
            span = Span(words[at].span.start, words[end - 1].span.end)
            if not any(span.overlaps(time) for time in times) and (found := self._count(words, at, end, value)):
                yield found

    def numbers(self, words: Sequence[Word]) -> list[tuple[int, int, float]]:
        """All numbers among the words: index of the first word, index behind the last, value."""
        found, at = [], 0
        while at < len(words):
            end, value = self._number(words, at)
            if end > at:
                found.append((at, end, value))
            at = max(end, at + 1)
        return found

    def says(self, says: str, words: Sequence[Word]) -> bool:
        """True where one of the lexicon's words that say so stands among ``words``."""
        return any(place_of(phrase, words, self._dictionary) is not None for phrase in self._phrases.get(says, ()))

    def _number(self, words: Sequence[Word], at: int) -> tuple[int, float]:
        """Where the number that begins at ``at`` ends, and its value; ``at`` itself where none begins."""
        total, part, end = 0.0, None, at
        while end < len(words) and (end == at or _adjoins(words[end - 1], words[end])):
            word = words[end]
            if word.is_figure and end == at:
                part = value_of(word.form)
            elif word.folded in self._lexicon.times:
                times = self._lexicon.times[word.folded]
                # 1.725 milyar: nobody counts thousands of milliards, so that here too the full stop is a decimal point.
                if times >= _MILLION and part and words[at].form.count(".") == 1 and part >= 1000:
                    part /= 1000
                total, part = total + (part or 1) * times, None
            elif word.folded in self._lexicon.numbers:
                value = self._lexicon.numbers[word.folded]
                part = (part or 1) * value if value == 100 else (part or 0) + value
            elif word.is_figure and total and part is None:
                part = value_of(word.form)
            else:
                break
            end += 1
        # “bir” alone is an article.
        if end == at + 1 and words[at].folded in self._lexicon.numbers and part == 1:
            return at, 0
        return end, total + (part or 0)

    def _count(self, words: Sequence[Word], at: int, end: int, value: float) -> Count | None:
        before, behind, last = words[max(0, at - _AROUND) : at], words[end:], words[end - 1]
        if self.says("total", before):
            what, beside, deed = frozenset[str](), frozenset[str](), frozenset({"sayı"})
            fate = self._fate(before)
        else:
            noun = next((n for n, word in enumerate(behind[: _AROUND + 1]) if not self._is_bound(word)), None)
            if noun is None:
                return None
            what, rest, last = self._all_lemmas(behind[noun]), behind[noun + 1 :], behind[noun]
            beside = self._all_lemmas(rest[0]) if rest else frozenset()
            deed, fate = self._deed(rest or [behind[noun]]), self._fate([behind[noun], *rest])
        bound = next((says for says in ("least", "most", "about") if self._bounds(says, before[-2:], behind[:2])), None)
        grown = self.says("grown", behind)
        return Count(value, what, beside, deed, fate, bound, grown, Span(words[at].span.start, last.span.end))

    def _bounds(self, says: str, before: Sequence[Word], behind: Sequence[Word]) -> bool:
        for phrase in self._phrases[says]:
            near = before if len(phrase) > 1 else [*before[-1:], *behind]
            if place_of(phrase, near, self._dictionary) is not None:
                return True
        return False

    def _is_bound(self, word: Word) -> bool:
        return any(self._bounds(says, [], [word]) for says in ("about", "least", "most"))

    def _all_lemmas(self, word: Word) -> frozenset[str]:
        return self._dictionary.forms(word).lemmas | {stem_of(word.folded)}

    def _deed(self, words: Sequence[Word]) -> frozenset[str]:
        verb = next((word for word in words if "VERB" in self._dictionary.forms(word).kinds), None)
        return self._dictionary.forms(verb).lemmas if verb else frozenset()

    def _fate(self, words: Sequence[Word]) -> str | None:
        places = {
            says: at
            for says in ("dead", "hurt")
            for phrase in self._phrases[says]
            if (at := place_of(phrase, words, self._dictionary)) is not None
        }
        return min(places, key=places.__getitem__, default=None)

    def are_of_one(self, one: Count, other: Count) -> bool:
        """True where both count the same: the same noun, and the same deed or fate."""
        general = {entry.word for entry in self._lexicon.words["people"]}
        if one.fate or other.fate:
            whole = not one.what or not other.what
            return one.fate == other.fate and (whole or bool(one.what & other.what) or self._both(one, other, general))
        return bool(one.what & other.what) and bool(one.deed & other.deed or one.beside & other.beside)

    def _both(self, one: Count, other: Count, general: set[str]) -> bool:
        fates = {part for says in ("dead", "hurt") for phrase in self._phrases[says] for part in phrase}
        return all(count.what & (general | fates) for count in (one, other))


def may_both_be_true(one: Count, other: Count) -> bool:
    """False where one number speaks against the other; a rounded number speaks against none near it."""
    low, high = sorted((one, other), key=lambda count: count.value)
    if low.value == high.value or low.bound == "least" or high.bound == "most":
        return True
    if "about" in (low.bound, high.bound) and high.value - low.value <= _ROUND * high.value:
        return True
    return _is_rounded(low.value, high.value) or _is_rounded(high.value, low.value)


def value_of(figures: str) -> float:
    """A number as Turkish prints it: full stops part the thousands, a comma the decimals.

    A full stop that does not part thousands (``14.1 milyar``) is the decimal point of careless copy.
    """
    if re.fullmatch(r"\d+\.\d+", figures) and not re.fullmatch(r"\d{1,3}\.\d{3}", figures):
        return float(figures)
    whole, _, decimals = figures.replace(":", "").replace(".", "").partition(",")
    return float(f"{whole}.{decimals or '0'}")


def _is_rounded(rounded: float, exact: float) -> bool:
    """True where the one is the other to fewer digits: 300 million for 298.5 million."""
    if rounded < _ROUNDED or rounded != int(rounded):
        return False
    digits = str(int(rounded))
    step = 10 ** (len(digits) - len(digits.rstrip("0")))
    return step > 1 and abs(rounded - exact) <= step / 2 and bool(exact % step)


def _adjoins(one: Word, other: Word) -> bool:
    return other.span.start - one.span.end == 1
