"""Charts as geometry: where each bar stands. The templates draw them as SVG, so that they need no script.

In:  counts by month and quad class, or terms of office.
Out: bars with their places, in the units of the SVG's view box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from vakanuvis.record.days import days_of
from vakanuvis.web.visits import Row

WIDTH, HALF = 1000.0, 76.0
"""Of the whole chart, and of each of its directions."""
MOST_MONTHS, MOST_YEARS = 48, 60
"""So many bars are told apart at the width of a page; more months become years, older years are left out."""
NAME = 110.0
"""Room for the name of a period: nearer to each other they would touch."""
WIDEST = 44.0
LOWEST = 4
"""A half stands for so many at least: one event is no tower."""
Counts = Mapping[str, Mapping[int, int]]
"""How many of each kind there are, by month (``2026-11``)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a bar: how many of one kind."""

    kind: int
    y: float
    height: float
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One period. ``up`` stands above the line, ``down`` below it; ``ticked`` bars have their name below."""

    period: str
    x: float
    width: float
    up: tuple[Block, ...]
    down: tuple[Block, ...]
    ticked: bool

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return self.x + self.width / 2

    @property
    def counts(self) -> tuple[int, int]:
        """How many there are above and below the line."""
        return sum(block.count for block in self.up), sum(block.count for block in self.down)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in the order of time. ``highest`` fills a half's height; ``undated`` and ``older`` ones stand in no bar."""

    bars: tuple[Bar, ...]
    highest: int
    undated: int
    older: int
    both: bool

    @property
    def kinds(self) -> list[int]:
        """The kinds that it shows."""
        return sorted({block.kind for bar in self.bars for block in (*bar.up, *bar.down)})


def stacked(up: Counts, down: Counts | None = None) -> Chart | None:
    """A chart of stacked bars, ``down`` below the line. None where no month is known."""
    both = down is not None
    ways = (up, down or {})
    undated = sum(sum(way.get("", {}).values()) for way in ways)
    periods, cut = _periods(sorted({month for way in ways for month in way if month}))
    if not periods:
        return None
    summed = [_summed(way, cut) for way in ways]
    older = sum(sum(kinds.values()) for way in summed for period, kinds in way.items() if period < periods[0])
    highest = max(LOWEST, *(sum(way.get(period, {}).values()) for way in summed for period in periods))
    step = min(WIDTH / len(periods), WIDEST)
    every = ceil(NAME / step)
    bars = tuple(
        Bar(
            period,
            round(number * step + step * 0.1, 1),
            round(step * 0.8, 1),
            tuple(_blocks(summed[0].get(period, {}), highest, -1)),
            tuple(_blocks(summed[1].get(period, {}), highest, 1)),
            number % every == 0,
        )
        for number, period in enumerate(periods)
    )
    return Chart(bars, highest, undated, older, both)


def _periods(months: Sequence[str]) -> tuple[list[str], int]:
    """The periods from the first to the last, and how many letters name one: months, or years where those are many."""
    if not months:
        return [], 0
    first, last = (int(one[:4]) * 12 + int(one[5:7] or 1) - 1 for one in (months[0], months[-1]))
    if last - first < MOST_MONTHS:
        return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(first, last + 1)], 7
    years = range(max(first // 12, last // 12 - MOST_YEARS + 1), last // 12 + 1)
    return [f"{year:04d}" for year in years], 4


def _summed(counts: Counts, cut: int) -> dict[str, dict[int, int]]:
    summed: dict[str, dict[int, int]] = {}
    for month, kinds in counts.items():
        for kind, count in kinds.items():
            if month:
                period = summed.setdefault(month[:cut], {})
                period[kind] = period.get(kind, 0) + count
    return summed


def _blocks(kinds: Mapping[int, int], highest: int, way: int) -> Iterator[Block]:
    """From the line outwards; y is measured from the line."""
    at = 0.0
    for kind, count in sorted(kinds.items()):
        height = HALF * count / highest
        yield Block(kind, round(-at - height if way < 0 else at, 1), round(height, 1), count)
        at += height


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time on the line of an office, ``known`` to the register or attested by articles; ``open``: without an end."""

    x: float
    width: float
    known: bool
    open: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An office with its times; ``term`` is its row."""

    term: Row
    y: float
    stretches: tuple[Stretch, ...]

    @property
    def name_at(self) -> tuple[float, bool]:
        """Where its name stands, and whether it ends there: names of the last years would leave the chart."""
        x = min(stretch.x for stretch in self.stretches)
        return x, x > WIDTH / 2


@dataclass(frozen=True, slots=True)
class Terms:
    """Offices one below the other over a scale of years: (year, x)."""

    lines: tuple[Line, ...]
    years: tuple[tuple[int, float], ...]

    @property
    def height(self) -> float:
        """Of the lines, without the scale."""
        return ROW * len(self.lines)


ROW = 42.0
NARROWEST = 5.0
"""An office seen in one article only must be seen too."""


def office_lines(terms: Iterable[Row]) -> Terms | None:
    """The timeline of the offices in ``terms``; None where no day is known of any, or one alone: a point is no line."""
    timed = [(term, spans) for term in terms if (spans := list(_spans(term)))]
    ends = [day for _, spans in timed for _, first, last in spans for day in (first, last or date.max)]
    if len(set(ends)) < 2:
        return None
    ends = [day for day in ends if day != date.max]
    begin, end = date(min(ends).year, 1, 1).toordinal(), date(max(ends).year, 12, 31).toordinal() + 1
    scale = WIDTH / (end - begin)

    def placed(known: bool, first: date, last: date | None) -> Stretch:
        x = (first.toordinal() - begin) * scale
        width = ((last or date.fromordinal(end)).toordinal() - first.toordinal()) * scale
        return Stretch(round(min(x, WIDTH - NARROWEST), 1), round(max(width, NARROWEST), 1), known, last is None)

    lines = tuple(
        Line(term, ROW * number, tuple(placed(*span) for span in spans)) for number, (term, spans) in enumerate(timed)
    )
    first, last = date.fromordinal(begin).year, date.fromordinal(end).year
    every = -(-(last - first) // 10)
    years = tuple(
        (year, round((date(year, 1, 1).toordinal() - begin) * scale, 1)) for year in range(first, last, every)
    )
    return Terms(lines, years)


def _spans(term: Row) -> Iterator[tuple[bool, date, date | None]]:
    known = days_of(term["known_from"])[0]
    if known:
        until = days_of(term["known_until"])[1]
        yield True, _day(known), _day(until) if until else None
    if term["first_day"]:
        yield False, _day(term["first_day"]), _day(term["last_day"] or term["first_day"])


def _day(iso: str) -> date:
    # A year 0000 is a date that a text may carry, but no day of Python's calendar.
    return date.fromisoformat(max(iso, "0001-01-01"))
