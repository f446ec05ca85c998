import pytest

from vakanuvis.text.letters import bare, capitalized, folded, is_all_capitals, lower, upper


@pytest.mark.parametrize(
    ("printed", "small"),
    [("IĞDIR", "ığdır"), ("İZMİR", "izmir"), ("DIŞİŞLERİ", "dışişleri"), ("Irak", "ırak"), ("ÇÜŞÖĞ", "çüşöğ")],
)
def test_capitals_become_small_the_turkish_way(printed, small):
    assert lower(printed) == small


@pytest.mark.parametrize(("printed", "great"), [("ığdır", "IĞDIR"), ("izmir", "İZMİR"), ("bakan", "BAKAN")])
def test_small_letters_become_capitals_the_turkish_way(printed, great):
    assert upper(printed) == great


@pytest.mark.parametrize("text", ["İstanbul", "Straße", "ŉ", "ǰ", "İİİ", "ﬁ", "ΐ", "𝐀"])
def test_the_length_never_changes(text):
    assert len(lower(text)) == len(upper(text)) == len(capitalized(text)) == len(text)


def test_folding_forgets_the_circumflex():
    assert folded("Hâlâ MAHKÛM") == "hala mahkum"


def test_bare_letters_join_spellings_of_a_name():
    assert bare("Şöyğü") == bare("Soygu")


def test_a_single_letter_is_not_a_word_in_capitals():
    assert not is_all_capitals("A")
    assert is_all_capitals("TBMM")
    assert not is_all_capitals("TBMM'nin")
