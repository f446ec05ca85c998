"""Articles as brat standoff: ``m1.txt`` and ``m1.ann`` side by side, with an ``annotation.conf`` for the folder.

In:  an entry.
Out: the text of its ``.ann`` file; the ``.txt`` is the article's text, letter for letter.

    T1	Content 412 433;440 452	kapının açık olduğunu gemilerin
    E1	Statement:T3 Content:T1 Speaker:T2

Places count code points, as brat does. A span that runs over a line break is cut there, as brat wants it. A statement
without a cue hangs on its content, an agreement on its name. Where letters may not be passed on the third column is
empty and there is no ``.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vakanuvis.export.cells import cell
from vakanuvis.export.entry import Entry, Record
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.record.ids import digest

ACTORS = {"person": "Person", "country": "Country", "organization": "Organization", "group": "Group"}
PLAIN = ("Title", "Content", "Time", "Place", "Provision")
_RUN = re.compile(r"[^\r\n]+")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]")


def configuration(codes: Plover | None = None) -> str:
    """``annotation.conf``: which entities, events and attributes the files hold."""
    codes = codes or plover()
    anyone = "|".join(ACTORS.values())
    events = [
        f"{_type(name)} Actor*:{anyone}, Recipient*:{anyone}, Date?:Time, Location?:Place" for name in codes.events
    ]
    modes = sorted({mode.mode for code in codes.events.values() for mode in code.modes})
    statuses = "actual|planned|negated|hypothetical|historical"
    lines = (
        *("[entities]", *ACTORS.values(), *PLAIN),
        *("[relations]", f"Coref Arg1:{anyone}, Arg2:{anyone}, <REL-TYPE>:symmetric-transitive"),
        "<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
        *("[events]", f"Statement Content*:Content, Speaker*:{anyone}, Addressee?:{anyone}"),
        *(f"Agreement Signatory*:{anyone}, Provision*:Provision", *events),
        *("[attributes]", f"Status Arg:<EVENT>, Value:{statuses}", f"Mode Arg:<EVENT>, Value:{'|'.join(modes)}"),
        "Negated Arg:<EVENT>",
    )
    return "\n".join(lines) + "\n"


def file_name(entry: Entry) -> str:
    """What the article's files are called: its id; one that no file can bear, by its digest."""
    return entry.id if _FILE.fullmatch(entry.id) else digest("article", entry.id)


def annotation_of(entry: Entry) -> str:
    """The ``.ann`` file of one article."""
    made = _Standoff(entry)
    made.actors()
    made.surroundings()
    made.statements()
    made.events()
    made.agreements()
    return "".join(line + "\n" for line in made.lines)


@dataclass(slots=True)
class _Standoff:
    """One ``.ann`` file as it grows. ``marks`` are the text-bound lines by type and place."""

    entry: Entry
    lines: list[str] = field(default_factory=list)
    marks: dict[tuple[str, tuple[tuple[int, int], ...]], str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def name(self, letter: str) -> str:
        self.numbers[letter] = self.numbers.get(letter, 0) + 1
        return f"{letter}{self.numbers[letter]}"

    def mark(self, kind: str, spans: Iterable[Record | None]) -> str | None:
        """The name of the text-bound annotation at ``spans``; None if they hold no letters."""
        runs = tuple(run for span in spans if span for run in self.runs(span))
        if not runs:
            return None
        if (kind, runs) not in self.marks:
            self.marks[kind, runs] = name = self.name("T")
            places = ";".join(f"{start} {end}" for start, end in runs)
            text = self.entry.text
            letters = "" if text is None else " ".join(text[start:end] for start, end in runs).replace("\t", " ")
            self.lines.append(f"{name}\t{kind} {places}\t{letters}")
        return self.marks[kind, runs]

    def runs(self, span: Record) -> Iterator[tuple[int, int]]:
        text = self.entry.article["text"]
        for found in _RUN.finditer(text, span["start"], span["end"]):
            yield found.span()

    def actor(self, identity: str | None, near: Record) -> str | None:
        """The mention of an actor that stands nearest to ``near``."""
        actor = self.entry.actors.get(identity or "")
        return self.mark(ACTORS[actor["kind"]], [self.entry.near(actor["id"], near)]) if actor else None

    def event(self, kind: str, trigger: str, arguments: Iterable[tuple[str, str | None]], record: str) -> str:
        name, counts, told = self.name("E"), dict[str, int](), [f"{kind}:{trigger}"]
        for role, mark in arguments:
            if mark:
                counts[role] = counts.get(role, 0) + 1
                told.append(f"{role}{counts[role] if counts[role] > 1 else ''}:{mark}")
        self.lines.append(f"{name}\t{' '.join(told)}")
        self.lines.append(f"{self.name('#')}\tAnnotatorNotes {name}\t{record}")
        return name

    def attribute(self, kind: str, event: str, value: str | None) -> None:
        self.lines.append(" ".join(filter(None, (f"{self.name('A')}\t{kind}", event, value))))

    def actors(self) -> None:
        for actor in self.entry.reading["actors"]:
            kind = ACTORS[actor["kind"]]
            marks = [mark for mention in actor["mentions"] if (mark := self.mark(kind, [mention]))]
            for mark in marks[:1]:
                self.lines.append(f"{self.name('#')}\tAnnotatorNotes {mark}\t{actor['id']} {cell(actor['name'])}")
            if len(set(marks)) > 1:
                self.lines.append(f"*\tCoref {' '.join(dict.fromkeys(marks))}")
            for title in actor["titles"]:
                self.mark("Title", [title])

    def surroundings(self) -> None:
        for kind, layer in (("Time", "times"), ("Place", "places")):
            for span in self.entry.reading.get(layer, ()):
                self.mark(kind, [span])

    def statements(self) -> None:
        for statement in self.entry.reading["statements"]:
            content = self.mark("Content", statement["content"])
            trigger = self.mark("Statement", [statement["cue_span"]]) or self.mark("Statement", statement["content"])
            if content is None or trigger is None:
                continue
            near = statement["speaker_span"] or statement["content"][0]
            speakers = statement.get("speakers") or [statement["speaker"]]
            arguments = [("Content", content), *(("Speaker", self.actor(one, near)) for one in speakers)]
            arguments.append(("Addressee", self.actor(statement.get("addressee"), statement["content"][0])))
            name = self.event("Statement", trigger, arguments, statement["id"])
            if statement.get("negated"):
                self.attribute("Negated", name, None)

    def events(self) -> None:
        for event in self.entry.reading["events"]:
            trigger = self.mark(_type(event["event"]), [event["event_span"]])
            if trigger is None:
                continue
            near = event["event_span"]
            arguments = [
                *(("Actor", self.actor(one, near)) for one in event["actor"]),
                *(("Recipient", self.actor(one, near)) for one in event["recipient"]),
                ("Date", self.mark("Time", [event["date_span"]])),
                ("Location", self.mark("Place", [event["location"]])),
            ]
            name = self.event(_type(event["event"]), trigger, arguments, event["id"])
            self.attribute("Status", name, event["status"])
            if event["mode"]:
                self.attribute("Mode", name, event["mode"])

    def agreements(self) -> None:
        for agreement in self.entry.reading["agreements"]:
            trigger = self.mark("Agreement", [agreement])
            if trigger is None:
                continue
            arguments = [("Signatory", self.actor(one, agreement)) for one in agreement["signatories"]]
            arguments += [("Provision", self.mark("Provision", [span])) for span in agreement["provisions"]]
            self.event("Agreement", trigger, arguments, agreement["id"])


def _type(name: str) -> str:
    """brat's types hold letters, digits, ``-`` and ``_`` alone."""
    return _NO_NAME.sub("_", name)
