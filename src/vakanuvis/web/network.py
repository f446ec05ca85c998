"""The network of actors: states among each other, or what one party has with others; each line leads to its records.

In:  a visit to ``/ag``: ``kim`` a party, ``ilk`` and ``son`` days, ``bag`` a kind of tie, ``uc`` the two ends of one.
Out: the page; as JSON, CSV and JSON lines the ties.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.web.happenings import rows_of
from vakanuvis.web.layout import places
from vakanuvis.web.narrowing import day_asked
from vakanuvis.web.navigation import entity_path
from vakanuvis.web.pages import Answer
from vakanuvis.web.periods import Strip, strip
from vakanuvis.web.ties import MOST_RECORDS, SAY, Asked, Tie, ties
from vakanuvis.web.visits import Row, Visit

WIDE, HIGH, RIM = 1000.0, 700.0, 70.0
SMALLEST_NODE, LARGEST_NODE = 5.0, 17.0
THINNEST, THICKEST, BETWEEN = 1.5, 9.0, 1.5
RECORDS = 10
"""Records of a chosen line that are listed."""
ENDS = "~"
"""Between the two parties of ``uc``: it is in no id."""


@dataclass(frozen=True, slots=True)
class Node:
    """A party and its place in the drawing."""

    id: str
    name: str
    kind: str
    x: float
    y: float
    radius: float
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One class of a tie, drawn beside its others."""

    kind: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie with its lines and the address that lists its records."""

    tie: Tie
    one: str
    other: str
    told: str
    lines: tuple[Line, ...]
    address: str
    chosen: bool


def network(visit: Visit) -> Answer:
    """The drawing, the same as a table, and the records of a chosen line."""
    asked = Asked(visit.asked("kim"), day_asked(visit, "ilk"), day_asked(visit, "son"), visit.asked("bag"))
    party = visit.ask_one("timeline.party", party=asked.party) if asked.party else None
    if asked.party and party is None:
        raise HTTPException(404)
    found = ties(visit, asked, party["kind"] if party else None)
    ids = {end for tie in found for end in (tie.one, tie.other)} | ({asked.party} if asked.party else set())
    known = {row["id"]: row for row in visit.ask("network.names", parties=json.dumps(sorted(ids)))}
    names = {end: _name(visit, known.get(end), end) for end in ids}
    if visit.form:
        return Answer("network.html", rows=[_plain(tie, names) for tie in found])
    nodes = {node.id: node for node in _nodes(visit, found, known, names)}
    chosen = _chosen(visit)
    values = {
        "asked": asked,
        "party": {**party, "name": names[party["id"]]} if party else None,
        "nodes": list(nodes.values()),
        "edges": [_edge(visit, tie, nodes, chosen) for tie in found],
        "tie_kinds": _kinds(visit),
        "states": visit.ask("timeline.states", limit=60),
        "chosen": _records(visit, asked, chosen) if chosen else None,
        "most": MOST_RECORDS,
        "strip": _strip(visit, asked),
    }
    return Answer("network.html", values)


def _strip(visit: Visit, asked: Asked) -> Strip | None:
    span = visit.ask_one("timeline.span") or {}
    return strip(visit, asked.first, asked.last, (span["first"], span["last"])) if span.get("first") else None


def _name(visit: Visit, row: Row | None, end: str) -> str:
    sector = visit.room.codes.sectors.get(end)  # in a state's place: IGO
    if sector is not None:
        return visit.tongue.coded(sector)
    if row is None or row["kind"] == "country":
        return visit.room.states.name(end, visit.tongue)
    return str(row["name"])


def _nodes(visit: Visit, found: list[Tie], known: Mapping[str, Row], names: Mapping[str, str]) -> Iterator[Node]:
    weights: dict[str, int] = defaultdict(int)
    for tie in found:
        weights[tie.one] += tie.total
        weights[tie.other] += tie.total
    order = sorted(weights, key=lambda end: (-weights[end], end))
    at = {end: number for number, end in enumerate(order)}
    stand = places(len(order), tuple((at[tie.one], at[tie.other], float(tie.total)) for tie in found))
    largest = max(weights.values(), default=1)
    for end, (x, y) in zip(order, stand.tolist(), strict=True):
        kind = known[end]["kind"] if end in known else "country"
        radius = SMALLEST_NODE + (LARGEST_NODE - SMALLEST_NODE) * math.sqrt(weights[end] / largest)
        address = visit.here(kim=end, uc=None)
        yield Node(end, names[end], kind, RIM + x * (WIDE - 2 * RIM), RIM / 2 + y * (HIGH - RIM), radius, address)


def _classes(visit: Visit, tie: Tie) -> dict[str, int]:
    """By class: ``say`` for words, ``1`` to ``4`` for the classes of events, ``0`` for those without one."""
    found: dict[str, int] = defaultdict(int)
    for kind, count in tie.kinds().items():
        code = visit.room.codes.events.get(kind)
        found["say" if kind == SAY else str((code and code.quad) or 0)] += count
    return dict(sorted(found.items()))


def _edge(visit: Visit, tie: Tie, nodes: Mapping[str, Node], chosen: tuple[str, str] | None) -> Edge:
    one, other = nodes[tie.one], nodes[tie.other]
    ends = ENDS.join((tie.one, tie.other))
    told = ", ".join(f"{_kind_name(visit, kind)} {visit.tongue.number(count)}" for kind, count in tie.kinds().items())
    return Edge(
        tie,
        one.name,
        other.name,
        told,
        tuple(_lines(_classes(visit, tie), one, other)),
        visit.here(uc=ends) + "#kayitlar",
        chosen == (tie.one, tie.other),
    )


def _lines(classes: Mapping[str, int], one: Node, other: Node) -> Iterator[Line]:
    """A line for each class, beside each other across the way from the one to the other."""
    widths = [min(THINNEST + math.log2(count), THICKEST) for count in classes.values()]
    long = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    across = ((one.y - other.y) / long, (other.x - one.x) / long)
    at = -(sum(widths) + BETWEEN * (len(widths) - 1)) / 2
    for kind, width in zip(classes, widths, strict=True):
        aside = at + width / 2
        x, y = across[0] * aside, across[1] * aside
        # Rounded here: to have the template do it for a thousand numbers takes as long as all the rest of the page.
        x1, y1, x2, y2 = (round(place, 1) for place in (one.x + x, one.y + y, other.x + x, other.y + y))
        yield Line(kind, x1, y1, x2, y2, round(width, 1))
        at += width + BETWEEN


def _kind_name(visit: Visit, kind: str) -> str:
    if kind == SAY:
        return visit.tongue.say("söz")
    return visit.tongue.coded(visit.room.codes.events.get(kind)) or kind


def _kinds(visit: Visit) -> list[tuple[str, str]]:
    return [(kind, _kind_name(visit, kind)) for kind in (SAY, *visit.room.codes.events)]


def _chosen(visit: Visit) -> tuple[str, str] | None:
    ends = (visit.asked("uc") or "").split(ENDS)
    return (ends[0], ends[1]) if len(ends) == 2 else None


def _records(visit: Visit, asked: Asked, ends: tuple[str, str]) -> dict[str, Any]:
    """The newest statements and events between two parties."""
    known = {row["id"]: row for row in visit.ask("network.names", parties=json.dumps(ends))}
    states = [end for end in ends if end not in known or known[end]["kind"] == "country"]
    # What is looked through first is what the one with fewer records has.
    one, other = sorted(ends, key=lambda end: end in states)
    between = {"one": one, "other": other, "limit": RECORDS, **asked.days}
    said, done = [], []
    if asked.kind in (None, SAY):
        said = [row["n"] for row in visit.ask("network.statements_between", **between)]
    if asked.kind != SAY:
        question = "network.events_between_states" if len(states) == 2 else "network.events_between"
        done = [row["n"] for row in visit.ask(question, event=asked.kind, **between)]
    pages = [
        (_name(visit, known.get(end), end), entity_path(known[end]["kind"], end) if end in known else None)
        for end in ends
    ]
    return {
        "ends": pages,
        "dyad": f"/iliski/{ends[0]}-{ends[1]}" if len(states) == 2 else None,
        "statements": rows_of(visit, "statements", said),
        "events": rows_of(visit, "events", done),
        "limit": RECORDS,
    }


def _plain(tie: Tie, names: Mapping[str, str]) -> Row:
    return {
        "one": tie.one,
        "one_name": names[tie.one],
        "other": tie.other,
        "other_name": names[tie.other],
        "records": tie.total,
        "one_to_other": dict(tie.forth),
        "other_to_one": dict(tie.back),
    }
