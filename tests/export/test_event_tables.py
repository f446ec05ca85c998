"""PLOVER, POLECAT and GDELT, read by pandas; what they cannot say is left out."""

from __future__ import annotations

import io
import json

import pandas
import pytest
from tests.export.exported import hostile, newspaper, registered, sample

from vakanuvis.export.entry import happened
from vakanuvis.export.gdelt import EVENT_COLUMNS, MENTION_COLUMNS, event_lines, mention_lines
from vakanuvis.export.plover import days_told, plover_lines
from vakanuvis.export.polecat import COLUMNS, polecat_lines


def table(lines, names=None) -> pandas.DataFrame:
    text = "".join(lines)
    head = None if names else 0
    return pandas.read_csv(
        io.StringIO(text), sep="\t", header=head, names=names, dtype=str, keep_default_na=False, quoting=3
    )


def told(entries) -> list[dict]:
    return [event for entry in entries for event in entry.reading["events"]]


# ---- PLOVER ----


def test_plover_has_every_event_and_the_fields_of_the_specification():
    rows = [json.loads(line) for line in plover_lines(newspaper())]
    assert [row["id"] for row in rows] == [event["id"] for event in told(newspaper())]
    assert {"id", "date", "actor", "recipient", "event", "mode", "context", "quad_code", "event_scale"} <= set(rows[0])
    assert all(isinstance(row["event"], list) and row["actor"] is not None for row in rows)
    frame = pandas.read_json(io.StringIO("".join(plover_lines(newspaper()))), lines=True, dtype={"cameo": str})
    assert frame["cameo"].str.fullmatch(r"\d{3,4}").all()


def test_plover_says_what_the_article_itself_does_not_assert():
    rows = [json.loads(line) for line in plover_lines(newspaper())]
    assert {row["status"] for row in rows} >= {"actual", "planned", "negated", "historical"}
    assert any(row["said_in"] for row in rows)


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2024-11-29", ("2024-11-29", None)),
        ("2024-11-29/2024-11-30", ("2024-11-29", "2024-11-30")),
        ("2024-11", (None, None)),
        ("2024-11-29~", (None, None)),
        ("2024-11-29/..", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_date_is_a_day_or_two_or_none(edtf, days):
    assert days_told(edtf) == days


def test_plover_names_actors_as_the_registry_does():
    entry = sample(registered(sample()))
    row = json.loads(next(plover_lines([entry])))
    assert row["actor"][0]["identifier_text"].endswith("(kayıtlı)")
    assert row["cite_info"]["publication"] == "Kapı Postası"


# ---- POLECAT ----


def test_polecat_has_forty_columns_in_their_order():
    assert len(COLUMNS) == 40
    frame = table(polecat_lines(newspaper()))
    assert tuple(frame.columns) == COLUMNS
    assert list(frame["Event ID"]) == [event["id"] for event in told(newspaper()) if happened(event)]
    assert frame["Event Date"].str.fullmatch(r"(\d{4}-\d\d-\d\d)?").all()


def test_polecat_knows_the_numbers_of_states_and_leaves_unknown_ids_empty():
    frame = table(polecat_lines(newspaper()))
    of = dict(zip(frame["Actor Country"], frame["Actor COW"], strict=True))
    assert (of["JOR"], of["PER"]) == ("663", "135")
    assert set(frame["GeoNames ID"]) | set(frame["Wikipedia Actor ID"]) == {""}


# ---- GDELT ----


def test_gdelt_has_its_columns_and_no_header():
    assert (len(EVENT_COLUMNS), len(MENTION_COLUMNS)) == (61, 16)
    assert (EVENT_COLUMNS[26], EVENT_COLUMNS[30], EVENT_COLUMNS[51], EVENT_COLUMNS[60]) == (
        "EventCode",
        "GoldsteinScale",
        "ActionGeo_Type",
        "SOURCEURL",
    )
    events, mentions = list(event_lines(newspaper())), list(mention_lines(newspaper()))
    assert {line.count("\t") for line in events} == {60}
    assert {line.count("\t") for line in mentions} == {15}


def test_gdelt_codes_are_text_with_their_zeros_and_ids_are_whole_numbers():
    frame = table(event_lines(newspaper()), list(EVENT_COLUMNS))
    assert frame.EventCode.str.fullmatch(r"\d{3,4}").all()
    assert (frame.EventRootCode == frame.EventCode.str[:2]).all()
    assert frame.QuadClass.isin(list("1234")).all()
    numbers = frame.GLOBALEVENTID.astype("int64")
    assert numbers.is_unique
    assert (numbers > 0).all()


def test_gdelt_mentions_belong_to_events_and_point_into_the_text():
    events = table(event_lines(newspaper()), list(EVENT_COLUMNS))
    mentions = table(mention_lines(newspaper()), list(MENTION_COLUMNS))
    assert set(mentions.GLOBALEVENTID) == set(events.GLOBALEVENTID)
    texts = {entry.reading["article"]["url"] or entry.id: entry.text for entry in newspaper()}
    for row in mentions.itertuples():
        assert 0 <= int(row.ActionCharOffset) < int(row.MentionDocLen) == len(texts[row.MentionIdentifier])
        assert int(row.SentenceID) >= 1
    counted = mentions.groupby("GLOBALEVENTID").size()
    assert {name: str(count) for name, count in counted.items()} == dict(
        zip(events.GLOBALEVENTID, events.NumMentions, strict=True)
    )


def test_gdelt_writes_a_state_by_three_code_systems():
    frame = table(event_lines(newspaper()), list(EVENT_COLUMNS))
    states = frame[frame.Actor1CountryCode == "GEO"]
    assert len(states)
    rows = frame[frame.ActionGeo_FullName == "Bükreş"]
    assert set(rows.ActionGeo_CountryCode) == {"RO"}
    assert set(rows.ActionGeo_Type) == {"4"}
    assert "ROM" in set(frame.Actor1CountryCode) | set(frame.Actor2CountryCode)


def test_gdelt_leaves_out_what_only_was_planned_denied_or_said():
    ids = {event["id"] for event in told(newspaper()) if happened(event)}
    mentions = table(mention_lines(newspaper()), list(MENTION_COLUMNS))
    assert {extra.removeprefix("vakanuvis:") for extra in mentions.Extras} <= ids


def test_gdelt_counts_all_reports_of_an_event():
    frame = table(event_lines([sample(registered(sample()))]), list(EVENT_COLUMNS))
    assert len(frame)
    assert set(zip(frame.NumMentions, frame.NumSources, frame.NumArticles, strict=True)) == {("5", "2", "3")}
    assert set(frame.DATEADDED) == {"20250301000000"}


@pytest.mark.parametrize(
    ("published", "cells"),
    [("2025-03-14", ["20250314"]), ("2025-03", [""]), (None, [""])],
)
def test_gdelt_asks_no_clock(published, cells):
    frame = table(event_lines([sample(published=published)]), list(EVENT_COLUMNS))
    assert {moment[:8] for moment in frame.DATEADDED} == set(cells)


@pytest.mark.parametrize("write", [polecat_lines, event_lines, mention_lines])
def test_no_name_breaks_a_row(write):
    lines = list(write([hostile(sample())]))
    assert len({line.count("\t") for line in lines}) == 1
    assert all(line.endswith("\n") and len(line.splitlines()) == 1 for line in lines)
