"""Pages without politics hold no events."""

from __future__ import annotations

from bench.no_events import MOST, read_stories, stories

LEAST_SENTENCES = 500


def test_the_stories_are_many_and_each_has_a_headline():
    told = list(stories())
    assert len(told) > 20
    assert all("\n" in story and not story.partition("\n")[0].endswith(".") for _, story in told)


def test_sport_weather_markets_and_the_like_hold_next_to_no_events():
    found = read_stories()
    assert found.sentences >= LEAST_SENTENCES
    assert found.per_100_sentences <= MOST, found.events
