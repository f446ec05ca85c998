"""The article that started it all comes out whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from vakanuvis.export.contract import reading_of
from vakanuvis.pipeline import Reader
from vakanuvis.text.articles import read_articles

ARTICLE = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the shared seed article is not at hand")


@pytest.fixture(scope="module")
def reading():
    (article,) = read_articles(str(ARTICLE))
    return reading_of(Reader().read(article))


@pytest.fixture(scope="module")
def letters(reading):
    return lambda span: reading["article"]["text"][span["start"] : span["end"]]


@pytest.fixture(scope="module")
def name(reading):
    names = {actor["id"]: actor["name"] for actor in reading["actors"]}
    return names.get


def test_the_four_people_are_there_with_state_and_offices(reading):
    people = {a["name"]: a for a in reading["actors"] if a["kind"] == "person"}
    offices = {
        person: (actor["country"], {title["office"] for title in actor["titles"]}) for person, actor in people.items()
    }
    assert offices == {
        "Andrey Belousov": ("RUS", {"Savunma Bakanı"}),
        "No Kwang-chol": ("PRK", {"Savunma Bakanı", "Dışişleri Bakanı", "Bakan"}),
        "Kim Jong-un": ("PRK", {"Lider"}),
        "Vladimir Putin": ("RUS", {"Devlet Başkanı"}),
    }


def test_the_misspelt_name_points_at_its_bearer(reading, letters):
    (belousov,) = (a for a in reading["actors"] if a["name"] == "Andrey Belousov")
    assert "Belusov" in map(letters, belousov["mentions"])


def test_every_quotation_and_clause_has_its_speaker(reading, letters, name):
    told = [(s["kind"], name(s["speaker"]), letters(s["content"][0])[:14]) for s in reading["statements"]]
    assert told == [
        ("direct", "Andrey Belousov", "Rusya ve Kuzey"),
        ("direct", "Andrey Belousov", "Rusya ve Kuzey"),
        ("direct", "No Kwang-chol", "Ülkelerimizin "),
        ("indirect", "No Kwang-chol", "iki ülke ordul"),
        ("direct", "No Kwang-chol", "Bu bağları sür"),
        ("mixed", "No Kwang-chol", "Rus mevkidaşın"),
        ("direct", "No Kwang-chol", "Bunlar, her ik"),
    ]


def test_the_shortened_quotations_are_tied_to_the_fuller_ones(reading):
    lead, full, heading, _, speech, _, _ = reading["statements"]
    assert (lead["same_as"], heading["same_as"]) == (full["id"], speech["id"])


def test_the_events_are_who_did_what_to_whom_and_when(reading, name):
    told = {
        (
            event["event"],
            event["mode"],
            " ".join(sorted(filter(None, map(name, event["actor"])))),
            " ".join(filter(None, map(name, event["recipient"]))),
            event["status"],
            event["date"],
        )
        for event in reading["events"]
    }
    assert told >= {
        ("CONSULT", "visit", "Andrey Belousov", "Kuzey Kore", "actual", "2024-11"),
        ("CONSULT", "visit", "Andrey Belousov", "No Kwang-chol", "actual", "2024-11"),
        ("CONSULT", None, "Kim Jong-un Vladimir Putin", "", "historical", "2024-06"),
        ("SUPPORT", None, "Kim Jong-un Vladimir Putin", "", "historical", "2024-06"),
    }
    assert ("Kuzey Kore", "Rusya") in {(actor, recipient) for _, _, actor, recipient, _, _ in told}


def test_the_agreement_is_named_with_parties_signatories_and_clause(reading, letters, name):
    (agreement,) = reading["agreements"]
    assert agreement["name"] == "Kapsamlı Stratejik Ortaklık Anlaşması"
    assert sorted(agreement["parties"]) == ["PRK", "RUS"]
    assert sorted(map(name, agreement["signatories"])) == ["Kim Jong-un", "Vladimir Putin"]
    assert agreement["status"] == "signed"
    assert any("birbirlerine askeri yardım sağlamasını" in letters(span) for span in agreement["provisions"])


def test_the_two_ministries_contradict_each_other(reading, letters):
    (found,) = (j for j in reading["judgements"] if j["kind"] == "contradiction")
    assert [letters(span) for span in found["about"]] == ["Kuzey Kore Savunma Bakanı", "Kuzey Kore Dışişleri Bakanı"]


def test_the_dateline_is_the_last_word(reading):
    assert reading["article"]["dateline"]["name"] == "Pyongyang"
    assert reading["article"]["published"] == "2024-11"
