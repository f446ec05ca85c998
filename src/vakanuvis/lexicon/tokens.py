"""What the tokeniser must know: abbreviations that end in a full stop, and particles that bind names with a hyphen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vakanuvis.lexicon.files import read_tsv


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form with its full stop (``Dr.``) and what it stands for. ``ends``: it may end a sentence (``vb.``)."""

    short: str
    long: str
    ends: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class NameParticle:
    """A particle (``el``, ``eş``) that binds to a name with a hyphen. ``father``: the father's name follows it."""

    particle: str
    example: str
    father: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class TokenLexicon:
    """Abbreviations, those of them that may end a sentence, and name particles, as sets."""

    abbreviations: frozenset[str]
    particles: frozenset[str]
    closing: frozenset[str] = frozenset()

    @classmethod
    def read(cls, folder: Path) -> TokenLexicon:
        """Read both files from the lexicon folder. Raises LexiconError."""
        words = folder / "words"
        abbreviations = read_tsv(words / "abbreviations.tsv", Abbreviation)
        return cls(
            frozenset(entry.short for entry in abbreviations),
            frozenset(entry.particle for entry in read_tsv(words / "name_particles.tsv", NameParticle)),
            frozenset(entry.short for entry in abbreviations if entry.ends),
        )
