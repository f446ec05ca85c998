"""The place of a text where the searched words stand, with the words marked.

In:  a text and what was searched for.
Out: pieces of the text in order, each with whether it is a found word.

    Dışişleri Bakanı Irak'ta konuştu        (disisleri, irak)
    ~~~~~~~~~        ~~~~~~~
    (The foreign minister spoke in Iraq.)

Folding keeps the length, so that places in the folded text are places in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vakanuvis.text.letters import bare, bare_text

WIDTH = 280
BEFORE = 60
"""Letters shown in all, and at least before the first found word."""
MOST_PASSAGES, QUOTED = 6, 6
_TERMS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of a snippet; ``found`` where they are what was searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of a text. ``quoted`` are words that stand there once or more, to find the place again."""

    pieces: list[Piece]
    quoted: str


def passages(text: str, words: str | None, most: int = MOST_PASSAGES) -> list[Passage]:
    """The first ``most`` places where the words stand; the beginning of the text where they stand nowhere."""
    pattern = _pattern(words)
    hits = [found.span() for found in pattern.finditer(bare_text(text))] if pattern else []
    if not hits:
        return [Passage(_pieces(text, [], 0, _end(text, 3 * WIDTH)), "")]
    made: list[Passage] = []
    end = 0
    for at, (left, _) in enumerate(hits):
        if left < end:
            continue
        if len(made) == most:
            break
        start = max(_start(text, hits[at : at + 1], WIDTH), end)
        start += len(text[start:left]) - len(text[start:left].lstrip())
        end = _end(text, left + 2 * WIDTH - BEFORE)
        inside = [hit for hit in hits[at:] if hit[0] < end]
        made.append(Passage(_pieces(text, inside, start, end), _quoted(text, left)))
    return made


def passage(text: str, start: int, end: int) -> Passage:
    """The letters from ``start`` to ``end`` with some around them."""
    first, last = _start(text, [(max(start - WIDTH + BEFORE, 0), end)], WIDTH), _end(text, end + WIDTH)
    return Passage(_pieces(text, [(start, end)], first, max(last, end)), "")


def _quoted(text: str, left: int) -> str:
    """The words from ``left`` to the end of the line, at most QUOTED of them."""
    return " ".join(text[left : left + WIDTH].partition("\n")[0].split()[:QUOTED])


def snippet(text: str, words: str | None, width: int = WIDTH) -> list[Piece]:
    """About ``width`` letters around the words, or the beginning where none stands as it was typed."""
    pattern = _pattern(words)
    folded = bare_text(text)
    hits = [found.span() for found in pattern.finditer(folded)] if pattern else []
    start = _start(text, hits, width)
    return _pieces(text, hits, start, _end(text, start + width))


def _pieces(text: str, hits: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces = [Piece("… ", False)] if start else []
    at = start
    for left, right in hits:
        if left >= end:
            break
        if left >= at:
            pieces += [Piece(text[at:left], False), Piece(text[left:right], True)]
            at = right
    pieces.append(Piece(text[at:end] + (" …" if end < len(text.rstrip()) else ""), False))
    return [piece for piece in pieces if piece.text]


def _pattern(words: str | None) -> re.Pattern[str] | None:
    terms = []
    for phrase, word in _TERMS.findall(bare(words or "")):
        letters = re.findall(r"\w+", phrase or word)
        if letters:
            # A word is found by its beginning; the rest of it is marked with it, a phrase as it stands.
            terms.append(r"\W+".join(map(re.escape, letters)) + ("" if phrase else r"\w*"))
    return re.compile(rf"\b(?:{'|'.join(terms)})") if terms else None


def _start(text: str, hits: list[tuple[int, int]], width: int) -> int:
    """Where most found words stand together; the first such place."""
    if not hits:
        return 0
    lefts = [left for left, _ in hits]
    best = max(
        range(len(lefts)),
        key=lambda i: (sum(lefts[i] <= left < lefts[i] + width - BEFORE for left in lefts[i : i + 20]), -i),
    )
    start = max(lefts[best] - BEFORE, 0)
    blank = text.find(" ", start, lefts[best]) if start else -1
    return blank + 1 if blank >= 0 else start


def _end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", end - 30, end)
    return blank if blank > 0 else end
