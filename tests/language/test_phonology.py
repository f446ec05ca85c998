"""Harmony, assimilation and buffers."""

from __future__ import annotations

import pytest

from vakanuvis.language.phonology import (
    harmony_of,
    joined,
    settled,
    signature_of,
    sounds_of,
    syllables,
    voiced,
    without_last_vowel,
)


@pytest.mark.parametrize(
    ("stem", "template", "word"),
    [
        ("ev", "DA", "evde"),  # in the house
        ("kitap", "DA", "kitapta"),  # in the book
        ("ülke", "(y)A", "ülkeye"),  # to the country
        ("ülke", "(s)I", "ülkesi"),  # its country
        ("kol", "(s)I", "kolu"),  # its arm
        ("göz", "(I)mIz", "gözümüz"),  # our eye
        ("anne", "(I)mIz", "annemiz"),  # our mother
        ("iki", "(ş)Ar", "ikişer"),  # two each
        ("beş", "(ş)Ar", "beşer"),  # five each
        ("ağaç", "CI", "ağaççı"),  # tree man
        ("yol", "CI", "yolcu"),  # traveller
        ("gel", "DI", "geldi"),  # came
        ("git", "DI", "gitti"),  # went
        ("oku", "(y)AcAK", "okuyacaK"),  # will read
    ],
)
def test_a_suffix_takes_the_sounds_of_its_stem(stem, template, word):
    assert joined(stem, sounds_of(template)) == word


def test_a_k_softens_only_before_a_vowel():
    future = joined("gel", sounds_of("(y)AcAK"))
    assert joined(future, sounds_of("(y)Im")) == "geleceğim"  # I will come
    assert joined(future, sounds_of("lAr")) == "gelecekler"  # they will come
    assert joined(future, sounds_of("DIr")) == "gelecektir"  # will come, surely
    assert settled(future, before_vowel=False) == "gelecek"


@pytest.mark.parametrize(
    ("stem", "shape"), [("kitap", "kitab"), ("renk", "reng"), ("ağaç", "ağac"), ("bakanlık", "bakanlığ"), ("ev", "ev")]
)
def test_a_voiced_stem(stem, shape):
    assert voiced(stem) == shape


def test_a_dropped_vowel():
    assert without_last_vowel("ağız") == "ağz"
    assert without_last_vowel("şş") == "şş"


def test_the_signature_knows_harmony_and_ending():
    assert signature_of("ev") == signature_of("film") != signature_of("gel")
    assert signature_of("saat", harmony_of("e")) == signature_of("inek")


def test_a_word_without_a_vowel_has_a_default():
    assert harmony_of("brr", 2) == 2
    assert syllables("brr") == 0


@pytest.mark.parametrize("template", ["lEr", "(z)I", "(y", "-I"])
def test_a_wrong_template_is_refused(template):
    with pytest.raises(ValueError, match=r".+"):
        sounds_of(template)
