"""Find where articles contradict each other: title, number, date, place, who, wording.

In:  the Tellings of one story with the reports of its events; or the wordings of one saying.
Out: Contradictions, each side with its article and letters.

    Gün:    Savunma Bakanı Orel, 4 Mart'ta Mostin'e geldi.
    Akşam:  Dışişleri Bakanı Orel, 5 Mart'ta Mostin'e geldi.
            title: Savunma Bakanı / Dışişleri Bakanı      date: 4 Mart / 5 Mart
    (Defence / Foreign Minister Orel came to Mostin on 4 / 5 March.)

Precision before plenty: what one article leaves out, rounds, shortens or puts into other words contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from vakanuvis.extract.contradictions import exclude_each_other
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.record.people import Title
from vakanuvis.record.span import Span
from vakanuvis.record.terms import Contradiction, Side
from vakanuvis.resolve.near_duplicates import days_between
from vakanuvis.resolve.number_contradictions import number_contradictions
from vakanuvis.resolve.numbers import Counting
from vakanuvis.resolve.printed import Word
from vakanuvis.resolve.reports import Parting, Reports, Told
from vakanuvis.resolve.sayings import Statement, shared
from vakanuvis.resolve.telling import Entry, Telling, span_of
from vakanuvis.resolve.wordings import Run, Wordings, is_misspelt
from vakanuvis.text.letters import bare, folded

Kind = Literal["title", "number", "date", "place", "who", "wording"]
_MUTUAL = "CONSULT"  # PLOVER: whoever meets is met; the roles tell who is host, which a report need not know
_SAME_WORDS = 0.9  # of a quotation, to be the same although two people are said to speak it
_QUOTED = 6  # stems: shorter ones are set phrases
_MOST_SIDES = 8  # articles: enough to look at


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement's letters in its article. ``pieces``: where they stand; in ``text``, ``between`` parts them."""

    id: str
    article: str
    published: str | None
    literal: bool
    text: str
    pieces: tuple[Span, ...]
    between: str

    def place(self, span: Span) -> Span:
        """Where letters of ``text`` stand in the article."""
        at = 0
        for piece in self.pieces:
            if span.start < at + len(piece):
                start = piece.start + span.start - at
                return Span(start, min(start + len(span), piece.end))
            at += len(piece) + len(self.between)
        return self.pieces[-1]


class Disagreements:
    """Holds what comparing needs: the lexicon of titles, what is known of numbers and words."""

    def __init__(self, titles: ActorLexicon, counting: Counting, wordings: Wordings) -> None:
        self._titles = titles
        self._counting = counting
        self._wordings = wordings

    def of_story(self, tellings: Sequence[Telling], reports: Iterable[Reports]) -> Iterator[Contradiction]:
        """Where the articles of one story disagree, wordings aside."""
        yield from self._titles_apart(tellings)
        yield from number_contradictions(tellings, self._counting)
        for each in reports:
            yield from self._partings(each)

    def of_saying(self, wordings: Sequence[Wording]) -> Iterator[Contradiction]:
        """Where the wordings of one saying, the fullest first, exclude each other."""
        left = list(wordings)
        # A quotation is measured by the fullest quotation: what is only reported may have lost the word in question.
        for fullest in dict.fromkeys([next((one for one in left if one.literal), left[0]), left[0]]):
            left.remove(fullest)
            found: dict[tuple[str, str, str], list[tuple[Wording, Run]]] = defaultdict(list)
            for other in left:
                if against := self._against(fullest, other):
                    rule, run = against
                    found[rule, _folded(run.one), _folded(run.other)].append((other, run))
            for (rule, *_), others in found.items():
                yield _of_wordings(fullest, others, rule)
                left = [one for one in left if one not in [other for other, _ in others]]

    def _against(self, fullest: Wording, other: Wording) -> tuple[str, Run] | None:
        if other.article == fullest.article or other.text == fullest.text:
            return None
        return self._wordings.contradiction(fullest.text, other.text, literal=fullest.literal and other.literal)

    def _titles_apart(self, tellings: Sequence[Telling]) -> Iterator[Contradiction]:
        told: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        by_id = {telling.id: telling for telling in tellings}
        for telling in tellings:
            for party, title in telling.titles():
                told[party.id][telling.id].append(title)
        for person, articles in sorted(told.items()):
            sides: dict[str, Entry] = {}
            for one, other in combinations(sorted(articles, key=lambda id_: (by_id[id_].day, id_)), 2):
                if by_id[one].published == by_id[other].published:
                    for article, title in zip(
                        (one, other), self._excluding(articles[one], articles[other]), strict=False
                    ):
                        sides.setdefault(article, title)
            if sides:
                yield _of_titles(person, [(by_id[article], title) for article, title in sides.items()])

    def _excluding(self, mine: list[Entry], theirs: list[Entry]) -> tuple[Entry, ...]:
        offices = [{folded(title["office"]) for title in side} for side in (mine, theirs)]
        if offices[0] & offices[1] or any(title["former"] for title in (*mine, *theirs)):
            return ()
        for one in mine:
            for other in theirs:
                if exclude_each_other(_title(one), _title(other), self._titles):
                    return one, other
        return ()

    def _partings(self, reports: Reports) -> Iterator[Contradiction]:
        by_slot: dict[str, list[Parting]] = defaultdict(list)
        for parting in reports.partings:
            if self._is_a_contradiction(parting):
                by_slot[parting.slot].append(parting)
        for slot, partings in sorted(by_slot.items()):
            told = [partings[0].one, *(parting.other for parting in partings)]
            sides = tuple(_side(one, slot) for one in told[:_MOST_SIDES])
            kind, rule = _KINDS[slot]
            text = " / ".join(dict.fromkeys(side.value for side in sides))
            day = _first_day(one.telling for one in told)
            yield Contradiction(kind, reports.told[0].id, day, text, sides, (rule,))

    def _is_a_contradiction(self, parting: Parting) -> bool:
        one, other = parting.one, parting.other
        if _speak_two(one, other):
            return False
        if parting.slot == "date":
            days = days_between(one.event["date"], other.event["date"])
            words = [told.telling.words_at(span_of(told.event["event_span"])) for told in (one, other)]
            return days != 1 or not any(self._counting.says("hour", side) for side in words)
        if parting.slot == "roles":
            return bool(one.event["event"] != _MUTUAL)
        if parting.slot in ("actor", "recipient"):
            return not any(_may_have_left_out(*pair, parting.slot) for pair in ((one, other), (other, one)))
        return True


def two_speakers(tellings: Sequence[Sequence[Statement]]) -> Iterator[tuple[Statement, Statement]]:
    """The same quotation in two articles of one story, given to two people. One tuple of statements per article."""
    for one, other in combinations(tellings, 2):
        for mine in one:
            for theirs in other:
                if not (mine.named and theirs.named) or mine.speaker == theirs.speaker:
                    continue
                fuller, shorter = sorted((mine, theirs), key=lambda each: -len(each.stems))
                if (
                    len(shorter.stems) >= _QUOTED
                    and len(set(shorter.stems) & set(fuller.stems)) >= _SAME_WORDS * len(set(shorter.stems))
                    and shared(fuller, shorter) >= _SAME_WORDS
                ):
                    yield mine, theirs


_KINDS: dict[str, tuple[Kind, str]] = {
    "date": ("date", "days-differ"),
    "place": ("place", "places-apart"),
    "actor": ("who", "who-differs"),
    "recipient": ("who", "who-differs"),
    "roles": ("who", "roles-swapped"),
}


def _folded(words: Iterable[Word]) -> str:
    return " ".join(word.folded for word in words)


def _title(entry: Entry) -> Title:
    return Title(span_of(entry), entry["office"], entry["country"] or entry["state"])


def _of_titles(person: str, told: Sequence[tuple[Telling, Entry]]) -> Contradiction:
    sides = tuple(
        Side(title["text"], telling.id, title["actor"], span_of(title)) for telling, title in told[:_MOST_SIDES]
    )
    name = told[0][0].name(told[0][1]["actor"])
    offices = " / ".join(dict.fromkeys(title["office"] for _, title in told))
    day = _first_day(telling for telling, _ in told)
    return Contradiction("title", person, day, f"{name}: {offices}", sides, ("titles-exclude",))


def _of_wordings(fullest: Wording, others: Sequence[tuple[Wording, Run]], rule: str) -> Contradiction:
    sides = [_wording_side(fullest, others[0][1].spans[0])]
    sides += [_wording_side(other, run.spans[1]) for other, run in others[: _MOST_SIDES - 1]]
    day = min((wording.published or "")[:10] for wording in (fullest, *(other for other, _ in others)))
    text = " / ".join(dict.fromkeys(side.value for side in sides))
    return Contradiction("wording", fullest.id, day, text, tuple(sides), (rule,))


def _wording_side(wording: Wording, span: Span | None) -> Side:
    assert span is not None  # only words against words exclude each other
    return Side(span.letters(wording.text), wording.article, wording.id, wording.place(span))


def _side(told: Told, slot: str) -> Side:
    event, telling = told.event, told.telling
    if slot == "date":
        return Side(event["date"], telling.id, told.id, span_of(event["date_span"] or event["event_span"]))
    if slot == "place":
        return Side(event["location"]["name"], telling.id, told.id, span_of(event["location"]))
    role = "recipient" if slot == "recipient" else "actor"
    value = ", ".join(map(telling.name, event[role]))
    return Side(value, telling.id, told.id, _mention_near(told, event[role][0]))


def _mention_near(told: Told, actor: str) -> Span:
    """The mention in the event's own sentence, else the event itself."""
    predicate = span_of(told.event["event_span"])
    sentence = told.telling.sentence_at(predicate)
    for entry in told.telling.reading["actors"]:
        if entry["id"] == actor:
            return next((span for part in entry["mentions"] if sentence.holds(span := span_of(part))), predicate)
    return predicate


def _may_have_left_out(one: Told, other: Told, slot: str) -> bool:
    """True where one article names him to whom the other gives the role, or spells him otherwise."""
    theirs = {other.telling.name(actor) for actor in other.event[slot]}
    mine = {one.telling.name(actor["id"]) for actor in one.telling.reading["actors"]}
    known = {party.id for party in one.telling.parties}
    return any(party.id in known for party in other.parties(slot)) or any(
        is_misspelt(bare(name), bare(named)) for name in theirs for named in mine
    )


def _speak_two(one: Told, other: Told) -> bool:
    """True where both are only asserted, by two speakers."""
    mine, theirs = (told.telling.speakers_of(span_of(told.event["event_span"])) for told in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _first_day(tellings: Iterable[Telling]) -> str:
    return min(telling.day for telling in tellings)
