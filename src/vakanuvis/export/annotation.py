"""The record as W3C Web Annotations (Recommendation 2017), one JSON-LD page of all annotations.

In:  entries.
Out: an AnnotationPage, written piece by piece: one annotation for each statement, event, agreement, actor and
     judgement.

    "selector": [{"type": "TextPositionSelector", "start": 412, "end": 795},
                 {"type": "TextQuoteSelector", "exact": …, "prefix": …, "suffix": …}]

Places count Unicode code points of the text whose digest stands in ``state``; content of several runs has several
targets. Where letters may not be passed on there is no TextQuoteSelector.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from vakanuvis.export.entry import Entry, Record
from vakanuvis.export.lines import whole
from vakanuvis.record.ids import digest

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Letters of ``prefix`` and ``suffix``."""
MOTIVATIONS = {
    "statement": "describing",
    "event": "classifying",
    "agreement": "identifying",
    "actor": "identifying",
    "judgement": "assessing",
}


def annotation_page(entries: Iterable[Entry]) -> Iterator[str]:
    """The page, an annotation on each line between its head and its end."""
    yield f'{{"@context": "{CONTEXT}", "id": "urn:vakanuvis:annotations", "type": "AnnotationPage", "items": ['
    between = "\n"
    for entry in entries:
        for annotation in _annotations(entry):
            yield between + whole(json.dumps(annotation, ensure_ascii=False))
            between = ",\n"
    yield "\n]}\n"


def _annotations(entry: Entry) -> Iterator[dict[str, Any]]:
    reading = entry.reading
    for actor in reading["actors"]:
        if spans := [span for span in actor["mentions"] if span["start"] < span["end"]]:
            yield _annotation(entry, "actor", actor["id"], _actor(entry, actor), spans)
    for statement in reading["statements"]:
        if statement["content"]:
            yield _annotation(entry, "statement", statement["id"], _statement(entry, statement), statement["content"])
    for event in reading["events"]:
        spans = [event["event_span"], *event["mentions"]]
        yield _annotation(entry, "event", event["id"], _event(entry, event), spans)
    for agreement in reading["agreements"]:
        told = {name: agreement[name] for name in ("name", "status", "date", "parties", "event")}
        signed = {"signatories": _people(entry, agreement["signatories"])}
        yield _annotation(entry, "agreement", agreement["id"], {**told, **signed}, [agreement])
    for judgement in reading["judgements"]:
        places = [(span["start"], span["end"]) for span in judgement["about"]]
        if places:
            identity = digest("judgement", entry.id, judgement["kind"], judgement["text"], places)
            told = {"kind": judgement["kind"], "text": judgement["text"]}
            yield _annotation(entry, "judgement", identity, told, judgement["about"])


def _annotation(
    entry: Entry, kind: str, identity: str, told: dict[str, Any], spans: Iterable[Record]
) -> dict[str, Any]:
    targets = [_target(entry, span) for span in spans]
    value = json.dumps({"kind_of_record": kind, **told}, ensure_ascii=False)
    body = {"type": "TextualBody", "value": value, "format": "application/json", "purpose": "classifying"}
    return {
        "id": f"urn:vakanuvis:{kind}:{identity}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[kind],
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(entry: Entry, span: Record) -> dict[str, Any]:
    text, start, end = entry.text, span["start"], span["end"]
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if text is not None:
        around = {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
        selectors.append({"type": "TextQuoteSelector", "exact": text[start:end], **around})
    state = {"type": "TimeState", "cached": f"urn:sha256:{entry.sha256}"}
    if entry.day:
        state["sourceDate"] = f"{entry.day}T00:00:00Z"
    source = entry.page or f"urn:vakanuvis:article:{entry.id}"
    return {"type": "SpecificResource", "source": source, "selector": selectors, "state": state}


def _actor(entry: Entry, actor: Record) -> dict[str, Any]:
    identity = entry.identity(actor["id"])
    told = {"entity": identity and identity.id, "name": identity and identity.name}
    return {**told, **{name: actor[name] for name in ("kind", "country", "sector")}}


def _statement(entry: Entry, statement: Record) -> dict[str, Any]:
    names = ("kind", "cue", "force", "negated", "medium", "nested_in", "same_as")
    speakers = statement.get("speakers") or ([statement["speaker"]] if statement["speaker"] else [])
    addressee = [statement["addressee"]] if statement.get("addressee") else []
    return {
        **{name: statement.get(name) for name in names},
        "speakers": _people(entry, speakers),
        "addressee": _people(entry, addressee),
        "about": _people(entry, statement.get("about", ())),
        "because": list(statement["because"]),
    }


def _event(entry: Entry, event: Record) -> dict[str, Any]:
    names = ("event", "mode", "context", "quad_code", "event_scale", "cameo", "status", "date", "date_basis", "said_in")
    location = event["location"]
    return {
        **{name: event[name] for name in names},
        "actor": _people(entry, event["actor"]),
        "recipient": _people(entry, event["recipient"]),
        "location": location and {"name": location["name"], "country": location["country"]},
        "because": list(event["because"]),
    }


def _people(entry: Entry, actors: Iterable[str]) -> list[dict[str, str]]:
    return [{"id": identity.id, "name": identity.name} for identity in entry.identities(actors)]
