import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vakanuvis.record.span import Span
from vakanuvis.text.clean import clean


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("Rusya\x92ya", "Rusya'ya"),
        ("\x93Hayır\x94 dedi", "“Hayır” dedi"),
        ("Rusya’ya", "Rusya'ya"),
        ("Rusya´ya", "Rusya'ya"),
        ("''Hayır'' dedi", '"Hayır" dedi'),
        ("iş\u00adbirliği", "işbirliği"),
        ("Ankara\u200b’da", "Ankara'da"),
        ("Ankara\u00a0kenti", "Ankara kenti"),
        ("bir\r\niki\riki", "bir\niki\niki"),
        ("AT&amp;T &quot;evet&quot;", 'AT&T "evet"'),
        ("&notanentity; &#8217;", "&notanentity; ’"),
    ],
)
def test_careless_letters_are_mended_on_the_copy(printed, cleaned):
    assert clean(printed)[0] == cleaned


def test_decomposed_letters_are_composed_and_map_back():
    printed = unicodedata.normalize("NFD", "Çağrı yapıldı")
    text, offsets = clean(printed)
    assert text == "Çağrı yapıldı"
    assert offsets.back(Span(0, 5)).letters(printed) == unicodedata.normalize("NFD", "Çağrı")


def test_clean_text_costs_no_map():
    text, offsets = clean("Bakan geldi.")
    assert offsets.starts == ()
    assert offsets.back(Span(0, 5)) == Span(0, 5)
    assert text == "Bakan geldi."


def test_a_header_is_no_part_of_the_story():
    text, offsets = clean("date 2024-11 Bakan geldi.", 13)
    assert text == "Bakan geldi."
    assert offsets.back(Span(0, 5)).letters("date 2024-11 Bakan geldi.") == "Bakan"


@given(st.text())
def test_every_letter_leads_back_into_the_printed_text(printed):
    text, offsets = clean(printed)
    for at in range(len(text)):
        span = offsets.back(Span(at, at + 1))
        assert 0 <= span.start < span.end <= len(printed)
