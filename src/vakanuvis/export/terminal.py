"""A reading for the eye, in a terminal or as plain text.

In:  a reading.
Out: something that rich can print: header, people and parties, statements, events, agreements, judgements, each with
     the letters it was read from.

    s3fa…  doğrudan  Leman Sorgun “Sorgun” · dedi
           “Kapı açık. Umutluyuz.”
    (direct; “The gate is open. We are hopeful.”)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule as Line
from rich.text import Text

from vakanuvis.export import wording
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.record.reading import Reading

SHORT = 240
"""Letters of a statement's content that are shown unless the whole is asked for."""
INDENT = 4
STYLES = {
    "speaker": "bold cyan",
    "cue": "yellow",
    "event": "bold red",
    "actor": "cyan",
    "recipient": "green",
    "time": "magenta",
    "place": "blue",
    "title": "bright_blue",
    "id": "dim",
    "letters": "italic",
}


def record_of(reading: Reading, codes: Plover | None = None, *, longest: int = SHORT) -> RenderableType:
    """The whole reading. Contents longer than ``longest`` letters are cut."""
    view = _View(reading, codes or plover(), wording.actor_names(reading), longest)
    return Group(*view.header(), *view.records())


@dataclass(frozen=True, slots=True)
class _View:
    """One reading on its way to the terminal."""

    reading: Reading
    codes: Plover
    names: Mapping[str, str]
    longest: int

    def header(self) -> Iterator[RenderableType]:
        article = self.reading["article"]
        dateline = article["dateline"]
        place = f"{dateline['name']}{_in_brackets(dateline['country'])}" if dateline else ""
        parts = (article["source"] or article["id"], wording.date_words(article["published"]), place)
        yield Line(Text(wording.shown(" · ".join(part for part in parts if part)), "bold"), align="left")
        for line, style in ((article["title"], "bold"), (article["url"], "dim")):
            if line:
                yield Text(wording.shown(line), style)
        for note in article.get("notes", ()):
            yield Text(f"not: {wording.shown(note)}", "dim")

    def records(self) -> Iterator[RenderableType]:
        for heading, name, show in (
            ("Kişiler ve taraflar", "actors", self.actor),
            ("Sözler", "statements", self.statement),
            ("Olaylar", "events", self.event),
            ("Anlaşmalar", "agreements", self.agreement),
            ("Yargılar", "judgements", self.judgement),
        ):
            records = self.reading[name]
            if records:
                yield Text()
                yield Text.assemble((heading, "bold underline"), (f" ({len(records)})", "dim"))
                for record in records:
                    yield from show(record)

    def actor(self, actor: Mapping[str, Any]) -> Iterator[RenderableType]:
        facts = (wording.ACTOR_KINDS.get(actor["kind"], actor["kind"]), actor["country"])
        sector = wording.sector_words(actor["sector"], self.codes)
        yield _row(
            (wording.shown(actor["name"]), "bold"),
            (f"  {' · '.join(part for part in (*facts, sector) if part)}", "dim"),
        )
        for title in actor["titles"]:
            former = "eski " if title["former"] else ""
            yield _under(
                (f"{former}{title['office']}{_in_brackets(title['country'])} ", STYLES["title"]),
                (self.letters(title), STYLES["letters"]),
            )
        forms = _counted(self.letters(mention) for mention in actor["mentions"] if mention["start"] < mention["end"])
        if forms:
            yield _under(("anıldığı yerler: ", "dim"), (forms, STYLES["letters"]))

    def statement(self, statement: Mapping[str, Any]) -> Iterator[RenderableType]:
        kind = wording.STATEMENT_KINDS.get(statement["kind"], statement["kind"])
        speaker = self.name(statement["speaker"]) or "söyleyen belirtilmemiş"
        addressee = self.name(statement.get("addressee"))
        yield _row(
            (f"{statement['id']}  ", STYLES["id"]),
            (f"{kind}  ", ""),
            (speaker, STYLES["speaker"]),
            (f" {self.letters(statement['speaker_span'])}", STYLES["letters"]),
            (f" · {self.letters(statement['cue_span'])}" if statement["cue_span"] else "", STYLES["cue"]),
            (f" → {addressee}" if addressee else "", STYLES["recipient"]),
            ("  (olumsuz)" if statement.get("negated") else "", "red"),
        )
        runs = (self.reading["article"]["text"][span["start"] : span["end"]] for span in statement["content"])
        yield _under((f"“{wording.shortened(' […] '.join(runs), self.longest)}”", ""))
        if statement["same_as"]:
            yield _under((f"aynı söz: {statement['same_as']}", "dim"))

    def event(self, event: Mapping[str, Any]) -> Iterator[RenderableType]:
        words = wording.event_words(event, self.codes)
        code = " ".join(part for part in (event["event"], event["mode"]) if part)
        status = wording.STATUSES.get(event["status"], event["status"])
        yield _row(
            (f"{event['id']}  ", STYLES["id"]),
            (code, STYLES["event"]),
            (f"  {words}  ", ""),
            (self.letters(event["event_span"]), STYLES["letters"]),
            (f"  {status}", "" if event["status"] == "actual" else "bold yellow"),
        )
        yield _under(
            (self.list(event["actor"]) or "?", STYLES["actor"]),
            (f" → {self.list(event['recipient'])}" if event["recipient"] else "", STYLES["recipient"]),
        )
        facts = [*self.when(event), *self.where(event)]
        if facts:
            yield _under(*facts)
        if event["context"]:
            yield _under(
                ("bağlam: " + ", ".join(self.codes.contexts[name].turkish for name in event["context"]), "dim")
            )
        if event["said_in"]:
            yield _under((f"yalnız şu sözde: {event['said_in']}", "dim"))

    def when(self, event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        if event["date"]:
            yield wording.date_words(event["date"]), STYLES["time"]
            basis = wording.DATE_BASES.get(event["date_basis"], event["date_basis"])
            yield f" ({basis}) ", "dim"
            yield f"{self.letters(event['date_span'])} ", STYLES["letters"]

    def where(self, event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        place = event["location"]
        if place:
            yield f"{place['name']}{_in_brackets(place['country'])} ", STYLES["place"]
            yield self.letters(place), STYLES["letters"]

    def agreement(self, agreement: Mapping[str, Any]) -> Iterator[RenderableType]:
        status = wording.AGREEMENT_STATUSES.get(agreement["status"], agreement["status"])
        yield _row(
            (f"{agreement['id']}  ", STYLES["id"]),
            (wording.shown(agreement["name"]), "bold"),
            (f"  {status}  {wording.date_words(agreement['date'])}", ""),
        )
        parties = ", ".join(agreement["parties"])
        signatories = self.list(agreement["signatories"])
        if parties or signatories:
            yield _under((parties, STYLES["actor"]), (f"  imza: {signatories}" if signatories else "", ""))
        if place := agreement.get("location"):
            yield _under(("yer: ", "dim"), (f"{place['name']}{_in_brackets(place['country'])} ", STYLES["place"]))
        for provision in agreement["provisions"]:
            yield _under(("hüküm: ", "dim"), (self.letters(provision, self.longest), STYLES["letters"]))

    def judgement(self, judgement: Mapping[str, Any]) -> Iterator[RenderableType]:
        kind = wording.JUDGEMENT_KINDS.get(judgement["kind"], judgement["kind"])
        yield _row((f"{kind}: ", "bold yellow"), (wording.shown(judgement["text"]), ""))
        yield _under((" · ".join(self.letters(span) for span in judgement["about"]), STYLES["letters"]))

    def name(self, actor: str | None) -> str:
        return wording.shown(self.names.get(actor, actor)) if actor else ""

    def list(self, actors: Iterable[str]) -> str:
        return ", ".join(self.name(actor) for actor in actors)

    def letters(self, span: Mapping[str, Any] | None, longest: int = 80) -> str:
        if span is None or span["start"] == span["end"]:
            return ""
        return f"“{wording.shortened(self.reading['article']['text'][span['start'] : span['end']], longest)}”"


def _in_brackets(code: str | None) -> str:
    return f" ({code})" if code else ""


def _counted(forms: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    return ", ".join(form if count == 1 else f"{form} ×{count}" for form, count in counts.items())


def _row(*parts: tuple[str, str]) -> RenderableType:
    return _Indented(Text.assemble(*parts), INDENT // 2)


def _under(*parts: tuple[str, str]) -> RenderableType:
    return _Indented(Text.assemble(*parts), INDENT + 2)


@dataclass(frozen=True, slots=True)
class _Indented:
    """Text whose every line is moved in; rich's own padding would fill the lines up with blanks."""

    text: Text
    by: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.text.wrap(console, max(options.max_width - self.by, 1)):
            line.rstrip()
            yield Text(" " * self.by).append_text(line)
