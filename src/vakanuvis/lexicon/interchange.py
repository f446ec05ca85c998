"""What other people's tables call our states, parties and events: only for writing their formats.

In:  ``world/country_codes.tsv``, ``codes/cameo.tsv`` and ``codes/cameo_actors.tsv`` of the lexicon.
Out: an Interchange that translates codes; what has no counterpart is an empty string or None.

    TUR   →   TR (ISO alpha-2), TU (FIPS 10-4), TUR (CAMEO), 640 (Correlates of War)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from vakanuvis.lexicon.files import lexicon_folder, read_tsv


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """A state in four other code systems."""

    code: str
    iso2: str
    fips: str = ""
    cameo: str = ""
    cow: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO event code: its Goldstein scale, and its quad class as GDELT reckons it."""

    code: str
    scale: float
    quad: int
    at: str = ""


@dataclass(frozen=True, slots=True)
class CameoActor:
    """A PLOVER sector, or an actor that is no state, in CAMEO's country, known group and type."""

    code: str
    kind: Literal["sector", "actor"]
    country: str = ""
    group: str = ""
    type: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Interchange:
    """All three files, by code."""

    countries: Mapping[str, CountryCodes]
    events: Mapping[str, CameoCode]
    sectors: Mapping[str, CameoActor]
    actors: Mapping[str, CameoActor]

    @classmethod
    def read(cls, folder: Path) -> Interchange:
        """Read the files from the lexicon folder. Raises LexiconError."""
        parties = read_tsv(folder / "codes" / "cameo_actors.tsv", CameoActor)
        return cls(
            {row.code: row for row in read_tsv(folder / "world" / "country_codes.tsv", CountryCodes)},
            {row.code: row for row in read_tsv(folder / "codes" / "cameo.tsv", CameoCode)},
            {row.code: row for row in parties if row.kind == "sector"},
            {row.code: row for row in parties if row.kind == "actor"},
        )

    def iso2(self, country: str | None) -> str:
        """ISO 3166-1 alpha-2 of a state; empty for what is none."""
        return self.countries[country].iso2 if country and country in self.countries else ""

    def fips(self, country: str | None) -> str:
        """FIPS 10-4 of a state; empty where it has no single code."""
        return self.countries[country].fips if country and country in self.countries else ""

    def cow(self, country: str | None) -> str:
        """The Correlates of War number of a state; empty where it is no member of that system."""
        return self.countries[country].cow if country and country in self.countries else ""


@cache
def interchange() -> Interchange:
    """The tables of the lexicon that is installed with the library."""
    return Interchange.read(lexicon_folder())
