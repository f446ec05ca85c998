"""What the network is told of a word before its sentence."""

from __future__ import annotations

import pytest


def test_readings_that_rival_share(traits):
    found, lemma = traits.of("temasları")  # the contacts, or his contacts
    assert lemma == "temas"
    assert found["UPOS=NOUN"] == pytest.approx(1.0)
    assert 0 < found["Case=Acc"] < 1
    assert 0 < found["Person[psor]=3"] < 1


def test_lists_know_a_name_under_its_suffixes(traits):
    assert traits.of("Almanya'dan")[0]["list=country"] == 1.0
    assert traits.of("Mehmet'e")[0].keys() & {"list=given", "list=everyday_given"}
    assert "list=country" not in traits.of("masadan")[0]


def test_a_stem_that_nobody_knows_is_marked(traits):
    assert traits.of("Brozdanyuk")[0]["guessed"] == 1.0
    assert "guessed" not in traits.of("geldi")[0]


def test_odd_forms_have_traits_too(traits):
    for odd in ("", "😀", "'", "x" * 300):
        assert traits.of(odd)[0]
