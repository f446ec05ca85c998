"""Cut a story into what two stories can share: sentences, runs of words, names, numbers.

In:  the body of a story, as printed.
Out: its Wording.

    Vali Osman Belli, 12 kişinin öldüğünü söyledi.
    ~~~~~~~~~~~~~~~~  ~~ ~~~~~~~
    names: osman, belli; numbers: 12; stems: kişin, öldüğ, söyle
    (Governor Osman Belli said that 12 people had died.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from vakanuvis.text.letters import folded, is_capitalized

# Cutting Turkish words after five letters serves retrieval as well as a lemmatizer does (Can et al. 2008,
# Information retrieval on Turkish texts).
_STEM = 5
_SHORTEST = 3  # letters: shorter words (ve, de, bu) say nothing of the story
_RUN = 4  # words: two reporters rarely write the same four in a row
_APOSTROPHES = re.compile("[’‘ʼ´`]")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
# KERVAN (AA) - : who reported from where is not what is told.
_DATELINE = re.compile(r"\s*[^\n().]{0,50}\([^)\n]{2,12}\)\s*[-–—]{1,2}\s*")
_MARKED = re.compile(r"\b([A-ZÇĞİÖŞÜ][^\W\d_]+)'[^\W\d_]")
_ENDING = re.compile(r"(?<=\w)'[^\W\d_]+")
SENTENCE_BREAK = re.compile(
    r"(?<=[^\W\d_]{2}[.!?…])[\"”»')]*\s+(?=[\"“«'(]*[A-ZÇĞİÖŞÜ\d])|(?<=\d\.)\s+(?=[A-ZÇĞİÖŞÜ])|\n+"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its stems, and among them its names and numbers."""

    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A story's words, folded and without endings behind an apostrophe. ``counts``: what is counted, and how many."""

    words: tuple[str, ...]
    lines: tuple[Line, ...]
    runs: frozenset[tuple[str, ...]]
    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    counts: Mapping[str, frozenset[float]]


@lru_cache(maxsize=4096)  # a story meets all its candidates one after the other
def wording_of(text: str) -> Wording:
    """The wording of a text without its headline."""
    marked = _APOSTROPHES.sub("'", text)
    if dateline := _DATELINE.match(marked):
        marked = marked[dateline.end() :]
    printed = [_WORD.findall(part) for part in SENTENCE_BREAK.split(_ENDING.sub("", marked))]
    printed = [words for words in printed if words]
    # At the head of a sentence every word has a capital: a name is known there by its apostrophe or from elsewhere.
    known = _inner_names(printed) | {_folded(found[1]) for found in _MARKED.finditer(marked)}
    lines = tuple(_line(words, known) for words in printed)
    words = tuple(_folded(word) for part in printed for word in part)
    return Wording(
        words,
        lines,
        frozenset(words[at : at + _RUN] for at in range(len(words) - _RUN + 1)),
        frozenset().union(*(line.stems for line in lines)),
        frozenset().union(*(line.names for line in lines)),
        frozenset().union(*(line.numbers for line in lines)),
        _counts(words),
    )


def stem_of(word: str) -> str:
    """A word, folded, cut to its stem; a number stays whole."""
    return word if word[0].isdecimal() else word[:_STEM]


def content_stems(text: str) -> list[str]:
    """The stems of a text in order, without the shortest words."""
    return [stem_of(word) for word in _folded_words(text) if _tells(word)]


def _folded_words(text: str) -> Iterator[str]:
    plain = _ENDING.sub("", _APOSTROPHES.sub("'", text))
    return map(_folded, _WORD.findall(plain))


@lru_cache(maxsize=1 << 15)  # the same words come again and again: a third of the reading time
def _folded(word: str) -> str:
    return folded(word)


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST or word[0].isdecimal()


def _inner_names(parts: list[list[str]]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence."""
    return frozenset(_folded(word) for words in parts for word in words[1:] if is_capitalized(word))


def _counts(words: tuple[str, ...]) -> Mapping[str, frozenset[float]]:
    """``31 kişi``, ``1.200 çadır``: the stem of the word behind a number, and the numbers before it."""
    counts: dict[str, set[float]] = {}
    for number, noun in pairwise(words):
        if number[0].isdecimal() and not noun[0].isdecimal():
            counts.setdefault(stem_of(noun), set()).add(_value(number))
    return {noun: frozenset(values) for noun, values in counts.items()}


def _value(number: str) -> float:
    """A number as Turkish prints it: full stops part the thousands, a comma the decimals."""
    whole, _, decimals = number.replace(":", "").replace(".", "").partition(",")
    return float(f"{whole}.{decimals.replace(',', '') or '0'}")


def _line(words: list[str], known: frozenset[str]) -> Line:
    told = [_folded(word) for word in words]
    opens = len(words) > 1 and is_capitalized(words[1])
    names = frozenset(
        stem_of(form)
        for at, (word, form) in enumerate(zip(words, told, strict=True))
        if is_capitalized(word) and len(form) >= _SHORTEST and (at > 0 or form in known or opens)
    )
    numbers = frozenset(form for form in told if form[0].isdecimal())
    return Line(frozenset(stem_of(form) for form in told if _tells(form)), names, numbers)
