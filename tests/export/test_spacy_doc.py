"""The article comes to spaCy letter by letter, with tree, names and records; displaCy draws it."""

from __future__ import annotations

import pytest
from tests.record_books import NEWSPAPER

from vakanuvis.export.spacy_doc import spacy_doc_of
from vakanuvis.text.articles import read_articles

spacy = pytest.importorskip("spacy", reason="the extra vakanuvis[spacy] is not installed")

ARTICLES = sorted(NEWSPAPER.glob("*/article.*"))


@pytest.fixture(scope="module")
def made(reader):
    return [
        (doc := reader.read(article), spacy_doc_of(doc)) for path in ARTICLES for article in read_articles(str(path))
    ]


def test_the_text_is_the_same_letter_by_letter(made):
    assert made
    for doc, handed in made:
        assert handed.text == doc.text


def test_every_word_keeps_its_tags(made):
    for doc, handed in made:
        by_place = {token.idx: token for token in handed}
        for sentence in doc.sentences:
            for word in sentence.words:
                if word.quotation is None and len(word.span):
                    token = by_place[word.span.start]
                    assert (token.text, token.pos_, token.lemma_) == (doc.letters(word.span), word.upos, word.lemma)
                    assert token.morph.to_dict() == dict(word.feats)


def test_every_record_is_found_by_its_id(made):
    for doc, handed in made:
        assert {span.id_ for span in handed.spans["statements"]} == {told.id for told in doc.statements}
        assert {span.id_ for span in handed.spans["events"]} == {event.id for event in doc.events}
        for event, span in zip(doc.events, handed.spans["events"], strict=True):
            assert doc.letters(event.span) in span.text
            assert span.label_ == event.event


def test_names_are_entities_and_do_not_cross(made):
    for doc, handed in made:
        people = {actor.name for actor in doc.actors if actor.kind == "person"}
        assert not people or any(span.label_ == "PERSON" for span in handed.ents)


def test_matchers_and_displacy_work_on_it(made):
    from spacy import displacy  # noqa: PLC0415
    from spacy.matcher import DependencyMatcher  # noqa: PLC0415

    _, handed = made[0]
    matcher = DependencyMatcher(handed.vocab)
    verb = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}}
    subject = {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "subject", "RIGHT_ATTRS": {"DEP": "nsubj"}}
    matcher.add("said", [[verb, subject]])
    assert matcher(handed)
    assert "<mark" in displacy.render(handed, style="ent")
    assert displacy.render(handed, style="span", options={"spans_key": "statements"})
