"""The calendar of announced events, read by icalendar."""

from __future__ import annotations

import datetime

import icalendar
import pytest
from tests.export.exported import hostile, newspaper, registered, sample

from vakanuvis.export.calendar import calendar_lines
from vakanuvis.record.known import Known, Report


def planned(date, **head):
    """The sample with one planned event on ``date``."""
    entry = sample(**head)
    event = {**entry.reading["events"][0], "status": "planned", "date": date}
    entry.reading["events"] = [event]
    return entry


def events_of(*entries):
    calendar = icalendar.Calendar.from_ical("".join(calendar_lines(entries)))
    return calendar.walk("VEVENT")


def test_icalendar_reads_what_the_newspaper_announces():
    found = events_of(*newspaper())
    ids = {event["id"] for entry in newspaper() for event in entry.reading["events"] if event["status"] == "planned"}
    assert found
    assert {str(event["uid"]).removesuffix("@vakanuvis") for event in found} <= ids
    assert all(event["status"] == "TENTATIVE" for event in found)


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2025-04-01", "2025-04-01", "2025-04-02"),
        ("2025-04-01/2025-04-03", "2025-04-01", "2025-04-04"),
        ("2025-12-31", "2025-12-31", "2026-01-01"),
    ],
)
def test_a_day_ends_with_the_next_one(date, start, end):
    (event,) = events_of(planned(date))
    assert event.decoded("dtstart") == datetime.date.fromisoformat(start)
    assert event.decoded("dtend") == datetime.date.fromisoformat(end)


@pytest.mark.parametrize("date", [None, "2025-04", "2025", "2025-21", "2025-04-01~", "2025-04-01/.."])
def test_what_has_no_day_is_left_out(date):
    assert events_of(planned(date)) == []


def test_the_stamp_is_the_article_s_day_and_never_the_clock():
    (event,) = events_of(planned("2025-04-01", published="2025-03-14"))
    assert event.decoded("dtstamp").isoformat() == "2025-03-14T00:00:00+00:00"
    (event,) = events_of(planned("2025-04-01", published=None))
    assert event.decoded("dtstamp").isoformat() == "2025-04-01T00:00:00+00:00"


def test_names_come_back_as_they_are_and_lines_stay_short():
    entry = planned("2025-04-01")
    name = "Kapı, “ağır”; \\ çok uzun bir ad " * 5
    for actor in entry.reading["actors"]:
        actor["name"] = name
    text = "".join(calendar_lines([entry]))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = events_of(entry)
    assert name.strip() in str(event["summary"])


def test_no_name_adds_a_line():
    entry = hostile(planned("2025-04-01"))
    (event,) = events_of(entry)
    assert set(event) <= {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "CATEGORIES", "STATUS"),
        "TRANSP",
    }


def test_an_event_of_several_articles_stands_there_once():
    entry = planned("2025-04-01")
    event = entry.reading["events"][0]["id"]
    assert len(events_of(entry, sample(registered(entry)))) == 1
    other = Known(reports={event: Report("e-other", 2, 2, 2)})
    assert events_of(type(entry)(entry.reading, other)) == []
