"""One saying in several articles: what is tied, what is not, and where wordings differ."""

from __future__ import annotations

import pytest

from vakanuvis.language.analyser import Analyser
from vakanuvis.lexicon.counts import CountLexicon
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.resolve.numbers import Counting
from vakanuvis.resolve.printed import Dictionary
from vakanuvis.resolve.sayings import Statement, joined, sayings_of_speaker, sayings_of_story
from vakanuvis.resolve.wordings import Wordings

LORRIES = "Sınırda günlerce bekleyen kamyon görmek istemiyoruz, kapılar yarın açılacak"
"""(We want to see no lorries waiting at the border for days, the gates will open tomorrow.)"""


def said(content, article="b", **known):
    known = {"published": "2031-03-04", "speaker": "orel", "country": "TUR", "named": True} | known
    return Statement(f"{article}:{content[:9]}", article, content, **known)


def ids(groups):
    return [[one.article for one in group] for group in groups]


@pytest.fixture(scope="module")
def wordings():
    dictionary = Dictionary(Analyser.from_lexicon(lexicon_folder()))
    return Wordings(Counting(CountLexicon.read(lexicon_folder()), dictionary), dictionary)


@pytest.mark.parametrize(
    "other",
    [
        "“Sınırda günlerce bekleyen kamyon görmek istemiyoruz”",  # cut
        "sınırda günlerce bekleyen kamyon görmek istemediklerini",  # reported
        "SINIRDA GÜNLERCE BEKLEYEN KAMYON GÖRMEK İSTEMİYORUZ!",
    ],
)
def test_a_saying_is_known_again_cut_reported_and_shouted(other):
    assert ids(sayings_of_speaker([said(other), said(LORRIES, "a")])) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        said(LORRIES, speaker="voss"),
        said("Sınırda yeni bir karakol yapılmasını doğru bulmuyoruz"),
        said("Sınırda bekleyen kamyon"),  # too short to be known again
    ],
    ids=["another speaker", "another saying", "a scrap"],
)
def test_what_is_another_saying_is_not_tied(other):
    by_speaker = [sayings_of_speaker([one]) for one in (said(LORRIES, "a"), other)] if other.speaker != "orel" else []
    assert not [group for groups in by_speaker for group in groups]
    assert other.speaker != "orel" or not list(sayings_of_speaker([said(LORRIES, "a"), other]))


def test_a_short_saying_of_another_month_is_another_occasion():
    thanks = "Emeği geçen bütün arkadaşlarıma teşekkür ediyorum"
    assert not list(sayings_of_speaker([said(thanks, "a"), said(thanks, published="2031-05-04")]))


def test_one_article_alone_makes_no_group():
    assert not list(sayings_of_speaker([said(LORRIES, "a"), said("Kamyon görmek istemiyoruz kapılar açılacak", "a")]))


def test_a_story_tells_whose_saying_a_nameless_one_is():
    told = [said(LORRIES, "a", story="c"), said(LORRIES, speaker=None, story="c", named=False)]
    assert ids(sayings_of_story(told)) == [["a", "b"]]


def test_two_people_stay_two_by_way_of_a_nameless_third():
    nameless = said(LORRIES, "c", speaker=None, story="s", named=False)
    told = [said(LORRIES, "a", story="s"), said(LORRIES, "b", story="s", speaker="voss"), nameless]
    assert all(len(group) == 2 for group in sayings_of_story(told))


def test_the_fullest_wording_leads():
    cut = said("Sınırda günlerce bekleyen kamyon görmek istemiyoruz")
    (saying,) = joined(sayings_of_speaker([cut, said(LORRIES, "a")]), [])
    assert saying.statements[0].startswith("a:")


def test_the_words_that_contradict_are_given_with_their_places(wordings):
    one, other = "Heyet salı günü Ankara'ya gelecek", "Heyet cuma günü Ankara'ya gelecek"
    _, run = wordings.contradiction(one, other, literal=True)
    assert [span.letters(text) for span, text in zip(run.spans, (one, other), strict=True)] == ["salı", "cuma"]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Heyet salı günü Ankara'ya gelecek", "Heyet cuma günü Ankara'ya gelecek", "wording-word"),
        ("Bu köprüyü üç yılda yapacağız", "Bu köprüyü beş yılda yapacağız", "wording-number"),
        ("Bu masaya biz de oturacağız", "Bu masaya biz de oturmayacağız", "wording-negation"),
    ],
)
def test_wordings_that_exclude_each_other(wordings, one, other, rule):
    assert wordings.contradiction(one, other, literal=True)[0] == rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Heyet salı günü gelecek, kapılar açılacak", "Heyet salı günü gelecek"),
        ("Bu köprüyü 3 yılda yapacağız", "Bu köprüyü üç yılda yapacağız"),
        ("Hattan 4,5 milyar dolar gelecek", "Hattan 4 milyar 500 milyon dolar gelecek"),
        ("Kapıyı Yıldızhan bey açtı dün", "Kapıyı Yıldızan bey açtı dün"),
        ("Kapılar herkese açık kalacak", "Kapılar, herkese açık kalacak!"),
    ],
    ids=["cut", "in letters", "one number", "misspelt", "marks"],
)
def test_wordings_that_only_look_different(wordings, one, other):
    assert wordings.contradiction(one, other, literal=True) is None


def test_a_reporter_may_choose_his_own_words(wordings):
    one, other = "belgelerin dün parlamentoya gideceğini", "belgelerin dün meclise gideceğini"
    assert wordings.contradiction(one, other, literal=True)
    assert wordings.contradiction(one, other, literal=False) is None
