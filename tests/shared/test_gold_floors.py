"""Floors on the development gold that lies beside a checkout. Without it these tests are skipped."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from vakanuvis.export.contract import reading_of
from vakanuvis.text.articles import read_articles

GOLD = Path(__file__).parents[3] / "shared" / "gold"

pytestmark = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason=f"no development gold at {GOLD}")

NEWS = [
    ("people", "f1", 0.80),
    ("titles", "f1", 0.75),
    ("direct@.8", "f1", 0.80),
    ("reported@.5", "f1", 0.50),
    ("speaker", "acc", 0.75),
]
# PLOVER's sixteen types weigh the same in the macro mean, however rare.
MACRO_FLOOR = 0.50
MOST_EXTRA_EVENTS = 15  # in 100 sentences


def scores_of(name, reader):
    spec = importlib.util.spec_from_file_location("development_score", GOLD / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    articles = scorer.read_lines(GOLD / f"{name}-articles.jsonl", lambda line: line["id"])
    gold = scorer.read_lines(GOLD / f"{name}-gold.jsonl", lambda line: line["id"])
    found = list(read_articles(str(GOLD / f"{name}-articles.jsonl")))
    figures, _ = scorer.score(articles, gold, {each.id: reading_of(reader.read(each)) for each in found})
    return figures


@pytest.fixture(scope="module")
def news(reader):
    return scores_of("news-dev", reader)


@pytest.fixture(scope="module")
def sentences(reader):
    return scores_of("gsr-dev", reader)


@pytest.mark.parametrize(("measure", "figure", "floor"), NEWS, ids=[row[0] for row in NEWS])
def test_the_news_stays_above_its_floor(news, measure, figure, floor):
    assert news[measure][figure] >= floor


def test_every_type_of_event_is_found(sentences):
    assert sentences["event_type_macro_f1"]["f1"] >= MACRO_FLOOR


def test_few_events_are_found_where_there_are_none(sentences):
    assert sentences["extra_events_per_100_sentences"]["n"] <= MOST_EXTRA_EVENTS
