"""Titles and the words around them.

In:  ``lexicon/words/titles.yaml`` and ``title_words.tsv``.
Out: a TitleLexicon.

    eski Fransa Cumhurbaşkanı Jacques Moreau
    ~~~~        ~~~~~~~~~~~~~
    (the former French President)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_tsv, read_yaml
from vakanuvis.text.letters import folded

FOLDER = "words"


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """One entry of ``titles.yaml``; its fields are explained at the top of that file."""

    title: str
    english: str
    of: Literal["state", "body", "place", "person", "none"]
    examples: tuple[str, ...]
    sector: str = ""
    short: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    domestic: bool = False
    open: bool = False
    posted: bool = False
    small: bool = False
    needs: bool = False
    trade: bool = False
    exclusive: bool = False
    not_: tuple[str, ...] = ()
    at: str = ""

    @property
    def head(self) -> str:
        """The last word, folded: what is left when a title is shortened."""
        return folded(self.title.split()[-1])


@dataclass(frozen=True, slots=True)
class TitleWord:
    """A word that stands before a title, and what it says about it."""

    word: str
    says: Literal["former", "then", "now", "part", "honorific", "relation", "as", "was", "kin"]
    example: str
    never: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class TitleLexicon:
    """Titles, and the words around them by what they say."""

    entries: tuple[TitleEntry, ...]
    words: tuple[TitleWord, ...]

    @classmethod
    def read(cls, folder: Path) -> TitleLexicon:
        """Read both files from the lexicon folder. Raises LexiconError."""
        entries = read_yaml(folder / FOLDER / "titles.yaml", TitleEntry)
        seen: dict[str, str] = {}
        for entry in entries:
            for name in (entry.title, *entry.also):
                if name in seen:
                    file, _, line = entry.at.rpartition(":")
                    raise LexiconError.repeated(f"{file}, satır {line}", name, seen[name])
                seen[name] = entry.at
        return cls(entries, read_tsv(folder / FOLDER / "title_words.tsv", TitleWord))

    def saying(self, says: str) -> frozenset[str]:
        """The words (folded) that say this."""
        return frozenset(folded(row.word) for row in self.words if row.says == says)
