"""Cut the words of a sentence into figures, words and marks, so that ``20-21``, ``16.10.2025`` and ``5.`` can be read.

In:  a Sentence of a Doc.
Out: its Line of Pieces, each with the letters it stands for; a lifted quotation is one piece that nothing matches.

    23-24 Ekim'deki   →   23 · - · 24 · ekim + deki
    (on 23–24 October)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from vakanuvis.lexicon.times import Inflected, Kind, TimeLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word
from vakanuvis.text.letters import folded, is_capitalized

_PIECE = re.compile(r"\d+|[^\W\d_]+|\S")
_LONGEST_ENTRY = 3  # words
# Above this a figure before a unit is a year (1974 yılından), not a number of them.
_LARGEST_COUNT = 999


@dataclass(frozen=True, slots=True)
class Piece:
    """A figure, a word or a mark. ``suffix`` is what follows its apostrophe; ``glued`` if no blank stands before it."""

    kind: Literal["figure", "word", "mark", "gap"]
    letters: str
    suffix: str
    span: Span
    word: int
    glued: bool
    capital: bool

    @property
    def number(self) -> int:
        """The value of a figure; -1 for anything else."""
        return int(self.letters) if self.kind == "figure" and len(self.letters) <= 4 else -1


class Line:
    """The pieces of one sentence with what the lexicon knows of each."""

    def __init__(self, pieces: tuple[Piece, ...], lexicon: TimeLexicon) -> None:
        self.pieces = pieces
        self.lexicon = lexicon
        self._known = [self._look_up(at) for at in range(len(pieces))]

    def __len__(self) -> int:
        return len(self.pieces)

    def is_mark(self, at: int, marks: str) -> bool:
        """True if one of ``marks`` stands here."""
        return 0 <= at < len(self) and self.pieces[at].kind == "mark" and self.pieces[at].letters in marks

    def is_glued(self, at: int) -> bool:
        """True if the piece stands right behind the one before."""
        return 0 <= at < len(self) and self.pieces[at].glued

    def letters(self, at: int) -> str:
        """The piece in lower case; empty beyond either end."""
        return self.pieces[at].letters if 0 <= at < len(self) else ""

    def known(self, at: int, kind: Kind) -> Inflected | None:
        """The longest entry of this kind that begins here."""
        if not 0 <= at < len(self):
            return None
        found = [entry for entry in self._known[at] if entry.entry.kind == kind]
        return max(found, key=lambda entry: entry.words) if found else None

    def is_known(self, at: int) -> bool:
        """True if any time word begins here."""
        return 0 <= at < len(self) and bool(self._known[at])

    def may_begin(self, at: int) -> bool:
        """True if a time can begin here: with a figure, a number or a time word."""
        return self.pieces[at].kind == "figure" or self.is_known(at) or self.letters(at) in self.lexicon.numbers

    def figure(self, at: int, low: int, high: int) -> int | None:
        """The value of a figure between two bounds; None for anything else."""
        number = self.pieces[at].number if 0 <= at < len(self) else -1
        return number if low <= number <= high else None

    def ending_of_figure(self, at: int) -> str | None:
        """What the suffix behind a figure says (``in``, ``from`` …), '' without one, None if it is no case."""
        suffix = self.pieces[at].suffix
        return self.lexicon.number_ending(suffix) if suffix else ""

    def count(self, at: int) -> tuple[int, int] | None:
        """A number in figures or words, and where it ends: ``yirmi beş`` → (25, at + 2)."""
        figure = self.figure(at, 0, _LARGEST_COUNT)
        if figure is not None:
            return (figure, at + 1) if not self.pieces[at].suffix else None
        total, end = 0, at
        while (value := self.lexicon.numbers.get(self.letters(end))) is not None:
            total, end = (max(total, 1) * value if value == 100 else total + value), end + 1
        return (total, end) if end > at else None

    def _look_up(self, at: int) -> tuple[Inflected, ...]:
        piece = self.pieces[at]
        if piece.kind == "figure":
            return ()
        following = self.pieces[at : at + _LONGEST_ENTRY]
        words = tuple(part.letters for part in following)
        found = self.lexicon.inflected(words, tuple(part.suffix for part in following))
        before = self.letters(at - 1)
        return tuple(entry for entry in found if before not in entry.entry.not_after)


def line_of(doc: Doc, sentence: Sentence, lexicon: TimeLexicon) -> Line:
    """The pieces of a sentence."""
    pieces: list[Piece] = []
    for word in sentence.words:
        if word.quotation is not None:
            pieces.append(Piece("gap", "", "", word.span, word.index, False, False))
        else:
            pieces.extend(_pieces_of(doc.text, word, pieces[-1].span.end if pieces else -1))
    return Line(tuple(pieces), lexicon)


def _pieces_of(text: str, word: Word, before: int) -> list[Piece]:
    stem = word.stem if word.span.holds(word.stem) and len(word.stem) else word.span
    suffix = folded(text[stem.end : word.span.end].lstrip("'’"))
    found = list(_PIECE.finditer(text, stem.start, stem.end))
    pieces = []
    for match in found:
        is_last = match is found[-1]
        letters = match.group()
        kind: Literal["figure", "word", "mark"] = (
            "figure" if letters.isdecimal() else "word" if letters[0].isalpha() else "mark"
        )
        end = word.span.end if is_last else match.end()
        glued = match.start() == before
        pieces.append(
            Piece(kind, folded(letters), suffix if is_last else "", Span(match.start(), end), word.index, glued,
                  is_capitalized(letters))
        )  # fmt: skip
        before = end
    return pieces
