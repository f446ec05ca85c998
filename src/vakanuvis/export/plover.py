"""Events as PLOVER JSON lines, with the field names of the PLOVER 2.0 draft (2024).

In:  entries.
Out: one JSON object per event and line.

    {"id": "e41…", "date": "2025-03-13", "actor": [{"code": "XAR", "sector": "GOV", …}], "event": ["CONSULT"], …}

Every event is written, also what was only planned, denied or said by a speaker: ``status`` and ``said_in`` tell it.
These and ``cameo``, ``edtf``, ``date_basis``, ``text_info.article``, ``mentions`` and ``because`` are fields of our
own, which the specification allows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from vakanuvis.export.entry import Entry, Record, the_day
from vakanuvis.export.lines import whole
from vakanuvis.lexicon.interchange import Interchange, interchange
from vakanuvis.version import VERSION

CODEBOOK = "plover-2.0"
LANGUAGE = "tr"


def plover_lines(entries: Iterable[Entry], codes: Interchange | None = None) -> Iterator[str]:
    """Each event of each article on a line of its own."""
    codes = codes or interchange()
    for entry in entries:
        for event in entry.reading["events"]:
            yield whole(json.dumps(_event(entry, event, codes), ensure_ascii=False)) + "\n"


def days_told(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last ISO day of a day or of a span of days; None for what is vaguer: a month is no day."""
    first, slash, last = (edtf or "").partition("/")
    begin, end = the_day(first), the_day(last)
    return (begin, end if begin else None) if slash and begin and end else (the_day(edtf), None)


def _event(entry: Entry, event: Record, codes: Interchange) -> dict[str, Any]:
    date, end = days_told(event["date"])
    report = entry.known.reports.get(event["id"])
    return {
        "id": event["id"],
        "date": date,
        "enddate": end,
        "edtf": event["date"],
        "date_basis": event["date_basis"],
        "actor": [_actor(entry, actor, event) for actor in event["actor"]],
        "recipient": [_actor(entry, actor, event) for actor in event["recipient"]],
        "event": [event["event"]],
        "mode": event["mode"],
        "context": event["context"],
        "quad_code": event["quad_code"],
        "event_scale": event["event_scale"],
        "cameo": event["cameo"],
        "status": event["status"],
        "said_in": event["said_in"],
        "event_loc": _place(entry, event, codes),
        "event_text": _letters(entry, [event["event_span"]]),
        "link": report.fullest if report else None,
        "text_info": {**_span(event["event_span"]), "article": entry.id, "sha256": entry.sha256},
        "mentions": [_span(span) for span in event["mentions"]],
        "cite_info": _source(entry),
        "coder": f"vakanuvis/{VERSION}",
        "because": list(event.get("because", ())),
    }


def _actor(entry: Entry, actor: str, event: Record) -> dict[str, Any]:
    identity, mention = entry.identity(actor), entry.near(actor, event["event_span"])
    return {
        "code": identity and identity.country,
        "sector": identity and identity.sector,
        "identifier_id": identity and identity.id,
        "identifier_text": identity and identity.name,
        "office": entry.office(actor),
        "entity_text": entry.letters(mention),
        **({"start": mention["start"], "end": mention["end"]} if mention else {}),
    }


def _place(entry: Entry, event: Record, codes: Interchange) -> dict[str, Any] | None:
    place = entry.place(event)
    if place is None:
        return None
    return {
        "name": place["name"],
        "latitude": place["latitude"],
        "longitude": place["longitude"],
        "country code": codes.iso2(place["country"]) or None,
        "cc3": place["country"],
        **_span(place),
    }


def _source(entry: Entry) -> dict[str, Any]:
    return {
        "citation": entry.id,
        "url": entry.article["url"],
        "title": entry.title,
        "publication": entry.outlet,
        "published": entry.article["published"],
        "language": LANGUAGE,
        "codebook": CODEBOOK,
    }


def _letters(entry: Entry, spans: Iterable[Record]) -> list[str] | None:
    found = [letters for span in spans if (letters := entry.letters(span)) is not None]
    return found or None


def _span(span: Record) -> dict[str, int]:
    return {"start": span["start"], "end": span["end"]}
