"""What several articles tell is tied in the book, and where they disagree stands there with its letters."""

from __future__ import annotations

import pytest
from tests.record_books import MARK

from vakanuvis.export.contract import reading_of
from vakanuvis.scale.conclude import draw_registry
from vakanuvis.store.book import Record
from vakanuvis.store.rows import checksum
from vakanuvis.store.stories import ClusterRow, write_clusters
from vakanuvis.store.verify import verify

MORNING = """Ürdün Savunma Bakanı Talal Harbani, 4 Mart'ta Mısır'ı ziyaret etti.

Harbani, "Bu kapı bir daha hiç kapanmayacak, yollar genişleyecek" dedi. Törene 200 asker katıldı."""
EVENING = """Ürdün Savunma Bakanı Talal Harbani, 5 Mart'ta Mısır'ı ziyaret etti.

Harbani, "Bu kapı bir daha hiç açılmayacak" diye konuştu. Törene 350 asker katıldı."""
ELSEWHERE = """Ürdün Savunma Bakanı Talal Harbani, limanı gezdi.

Harbani, bu kapının bir daha hiç kapanmayacağını, yolların genişleyeceğini söyledi."""
"""(The minister visits Egypt on 4 or 5 March; “this gate will never close / open again, the roads will widen”; 200 or
350 soldiers took part. In another story he says so in reported speech.)"""


@pytest.fixture
def book(tmp_path, read):
    with Record.open(tmp_path / "kayit.db", write=True) as record:
        with record.writing():
            ids = []
            for text in (MORNING, EVENING, ELSEWHERE):
                reading = reading_of(read(text, "2031-03-06"))
                record.add(reading, MARK)
                ids.append(reading["article"]["id"])
            write_clusters(record.connection, [ClusterRow(((ids[0], "fullest", 1.0), (ids[1], "rewrite", 0.8)), 2)])
        draw_registry(record)
        yield record


def rows(book, table):
    return [tuple(row) for row in book.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]


def test_one_event_has_all_its_reports(book):
    groups = {fullest for _, fullest in rows(book, "reports")}
    assert len(rows(book, "reports")) == 2
    assert len(groups) == 1
    assert groups <= {event for event, _ in rows(book, "reports")}


def test_one_saying_is_tied_inside_the_story_and_beyond(book):
    assert len(rows(book, "sayings")) == 3
    (fullest,) = {fullest for _, fullest in rows(book, "sayings")}
    content = book.connection.execute("SELECT content FROM statements WHERE id = ?", (fullest,)).fetchone()[0]
    assert "genişleyec" in content


def test_contradictions_stand_beside_the_facts_with_their_story(book):
    found = {row["kind"]: row for row in book.connection.execute("SELECT * FROM contradictions")}
    assert set(found) == {"date", "number", "wording"}
    assert found["date"]["cluster_id"] is not None
    assert found["date"]["day"] == "2031-03-06"


def test_each_side_keeps_the_checksum_of_its_letters(book):
    sides = book.connection.execute(
        'SELECT start, "end", crc32, text FROM contradiction_sides JOIN articles ON articles.id = article_id'
    ).fetchall()
    assert len(sides) == 6
    assert all(checksum(side["text"][side["start"] : side["end"]]) == side["crc32"] for side in sides)


def test_concluding_again_changes_nothing(book):
    tables = ("sayings", "reports", "contradictions", "contradiction_sides")
    before = [rows(book, table) for table in tables]
    draw_registry(book)
    assert [rows(book, table) for table in tables] == before


def test_the_tallies_count_the_contradictions(book):
    counted = book.connection.execute("SELECT value, count FROM tallies WHERE name = 'contradictions' ORDER BY 1")
    assert [tuple(row) for row in counted] == [("date", 1), ("number", 1), ("wording", 1)]


def test_the_book_stays_sound(book):
    assert not list(verify(book.connection))
