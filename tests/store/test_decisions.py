"""What people decide stands beside the record, decides the registry, and can be taken back."""

from __future__ import annotations

import shutil

import pytest

from vakanuvis.errors import RecordError
from vakanuvis.scale.conclude import conclude
from vakanuvis.store.book import Record
from vakanuvis.store.decisions import Decision, decide, standing, undo, unsure

AT = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def book(concluded, tmp_path):
    shutil.copy(concluded, tmp_path / "copy.db")
    with Record.open(tmp_path / "copy.db", write=True) as record:
        yield record


def two_people(book):
    rows = book.connection.execute("SELECT id FROM observations WHERE kind = 'person' ORDER BY id LIMIT 2")
    return tuple(row[0] for row in rows)


def entities_of(book, pair):
    rows = book.connection.execute("SELECT entity_id FROM observations WHERE id IN (?, ?)", pair)
    return {row[0] for row in rows}


def test_a_person_can_join_two_names_and_part_them_again(book):
    pair = two_people(book)
    assert len(entities_of(book, pair)) == 2
    with book.writing():
        number = decide(book.connection, Decision(AT, "editor", "sameness", pair[0], "same", other=pair[1]))
    conclude(book)
    assert len(entities_of(book, pair)) == 1
    with book.writing():
        undo(book.connection, number, made_at=AT, by="editor")
    conclude(book)
    assert len(entities_of(book, pair)) == 2
    assert book.connection.execute("SELECT count(*) FROM decisions").fetchone()[0] == 2


def test_a_decision_that_was_taken_back_stands_no_more(book):
    (event,) = book.connection.execute("SELECT id FROM events LIMIT 1").fetchone()
    with book.writing():
        number = decide(book.connection, Decision(AT, "editor", "record", event, "reject"))
    assert [row["verdict"] for row in standing(book.connection, event)] == ["reject"]
    with book.writing():
        undo(book.connection, number, made_at=AT, by="editor")
    assert standing(book.connection) == []


def test_nothing_is_decided_about_what_is_not_recorded(book):
    with pytest.raises(RecordError, match="R14"):
        decide(book.connection, Decision(AT, "editor", "record", "e0", "reject"))
    with pytest.raises(RecordError, match="R14"):
        undo(book.connection, 99, made_at=AT, by="editor")


def test_what_is_open_is_shown_with_its_letters(book):
    for each in unsure(book.connection):
        assert each.because
        for example in (*each.one.examples, *each.other.examples):
            text = book.reading(example.article_id)["article"]["text"]
            assert example.before + example.letters + example.after in text
