"""Which letters belong to which slot of which record.

In:  a reading.
Out: its slots: record, name of the slot, from letter to letter.

    Sorgun, kapının açıldığını söyledi.
    ~~~~~~  ~~~~~~~~~~~~~~~~~~ ~~~~~~~
    speaker content            cue          (all three of statement s3fa…)
    (Sorgun said that the gate was opened.)

Events and agreements name their actors by id; their letters are those of the mention nearest to the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vakanuvis.record.reading import Reading

Letters = Mapping[str, Any]
"""Anything with ``start`` and ``end``."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One filled slot. ``record`` is the record's id."""

    record: str
    name: str
    start: int
    end: int


def slots_of(reading: Reading) -> tuple[Slot, ...]:
    """All slots that have letters, in the order of the records."""
    length = len(reading["article"]["text"])
    return tuple(slot for slot in _all(reading) if 0 <= slot.start < slot.end <= length)


def judgement_id(number: int) -> str:
    """Judgements have no id in the contract; on a page they are numbered."""
    return f"j{number}"


def time_id(time: Letters) -> str:
    """A printed time is called by its letters."""
    return f"t{time['start']}-{time['end']}"


def place_id(place: Letters) -> str:
    """A printed place is called by its letters."""
    return f"p{place['start']}-{place['end']}"


def nearest(mentions: Iterable[Letters], to: Letters, text: str) -> Letters | None:
    """The mention with the fewest letters between it and ``to``, before all in the same paragraph."""

    def distance(mention: Letters) -> tuple[bool, int, int]:
        left, right = sorted((mention, to), key=lambda span: int(span["start"]))
        between = text[left["end"] : right["start"]]
        return "\n" in between, len(between), mention["start"]

    return min((mention for mention in mentions if mention["start"] < mention["end"]), key=distance, default=None)


@dataclass(frozen=True, slots=True)
class _Actors:
    """The actors by id, and the text they stand in."""

    by_id: Mapping[str, Any]
    text: str

    def near(self, record: str, name: str, ids: Iterable[str], to: Letters) -> Iterator[Slot]:
        """For each of ``ids`` the mention nearest to ``to``, as a slot of ``record``."""
        for actor in ids:
            mentions = self.by_id[actor]["mentions"] if actor in self.by_id else ()
            yield from _each(record, name, [nearest(mentions, to, self.text)])


def _all(reading: Reading) -> Iterator[Slot]:
    actors = _Actors({actor["id"]: actor for actor in reading["actors"]}, reading["article"]["text"])
    for actor in reading["actors"]:
        yield from _each(actor["id"], "mention", actor["mentions"])
        yield from _each(actor["id"], "title", actor["titles"])
    for statement in reading["statements"]:
        yield from _statement(statement, actors)
    for event in reading["events"]:
        yield from _event(event, actors)
    for agreement in reading["agreements"]:
        yield Slot(agreement["id"], "agreement", agreement["start"], agreement["end"])
        yield from _each(agreement["id"], "provision", agreement["provisions"])
        yield from _each(agreement["id"], "place", [agreement.get("location")])
        yield from actors.near(agreement["id"], "actor", agreement["signatories"], agreement)
    for number, judgement in enumerate(reading["judgements"], 1):
        yield from _each(judgement_id(number), "about", judgement["about"])
    for time in reading.get("times", ()):
        yield from _each(time_id(time), "time", [time])
    for place in reading.get("places", ()):
        yield from _each(place_id(place), "place", [place])


def _statement(statement: Mapping[str, Any], actors: _Actors) -> Iterator[Slot]:
    name = statement["id"]
    yield from _each(name, "content", statement["content"])
    yield from _each(name, "speaker", [statement["speaker_span"]])
    yield from _each(name, "cue", [statement["cue_span"]])
    if statement.get("addressee") and statement["content"]:
        yield from actors.near(name, "addressee", [statement["addressee"]], statement["content"][0])


def _event(event: Mapping[str, Any], actors: _Actors) -> Iterator[Slot]:
    name = event["id"]
    yield from _each(name, "event", [event["event_span"], *event["mentions"]])
    yield from actors.near(name, "actor", event["actor"], event["event_span"])
    yield from actors.near(name, "recipient", event["recipient"], event["event_span"])
    yield from _each(name, "time", [event["date_span"]])
    yield from _each(name, "place", [event["location"]])


def _each(record: str, name: str, spans: Iterable[Letters | None]) -> Iterator[Slot]:
    for span in spans:
        if span is not None:
            yield Slot(record, name, span["start"], span["end"])
