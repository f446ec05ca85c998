"""Who acts towards whom, and who speaks of whom: the network of actors as GraphML 1.0 or GEXF 1.3.

In:  entries.
Out: a directed graph. A node is an actor of the registry, or of one article where none was made; states are one node
     each.

An edge leads from an actor to a recipient, both ways between those who did something together, and from a speaker to
those whom the words name. It carries how many events and statements it stands for, how many events of each quad
class, the mean event scale, and the first and last day. Only the counts are kept in memory, never the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations, product

from vakanuvis.export.entry import Entry, Record, happened
from vakanuvis.export.markup import Markup, tag
from vakanuvis.record.days import days_of
from vakanuvis.record.known import Identity

NODE_FIELDS = (("label", "string"), ("kind", "string"), ("country", "string"), ("sector", "string"))
EDGE_FIELDS = (
    *(("weight", "int"), ("events", "int"), ("statements", "int")),
    *((f"quad_{number}", "int") for number in (1, 2, 3, 4)),
    *(("mean_scale", "double"), ("first_day", "string"), ("last_day", "string")),
)

_GEXF = {"int": "integer"}


@dataclass(slots=True)
class Tie:
    """What one actor does and says towards another, counted."""

    events: int = 0
    statements: int = 0
    quads: dict[int, int] = field(default_factory=dict)
    scales: list[float] = field(default_factory=lambda: [0.0, 0.0])
    first: str | None = None
    last: str | None = None

    def seen(self, first: str | None, last: str | None) -> None:
        """Widen the days by those of one record."""
        self.first = min(filter(None, (self.first, first)), default=None)
        self.last = max(filter(None, (self.last, last)), default=None)

    def cells(self) -> tuple[object, ...]:
        """In the order of ``EDGE_FIELDS``; None where there is no value."""
        total, number = self.scales
        mean = round(total / number, 3) if number else None
        quads = (self.quads.get(quad, 0) for quad in (1, 2, 3, 4))
        return (self.events + self.statements, self.events, self.statements, *quads, mean, self.first, self.last)


@dataclass(slots=True)
class Network:
    """Nodes by id and ties by pairs of ids."""

    nodes: dict[str, Identity] = field(default_factory=dict)
    ties: dict[tuple[str, str], Tie] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Network:
        """Count what all articles tell. Of several reports of one event the fullest counts."""
        made = cls()
        for entry in entries:
            for event in entry.reading["events"]:
                if happened(event) and entry.is_fullest(event):
                    made._event(entry, event)
            for statement in entry.reading["statements"]:
                if not statement["same_as"]:
                    made._statement(entry, statement)
        return made

    def _event(self, entry: Entry, event: Record) -> None:
        actors, recipients = entry.identities(event["actor"]), entry.identities(event["recipient"])
        for one, other in product(actors, recipients) if recipients else permutations(actors, 2):
            if tie := self._tie(one, other):
                tie.events += 1
                tie.quads[event["quad_code"]] = tie.quads.get(event["quad_code"], 0) + 1
                if event["event_scale"] is not None:
                    tie.scales = [tie.scales[0] + event["event_scale"], tie.scales[1] + 1]
                tie.seen(*days_of(event["date"]))

    def _statement(self, entry: Entry, statement: Record) -> None:
        speakers = statement.get("speakers") or ([statement["speaker"]] if statement["speaker"] else [])
        for one, other in product(entry.identities(speakers), entry.identities(statement.get("about", ()))):
            if tie := self._tie(one, other):
                tie.statements += 1
                tie.seen(entry.day, entry.day)

    def _tie(self, one: Identity, other: Identity) -> Tie | None:
        if one.id == other.id:
            return None
        self.nodes.setdefault(one.id, one)
        self.nodes.setdefault(other.id, other)
        return self.ties.setdefault((one.id, other.id), Tie())

    def rows(self) -> Iterator[tuple[str, str, tuple[object, ...]]]:
        """The edges in the order of their ids."""
        for (one, other), tie in sorted(self.ties.items()):
            yield one, other, tie.cells()


def graphml(network: Network) -> Iterator[str]:
    """The network as GraphML 1.0."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for whose, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name, kind in fields:
            # GraphML's names of attributes hold dots, which ``tag`` cannot write.
            yield f'<key id="{whose}_{name}" for="{whose}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="vakanuvis" edgedefault="directed">\n'
    for identity, node in sorted(network.nodes.items()):
        data = _data("node", NODE_FIELDS, (node.name, node.kind, node.country, node.sector))
        yield _line("node", *data, id=identity)
    for number, (one, other, cells) in enumerate(network.rows()):
        yield _line("edge", *_data("edge", EDGE_FIELDS, cells), id=f"e{number}", source=one, target=other)
    yield "</graph>\n</graphml>\n"


def gexf(network: Network) -> Iterator[str]:
    """The network as GEXF 1.3, as Gephi opens it."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph defaultedgetype="directed" mode="static">\n'
    for whose, fields in (("node", NODE_FIELDS[1:]), ("edge", EDGE_FIELDS[1:])):
        columns = (tag("attribute", id=name, title=name, type=_GEXF.get(kind, kind)) for name, kind in fields)
        yield _line("attributes", *columns, class_=whose)
    yield "<nodes>\n"
    for identity, node in sorted(network.nodes.items()):
        values = _values(NODE_FIELDS[1:], (node.kind, node.country, node.sector))
        yield _line("node", tag("attvalues", *values), id=identity, label=_allowed(node.name))
    yield "</nodes>\n<edges>\n"
    for number, (one, other, cells) in enumerate(network.rows()):
        values = _values(EDGE_FIELDS[1:], cells[1:])
        yield _line(
            "edge",
            tag("attvalues", *values),
            id=str(number),
            source=one,
            target=other,
            weight=str(float(str(cells[0]))),
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def _data(whose: str, fields: Iterable[tuple[str, str]], cells: Iterable[object]) -> Iterator[Markup]:
    for (name, _), value in zip(fields, cells, strict=True):
        if value is not None:
            yield tag("data", _allowed(str(value)), key=f"{whose}_{name}")


def _values(fields: Iterable[tuple[str, str]], cells: Iterable[object]) -> Iterator[Markup]:
    for (name, _), value in zip(fields, cells, strict=True):
        if value is not None:
            yield tag("attvalue", for_=name, value=_allowed(str(value)))


def _allowed(text: str) -> str:
    """Without the control letter that HTML allows and XML does not."""
    return text.replace("\f", " ")


def _line(name: str, *children: Markup, **attributes: str) -> str:
    return tag(name, *children, **attributes) + "\n"
