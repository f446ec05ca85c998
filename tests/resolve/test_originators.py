"""Who wrote a report first, and how many wrote a story without each other."""

from __future__ import annotations

import pytest

from vakanuvis.lexicon.agencies import Agencies
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.resolve.credits import originator
from vakanuvis.resolve.near_duplicates import Relation, Story
from vakanuvis.resolve.originators import independent_originators
from vakanuvis.resolve.signatures import signature

AGENCIES = Agencies.read(lexicon_folder())
BODY = "Ticaret Bakanı Nevra Solak, gümrük anlaşmasının imzalandığını söyledi."  # (Solak said that … was signed.)


def story(name: str, outlet: str | None, text: str = BODY, published: str = "2031-03-04") -> Story:
    return Story(name, "Gümrük imzası", text, published, outlet, signature(text))


def tie(one: str, other: str, similarity: float = 0.9) -> Relation:
    return Relation(one, other, "copy", similarity, (9, 9), ("story-copy",))


def independent(stories: list[Story], relations: list[Relation]) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(found.name, found.articles) for found in independent_originators(stories, relations, AGENCIES)]


def test_a_credit_points_at_its_letters():
    text = f"Gümrük imzası\n\nKERVAN (AA) - {BODY}"
    found = originator(text, "Gümrük imzası", "Gün", AGENCIES)
    assert found is not None
    assert found.agencies == ("Anadolu Ajansı",)
    assert found.span is not None
    assert (found.span.start, found.span.letters(text)) == (text.index("AA"), "AA")
    assert found.because[0] == "credit-line"
    assert found.because[1].startswith("agencies.yaml:")


def test_a_joint_credit_names_both_agencies_once():
    found = originator(f"{BODY}\nKaynak: Reuters, AFP", None, None, AGENCIES)
    assert found is not None
    assert found.agencies == ("Reuters", "Agence France-Presse")


@pytest.mark.parametrize("outlet", ["Anadolu Ajansı", "AA", "aa.com.tr", "www.aa.com.tr"])
def test_an_agency_needs_no_credit_in_its_own_outlet(outlet):
    found = originator(BODY, None, outlet, AGENCIES)
    assert found is not None
    assert (found.agencies, found.span) == (("Anadolu Ajansı",), None)


@pytest.mark.parametrize("text", ["", BODY, f"{BODY}\nFotoğraf: AA", "Reuters'a göre " + BODY])
def test_where_nothing_is_credited_nobody_is_named(text):
    assert originator(text, None, "Gün", AGENCIES) is None


def test_a_headline_is_no_credit_line():
    assert originator(f"AA\n{BODY}", "AA", "Gün", AGENCIES) is None


def test_one_agency_in_three_papers_is_one_originator():
    credited = f"KERVAN (AA) - {BODY}"
    stories = [story("a", "Gün", credited), story("b", "Ufuk", credited), story("c", "Akşam", credited)]
    assert independent(stories, [tie("a", "b"), tie("a", "c")]) == [("Anadolu Ajansı", ("a", "b", "c"))]


def test_a_copy_without_a_credit_belongs_to_the_agency_of_the_credited_one():
    stories = [story("a", "Gün", f"{BODY} (DHA)"), story("b", "Ufuk"), story("c", "Akşam")]
    assert independent(stories, [tie("a", "b"), tie("b", "c")]) == [("Demirören Haber Ajansı", ("a", "b", "c"))]


def test_two_agencies_are_two_and_the_uncredited_goes_to_the_closer():
    stories = [story("a", "Gün", f"{BODY} (DHA)"), story("b", "Ufuk", f"{BODY} (AA)"), story("c", "Akşam")]
    assert independent(stories, [tie("a", "c", 0.7), tie("b", "c", 0.9)]) == [
        ("Anadolu Ajansı", ("b", "c")),
        ("Demirören Haber Ajansı", ("a",)),
    ]


def test_where_nobody_is_credited_the_first_outlet_is_the_originator():
    stories = [story("a", "Ufuk", published="2031-03-05"), story("b", "Gün", published="2031-03-04")]
    assert independent(stories, [tie("a", "b")]) == [("Gün", ("a", "b"))]
    assert independent(stories, []) == [("Gün", ("b",)), ("Ufuk", ("a",))]


def test_the_order_of_stories_and_relations_does_not_matter():
    stories = [
        story("a", "Gün", f"{BODY} (DHA)"),
        story("b", "Ufuk", f"{BODY} (AA)"),
        story("c", None),
        story("d", None),
    ]
    ties = [tie("a", "c"), tie("b", "c"), tie("c", "d", 0.5)]
    assert independent(stories, ties) == independent(stories[::-1], ties[::-1])
