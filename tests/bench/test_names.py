"""The registry of actors holds its floors on both halves of the gold of names."""

from __future__ import annotations

import pytest
from bench.names import HALVES, main, read_pairs, score

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.names import NameLexicon

PRECISION, RECALL = 0.95, 0.85


@pytest.fixture(scope="module")
def names():
    return NameLexicon.read(lexicon_folder())


@pytest.mark.parametrize("half", HALVES)
def test_the_floors_hold(names, half):
    counts, wrong = score(read_pairs(half), names)
    told = [(pair.name, pair.other_name, joined) for pair, joined in wrong]
    assert counts.precision >= PRECISION, told
    assert counts.recall >= RECALL, told


def test_the_halves_are_large_and_share_no_pair():
    halves = [
        {(pair.name, pair.country, pair.other_name, pair.other_country) for pair in read_pairs(h)} for h in HALVES
    ]
    assert sum(map(len, halves)) >= 300
    assert not halves[0] & halves[1]


def test_the_table_has_a_line_for_each_half(capsys):
    assert main(["--misses"]) == 0
    out = capsys.readouterr().out
    assert all(half in out for half in HALVES)
    assert "missed:" in out
