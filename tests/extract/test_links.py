"""From a place in the text to the actors that stand there."""

from __future__ import annotations

import itertools

from vakanuvis.extract.links import mentions_in
from vakanuvis.record.span import Span

TEXT = "Norveç Savunma Bakanı Arild Haugen, Kenya ordusunu övdü. Haugen ile Leman Sorgun ayrıldı. Kenya sustu."


def names(doc, words):
    start = doc.text.index(words)
    return [actor.name for _, actor in mentions_in(doc, Span(start, start + len(words)))]


def test_a_noun_group_means_the_person_and_not_his_state(read):
    assert names(read(TEXT), "Norveç Savunma Bakanı Arild Haugen") == ["Arild Haugen"]


def test_a_body_of_a_state_is_the_body(read):
    assert names(read(TEXT), "Kenya ordusunu") == ["Kenya ordusu"]


def test_a_coordination_means_all_its_members_in_order(read):
    assert names(read(TEXT), "Haugen ile Leman Sorgun") == ["Arild Haugen", "Leman Sorgun"]


def test_a_word_that_means_nobody_leads_nowhere(read):
    assert names(read(TEXT), "övdü") == []


def test_mentions_never_overlap(read):
    doc = read(TEXT)
    spans = [mention.span for mention, _ in mentions_in(doc, Span(0, len(doc.text)))]
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
