"""The records of a reading as HTML cards, beside the text on the page.

In:  a reading.
Out: a list of cards for each layer; each slot quotes its letters and links to them.

    KARMA  Davit Orel “Orel” · söyledi → Leman Sorgun
    kapının "sonuna kadar açık" olduğunu
    (mixed: that the gate was "open all the way")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vakanuvis.export import wording
from vakanuvis.export.knowledge import Beyond, Knowledge
from vakanuvis.export.markup import Markup, joined, tag
from vakanuvis.export.reason_names import resolved
from vakanuvis.export.slots import judgement_id
from vakanuvis.export.tongue import Tongue
from vakanuvis.lexicon.plover import Plover
from vakanuvis.record.reading import Reading

LONGEST = 180
LABEL = 60
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cards:
    """One reading on its way to the page. ``anchor`` turns a record's or span's name into its id on the page."""

    reading: Reading
    knowledge: Knowledge
    anchor: Callable[[str], str]
    beyond: Beyond
    names: Mapping[str, str]
    countries: Mapping[str, str]
    labels: Mapping[str, str]

    @classmethod
    def of(cls, reading: Reading, knowledge: Knowledge, anchor: Callable[[str], str], beyond: Beyond) -> Cards:
        """The cards of a reading."""
        countries = {**wording.country_names(reading), **knowledge.states}
        labels = labels_of(reading, knowledge.codes, knowledge.tongue)
        return cls(reading, knowledge, anchor, beyond, wording.actor_names(reading), countries, labels)

    def say(self, turkish: str, **values: object) -> str:
        """A text in the language of the page."""
        return self.knowledge.tongue.say(turkish, **values)

    def sections(self) -> Iterator[tuple[str, str, list[Markup]]]:
        """Name, heading and cards of each layer that holds a record."""
        numbered = enumerate(self.reading["judgements"], 1)
        layers: tuple[tuple[str, str, Iterable[Markup]], ...] = (
            ("statements", "Sözler", map(self._statement, self.reading["statements"])),
            ("events", "Olaylar", map(self._event, self.reading["events"])),
            ("agreements", "Anlaşmalar", map(self._agreement, self.reading["agreements"])),
            ("judgements", "Yargılar", (self._judgement(number, item) for number, item in numbered)),
            ("actors", "Kişiler ve taraflar", map(self._actor, self.reading["actors"])),
        )
        for name, heading, cards in layers:
            made = list(cards)
            if made:
                yield name, self.say(heading), made

    def _statement(self, statement: Record) -> Markup:
        kind = self._word(wording.STATEMENT_KINDS, statement["kind"])
        unknown = tag("span", self.say("söyleyen belirtilmemiş"), class_="none")
        speaker = self._actor_link(statement["speaker"]) or unknown
        return self._card(
            statement["id"],
            joined((tag("span", kind, class_="kind"), " ", tag("strong", speaker))),
            tag("blockquote", joined((self._letters("content", span) for span in statement["content"]), " […] ")),
            self._facts(
                ("konuşan", self._letters("speaker", statement["speaker_span"])),
                ("aktaran söz", self._letters("cue", statement["cue_span"])),
                ("muhatap", self._actor_link(statement.get("addressee"))),
                ("olumsuz", self.say("evet") if statement.get("negated") else None),
                ("aynı söz", self._record_link(statement["same_as"])),
            ),
            because=statement["because"],
            faint=bool(statement["same_as"]),
        )

    def _event(self, event: Record) -> Markup:
        status = event["status"]
        basis = self._word(wording.DATE_BASES, event["date_basis"])
        when = f"{self.knowledge.tongue.date(event['date'])} ({basis})" if event["date"] else None
        known = self.knowledge.codes.contexts
        contexts = [self.say(known[name].turkish) for name in event["context"] if name in known]
        mode = tag("span", event["mode"], class_="mode") if event["mode"] else None
        return self._card(
            event["id"],
            joined(
                (
                    tag("span", event["event"], class_=f"code quad{event['quad_code']}"),
                    mode,
                    tag("strong", wording.event_words(event, self.knowledge.codes, self.say)),
                    None if status == "actual" else tag("span", self._word(wording.STATUSES, status), class_="status"),
                ),
                " ",
            ),
            tag("p", self._sides(event), class_="sides"),
            self._facts(
                ("yüklem", self._all_letters("event", [event["event_span"], *event["mentions"]])),
                ("zaman", _beside(when, self._letters("time", event["date_span"]))),
                ("yer", self._located(event["location"])),
                ("bağlam", ", ".join(contexts) or None),
                ("puan", _score(event)),
                ("yalnız sözde", self._record_link(event["said_in"])),
            ),
            because=event["because"],
        )

    def _agreement(self, agreement: Record) -> Markup:
        status = self._word(wording.AGREEMENT_STATUSES, agreement["status"])
        return self._card(
            agreement["id"],
            joined((tag("strong", agreement["name"]), tag("span", status, class_="status")), " "),
            self._facts(
                ("metinde", self._letters("agreement", agreement)),
                ("taraflar", ", ".join(map(self._country, agreement["parties"])) or None),
                ("imzalayan", self._actor_links(agreement["signatories"])),
                ("zaman", self.knowledge.tongue.date(agreement["date"]) or None),
                ("yer", self._located(agreement.get("location"))),
                ("hüküm", self._all_letters("provision", agreement["provisions"])),
                ("olay", self._record_link(agreement["event"])),
            ),
            because=agreement.get("because", ()),
        )

    def _judgement(self, number: int, judgement: Record) -> Markup:
        kind = self._word(wording.JUDGEMENT_KINDS, judgement["kind"])
        return self._card(
            judgement_id(number),
            tag("span", kind, class_=f"kind {judgement['kind']}"),
            tag("p", judgement["text"]),
            self._facts(("metinde", self._all_letters("about", judgement["about"]))),
            because=judgement.get("because", ()),
        )

    def _actor(self, actor: Record) -> Markup:
        kind = self._word(wording.ACTOR_KINDS, actor["kind"])
        country = self._country(actor["country"]) if actor["country"] else ""
        sector = wording.sector_words(actor["sector"], self.knowledge.codes, self.say)
        facts = (kind, country if country != actor["name"] else "", sector)
        titles = (
            _beside((self.say("eski ") if title["former"] else "") + title["office"], self._letters("title", title))
            for title in actor["titles"]
        )
        address = self.beyond.page_of(actor["id"])
        name = tag("a", actor["name"], href=address) if address else joined((actor["name"],))
        return self._card(
            actor["id"],
            joined((tag("strong", name), tag("small", " · ".join(fact for fact in facts if fact))), " "),
            self._facts(
                ("unvan", _lines(titles)),
                ("metinde", self._all_letters("mention", actor["mentions"])),
            ),
            because=actor.get("because", ()),
        )

    def _card(
        self, name: str, heading: Markup, *body: Markup | None, because: Iterable[str] = (), faint: bool = False
    ) -> Markup:
        anchor = self.anchor(name)
        label = self.say("{name} kaydının bağlantısı", name=name)
        link = tag("a", "#", href=f"#{anchor}", class_="permalink", title=name, aria_label=label)
        return tag(
            "li",
            tag("h4", heading, link),
            *body,
            self._drawer(name, because),
            id=anchor,
            class_="record faint" if faint else "record",
            data_record=anchor,
            tabindex="0",
        )

    def _drawer(self, name: str, because: Iterable[str]) -> Markup | None:
        rows = [self._reason(reason) for reason in dict.fromkeys(because)]
        more = self.beyond.drawer(name)
        if not rows and more is None:
            return None
        return tag("details", tag("summary", self.say("neden?")), tag("ul", *rows) if rows else None, more)

    def _reason(self, name: str) -> Markup:
        reason = resolved(name, self.knowledge.places, self.knowledge.rules)
        told = joined((" ", self.knowledge.tongue.rule(reason.rule))) if reason.rule else None
        place = joined((" ", tag("cite", reason.place))) if reason.place else None
        return tag("li", tag("code", name), told, place)

    def _facts(self, *rows: tuple[str, str | None]) -> Markup | None:
        written = [joined((tag("dt", self.say(name)), tag("dd", value))) for name, value in rows if value]
        return tag("dl", *written) if written else None

    def _word(self, words: Mapping[str, str], code: str) -> str:
        return self.say(words.get(code, code))

    def _sides(self, event: Record) -> Markup:
        sides = [tag("span", self._actor_links(event["actor"]) or self.say("yapan belirtilmemiş"), class_="slot actor")]
        if event["recipient"]:
            sides += [Markup(" → "), tag("span", self._actor_links(event["recipient"]), class_="slot recipient")]
        return joined(sides)

    def _letters(self, slot: str, span: Record | None) -> Markup | None:
        """A link to the letters, quoting them."""
        if span is None or span["start"] >= span["end"]:
            return None
        text = self.reading["article"]["text"][span["start"] : span["end"]]
        words = text if slot == "content" else wording.shortened(text, LONGEST)
        return tag("a", words, href=f"#{self.anchor(span_name(span))}", class_=f"slot {slot}")

    def _all_letters(self, slot: str, spans: Iterable[Record]) -> Markup | None:
        links = [link for span in spans if (link := self._letters(slot, span))]
        return joined(links, ", ") if links else None

    def _located(self, place: Record | None) -> Markup | None:
        if place is None:
            return None
        return _beside(_with_country(place["name"], self._country(place["country"])), self._letters("place", place))

    def _country(self, code: str | None) -> str:
        return self.countries.get(code, code) if code else ""

    def _actor_link(self, actor: str | None) -> Markup | None:
        if actor is None:
            return None
        name = self.names.get(actor, actor)
        return tag("a", name, href=f"#{self.anchor(actor)}", class_="who") if actor in self.names else joined((name,))

    def _actor_links(self, actors: Iterable[str]) -> Markup | None:
        links = [self._actor_link(actor) for actor in actors]
        return joined(links, ", ") if links else None

    def _record_link(self, name: str | None) -> Markup | None:
        return tag("a", self.labels.get(name, name), href=f"#{self.anchor(name)}") if name else None


def labels_of(reading: Reading, codes: Plover, tongue: Tongue) -> dict[str, str]:
    """What to call statements and events where another record points at them."""
    text = reading["article"]["text"]
    statements = {
        statement["id"]: wording.shortened(
            text[statement["content"][0]["start"] : statement["content"][0]["end"]], LABEL
        )
        for statement in reading["statements"]
        if statement["content"]
    }
    return {**statements, **{event["id"]: wording.event_words(event, codes, tongue.say) for event in reading["events"]}}


def span_name(span: Record) -> str:
    """A span is called by its letters: ``c412-795``."""
    return f"c{span['start']}-{span['end']}"


def _lines(parts: Iterable[Markup | None]) -> Markup | None:
    made = [tag("div", part) for part in parts if part]
    return joined(made) if made else None


def _beside(words: str | None, letters: Markup | None) -> Markup | None:
    if not words:
        return letters
    return joined((words, letters), " ")


def _with_country(name: str, country: str) -> str:
    return f"{name}, {country}" if country and country != name else name


def _score(event: Record) -> str | None:
    scale = event["event_scale"]
    return None if scale is None else f"{scale:+.1f}".replace("-", "−").replace(".", ",")
