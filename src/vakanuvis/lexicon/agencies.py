"""Read the news agencies and the words that stand before them in a credit line.

In:  ``world/agencies.yaml`` and ``words/credit_words.tsv``.
Out: Agencies, which know a printed name again.

    KERVAN (AA) - Ticaret Bakanı dün konuştu.
            ~~
            Anadolu Ajansı
    (KERVAN (AA) - The trade minister spoke yesterday.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_tsv, read_yaml
from vakanuvis.text.letters import folded


@dataclass(frozen=True, slots=True)
class AgencyExample:
    """A report and, in it, the letters that name the agency it came from."""

    text: str
    credit: str


@dataclass(frozen=True, slots=True)
class Agency:
    """One entry of ``agencies.yaml``; its fields are explained at the top of that file."""

    name: str
    code: str
    short: tuple[str, ...]
    examples: tuple[AgencyExample, ...]
    sites: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class CreditWord:
    """A word before the colon of a credit line: it credits the ``report``, or only some ``other`` thing."""

    word: str
    says: Literal["report", "other"]
    example: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Agencies:
    """``printed``: agencies by every form that a credit line prints; ``outlets``: by folded name or address."""

    entries: tuple[Agency, ...]
    words: tuple[CreditWord, ...]
    printed: Mapping[str, Agency]
    outlets: Mapping[str, Agency]

    @classmethod
    def read(cls, folder: Path) -> Agencies:
        """Read both files from the lexicon folder. Raises LexiconError."""
        entries = read_yaml(folder / "world" / "agencies.yaml", Agency)
        printed: dict[str, Agency] = {}
        for entry in entries:
            for form in dict.fromkeys((entry.name, *entry.short)):
                if form in printed:
                    raise LexiconError.repeated(_place(entry), form, _place(printed[form]))
                printed[form] = entry
        outlets = {folded(name): entry for name, entry in printed.items()}
        outlets |= {folded(site): entry for entry in entries for site in entry.sites}
        return cls(entries, read_tsv(folder / "words" / "credit_words.tsv", CreditWord), printed, outlets)


def _place(entry: Agency) -> str:
    return entry.at.replace(":", ", satır ")
