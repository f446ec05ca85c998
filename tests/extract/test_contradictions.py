"""What contradicts itself and what only looks so."""

from __future__ import annotations

import pytest

from vakanuvis.extract.contradictions import find_contradictions
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.offices import OfficeLexicon


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
