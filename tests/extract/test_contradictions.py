"""What contradicts itself and what only looks so."""

from __future__ import annotations

import pytest

from vakanuvis.extract.contradictions import find_contradictions
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.offices import OfficeLexicon
from vakanuvis.record.doc import Article


@pytest.fixture(scope="module")
def contradictions(read_session):
    lexicon, offices = ActorLexicon.read(lexicon_folder()), OfficeLexicon.read(lexicon_folder())
    return lambda text: [
        judgement
        for judgement in find_contradictions(read_session(text), lexicon, offices).judgements
        if judgement.kind == "contradiction"
    ]


@pytest.fixture(scope="module")
def read_session(reader):
    from dataclasses import replace  # noqa: PLC0415

    from vakanuvis.text.articles import article_of  # noqa: PLC0415

    return lambda text: replace(reader.read(article_of(f"date 2024-11-15 {text}")), judgements=None)


def test_two_ministries_of_one_man_contradict_each_other(contradictions):
    found = contradictions(
        "Norveç Savunma Bakanı Arild Haugen geldi. Norveç Dışişleri Bakanı Arild Haugen ise gülümsedi."
    )
    assert [judgement.text for judgement in found] == [
        "Arild Haugen is Savunma Bakanı in one place and Dışişleri Bakanı in another"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norveç Savunma Bakanı Arild Haugen geldi. Norveç Savunma Bakanı Arild Haugen gitti.",
        "Norveç Savunma Bakanı Arild Haugen geldi. Eski Dışişleri Bakanı Arild Haugen gülümsedi.",
        "Norveç Savunma Bakanı Arild Haugen geldi. Haugen, Norveç Dışişleri Bakanı olarak atandı.",
        "Norveç Savunma Bakanı Arild Haugen geldi. Bakan Haugen gülümsedi.",
        "Norveç Savunma Bakanı Arild Haugen geldi. Kenya Dışişleri Bakanı Joseph Wafula gülümsedi.",
        "Norveç Savunma Bakanı Arild Haugen geldi. Norveç Dışişleri Bakanı Kari Solheim gülümsedi.",
        "Norveç Başbakanı Arild Haugen geldi. Norveç lideri Arild Haugen gülümsedi.",
    ],
)
def test_promotions_former_offices_short_forms_and_two_people_are_none(contradictions, text):
    assert contradictions(text) == []


# ---- against the register of offices ----


@pytest.mark.parametrize(
    ("text", "says", "files"),
    [
        (
            "Dışişleri Bakanı Yaşar Güler, törene katıldı.",
            "Yaşar Güler is called Dışişleri Bakanı of Türkiye, which Hakan Fidan was on 2024-11-15",
            2,
        ),
        (
            "Almanya Dışişleri Bakanı Boris Pistorius, Kervan'a geldi.",
            "Boris Pistorius is called Dışişleri Bakanı of Almanya, which Annalena Baerbock was on 2024-11-15",
            2,
        ),
        (
            "Dışişleri Bakanı Mevlüt Çavuşoğlu, kapının açık olduğunu söyledi.",
            "Mevlüt Çavuşoğlu is called Dışişleri Bakanı of Türkiye, which Hakan Fidan was on 2024-11-15",
            1,
        ),
        (
            "KKTC Cumhurbaşkanı Mustafa Akıncı, kapının açık olduğunu söyledi.",
            "Mustafa Akıncı is called Cumhurbaşkanı of KKTC, which Ersin Tatar was on 2024-11-15",
            1,
        ),
    ],
)
def test_a_title_that_was_another_s_that_day(contradictions, text, says, files):
    (found,) = contradictions(text)
    assert found.text == says
    places = [reason for reason in found.because if reason.startswith("lexicon/world/offices/")]
    assert len(places) == files
    assert len(found.about) == 1


def test_the_register_says_which_of_two_titles_is_wrong(contradictions):
    (found,) = contradictions("Milli Savunma Bakanı Yaşar Güler geldi. Dışişleri Bakanı Yaşar Güler teşekkür etti.")
    assert found.text == "Yaşar Güler is Milli Savunma Bakanı in one place and Dışişleri Bakanı in another"
    assert len(found.about) == 2
    assert len([reason for reason in found.because if reason.startswith("lexicon/world/offices/tur.yaml:")]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Dışişleri Bakanı Hakan Fidan konuştu.",
        "Dışişleri Bakanı Fidan konuştu.",
        "Dışişleri Bakanı Kerem Sorgun, kapının açık olduğunu söyledi.",
        "Rusya Savunma Bakanı Andrey Sidorkov, kapının açık olduğunu söyledi.",
        "Eski Dışişleri Bakanı Mevlüt Çavuşoğlu, kapının açık olduğunu söyledi.",
        "Dönemin Dışişleri Bakanı Mevlüt Çavuşoğlu, kapının açık olduğunu söylemişti.",
        "Dışişleri Bakanı Mevlüt Çavuşoğlu, 2019 yılında kapının açık olduğunu söyledi.",
        "Heyete, Dışişleri Bakanı Mevlüt Çavuşoğlu döneminde söz verilmişti.",
        "MİT Müsteşarı Hakan Fidan o gece Ankara'daydı. Dışişleri Bakanı Fidan, bugün kapının açık olduğunu söyledi.",
        "ABD Başkanı Donald Trump, kapının açık olduğunu söyledi.",
        "ABD'nin seçilmiş Başkanı Donald Trump, kapının açık olduğunu söyledi.",
        "Çeçenistan Cumhurbaşkanı Ramzan Kadirov, kapının açık olduğunu söyledi.",
        "IKBY Başbakanı Mesrur Barzani, kapının açık olduğunu söyledi.",
        "ABD Dışişleri Bakan Yardımcısı Leman Sorgun, kapının açık olduğunu söyledi.",
        "Rusya Devlet Başkanı Vladimir Putin ile Dışişleri Bakanı Sergey Lavrov konuştu.",
    ],
)
def test_the_register_keeps_silent(contradictions, text):
    assert contradictions(text) == []


def test_an_article_without_a_day_cannot_be_held_against_the_register(reader):
    doc = reader.read(Article("a", "Dışişleri Bakanı Yaşar Güler, törene katıldı."))
    assert doc.judgements == ()
