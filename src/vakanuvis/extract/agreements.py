"""Find the agreements that an article names or describes.

In:  a Doc with events.
Out: the same Doc with agreements: name, parties, signatories, status, date, provisions.

    … birbirine elektrik satmasını öngören And Enerji Ortaklığı Anlaşması'nı imzaladı.
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      provision                            name
    (… signed the Andean Energy Partnership Treaty, under which they sell each other electricity.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vakanuvis.extract.frames import FrameTable, frame_table, holds
from vakanuvis.extract.predications import Parsed, parse
from vakanuvis.extract.settling import settled
from vakanuvis.extract.whereabouts import time_words
from vakanuvis.lexicon.frames import FrameLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.event import Agreement, Event
from vakanuvis.record.ids import digest
from vakanuvis.record.people import Actor
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word
from vakanuvis.text.letters import folded, is_capitalized, lower

Status = Literal["signed", "planned", "rejected", "mentioned"]
_STATUS: Mapping[str, Status] = {"SUPPORT": "signed", "AGREE": "planned", "REJECT": "rejected", "THREATEN": "rejected"}
_FIRMEST: Sequence[Status] = ("mentioned", "planned", "rejected", "signed")
_ENDING = 3  # letters that the possessive adds to the noun: anlaşma, Anlaşması
_SHORTEST = 2  # words of a name
_PAIR = 2
_INSIDE = frozenset({"ve", "ile"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A name found: the words it spans and the sentence they stand in."""

    parsed: Parsed
    first: int
    last: int
    span: Span


def find_agreements(doc: Doc, lexicon: FrameLexicon) -> Doc:
    """Add the layer ``agreements``."""
    table = frame_table(lexicon)
    actors = {actor.id: actor for actor in doc.actors or ()}
    timed = time_words(doc)
    found: dict[str, Agreement] = {}
    for sentence in doc.sentences or ():
        times = timed.get(sentence.index, frozenset())
        for named in _names(sentence, table, times):
            read = _agreement(doc, table, named, actors)
            key = folded(read.name)
            found[key] = _joined(found[key], read) if key in found else read
        for named, event in _descriptions(doc, sentence, table, times):
            read = _described(doc, table, named, event, actors)
            key = folded(read.name)
            same = next((name for name in found if _is_meant(found[name], read)), None)
            if same is None and len(read.parties) + len(read.signatories) >= _PAIR:
                found[key] = read
    return replace(doc, agreements=tuple(sorted(found.values(), key=lambda item: item.span)))


def _names(sentence: Sentence, table: FrameTable, times: frozenset[int]) -> list[_Named]:
    nouns = tuple(phrase[0][0] for phrase in table.group("belgeler"))
    words = sentence.words
    out: list[_Named] = []
    parsed: Parsed | None = None
    for word in words:
        if not _is_document(word, nouns):
            continue
        first = _first_capital(words, word.index)
        if word.index - first + 1 < _SHORTEST:
            continue
        parsed = parsed or parse(settled(sentence, table), table.postpositions, times)
        out.append(_Named(parsed, first, word.index, Span(words[first].span.start, word.stem.end)))
    return out


def _descriptions(doc: Doc, sentence: Sentence, table: FrameTable, times: frozenset[int]) -> list[tuple[_Named, Event]]:
    """Documents in small letters that the sentence says were signed, promised or broken: `ticaret anlaşması`."""
    events = [event for event in doc.events or () if event.event in _STATUS and sentence.span.holds(event.span)]
    words = sentence.words
    nouns = [word for word in words if not is_capitalized(word.form) and holds([word], table.group("belgeler"))]
    if not events or not nouns:
        return []
    parsed = parse(settled(sentence, table), table.postpositions, times)
    out: list[tuple[_Named, Event]] = []
    for word in nouns:
        group = parsed.group_of(word.index)
        if group is None or group.head != word.index:
            continue
        telling = [item for item in (parsed.holder(group), parsed.carries.get(group.head)) if item is not None]
        event = next((e for e in events if any(e.span.overlaps(words[item.at].span) for item in telling)), None)
        first = next((i for i in range(group.first, group.head) if words[i].upos in ("NOUN", "PROPN")), group.head)
        if event is not None and first < group.head:
            span = Span(words[first].span.start, word.stem.end)
            out.append((_Named(parsed, first, word.index, span), event))
    return out


def _described(doc: Doc, table: FrameTable, named: _Named, event: Event, actors: Mapping[str, Actor]) -> Agreement:
    """The record of an agreement without a name: what it is called is its description."""
    return replace(_from_event(doc, table, named, event, actors), because=("agreement-described", *event.because[1:]))


def _is_meant(one: Agreement, other: Agreement) -> bool:
    """True if a description can mean an agreement found before: the same event, or the end of its name."""
    if one.event is not None and one.event == other.event:
        return True
    return folded(one.name).endswith(folded(other.name))


def _is_document(word: Word, nouns: tuple[str, ...]) -> bool:
    if not is_capitalized(word.form):
        return False
    stem = lower(word.form)[: len(word.stem)]
    return any(stem.startswith(noun) and len(stem) - len(noun) <= _ENDING for noun in nouns)


def _first_capital(words: tuple[Word, ...], last: int) -> int:
    """Where the run of capitalised words that ends with ``last`` begins."""
    first = last
    for at in range(last - 1, -1, -1):
        word = words[at]
        if is_capitalized(word.form) and word.stem == word.span:
            first = at
        elif word.form in _INSIDE and first == at + 1:
            continue
        elif word.form not in ("-", "–"):
            break
    return first


def _agreement(doc: Doc, table: FrameTable, named: _Named, actors: Mapping[str, Actor]) -> Agreement:
    event = _event_of(doc, named)
    return _from_event(doc, table, named, event, actors)


def _from_event(
    doc: Doc, table: FrameTable, named: _Named, event: Event | None, actors: Mapping[str, Actor]
) -> Agreement:
    name = doc.letters(named.span)
    sides = [actors[item] for item in (event.actor + event.recipient + event.people if event else ())]
    return Agreement(
        id=digest("g", doc.article.id, named.span.start, named.span.end),
        name=name,
        span=named.span,
        parties=tuple(dict.fromkeys(actor.country for actor in sides if actor.country)),
        signatories=tuple(actor.id for actor in sides if actor.kind == "person"),
        status=_STATUS.get(event.event, "mentioned") if event else "mentioned",
        date=event.date if event else None,
        location=event.location if event else None,
        provisions=tuple(_provisions(table, named)),
        event=event.id if event else None,
        because=("agreement-name", *(event.because[1:] if event else ())),
    )


def _event_of(doc: Doc, named: _Named) -> Event | None:
    """The event behind the name in its sentence that signs, promises or breaks the agreement."""
    sentence = named.parsed.sentence.span
    behind = [
        event
        for event in doc.events or ()
        for span in (event.span, *event.mentions)
        if event.event in _STATUS and sentence.holds(span) and span.end > named.span.start
    ]
    return min(behind, key=lambda event: abs(event.span.start - named.span.end)) if behind else None


def _provisions(table: FrameTable, named: _Named) -> list[Span]:
    """What a relative clause before the name says that the agreement holds (`…-mAsını içeren`)."""
    words = named.parsed.sentence.words
    out: list[Span] = []
    for clause in named.parsed.predications:
        carried = clause.carried
        if carried is None or not carried.first <= named.last <= max(carried.head, named.last):
            continue
        if not carried.first <= named.first <= carried.head and carried.first != named.first:
            continue
        if not holds(words[clause.at : clause.at + 1], table.group("içeren")):
            continue
        out.extend(Span(words[clause.first].span.start, words[item.at].span.end) for item in clause.complements)
    return out


def _joined(one: Agreement, other: Agreement) -> Agreement:
    """Two places that name the same agreement: the firmer status, all that either tells."""
    fuller, lesser = (one, other) if _FIRMEST.index(one.status) >= _FIRMEST.index(other.status) else (other, one)
    return replace(
        fuller,
        parties=fuller.parties or lesser.parties,
        signatories=fuller.signatories or lesser.signatories,
        date=fuller.date or lesser.date,
        location=fuller.location or lesser.location,
        provisions=fuller.provisions + lesser.provisions,
        event=fuller.event or lesser.event,
    )
