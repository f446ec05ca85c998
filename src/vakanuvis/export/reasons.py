"""Why a record is as it is: its rules in plain words, and the lexicon lines that a person would correct.

In:  a reading, the places of the lexicon's entries, the rules.
Out: a rich tree for each record.

    direct-post       Tırnak içindeki sözden sonra gelen söz fiili, sözü öznesine bağlar.
    report_verbs:de   lexicon/words/report_verbs.yaml:12
    (A reporting verb after the quotation ties it to its subject.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text
from rich.tree import Tree

from vakanuvis.export import wording
from vakanuvis.export.reason_names import Reason, resolved
from vakanuvis.export.slots import judgement_id, nearest
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.lexicon.rules import Rule
from vakanuvis.record.event import Rival
from vakanuvis.record.reading import Reading

SHORT = 90
Record = Mapping[str, Any]


def trees_of(
    reading: Reading,
    places: Mapping[str, str],
    rules: Mapping[str, Rule],
    *,
    record: str | None = None,
    codes: Plover | None = None,
    rivals: Mapping[str, Sequence[Rival]] | None = None,
) -> Iterator[Tree]:
    """The tree of each record, or of the one whose id begins with ``record``. ``rivals``: what lost, by event."""
    actors = {actor["id"]: actor for actor in reading["actors"]}
    chain = _Chain(reading, places, rules, codes or plover(), actors, rivals or {})
    for name, tree in chain.all():
        if record is None or name.startswith(record):
            yield tree()


@dataclass(frozen=True, slots=True)
class _Chain:
    """A reading and what its reasons resolve to."""

    reading: Reading
    places: Mapping[str, str]
    rules: Mapping[str, Rule]
    codes: Plover
    actors: Mapping[str, Record]
    rivals: Mapping[str, Sequence[Rival]]

    def all(self) -> Iterator[tuple[str, Any]]:
        """Each record's id and how to draw its tree."""
        shapes = (("actors", self.actor), ("statements", self.statement), ("events", self.event))
        for layer, draw in (*shapes, ("agreements", self.agreement)):
            for record in self.reading[layer]:
                yield record["id"], (lambda record=record, draw=draw: draw(record))
        for number, judgement in enumerate(self.reading["judgements"], 1):
            name = judgement_id(number)
            yield name, (lambda name=name, judgement=judgement: self.judgement(name, judgement))

    def actor(self, actor: Record) -> Tree:
        kind = wording.ACTOR_KINDS.get(actor["kind"], actor["kind"])
        tree = _tree("Taraf", actor["id"], f"{kind} — {wording.shown(actor['name'])}")
        self.add(tree, actor.get("because", ()))
        for title in actor["titles"]:
            self.branch(tree, "unvan", title, title.get("because", ()), f"→ {title['office']}")
        for mention in actor["mentions"]:
            if mention.get("because"):
                self.branch(tree, "anılma", mention, mention["because"])
        return tree

    def statement(self, statement: Record) -> Tree:
        kind = wording.STATEMENT_KINDS.get(statement["kind"], statement["kind"])
        words = " […] ".join(self.letters(span) for span in statement["content"])
        tree = _tree("Söz", statement["id"], f"{kind} — “{wording.shortened(words, SHORT)}”")
        self.add(tree, statement["because"])
        self.actor_branch(tree, "konuşan", statement["speaker"], statement["speaker_span"])
        if statement["content"]:
            self.actor_branch(tree, "muhatap", statement.get("addressee"), statement["content"][0])
        if statement["same_as"]:
            tree.add(Text(f"aynı söz: {statement['same_as']}", "dim"))
        return tree

    def event(self, event: Record) -> Tree:
        code = " ".join(part for part in (event["event"], event["mode"]) if part)
        words = wording.event_words(event, self.codes)
        letters = self.letters(event["event_span"])
        tree = _tree("Olay", event["id"], f"{code} ({words}) — “{wording.shortened(letters, SHORT)}”")
        self.add(tree, event["because"])
        for slot in ("actor", "recipient"):
            for actor in event[slot]:
                self.actor_branch(tree, wording.SLOTS[slot], actor, event["event_span"])
        for slot, span, layer in (("time", event["date_span"], "times"), ("place", event["location"], "places")):
            if span:
                self.branch(tree, wording.SLOTS[slot], span, self.layer_reasons(layer, span))
        if event["said_in"]:
            tree.add(Text(f"yalnız şu sözde: {event['said_in']}", "dim"))
        for rival in self.rivals.get(event["id"], ()):
            lost = tree.add(Text.assemble(("neden değil ", "bold"), rival.event, (f"  {rival.slot or ''}", "dim")))
            lost.add(reason_text(Reason(rival.because, rival.at)))
            self.add(lost, (rival.lost,))
        return tree

    def agreement(self, agreement: Record) -> Tree:
        tree = _tree("Anlaşma", agreement["id"], wording.shown(agreement["name"]))
        self.add(tree, agreement.get("because", ()))
        for actor in agreement["signatories"]:
            self.actor_branch(tree, "imzalayan", actor, agreement)
        return tree

    def judgement(self, name: str, judgement: Record) -> Tree:
        kind = wording.JUDGEMENT_KINDS.get(judgement["kind"], judgement["kind"])
        tree = _tree("Yargı", name, f"{kind} — {wording.shown(judgement['text'])}")
        self.add(tree, judgement.get("because", ()))
        for span in judgement["about"]:
            self.branch(tree, "konu", span, ())
        return tree

    def actor_branch(self, tree: Tree, slot: str, actor: str | None, near: Record | None) -> None:
        """The actor in a slot, with the reasons of the mention that stands there and of the actor."""
        found = self.actors.get(actor or "")
        if found is None:
            return
        mention = nearest(found["mentions"], near, self.reading["article"]["text"]) if near else None
        reasons = (*(mention.get("because", ()) if mention else ()), *found.get("because", ()))
        self.branch(tree, slot, mention, reasons, f"→ {wording.shown(found['name'])}")

    def branch(self, tree: Tree, slot: str, span: Record | None, reasons: Iterable[str], after: str = "") -> None:
        letters = f"“{wording.shortened(self.letters(span), SHORT)}”" if span else ""
        self.add(
            tree.add(Text.assemble((f"{slot} ", "bold"), (letters, "italic"), f" {after}" if after else "")), reasons
        )

    def add(self, tree: Tree, reasons: Iterable[str]) -> None:
        for name in dict.fromkeys(reasons):
            tree.add(reason_text(resolved(name, self.places, self.rules)))

    def layer_reasons(self, layer: str, span: Record) -> list[str]:
        return [
            reason
            for found in self.reading.get(layer, ())
            if (found["start"], found["end"]) == (span["start"], span["end"])
            for reason in found.get("because", ())
        ]

    def letters(self, span: Record | None) -> str:
        return self.reading["article"]["text"][span["start"] : span["end"]] if span else ""


def reason_text(reason: Reason) -> Text:
    """One reason on one line: Turkish first, then English, then where to correct it."""
    line = Text(wording.shown(reason.name), "cyan")
    if reason.rule:
        line.append(f"  {reason.rule.turkish}", "default")
        line.append(f" ({reason.rule.english})", "dim")
    if reason.place:
        line.append(f"  {reason.place}", "green")
    return line


def _tree(kind: str, name: str, words: str) -> Tree:
    return Tree(Text.assemble((f"{kind} ", "bold"), (name, "bold cyan"), f"  {words}"))
