"""What a printed time says by itself, before it is reckoned from the day of publication.

In:  what a rule of the grammar read (``20 Kasım``).
Out: a Reading: one small dataclass for each way of telling a time.

    Zirve 20 Kasım'da yapılacak.   →   Date(month=11, day=20)
          ~~~~~~~~~~~
    (The summit will be held on 20 November.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.lexicon.times import Unit


@dataclass(frozen=True, slots=True)
class Year:
    """A year: in figures, or so many from this one (``geçen yıl``)."""

    number: int | None = None
    away: int | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A day or month, with or without its year.

    ``weekday`` helps to find the year; ``modifier`` is -1 for ``geçen haziran``, 1 for ``önümüzdeki haziran``.
    """

    month: int
    day: int | None = None
    year: Year | None = None
    weekday: int | None = None
    modifier: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs no reckoning; ``named`` where only its name tells the year (``11 Eylül``)."""

    edtf: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a year, or of the one nearest."""

    season: int
    year: Year | None = None
    modifier: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A half or a quarter of a year."""

    year: Year
    parts: int
    nth: int


@dataclass(frozen=True, slots=True)
class Away:
    """So many units from today (``iki gün önce``, ``geçen hafta``); only ahead if ``needs_future``."""

    unit: Unit
    count: int
    needs_future: bool = False


@dataclass(frozen=True, slots=True)
class Through:
    """All of so many units up to today or from it on (``son beş yıl``)."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: last (-1), this (0), next (1), or as the tense says (None).

    ``weeks`` is set where the week is named (``geçen hafta salı``: -1).
    """

    weekday: int
    modifier: int | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday."""

    modifier: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month named relative to this one (``ayın 5'inde``, ``geçen ayın 5'inde``)."""

    day: int
    months: int | None = None


@dataclass(frozen=True, slots=True)
class FromAnchor:
    """So many units from the date told just before (``ertesi gün``)."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time to another; None for an open end."""

    first: Reading | None
    last: Reading | None


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A time that the text does not settle (``birkaç gün önce``)."""


Reading = (
    Year | Date | Fixed | Season | Part | Away | Through | Weekday | Weekend
    | DayOfMonth | FromAnchor | Stretch | Unsettled
)  # fmt: skip
