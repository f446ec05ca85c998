"""Docs built by hand: an invented meeting of two invented states, with every kind of record."""

from __future__ import annotations

from vakanuvis.record.doc import Article, Doc, OffsetMap
from vakanuvis.record.event import Agreement, Event
from vakanuvis.record.judgement import Judgement
from vakanuvis.record.people import Actor, Mention, Title
from vakanuvis.record.span import Span
from vakanuvis.record.statement import Statement
from vakanuvis.record.when_where import Place, TimeExpression

# The gate is open / Foreign Minister Leman Sorgun of Ardalya came to Merova yesterday. Meeting President Davit Orel in
# Belgrin, Sorgun said "The gate is open. We are hopeful." Orel stated that the gate was "open all the way". The two
# signed the Common Gate Agreement. According to Merova the ships will stay. Minister Sorgum thanked.
TEXT = """date 2025-03-14 Kapı açık

Ardalya Dışişleri Bakanı Leman Sorgun dün Merova'ya geldi. Belgrin'de Cumhurbaşkanı Davit Orel ile görüşen Sorgun, \
“Kapı açık. Umutluyuz.” dedi.

Orel, kapının "sonuna kadar açık" olduğunu Sorgun'a söyledi. İkili, gemilerin limanda kalmasını öngören \
Ortak Kapı Anlaşması'nı imzaladı.

Merova'ya göre gemiler limanda kalacak. Bakan Sorgum teşekkür etti. - BELGRİN
"""


def at(words: str, number: int = 0, text: str = TEXT) -> Span:
    """Where ``words`` stand for the ``number``-th time."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def sample_article() -> Article:
    return Article("m1", TEXT, "kapi.txt", published="2025-03-14", body=16, notes=("encoding guessed: Windows-1254",))


def sample_actors() -> tuple[Actor, ...]:
    sorgun = Actor(
        "a1",
        "person",
        "Leman Sorgun",
        "ARD",
        "GOV",
        mentions=(
            Mention(at("Leman Sorgun"), 1, because="name-list"),
            Mention(at("Sorgun", 1), 2, because="surname-again"),
            Mention(at("Sorgun", 2), 3, because="surname-again"),
            Mention(at("Sorgum"), 5, because="misspelt-name"),
        ),
        titles=(Title(at("Ardalya Dışişleri Bakanı"), "Dışişleri Bakanı", "ARD", because="titles:Dışişleri Bakanı"),),
        because=("title-before-name",),
    )
    orel = Actor(
        "a2",
        "person",
        "Davit Orel",
        "MRV",
        "GOV",
        mentions=(Mention(at("Davit Orel"), 2), Mention(at("Orel", 1), 3, because="surname-again")),
        titles=(Title(at("Cumhurbaşkanı"), "Cumhurbaşkanı", "MRV"),),
    )
    merova = Actor(
        "a3", "country", "Merova", "MRV", "GOV", mentions=(Mention(at("Merova"), 1), Mention(at("Merova", 1), 4))
    )
    return sorgun, orel, merova


def sample_statements() -> tuple[Statement, ...]:
    return (
        Statement(
            "s1",
            "direct",
            (at("Kapı açık. Umutluyuz."),),
            speaker="a1",
            speaker_span=at("Sorgun", 1),
            cue="de",
            cue_span=at("dedi"),
            force="assert",
            because=("direct-post", "report_verbs:de"),
        ),
        Statement(
            "s2",
            "mixed",
            (at('kapının "sonuna kadar açık" olduğunu'),),
            speaker="a2",
            speaker_span=at("Orel", 1),
            cue="söyle",
            cue_span=at("söyledi"),
            addressee="a1",
            because=("mixed", "report_verbs:söyle"),
        ),
        Statement(
            "s3",
            "indirect",
            (at("gemiler limanda kalacak"),),
            speaker="a3",
            speaker_span=at("Merova", 1),
            cue="göre",
            cue_span=at("göre", 1),
            because=("according-to",),
        ),
        Statement("s4", "direct", (at("Kapı açık"),), speaker="a1", same_as="s1", because=("headline-repeats",)),
    )


def sample_events() -> tuple[Event, ...]:
    belgrin = Place(at("Belgrin"), 2, "Belgrin", "MRV", 41.5, 29.25, "places:Belgrin")
    return (
        Event(
            "e1",
            "CONSULT",
            at("geldi"),
            mode="visit",
            context=("diplomatic",),
            cameo="042",
            actor=("a1",),
            recipient=("a3",),
            date="2025-03-13",
            date_span=at("dün"),
            date_basis="relative",
            because=("event-finite", "event_frames:gel/visit", "time_words:dün"),
        ),
        Event(
            "e2",
            "CONSULT",
            at("görüşen"),
            actor=("a1", "a2"),
            location=belgrin,
            date="2025-03",
            date_basis="publication",
            because=("event-participle", "event_frames:görüş"),
        ),
        Event(
            "e3",
            "SUPPORT",
            at("Anlaşması'nı imzaladı"),
            actor=("a1", "a2"),
            status="planned",
            said_in="s3",
            mentions=(at("öngören"),),
        ),
    )


def sample_doc() -> Doc:
    """A Doc with every layer."""
    return Doc(
        sample_article(),
        TEXT,
        times=(TimeExpression(at("dün"), 1, "2025-03-13", "relative", "time_words:dün"),),
        places=(Place(at("Belgrin"), 2, "Belgrin", "MRV", 41.5, 29.25, "places:Belgrin"),),
        dateline=Place(at("BELGRİN"), 6, "Belgrin", "MRV"),
        actors=sample_actors(),
        statements=sample_statements(),
        events=sample_events(),
        agreements=(
            Agreement(
                "g1",
                "Ortak Kapı Anlaşması",
                at("Ortak Kapı Anlaşması"),
                ("ARD", "MRV"),
                ("a1", "a2"),
                "signed",
                "2025-03",
                (at("gemilerin limanda kalmasını"),),
                "e3",
                ("agreement-name",),
            ),
        ),
        judgements=(
            Judgement("same", (at("Leman Sorgun"), at("Sorgum")), "“Sorgum”, Leman Sorgun olmalı", ("misspelt-name",)),
        ),
    )


def small_doc(text: str, statements: tuple[Statement, ...] = (), offsets: OffsetMap | None = None) -> Doc:
    """A Doc with a text of its own and hardly a layer."""
    return Doc(Article("m2", text), text, offsets or OffsetMap(), statements=statements)
