"""Reports of one event, and where the articles of one story disagree."""

from __future__ import annotations

from itertools import count

import pytest

from vakanuvis.export.contract import reading_of
from vakanuvis.language.analyser import Analyser
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.counts import CountLexicon
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.resolve.contradictions import Disagreements
from vakanuvis.resolve.numbers import Counting, value_of
from vakanuvis.resolve.printed import Dictionary, words_of
from vakanuvis.resolve.reports import DatedEvent, reports, reports_of_the_day
from vakanuvis.resolve.telling import Party, Telling, as_one_story
from vakanuvis.resolve.ties import Ties
from vakanuvis.resolve.wordings import Wordings

NUMBERS = count()


@pytest.fixture(scope="module")
def counting():
    return Counting(CountLexicon.read(lexicon_folder()), Dictionary(Analyser.from_lexicon(lexicon_folder())))


@pytest.fixture(scope="module")
def disagreements(counting):
    dictionary = Dictionary(Analyser.from_lexicon(lexicon_folder()))
    return Disagreements(ActorLexicon.read(lexicon_folder()), counting, Wordings(counting, dictionary))


@pytest.fixture
def tell(read):
    def _tell(text, published="2031-03-06"):
        reading = reading_of(read(text, published))
        reading["article"]["id"] = f"article {next(NUMBERS)}"
        return Telling(reading, {})

    return _tell


@pytest.fixture
def against(tell, disagreements):
    """Kind and rule of all contradictions between texts of one story; a text may come with its day."""

    def _against(*texts):
        told = as_one_story([tell(*text) if isinstance(text, tuple) else tell(text) for text in texts])
        return [(one.kind, *one.because) for one in disagreements.of_story(told, reports(told))]

    return _against


VISIT = "Ürdün Savunma Bakanı Talal Harbani, {} {}'ı ziyaret etti."
"""(Jordan's defence minister Talal Harbani visited … on …)"""


def test_reports_in_other_words_are_one_event(tell):
    one = tell("Ürdün Savunma Bakanı Talal Harbani, Mısır'ı ziyaret etti.")
    other = tell("Ürdünlü Bakan Talal Harbani dün Mısır'ı ziyaret etti. Harbani ardından döndü.", "2031-03-07")
    (found,) = reports(as_one_story([one, other]))
    assert len(found.told) == 2
    assert not found.partings


def test_two_visits_to_two_states_are_two_events(tell):
    assert not reports([tell(VISIT.format("dün", "Mısır")), tell("Kenya Başbakanı Ali Otieno dün Fas'ı kınadı.")])


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (VISIT.format("4 Mart'ta", "Mısır"), VISIT.format("5 Mart'ta", "Mısır"), ("date", "days-differ")),
        ("Kenya, Hartum'daki saldırıyı kınadı.", "Tanzanya, Hartum'daki saldırıyı kınadı.", ("who", "who-differs")),
        (
            "Etiyopya, sınırdaki saldırı nedeniyle Somali'yi suçladı.",
            "Somali, sınırdaki saldırı nedeniyle Etiyopya'yı suçladı.",
            ("who", "roles-swapped"),
        ),
        (
            "Norveç ile Fas, dün Oslo'da ortak tatbikat yaptı.",
            "Norveç ile Fas, dün Bergen'de ortak tatbikat yaptı.",
            ("place", "places-apart"),
        ),
        (
            "Dışişleri Bakanı Selma Alkım dün Oslo'da konuştu.",
            "Savunma Bakanı Selma Alkım dün Oslo'da konuştu.",
            ("title", "titles-exclude"),
        ),
        (
            "Kars'taki tren kazasında 12 kişi öldü.",
            "Kars'taki tren kazasında 15 kişi öldü.",
            ("number", "numbers-differ"),
        ),
    ],
    ids=["date", "who", "roles", "place", "title", "number"],
)
def test_what_excludes_each_other_is_told(against, one, other, found):
    assert against(one, other) == [found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VISIT.format("5 Mart'ta", "Mısır"), VISIT.format("dün", "Mısır")),
        ("Norveç ile Fas, dün Oslo'da ortak tatbikat yaptı.", "Norveç ile Fas, dün Norveç'te ortak tatbikat yaptı."),
        ("Eski Dışişleri Bakanı Selma Alkım dün konuştu.", "Savunma Bakanı Selma Alkım dün konuştu."),
        ("Kars'taki kazada 12 kişi öldü.", ("Kars'taki kazada 15 kişi öldü.", "2031-03-08")),
        ("Kars'taki kazada 12 kişi öldü.", "Kars'taki kazada ölenlerin sayısı 15'e yükseldi."),
        ("Trende yaklaşık 200 yolcu vardı.", "Trende 206 yolcu vardı."),
        ("Trende 200'ü aşkın yolcu vardı.", "Trende 290 yolcu vardı."),
        ("Trende üç görevli yaralandı.", "Trende 3 görevli yaralandı."),
        ("Kazada 12 kişi öldü, 30 kişi yaralandı.", "Kazada 30 kişi yaralandı, 12 kişi öldü."),
        ("Depoda 5 bin ton buğday yandı.", "Depoda 6 bin çuval buğday yandı."),
        ("Norveç ile Fas, 4 Mart gecesi anlaşma imzaladı.", "Norveç ile Fas, 5 Mart'ta anlaşma imzaladı."),
    ],
    ids=[
        *(
            "relative day",
            "state and town",
            "former",
            "later toll",
            "toll that rose",
            "about",
            "at least",
            "in letters",
        ),
        *("two counts", "two units", "at night"),
    ],
)
def test_what_only_looks_like_a_contradiction_is_none(against, one, other):
    assert against(one, other) == []


def test_each_side_has_its_article_and_its_letters(tell, disagreements):
    told = [tell("Kars'taki tren kazasında 12 kişi öldü."), tell("Kars'taki tren kazasında 15 kişi öldü.")]
    (found,) = disagreements.of_story(told, ())
    assert [(side.article, side.span.letters(one.text)) for side, one in zip(found.sides, told, strict=True)] == [
        (told[0].id, "12 kişi"),
        (told[1].id, "15 kişi"),
    ]


def test_two_speakers_may_count_differently(against):
    text = "Kenya Savunma Bakanı {}, çatışmada {} askerin öldüğünü söyledi."
    assert against(text.format("Joseph Karanja", 4), text.format("Peter Mwale", 9)) == []


@pytest.mark.parametrize(
    ("figures", "value"), [("1.200", 1200), ("2,5", 2.5), ("14.1", 14.1), ("1.200.000", 1200000), ("7", 7)]
)
def test_figures_are_read_as_they_are_printed(figures, value):
    assert value_of(figures) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("12 bin 500 asker", 12500), ("yirmi beş kişi", 25), ("4 milyar 500 milyon dolar", 4.5e9), ("iki yüz kişi", 200)],
)
def test_numbers_in_several_words_are_one(counting, text, value):
    assert [found for _, _, found in counting.numbers(words_of(text))] == [value]


def test_an_article_is_no_number(counting):
    assert not counting.numbers(words_of("bir kişi geldi"))


def dated(name, actors, recipients, place=None):
    parties = [frozenset(Party(each, "country", each) for each in side) for side in (actors, recipients)]
    return DatedEvent(name, f"article of {name}", ("CONSULT", "visit", "2031-03-04"), *parties, place, 1)


def test_events_of_one_day_are_one_where_both_sides_are_the_same():
    told = [dated("a", ["KEN"], ["NOR"]), dated("b", ["KEN"], ["NOR"]), dated("c", ["NOR"], ["KEN"])]
    assert [[event.id for event in group] for group in reports_of_the_day(told)] == [["a", "b"]]


def test_events_of_one_day_in_two_places_or_without_a_recipient_are_not_tied():
    told = [dated("a", ["KEN"], ["NOR"], "Oslo"), dated("b", ["KEN"], ["NOR"], "Bergen")]
    assert not reports_of_the_day([*told, dated("c", ["KEN"], []), dated("d", ["KEN"], [])])


def test_groups_that_share_a_member_are_one_unless_an_article_would_tell_it_twice():
    ties = Ties()
    ties.add([("a", "1"), ("b", "2")])
    ties.add([("c", "3"), ("d", "4")])
    ties.add([("b", "2"), ("c", "3"), ("e", "1")])
    assert list(ties.groups()) == [("a", "b", "c", "d")]
