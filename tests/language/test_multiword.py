"""Printed tokens in their parts: every row of the lexicon by its examples, and what must hold for all tokens."""

from __future__ import annotations

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.language.analyser import Analyser
from vakanuvis.language.multiword import WordParts
from vakanuvis.language.suffixes import read_table
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.word_parts import WordPart, read_word_parts

ENTRIES = read_word_parts(lexicon_folder())
EXAMPLES = [word for entry in ENTRIES for word in entry.examples]
NEVER = [word for entry in ENTRIES for word in entry.never]


@pytest.fixture(scope="module")
def analyser():
    return Analyser.from_lexicon(lexicon_folder())


@pytest.fixture(scope="module")
def parts(analyser):
    return WordParts.from_lexicon(lexicon_folder(), analyser)


def splits(parts, analyser, form):
    return {parts.split(form, r.lemma, r.upos, r.feats) for r in analyser.analyse(form)}


@pytest.mark.parametrize("word", EXAMPLES)
def test_the_example_of_a_part_is_cut_where_its_plus_stands(parts, analyser, word):
    assert tuple(word.split("+")) in splits(parts, analyser, word.replace("+", ""))


@pytest.mark.parametrize("word", NEVER)
def test_the_counterexample_of_a_part_stays_whole(parts, analyser, word):
    assert splits(parts, analyser, word) == {(word,)}


@pytest.mark.parametrize(
    "form", ["Bakan'dı", "GELMİŞTİ", "İzmir'deydiler", "Kâtipti", "İÇİNDEKİ", "değildir", "x", "…"]
)
def test_the_parts_join_to_the_letters_that_were_printed(parts, analyser, form):
    assert {"".join(found) for found in splits(parts, analyser, form)} == {form}


def test_the_reading_decides_whether_there_is_a_copula(parts):
    # He was an officer. / He had come. / He did not. / She gave birth.
    assert parts.split("subaydı", "subay", "NOUN", {"Case": "Nom", "Tense": "Past"}) == ("subay", "dı")
    assert parts.split("etmedim", "et", "VERB", {"Polarity": "Neg", "Tense": "Past"}) == ("etmedim",)
    assert parts.split("etmekti", "et", "VERB", {"VerbForm": "Vnoun", "Tense": "Past"}) == ("etmek", "ti")
    assert parts.split("doğurdu", "doğur", "VERB", {"Tense": "Past"}) == ("doğurdu",)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (WordPart(("koplua",), ("NOUN",), ("ev+di",), ("Evident",), at="x.tsv, satır 1"), "L05"),
        (WordPart(("-ki",), ("NOUN",), ("evde+ki",), (), "Loc", at="x.tsv, satır 1"), "L04"),
    ],
)
def test_a_wrong_row_is_named(analyser, entry, code):
    with pytest.raises(LexiconError, match=code):
        WordParts((entry,), analyser, read_table())
