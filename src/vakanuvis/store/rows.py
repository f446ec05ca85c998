"""Turn a reading into the rows of the record book.

In:  a reading (the outer contract) and what came beside it.
Out: for each table its rows, in the order of the columns in ``writing.sql``.

Every place in the text becomes a row of ``spans`` with the CRC-32 of its letters, so that damage to either is found.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

from vakanuvis.record.days import days_of
from vakanuvis.record.ids import digest
from vakanuvis.record.reading import Reading
from vakanuvis.record.registry import observation_id

Rows = dict[str, list[tuple[Any, ...]]]
Span = Mapping[str, int]
BETWEEN_RUNS = " … "
"""Stands between two runs of one statement's content."""


def letters(text: str, span: Span) -> str:
    """What stands at ``span``."""
    return text[span["start"] : span["end"]]


def checksum(printed: str) -> int:
    """CRC-32 of the letters in UTF-8."""
    return crc32(printed.encode("utf-8", "surrogatepass"))


def rows_of(reading: Reading) -> Rows:
    """All rows but that of the article itself."""
    return _Rows(reading).rows


class _Rows:
    def __init__(self, reading: Reading) -> None:
        self.rows: Rows = defaultdict(list)
        self.article = reading["article"]["id"]
        self.text: str = reading["article"]["text"]
        if reading["article"]["dateline"]:
            self.spans(self.article, "dateline", [reading["article"]["dateline"]])
        for position, actor in enumerate(reading["actors"]):
            self.actor(position, actor)
        for position, statement in enumerate(reading["statements"]):
            self.statement(position, statement)
        for position, event in enumerate(reading["events"]):
            self.event(position, event)
        for position, agreement in enumerate(reading["agreements"]):
            self.agreement(position, agreement)
        self.surroundings(reading)

    def add(self, table: str, *values: Any) -> None:
        self.rows[table].append(values)

    def spans(self, record: str, slot: str, spans: Iterable[Span | None]) -> None:
        for position, span in enumerate(spans):
            if span is not None:
                sum_ = checksum(letters(self.text, span))
                self.add("spans", self.article, record, slot, position, span["start"], span["end"], sum_)

    def actor(self, position: int, actor: Mapping[str, Any]) -> None:
        identity, kind, name, country = actor["id"], actor["kind"], actor["name"], actor["country"]
        seen = observation_id(kind, name, country)
        because = _json(actor["because"])
        self.add("actors", identity, self.article, position, kind, name, country, actor["sector"], seen, because)
        for number, mention in enumerate(actor["mentions"]):
            self.add("mentions", identity, number, mention["kind"], _json(mention["because"]))
        for number, title in enumerate(actor["titles"]):
            named = (title["text"], title["office"], title["country"], int(title["former"]))
            self.add("titles", identity, number, *named, _json(title["because"]))
        self.spans(identity, "mention", actor["mentions"])
        self.spans(identity, "title", actor["titles"])

    def statement(self, position: int, statement: Mapping[str, Any]) -> None:
        identity = statement["id"]
        content = BETWEEN_RUNS.join(letters(self.text, span) for span in statement["content"])
        self.add(
            "statements",
            *(identity, self.article, position, statement["kind"], statement["speaker"], statement["cue"], content),
            *(statement["addressee"], statement["force"], int(statement["negated"]), statement["medium"]),
            *(statement["nested_in"], statement["same_as"], _json(statement["because"])),
        )
        for role, slot in (("speaker", "speakers"), ("about", "about")):
            for number, actor in enumerate(statement[slot]):
                self.add("statement_actors", identity, role, number, actor)
        for slot in ("speaker", "cue", "medium"):
            self.spans(identity, slot, [statement[f"{slot}_span"]])
        self.spans(identity, "content", statement["content"])

    def event(self, position: int, event: Mapping[str, Any]) -> None:
        identity, place = event["id"], event["location"] or {}
        self.add(
            "events",
            *(identity, self.article, position, event["event"], event["mode"], _json(event["context"])),
            *(event["quad_code"], event["event_scale"], event["cameo"], letters(self.text, event["event_span"])),
            *(event["status"], event["date"], event["date_basis"], *days_of(event["date"])),
            *(place.get("name"), place.get("country"), event["said_in"], _json(event["because"])),
        )
        for role in ("actor", "recipient"):
            for number, actor in enumerate(event[role]):
                self.add("event_actors", identity, role, number, actor)
        self.spans(identity, "event", [event["event_span"]])
        self.spans(identity, "date", [event["date_span"]])
        self.spans(identity, "location", [event["location"]])
        self.spans(identity, "mention", event["mentions"])

    def agreement(self, position: int, agreement: Mapping[str, Any]) -> None:
        identity = agreement["id"]
        place = agreement.get("location") or {}
        where = (place.get("name"), place.get("country"))
        told = (agreement["name"], agreement["status"], agreement["date"], *where, agreement["event"])
        self.add("agreements", identity, self.article, position, *told, _json(agreement["because"]))
        for number, country in enumerate(agreement["parties"]):
            self.add("agreement_parties", identity, number, country)
        for number, actor in enumerate(agreement["signatories"]):
            self.add("agreement_signatories", identity, number, actor)
        self.spans(identity, "name", [agreement])
        self.spans(identity, "location", [agreement.get("location")])
        self.spans(identity, "provision", agreement["provisions"])

    def surroundings(self, reading: Reading) -> None:
        for number, time in enumerate(reading["times"]):
            self.add("times", self.article, number, time["date"], time["basis"], _json(time["because"]))
        for number, place in enumerate(reading["places"]):
            where = (place["name"], place["country"], place["latitude"], place["longitude"])
            self.add("places", self.article, number, *where, _json(place["because"]))
        self.spans(self.article, "time", reading["times"])
        self.spans(self.article, "place", reading["places"])
        for number, judgement in enumerate(reading["judgements"]):
            places = [(span["start"], span["end"]) for span in judgement["about"]]
            identity = digest("judgement", self.article, judgement["kind"], judgement["text"], places)
            told = (judgement["kind"], judgement["text"], _json(judgement["because"]))
            self.add("judgements", identity, self.article, number, *told)
            self.spans(identity, "about", judgement["about"])


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
