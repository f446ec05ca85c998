"""Find titles that cannot be right on the article's day, by what the register of offices knows.

In:  a Doc with actors, statements and events, published on a known day.
Out: judgements of the kind `contradiction`: a title's letters against a row of `lexicon/world/offices`.

    (2024-11-15)  Dışişleri Bakanı Yaşar Güler, … dedi.
                  ~~~~~~~~~~~~~~~~
    (Foreign Minister Yaşar Güler: on that day he was defence minister, and the foreign minister was another.)

Silence is the rule: somebody whom the register does not know may be a new minister, and a report of past years calls
a minister of those years so without `eski`. Hence the bearer must be known: to hold another office that day, or to have
held this one before and to speak or act in the very sentence, in which no time of the past is named.
"""

from __future__ import annotations

from vakanuvis.lexicon.offices import CHANGE, Against, OfficeLexicon, shifted
from vakanuvis.record.days import days_of
from vakanuvis.record.doc import Doc
from vakanuvis.record.judgement import Judgement
from vakanuvis.record.people import Actor, Title
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence


def misplaced_titles(doc: Doc, person: Actor, titles: list[Title], offices: OfficeLexicon) -> list[Judgement]:
    """A judgement for the first title of each office that the register speaks against."""
    found: dict[str, Judgement] = {}
    for title in titles:
        seat = offices.seat(title.office, title.country, doc.letters(title.span))
        against = offices.against(seat, person.name, doc.published) if seat and doc.published else None
        told = offices.is_told_of(doc.letters(title.span), title.office, person.name, title.country)
        if seat is None or against is None or seat.office in found or not told:
            continue
        right = [other.span for other in titles if _is_right(doc, other, against, offices)]
        if _acts_in_sentence(doc, person, title) and not right if against.before else against.elsewhere is not None:
            found[seat.office] = _judgement(doc, person, title, against, right)
    return list(found.values())


def _is_right(doc: Doc, title: Title, against: Against, offices: OfficeLexicon) -> bool:
    """True for a title that the register gives its bearer: the article knows it, so the other tells of past years."""
    seat = offices.seat(title.office, title.country, doc.letters(title.span))
    own = against.elsewhere
    return seat is not None and own is not None and (seat.office, seat.of) == (own.office, own.of)


def _acts_in_sentence(doc: Doc, person: Actor, title: Title) -> bool:
    sentence = doc.sentence_at(title.span.start)
    if sentence is None or _tells_the_past(doc, sentence):
        return False
    speaks = any(
        person.id in (statement.speaker, *statement.speakers)
        and statement.speaker_span is not None
        and sentence.span.overlaps(statement.speaker_span)
        for statement in doc.statements or ()
    )
    return speaks or any(
        person.id in event.actor
        and event.status == "actual"
        and event.date_basis in ("publication", "relative")
        and sentence.span.overlaps(event.span)
        for event in doc.events or ()
    )


def _tells_the_past(doc: Doc, sentence: Sentence) -> bool:
    today = days_of(doc.published)[0]
    for time in doc.times or ():
        last = days_of(time.edtf)[1]
        if sentence.span.overlaps(time.span) and today and last and last < shifted(today, -CHANGE):
            return True
    return False


def _judgement(doc: Doc, person: Actor, title: Title, against: Against, right: list[Span]) -> Judgement:
    holder, elsewhere = against.holder, against.elsewhere
    return Judgement(
        "contradiction",
        (title.span, *right[:1]),
        f"{person.name} is called {title.office} of {holder.of}, which {holder.name} was on {doc.published}",
        (title.because, holder.at, *((elsewhere.at,) if elsewhere else ())),
    )
