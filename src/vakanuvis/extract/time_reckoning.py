"""Reckon a printed time from the day of publication.

In:  a Reading (``20 Kasım``: a day without a year) and a Standpoint (published when; does the clause look ahead).
Out: EDTF level 1, or None where the text and the publication date do not settle it.

    Zirve 20 Kasım'da yapılacak.   published 2025-11-03   →   2025-11-20
          ~~~~~~~~~~~
    (The summit will be held on 20 November.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract import calendar
from vakanuvis.extract.calendar import Moment, exact_moment
from vakanuvis.extract.time_readings import (
    Away,
    Date,
    DayOfMonth,
    Fixed,
    FromAnchor,
    Part,
    Reading,
    Season,
    Stretch,
    Through,
    Weekday,
    Weekend,
    Year,
)  # fmt: skip
from vakanuvis.lexicon.times import Tense, Unit

# A day printed without its year is seldom farther off than this, whatever the tense says: those get their year, or
# "geçen yıl". So "8 Kasım" in an article of 6 November is two days ahead, not a year ago.
_FARTHEST_DAYS = 305


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a time is reckoned.

    ``published`` is today, ``tense`` whether the clause looks ahead or back, ``anchor`` the last whole date in the
    text just before.
    """

    published: Moment | None
    tense: Tense | None = None
    anchor: Moment | None = None


def is_explicit(reading: Reading) -> bool:
    """True if the text gives the date whole."""
    match reading:
        case Year(number=number):
            return number is not None
        case Fixed(named=named):
            return not named
        case Date(year=year) | Season(year=year) | Part(year=year):
            return year is not None and year.number is not None
        case Stretch(first=first, last=last):
            # "30 Ekim-2 Kasım 2024": the year is printed once, behind the last.
            end = last or first
            return end is not None and is_explicit(end)
        case _:
            return False


def reckon(reading: Reading, at: Standpoint) -> str | None:
    """The EDTF of a reading, seen from the standpoint."""
    match reading:
        case Fixed(edtf=edtf):
            return edtf
        case Year():
            year = _year(reading, at)
            return f"{year:04d}" if year else None
        case Date():
            moment = _date(reading, at)
            return moment.edtf if moment else None
        case Season():
            return _season(reading, at)
        case Part(year=part_year, parts=parts, nth=nth):
            year = _year(part_year, at)
            return calendar.part_of_year(year, parts, nth) if year else None
        case Stretch():
            return _stretch(reading, at)
        case FromAnchor(unit=unit, count=count):
            return _from_anchor(at.anchor, unit, count)
        case _:
            return _relative(reading, at, at.published) if at.published else None


def _relative(reading: Reading, at: Standpoint, today: Moment) -> str | None:
    match reading:
        case Away(unit=unit, count=count, needs_future=needs_future):
            return None if needs_future and at.tense != "future" else calendar.unit_from(today, unit, count)
        case Through(unit=unit, count=count):
            return calendar.units_between(today, unit, count)
        case Weekday():
            moment = _weekday(reading, at, today)
            return moment.edtf if moment else None
        case Weekend(modifier=modifier):
            ahead = modifier == 1 or (modifier != -1 and at.tense == "future")
            return calendar.weekend(today, ahead=ahead)
        case DayOfMonth():
            moment = _day_of_month(reading, at, today)
            return moment.edtf if moment else None
        case _:
            return None


def _year(year: Year, at: Standpoint) -> int | None:
    if year.number is not None:
        return year.number
    return at.published.year + (year.away or 0) if at.published else None


def _date(date: Date, at: Standpoint) -> Moment | None:
    if date.year is not None:
        year = _year(date.year, at)
        return exact_moment(year, date.month, date.day) if year else None
    if at.anchor is not None and _tells_of_another_year(at):
        after = [exact_moment(at.anchor.year + more, date.month, date.day) for more in (0, 1)]
        held = [moment for moment in after if moment and moment.edtf >= at.anchor.edtf]
        if held and at.published and held[0].edtf <= at.published.edtf:
            return held[0]
    return _nearest(date, at) if at.published else None


def _tells_of_another_year(at: Standpoint) -> bool:
    if at.anchor is None or at.anchor.month is None or at.published is None:
        return False
    return at.anchor.year < at.published.year and at.tense != "future"


def _nearest(date: Date, at: Standpoint) -> Moment | None:
    """The year that fits tense, weekday and closeness."""
    today = at.published
    if today is None:
        return None
    years = (today.year - 1, today.year, today.year + 1)
    moments = [moment for year in years if (moment := exact_moment(year, date.month, date.day))]
    if not moments:
        return None
    if date.weekday is not None:
        moments = [m for m in moments if m.first_day.isoweekday() == date.weekday] or moments
    if date.modifier is not None and date.modifier != 0 and date.day is None:
        # "geçen kasım", told in November, is last year's.
        moments = [m for m in moments if (m.year, m.month) != (today.year, today.month)] or moments
    nearest = min(moments, key=lambda m: _days_apart(m, today))
    tense = {-1: "past", 1: "future"}.get(date.modifier or 0, at.tense)
    if tense == "future":
        fits = [m for m in moments if _is_not_before(m, today)]
    elif tense == "past" or date.day is None:
        fits = [m for m in moments if _is_not_before(today, m)]
    else:
        return nearest
    fit = min(fits, key=lambda m: _days_apart(m, today), default=nearest)
    is_month_behind = date.day is None and tense != "future"
    return fit if is_month_behind or date.modifier or _days_apart(fit, today) <= _FARTHEST_DAYS else nearest


def _days_apart(one: Moment, other: Moment) -> int:
    if other.month is None:
        return abs(one.year - other.year) * 365
    return abs((one.first_day - other.first_day).days)


def _is_not_before(one: Moment, other: Moment) -> bool:
    """Compared no finer than both are known."""
    length = min(len(one.edtf), len(other.edtf))
    return one.edtf[:length] >= other.edtf[:length]


def _season(season: Season, at: Standpoint) -> str | None:
    if season.year is not None:
        year = _year(season.year, at)
        return f"{year:04d}-{season.season}" if year else None
    today = at.published
    if today is None:
        return None
    if season.modifier == 0 or today.month is None:
        return f"{today.year:04d}-{season.season}"
    begins = calendar.season_begins(today.year, season.season)
    ahead = season.modifier == 1 or (season.modifier is None and at.tense == "future")
    begun = _is_not_before(today, begins)
    year = today.year + (1 if ahead and begun else 0) - (0 if ahead or begun else 1)
    return f"{year:04d}-{season.season}"


def _weekday(day: Weekday, at: Standpoint, today: Moment) -> Moment | None:
    if day.weeks is not None:
        week = calendar.days_from(today, day.weeks * 7)
        return calendar.weekday_of_week(week, day.weekday) if week else None
    if day.modifier == 0:
        return calendar.weekday_of_week(today, day.weekday)
    if day.modifier == 1 or (day.modifier is None and at.tense == "future"):
        return calendar.weekday_ahead(today, day.weekday)
    return calendar.weekday_back(today, day.weekday, today_counts=day.modifier is None)


def _day_of_month(day: DayOfMonth, at: Standpoint, today: Moment) -> Moment | None:
    months = day.months
    if months is None:
        months = 0
        if today.day is not None and at.tense == "past" and day.day > today.day:
            months = -1
        elif today.day is not None and at.tense == "future" and day.day < today.day:
            months = 1
    month = calendar.months_from(today, months)
    return exact_moment(month.year, month.month, day.day) if month and month.month else None


def _stretch(stretch: Stretch, at: Standpoint) -> str | None:
    if stretch.last is None:
        return calendar.since(reckon(stretch.first, at)) if stretch.first else None
    if stretch.first is None:
        return calendar.until(reckon(stretch.last, at))
    first, last = _with_year_of(stretch.first, stretch.last), stretch.last
    begin, end = reckon(first, at), reckon(last, at)
    if begin and end and begin.split("/")[0] > end:
        begin = _year_before(begin) if isinstance(first, Date) else None
    return calendar.interval(begin, end)


def _with_year_of(first: Reading, last: Reading) -> Reading:
    """``30 Aralık-2 Ocak 2025``: the year is printed once."""
    if isinstance(first, Date) and isinstance(last, Date) and first.year is None and last.year is not None:
        return Date(first.month, first.day, last.year)
    return first


def _year_before(edtf: str) -> str:
    return f"{int(edtf[:4]) - 1:04d}{edtf[4:]}"


def _from_anchor(anchor: Moment | None, unit: Unit, count: int) -> str | None:
    if anchor is None or (unit == "day" and anchor.day is None) or (unit == "month" and anchor.month is None):
        return None
    return calendar.unit_from(anchor, unit, count)
