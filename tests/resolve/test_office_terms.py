"""Terms of office from many articles, and the titles that cannot be right."""

from __future__ import annotations

import pytest

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.offices import OfficeLexicon
from vakanuvis.record.span import Span
from vakanuvis.record.terms import Sighting
from vakanuvis.resolve.office_terms import office_terms, title_contradictions


@pytest.fixture(scope="module")
def register() -> OfficeLexicon:
    return OfficeLexicon.read(lexicon_folder())


def seen(name: str, title: str, office: str, country: str | None, day: str | None, **more) -> Sighting:
    """A title that an article of this day gives to ``name``; by default they act in it."""
    article = more.pop("article", f"a-{day}-{name}")
    span = Span(0, len(title))
    more = {"former": False, "acts": True, **more}
    return Sighting(name, name, office, country, more["former"], title, day, article, f"x-{name}", span, more["acts"])


def foreign(name: str, day: str | None, **more) -> Sighting:
    return seen(name, "Türkiye Dışişleri Bakanı", "Dışişleri Bakanı", "TUR", day, **more)


def norse(name: str, day: str | None, **more) -> Sighting:
    """Nothing of the Norwegian foreign ministers is in the register."""
    return seen(name, "Norveç Dışişleri Bakanı", "Dışişleri Bakanı", "NOR", day, **more)


# ---- terms ----


def test_a_term_lasts_from_the_first_to_the_last_article(register):
    days = ["2024-03-02", None, "2023-09-11", "2024-01", "2024-11-15"]
    (term,) = office_terms([foreign("Hakan Fidan", day) for day in days], register)
    assert (term.first, term.last, term.articles) == ("2023-09-11", "2024-11-15", 5)
    assert (term.known.begin, term.known.end, term.known.name) == ("2023-06-04", None, "Hakan Fidan")
    assert term.because == (term.known.at,)
    assert term.known.at.startswith("lexicon/world/offices/tur.yaml:")


def test_names_of_one_office_make_one_term(register):
    told = [
        seen("Yaşar Güler", "Milli Savunma Bakanı", "Milli Savunma Bakanı", "TUR", "2024-11-15"),
        seen("Yaşar Güler", "Türkiye Savunma Bakanı", "Savunma Bakanı", "TUR", "2024-11-16"),
        seen("Yaşar Güler", "Bakan", "Bakan", "TUR", "2024-11-16"),
    ]
    (term,) = office_terms(told, register)
    assert (term.office, term.articles) == ("Savunma Bakanı", 2)


def test_what_was_before_is_a_term_of_its_own(register):
    told = [foreign("Mevlüt Çavuşoğlu", "2022-01-05"), foreign("Mevlüt Çavuşoğlu", "2024-01-05", former=True)]
    now, former = office_terms(told, register)
    assert (now.former, now.known.begin) == (False, "2015-11-24")
    assert (former.former, former.known) == (True, None)  # he held it twice


def test_an_office_that_the_register_does_not_know_stays_as_it_was_told(register):
    told = [seen("Leman Sorgun", "Merova Muhtarı", "Muhtar", None, "2024-11-15", article="a")] * 2
    (term,) = office_terms(told, register)
    assert (term.office, term.country, term.known, term.because, term.articles) == ("Muhtar", None, None, (), 1)


# ---- against the register ----


def test_a_title_that_was_another_s_is_held_against_the_register(register):
    told = [foreign("Kerem Sorgun", "2024-11-15"), foreign("Kerem Sorgun", "2024-11-20")]
    (found,) = title_contradictions(told, register)
    assert found.kind == "title"
    assert (found.subject, found.day) == ("Kerem Sorgun", "2024-11-15")
    first, second, known = found.sides
    assert (first.value, first.article, first.span) == (
        "Kerem Sorgun: Türkiye Dışişleri Bakanı",
        "a-2024-11-15-Kerem Sorgun",
        Span(0, 24),
    )
    assert second.article == "a-2024-11-20-Kerem Sorgun"
    assert "Hakan Fidan" in known.value
    assert known.known_at in found.because
    assert known.source.startswith("https://")
    assert known.article is None


def test_whoever_held_another_office_that_day_need_not_act(register):
    (found,) = title_contradictions([foreign("Yaşar Güler", "2024-11-15", acts=False)], register)
    assert [reason.partition(":")[0] for reason in found.because] == ["lexicon/world/offices/tur.yaml"] * 2


@pytest.mark.parametrize(
    "sighting",
    [
        foreign("Hakan Fidan", "2024-11-15"),
        foreign("Fidan", "2024-11-15"),
        foreign("Mevlüt Çavuşoğlu", "2024-11-15", former=True),
        foreign("Mevlüt Çavuşoğlu", "2024-11-15", acts=False),
        foreign("Mevlüt Çavuşoğlu", "2023-06-20"),
        foreign("Kerem Sorgun", "2024-11-15", acts=False),
        foreign("Kerem Sorgun", None),
        foreign("Kerem Sorgun", "2023"),
        foreign("Kerem Sorgun", "2099-01-01"),
        seen("Kerem Sorgun", "Dışişleri Bakanı", "Dışişleri Bakanı", "TUR", "2024-11-15"),
        seen("Kerem Sorgun", "Başkan", "Başkan", "IGO", "2024-11-15"),
        seen("Kerem Sorgun", "Dışişleri Bakan Vekili", "Dışişleri Bakan Vekili", "TUR", "2024-11-15"),
        seen("Kerem Sorgun", "Çeçenistan Dışişleri Bakanı", "Dışişleri Bakanı", "RUS", "2024-11-15"),
        seen("Kerem Sorgun", "Libya Başbakanı", "Başbakan", "LBY", "2024-11-15"),
        seen("Donald Trump", "ABD Başkanı", "Başkan", "USA", "2024-11-15"),
        norse("Arild Haugen", "2024-11-15"),
    ],
    ids=lambda sighting: f"{sighting.name} {sighting.printed} {sighting.day}",
)
def test_what_may_be_right_contradicts_nothing(register, sighting):
    assert title_contradictions([sighting], register) == ()


# ---- against each other ----


def test_two_holders_on_one_day_contradict_each_other(register):
    (found,) = title_contradictions(
        [norse("Arild Haugen", "2024-11-15"), norse("Kari Solheim", "2024-11-15")], register
    )
    assert found.text == "Norveç · Dışişleri Bakanı: Arild Haugen ≠ Kari Solheim"
    assert [side.article for side in found.sides] == ["a-2024-11-15-Arild Haugen", "a-2024-11-15-Kari Solheim"]
    assert found.because == ("one-office-two-holders",)


def test_one_amid_the_other_s_days_contradicts_him(register):
    told = [norse("Arild Haugen", day) for day in ("2024-11-01", "2024-11-20")]
    assert len(title_contradictions([*told, norse("Kari Solheim", "2024-11-10")], register)) == 1


@pytest.mark.parametrize(
    "told",
    [
        [norse("Arild Haugen", "2024-11-01"), norse("Kari Solheim", "2024-11-10")],
        [norse("Arild Haugen", "2019-11-01"), norse("Kari Solheim", "2022-11-10"), norse("Arild Haugen", "2024-11-01")],
        [norse("Arild Haugen", "2024-11-10"), norse("Haugen", "2024-11-10")],
        [norse("Arild Haugen", "2024-11-10"), norse("Kari Solheim", "2024-11-10", former=True)],
        [norse("Arild Haugen", "2024-11-10"), norse("Kari Solheim", "2024-11-10", acts=False)],
        [norse("Arild Haugen", "2024-11-10"), norse("Kari Solheim", "2024-11")],
        [norse("Arild Haugen", "2024-11-10"), foreign("Hakan Fidan", "2024-11-10")],
        [
            seen("Ali Sorgun", "Bakan", "Bakan", "TUR", "2024-11-10"),
            seen("Can Tunalı", "Bakan", "Bakan", "TUR", "2024-11-10"),
        ],
    ],
    ids=["a change", "a return", "one name", "former", "history", "a month", "two states", "many hold it"],
)
def test_what_can_be_together_contradicts_nothing(register, told):
    assert title_contradictions(told, register) == ()


def test_where_the_register_speaks_it_says_who_is_wrong(register):
    told = [foreign("Hakan Fidan", "2024-11-15"), foreign("Kerem Sorgun", "2024-11-15")]
    (found,) = title_contradictions(told, register)
    assert found.subject == "Kerem Sorgun"
    assert found.sides[-1].known_at


def test_the_order_of_the_articles_does_not_count(register):
    told = [
        norse("Arild Haugen", "2024-11-15"),
        norse("Kari Solheim", "2024-11-15"),
        foreign("Kerem Sorgun", "2024-11-15"),
    ]
    assert title_contradictions(told, register) == title_contradictions(told[::-1], register)
    assert office_terms(told, register) == office_terms(told[::-1], register)
    assert len({found.id for found in title_contradictions(told, register)}) == 2
