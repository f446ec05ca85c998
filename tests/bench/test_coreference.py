"""The coreference gold stands on its articles, and its scorer tells right from wrong."""

from __future__ import annotations

from collections import Counter

from bench.coreference import HALVES, Case, outcome, read_exams

from vakanuvis.record.doc import Article, Doc, OffsetMap
from vakanuvis.record.people import Actor, Mention
from vakanuvis.record.span import Span

TEXT = "Bakan Nur Tan geldi. Konuk Bakan konuştu."
PERSON = Actor("a1", "person", "Nur Tan", mentions=(Mention(Span(6, 13), 0), Mention(Span(21, 32), 1)))
ECHO = Actor("a2", "group", "Konuk Bakan", mentions=(Mention(Span(21, 32), 1),))


def came(actor, *wanted):
    doc = Doc(Article("one", TEXT), TEXT, OffsetMap(), actors=(actor,) if actor else ())
    return outcome(doc, Case(Span(21, 32), "guest", tuple(frozenset(names) for names in wanted)))


def test_words_stand_in_their_sentence_and_both_halves_have_many():
    halves = Counter(exam.half for exam in read_exams() for _ in exam.cases)
    assert set(halves) == set(HALVES)
    assert min(halves.values()) >= 100


def test_whoever_is_meant_stands_in_the_article():
    for exam in read_exams():
        for case in exam.cases:
            assert all(name in exam.text for names in case.wanted for name in names), exam.name


def test_article_names_are_unlike():
    names = [exam.name for exam in read_exams()]
    assert len(names) == len(set(names))


def test_a_mention_of_whom_is_meant_is_right():
    assert came(PERSON, ["Nur Tan"]) == "right"


def test_a_mention_of_somebody_else_is_wrong():
    assert came(PERSON, ["Can Tan"]) == "wrong"
    assert came(PERSON, []) == "wrong"


def test_the_words_over_again_answer_nothing():
    assert came(ECHO, ["Nur Tan"]) == "unanswered"
    assert came(ECHO, []) == "right"


def test_no_mention_is_right_where_nobody_is_meant():
    assert came(None, []) == "right"
    assert came(None, ["Nur Tan"]) == "unanswered"
