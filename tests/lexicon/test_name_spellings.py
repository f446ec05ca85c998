"""The examples of `name_spellings.tsv`: what must sound alike, and what must not."""

from __future__ import annotations

import pytest

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.lexicon.spellings import NameSpellings, name_words

SPELLINGS = NameSpellings.read(lexicon_folder())


def pairs(column):
    return [
        pytest.param(row.languages, *pair.split(" ~ "), id=f"{row.at} {pair}")
        for row in SPELLINGS.rows
        for pair in getattr(row, column)
    ]


def shared(one, other, language):
    sounds = [SPELLINGS.sounds(name_words(name), (language,)) for name in (one, other)]
    return sounds[0] & sounds[1]


@pytest.mark.parametrize(("languages", "one", "other"), pairs("example"))
def test_spellings_of_one_name_sound_alike(languages, one, other):
    for language in languages:
        assert shared(one, other, language), language


@pytest.mark.parametrize(("languages", "one", "other"), pairs("never"))
def test_spellings_of_two_names_do_not(languages, one, other):
    for language in languages:
        assert not shared(one, other, language), language


@pytest.mark.parametrize("row", SPELLINGS.rows, ids=lambda row: row.at)
def test_a_row_names_languages_that_are_known_and_shows_an_example(row):
    assert set(row.languages) <= {language.language for language in SPELLINGS.languages}
    assert row.example


@pytest.fixture(scope="module")
def names():
    return NameLexicon.read(lexicon_folder())


def test_a_spelling_counts_only_where_its_language_is_spoken(names):
    words = [names.words(name) for name in ("Jin Vang", "Cin Wang")]
    assert names.sounds(words[0], "CHN") & names.sounds(words[1], "CHN")
    assert not names.sounds(words[0], "TUR") & names.sounds(words[1], "TUR")


def test_somebody_who_serves_no_state_may_come_from_any_language(names):
    assert names.sounds(names.words("Jin Vang"), "UNO") & names.sounds(names.words("Cin Wang"), "UNO")


@pytest.mark.parametrize(
    ("name", "country", "who"),
    [
        ("Volodymyr Zelensky", "UKR", "Vladimir Zelenskiy"),
        ("Colani", "SYR", "Ahmed Şara"),
        ("Khamenei", "IRN", "Ali Hamaney"),
        ("Kim Cong-un", "PRK", "Kim Jong-un"),
        ("Ömer Sorgun", "TUR", None),
        ("Zelenskiy", "RUS", None),
    ],
)
def test_a_known_person_is_found_under_any_spelling_but_only_in_the_right_state(names, name, country, who):
    known = names.known(name, country)
    assert (known and known.name) == who


def test_marks_dots_and_capitals_do_not_count():
    assert name_words("Aleksandar VUČİĆ") == ("aleksandar", "vucic")
    assert name_words("Jean-Noël Barrot") == ("jean", "noel", "barrot")
    assert name_words("Gideon Sa'ar") == ("gideon", "saar")


def test_the_state_before_the_name_of_a_body_is_no_part_of_it(names):
    assert names.without_state("Rus Savunma Bakanlığı", "RUS") == ("savunma", "bakanligi")
    assert names.without_state("Rus Savunma Bakanlığı", "USA") == ("rus", "savunma", "bakanligi")
