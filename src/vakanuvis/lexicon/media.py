"""Read the words that tell how something was said.

In:  ``words/media.yaml`` and the endings of nouns.
Out: Media, which finds such words in a row of printed words.

    Bakan Tekin, düzenlediği basın toplantısında, sınırın açık kalacağını söyledi.
                             ~~~~~~~~~~~~~~~~~~~
                             press_conference
    (At the press conference that he held, Minister Tekin said that the border would stay open.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_yaml
from vakanuvis.record.statement import Medium
from vakanuvis.text.letters import lower

_START = 2  # letters by which an entry is looked up

Case = Literal["Loc", "Abl", "Ins", "Dat"]


@dataclass(frozen=True, slots=True)
class MediumWords:
    """Words for a medium, without endings. ``cases``: the only ones in which they mean it; empty: any form does."""

    words: str
    medium: Medium
    stems: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A word as printed, in lower case: the part before an apostrophe, whether there is one, its case."""

    stem: str
    cut: bool
    case: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Where words ``first`` to ``last`` show a medium; ``rank`` is the entry's place in its file."""

    entry: MediumWords
    rank: int
    first: int
    last: int


class Media:
    """The media, ready to be asked."""

    def __init__(self, entries: tuple[MediumWords, ...], endings: Sequence[re.Pattern[str]]) -> None:
        self.entries = entries
        self._endings = tuple(endings)
        self._by_start: dict[str, list[tuple[int, MediumWords, tuple[str, ...]]]] = {}
        for rank, entry in enumerate(entries):
            parts = tuple(lower(part) for part in entry.words.split())
            for start in {stem[:_START] for stem in (parts[-1], *entry.stems)}:
                self._by_start.setdefault(start, []).append((rank, entry, parts))

    @classmethod
    def read_with(cls, folder: Path, endings: Sequence[re.Pattern[str]]) -> Media:
        """Read the file from the lexicon folder. Raises LexiconError."""
        entries = read_yaml(folder / "words" / "media.yaml", MediumWords)
        seen: dict[str, str] = {}
        for entry in entries:
            place = entry.at.replace(":", ", satır ")
            if not entry.examples:
                raise LexiconError.no_examples(place, entry.words)
            if entry.words in seen:
                raise LexiconError.repeated(place, entry.words, seen[entry.words])
            seen[entry.words] = place
        return cls(entries, endings)

    def shown_in(self, words: Sequence[Printed | None]) -> list[Shown]:
        """Every place where the words show a medium; None stands for a word that does not count."""
        return [shown for at in range(len(words)) for shown in self._ending_at(words, at)]

    def _ending_at(self, words: Sequence[Printed | None], last: int) -> list[Shown]:
        final = words[last]
        out: list[Shown] = []
        for rank, entry, parts in self._by_start.get(final.stem[:_START], ()) if final is not None else ():
            first = last - len(parts) + 1
            if first < 0 or (entry.cases and final is not None and final.case not in entry.cases):
                continue
            if all(self._is_form(words[first + number], part, entry) for number, part in enumerate(parts)):
                out.append(Shown(entry, rank, first, last))
        return out

    def _is_form(self, word: Printed | None, part: str, entry: MediumWords) -> bool:
        """True for the part with any noun ending."""
        if word is None:
            return False
        for stem in (part, *entry.stems):
            if word.stem == stem:
                return True
            if not word.cut and word.stem.startswith(stem):
                tail = word.stem[len(stem) :]
                if any(pattern.fullmatch(tail) for pattern in self._endings):
                    return True
        return False
