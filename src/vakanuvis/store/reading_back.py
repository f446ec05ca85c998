"""Put a reading together again from the rows of the record book.

In:  the id of an article.
Out: the reading exactly as it was written down (format 1).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from typing import Any

from vakanuvis.record.reading import FORMAT, Reading
from vakanuvis.store.rows import letters
from vakanuvis.store.sql import named

Span = dict[str, int]


def read_reading(connection: sqlite3.Connection, article: str) -> Reading | None:
    """The reading of the article with this id; None if the book does not hold it."""
    row = connection.execute(named("reading_back.sql")["article"], (article,)).fetchone()
    return _Reading(connection, row).whole() if row else None


class _Reading:
    def __init__(self, connection: sqlite3.Connection, article: sqlite3.Row) -> None:
        self.connection = connection
        self.article = article
        self.spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for row in self.rows("spans"):
            self.spans[row["record_id"], row["slot"]].append({"start": row["start"], "end": row["end"]})

    def rows(self, name: str) -> list[sqlite3.Row]:
        return self.connection.execute(named("reading_back.sql")[name], (self.article["id"],)).fetchall()

    def grouped(self, name: str, by: str) -> dict[str, list[sqlite3.Row]]:
        groups: dict[str, list[sqlite3.Row]] = defaultdict(list)
        for row in self.rows(name):
            groups[row[by]].append(row)
        return groups

    def span(self, record: str, slot: str) -> Span | None:
        found = self.spans.get((record, slot))
        return found[0] if found else None

    def whole(self) -> Reading:
        return {
            "format": FORMAT,
            "article": self.head(),
            "actors": self.actors(),
            "statements": self.statements(),
            "events": self.events(),
            "agreements": self.agreements(),
            "judgements": [
                {
                    "kind": row["kind"],
                    "about": self.spans.get((row["id"], "about"), []),
                    "text": row["text"],
                    "because": json.loads(row["because"]),
                }
                for row in self.rows("judgements")
            ],
            "times": [
                {**span, "date": row["date"], "basis": row["basis"], "because": json.loads(row["because"])}
                for row, span in zip(self.rows("times"), self.spans.get((self.article["id"], "time"), ()), strict=True)
            ],
            "places": [
                {
                    **span,
                    **{name: row[name] for name in ("name", "country", "latitude", "longitude")},
                    "because": json.loads(row["because"]),
                }
                for row, span in zip(
                    self.rows("places"), self.spans.get((self.article["id"], "place"), ()), strict=True
                )
            ],
        }

    def head(self) -> dict[str, Any]:
        row = self.article
        dateline = self.span(row["id"], "dateline")
        return {
            **{name: row[name] for name in ("id", "source", "url", "title", "published")},
            "dateline": dateline and {"name": row["dateline"], "country": row["dateline_country"], **dateline},
            "text": row["text"],
            "notes": json.loads(row["notes"]),
        }

    def actors(self) -> list[dict[str, Any]]:
        mentions, titles = self.grouped("mentions", "actor_id"), self.grouped("titles", "actor_id")
        return [
            {
                **{name: row[name] for name in ("id", "kind", "name", "country", "sector")},
                "mentions": [
                    {**span, "kind": mention["kind"], "because": json.loads(mention["because"])}
                    for span, mention in zip(
                        self.spans.get((row["id"], "mention"), ()), mentions.get(row["id"], ()), strict=True
                    )
                ],
                "titles": [
                    self.title(span, title)
                    for span, title in zip(
                        self.spans.get((row["id"], "title"), ()), titles.get(row["id"], ()), strict=True
                    )
                ],
                "because": json.loads(row["because"]),
            }
            for row in self.rows("actors")
        ]

    def title(self, span: Span, row: sqlite3.Row) -> dict[str, Any]:
        return {
            "text": letters(self.article["text"], span),
            "office": row["office"],
            "country": row["country"],
            "former": bool(row["former"]),
            **span,
            "because": json.loads(row["because"]),
        }

    def statements(self) -> list[dict[str, Any]]:
        actors = self.grouped("statement_actors", "statement_id")
        return [self.statement(row, actors.get(row["id"], [])) for row in self.rows("statements")]

    def statement(self, row: sqlite3.Row, actors: list[sqlite3.Row]) -> dict[str, Any]:
        identity = row["id"]
        return {
            "id": identity,
            "kind": row["kind"],
            "speaker": row["speaker"],
            "speakers": [actor["actor_id"] for actor in actors if actor["role"] == "speaker"],
            "speaker_span": self.span(identity, "speaker"),
            "cue": row["cue"],
            "cue_span": self.span(identity, "cue"),
            "content": self.spans.get((identity, "content"), []),
            "addressee": row["addressee"],
            "force": row["force"],
            "negated": bool(row["negated"]),
            "medium": row["medium"],
            "medium_span": self.span(identity, "medium"),
            "nested_in": row["nested_in"],
            "about": [actor["actor_id"] for actor in actors if actor["role"] == "about"],
            "same_as": row["same_as"],
            "because": json.loads(row["because"]),
        }

    def events(self) -> list[dict[str, Any]]:
        actors = self.grouped("event_actors", "event_id")
        return [self.event(row, actors.get(row["id"], [])) for row in self.rows("events")]

    def event(self, row: sqlite3.Row, actors: list[sqlite3.Row]) -> dict[str, Any]:
        identity = row["id"]
        return {
            **{name: row[name] for name in ("id", "event", "mode")},
            "context": json.loads(row["context"]),
            **{name: row[name] for name in ("quad_code", "event_scale", "cameo")},
            "actor": [actor["actor_id"] for actor in actors if actor["role"] == "actor"],
            "recipient": [actor["actor_id"] for actor in actors if actor["role"] == "recipient"],
            "event_span": self.span(identity, "event"),
            "status": row["status"],
            "date": row["date"],
            "date_span": self.span(identity, "date"),
            "date_basis": row["date_basis"],
            "location": self.located(row),
            "said_in": row["said_in"],
            "mentions": self.spans.get((identity, "mention"), []),
            "because": json.loads(row["because"]),
        }

    def located(self, row: sqlite3.Row) -> dict[str, Any] | None:
        place = self.span(row["id"], "location")
        return place and {"name": row["location"], "country": row["location_country"], **place}

    def agreements(self) -> list[dict[str, Any]]:
        parties = self.grouped("agreement_parties", "agreement_id")
        signatories = self.grouped("agreement_signatories", "agreement_id")
        return [
            {
                "id": row["id"],
                "name": row["name"],
                **(self.span(row["id"], "name") or {}),
                "parties": [party["country"] for party in parties.get(row["id"], ())],
                "signatories": [actor["actor_id"] for actor in signatories.get(row["id"], ())],
                "status": row["status"],
                "date": row["date"],
                "location": self.located(row),
                "provisions": self.spans.get((row["id"], "provision"), []),
                "event": row["event_id"],
                "because": json.loads(row["because"]),
            }
            for row in self.rows("agreements")
        ]
