"""One article among those that tell the same story: its reading, with who its actors are in the registry.

In:  a reading and the identities of its actors.
Out: what comparing needs: the sentence around a place, the parties of an event, who says a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vakanuvis.record.days import days_of
from vakanuvis.record.known import Identity
from vakanuvis.record.reading import Reading
from vakanuvis.record.span import Span
from vakanuvis.resolve.printed import Word, sentences_of, words_of
from vakanuvis.resolve.wording import stem_of
from vakanuvis.text.letters import bare, folded

Entry = Mapping[str, Any]
_SHORTEST = 3  # letters: shorter words (ve, de, bu) say nothing of what is told


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part in an event. ``id``: of the registry, or folded kind and name where it knows nobody."""

    id: str
    kind: str
    country: str | None

    @property
    def is_somebody(self) -> bool:
        """False for a group (göstericiler): two articles may call the same people by different words."""
        return self.kind != "group"

    def may_stand_for(self, other: Party) -> bool:
        """True for one and the same, and for a state beside those who act for it."""
        if self.id == other.id:
            return True
        of_one_state = self.country is not None and self.country == other.country
        return of_one_state and not (self.kind == other.kind == "person")


class Telling:
    """An article of a cluster. Derived once, because it is compared with all the others."""

    def __init__(self, reading: Reading, identities: Mapping[str, Identity]) -> None:
        self.reading = reading
        self.id: str = reading["article"]["id"]
        self.text: str = reading["article"]["text"]
        self.published: str | None = reading["article"]["published"]
        self._identities = identities
        self.aliases: Mapping[str, str] = {}
        self._actors = {actor["id"]: actor for actor in reading["actors"]}

    @property
    def day(self) -> str:
        """First day that the date of publication allows; '' where it is not known."""
        return days_of(self.published)[0] or ""

    @cached_property
    def sentences(self) -> list[Span]:
        """Where the sentences stand."""
        return sentences_of(self.text)

    @cached_property
    def times(self) -> list[Span]:
        """Where dates and hours stand."""
        return [span_of(time) for time in self.reading["times"]]

    @cached_property
    def parties(self) -> frozenset[Party]:
        """Everybody whom the article names."""
        return frozenset(map(self.party, self._actors))

    @cached_property
    def places(self) -> Mapping[Span, Entry]:
        """The places of the article by their letters."""
        return {span_of(place): place for place in self.reading["places"]}

    def party(self, actor: str) -> Party:
        """Who an actor of the article is."""
        entry, known = self._actors[actor], self._identities.get(actor)
        if known is not None:
            return Party(self.aliases.get(known.id, known.id), known.kind, known.country)
        return Party(f"{entry['kind']} {folded(entry['name'])}", entry["kind"], entry["country"])

    def name(self, actor: str) -> str:
        """How the registry, or else the article, calls an actor."""
        known = self._identities.get(actor)
        return known.name if known else str(self._actors[actor]["name"])

    def sentence_at(self, span: Span) -> Span:
        """The sentence around these letters."""
        return next((found for found in self.sentences if found.start <= span.start < found.end), span)

    def words_at(self, span: Span) -> list[Word]:
        """The words of the sentence around these letters."""
        return words_of(self.text, self.sentence_at(span))

    def days_in(self, sentence: Span) -> tuple[str, ...]:
        """The dates (EDTF) that a sentence names."""
        return tuple(time["date"] for time in self.reading["times"] if time["date"] and sentence.holds(span_of(time)))

    def speakers_of(self, span: Span) -> frozenset[str]:
        """Who says these letters, by their ids in the registry; nobody where the article itself tells it."""
        return frozenset(
            self.party(statement["speaker"]).id
            for statement in self.reading["statements"]
            if statement["speaker"] and any(span_of(part).overlaps(span) for part in statement["content"])
        )

    def is_quoted(self, span: Span) -> bool:
        """True for letters between quotation marks."""
        return any(
            statement["kind"] == "direct" and any(span_of(part).overlaps(span) for part in statement["content"])
            for statement in self.reading["statements"]
        )

    def record_at(self, span: Span) -> str:
        """The id of the event or statement whose sentence this is; the article's own where none is read there."""
        sentence = self.sentence_at(span)
        for event in self.reading["events"]:
            if sentence.holds(span_of(event["event_span"])):
                return str(event["id"])
        for statement in self.reading["statements"]:
            if any(span_of(part).overlaps(span) for part in statement["content"]):
                return str(statement["id"])
        return self.id

    def titles(self) -> Iterator[tuple[Party, Entry]]:
        """The people of the article with each title that they are given."""
        for actor in self.reading["actors"]:
            if actor["kind"] == "person":
                for title in actor["titles"]:
                    yield self.party(actor["id"]), {**title, "actor": actor["id"], "state": actor["country"]}


def as_one_story(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings, in which people of one name are one, under a surname alone and with any state that they are given.

    The registry knows no stories, and leaves open whether these are namesakes; inside a story nobody has one.
    """
    bearers: dict[str, Counter[str]] = {}
    for telling in tellings:
        for actor in telling.reading["actors"]:
            party = telling.party(actor["id"])
            if party.kind == "person":
                bearers.setdefault(bare(telling.name(actor["id"])), Counter())[party.id] += len(actor["mentions"])
    aliases: dict[str, str] = {}
    for name, ids in bearers.items():
        longer = [full for full in bearers if full.endswith(f" {name}")]
        known = bearers[longer[0]] if len(longer) == 1 else ids
        aliases |= dict.fromkeys(ids, min(known, key=lambda id_: (-known[id_], id_)))
    for telling in tellings:
        telling.aliases = aliases
    return tellings


def span_of(entry: Entry) -> Span:
    """The place of a part of a reading."""
    return Span(entry["start"], entry["end"])


def stems_of(words: Iterable[Word]) -> frozenset[str]:
    """What the words are about, roughly: their stems without the shortest."""
    return frozenset(stem_of(word.folded) for word in words if word.is_figure or len(word.folded) >= _SHORTEST)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set stands in the other, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
