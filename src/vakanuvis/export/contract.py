"""The reading: a Doc in the form that tools outside the project read (format 1, ``reading.schema.json``).

In:  a Doc. A layer whose stage has not run counts as empty.
Out: a dict of JSON values, its places in ``article.text`` as it came in.

    Sorgun, kapının açıldığını söyledi.      "speaker_span": {"start": 0, "end": 6}, "cue": "söyle", …
    ~~~~~~  ~~~~~~~~~~~~~~~~~~ ~~~~~~~
    (Sorgun said that the gate was opened.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.record.doc import Doc
from vakanuvis.record.event import Agreement, Event
from vakanuvis.record.judgement import Judgement
from vakanuvis.record.people import Actor, Mention, Title
from vakanuvis.record.reading import FORMAT, Reading
from vakanuvis.record.span import Span
from vakanuvis.record.statement import Statement
from vakanuvis.record.when_where import Place, TimeExpression


def reading_of(doc: Doc, codes: Plover | None = None) -> Reading:
    """What was read of the article. ``codes`` is the codebook; by default the one that comes with the library."""
    codes = codes or plover()
    return {
        "format": FORMAT,
        "article": _article(doc),
        "actors": [_actor(doc, actor) for actor in doc.actors or ()],
        "statements": [_statement(doc, statement) for statement in doc.statements or ()],
        "events": [_event(doc, event, codes) for event in doc.events or ()],
        "agreements": [_agreement(doc, agreement) for agreement in doc.agreements or ()],
        "judgements": [_judgement(doc, judgement) for judgement in doc.judgements or ()],
        "times": [_time(doc, time) for time in doc.times or ()],
        "places": [_place(doc, place) for place in doc.places or ()],
    }


def reading_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a reading."""
    schema: dict[str, Any] = json.loads(files("vakanuvis.export").joinpath("reading.schema.json").read_text("utf-8"))
    return schema


def _span(doc: Doc, span: Span) -> dict[str, int]:
    printed = doc.offsets.back(span)
    return {"start": printed.start, "end": printed.end}


def _span_or_none(doc: Doc, span: Span | None) -> dict[str, int] | None:
    return None if span is None else _span(doc, span)


def _spans(doc: Doc, spans: Iterable[Span]) -> list[dict[str, int]]:
    return [_span(doc, span) for span in spans]


def _printed(doc: Doc, span: Span) -> str:
    return doc.offsets.back(span).letters(doc.article.text)


def _reasons(*because: str) -> list[str]:
    return [reason for reason in because if reason]


def _article(doc: Doc) -> dict[str, Any]:
    article, dateline = doc.article, doc.dateline
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "dateline": dateline and {"name": dateline.name, "country": dateline.country, **_span(doc, dateline.span)},
        "text": article.text,
        "notes": list(article.notes),
    }


def _actor(doc: Doc, actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "kind": actor.kind,
        "name": actor.name,
        "country": actor.country,
        "sector": actor.sector,
        "mentions": [_mention(doc, mention) for mention in actor.mentions],
        "titles": [_title(doc, title) for title in actor.titles],
        "because": list(actor.because),
    }


def _mention(doc: Doc, mention: Mention) -> dict[str, Any]:
    return {**_span(doc, mention.span), "kind": mention.kind, "because": _reasons(mention.because)}


def _title(doc: Doc, title: Title) -> dict[str, Any]:
    return {
        "text": _printed(doc, title.span),
        "office": title.office,
        "country": title.country,
        "former": title.former,
        **_span(doc, title.span),
        "because": _reasons(title.because),
    }


def _statement(doc: Doc, statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "kind": statement.kind,
        "speaker": statement.speaker,
        "speakers": list(statement.speakers),
        "speaker_span": _span_or_none(doc, statement.speaker_span),
        "cue": statement.cue,
        "cue_span": _span_or_none(doc, statement.cue_span),
        "content": _spans(doc, statement.content),
        "addressee": statement.addressee,
        "force": statement.force,
        "negated": statement.negated,
        "medium": statement.medium,
        "medium_span": _span_or_none(doc, statement.medium_span),
        "nested_in": statement.nested_in,
        "about": list(statement.about),
        "same_as": statement.same_as,
        "because": list(statement.because),
    }


def _event(doc: Doc, event: Event, codes: Plover) -> dict[str, Any]:
    return {
        "id": event.id,
        "event": event.event,
        "mode": event.mode,
        "context": list(event.context),
        "quad_code": codes.quad_code(event.event),
        "event_scale": codes.event_scale(event.event, event.mode),
        "cameo": event.cameo,
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "event_span": _span(doc, event.span),
        "status": event.status,
        "date": event.date,
        "date_span": _span_or_none(doc, event.date_span),
        "date_basis": event.date_basis,
        "location": _located(doc, event.location),
        "said_in": event.said_in,
        "mentions": _spans(doc, event.mentions),
        "because": list(event.because),
    }


def _located(doc: Doc, place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"name": place.name, "country": place.country, **_span(doc, place.span)}


def _agreement(doc: Doc, agreement: Agreement) -> dict[str, Any]:
    return {
        "id": agreement.id,
        "name": agreement.name,
        **_span(doc, agreement.span),
        "parties": list(agreement.parties),
        "signatories": list(agreement.signatories),
        "status": agreement.status,
        "date": agreement.date,
        "location": _located(doc, agreement.location),
        "provisions": _spans(doc, agreement.provisions),
        "event": agreement.event,
        "because": list(agreement.because),
    }


def _judgement(doc: Doc, judgement: Judgement) -> dict[str, Any]:
    return {
        "kind": judgement.kind,
        "about": _spans(doc, judgement.about),
        "text": judgement.text,
        "because": list(judgement.because),
    }


def _time(doc: Doc, time: TimeExpression) -> dict[str, Any]:
    return {**_span(doc, time.span), "date": time.edtf, "basis": time.basis, "because": _reasons(time.because)}


def _place(doc: Doc, place: Place) -> dict[str, Any]:
    return {
        **_span(doc, place.span),
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "because": _reasons(place.because),
    }
