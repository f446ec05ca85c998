"""The stories told twice: what the gold holds, and what the library must find in it."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.duplicates import HALVES, NONE, Score, families, pairs, score

PRECISION, RECALL = 0.97, 0.90
"""What the record asks for; `python -m bench.duplicates` says what is reached."""


def test_the_gold_is_large_enough_to_measure_with():
    by_hand = [story["is"] for family in families() for story in family["stories"]]
    assert len(families()) >= 60
    assert len(by_hand) >= 180
    for half in HALVES:
        kinds = Counter(pair.kind for pair in pairs() if pair.half == half)
        assert sum(kinds.values()) >= 200
        assert kinds[NONE] >= 100
        assert min(kinds.values()) >= 20


def test_every_family_has_its_own_name_and_one_first_story():
    names = [family["family"] for family in families()]
    assert len(set(names)) == len(names)
    for family in families():
        kinds = [story["is"] for story in family["stories"]]
        assert kinds[0] == "base"
        assert set(kinds[1:]) <= {"rewrite", "update", "other"}
        assert kinds.count("base") == 1


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {half: score(half) for half in HALVES}


@pytest.mark.parametrize("half", HALVES)
def test_the_same_story_is_known_again(scores, half):
    assert scores[half].precision >= PRECISION
    assert scores[half].recall >= RECALL
