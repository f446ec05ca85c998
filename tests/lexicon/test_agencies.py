"""Every example in agencies.yaml is a test; so is every counterexample, and every credit word."""

from __future__ import annotations

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.agencies import Agencies
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.world import WorldLexicon
from vakanuvis.resolve.credits import originator

AGENCIES = Agencies.read(lexicon_folder())
EXAMPLES = [pytest.param(e, x, id=f"{e.name}: {x.text}") for e in AGENCIES.entries for x in e.examples]
COUNTEREXAMPLES = [pytest.param(text, id=f"{e.name}: {text}") for e in AGENCIES.entries for text in e.not_]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_an_example_credits_its_agency(entry, example):
    found = originator(example.text, None, None, AGENCIES)
    assert found is not None
    assert entry.name in found.agencies
    assert found.span.letters(example.text) == example.credit


@pytest.mark.parametrize("text", COUNTEREXAMPLES)
def test_a_counterexample_credits_nobody(text):
    assert originator(text, None, None, AGENCIES) is None


@pytest.mark.parametrize("word", AGENCIES.words, ids=lambda word: word.word)
def test_a_credit_word_credits_the_report_or_not(word):
    assert (originator(word.example, None, None, AGENCIES) is not None) == (word.says == "report")


def test_every_agency_belongs_to_a_state():
    assert {entry.code for entry in AGENCIES.entries} <= {c.code for c in WorldLexicon.read(lexicon_folder()).countries}


ENTRY = "- name: AA\n  code: TUR\n  short: [A.A.]\n  examples: [{text: a, credit: a}]\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [(ENTRY * 2, "L03"), (ENTRY.replace("credit: a", "agency: a"), "L01"), ("- name: AA\n", "L02")],
    ids=["written twice", "an unknown field", "a missing field"],
)
def test_a_broken_file_is_refused_with_its_code(text, code, tmp_path):
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "agencies.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        Agencies.read(tmp_path)
    assert error.value.code == code
