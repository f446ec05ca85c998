"""The card catalogue of the search page: which articles and statements have what, kept in memory as arrays of numbers.

In:  (number, value) pairs, as ``cataloguing.py`` reads them from the book.
Out: which numbers have a value, in the order of their days, and how many of them have what.

Counting a hundred thousand articles by outlet, month, state and event in SQL takes seconds; over these arrays it takes
milliseconds (a value is a small number, its bearers are found by comparing).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]
UNDATED = "yok"
NONE: Numbers = np.zeros(0, dtype=np.int32)
FEW = 8
"""Less than the eighth part of all rows are looked up one by one, more of them all at once."""


@dataclass(frozen=True)
class Facet:
    """What the rows have of one kind. ``rows[i]`` has the value ``values[codes[i]]``; the rows ascend."""

    rows: Numbers = field(default_factory=lambda: NONE)
    codes: Numbers = field(default_factory=lambda: NONE)
    values: tuple[str, ...] = ()

    def grown(self, pairs: Iterable[tuple[int, str]]) -> Facet:
        """This facet with more (row, value) pairs of higher rows; a pair that comes twice counts once."""
        known = {value: code for code, value in enumerate(self.values)}
        found = [(row, known.setdefault(value, len(known))) for row, value in pairs]
        if not found:
            return self
        new = np.array(found, dtype=np.int64)
        # Row and code in one number: sorting pairs takes ten times as long.
        keys = np.unique(new[:, 0] * len(known) + new[:, 1])
        rows = np.concatenate((self.rows, (keys // len(known)).astype(np.int32)))
        codes = np.concatenate((self.codes, (keys % len(known)).astype(np.int32)))
        return Facet(rows, codes, tuple(known))

    @cached_property
    def starts(self) -> Numbers:
        """Where the codes of each row begin, by its number; one more at the end."""
        highest = int(self.rows[-1]) if len(self.rows) else -1
        return np.concatenate(([0], np.cumsum(np.bincount(self.rows, minlength=highest + 1)))).astype(np.int32)

    def counts(self, among: Mask) -> dict[str, int]:
        """How many rows of ``among`` have each value; those that none has are left out."""
        rows = np.flatnonzero(among[: len(self.starts) - 1])
        return self._told(self._of(rows) if len(rows) * FEW < len(among) else self.codes[among[self.rows]])

    def totals(self) -> dict[str, int]:
        """How many of all rows have each value."""
        return self._told(self.codes)

    def _told(self, codes: Numbers) -> dict[str, int]:
        found = np.bincount(codes, minlength=len(self.values))
        return {value: count for value, count in zip(self.values, found.tolist(), strict=True) if count}

    def _of(self, rows: NDArray[np.intp]) -> Numbers:
        """The codes of a few rows: one after the other they are found sooner than among those of all."""
        begin, many = self.starts[rows], self.starts[rows + 1] - self.starts[rows]
        before = np.cumsum(many) - many
        codes: Numbers = self.codes[np.arange(int(many.sum())) + np.repeat(begin - before, many)]
        return codes

    def of(self, value: str) -> Numbers:
        """The rows that have ``value``."""
        return self.rows[np.flatnonzero(self.codes == self.values.index(value))] if value in self.values else NONE

    def bearers(self, value: str, size: int) -> Mask:
        """The same as a mask."""
        mask = np.zeros(size, dtype=np.bool_)
        mask[self.of(value)] = True
        return mask


@dataclass(frozen=True)
class Shelf:
    """Articles or statements by their number in the book.

    ``days[n]`` is 20261123 for 23 November 2026, 0 for an unknown day, -1 where the book has no such number.
    """

    days: Numbers
    facets: Mapping[str, Facet]

    @property
    def size(self) -> int:
        """One more than the highest number."""
        return len(self.days)

    @property
    def many(self) -> int:
        """How many rows there are."""
        return len(self.newest_first)

    @cached_property
    def there(self) -> Mask:
        """Which numbers there are."""
        return self.days >= 0

    def with_facets(self, facets: Mapping[str, Facet]) -> Shelf:
        """The same rows with other facets; what was reckoned of their days is kept."""
        shelf = Shelf(self.days, facets)
        for name in ("there", "newest_first", "places", "months"):
            if name in self.__dict__:
                shelf.__dict__[name] = self.__dict__[name]
        return shelf

    def after(self, old: Shelf) -> Shelf:
        """This shelf, its order made of that of ``old``, whose rows it begins with: sorting all takes far longer."""
        if old.size:
            new = np.arange(old.size, self.size, dtype=np.int32)
            new = new[self.days[new] >= 0]
            new = new[np.lexsort((-new, -self.days[new]))]
            # Before all of the same day, which were taken in earlier.
            places = np.searchsorted(-self.days[old.newest_first], -self.days[new], side="left")
            self.__dict__["newest_first"] = np.insert(old.newest_first, places, new)
        return self

    @cached_property
    def newest_first(self) -> Numbers:
        """All numbers, the newest day first, within a day the latest taken in first; unknown days come last."""
        rows = np.nonzero(self.there)[0].astype(np.int32)
        return rows[np.lexsort((-rows, -self.days[rows]))]

    @cached_property
    def places(self) -> Numbers:
        """The place of each number in ``newest_first``."""
        made = np.zeros(self.size, dtype=np.int32)
        made[self.newest_first] = np.arange(len(self.newest_first), dtype=np.int32)
        return made

    @cached_property
    def falling_days(self) -> Numbers:
        """The days in the order of ``newest_first``, negative, so that they ascend."""
        return -self.days[self.newest_first]

    @cached_property
    def codes_in_order(self) -> NDArray[np.integer[Any]]:
        """The code of the facet ``aspects``, of which each row has one, in the order of ``newest_first``."""
        facet = self.facets["aspects"]
        # There are some hundreds: half the width is read in half the time.
        width = np.int16 if len(facet.values) < 1 << 15 else np.int32
        codes: NDArray[np.integer[Any]] = np.zeros(self.size, dtype=width)
        codes[facet.rows] = facet.codes
        return codes[self.newest_first]

    @cached_property
    def months(self) -> Facet:
        """The month of each row, as ``2026-11``; UNDATED where the day is unknown."""
        rows = np.flatnonzero(self.there).astype(np.int32)
        months = self.days[rows] // 100
        # There are few months beside the rows: to mark those that are there takes a tenth of sorting.
        seen = np.flatnonzero(np.bincount(months))
        codes = np.zeros(int(seen[-1]) + 1 if len(seen) else 0, dtype=np.int32)
        codes[seen] = np.arange(len(seen), dtype=np.int32)
        values = (f"{month // 100:04d}-{month % 100:02d}" if month else UNDATED for month in seen.tolist())
        return Facet(rows, codes[months], tuple(values))

    def facet(self, name: str) -> Facet:
        """The facet called ``name``."""
        return self.months if name == "month" else self.facets[name]

    @cached_property
    def totals(self) -> dict[str, dict[str, int]]:
        """How many of all rows have what; each facet is counted when it is first asked for."""
        return {}

    def reckoned(self) -> Shelf:
        """This shelf, with the order and the counts of all its rows reckoned before a page asks for them."""
        _ = self.places
        if "aspects" in self.facets:
            _ = self.falling_days, self.codes_in_order
        for name in (*self.facets, "month"):
            self.counts(name, self.there)
        return self

    def counts(self, name: str, among: Mask) -> dict[str, int]:
        """How many rows of ``among`` have each value of a facet."""
        if among is not self.there:
            return self.facet(name).counts(among)
        if name not in self.totals:
            self.totals[name] = self.facet(name).totals()
        return dict(self.totals[name])

    def only(self, rows: Numbers) -> Mask:
        """A mask of these rows; numbers that came after the catalogue was read are left out."""
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[rows[rows < self.size]] = True
        return mask & self.there

    def in_order(self, mask: Mask, *, oldest: bool = False) -> Numbers:
        """The rows of a mask, the newest first, or the oldest."""
        if mask is self.there:
            ordered = self.newest_first
        else:
            rows = np.flatnonzero(mask)
            few = len(rows) * FEW < self.size
            ordered = self.newest_first[np.sort(self.places[rows]) if few else mask[self.newest_first]]
        return ordered[::-1] if oldest else ordered
