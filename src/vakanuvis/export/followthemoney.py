"""The record as FollowTheMoney entities (model 4), one JSON object on each line.

In:  entries.
Out: Articles, Events and Mentions as they come; then whom they point at: people, bodies, states, posts and who held
     them.

    {"id": "…", "schema": "Event", "properties": {"name": ["CONSULT visit"], "involved": ["…"], "proof": ["…"]}}

The model knows no quotations: a statement is an Event with the keyword ``statement`` and its words as ``summary``. It
knows no spans of time either: an Event has ``startDate`` and ``endDate``. States are Territories, which cannot be
``involved``: they stand in ``country``. Who stands at the end is kept in memory: each once, however many articles
name them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vakanuvis.export.entry import Entry, Record
from vakanuvis.export.lines import whole
from vakanuvis.lexicon.interchange import Interchange, interchange
from vakanuvis.record.ids import digest
from vakanuvis.record.known import Identity
from vakanuvis.text.letters import bare

PUBLIC = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY")
"""Sectors whose bodies belong to a state."""
STATES = {"UNO": "un", "EUR": "eu"}
"""What the model calls the two bodies that it lists among the territories."""
LANGUAGE = "tur"
_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
_ALIASES = 50  # names of one person; a state has a few hundred spellings that help nobody

Values = dict[str, set[str]]


def entity_lines(entries: Iterable[Entry], codes: Interchange | None = None) -> Iterator[str]:
    """Every entity on a line of its own."""
    made = _Entities(codes or interchange())
    for entry in entries:
        for identity, schema, properties in made.of_article(entry):
            yield _line(identity, schema, properties)
    for (identity, schema), properties in sorted(made.waiting.items()):
        yield _line(identity, schema, properties)


def _line(identity: str, schema: str, properties: Values) -> str:
    told = {name: sorted(filter(None, values))[:_ALIASES] for name, values in sorted(properties.items())}
    entity = {"id": identity, "schema": schema, "properties": {name: values for name, values in told.items() if values}}
    return whole(json.dumps({**entity, "datasets": ["vakanuvis"]}, ensure_ascii=False)) + "\n"


Entity = tuple[str, str, Values]


@dataclass(slots=True)
class _Entities:
    """``waiting`` are entities that more articles may add to; those in ``own`` are known to this article alone."""

    codes: Interchange
    waiting: dict[tuple[str, str], Values] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    own: list[tuple[str, str]] = field(default_factory=list)

    def of_article(self, entry: Entry) -> Iterator[Entity]:
        yield _key(entry.id), "Article", self.article(entry)
        for actor in entry.reading["actors"]:
            yield from self.mention(entry, actor)
        for event in entry.reading["events"]:
            yield self.event(entry, event)
        for statement in entry.reading["statements"]:
            yield self.statement(entry, statement)
        for key, schema in dict.fromkeys(self.own):
            yield key, schema, self.waiting.pop((key, schema))
        self.own.clear()

    def article(self, entry: Entry) -> Values:
        head = entry.article
        found = {
            "fileName": head["source"],
            "title": entry.title,
            "publisher": entry.known.outlet,
            "publishedAt": _prefix(head["published"]),
            "language": LANGUAGE,
            "sourceUrl": entry.page,
            "bodyText": entry.text,
            "keywords": f"sha256:{entry.sha256}",
        }
        return {name: {str(value)} for name, value in found.items() if value}

    def mention(self, entry: Entry, actor: Record) -> Iterator[Entity]:
        identity = entry.identity(actor["id"])
        if identity is None:
            return
        schema, key = self.person(identity, actor)
        self.offices(entry, actor, key if schema == "Person" else None)
        found: Values = {"document": {_key(entry.id)}, "name": {actor["name"]}, "detectedSchema": {schema}}
        found["contextCountry"] = {self.country(identity.country)}
        if schema != "Territory":
            found["resolved"] = {key}
        yield _key("mention", actor["id"]), "Mention", found

    def person(self, identity: Identity, actor: Record) -> tuple[str, str]:
        """Remember who it is; the schema and id."""
        sectors = (identity.sector or "").split(";")
        public = identity.country in self.codes.countries and any(sector in PUBLIC for sector in sectors)
        schema = {
            "person": "Person",
            "country": "Territory",
            "organization": "PublicBody" if public else "Organization",
        }.get(identity.kind, "LegalEntity")
        key = _key(identity.id)
        found = self.waiting[key, schema]
        if identity.id == actor["id"]:
            self.own.append((key, schema))
        found["name"].add(identity.name)
        if actor["name"] != identity.name:
            found["alias"].add(actor["name"])
        found["country"].add(self.country(identity.country))
        if schema != "Territory":
            found["sector"].update(sectors)
        return schema, key

    def offices(self, entry: Entry, actor: Record, holder: str | None) -> None:
        for title in actor["titles"] if holder else ():
            post = _key("post", title["office"], title["country"] or "")
            self.waiting[post, "Position"]["name"].add(title["office"])
            self.waiting[post, "Position"]["country"].add(self.country(title["country"]))
            key = _key("held", holder, post, title["former"])
            held = self.waiting[key, "Occupancy"]
            if (holder, "Person") in self.own:
                self.own.append((key, "Occupancy"))
            held["holder"].add(str(holder))
            held["post"].add(post)
            held["status"].add("ended" if title["former"] else "current")
            # When an article calls someone so, not when the term began: that is not known here.
            held["date"].add(entry.day or "")
            held["proof"].add(_key(entry.id))

    def event(self, entry: Entry, event: Record) -> Entity:
        who = entry.identities((*event["actor"], *event["recipient"]))
        first, between, last = (event["date"] or "").partition("/")
        mode = f" {event['mode']}" if event["mode"] else ""
        found = self.told(entry, who) | {
            "name": {event["event"] + mode},
            "keywords": {
                "event",
                event["event"],
                *event["context"],
                f"status:{event['status']}",
                f"date:{event['date'] or ''}",
            },
            "recordId": {event["id"]},
            "date": {"" if between else _prefix(first)},
            "startDate": {_prefix(first) if between else ""},
            "endDate": {_prefix(last)},
            "organizer": {_key(one.id) for one in entry.identities(event["actor"]) if one.kind != "country"},
            "location": {event["location"]["name"]} if event["location"] else set(),
            "summary": {entry.letters(event["event_span"]) or ""},
        }
        return _key("event", event["id"]), "Event", found

    def statement(self, entry: Entry, statement: Record) -> Entity:
        speakers = statement.get("speakers") or ([statement["speaker"]] if statement["speaker"] else [])
        who = entry.identities(speakers)
        force = f" {statement['force']}" if statement.get("force") else ""
        found = self.told(entry, who) | {
            "name": {f"statement{force}"},
            "keywords": {"statement", f"kind:{statement['kind']}", f"cue:{statement['cue'] or ''}"},
            "recordId": {statement["id"]},
            "date": {entry.day or ""},
            "summary": {entry.all_letters(statement["content"]) or ""},
        }
        return _key("statement", statement["id"]), "Event", found

    def told(self, entry: Entry, who: Iterable[Identity]) -> Values:
        found: Values = {"proof": {_key(entry.id)}, "involved": set(), "country": set(), "publisher": set()}
        for one in who:
            found["country"].add(self.country(one.country))
            if one.kind != "country":
                found["involved"].add(_key(one.id))
        found["publisher"].add(entry.known.outlet or "")
        return found

    def country(self, code: str | None) -> str:
        """A state as the model writes it: ``tr``."""
        return STATES.get(code or "", bare(self.codes.iso2(code)))


def _prefix(edtf: str | None) -> str:
    """A date as the model writes it: the beginning of an ISO date. What is doubtful or open is left out."""
    return edtf if edtf and _PREFIX.fullmatch(edtf) else ""


def _key(*parts: object) -> str:
    """An id that no other data set has."""
    return f"vakanuvis-{parts[0]}" if len(parts) == 1 else f"vakanuvis-{digest(str(parts[0]), *parts[1:])}"
