"""Two readings of one article are compared by their letters, slot by slot."""

from __future__ import annotations

import copy

import pytest
from tests.record_books import accepted

from vakanuvis.resolve.differences import differences


@pytest.fixture
def reading():
    return next(each for each in accepted() if len(each["events"]) > 2 and len(each["statements"]) > 2)


def test_a_reading_does_not_differ_from_itself(reading):
    assert list(differences(reading, copy.deepcopy(reading))) == []


def test_what_is_not_there_any_more_vanished_and_what_is_new_appeared(reading):
    other = copy.deepcopy(reading)
    gone = other["events"].pop(0)
    letters = reading["article"]["text"][gone["event_span"]["start"] : gone["event_span"]["end"]]
    assert [(d.layer, d.how, d.letters) for d in differences(reading, other)] == [("events", "vanished", letters)]
    assert [(d.layer, d.how, d.letters) for d in differences(other, reading)] == [("events", "appeared", letters)]


def test_a_changed_slot_is_named_with_both_values(reading):
    other = copy.deepcopy(reading)
    other["events"][0]["status"] = "hypothetical"
    (found,) = differences(reading, other)
    assert found.slots == (("status", reading["events"][0]["status"], "hypothetical"),)


def test_a_record_whose_letters_moved_is_the_same_record_changed(reading):
    other = copy.deepcopy(reading)
    other["statements"][0]["id"] = "s0"
    other["statements"][0]["content"][0]["end"] -= 1
    found = [each for each in differences(reading, other) if each.layer == "statements"]
    assert [each.how for each in found] == ["changed"]
    assert found[0].slots[0][0] == "content"


def test_reasons_may_change_without_changing_the_record(reading):
    other = copy.deepcopy(reading)
    other["events"][0]["because"] = ["another rule"]
    assert list(differences(reading, other)) == []
