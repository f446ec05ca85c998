"""What the whole book knows about one article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vakanuvis.record.known import Identity, Report
from vakanuvis.store.book import Intake, ReaderMark, Record
from vakanuvis.store.register import read_known

MARK = ReaderMark("0", "lexicon", "model")
READING = json.loads(
    (Path(__file__).parents[2] / "examples" / "newspaper" / "ziyaret" / "record.json").read_text(encoding="utf-8")
)


def again(reading: dict, suffix: str) -> dict:
    """The same reading as if another newspaper had printed it: every id is another one."""
    text = json.dumps(reading, ensure_ascii=False)
    ids = {reading["article"]["id"]}
    for layer in ("actors", "statements", "events", "agreements"):
        ids.update(record["id"] for record in reading[layer])
    for identity in ids:
        text = text.replace(f'"{identity}"', f'"{identity}{suffix}"')
    return json.loads(text)


@pytest.fixture
def book(tmp_path):
    with Record.open(tmp_path / "kayit.db", write=True) as record:
        with record.writing():
            record.add(READING, MARK, Intake(outlet="Birinci Gazete"))
            record.add(again(READING, "x"), MARK, Intake(outlet="İkinci Gazete"))
        yield record


def test_of_a_book_without_conclusions_only_the_outlet_is_known(book):
    known = read_known(book.connection, READING["article"]["id"])
    assert (known.outlet, known.cluster, known.identities, known.reports) == ("Birinci Gazete", None, {}, {})
    assert read_known(book.connection, "nobody").outlet is None


def test_actors_are_those_of_the_registry_and_events_know_their_reports(book):
    event, actor = READING["events"][0], READING["actors"][0]
    write = book.connection.execute
    with book.writing():
        seen = write("SELECT observation FROM actors WHERE id = ?", (actor["id"],)).fetchone()[0]
        write("DELETE FROM observations")
        write("DELETE FROM entities")
        columns = "(id, kind, name, country, sector, sort_name, spellings, articles, statements, events)"
        write(f"INSERT INTO entities {columns} VALUES ('p1', 'person', 'Ada', 'FIN', 'GOV', 'ada', '[]', 2, 0, 0)")
        columns = "(id, kind, name, country, articles, entity_id)"
        write(f"INSERT INTO observations {columns} VALUES (?, 'person', 'Ada', 'FIN', 2, 'p1')", (seen,))
        for identity in (event["id"], event["id"] + "x"):
            write("INSERT INTO reports (event_id, fullest) VALUES (?, ?)", (identity, event["id"]))
    known = read_known(book.connection, READING["article"]["id"])
    assert known.identities == {actor["id"]: Identity("p1", "person", "Ada", country="FIN", sector="GOV")}
    mentions = 2 * (1 + len(event["mentions"]))
    assert known.reports == {event["id"]: Report(event["id"], 2, 2, mentions, READING["article"]["published"])}
    assert read_known(book.connection, READING["article"]["id"] + "x").reports[event["id"] + "x"].fullest == event["id"]
