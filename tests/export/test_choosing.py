"""What concerns somebody, two sides, or some days."""

from __future__ import annotations

import pytest
from tests.export.exported import newspaper, registered, sample

from vakanuvis.export.choosing import Choice, chosen


def kept(choice, *entries):
    return {
        record["id"]
        for entry in chosen(entries or newspaper(), choice)
        for layer in ("statements", "events", "agreements")
        for record in entry.reading[layer]
    }


def test_to_ask_for_nothing_keeps_everything():
    assert list(chosen(newspaper(), Choice())) == list(newspaper())


def test_a_state_s_code_means_all_who_belong_to_it():
    for entry in chosen(newspaper(), Choice(of="PER")):
        countries = {actor["country"] for actor in entry.reading["actors"]}
        assert "PER" in countries
    assert kept(Choice(of="PER")) > kept(Choice(of="Peru"))


def test_a_name_is_compared_without_regard_to_case_and_turkish_letters():
    wanted = kept(Choice(of="Lucía Farfanteno"))
    assert wanted
    assert kept(Choice(of="LUCIA FARFANTENO")) == kept(Choice(of="lucía farfanteno")) == wanted
    assert kept(Choice(of="Nobody Atall")) == set()


def test_an_id_of_the_registry_means_its_bearer():
    entry = sample(registered(sample()))
    assert kept(Choice(of="p-a1"), entry) == kept(Choice(of="a1"), sample())
    assert kept(Choice(of="p-none"), entry) == set()


def test_between_two_sides_either_may_act():
    one, other = kept(Choice("ROU", "GEO")), kept(Choice("GEO", "ROU"))
    assert one == other
    assert one
    assert one <= kept(Choice("ROU")) & kept(Choice("GEO"))


def test_what_a_kept_record_refers_to_stays_with_it():
    for choice in (Choice("PER"), Choice("ROU", "GEO"), Choice("Leman Sorgun")):
        for entry in chosen((*newspaper(), sample()), choice):
            reading = entry.reading
            ids = {record["id"] for layer in ("actors", "statements", "events") for record in reading[layer]}
            named = [actor for event in reading["events"] for actor in (*event["actor"], *event["recipient"])]
            named += [event["said_in"] for event in reading["events"]]
            for statement in reading["statements"]:
                named += [statement["speaker"], statement["addressee"], statement["same_as"], statement["nested_in"]]
                named += [*statement["speakers"], *statement["about"]]
            named += [name for one in reading["agreements"] for name in (*one["signatories"], one["event"])]
            assert {name for name in named if name} <= ids


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2025-03-14", None, True),
        (None, "2025-03-13", True),
        ("2025-03-14", "2025-03-14", True),
        ("2025-04-01", None, False),
        (None, "2024-12-31", False),
    ],
)
def test_days_are_included_at_both_ends(first, last, found):
    entry = sample()
    entry.reading["agreements"] = []
    entry.reading["events"] = [{**entry.reading["events"][0], "date": "2025-03-13"}]
    assert bool(kept(Choice(first=first, last=last), entry)) == found


def test_what_has_no_day_is_left_out_where_days_are_asked_for():
    entry = sample(published=None)
    entry.reading.update(events=[], agreements=[], judgements=[])
    assert kept(Choice(first="2000-01-01"), entry) == set()
    assert kept(Choice(of="Leman Sorgun"), entry)
