"""The record book keeps a reading exactly, once, and refuses what is no book."""

from __future__ import annotations

import json
import sqlite3

import pytest
from tests.record_books import MARK, accepted

from vakanuvis.errors import RecordError
from vakanuvis.store.book import Intake, Record


def test_a_reading_comes_back_letter_by_letter(book):
    readings = list(accepted())
    with book.writing():
        for reading in readings:
            assert book.add(reading, MARK)
    assert len(book) == len(readings)
    for reading in readings:
        assert json.dumps(book.reading(reading["article"]["id"])) == json.dumps(reading)


def test_the_same_article_is_recorded_once(book):
    reading = next(accepted())
    with book.writing():
        assert book.add(reading, MARK)
        assert not book.add(reading, MARK)
    assert reading["article"]["id"] in book


def test_what_fails_inside_a_transaction_leaves_nothing(book):
    reading = next(accepted())

    def fails():
        with book.writing():
            book.add(reading, MARK)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert len(book) == 0


def test_the_page_is_kept_beside_its_text(book):
    reading = next(accepted())
    with book.writing():
        book.add(reading, MARK, Intake(original=b"<p>Bir sayfa.</p>", media_type="text/html"))
    assert book.original(reading["article"]["id"]) == ("text/html", b"<p>Bir sayfa.</p>")


def test_an_article_that_is_read_at_last_is_rejected_no_more(book):
    with book.writing():
        book.reject("haber.jsonl:3", "A04", "not a JSON object")
        book.add(next(accepted()), MARK, Intake(found_at="haber.jsonl:3"))
    assert book.connection.execute("SELECT count(*) FROM rejected").fetchone()[0] == 0


def test_search_finds_capitals_endings_and_dotless_letters(book):
    reading = next(accepted())
    reading = {**reading, "article": {**reading["article"], "title": "DIŞİŞLERİ IRAK’TA", "id": "a1"}}
    reading |= {name: [] for name in ("actors", "statements", "events", "agreements", "judgements", "times", "places")}
    reading["article"]["dateline"] = None
    with book.writing():
        book.add(reading, MARK)
    count = "SELECT count(*) FROM article_search WHERE article_search MATCH ?"
    for words in ("disisleri", "irak"):
        assert book.connection.execute(count, (words,)).fetchone()[0] == 1


def test_a_book_that_is_not_there_is_not_begun_by_reading(tmp_path):
    with pytest.raises(RecordError, match="R01"):
        Record.open(tmp_path / "yok.db")
    assert not (tmp_path / "yok.db").exists()


def test_another_sqlite_file_is_left_as_it_is(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    for write in (False, True):
        with pytest.raises(RecordError, match="R02"):
            Record.open(path, write=write)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "metin.db"
    path.write_bytes(b"Bu bir metin." * 100)
    with pytest.raises(RecordError, match="R03"):
        Record.open(path)


def test_a_book_of_a_later_version_is_refused(book, tmp_path):
    book.connection.execute("PRAGMA user_version = 999")
    with pytest.raises(RecordError, match="R04"):
        Record.open(tmp_path / "kayit.db")
