"""One article's record on its way into other people's formats.

In:  a reading, and what the book of many articles knows about it (nothing, if it comes from a file of readings).
Out: answers that every format asks for: who is meant, which day, which place, which letters.

Where letters may not be passed on (``positions_only``), ``letters``, ``title`` and ``text`` are None here, so that no
format has to think of it. What stays: places in the text, ids, codes, digests, dates, names, offices in their
dictionary form, addresses of articles.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vakanuvis.export.pieces import paragraphs_of
from vakanuvis.export.slots import nearest
from vakanuvis.record.days import days_of
from vakanuvis.record.known import NOTHING_KNOWN, Identity, Known
from vakanuvis.record.reading import Reading

Record = Mapping[str, Any]
_PAGE = re.compile(r"https?://[!-;=?-~\u00a1-\ud7ff\uf900-\ufffd]+")
BETWEEN_RUNS = " … "
"""Stands between two runs of one statement's content."""
TOLD_AS_DONE = ("actual", "historical")
"""The statuses of what happened, by the article's own telling."""


@dataclass(frozen=True)  # no slots: what is asked often is remembered
class Entry:
    """A reading and what is known about it. ``positions_only``: none of the article's letters leave."""

    reading: Reading
    known: Known = NOTHING_KNOWN
    positions_only: bool = False

    @property
    def article(self) -> Record:
        """The article's head; do not take letters from it."""
        head: Record = self.reading["article"]
        return head

    @property
    def id(self) -> str:
        """The article's id."""
        return str(self.article["id"])

    @property
    def text(self) -> str | None:
        """The article's text, if it may be passed on."""
        return None if self.positions_only else str(self.article["text"])

    @property
    def title(self) -> str | None:
        """The article's title, if there is one and it may be passed on."""
        return None if self.positions_only else self.article["title"]

    @cached_property
    def sha256(self) -> str:
        """The digest of the text in UTF-8, by which its owner finds it again."""
        return hashlib.sha256(self.article["text"].encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def outlet(self) -> str | None:
        """Who printed the article, where the book knows; else what the article itself calls its source."""
        return self.known.outlet or self.article["source"]

    @property
    def page(self) -> str | None:
        """The article's address, if it is that of a page of the web: an address could be a script."""
        url = self.article["url"]
        return url if url and _PAGE.fullmatch(url) else None

    @property
    def day(self) -> str | None:
        """The ISO day on which the article was published; None for a mere month or year."""
        return the_day(self.article["published"])

    @cached_property
    def actors(self) -> Mapping[str, Record]:
        """The article's actors by id."""
        return {actor["id"]: actor for actor in self.reading["actors"]}

    @cached_property
    def _lead_ends(self) -> int:
        paragraphs = paragraphs_of(self.article["text"])
        start, end = next(paragraphs, (0, 0))
        title = self.article["title"]
        if title and self.article["text"][start:end].strip() == title.strip():
            _, end = next(paragraphs, (0, end))
        return end

    def letters(self, span: Record | None) -> str | None:
        """What is printed at ``span``, if that may be passed on."""
        if span is None or self.positions_only or span["start"] >= span["end"]:
            return None
        return str(self.article["text"][span["start"] : span["end"]])

    def all_letters(self, spans: Iterable[Record]) -> str | None:
        """What is printed at all ``spans``, `` … `` between two, if that may be passed on."""
        found = [letters for span in spans if (letters := self.letters(span)) is not None]
        return BETWEEN_RUNS.join(found) if found else None

    def identity(self, actor: str) -> Identity | None:
        """Who the actor with this id is: of the registry, else a state by its code, else the article's own actor."""
        if actor in self.known.identities:
            return self.known.identities[actor]
        found = self.actors.get(actor)
        if found is None:
            return None
        state = found["kind"] == "country" and found["country"]
        return Identity(
            state or found["id"], found["kind"], found["name"], country=found["country"], sector=found["sector"]
        )

    def identities(self, actors: Iterable[str]) -> list[Identity]:
        """Who the actors are; one who stands twice, once."""
        found = [identity for actor in actors if (identity := self.identity(actor)) is not None]
        return list({identity.id: identity for identity in found}.values())

    def place(self, event: Record) -> Record | None:
        """Where the event was, with the coordinates that the gazetteer knows; None where the text names no place."""
        location: Record | None = event["location"]
        if location is None:
            return None
        for place in self.reading.get("places", ()):
            if (place["start"], place["end"]) == (location["start"], location["end"]):
                return {**location, "latitude": place["latitude"], "longitude": place["longitude"]}
        return {**location, "latitude": None, "longitude": None}

    def near(self, actor: str, span: Record) -> Record | None:
        """The actor's mention nearest to ``span``."""
        return nearest(self.actors[actor]["mentions"], span, self.article["text"]) if actor in self.actors else None

    def is_in_lead(self, event: Record) -> bool:
        """True if the title or the first paragraph below it tells the event."""
        return any(span["start"] < self._lead_ends for span in (event["event_span"], *event["mentions"]))

    def office(self, actor: str) -> str | None:
        """The office of the actor, in dictionary form, if the article calls them so and not a former one."""
        titles = self.actors[actor]["titles"] if actor in self.actors else ()
        return next((title["office"] for title in titles if not title["former"]), None)

    def is_fullest(self, event: Record) -> bool:
        """True unless another article of the book reports the same event more fully."""
        report = self.known.reports.get(event["id"])
        return report is None or report.fullest == event["id"]


def the_day(edtf: str | None) -> str | None:
    """The ISO day that an EDTF date means, if it means one day and does not doubt it."""
    first, last = days_of(edtf)
    return first if first == last and edtf and edtf[-1] not in "?~%" else None


def happened(event: Record) -> bool:
    """True if the article itself tells the event as done: not planned, not denied, not only said by a speaker."""
    return event["status"] in TOLD_AS_DONE and event["said_in"] is None
