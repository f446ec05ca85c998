"""All that the record holds about one party, or between two, in the order of the days.

In:  entries, and who is asked for.
Out: a Dossier: facts, then statements, events, agreements and judgements, each with its letters and where they stand.

    14 Mart 2025 · Leman Sorgun → Davit Orel (doğrudan)
    “Kapı açık.”   (The gate is open.)   Kapı Postası, m1, 412–423
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vakanuvis.export import wording
from vakanuvis.export.choosing import Choice, chosen, who_is
from vakanuvis.export.entry import Entry, Record
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.lexicon.world import read_country_names
from vakanuvis.record.days import days_of

ARROW = " → "
_LAST = "9999"  # sorts behind every day: what has no day stands at the end


@dataclass(frozen=True, slots=True)
class Item:
    """One record. ``letters`` is None where they may not be passed on."""

    order: tuple[str, str, int]
    when: str
    told: str
    letters: str | None
    source: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A heading, facts about the party, and the sections that hold something."""

    heading: str
    facts: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Item, ...]], ...]


@dataclass(slots=True)
class _Offices:
    """Who bore which office, as the articles call it, with the first and last day of such an article."""

    days: dict[tuple[str, bool], list[str]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)

    def see(self, entry: Entry, actor: Record) -> None:
        identity = entry.identity(actor["id"])
        name = identity.name if identity else actor["name"]
        self.names[name] = self.names.get(name, 0) + 1
        for title in actor["titles"]:
            self.days.setdefault((title["office"], title["former"]), []).append(entry.day or "")

    def facts(self) -> Iterator[str]:
        if len(self.names) > 1:
            yield f"Adlar: {', '.join(sorted(self.names))}"
        for (office, former), days in sorted(self.days.items()):
            known = sorted(filter(None, days))
            span = [wording.date_words(day) for day in dict.fromkeys((known[0], known[-1]))] if known else []
            told = f"{len(days)} haberde" + (f", {' – '.join(span)}" if span else "")
            yield f"{'eski ' if former else ''}{office} ({told})"


def dossier_of(entries: Iterable[Entry], choice: Choice, codes: Plover | None = None) -> Dossier:
    """Everything about ``choice.of``, or between it and ``choice.together_with``. All of it is held in memory."""
    made = _Maker(choice, codes or plover())
    for entry in chosen(entries, choice):
        made.take(entry)
    return made.dossier()


class _Maker:
    def __init__(self, choice: Choice, codes: Plover) -> None:
        self.choice, self.codes = choice, codes
        self.offices = _Offices()
        self.called: dict[str, str] = {}
        self.sections: dict[str, list[Item]] = {
            name: [] for name in ("Sözler", "Hakkında söylenenler", "Olaylar", "Anlaşmalar", "Yargılar")
        }

    def dossier(self) -> Dossier:
        states = {code: name for name, code in reversed(read_country_names(lexicon_folder()).items())}
        called = states | self.called
        sides = [called.get(side, side) for side in (self.choice.of, self.choice.together_with) if side]
        of_one = self.choice.of not in states and not self.choice.together_with
        names = self.offices.names if of_one else {}
        heading = max(sorted(names), key=names.__getitem__, default=" – ".join(sides))
        filled = ((title, tuple(sorted(items, key=lambda item: item.order))) for title, items in self.sections.items())
        facts = tuple(self.offices.facts()) if of_one else ()
        return Dossier(heading, facts, tuple((title, items) for title, items in filled if items))

    def take(self, entry: Entry) -> None:
        ones = who_is(entry, self.choice.of) if self.choice.of else frozenset()
        for actor in entry.reading["actors"]:
            if actor["id"] in ones:
                self.offices.see(entry, actor)
            if identity := entry.identity(actor["id"]):
                self.called.setdefault(identity.id, identity.name)
        for statement in entry.reading["statements"]:
            if not statement["same_as"] and statement["content"]:
                self.statement(entry, statement, ones)
        for event in entry.reading["events"]:
            if entry.is_fullest(event):
                self.event(entry, event)
        for one in entry.reading["agreements"]:
            status = wording.AGREEMENT_STATUSES.get(one["status"], one["status"])
            told = f"{one['name']}: {status}"
            self.add("Anlaşmalar", entry, told, one["date"] or entry.article["published"], [one])
        for one in entry.reading["judgements"]:
            told = f"{wording.JUDGEMENT_KINDS.get(one['kind'], one['kind'])}: {one['text']}"
            self.add("Yargılar", entry, told, entry.article["published"], one["about"])

    def statement(self, entry: Entry, one: Record, ones: frozenset[str]) -> None:
        speakers = one.get("speakers") or ([one["speaker"]] if one["speaker"] else [])
        names = ", ".join(who.name for who in entry.identities(speakers)) or "söyleyen belirtilmemiş"
        addressee = entry.identity(one["addressee"]) if one.get("addressee") else None
        kind = wording.STATEMENT_KINDS.get(one["kind"], one["kind"])
        told = (
            f"{names}{ARROW + addressee.name if addressee else ''} ({kind}{', olumsuz' if one.get('negated') else ''})"
        )
        own = self.choice.together_with or ones & set(speakers)
        self.add("Sözler" if own else "Hakkında söylenenler", entry, told, entry.article["published"], one["content"])

    def event(self, entry: Entry, event: Record) -> None:
        sides = [", ".join(who.name for who in entry.identities(event[side])) for side in ("actor", "recipient")]
        parties = ARROW.join(filter(None, (sides[0] or "yapan belirtilmemiş", sides[1])))
        status = wording.STATUSES.get(event["status"], event["status"])
        place = f", {event['location']['name']}" if event["location"] else ""
        said = ", yalnız bir sözde" if event["said_in"] else ""
        told = f"{wording.event_words(event, self.codes)}: {parties}{place} ({status}{said})"
        self.add("Olaylar", entry, told, event["date"], [event["event_span"]])

    def add(self, section: str, entry: Entry, told: str, date: str | None, spans: list[Record]) -> None:
        place = ", ".join(f"{span['start']}–{span['end']}" for span in spans)
        item = Item(
            order=(days_of(date)[0] or _LAST, entry.id, spans[0]["start"] if spans else 0),
            when=wording.date_words(date),
            told=told,
            letters=entry.all_letters(spans),
            source=", ".join(filter(None, (entry.outlet, entry.id, place))),
            url=entry.page,
        )
        self.sections[section].append(item)
