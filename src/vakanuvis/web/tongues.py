"""The languages of the room: Turkish as the pages write it, English from the tables in ``texts``.

In:  the path of an address: ``/en/ara`` is ``/ara`` in English.
Out: the Tongue, and the names of states in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from vakanuvis.export.tongue import ENGLISH, TURKISH, Tongue, english
from vakanuvis.export.wording import ALLIANCES
from vakanuvis.lexicon.files import lexicon_folder, read_tsv
from vakanuvis.lexicon.world import Country
from vakanuvis.text.letters import sorting

PARTLY_RECOGNIZED = "PRE"
PREFIXES = {TURKISH: "", ENGLISH: "/en"}


@cache
def tongues() -> Mapping[str, Tongue]:
    """The languages by code. Raises LexiconError."""
    folder = files("vakanuvis.web").joinpath("texts")
    tables = sorted((table for table in folder.iterdir() if table.name.endswith(".tsv")), key=lambda one: one.name)
    return {TURKISH: Tongue(), ENGLISH: english(tables)}


@dataclass(frozen=True, slots=True)
class States:
    """What states are called, by code and language; an unknown code is its own name."""

    names: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, folder: Path | None = None) -> States:
        """Read the names from the lexicon. Raises LexiconError."""
        rows = read_tsv((folder or lexicon_folder()) / "world" / "countries.tsv", Country)
        # Historical states and parts of states go by the code of another: a note says so. A partly recognized one
        # shares its code with its neighbour, and the code alone does not tell which of the two is meant.
        bearers = Counter(row.code for row in rows)
        own = [row for row in rows if not row.note or PARTLY_RECOGNIZED in row.sector or bearers[row.code] == 1]
        # The registry keeps states of one code apart: each has a name of its own under ``CYP:KKTC``.
        alone = [(f"{row.code}:{row.name}", row) for row in rows]
        return cls(
            {
                TURKISH: {**_named(own, "name"), **{code: row.name for code, row in alone}},
                ENGLISH: {**_named(own, "english"), **{code: row.english for code, row in alone}},
            }
        )

    def name(self, code: str, tongue: Tongue) -> str:
        """The state's name, or what stands in a state's place."""
        if code in ALLIANCES:
            return tongue.say(ALLIANCES[code])
        return self.names[tongue.code].get(code, code)


def _named(rows: list[Country], field: str) -> dict[str, str]:
    names: dict[str, list[str]] = {}
    for row in rows:
        names.setdefault(row.code, []).append(getattr(row, field))
    return {code: " / ".join(told) for code, told in names.items()}


@lru_cache(maxsize=4_096)
def sorted_as(name: str) -> str:
    """What sorts in the order of the alphabet; kept for the names that stand on page after page."""
    return sorting(name)


def split_tongue(path: str) -> tuple[str, str]:
    """The language of an address and the path without it."""
    for code, prefix in PREFIXES.items():
        if prefix and (path == prefix or path.startswith(f"{prefix}/")):
            return code, path.removeprefix(prefix) or "/"
    return TURKISH, path
