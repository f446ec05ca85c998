"""From a place in the text to the actor that stands there."""

from __future__ import annotations

import pytest

from vakanuvis.extract.links import (
    actor_at,
    actors_at,
    actors_in_sentence,
    bearer_of,
    country_actor,
    last_actor_before,
    mention_at,
)
from vakanuvis.record.span import Span

TEXT = "Norveç Savunma Bakanı Arild Haugen, Kenya ordusunu övdü. Haugen ile Leman Sorgun ayrıldı. Kenya sustu."


@pytest.fixture
def doc(read):
    return read(TEXT)


def at(doc, words):
    start = doc.text.index(words)
    return Span(start, start + len(words))


def test_a_noun_group_means_the_person_and_not_his_state(doc):
    assert actor_at(doc, at(doc, "Norveç Savunma Bakanı Arild Haugen")).name == "Arild Haugen"


def test_a_body_of_a_state_is_the_body(doc):
    assert actor_at(doc, at(doc, "Kenya ordusunu")).kind == "organization"


def test_a_coordination_means_all_its_members_in_order(doc):
    assert [actor.name for actor in actors_at(doc, at(doc, "Haugen ile Leman Sorgun"))] == [
        "Arild Haugen",
        "Leman Sorgun",
    ]


def test_a_word_of_a_title_leads_to_its_bearer(doc):
    word = next(word for word in doc.sentences[0].words if word.form == "Savunma")
    assert bearer_of(doc, 0, word.index).name == "Arild Haugen"


def test_a_word_that_means_nobody_leads_nowhere(doc):
    assert bearer_of(doc, 0, doc.sentences[0].words[-2].index) is None
    assert mention_at(doc, doc.text.index("övdü")) is None


def test_a_state_is_found_by_its_code(doc):
    assert country_actor(doc, "KEN").name == "Kenya"
    assert country_actor(doc, "PER") is None


def test_the_last_person_before_a_place(doc):
    assert last_actor_before(doc, len(doc.text)).name == "Leman Sorgun"
    assert last_actor_before(doc, 0) is None


def test_the_actors_of_a_sentence_in_order(doc):
    assert [actor.name for actor in actors_in_sentence(doc, 0)] == ["Arild Haugen", "Kenya ordusu"]
