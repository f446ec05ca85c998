"""The proof view: an article's text with its marks, its records beside it, and what stands behind each record.

In:  a reading, and what the book knows about its article.
Out: the values of ``proof.html``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vakanuvis.export import wording
from vakanuvis.export.knowledge import Beyond, Knowledge
from vakanuvis.export.markup import Markup, joined, tag
from vakanuvis.export.page import LAYERS
from vakanuvis.export.proof import Proof, anchor_of
from vakanuvis.export.slots import Slot, slots_of
from vakanuvis.lexicon.rules import rules
from vakanuvis.record.reading import Reading
from vakanuvis.web.headlines import headline
from vakanuvis.web.visits import Row, Visit

LONGEST_QUOTE = 300
"""Letters of a record that a citation quotes."""
FIRST_SLOTS = ("content", "event", "agreement", "about", "mention")
"""Which of a record's letters a citation names."""


@dataclass
class Shown:
    """A reading on its way to the proof view. ``address`` is the page's own, None where nothing is kept.

    ``body``: where the story begins in the text. ``also``: letters that other pages of the room point at.
    """

    visit: Visit
    reading: Reading
    pages: Mapping[str, str]
    address: str | None = None
    sha256: str | None = None
    outlet: str | None = None
    body: int = 0
    also: tuple[Slot, ...] = ()

    def values(self) -> dict[str, Any]:
        """Headline, text, records and legend."""
        knowledge = Knowledge(
            self.visit.room.codes,
            rules(),
            self.visit.tongue,
            self.visit.room.lexicon_places,
            self.visit.room.states.names[self.visit.tongue.code],
        )
        proof = Proof(self.reading, knowledge, anchor_of, Beyond(self.pages.get, self.drawer), self.also)
        return {
            "reading": self.reading,
            "headline": self.headline,
            "text": joined(proof.text()),
            "records": joined(proof.records()),
            "layers": LAYERS,
        }

    @cached_property
    def headline(self) -> str:
        """What the article is called."""
        article = self.reading["article"]
        return headline(article["title"], article["text"][self.body :])

    @cached_property
    def slots(self) -> dict[str, list[Slot]]:
        """The slots of each record."""
        found: dict[str, list[Slot]] = defaultdict(list)
        for slot in slots_of(self.reading):
            found[slot.record].append(slot)
        return found

    def drawer(self, record: str) -> Markup | None:
        """Where each slot's letters stand, and how to cite the record."""
        say, slots = self.visit.tongue.say, self.slots.get(record, [])
        if not slots:
            return None
        rows = (
            tag(
                "li",
                tag("a", say(wording.SLOTS.get(slot.name, slot.name)), href=f"#c{slot.start}-{slot.end}"),
                " ",
                tag("span", f"{slot.start}–{slot.end}"),
            )
            for slot in slots
        )
        return joined((tag("ul", *rows, class_="places"), self.citation(slots)))

    def citation(self, slots: list[Slot]) -> Markup | None:
        """Letters, article, address, place and digest, in one line that can be copied."""
        if self.address is None or self.sha256 is None:
            return None
        slot = next((slot for name in FIRST_SLOTS for slot in slots if slot.name == name), slots[0])
        article, tongue = self.reading["article"], self.visit.tongue
        quoted = wording.shortened(article["text"][slot.start : slot.end], LONGEST_QUOTE)
        source = (self.headline, self.outlet, tongue.date(article["published"]))
        place = tongue.say("harf {start}–{end}", start=slot.start, end=slot.end)
        words = (
            f"“{quoted}” {', '.join(part for part in source if part)}. "
            f"{self.address}#c{slot.start}-{slot.end} ({place}; SHA-256 {self.sha256})"
        )
        return tag("p", words, class_="citation", lang="tr")


def rows_of(reading: Reading) -> list[Row]:
    """Every slot of every record with its letters: what ``.csv`` and ``.jsonl`` of an article hold."""
    text, identity = reading["article"]["text"], reading["article"]["id"]
    kinds = dict(_kinds(reading))
    return [
        {
            "article": identity,
            "record": slot.record,
            "kind": kinds.get(slot.record, slot.name),
            "slot": slot.name,
            "start": slot.start,
            "end": slot.end,
            "letters": text[slot.start : slot.end],
        }
        for slot in slots_of(reading)
    ]


def _kinds(reading: Reading) -> Iterable[tuple[str, str]]:
    for layer in ("actors", "statements", "events", "agreements"):
        for record in reading[layer]:
            yield record["id"], layer.removesuffix("s")
