"""The gold says only what stands in the text."""

from __future__ import annotations

import re

import pytest
from bench.newspaper import GOLD as GOLD_FILE
from bench.newspaper import NEWSPAPER, articles, place, read_gold

from vakanuvis.lexicon.plover import plover

ARTICLES = dict(articles())
GOLD = read_gold()
STATUSES = {"actual", "planned", "negated", "hypothetical", "historical"}
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")

each_article = pytest.mark.parametrize("key", sorted(GOLD))


def quoted(value):
    """Every quoted string in a part of the gold."""
    if isinstance(value, dict):
        if "text" in value:
            yield value
        for part in value.values():
            yield from quoted(part)
    elif isinstance(value, list):
        for part in value:
            yield from quoted(part)


def test_every_article_has_gold_and_all_gold_its_article():
    assert set(GOLD) == set(ARTICLES)


def test_the_newspaper_is_large_enough_to_measure_with():
    assert len(list(NEWSPAPER.glob("*/article.*"))) >= 16
    assert sum(len(gold["statements"]) for gold in GOLD.values()) >= 150
    assert len({event["event"] for gold in GOLD.values() for event in gold["events"]}) == 16


@each_article
def test_every_quoted_string_stands_in_the_text(key):
    text = ARTICLES[key].text
    for each in quoted(GOLD[key]):
        assert each["text"].strip() == each["text"]
        try:
            place(text, each)
        except ValueError:
            pytest.fail(f"not in the text of {key}: {each}")


@each_article
def test_the_gold_knows_the_day_of_publication(key):
    assert GOLD[key]["published"] == ARTICLES[key].published


@each_article
def test_every_form_of_a_name_stands_in_the_text(key):
    for person in GOLD[key]["people"]:
        assert person["forms"]
        for form in person["forms"]:
            assert form in ARTICLES[key].text


@each_article
def test_a_statement_has_a_kind_words_and_a_known_repetition(key):
    statements = GOLD[key]["statements"]
    for statement in statements:
        assert statement["kind"] in {"direct", "indirect", "mixed"}
        assert statement["content"]
        assert statement["repeats"] is None or 0 <= statement["repeats"] < len(statements)


@each_article
def test_the_contents_of_two_statements_are_never_the_same_letters(key):
    text = ARTICLES[key].text
    places = [tuple(place(text, part) for part in statement["content"]) for statement in GOLD[key]["statements"]]
    assert len(set(places)) == len(places)


@each_article
def test_events_use_the_codebook(key):
    codes = plover()
    for event in GOLD[key]["events"]:
        assert codes.quad_code(event["event"]) in {1, 2, 3, 4}
        codes.event_scale(event["event"], event["mode"])
        assert event["status"] in STATUSES
        assert event["actor"] or event["recipient"]
        assert event["date"] is None or EDTF.fullmatch(event["date"])


@each_article
def test_an_event_stands_in_its_sentence(key):
    text = ARTICLES[key].text
    for event in GOLD[key]["events"]:
        begins, _ = place(text, event["sentence"])
        start, _ = place(text, event["event_text"])
        assert begins <= start
        assert "\n" not in text[begins:start]


def test_the_readme_counts_what_is_there():
    counts = {
        "articles": len(GOLD),
        "people": sum(len(gold["people"]) for gold in GOLD.values()),
        "printed titles": sum(len(person["titles"]) for gold in GOLD.values() for person in gold["people"]),
        "statements": sum(len(gold["statements"]) for gold in GOLD.values()),
        "events": sum(len(gold["events"]) for gold in GOLD.values()),
    }
    said = (GOLD_FILE.parent / "README.md").read_text(encoding="utf-8")
    for what, count in counts.items():
        assert f"{count} {what}" in said, f"README.md should say {count} {what}"
