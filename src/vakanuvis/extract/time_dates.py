"""Rules for dates of the calendar: days, months, years, as printed in figures and words.

In:  a Line and the place where a rule should begin.
Out: a Match, or None.

    Karar 9 Kasım 2020 Pazartesi günü açıklandı.   →   Date(month=11, day=9, year=Year(2020), weekday=1)
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    (The decision was announced on Monday, 9 November 2020.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.time_line import Line
from vakanuvis.extract.time_readings import Date, Fixed, Reading, Season, Stretch, Year

_DASHES = "-–—"
_LAST_CENTURIES = (1900, 2099)
_ALL_YEARS = (1000, 2099)


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule found: up to which piece, what it means, by which entry.

    ``ending`` is the class of the last word's ending. A ``weak`` match is a time only if something behind it says so
    (``2004'ün`` needs ``sonunda``).
    """

    end: int
    reading: Reading
    word: str
    ending: str = ""
    weak: bool = False


def numeric_date(line: Line, at: int) -> Match | None:
    """``16.10.2025``, ``16/10/2025``, ``2025-10-16``."""
    if line.is_glued(at) and at and line.is_mark(at - 1, "./,"):
        return None
    if not (line.is_mark(at + 1, "./-") and line.letters(at + 1) == line.letters(at + 3)):
        return None
    if not all(line.is_glued(at + step) for step in range(1, 5)):
        return None
    day, month, year = line.figure(at, 1, 31), line.figure(at + 2, 1, 12), line.figure(at + 4, *_ALL_YEARS)
    if line.letters(at + 1) == "-" and day is None:
        year, day = line.figure(at, *_ALL_YEARS), line.figure(at + 4, 1, 31)
    if day is None or month is None or year is None:
        return None
    return Match(at + 5, Date(month, day, Year(year)), _shape(line, 8), line.ending_of_figure(at + 4) or "")


def day_and_month(line: Line, at: int) -> Match | None:
    """``3 Mayıs``, ``20-21 Kasım 2025``, ``20 ve 21 Kasım``."""
    first = line.figure(at, 1, 31)
    if first is None or (line.is_glued(at) and line.is_mark(at - 1, ".,:")):
        return None
    last, end = first, at + 1
    if line.is_mark(end, _DASHES) or line.known(end, "join"):
        second = line.figure(end + 1, 1, 31)
        if second is None or second <= first or (line.known(end, "join") and second != first + 1):
            return None
        last, end = second, end + 2
    month = line.known(end, "month")
    if month is None:
        return None
    end += month.words
    days = f"{first}" if first == last else f"{first}-{last}"
    if named := _named(line, end, f"{days} {month.entry.word}"):
        return named
    year, ending = None, month.ending
    if not month.ending and (number := line.figure(end, *_ALL_YEARS)) is not None:
        year, ending = Year(number), line.ending_of_figure(end) or ""
        end += 1
    value, word = month.entry.value, month.entry.word
    if first == last:
        return Match(end, Date(value, first, year), word, ending)
    return Match(end, Stretch(Date(value, first, year), Date(value, last, year)), word, ending)


def month(line: Line, at: int) -> Match | None:
    """``haziran ayında``, ``Haziran 2024``, ``ekimde``, ``Mayıs'ın 3'ünde``; a bare month name is weak."""
    hit = line.known(at, "month")
    if hit is None:
        return None
    end, value, word = at + hit.words, hit.entry.value, hit.entry.word
    if not hit.ending and (number := line.figure(end, *_LAST_CENTURIES)) is not None:
        return Match(end + 1, Date(value, None, Year(number)), word, line.ending_of_figure(end) or "")
    unit = line.known(end, "unit")
    if unit and unit.entry.unit == "month" and unit.ending:
        return Match(end + 1, Date(value), word, unit.ending)
    if hit.ending == "of" and (day := line.figure(end, 1, 31)) and line.ending_of_figure(end):
        return Match(end + 1, Date(value, day), word, line.ending_of_figure(end) or "")
    is_name = at > 0 and line.pieces[at - 1].capital and line.pieces[at].capital and not line.is_known(at - 1)
    if is_name and hit.ending != "in":
        return None
    return Match(end, Date(value), word, hit.ending, weak=hit.ending != "in")


def year(line: Line, at: int) -> Match | None:
    """``2004'te``, ``2023 yılında``, ``2024 yılı Haziran ayında``, ``1990'lı yıllarda``; ``2004'ün`` is weak."""
    number = line.figure(at, *_ALL_YEARS)
    if number is None or (line.is_glued(at) and line.is_mark(at - 1, ".,:%")):
        return _short_decade(line, at)
    word, ending, end = _shape(line, 4), line.ending_of_figure(at), at + 1
    if ending in ("many", "with"):
        return _decade(line, at, number)
    named, unit = False, line.known(end, "unit")
    if not ending and unit and unit.entry.unit == "year" and unit.ending not in ("", "for", "many"):
        named, ending, end = True, unit.ending, end + 1
    if not ending and unit and unit.entry.unit == "year" and not unit.ending and line.known(end + 1, "edge"):
        return Match(end + 1, Year(number), word, weak=True)
    if ending in ("", "of", "its") and (within := _in_the_year(line, end, Year(number))):
        return within
    if ending == "" and line.known(end, "event"):
        return Match(end, Year(number), word)
    if not named and ending != "in" and not _LAST_CENTURIES[0] <= number <= _LAST_CENTURIES[1]:
        return None
    return None if ending is None else Match(end, Year(number), word, ending, weak=not named and ending != "in")


def century(line: Line, at: int) -> Match | None:
    """``19. yüzyılda``, ``20'nci yüzyıl``."""
    number = line.figure(at, 1, 21)
    if number is None or not (line.is_mark(at + 1, ".") or line.pieces[at].suffix):
        return None
    end = at + 1 if line.pieces[at].suffix else at + 2
    unit = line.known(end, "unit")
    if unit is None or unit.entry.unit != "century":
        return None
    return Match(end + 1, Fixed(f"{number - 1:02d}XX"), unit.entry.word, unit.ending)


def dated(reading: Reading, year: Year) -> Reading | None:
    """The reading in that year, if it is a date or season that has none yet."""
    match reading:
        case Date(month=value, day=day, year=None):
            return Date(value, day, year)
        case Season(season=season, year=None):
            return Season(season, year)
        case Stretch(first=Date(year=None) as first, last=Date(year=None) as last):
            return Stretch(Date(first.month, first.day, year), Date(last.month, last.day, year))
    return None


def in_year(line: Line, at: int, year: Year) -> Match | None:
    """A day, month or season that begins here, put into the year named before it."""
    for rule in (day_and_month, month):
        match = rule(line, at)
        if match and (reading := dated(match.reading, year)):
            return Match(match.end, reading, match.word, match.ending)
    season = line.known(at, "season")
    return Match(at + season.words, Season(season.entry.value, year), season.entry.word) if season else None


def _in_the_year(line: Line, at: int, year: Year) -> Match | None:
    # "2004 3 Mayıs" is no date: after a figure only a month or season may follow.
    return None if line.figure(at, 0, 9999) is not None and line.letters(at - 1).isdigit() else in_year(line, at, year)


def _decade(line: Line, at: int, number: int) -> Match | None:
    ending, end = line.ending_of_figure(at), at + 1
    if number % 10:
        return None
    if ending == "with":
        unit = line.known(end, "unit")
        if unit is None or unit.entry.unit != "year" or unit.ending != "many":
            return None
        ending, end = unit.ending, end + 1
    return Match(end, Fixed(f"{number // 10}X"), _shape(line, 4), ending or "")


def _short_decade(line: Line, at: int) -> Match | None:
    """``90'lı yıllarda`` are those of the last century."""
    number = line.figure(at, 20, 90)
    if number is None or line.ending_of_figure(at) != "with":
        return None
    return _decade(line, at, _LAST_CENTURIES[0] + number)


def _named(line: Line, end: int, name: str) -> Match | None:
    """A day known by its name; ``before`` lists what must follow it, and is empty where nothing need."""
    for entry in line.lexicon.named("named"):
        if entry.word == name and (not entry.before or line.letters(end).startswith(entry.before)):
            return Match(end, Fixed(entry.edtf, named=True), entry.word)
    return None


def _shape(line: Line, figures: int) -> str:
    return next((entry.word for entry in line.lexicon.named("shape") if entry.value == figures), "")
