"""Reckon with dates that are known to the day, the month or the year, and write them as EDTF level 1.

In:  EDTF such as a publication date (``2024-11``), and steps (two weeks back, the Tuesday before).
Out: Moments and EDTF; never finer than what went in.

    geçen ay (published 2025-01-06)  →  2024-12     (last month)
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from vakanuvis.lexicon.times import Unit

YEARS = range(1000, 2100)
_MONTHS = 12
_DAYS_IN_WEEK = 7
# Spring to winter in EDTF level 1, and the month each begins in.
_SEASON_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12}
# An article known only to its month: what lies this many days back is still counted to that month, as a reader would.
_NEAR_DAYS = 14


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known: a year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """``2024``, ``2024-11`` or ``2024-11-29``."""
        month = "" if self.month is None else f"-{self.month:02d}"
        day = "" if self.day is None else f"-{self.day:02d}"
        return f"{self.year:04d}{month}{day}"

    @property
    def first_day(self) -> date:
        """The first day that the moment holds."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def to_the_month(self) -> Moment:
        """The same, no finer than a month."""
        return Moment(self.year, self.month)


def moment_of(day: date) -> Moment:
    """A day as a Moment."""
    return Moment(day.year, day.month, day.day)


def read_moment(edtf: str | None) -> Moment | None:
    """The moment at the head of an EDTF date or date-time; None for anything else (and for an open beginning)."""
    parts = (edtf or "").split("/")[0].replace("T", " ").split(" ")[0].split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts) or len(parts[0]) != 4:
        return None
    numbers = [int(part) for part in parts]
    return exact_moment(numbers[0], *numbers[1:])


def exact_moment(year: int, month: int | None = None, day: int | None = None) -> Moment | None:
    """A moment, or None if the calendar has no such day."""
    if year not in YEARS or (month is not None and month not in range(1, _MONTHS + 1)):
        return None
    if day is not None and (month is None or not 1 <= day <= monthrange(year, month)[1]):
        return None
    return Moment(year, month, day)


def interval(first: str | None, last: str | None) -> str | None:
    """``first/last``; one date where both are the same; None where either is unknown."""
    if first is None or last is None:
        return None
    begin, end = first.split("/")[0], last.split("/")[-1]
    return begin if begin == end else f"{begin}/{end}"


def since(first: str | None) -> str | None:
    """An interval with an open end."""
    return f"{first.split('/')[0]}/.." if first else None


def until(last: str | None) -> str | None:
    """An interval with an open beginning."""
    return f"../{last.split('/')[-1]}" if last else None


def days_from(today: Moment, days: int) -> Moment | None:
    """The day so many days from today.

    Where today is known only to the month (year), days back within a fortnight count to that month (year): it may be
    the one before only at its edge. What lies ahead, or farther back, stays unknown.
    """
    if today.day is not None:
        return moment_of(today.first_day + timedelta(days=days))
    return today if -_NEAR_DAYS <= days <= 0 else None


def months_from(today: Moment, months: int) -> Moment | None:
    """The month so many months from today; the year if today is only a year and nothing is reckoned."""
    if today.month is None:
        return today if months == 0 else None
    count = today.year * _MONTHS + today.month - 1 + months
    return exact_moment(count // _MONTHS, count % _MONTHS + 1)


def week_from(today: Moment, weeks: int) -> str | None:
    """The month, or the two months, that hold the week so many weeks from today.

    EDTF level 1 has no week, and its interval would say that the thing lasted from Monday to Sunday.
    """
    if today.day is None:
        near = days_from(today, weeks * _DAYS_IN_WEEK)
        return near.edtf if near else None
    monday = today.first_day + timedelta(days=weeks * _DAYS_IN_WEEK - today.first_day.weekday())
    sunday = monday + timedelta(days=_DAYS_IN_WEEK - 1)
    return interval(moment_of(monday).to_the_month.edtf, moment_of(sunday).to_the_month.edtf)


def unit_from(today: Moment, unit: Unit, count: int) -> str | None:
    """The day, week, month, year, decade or century so many units from today, as EDTF."""
    if unit == "week":
        return week_from(today, count)
    if unit == "day":
        moment = days_from(today, count)
        return moment.edtf if moment else None
    if unit == "month":
        moment = months_from(today, count)
        return moment.edtf if moment else None
    if unit == "year":
        moment = exact_moment(today.year + count)
        return moment.edtf if moment else None
    if unit == "decade":
        return f"{today.year // 10 + count}X"
    if unit == "century":
        return f"{today.year // 100 + count}XX"
    return None


def units_between(today: Moment, unit: Unit, count: int) -> str | None:
    """From today to so many units ahead (or, below zero, from so many back to today)."""
    if unit in ("hour", "decade", "century", "weekend") or (unit in ("day", "week") and today.day is None):
        return None
    if unit == "week":
        unit, count = "day", count * _DAYS_IN_WEEK
    here, there = unit_from(today, unit, 0), unit_from(today, unit, count)
    return interval(here, there) if count >= 0 else interval(there, here)


def weekday_back(today: Moment, weekday: int, *, today_counts: bool) -> Moment | None:
    """The last such weekday (1 Monday … 7 Sunday) before today, or on it if today counts."""
    if today.day is None:
        return today
    back = (today.first_day.isoweekday() - weekday) % _DAYS_IN_WEEK
    return days_from(today, -back if back or today_counts else -_DAYS_IN_WEEK)


def weekday_ahead(today: Moment, weekday: int) -> Moment | None:
    """The next such weekday after today."""
    if today.day is None:
        return None
    ahead = (weekday - today.first_day.isoweekday()) % _DAYS_IN_WEEK
    return days_from(today, ahead or _DAYS_IN_WEEK)


def weekday_of_week(today: Moment, weekday: int) -> Moment | None:
    """Such a weekday in the week of today."""
    if today.day is None:
        return today
    return days_from(today, weekday - today.first_day.isoweekday())


def weekend(today: Moment, *, ahead: bool, weeks: int = 0) -> str | None:
    """Saturday and Sunday: the last one begun, or the next to come; ``weeks`` moves it."""
    if today.day is None:
        return None if ahead else today.edtf
    saturday = weekday_of_week(today, 6) if ahead else weekday_back(today, 6, today_counts=True)
    saturday = days_from(saturday, weeks * _DAYS_IN_WEEK) if saturday else None
    sunday = days_from(saturday, 1) if saturday else None
    return interval(saturday.edtf, sunday.edtf) if saturday and sunday else None


def part_of_year(year: int, parts: int, nth: int) -> str | None:
    """A half (``parts`` 2) or quarter (4) of a year, as an interval of months."""
    if not 1 <= nth <= parts:
        return None
    length = _MONTHS // parts
    return interval(Moment(year, (nth - 1) * length + 1).edtf, Moment(year, nth * length).edtf)


def season_begins(year: int, season: int) -> Moment:
    """The month in which a season (EDTF 21–24) of the year begins."""
    return Moment(year, _SEASON_BEGINS[season])
