"""The places of the world as Turkish news names them: cities, regions, seas.

In:  ``lexicon/world/places.tsv`` (written by training/build_places.py), ``regions.tsv`` and ``words/place_nouns.tsv``.
Out: a PlaceLexicon that finds a place by its printed name.

    Halep   →   SYR, 36.202, 37.161     (Aleppo)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import NO, YES, read_text, read_tsv

PlaceKind = Literal["city", "region"]
_CITY_COLUMNS = ["name", "country", "latitude", "longitude", "population", "other", "common"]
_REGION_COLUMNS = ["name", "country", "latitude", "longitude", "other", "common"]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place. ``common``: its name is an everyday word or a person's name too, and needs evidence."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    common: bool
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A word beside a name that shows that it is a place (``Ordu ili``, ``başkent Şam``)."""

    noun: str
    side: Literal["before", "after"]
    example: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Places by name, and the nouns that stand beside them."""

    places: dict[str, PlaceEntry]
    nouns_after: tuple[str, ...]
    nouns_before: frozenset[str]
    longest: int

    @classmethod
    def read(cls, folder: Path) -> PlaceLexicon:
        """Read the files from the lexicon folder. Raises LexiconError."""
        places: dict[str, PlaceEntry] = {}
        for path, columns, kind in (
            (folder / "world" / "regions.tsv", _REGION_COLUMNS, "region"),
            (folder / "world" / "places.tsv", _CITY_COLUMNS, "city"),
        ):
            for entry, names in _entries(path, columns, "region" if kind == "region" else "city"):
                for name in names:
                    places.setdefault(name, entry)
        nouns = read_tsv(folder / "words" / "place_nouns.tsv", PlaceNoun)
        return cls(
            places,
            tuple(noun.noun for noun in nouns if noun.side == "after"),
            frozenset(noun.noun for noun in nouns if noun.side == "before"),
            max((name.count(" ") + 1 for name in places), default=1),
        )


def _entries(path: Path, columns: list[str], kind: PlaceKind) -> Iterator[tuple[PlaceEntry, tuple[str, ...]]]:
    """Rows of a gazetteer. ``read_tsv`` is as strict, but looks at each cell's type: too slow for thousands of rows."""
    header = False
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            _check_header(path, number, cells, columns)
            header = True
            continue
        if len(cells) != len(columns):
            raise LexiconError.wrong_columns(f"{path.name}, satır {number}", len(cells), columns)
        name, country, latitude, longitude, other, common = cells[0], cells[1], cells[2], cells[3], cells[-2], cells[-1]
        if not name:
            raise LexiconError.missing_field(f"{path.name}, satır {number}", "name")
        if common and common not in YES + NO:
            raise LexiconError.wrong_value(f"{path.name}, satır {number}", "common", common, [*YES, *NO])
        try:
            where = (float(latitude) if latitude else None, float(longitude) if longitude else None)
        except ValueError:
            raise LexiconError.wrong_shape(f"{path.name}, satır {number}", "latitude", "bir sayı") from None
        entry = PlaceEntry(name, country or None, *where, common in YES, kind)
        yield entry, (name, *other.split("; ")) if other else (name,)


def _check_header(path: Path, number: int, cells: list[str], columns: list[str]) -> None:
    for name in cells:
        if name not in columns:
            raise LexiconError.unknown_field(f"{path.name}, satır {number}", name, columns)
    if cells != columns:
        raise LexiconError.wrong_columns(f"{path.name}, satır {number}", len(cells), columns)
