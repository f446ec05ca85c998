"""Events or statements in the order of their days, counted by all their aspects in one pass.

In:  a shelf whose facet ``aspects`` joins what each row is: ``CONSULT|1|actual|explicit|day``, of which there are some
     hundreds.
Out: how many rows of some days are what, and which they are.

A row is looked at once; type, class, status and all other aspects are then counted from the few hundred sums.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from vakanuvis.web.catalogue import Mask, Numbers, Shelf

Tally = NDArray[np.int64]
"""How many rows there are of each value of ``aspects``."""


@dataclass(frozen=True)
class Selection:
    """Rows of a shelf, the newest first; all of them, or those at some places of its order (ascending)."""

    shelf: Shelf
    places: Numbers | None = None

    @classmethod
    def of(cls, shelf: Shelf, numbers: Numbers) -> Selection:
        """These rows; numbers that came after the shelf was read are left out."""
        return cls(shelf, np.sort(shelf.places[np.flatnonzero(shelf.only(numbers))]))

    @cached_property
    def days(self) -> Numbers:
        """The days, as negative numbers that ascend; those of an unknown day, 0, come last."""
        return self.shelf.falling_days if self.places is None else self.shelf.falling_days[self.places]

    @cached_property
    def codes(self) -> NDArray[np.integer[Any]]:
        """The value of ``aspects`` of each row."""
        return self.shelf.codes_in_order if self.places is None else self.shelf.codes_in_order[self.places]

    def between(self, first: int | None, last: int | None) -> slice:
        """Where the rows of these days stand, such as 20250301 to 20250331. Unknown days lie between no days."""
        begin = 0 if last is None else self._place(-last, "left")
        return slice(begin, max(begin, self._place(-first, "right") if first else self._place(0, "left")))

    @property
    def undated(self) -> slice:
        """Where the rows of an unknown day stand."""
        return slice(self._place(0, "left"), len(self.days))

    def _place(self, falling: int, side: Literal["left", "right"]) -> int:
        # A number of another width would have all days copied to that width first.
        return int(self.days.searchsorted(np.int32(falling), side=side))

    def tally(self, part: slice) -> Tally:
        """How many rows of a part have each value of ``aspects``."""
        return np.bincount(self.codes[part], minlength=len(self.shelf.facets["aspects"].values))

    def numbers(self, part: slice, wanted: Mask) -> Numbers:
        """The rows of a part that have one of the wanted values of ``aspects``."""
        order = self.shelf.newest_first
        found: Numbers = order[part] if self.places is None else order[self.places[part]]
        return found if wanted.all() else found[wanted[self.codes[part]]]


@dataclass(frozen=True)
class Aspects:
    """What the values of ``aspects`` are made of: ``names`` of the parts, in the order in which they are joined."""

    shelf: Shelf
    names: tuple[str, ...]

    @cached_property
    def parts(self) -> list[list[str]]:
        """The parts of each value."""
        last = len(self.names) - 1
        return [value.split("|", last) for value in self.shelf.facets["aspects"].values]

    def wanted(self, chosen: Mapping[str, str]) -> Mask:
        """Which values have these parts, by their names."""
        at = [(self.names.index(name), value) for name, value in chosen.items()]
        return np.array([all(parts[place] == value for place, value in at) for parts in self.parts], dtype=np.bool_)

    def counts(self, name: str, tally: Tally) -> dict[str, int]:
        """How many rows have each value of one part; an empty one is none."""
        place, found = self.names.index(name), dict[str, int]()
        for parts, count in zip(self.parts, tally.tolist(), strict=True):
            if count and parts[place]:
                found[parts[place]] = found.get(parts[place], 0) + count
        return found
