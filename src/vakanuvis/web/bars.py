"""The bars of a timeline: how many rows each day, month, year or decade holds, by class.

In:  the days of rows, how well each is known, and the days to show.
Out: bars without gaps; how many rows of these days are known too roughly to stand in one of them.

An event of which only the year is known stands in the bar of its year, never in one of its first of January.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vakanuvis.web.catalogue import Mask
from vakanuvis.web.narrowing import number_of
from vakanuvis.web.selecting import Aspects, Selection


@dataclass(frozen=True, slots=True)
class Unit:
    """What one bar stands for. A day such as 20261123 divided by ``divisor`` names the bar."""

    name: str
    divisor: int
    known: tuple[str, ...]
    """How well a date must be known to stand in a bar."""


DAY = Unit("day", 1, ("day",))
MONTH = Unit("month", 100, ("day", "month"))
YEAR = Unit("year", 10_000, ("day", "month", "year"))
DECADE = Unit("decade", 100_000, ("day", "month", "year"))
CENTURY = Unit("century", 1_000_000, ("day", "month", "year"))
# A bar of a few points' width can still be hit with a finger: some sixty stand beside each other on a phone.
MOST_DAYS, MOST_MONTHS, MOST_YEARS, MOST_DECADES = 62, 36, 60, 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its first and last day in EDTF as short as it goes, and its counts by class."""

    first: str
    last: str
    edtf: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All classes together."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with what stands beside them."""

    unit: Unit
    bars: tuple[Bar, ...]
    rough: int
    """Rows of these days whose date is known too roughly."""

    @property
    def highest(self) -> int:
        """The count of the highest bar, at least 1."""
        return max((bar.total for bar in self.bars), default=0) or 1


def unit_for(first: str, last: str) -> Unit:
    """The finest unit that gives a chart of readable size."""
    days = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days + 1
    if days <= MOST_DAYS:
        return DAY
    if days <= MOST_MONTHS * 31:
        return MONTH
    years = int(last[:4]) - int(first[:4])
    if years < MOST_YEARS:
        return YEAR
    return DECADE if years < MOST_DECADES * 10 else CENTURY


@dataclass(frozen=True, slots=True)
class Classes:
    """What bars are stacked of, by the values of ``aspects``.

    ``wanted``: which values pass the filters. ``known``: how well the date of each is known. ``columns``: one for each
    class, 1 where a value belongs to it.
    """

    wanted: Mask
    known: Sequence[str]
    columns: NDArray[np.int64]

    @classmethod
    def of(cls, aspects: Aspects, wanted: Mask, name: str, values: Sequence[str]) -> Classes:
        """The ``values`` of the part ``name``, in the order in which bars are stacked; the last has all else."""
        at = aspects.names.index(name)
        places = [values.index(parts[at]) if parts[at] in values else len(values) - 1 for parts in aspects.parts]
        columns = np.zeros((len(places), len(values)), dtype=np.int64)
        columns[np.arange(len(places)), places] = 1
        # Statements have the day of their article.
        known = aspects.names.index("precision") if "precision" in aspects.names else None
        return cls(wanted, [DAY.name if known is None else parts[known] for parts in aspects.parts], columns)

    def exact(self, unit: Unit) -> Mask:
        """Which wanted values are known well enough to stand in a bar."""
        return self.wanted & np.array([known in unit.known for known in self.known], dtype=np.bool_)


def chart(selected: Selection, first: str, last: str, classes: Classes) -> Chart:
    """The bars between two ISO days."""
    unit, begin, end = unit_for(first, last), number_of(first), number_of(last)
    exact, bars, stand = classes.exact(unit), [], 0
    for key in _keys(first, last, unit):
        part = selected.between(max(key * unit.divisor, begin), min((key + 1) * unit.divisor - 1, end))
        counts = ((selected.tally(part) * exact) @ classes.columns).tolist() if part.start < part.stop else None
        bars.append(Bar(*_days_of(key, unit), tuple(counts or (0,) * classes.columns.shape[1])))
        stand += bars[-1].total
    whole = int(selected.tally(selected.between(begin, end)) @ classes.wanted)
    return Chart(unit, tuple(bars), whole - stand)


def _keys(first: str, last: str, unit: Unit) -> Iterator[int]:
    if unit is DAY:
        begin = datetime.date.fromisoformat(first)
        for step in range((datetime.date.fromisoformat(last) - begin).days + 1):
            yield number_of((begin + datetime.timedelta(step)).isoformat())
    elif unit is MONTH:
        year, month = int(first[:4]), int(first[5:7])
        while (year, month) <= (int(last[:4]), int(last[5:7])):
            yield year * 100 + month
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    else:
        yield from range(number_of(first) // unit.divisor, number_of(last) // unit.divisor + 1)


def _days_of(key: int, unit: Unit) -> tuple[str, str, str]:
    """First and last in EDTF as addresses carry them, and the bar's own date."""
    if unit is DAY:
        day = f"{key // 10_000:04d}-{key // 100 % 100:02d}-{key % 100:02d}"
        return day, day, day
    if unit is MONTH:
        month = f"{key // 100:04d}-{key % 100:02d}"
        return month, month, month
    if unit is YEAR:
        return f"{key:04d}", f"{key:04d}", f"{key:04d}"
    long = 3 if unit is DECADE else 2
    # There is no year 0 to ask for.
    first = f"{key:0{long}d}".ljust(4, "0").replace("0000", "0001")
    last = f"{key:0{long}d}".ljust(4, "9")
    return first, last, f"{first}/{last}"
