"""Who is who across articles: what is joined, what is left open, and what people decide."""

from __future__ import annotations

import random

import pytest

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.record.registry import Observation, Office, Sameness, observation_id
from vakanuvis.resolve.registry import registry


@pytest.fixture(scope="module")
def names():
    return NameLexicon.read(lexicon_folder())


def seen(name, country=None, *offices, kind="person", years="", **more):
    first, _, last = years.partition("-")
    window = (first or None, last or first or None)
    held = tuple(Office(office, country, False, *window) for office in offices)
    more.setdefault("id", observation_id(kind, name, country))
    return Observation(kind=kind, name=name, country=country, offices=held, first=window[0], last=window[1], **more)


@pytest.fixture
def joined(names):
    """The names of each entity, as sets."""

    def _joined(*observations, decisions=()):
        found = registry(observations, decisions, names=names)
        by_id = {one.id: one.name for one in observations}
        return {frozenset(by_id[one] for one in entity.observations) for entity in found.entities}

    return _joined


@pytest.fixture
def verdict(names):
    """The judgement on a pair, among whoever else was observed."""

    def _verdict(one, other, *others):
        found = registry((one, other, *others), names=names)
        pair = tuple(sorted((one.id, other.id)))
        return next(((j.verdict, *j.because) for j in found.judgements if j.pair == pair), None)

    return _verdict


def sets(*groups):
    return {frozenset(group) for group in groups}


# ---- people ----


def test_spellings_of_a_foreign_name_are_one_person(joined):
    spellings = ["Konstantin Zaharçenko", "Konstantin Zakharchenko", "KONSTANTİN ZAHARÇENKO"]
    assert joined(*(seen(name, "RUS", "Büyükelçi") for name in spellings)) == sets(spellings)


def test_the_same_spellings_in_two_states_are_two(verdict):
    found = verdict(seen("Konstantin Zaharçenko", "RUS"), seen("Konstantin Zakharchenko", "BLR"))
    assert found == ("different", "same-sound", "other-state")


def test_a_name_alone_joins_nobody_to_a_state(verdict):
    assert verdict(seen("Leman Sorgun"), seen("Leman Sorgun", "TUR")) == ("unsure", "same-letters", "no-state")


def test_a_shared_office_joins_a_name_without_a_state(verdict):
    one, other = seen("Leman Sorgun", None, "Tarım Bakanı"), seen("Leman Sorgun", "TUR", "Tarım Bakanı")
    assert verdict(one, other) == ("same", "same-letters", "same-office")


def test_a_surname_means_the_only_bearer_of_its_state(verdict):
    one, other = seen("Sorgun", "TUR"), seen("Leman Sorgun", "TUR")
    assert verdict(one, other) == ("same", "surname-alone", "only-bearer")


def test_a_surname_of_several_bearers_is_left_open(joined, verdict):
    three = seen("Sorgun", "TUR"), seen("Leman Sorgun", "TUR"), seen("Derya Sorgun", "TUR")
    assert verdict(*three) == ("unsure", "surname-alone", "several-bearers")
    assert joined(*three) == sets(["Sorgun"], ["Leman Sorgun"], ["Derya Sorgun"])


def test_an_office_tells_several_bearers_of_a_surname_apart(joined):
    three = (
        seen("Sorgun", "TUR", "Tarım Bakanı"),
        seen("Leman Sorgun", "TUR", "Tarım Bakanı"),
        seen("Derya Sorgun", "TUR", "Milletvekili"),
    )
    assert joined(*three) == sets(["Sorgun", "Leman Sorgun"], ["Derya Sorgun"])


def test_an_initial_joins_nobody_by_way_of_a_third(joined):
    three = seen("A. Sorgun", "TUR"), seen("Ali Sorgun", "TUR"), seen("Ayşe Sorgun", "TUR")
    assert joined(*three) == sets(["A. Sorgun"], ["Ali Sorgun"], ["Ayşe Sorgun"])


def test_the_family_name_comes_first_in_some_languages(joined):
    two = seen("Kim", "KOR", "Daimi Temsilci"), seen("Kim Tae-san", "KOR", "Daimi Temsilci")
    assert joined(*two) == sets(["Kim", "Kim Tae-san"])


@pytest.mark.parametrize(
    ("full", "part"),
    [
        ("Leman Deniz Sorgun", "Leman Sorgun"),
        ("Leman Deniz Sorgun", "L. Deniz Sorgun"),
        ("Halid bin Raşid el-Amiri", "Halid el-Amiri"),
    ],
)
def test_a_name_may_lose_a_word(joined, full, part):
    assert joined(seen(full, "ARE", "Vali"), seen(part, "ARE", "Vali")) == sets([full, part])


def test_a_father_is_not_his_son(joined):
    four = [seen(name, "OMN") for name in ("Halid bin Raşid", "Raşid", "Bin Raşid", "Khaled bin Rashid")]
    assert joined(*four) == sets(["Halid bin Raşid", "Bin Raşid", "Khaled bin Rashid"], ["Raşid"])


def test_a_first_name_that_is_spelt_like_a_particle_is_a_name(joined):
    assert joined(seen("Ed Sorgan", "GBR"), seen("Dan Sorgan", "GBR")) == sets(["Ed Sorgan"], ["Dan Sorgan"])
    assert joined(seen("Ed Sorgan", "GBR"), seen("Sorgan", "GBR"), seen("Dan Sorgan", "GBR")) == sets(
        ["Ed Sorgan"], ["Sorgan"], ["Dan Sorgan"]
    )


def test_a_slip_of_the_pen_needs_the_same_office(verdict):
    one = seen("Leonid Sidorkov", "RUS", "Savunma Bakanı")
    assert verdict(one, seen("Leonid Sidrkov", "RUS", "Savunma Bakanı")) == ("same", "misspelt-name", "same-office")
    assert verdict(one, seen("Leonid Sidrkov", "RUS", "Büyükelçi")) is None


def test_two_first_names_are_no_slip(verdict):
    slip = verdict(seen("Mahmut Sorgun", "TUR", "Tarım Bakanı"), seen("Mahmur Sorgun", "TUR", "Tarım Bakanı"))
    assert slip == ("same", "misspelt-name", "same-office")
    assert not verdict(seen("Hasan Sorgun", "TUR", "Tarım Bakanı"), seen("Hakan Sorgun", "TUR", "Tarım Bakanı"))


def test_a_deputy_does_not_share_the_office_of_the_chairman(verdict):
    one = seen("Leman Deniz Sorgun", "TUR", "Başkan")
    assert verdict(one, seen("Leman Sorgun", "TUR", "Başkan Yardımcısı"))[0] == "unsure"
    assert verdict(one, seen("Leman Sorgun", "TUR", "Genel Başkan"))[0] == "same"


def test_two_ministries_at_one_time_are_two_people(verdict):
    one = seen("Leman Sorgun", "TUR", "Adalet Bakanı", years="2015")
    other = seen("LEMAN SORGUN", "TUR", "İçişleri Bakanı", years="2015")
    assert verdict(one, other) == ("different", "same-letters", "other-office")


def test_one_ministry_after_another_is_a_career(verdict):
    one = seen("Leman Sorgun", "TUR", "Adalet Bakanı", years="2011-2013")
    other = seen("LEMAN SORGUN", "TUR", "İçişleri Bakanı", years="2015")
    assert verdict(one, other) == ("same", "same-letters", "same-state")


def test_a_reporter_is_not_the_minister_of_the_same_name(verdict):
    one = seen("Leman Sorgun", "TUR", "Tarım Bakanı", sector="GOV")
    other = seen("LEMAN SORGUN", "TUR", "Muhabir", sector="JRN")
    assert verdict(one, other) == ("unsure", "same-letters", "other-sector")


def test_a_lifetime_between_two_articles_is_too_long(verdict):
    one, other = seen("Leman Sorgun", "TUR", years="1951"), seen("LEMAN SORGUN", "TUR", years="2016")
    assert verdict(one, other) == ("unsure", "same-letters", "far-apart")


def test_a_successor_with_a_like_name_is_another(verdict):
    one = seen("Orhan T. Sorgun", "TUR", "Devlet Başkanı", years="2001-2008")
    other = seen("Orhan Sorgun", "TUR", "Devlet Başkanı", years="1989-1992")
    assert verdict(one, other) == ("unsure", "part-of-name", "far-apart")


def test_an_article_that_names_both_tells_them_apart(verdict):
    leman = seen("Leman Sorgun", "TUR")
    short = seen("Sorgun", "TUR", beside=(leman.id,))
    assert verdict(leman, short) == ("different", "surname-alone", "told-apart")


def test_father_and_son_are_two(joined):
    two = seen("Beşşar Esad", "SYR", "Devlet Başkanı"), seen("Hafız Esad", "SYR", "Devlet Başkanı")
    assert joined(*two) == sets(["Beşşar Esad"], ["Hafız Esad"])


def test_a_known_person_is_joined_under_names_that_do_not_sound_alike(verdict):
    assert verdict(seen("Colani", "SYR"), seen("Ahmed eş-Şara", "SYR")) == ("same", "politicians:Ahmed Şara")


def test_a_surname_with_the_office_of_a_namesake_is_not_the_known_bearer(verdict):
    known, other = seen("Ekrem İmamoğlu", "TUR", "Belediye Başkanı"), seen("Leman İmamoğlu", "TUR", "Adalet Bakanı")
    assert verdict(known, seen("İmamoğlu", "TUR", "Adalet Bakanı"), other)[0] == "unsure"
    assert verdict(known, seen("İmamoğlu", "TUR", "Belediye Başkanı"), other)[0] == "same"


def test_a_known_head_of_government_may_go_to_a_body_of_states(verdict):
    one, other = seen("Mark Rutte", "NLD", "Başbakan"), seen("Mark Rutte", "IGO", "Genel Sekreter")
    assert verdict(one, other) == ("same", "same-letters", "politicians:Mark Rutte")
    assert verdict(seen("Orel Tan", "NLD", "Başbakan"), seen("Orel Tan", "IGO"))[0] == "unsure"


# ---- bodies, states, groups ----


def test_a_ministry_is_one_with_and_without_its_state(joined):
    bodies = [
        seen(name, country, kind="organization")
        for name, country in [
            ("Rusya Savunma Bakanlığı", "RUS"),
            ("Rus Savunma Bakanlığı", "RUS"),
            ("Savunma Bakanlığı", "USA"),
        ]
    ]
    assert joined(*bodies) == sets(["Rusya Savunma Bakanlığı", "Rus Savunma Bakanlığı"], ["Savunma Bakanlığı"])


def test_a_paper_with_the_name_of_its_state_is_not_any_paper(joined):
    papers = [
        seen("Türkiye gazetesi", "TUR", kind="organization", sector="JRN"),
        seen("Türk gazetesi", "TUR", kind="organization", sector="JRN"),
    ]
    assert joined(*papers) == sets(["Türkiye gazetesi"], ["Türk gazetesi"])


def test_an_abbreviation_is_the_body_of_its_state_with_these_initials(verdict):
    one, other = seen("MTK", "NOR", kind="organization"), seen("Merova Tahıl Kurumu", "NOR", kind="organization")
    assert verdict(one, other) == ("same", "initials-of-name", "same-state")
    assert verdict(seen("MTK", "SWE", kind="organization"), other) is None


def test_a_known_body_goes_by_its_short_name(verdict):
    one, other = seen("AB", "EUR", kind="organization"), seen("Avrupa Birliği", "EUR", kind="organization")
    assert verdict(one, other) == ("same", "organizations:Avrupa Birliği")


def test_a_state_has_its_code_for_an_id(names):
    found = registry(
        [seen("Birleşik Krallık", "GBR", kind="country"), seen("KKTC", "CYP", kind="country")], names=names
    )
    assert [(entity.id, entity.name) for entity in found.entities] == [("CYP:KKTC", "KKTC"), ("GBR", "İngiltere")]


def test_the_two_sides_of_one_code_stay_two(joined):
    two = seen("KKTC", "CYP", kind="country"), seen("Kıbrıs Rum Kesimi", "CYP", kind="country")
    assert joined(*two) == sets(["KKTC"], ["Kıbrıs Rum Kesimi"])


# ---- decisions of people ----

A, B, C = seen("Leman Sorgun", "TUR"), seen("LEMAN SORGUN", "TUR"), seen("Sorgun", "TUR")


def decision(one, other, verdict, by="Elif"):
    return Sameness(one.id, other.id, verdict, ("read it",), by)


def test_a_person_joins_what_rules_leave_open(joined):
    one, other = seen("Leman Sorgun"), seen("Leman Sorgun", "TUR")
    assert joined(one, other, decisions=[decision(one, other, "same")]) == sets(["Leman Sorgun"])


def test_a_person_splits_what_rules_joined_even_through_a_third(joined):
    assert joined(A, B, C) == sets(["Leman Sorgun", "LEMAN SORGUN", "Sorgun"])
    groups = joined(A, B, C, decisions=[decision(A, B, "different")])
    assert not any({"Leman Sorgun", "LEMAN SORGUN"} <= group for group in groups)


def test_the_later_of_two_people_wins_and_both_stay(names):
    both = [decision(A, B, "different", "Elif"), decision(A, B, "same", "Murat")]
    found = registry([A, B], both, names=names)
    assert len(found.entities) == 1
    assert [j.by for j in found.judgements] == ["Elif", "Murat"]
    assert len(registry([A, B], both[::-1], names=names).entities) == 2


def test_the_later_decision_wins_by_way_of_a_third(joined):
    earlier = [decision(A, B, "same"), decision(B, C, "same")]
    groups = joined(A, B, C, decisions=[*earlier, decision(A, C, "different")])
    assert groups == sets(["Leman Sorgun"], ["LEMAN SORGUN", "Sorgun"])


def test_an_unsure_person_takes_the_pair_from_the_rules(joined):
    assert joined(A, B, decisions=[decision(A, B, "unsure")]) == sets(["Leman Sorgun"], ["LEMAN SORGUN"])


def test_a_decision_taken_back_leaves_nothing_behind(joined):
    assert joined(A, B, decisions=[decision(A, B, "different")]) != joined(A, B)
    assert joined(A, B) == sets(["Leman Sorgun", "LEMAN SORGUN"])


def test_a_decision_about_somebody_unknown_changes_nothing(joined, names):
    assert joined(A, decisions=[decision(A, B, "same")]) == sets(["Leman Sorgun"])
    assert registry([A], [decision(A, B, "same")], names=names).judgements == ()


# ---- entities ----


def test_the_lexicon_names_whom_it_knows(names):
    found = registry([seen("Volodimir Zelenskyy", "UKR", count=50), seen("Zelenskiy", "UKR")], names=names)
    (entity,) = found.entities
    assert (entity.name, entity.country) == ("Vladimir Zelenskiy", "UKR")
    assert entity.spellings == ("Volodimir Zelenskyy", "Zelenskiy")


def test_the_most_frequent_full_form_names_the_others(names):
    forms = [("Sorgun", 90), ("LEMAN SORGUN", 50), ("Leman Sorgun", 20), ("Leman Deniz Sorgun", 2)]
    found = registry([seen(name, "TUR", count=count) for name, count in forms], names=names)
    assert [entity.name for entity in found.entities] == ["Leman Sorgun"]


def test_new_articles_and_spellings_leave_the_id_as_it_was(names):
    before = registry([seen("Konstantin Zaharçenko", "RUS")], names=names)
    after = registry(
        [
            seen("Konstantin Zaharçenko", "RUS", count=3, years="2016"),
            seen("Konstantin Zakharchenko", "RUS", count=9),
            seen("Zaharçenko", "RUS", "Büyükelçi"),
        ],
        names=names,
    )
    assert [entity.id for entity in before.entities] == [entity.id for entity in after.entities]


def test_namesakes_told_apart_have_ids_of_their_own(names):
    found = registry([A, B], [decision(A, B, "different")], names=names)
    assert len({entity.id for entity in found.entities}) == 2


def test_the_order_of_the_observations_does_not_count(names):
    people = ["Leman Sorgun", "L. Sorgun", "Sorgun", "Derya Sorgun", "Leman Deniz Sorgun", "LEMAN SORGUN"]
    many = [seen(name, country, "Vali") for name in people for country in ("TUR", "AZE", None)]
    first = registry(many, names=names)
    for turn in range(5):
        random.Random(turn).shuffle(many)
        assert registry(many, names=names) == first


def test_observations_with_one_id_are_one(names):
    found = registry(
        [seen("Leman Sorgun", "TUR", sector="GOV"), seen("Leman Sorgun", "TUR", sector="PTY")], names=names
    )
    assert [len(entity.observations) for entity in found.entities] == [1]


def test_nothing_observed_is_nobody(names):
    assert registry([], names=names).entities == ()
