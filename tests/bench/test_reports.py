"""The stories told by several papers: what the gold holds, and what the library must find in it."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.reports import HALVES, KINDS, TIES, Tally, measure, stories

PRECISION, RECALL, TIED = 0.9, 0.8, 0.7
"""Below what `python -m bench.reports` reaches by as much as one story more or less can do."""


def test_the_gold_is_large_enough_to_measure_with():
    told = [story for half in HALVES for story in stories(half)]
    kinds = Counter(each.kind for story in told for each in story.against)
    assert len(told) >= 20
    assert len({story.name for story in told}) == len(told)
    assert sum(kinds.values()) >= 40
    assert set(kinds) == set(KINDS)
    assert sum(len(story.tempting) for story in told) >= 40


@pytest.mark.parametrize("story", [story for half in HALVES for story in stories(half)], ids=lambda story: story.name)
def test_all_letters_of_the_gold_stand_in_the_articles(story):
    for each in (*story.same, *story.against, *story.tempting):
        assert len(each.letters) == len(story.articles)
        assert each.kind in (*KINDS, *TIES)
        for letters, article in zip(each.letters, story.articles, strict=True):
            assert letters is None or letters in article.text


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return {half: measure(half) for half in HALVES}


@pytest.mark.parametrize("half", HALVES)
def test_what_is_called_a_contradiction_is_one(tallies, half):
    assert tallies[half].precision(*KINDS) >= PRECISION, tallies[half].misses
    assert tallies[half].tempted <= 1


@pytest.mark.parametrize("half", HALVES)
def test_most_contradictions_and_ties_are_found(tallies, half):
    assert tallies[half].recall(*KINDS) >= RECALL, tallies[half].misses
    assert tallies[half].recall(*TIES) >= TIED, tallies[half].misses
