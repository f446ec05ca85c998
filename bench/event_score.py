"""Score the events of one article.

In:  the gold and the reading of an article.
Out: type, sides, mode, status and date of the events, counted. A found event can answer one of the gold if both stand
     in the same sentence and quad class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bench.counts import Scores
from bench.matching import best_pairs
from bench.newspaper import place

Side = frozenset[str]
Told = tuple[set[int], Mapping[str, Any], tuple[Side, Side]]

# A boundary of sentences, good enough to ask whether two spans stand in the same one.
_BOUNDARY = re.compile(r"\n+|(?<=[^\W\d]{4}[.!?])[\"”»’']*\s+(?=[\"“«‘']?[^\W\d_])|(?<=[.!?])[\"”»’']+\s+")
_QUADS = {
    code: quad
    for quad, codes in enumerate(
        (
            ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
            ("COOPERATE", "AID", "RETREAT"),
            ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
            ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
        ),
        1,
    )
    for code in codes
}
_SIDES = ("actor", "recipient")


def score_events(scores: Scores, key: str, wanted: Mapping[str, Any], reading: Mapping[str, Any]) -> None:
    """Count the events of one article."""
    text = reading["article"]["text"]
    rooms = _rooms(text)
    scores.sentences += len(rooms)
    actors = {actor["id"]: actor for actor in reading["actors"]}
    gold = [(_rooms_of(rooms, _told(text, event)), event, _gold_sides(event)) for event in wanted["events"]]
    found = [
        (_rooms_of(rooms, [(event["event_span"]["start"], event["event_span"]["end"])]), event, _sides(event, actors))
        for event in reading["events"]
    ]
    fits = [[_event_fit(one, other) for other in found] for one in gold]
    pairs = best_pairs(fits)
    typed = [(row, column) for row, column in pairs if gold[row][1]["event"] == found[column][1]["event"]]
    whole = [(row, column) for row, column in typed if _same_sides(gold[row], found[column])]
    scores.found["event_type"].add(len(typed), len(found), len(gold))
    scores.found["event_whole"].add(len(whole), len(found), len(gold))
    scores.extra_events += len(found) - len(pairs)
    for row, column in typed:
        scores.types[gold[row][1]["event"]].hits += 1
        for slot in ("mode", "status"):
            scores.right[slot].add(gold[row][1][slot] == found[column][1][slot])
        if gold[row][1]["date"]:
            scores.right["date"].add(gold[row][1]["date"] == found[column][1]["date"])
        if (row, column) not in whole:
            words = f"{gold[row][2]} ≠ {found[column][2]}: {gold[row][1]['event_text']['text']}"
            scores.miss(key, f"sides of {gold[row][1]['event']}", words)
    for row in {*range(len(gold))} - {row for row, _ in typed}:
        event = gold[row][1]
        scores.types[event["event"]].missed += 1
        scores.miss(key, f"{event['event']} missed", event["event_text"]["text"])
    for column in {*range(len(found))} - {column for _, column in typed}:
        event = found[column][1]
        scores.types[event["event"]].extra += 1
        span = event["event_span"]
        scores.miss(key, f"{event['event']} extra", text[max(0, span["start"] - 60) : span["end"]])


def _event_fit(one: Told, other: Told) -> float:
    """How well a found event answers one of the gold; 0 outside its sentences or in another quad class."""
    if not one[0] & other[0] or _QUADS[one[1]["event"]] != _QUADS.get(other[1]["event"]):
        return 0
    fit = 4.0 if one[1]["event"] == other[1]["event"] else 1.0
    fit += sum(mine == its for mine, its in zip(one[2], other[2], strict=True))
    return fit + (0.5 if one[1]["mode"] == other[1]["mode"] else 0.0)


def _same_sides(one: Told, other: Told) -> bool:
    """The same states on both sides; where the gold knows no direction, together."""
    if one[2] == other[2]:
        return True
    return not one[1]["recipient"] and one[2][0] == other[2][0] | other[2][1]


def _gold_sides(event: Mapping[str, Any]) -> tuple[Side, Side]:
    actor, recipient = (frozenset(who["country"] for who in event[side] if who["country"]) for side in _SIDES)
    return actor, recipient


def _sides(event: Mapping[str, Any], actors: Mapping[str, Any]) -> tuple[Side, Side]:
    actor, recipient = (
        frozenset(actors[name]["country"] for name in event[side] if name in actors and actors[name]["country"])
        for side in _SIDES
    )
    return actor, recipient


def _told(text: str, event: Mapping[str, Any]) -> list[tuple[int, int]]:
    return [place(text, quoted) for quoted in (event["event_text"], *event["also"])]


def _rooms(text: str) -> list[int]:
    """Where sentences begin."""
    return [0, *(found.end() for found in _BOUNDARY.finditer(text) if found.end() < len(text))]


def _rooms_of(rooms: list[int], spans: Iterable[tuple[int, int]]) -> set[int]:
    ends = [*rooms[1:], 1 << 60]
    return {
        number
        for start, end in spans
        for number, (room, its_end) in enumerate(zip(rooms, ends, strict=True))
        if start < its_end and end > room
    }
