"""The scorer counts what it says it counts."""

from __future__ import annotations

from itertools import permutations

import pytest
from bench.matching import best_pairs
from bench.newspaper import articles, place, read_gold
from bench.score import score
from hypothesis import given, settings
from hypothesis import strategies as st

ARTICLES = dict(articles())
GOLD = read_gold()


def span(text, quoted):
    start, end = place(text, quoted)
    return {"start": start, "end": end}


def as_reading(key):
    """The reading of somebody who reads as the gold does."""
    gold, text = GOLD[key], ARTICLES[key].text
    actors, ids = [], {}

    def actor(who, kind="organization"):
        known = (who["name"], who.get("country"))
        if known not in ids:
            ids[known] = f"a{len(ids)}"
            actors.append({"id": ids[known], "kind": kind, "titles": [], **who})
        return ids[known]

    for person in gold["people"]:
        titles = [
            {"office": title["title"], "former": title["former"], "country": title["country"]}
            for title in person["titles"]
        ]
        actor({"name": person["name"], "country": person["country"], "titles": titles}, "person")
    people = {person["name"]: person["country"] for person in gold["people"]}
    statements = [
        {
            "kind": statement["kind"],
            "content": [span(text, part) for part in statement["content"]],
            "speaker": statement["speaker"]
            and actor({"name": statement["speaker"], "country": people.get(statement["speaker"])}),
        }
        for statement in gold["statements"]
    ]
    events = [
        {key: event[key] for key in ("event", "mode", "status", "date")}
        | {"event_span": span(text, event["event_text"])}
        | {
            side: [actor({"name": who["name"], "country": who["country"]}) for who in event[side]]
            for side in ("actor", "recipient")
        }
        for event in gold["events"]
    ]
    return {"article": {"text": text}, "actors": actors, "statements": statements, "events": events}


def empty(key):
    return {"article": {"text": ARTICLES[key].text}, "actors": [], "statements": [], "events": []}


def test_a_reading_like_the_gold_scores_one():
    figures = score(GOLD, {key: as_reading(key) for key in GOLD}).figures()
    assert figures.pop("extra_events_per_100_sentences") == 0
    assert figures == dict.fromkeys(figures, 1.0)
    assert set(figures) >= {
        "people", "titles", "direct@.8", "reported@.5", "speaker", "attributed", "event_type", "event_whole"
    }  # fmt: skip


def test_an_empty_reading_scores_zero():
    scores = score(GOLD, {key: empty(key) for key in GOLD})
    assert scores.found["people"].missed == sum(len(gold["people"]) for gold in GOLD.values())
    assert scores.figures()["direct@.8"] == 0
    assert scores.macro == 0


def test_a_wrong_speaker_leaves_the_words_right():
    reading = as_reading("ziyaret")
    reading["statements"][1]["speaker"] = None
    scores = score({"ziyaret": GOLD["ziyaret"]}, {"ziyaret": reading})
    assert scores.figures()["direct@.8"] == 1
    assert scores.right["speaker"].of - scores.right["speaker"].right == 1
    assert scores.found["attributed"].hits == scores.right["speaker"].right
    assert ("ziyaret", "speaker") in {miss[:2] for miss in scores.misses}


def test_a_repetition_is_neither_demanded_nor_punished():
    reading = as_reading("ziyaret")
    repetition = next(i for i, each in enumerate(GOLD["ziyaret"]["statements"]) if each["repeats"] is not None)
    with_it = score({"ziyaret": GOLD["ziyaret"]}, {"ziyaret": reading}).figures()
    del reading["statements"][repetition]
    assert score({"ziyaret": GOLD["ziyaret"]}, {"ziyaret": reading}).figures() == with_it


def test_an_event_of_the_wrong_type_in_the_right_class_is_no_extra_event():
    reading = as_reading("ziyaret")
    reading["events"][0]["event"] = "SUPPORT"
    scores = score({"ziyaret": GOLD["ziyaret"]}, {"ziyaret": reading})
    assert scores.extra_events == 0
    assert scores.found["event_type"].missed == 1


def test_an_event_too_many_is_an_extra_event():
    reading = as_reading("ziyaret")
    reading["events"].append(reading["events"][0] | {"event": "ASSAULT", "mode": None})
    scores = score({"ziyaret": GOLD["ziyaret"]}, {"ziyaret": reading})
    assert scores.extra_events == 1
    assert scores.extra_per_100_sentences > 0


def test_sides_the_wrong_way_round_are_not_whole():
    reading = as_reading("ziyaret")
    event = reading["events"][0]
    event["actor"], event["recipient"] = event["recipient"], event["actor"]
    scores = score({"ziyaret": GOLD["ziyaret"]}, {"ziyaret": reading})
    assert scores.found["event_whole"].missed == 1
    assert scores.found["event_type"].missed == 0


def test_a_lost_eski_is_a_title_missed():
    reading = as_reading("mahkeme-karari")
    for actor in reading["actors"]:
        for title in actor["titles"]:
            title["former"] = False
    scores = score({"mahkeme-karari": GOLD["mahkeme-karari"]}, {"mahkeme-karari": reading})
    assert scores.found["titles"].missed == 2


@pytest.mark.parametrize("key", ["ozensiz-kopya", "kisa-3"])
def test_half_the_words_are_enough_for_a_reported_statement_but_not_for_a_quotation(key):
    reading = as_reading(key)
    for statement in reading["statements"]:
        first = statement["content"][0]
        first["end"] = first["start"] + int((first["end"] - first["start"]) * 0.7)
    figures = score({key: GOLD[key]}, {key: reading}).figures()
    assert figures["reported@.5"] == 1
    assert figures["direct@.8"] == 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4).flatmap(lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), max_size=4)))
def test_the_pairs_are_the_best_there_are(fits):
    pairs = best_pairs(fits)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    rows, columns = len(fits), len(fits[0]) if fits else 0
    if rows <= columns:
        every = (sum(fits[i][j] for i, j in enumerate(order)) for order in permutations(range(columns), rows))
    else:
        every = (sum(fits[i][j] for j, i in enumerate(order)) for order in permutations(range(rows), columns))
    assert sum(fits[row][column] for row, column in pairs) == max(every, default=0)


def test_gold_without_events_is_scored_for_what_it_has():
    gold = {key: value for key, value in GOLD["ziyaret"].items() if key != "events"}
    first, *others = gold["statements"]
    gold["statements"] = [first | {"constructions": ["finite"], "speaker_forms": ["Bakan"]}, *others]
    reading = as_reading("ziyaret")
    reading["actors"].append({"id": "minister", "kind": "organization", "name": "Bakan", "country": None, "titles": []})
    reading["statements"][0]["speaker"] = "minister"
    scores = score({"ziyaret": gold}, {"ziyaret": reading})
    assert scores.figures() == dict.fromkeys(
        ("people", "titles", "direct@.8", "reported@.5", "attributed", "person_country", "speaker"), 1
    )
    assert (scores.constructions["finite"].right, scores.constructions["finite"].of) == (1, 1)
