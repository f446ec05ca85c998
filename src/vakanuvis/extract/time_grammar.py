"""Put the rules together: a time, what may stand behind it, ranges and open ends.

In:  a Line.
Out: the Matches in it, longest first at each place, none overlapping.

    Ambargo 2014-2016 yılları arasında sürdü.   →   Stretch(Year(2014), Year(2016))
            ~~~~~~~~~~~~~~~~~~~~~~~~~
    (The embargo lasted between the years 2014 and 2016.)
"""

from __future__ import annotations

from dataclasses import replace

from vakanuvis.extract import time_dates, time_relations
from vakanuvis.extract.time_dates import Match
from vakanuvis.extract.time_line import Line
from vakanuvis.extract.time_readings import (
    Away,
    Date,
    DayOfMonth,
    Fixed,
    FromAnchor,
    Part,
    Reading,
    Stretch,
    Weekday,
    Year,
)  # fmt: skip

_DASHES = "-–—"
_RULES = (
    time_dates.numeric_date,
    time_dates.day_and_month,
    time_dates.month,
    time_dates.year,
    time_dates.century,
    time_relations.day_word,
    time_relations.weekday,
    time_relations.modified,
    time_relations.counted_units,
    time_relations.this_unit,
    time_relations.from_anchor,
    time_relations.season,
)


def placed(line: Line) -> tuple[tuple[int, Match], ...]:
    """All times of the line, each with the piece at which it begins."""
    found, at = [], 0
    while at < len(line):
        match = _whole(line, at)
        if match:
            found.append((at, match))
        at = match.end if match else at + 1
    return tuple(found)


def _whole(line: Line, at: int) -> Match | None:
    if not line.may_begin(at):
        return None
    first = _with_tail(line, _longest(line, at))
    if first is None:
        return None
    match = _range(line, first) or first
    match = _with_bound(line, _with_edge(line, _with_tail(line, match) or match))
    return None if match.weak else match


def _longest(line: Line, at: int) -> Match | None:
    found = [match for rule in _RULES if (match := rule(line, at))]
    return max(found, key=lambda match: match.end, default=None)


def _with_tail(line: Line, match: Match | None) -> Match | None:
    """The weekday, ``günü``, ``sabahı``, ``tarihinde``, ``saat 14.00'te`` behind a date belong to it."""
    if match is None or (isinstance(match.reading, Stretch) and match.ending in ("from", "to")):
        return match
    for step in (_weekday_tail, _unit_tail, _part_tail, _dated_tail, _clock_tail):
        match = step(line, match)
    return match


def _weekday_tail(line: Line, match: Match) -> Match:
    at = match.end + 1 if line.is_mark(match.end, ",") else match.end
    day = line.known(at, "weekday")
    if day is None or match.ending or not isinstance(match.reading, Date) or match.reading.day is None:
        return match
    reading = replace(match.reading, weekday=day.entry.value)
    return replace(match, end=at + day.words, reading=reading, ending=day.ending)


def _unit_tail(line: Line, match: Match) -> Match:
    unit = line.known(match.end, "unit")
    if unit is None or match.ending or not unit.ending:
        return match
    wanted = {"day": _is_a_day, "month": _is_months, "year": _is_years}.get(unit.entry.unit)
    if wanted is None or not wanted(match.reading):
        return match
    return replace(match, end=match.end + unit.words, ending=unit.ending, weak=False)


def _part_tail(line: Line, match: Match) -> Match:
    part = line.known(match.end, "part")
    if part is None or not _is_a_day(match.reading) or match.ending not in ("", "its"):
        return match
    end = match.end + part.words
    hours = line.known(end, "clock")
    if hours and hours.ending:
        return replace(match, end=end + hours.words, ending=hours.ending)
    return replace(match, end=end, ending=part.ending)


def _dated_tail(line: Line, match: Match) -> Match:
    dated = line.known(match.end, "dated")
    if dated is None or match.ending or not dated.ending:
        return match
    return replace(match, end=match.end + dated.words, ending=dated.ending, weak=False)


def _clock_tail(line: Line, match: Match) -> Match:
    at = match.end + 1 if line.is_mark(match.end, ",") else match.end
    if line.known(at, "clock") is None or not _is_a_day(match.reading) or line.figure(at + 1, 0, 24) is None:
        return match
    end = at + 2
    if line.is_mark(end, ".:") and line.is_glued(end) and line.figure(end + 1, 0, 59) is not None:
        end += 2
    return replace(match, end=end, ending=line.ending_of_figure(end - 1) or "")


def _range(line: Line, first: Match) -> Match | None:
    """``30 Ekim-2 Kasım``, ``2014-2016``, ``2014 ile 2016 yılları arasında``, ``1958'den 1969'a kadar``."""
    is_dash, join = line.is_mark(first.end, _DASHES), line.known(first.end, "join")
    step = 1 if is_dash or join else 0
    if (step and first.ending) or (not step and first.ending != "from"):
        return None
    last = _with_tail(line, _longest(line, first.end + step))
    if last is None or isinstance(last.reading, Stretch) or not _are_alike(first.reading, last.reading):
        return None
    reading = Stretch(first.reading, last.reading)
    if not step:
        bound = line.known(last.end, "until")
        return Match(last.end + bound.words, reading, first.word) if bound and last.ending == "to" else None
    if join and line.known(_after_unit(line, last.end), "between") is None:
        return None
    return Match(last.end, reading, first.word, last.ending, weak=last.weak)


def _with_edge(line: Line, match: Match) -> Match:
    """``sonunda``, ``başında``, ``ilk yarısında``, ``arasında`` behind a date."""
    edge, between = line.known(match.end, "edge"), line.known(match.end, "between")
    if edge and edge.ending and match.ending in ("", "of", "its") and not _is_a_day(match.reading):
        return replace(match, end=match.end + edge.words, ending=edge.ending, weak=False)
    if between and between.ending and isinstance(match.reading, Stretch) and match.reading.last:
        return replace(match, end=match.end + between.words, ending=between.ending, weak=False)
    return _with_half(line, match) or match


def _with_half(line: Line, match: Match) -> Match | None:
    nth = line.known(match.end, "nth")
    half = line.known(match.end + nth.words, "half") if nth else None
    year = _year_of(match.reading)
    if nth is None or half is None or year is None or match.ending not in ("", "of", "its"):
        return None
    end = match.end + nth.words + half.words
    return Match(end, Part(year, half.entry.value, nth.entry.value), half.entry.word, half.ending)


def _with_bound(line: Line, match: Match) -> Match:
    """``-den beri``, ``-e kadar``, and ``-den sonra``/``-den önce`` behind a date."""
    since, until = line.known(match.end, "since"), line.known(match.end, "until")
    after, before = line.known(match.end, "after"), line.known(match.end, "before")
    if isinstance(match.reading, Stretch):
        return match
    if since and match.ending == "from":
        return _bounded(match, since.words, Stretch(match.reading, None))
    if until and match.ending == "to":
        return _bounded(match, until.words, Stretch(None, match.reading))
    if after and match.ending == "from":
        return _bounded(match, after.words, Stretch(match.reading, None))
    if before and match.ending == "from":
        return _bounded(match, before.words, Stretch(None, match.reading))
    return match


def _bounded(match: Match, words: int, reading: Stretch) -> Match:
    return Match(match.end + words, reading, match.word)


def _after_unit(line: Line, at: int) -> int:
    unit = line.known(at, "unit") or line.known(at, "dated")
    return at + unit.words if unit else at


def _is_a_day(reading: Reading) -> bool:
    match reading:
        case Date(day=day):
            return day is not None
        case Away(unit=unit) | FromAnchor(unit=unit):
            return unit == "day"
        case Stretch(first=Date() as first):
            return _is_a_day(first)
        case Fixed(edtf=edtf):
            return len(edtf) == len("2016-07-15")
    return isinstance(reading, Weekday | DayOfMonth)


def _is_months(reading: Reading) -> bool:
    if isinstance(reading, Stretch) and reading.first and reading.last:
        return _is_months(reading.first) and _is_months(reading.last)
    return isinstance(reading, Date) and reading.day is None


def _is_years(reading: Reading) -> bool:
    if isinstance(reading, Stretch) and reading.first and reading.last:
        return _is_years(reading.first) and _is_years(reading.last)
    return isinstance(reading, Year)


def _are_alike(first: Reading, last: Reading) -> bool:
    kinds = (_is_a_day, _is_months, _is_years)
    return any(kind(first) and kind(last) for kind in kinds)


def _year_of(reading: Reading) -> Year | None:
    if isinstance(reading, Away) and reading.unit == "year":
        return Year(away=reading.count)
    return reading if isinstance(reading, Year) else None
