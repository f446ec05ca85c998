"""The strip of times below the network: years, or the months of one, each leading to its own network.

In:  a visit with ``ilk`` and ``son``, and how many events each month has.
Out: its periods with their addresses, those in view marked, and the addresses of the stretch before and after.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from vakanuvis.export import wording
from vakanuvis.record.days import days_of
from vakanuvis.web.visits import Visit

MOST = 48
"""Periods of one strip: those of a phone's width can still be hit. Of more the last ones are shown."""
MONTH, YEAR = 7, 4
"""Letters of an ISO day that name the period."""


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month. ``part`` is its share of the fullest one, in a hundred."""

    name: str
    label: str
    count: int
    part: float
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The periods in their order; ``before`` and ``after`` are where the stretch in view can be pushed to.

    Where all periods are in view none of them is marked. ``whole`` leads back to all times.
    """

    periods: list[Period]
    whole: str | None
    before: str | None
    after: str | None


def strip(visit: Visit, first: str | None, last: str | None, span: tuple[str, str]) -> Strip:
    """The strip of the days from ``first`` to ``last`` within those of all articles."""
    months = {
        row["month"]: row["count"] for row in visit.ask("network.months", first=span[0][:MONTH], last=span[1][:MONTH])
    }
    inside = first is not None and last is not None and first[:YEAR] == last[:YEAR]
    year = first[:YEAR] if inside and first else None
    names = _names(span, year)
    counts = _counts(months, MONTH if year or len(names[0]) == MONTH else YEAR)
    most = max((counts[name] for name in names), default=0) or 1
    periods = [
        Period(
            name,
            _label(visit, name),
            counts[name],
            100 * counts[name] / most,
            _holds(name, first, last),
            visit.here(ilk=name, son=name, uc=None),
        )
        for name in names
    ]
    if all(one.chosen for one in periods):
        periods = [replace(one, chosen=False) for one in periods]
    before = _pushed(visit, first, last, -1) if first and last and first > span[0] else None
    after = _pushed(visit, first, last, 1) if first and last and last < span[1] else None
    return Strip(periods, visit.here(ilk=None, son=None, uc=None) if first or last else None, before, after)


def _names(span: tuple[str, str], year: str | None) -> list[str]:
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in span)
    if year:
        return [f"{year}-{month:02d}" for month in range(1, 13)]
    if last - first < MOST // 2:
        return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(first, last + 1)]
    return [f"{number:04d}" for number in range(first // 12, last // 12 + 1)][-MOST:]


def _counts(months: Mapping[str, int], letters: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for month, count in months.items():
        found[month[:letters]] += count
    return found


def _label(visit: Visit, name: str) -> str:
    if len(name) == YEAR:
        return name
    short = visit.tongue.say(wording.MONTHS[int(name[5:]) - 1])[:3]
    # A strip of several years says which one begins.
    return f"{short} {name[2:4]}" if name.endswith("-01") else short


def _holds(name: str, first: str | None, last: str | None) -> bool:
    begin, end = days_of(name)
    return bool(first or last) and (not first or (end or "") >= first) and (not last or (begin or "") <= last)


def _pushed(visit: Visit, first: str, last: str, way: int) -> str | None:
    """The stretch before or after one of the same length; whole months stay whole ones."""
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    try:
        if begin.day == 1 and (end + datetime.timedelta(1)).day == 1:
            step = way * ((end.year - begin.year) * 12 + end.month - begin.month + 1)
            names = [_month(day.year * 12 + day.month - 1 + step) for day in (begin, end)]
            if begin.month == 1 and end.month == 12:
                names = [name[:YEAR] for name in names]
            return visit.here(ilk=names[0], son=names[1], uc=None)
        days = way * ((end - begin).days + 1)
        moved = [(day + datetime.timedelta(days)).isoformat() for day in (begin, end)]
    except (OverflowError, ValueError):  # There is no day before the first one of all.
        return None
    return visit.here(ilk=moved[0], son=moved[1], uc=None)


def _month(number: int) -> str:
    return datetime.date(number // 12, number % 12 + 1, 1).isoformat()[:MONTH]
