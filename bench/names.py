"""Score the registry of actors on pairs of names that are, or are not, one bearer.

    python -m bench.names            precision and recall of `same` on both halves
    python -m bench.names --misses   the pairs that were missed or wrongly joined

In:  ``bench/gold/names/dev.tsv`` and ``held-out.tsv`` (``bench/gold/README.md``).
Out: counts. All observations of a half go into one registry, as they would in an archive, and a pair counts as joined
     if both are in one entity: what is left open (`unsure`) is not joined.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench.counts import Found
from vakanuvis.lexicon.files import lexicon_folder, read_tsv
from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.record.ids import digest
from vakanuvis.record.people import ActorKind
from vakanuvis.record.registry import Observation, Office
from vakanuvis.resolve.registry import registry

GOLD = Path(__file__).parent / "gold" / "names"
HALVES = ("dev", "held-out")


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the gold: two observations, and whether they are one bearer."""

    verdict: Literal["same", "different"]
    kind: ActorKind
    name: str
    other_name: str
    country: str = ""
    sector: str = ""
    offices: tuple[str, ...] = ()
    years: str = ""
    other_country: str = ""
    other_sector: str = ""
    other_offices: tuple[str, ...] = ()
    other_years: str = ""

    @property
    def observations(self) -> tuple[Observation, Observation]:
        """Both sides of the pair."""
        return (
            _observation(self.kind, self.name, (self.country, self.sector), self.offices, self.years),
            _observation(
                self.kind,
                self.other_name,
                (self.other_country, self.other_sector),
                self.other_offices,
                self.other_years,
            ),
        )


def read_pairs(half: str) -> tuple[Pair, ...]:
    """The pairs of ``dev`` or ``held-out``. Raises LexiconError."""
    return read_tsv(GOLD / f"{half}.tsv", Pair)


def score(pairs: Iterable[Pair], names: NameLexicon) -> tuple[Found, list[tuple[Pair, bool]]]:
    """Counts of `same`, and the pairs that came out wrong with whether they were joined."""
    sides = [(pair, *pair.observations) for pair in pairs]
    found = registry([seen for _, *both in sides for seen in both], names=names)
    entity_of = {seen: entity.id for entity in found.entities for seen in entity.observations}
    counts, wrong = Found(), []
    for pair, one, other in sides:
        joined, same = entity_of[one.id] == entity_of[other.id], pair.verdict == "same"
        counts.add(joined and same, joined, same)
        if joined != same:
            wrong.append((pair, joined))
    return counts, wrong


def _observation(
    kind: ActorKind, name: str, serves: tuple[str, str], offices: tuple[str, ...], years: str
) -> Observation:
    country, sector = serves
    first, _, last = years.partition("-")
    window = (first or None, last or first or None)
    return Observation(
        # Namesakes of one state are kept apart by their sector: the gold asks whether the registry does so too.
        digest("observation", kind, name, country, sector),
        kind,
        name,
        country or None,
        sector or None,
        tuple(Office(office, country or None, False, *window) for office in offices),
        *window,
    )


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of both halves."""
    parser = argparse.ArgumentParser(prog="python -m bench.names")
    parser.add_argument("--misses", action="store_true", help="the pairs that came out wrong")
    asked = parser.parse_args(arguments)
    names = NameLexicon.read(lexicon_folder())
    print(f"{'half':10}{'pairs':>7}{'same':>7}{'precision':>11}{'recall':>8}")
    for half in HALVES:
        pairs = read_pairs(half)
        counts, wrong = score(pairs, names)
        same = sum(pair.verdict == "same" for pair in pairs)
        print(f"{half:10}{len(pairs):7}{same:7}{counts.precision:11.3f}{counts.recall:8.3f}")
        for pair, joined in wrong if asked.misses else ():
            what = "wrongly joined" if joined else "missed"
            print(f"  {what}: {pair.name} ({pair.country}) · {pair.other_name} ({pair.other_country})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
