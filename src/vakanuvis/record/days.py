"""Which days an EDTF date may mean.

In:  EDTF level 1, as ``article.published`` and ``events.date`` carry it.
Out: the first and the last day it allows, as ISO days that sort as text.

    2024-11              2024-11-01 … 2024-11-30
    2024-11-29/..        2024-11-29 … (open)
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

_DATE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?[?~%]?")
# EDTF level 1 writes the seasons as months 21 to 24, spring first. Northern hemisphere, whole months.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_MONTHS = 12

Days = tuple[str | None, str | None]


# The same few thousand days and months are asked for again and again, millions of times over a large archive.
@lru_cache(maxsize=1 << 15)
def days_of(edtf: str | None) -> Days:
    """First and last day; None for an open or unreadable side."""
    if not edtf:
        return None, None
    begin, slash, end = edtf.partition("/")
    return _side(begin)[0], _side(end if slash else begin)[1]


def may_overlap(one: str | None, other: str | None) -> bool:
    """True unless the two dates cannot share a day. An unknown date may share any."""
    (first, last), (begin, end) = days_of(one), days_of(other)
    return not ((last and begin and last < begin) or (end and first and end < first))


def _side(date: str) -> Days:
    found = _DATE.fullmatch(date.strip())
    if not found:
        return None, None
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year or month in (None, "XX"):
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    if int(month) in _SEASONS:
        first, last = _SEASONS[int(month)]
        return _month(int(year), first)[0], _month(int(year), last)[1]
    if not 1 <= int(month) <= _MONTHS:
        return None, None
    if day in (None, "XX"):
        return _month(int(year), int(month))
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"


def _month(year: int, month: int) -> tuple[str, str]:
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    last = monthrange(year, month)[1] if year else 31
    return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{last:02d}"
