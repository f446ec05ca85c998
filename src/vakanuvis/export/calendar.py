"""What is announced for a day to come, as a calendar (iCalendar, RFC 5545).

In:  entries.
Out: a VEVENT for each planned event with a day, or a span of days: whole days, tentative, marked free.

What is announced for a month, a season or a year has no place in a calendar and is left out. No clock is asked:
``DTSTAMP`` is the day on which the article was published, or where it tells none, the event's own first day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from vakanuvis.export import wording
from vakanuvis.export.entry import Entry, Record
from vakanuvis.export.plover import days_told
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.version import VERSION

LONGEST_LINE = 75  # bytes, RFC 5545, 3.1
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_lines(entries: Iterable[Entry], codes: Plover | None = None) -> Iterator[str]:
    """The calendar. Of several reports of one event the fullest is written."""
    codes = codes or plover()
    yield from map(_folded, ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//vakanuvis//{VERSION}//TR"))
    yield from map(_folded, ("CALSCALE:GREGORIAN", "METHOD:PUBLISH"))
    for entry in entries:
        for event in entry.reading["events"]:
            if event["status"] == "planned" and entry.is_fullest(event):
                yield from map(_folded, _event(entry, event, codes))
    yield _folded("END:VCALENDAR")


def _event(entry: Entry, event: Record, codes: Plover) -> Iterator[str]:
    first, last = days_told(event["date"])
    if first is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{event['id']}@vakanuvis"
    yield f"DTSTAMP:{_basic(entry.day or first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    yield f"DTEND;VALUE=DATE:{_basic(_next(last or first))}"
    yield f"SUMMARY:{_text(_summary(entry, event, codes))}"
    yield from _description(entry, event)
    place = entry.place(event)
    if place:
        yield f"LOCATION:{_text(place['name'])}"
    if place and place["latitude"] is not None:
        yield f"GEO:{place['latitude']:.6f};{place['longitude']:.6f}"
    yield f"CATEGORIES:{event['event']}"
    if entry.page:
        yield f"URL:{entry.page}"
    yield from ("STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT")


def _summary(entry: Entry, event: Record, codes: Plover) -> str:
    sides = [", ".join(one.name for one in entry.identities(event[side])) for side in ("actor", "recipient")]
    return f"{wording.event_words(event, codes)}: {' → '.join(filter(None, sides))}".rstrip(": ")


def _description(entry: Entry, event: Record) -> Iterator[str]:
    letters = entry.letters(event["event_span"])
    told = [f"“{letters}”" if letters else None, entry.outlet, wording.date_words(entry.article["published"])]
    place = f"{entry.id}, {event['event_span']['start']}–{event['event_span']['end']}"
    yield f"DESCRIPTION:{_text(' · '.join(filter(None, (*told, place))))}"


def _text(value: str) -> str:
    return _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n")).translate(_ESCAPES)


def _basic(day: str) -> str:
    return day.replace("-", "")


def _next(day: str) -> str:
    """An end is the first day that no longer belongs to it."""
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
    except OverflowError:
        return day


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, no letter torn, each but the first behind a blank."""
    pieces, piece, size = [], "", 0
    for letter in line:
        length = len(letter.encode("utf-8", "replace"))
        if size + length > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    return "\r\n".join((*pieces, piece)) + "\r\n"
