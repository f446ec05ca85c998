"""Measure whether the same story is known again when it is told twice.

In:  ``bench/gold/duplicates/*.yaml``: families of invented stories, each labelled by what it is to the first.
Out: precision and recall of “is the same story”, and the kinds taken for each other, for either half.

Copies are made here from the first story of each family, as papers make them: another credit, another headline, other
quotation marks, the last paragraph cut. All else is written by hand. A pair counts as found only if its signatures
share a band too, since a store compares no others.

    python -m bench.duplicates            # the figures
    python -m bench.duplicates --wrong    # and every pair that was judged wrongly
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Any

import yaml

from bench.newspaper import ROOT
from vakanuvis.resolve.near_duplicates import Relation, Story, relation
from vakanuvis.resolve.signatures import signature

GOLD = ROOT / "bench" / "gold" / "duplicates"
HALVES = ("dev", "held-out")
NONE = "none"
KINDS = ("copy", "rewrite", "update", NONE)
CREDITS = ("KERVAN (AA) - ", "Kervan - DHA\n\n", "(İHA) - ", "TEPELİ, (ANKA) – ")
_MARKS = str.maketrans({"'": "’"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stories of one half, and the kind they should be found to be."""

    half: str
    one: Story
    other: Story
    kind: str


@dataclass(frozen=True, slots=True)
class Score:
    """The pairs of one half by what they are and what they were found to be."""

    counts: Counter[tuple[str, str]]

    @property
    def precision(self) -> float:
        """Of the pairs found to be the same story, how many are."""
        found = sum(count for (_, got), count in self.counts.items() if got != NONE)
        return self._right / found if found else 0.0

    @property
    def recall(self) -> float:
        """Of the pairs that are the same story, how many were found."""
        there = sum(count for (kind, _), count in self.counts.items() if kind != NONE)
        return self._right / there if there else 0.0

    @property
    def kinds(self) -> float:
        """Of the pairs rightly found, how many have the right kind."""
        same = sum(count for (kind, got), count in self.counts.items() if kind == got != NONE)
        return same / self._right if self._right else 0.0

    @property
    def _right(self) -> int:
        return sum(count for (kind, got), count in self.counts.items() if NONE not in (kind, got))


def families() -> list[dict[str, Any]]:
    """All families, in the order of the files."""
    return [family for path in sorted(GOLD.glob("*.yaml")) for family in yaml.safe_load(path.read_text("utf-8"))]


def pairs() -> Iterator[Pair]:
    """All labelled pairs: those inside each family, and each first story with the next family's of the same half."""
    for half in HALVES:
        firsts: list[Story] = []
        for number, family in enumerate(family for family in families() if family["half"] == half):
            told = [*_told(family), *_copies(_told(family)[0][1], number)]
            for (kind, one), (other_kind, other) in combinations(told, 2):
                yield Pair(half, one, other, _between(kind, other_kind))
            firsts.append(told[0][1])
        yield from (Pair(half, one, other, NONE) for one, other in pairwise(firsts))


def found(pair: Pair) -> Relation | None:
    """What the library finds, candidates and all."""
    if not set(pair.one.signature.bands) & set(pair.other.signature.bands):
        return None
    return relation(pair.one, pair.other)


def score(half: str) -> Score:
    """Judge all pairs of a half."""
    return Score(Counter((pair.kind, _kind(found(pair))) for pair in pairs() if pair.half == half))


def _kind(got: Relation | None) -> str:
    return got.kind if got else NONE


def _told(family: dict[str, Any]) -> list[tuple[str, Story]]:
    return [
        (
            each["is"],
            Story(
                f"{family['family']} {number} ({each['is']})",
                each["title"],
                each["text"].strip(),
                str(each["published"]),
                each["outlet"],
                signature(each["text"]),
            ),
        )
        for number, each in enumerate(family["stories"])
    ]


def _copies(first: Story, number: int) -> Iterator[tuple[str, Story]]:
    """Two copies: one with a credit line and another headline, one with other marks and without the last paragraph."""
    credited = CREDITS[number % len(CREDITS)] + first.text
    cut = first.text.rpartition("\n\n")[0].translate(_MARKS).replace('"', "“" if number % 2 else "»")
    for title, text in ((f"FLAŞ: {first.title}", credited), (first.title, cut)):
        name = f"{first.article_id.removesuffix(' (base)')} copy of {len(text)}"
        yield (
            "copy",
            replace(first, article_id=name, title=title, text=text, outlet="Yeni Sabah", signature=signature(text)),
        )


def _between(kind: str, other: str) -> str:
    """What two members of a family are to each other, from what each is to the first."""
    kinds = {kind, other}
    if "other" in kinds:
        return NONE
    return next(name for name in ("update", "rewrite", "copy") if name in kinds)


def _show(half: str, got: Score) -> None:
    print(f"{half}: {sum(got.counts.values())} pairs, same story: precision {got.precision:.3f}, "
          f"recall {got.recall:.3f}; kind right {got.kinds:.3f}")  # fmt: skip
    print("".join(f"{name:>10}" for name in ("", *KINDS)))
    for kind in KINDS:
        print(f"{kind:>10}" + "".join(f"{got.counts[kind, name]:>10}" for name in KINDS))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Is the same story known again?")
    parser.add_argument("--wrong", choices=HALVES, help="name every pair of this half that was judged wrongly")
    half = parser.parse_args().wrong
    for each in HALVES:
        _show(each, score(each))
    for pair in pairs():
        if pair.half == half and (got := found(pair), _kind(got))[1] != pair.kind:
            got = relation(pair.one, pair.other)
            print(
                f"{pair.kind} found {_kind(got)}: {pair.one.article_id} | {pair.other.article_id} {got and got.because}"
            )


if __name__ == "__main__":
    main()
