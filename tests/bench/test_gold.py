"""The gold says only what stands in the text."""

from __future__ import annotations

import json
import re

import pytest
from bench.attribution import ARTICLES as ATTRIBUTION_ARTICLES
from bench.attribution import GOLD as ATTRIBUTION_GOLD
from bench.attribution import attribution_articles, attribution_gold
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


# The attribution gold

CONSTRUCTIONS = set(
    re.findall(
        r"\w+",
        """after before participle noun converb finite accord passive floating headline question interview label post
        written paragraphs nested unmarked oddmarks denial title dropped pronoun plural counterpart body unnamed""",
    )
)
MARKS = "\"“”«»‘’'`\x91\x92\x93\x94"
SAID = dict(attribution_articles())
WHO_SAID_WHAT = attribution_gold()
FEWEST_WORDS, MOST_WORDS = 80, 250

each_saying = pytest.mark.parametrize("key", sorted(WHO_SAID_WHAT))


def test_every_attribution_article_has_its_own_id_and_gold():
    for path in (ATTRIBUTION_ARTICLES, ATTRIBUTION_GOLD):
        ids = [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").split("\n") if line]
        assert len(ids) == len(set(ids)) >= 26
    assert set(SAID) == set(WHO_SAID_WHAT)
    assert not set(WHO_SAID_WHAT) & set(GOLD)


@each_saying
def test_an_attribution_article_has_the_length_of_news(key):
    assert FEWEST_WORDS <= len(SAID[key].text.split()) <= MOST_WORDS
    assert SAID[key].published == WHO_SAID_WHAT[key]["published"]
    assert "events" not in WHO_SAID_WHAT[key]


@each_saying
def test_every_quoted_string_of_the_attribution_gold_stands_in_the_text(key):
    text = SAID[key].text
    for person in WHO_SAID_WHAT[key]["people"]:
        for form in person["forms"]:
            assert form in text
    for each in quoted(WHO_SAID_WHAT[key]):
        assert each["text"].strip() == each["text"]
        try:
            place(text, each)
        except ValueError:
            pytest.fail(f"not in the text of {key}: {each}")


@each_saying
def test_a_saying_has_words_a_kind_and_a_speaker_whom_the_article_names(key):
    text, gold = SAID[key].text, WHO_SAID_WHAT[key]
    people = {person["name"] for person in gold["people"]}
    count = len(gold["statements"])
    for statement in gold["statements"]:
        assert statement["kind"] in {"direct", "indirect", "mixed"}
        assert statement["content"]
        assert statement["speaker"] is None or statement["speaker"] in people or statement["speaker"] in text
        assert statement["speaker"] or "speaker_forms" not in statement
        assert statement["repeats"] is None or 0 <= statement["repeats"] < count
        assert 0 <= statement.get("nested_in", 0) < count
        assert statement.get("polarity", "denied") in {"denied", "not-said"}
        assert statement["constructions"]
        assert set(statement["constructions"]) <= CONSTRUCTIONS


@each_saying
def test_direct_words_come_without_the_marks_around_them(key):
    for statement in WHO_SAID_WHAT[key]["statements"]:
        first, last = statement["content"][0]["text"], statement["content"][-1]["text"]
        assert not (statement["kind"] == "direct" and (first[0] in MARKS or last[-1] in MARKS))


@each_saying
def test_no_words_are_said_twice_and_nested_ones_lie_inside(key):
    text, statements = SAID[key].text, WHO_SAID_WHAT[key]["statements"]
    places = [tuple(place(text, part) for part in statement["content"]) for statement in statements]
    assert len(set(places)) == len(places)
    for at, statement in zip(places, statements, strict=True):
        if "nested_in" in statement:
            around = places[statement["nested_in"]]
            assert around[0][0] <= at[0][0]
            assert at[-1][1] <= around[-1][1]


def test_the_readme_counts_the_attribution_gold_and_explains_its_constructions():
    statements = [statement for gold in WHO_SAID_WHAT.values() for statement in gold["statements"]]
    people = [person for gold in WHO_SAID_WHAT.values() for person in gold["people"]]
    said = (ATTRIBUTION_GOLD.parent / "README.md").read_text(encoding="utf-8")
    optional = sum(statement["repeats"] is not None for statement in statements)
    for line in (
        f"{len(WHO_SAID_WHAT)} articles, {len(people)} people",
        f"{sum(len(person['titles']) for person in people)} printed titles",
        f"{len(statements)} statements ({optional} of them optional)",
    ):
        assert line in said, f"README.md should say {line}"
    for construction in CONSTRUCTIONS:
        count = sum(construction in statement["constructions"] for statement in statements)
        assert count
        assert f"| `{construction}` | {count} |" in said, f"README.md should say `{construction}`: {count}"
