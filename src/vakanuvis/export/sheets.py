"""The record as tables: what CSV and Parquet share.

In:  entries.
Out: for each table its columns and rows.

    events   e41…, m1, CONSULT, visit, 1, 4.0, 042, actual, 2025-03-13, relative, …, start, end
    event_actors   e41…, actor, 0, a90…

Tables are told apart by name and tied by ids; lists (contexts, reasons) are JSON. Text columns are empty where
letters may not be passed on; their places stay.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from vakanuvis.export.entry import Entry, Record
from vakanuvis.record.ids import digest

Row = tuple[Any, ...]
TEXT, WHOLE, NUMBER, TRUTH = "VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN"
"""DuckDB's names of the types that columns have."""

_SPAN = {"start": WHOLE, "end": WHOLE}
_HEAD = {"article_id": TEXT, "position": WHOLE}
TABLES: Mapping[str, Mapping[str, str]] = {
    "articles": {
        **{"id": TEXT, "source": TEXT, "outlet": TEXT, "cluster": TEXT, "url": TEXT, "title": TEXT, "published": TEXT},
        **{"dateline": TEXT, "dateline_country": TEXT, "length": WHOLE, "sha256": TEXT, "text": TEXT, "notes": TEXT},
    },
    "actors": {
        **{"id": TEXT, **_HEAD, "kind": TEXT, "name": TEXT, "country": TEXT, "sector": TEXT},
        **{"entity_id": TEXT, "entity_name": TEXT, "because": TEXT},
    },
    "mentions": {"actor_id": TEXT, **_HEAD, "kind": TEXT, **_SPAN, "text": TEXT, "because": TEXT},
    "titles": {
        **{"actor_id": TEXT, **_HEAD, "office": TEXT, "country": TEXT, "former": TRUTH},
        **{**_SPAN, "text": TEXT, "because": TEXT},
    },
    "statements": {
        **{"id": TEXT, **_HEAD, "kind": TEXT, "speaker": TEXT, "cue": TEXT, "addressee": TEXT, "force": TEXT},
        **{"negated": TRUTH, "medium": TEXT, "nested_in": TEXT, "same_as": TEXT, "speaker_start": WHOLE},
        **{"speaker_end": WHOLE, "cue_start": WHOLE, "cue_end": WHOLE, "content": TEXT, "because": TEXT},
    },
    "contents": {"statement_id": TEXT, **_HEAD, **_SPAN, "text": TEXT},
    "statement_actors": {"statement_id": TEXT, **_HEAD, "role": TEXT, "actor_id": TEXT},
    "events": {
        **{"id": TEXT, **_HEAD, "event": TEXT, "mode": TEXT, "context": TEXT, "quad_code": WHOLE},
        **{"event_scale": NUMBER, "cameo": TEXT, "status": TEXT, "date": TEXT, "date_basis": TEXT},
        **{"location": TEXT, "location_country": TEXT, "latitude": NUMBER, "longitude": NUMBER, "said_in": TEXT},
        **{"fullest": TEXT, **_SPAN, "text": TEXT, "because": TEXT},
    },
    "event_actors": {"event_id": TEXT, **_HEAD, "role": TEXT, "actor_id": TEXT},
    "event_mentions": {"event_id": TEXT, **_HEAD, **_SPAN, "text": TEXT},
    "agreements": {
        **{"id": TEXT, **_HEAD, "name": TEXT, "status": TEXT, "date": TEXT, "parties": TEXT, "event_id": TEXT},
        **{"location": TEXT, "location_country": TEXT, **_SPAN, "because": TEXT},
    },
    "agreement_signatories": {"agreement_id": TEXT, **_HEAD, "actor_id": TEXT},
    "provisions": {"agreement_id": TEXT, **_HEAD, **_SPAN, "text": TEXT},
    "times": {**_HEAD, "date": TEXT, "basis": TEXT, **_SPAN, "text": TEXT, "because": TEXT},
    "places": {
        **{**_HEAD, "name": TEXT, "country": TEXT, "latitude": NUMBER, "longitude": NUMBER},
        **{**_SPAN, "text": TEXT, "because": TEXT},
    },
    "judgements": {"id": TEXT, **_HEAD, "kind": TEXT, "text": TEXT, "because": TEXT},
    "judgement_spans": {"judgement_id": TEXT, **_HEAD, **_SPAN, "letters": TEXT},
}
"""Each table's columns in order, with their types. ``position`` counts from 0 within what the row belongs to."""


def rows_of(entry: Entry) -> dict[str, list[Row]]:
    """All rows of one article, by table."""
    found: dict[str, list[Row]] = {table: [] for table in TABLES}

    def add(table: str, *values: Any) -> None:
        found[table].append(values)

    add("articles", *_article(entry))
    for write in (_actors, _statements, _events, _agreements, _surroundings):
        write(entry, add)
    return found


Add = Callable[..., None]


def _article(entry: Entry) -> Row:
    head, line = entry.article, entry.article["dateline"] or {}
    told = (head["id"], head["source"], entry.known.outlet, entry.known.cluster, head["url"], entry.title)
    place = (head["published"], line.get("name"), line.get("country"))
    return (*told, *place, len(head["text"]), entry.sha256, entry.text, _json(head.get("notes", ())))


def _actors(entry: Entry, add: Add) -> None:
    for position, actor in enumerate(entry.reading["actors"]):
        known = entry.known.identities.get(actor["id"])
        told = (actor["kind"], actor["name"], actor["country"], actor["sector"])
        who = (known.id, known.name) if known else (None, None)
        add("actors", actor["id"], entry.id, position, *told, *who, _because(actor))
        for number, mention in enumerate(actor["mentions"]):
            place = _place(entry, mention)
            add("mentions", actor["id"], entry.id, number, mention.get("kind"), *place, _because(mention))
        for number, title in enumerate(actor["titles"]):
            office = (title["office"], title["country"], title["former"])
            add("titles", actor["id"], entry.id, number, *office, *_place(entry, title), _because(title))


def _statements(entry: Entry, add: Add) -> None:
    for position, one in enumerate(entry.reading["statements"]):
        told = (one["kind"], one["speaker"], one["cue"], one.get("addressee"), one.get("force"))
        more = (bool(one.get("negated")), one.get("medium"), one.get("nested_in"), one["same_as"])
        spans = (*_ends(one["speaker_span"]), *_ends(one["cue_span"]))
        content = entry.all_letters(one["content"])
        add("statements", one["id"], entry.id, position, *told, *more, *spans, content, _because(one))
        for number, run in enumerate(one["content"]):
            add("contents", one["id"], entry.id, number, *_place(entry, run))
        speakers = one.get("speakers") or ([one["speaker"]] if one["speaker"] else [])
        for role, actors in (("speaker", speakers), ("about", one.get("about", ()))):
            for number, actor in enumerate(actors):
                add("statement_actors", one["id"], entry.id, number, role, actor)


def _events(entry: Entry, add: Add) -> None:
    for position, event in enumerate(entry.reading["events"]):
        place, report = entry.place(event) or {}, entry.known.reports.get(event["id"])
        code = (event["event"], event["mode"], _json(event["context"]), event["quad_code"], event["event_scale"])
        told = (event["cameo"], event["status"], event["date"], event["date_basis"])
        where = tuple(place.get(name) for name in ("name", "country", "latitude", "longitude"))
        ends = (event["said_in"], report and report.fullest, *_place(entry, event["event_span"]), _because(event))
        add("events", event["id"], entry.id, position, *code, *told, *where, *ends)
        for role in ("actor", "recipient"):
            for number, actor in enumerate(event[role]):
                add("event_actors", event["id"], entry.id, number, role, actor)
        for number, mention in enumerate(event["mentions"]):
            add("event_mentions", event["id"], entry.id, number, *_place(entry, mention))


def _agreements(entry: Entry, add: Add) -> None:
    for position, one in enumerate(entry.reading["agreements"]):
        told = (one["name"], one["status"], one["date"], _json(one["parties"]), one["event"])
        place = one.get("location") or {}
        where = (place.get("name"), place.get("country"))
        add("agreements", one["id"], entry.id, position, *told, *where, *_ends(one), _because(one))
        for number, actor in enumerate(one["signatories"]):
            add("agreement_signatories", one["id"], entry.id, number, actor)
        for number, provision in enumerate(one["provisions"]):
            add("provisions", one["id"], entry.id, number, *_place(entry, provision))


def _surroundings(entry: Entry, add: Add) -> None:
    for position, time in enumerate(entry.reading.get("times", ())):
        add("times", entry.id, position, time["date"], time["basis"], *_place(entry, time), _because(time))
    for position, place in enumerate(entry.reading.get("places", ())):
        told = (place["name"], place["country"], place["latitude"], place["longitude"])
        add("places", entry.id, position, *told, *_place(entry, place), _because(place))
    for position, one in enumerate(entry.reading["judgements"]):
        places = [(span["start"], span["end"]) for span in one["about"]]
        identity = digest("judgement", entry.id, one["kind"], one["text"], places)
        add("judgements", identity, entry.id, position, one["kind"], one["text"], _because(one))
        for number, span in enumerate(one["about"]):
            add("judgement_spans", identity, entry.id, number, *_place(entry, span))


def _place(entry: Entry, span: Record) -> Row:
    return (span["start"], span["end"], entry.letters(span))


def _ends(span: Record | None) -> Row:
    return (span["start"], span["end"]) if span else (None, None)


def _because(record: Record) -> str:
    return _json(record.get("because", ()))


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def all_rows(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Row]]]:
    """Article by article, each table that has rows."""
    for entry in entries:
        yield from ((table, rows) for table, rows in rows_of(entry).items() if rows)
