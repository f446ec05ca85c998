"""States, their peoples and capitals, given names and known politicians.

In:  ``countries.tsv``, ``capitals_as_states.tsv``, ``given_names.tsv`` and ``politicians.tsv`` of ``lexicon/world``.
Out: a WorldLexicon.

    Kuzey Koreli Bakan Moskova'da Lavrov'la görüştü.
    ~~~~~~~~~~~~       ~~~~~~~    ~~~~~~
    (The North Korean minister met Lavrov in Moscow.)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_tsv
from vakanuvis.text.letters import folded

FOLDER = "world"


@dataclass(frozen=True, slots=True)
class Country:
    """A state; its fields are explained at the top of ``countries.tsv``."""

    code: str
    name: str
    english: str
    sector: str
    other: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str = ""
    everyday: tuple[str, ...] = ()
    note: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Capital:
    """A capital or a seat of government that stands for its state."""

    name: str
    code: str
    kind: Literal["capital", "seat"]
    sector: str
    example: str
    never: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class GivenNames:
    """A row of names of one language and one use."""

    language: str
    use: Literal["given", "everyday", "particle"]
    names: tuple[str, ...]
    at: str = ""


@dataclass(frozen=True, slots=True)
class Politician:
    """A name known to world politics. ``alone``: the surname by itself is enough to know the bearer."""

    name: str
    country: str
    sector: str
    alone: bool
    other: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class WorldLexicon:
    """All four files, made ready for looking up (names folded)."""

    countries: tuple[Country, ...]
    capitals: tuple[Capital, ...]
    politicians: tuple[Politician, ...]
    given: frozenset[str]
    everyday_given: frozenset[str]
    turkish_given: frozenset[str]
    particles: frozenset[str]

    @classmethod
    def read(cls, folder: Path) -> WorldLexicon:
        """Read the files from the lexicon folder. Raises LexiconError."""
        world = folder / FOLDER
        names = read_tsv(world / "given_names.tsv", GivenNames)
        countries = read_tsv(world / "countries.tsv", Country)
        _refuse_repeated(countries)
        return cls(
            countries,
            read_tsv(world / "capitals_as_states.tsv", Capital),
            read_tsv(world / "politicians.tsv", Politician),
            _folded(names, "given"),
            _folded(names, "everyday"),
            _folded(tuple(row for row in names if row.language == "tr"), "given", "everyday"),
            frozenset(name for row in names if row.use == "particle" for name in row.names),
        )


def read_country_names(folder: Path) -> dict[str, str]:
    """Every name of every state → its code, for those who only look for places. Raises LexiconError."""
    countries = read_tsv(folder / FOLDER / "countries.tsv", Country)
    return {name: country.code for country in countries for name in (country.name, *country.other)}


def read_everyday_names(folder: Path) -> frozenset[str]:
    """The names of states that are common words too (``Mali``). Raises LexiconError."""
    return frozenset(name for row in read_tsv(folder / FOLDER / "countries.tsv", Country) for name in row.everyday)


def _folded(rows: tuple[GivenNames, ...], *uses: str) -> frozenset[str]:
    # Folded in one go: six thousand names.
    return frozenset(folded("\n".join(name for row in rows if row.use in uses for name in row.names)).split("\n"))


def _refuse_repeated(countries: tuple[Country, ...]) -> None:
    seen: dict[str, str] = {}
    for country in countries:
        for name in (country.name, *country.other):
            if name in seen:
                file, _, line = country.at.rpartition(":")
                raise LexiconError.repeated(f"{file}, satır {line}", name, seen[name])
            seen[name] = country.at
