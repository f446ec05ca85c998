"""The catalogue grows with the book, and one who searches while it grows finds what was there."""

from __future__ import annotations

from collections import Counter
from threading import Event

import numpy as np
import pytest
from starlette.testclient import TestClient
from tests.record_books import accepted, write_small_book

from vakanuvis.store.book import Intake, ReaderMark, Record
from vakanuvis.store.concluding import index
from vakanuvis.web import cataloguing
from vakanuvis.web.app import room
from vakanuvis.web.catalogue import NONE, Facet, Shelf
from vakanuvis.web.cataloguing import Catalogue, Kept
from vakanuvis.web.selecting import Aspects, Selection

MARK = ReaderMark("0", "lexicon", "model")


def test_a_catalogue_that_grew_is_the_one_that_is_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(cataloguing, "AT_MOST_EVERY", 0.0)
    path, readings = tmp_path / "kayit.db", list(accepted())
    Record.open(path, write=True).close()
    growing = Catalogue(path)
    assert growing.read().articles.size == 0
    for half in (readings[:10], readings[10:]):
        with Record.open(path, write=True) as record, record.writing():
            for reading in half:
                record.add(reading, MARK, Intake(outlet="Somun Postası"))
        growing.renewed()
    grown, whole = growing.read(), Catalogue(path).read()
    for one, other in ((grown.articles, whole.articles), (grown.statements, whole.statements)):
        assert (one.days == other.days).all()
        assert (one.newest_first == other.newest_first).all()
        for name in (*other.facets, "month"):
            assert one.facet(name).counts(one.there) == other.facet(name).counts(other.there)


def test_what_is_just_read_is_not_read_again(tmp_path, monkeypatch):
    path = tmp_path / "kayit.db"
    Record.open(path, write=True).close()
    catalogue = Catalogue(path)
    first = catalogue.read()
    monkeypatch.setattr(cataloguing, "connect", None)
    assert catalogue.read() is first


def test_who_comes_while_the_book_grows_does_not_wait(tmp_path, monkeypatch):
    path = tmp_path / "kayit.db"
    Record.open(path, write=True).close()
    catalogue = Catalogue(path)
    first = catalogue.read()
    monkeypatch.setattr(cataloguing, "AT_MOST_EVERY", 0.0)
    began, may_end, ended = Event(), Event(), Event()
    renewed = catalogue.renewed

    def slow():
        began.set()
        may_end.wait(10)
        renewed()
        ended.set()

    monkeypatch.setattr(catalogue, "renewed", slow)
    with Record.open(path, write=True) as record, record.writing():
        record.add(next(iter(accepted())), MARK, Intake(outlet="Somun Postası"))
    assert catalogue.read() is first
    assert began.wait(10)
    may_end.set()
    assert ended.wait(10)
    assert catalogue.read().articles.size > first.articles.size


def test_who_comes_after_a_long_while_sees_the_book_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "kayit.db"
    Record.open(path, write=True).close()
    catalogue = Catalogue(path)
    assert catalogue.read().articles.size == 0
    monkeypatch.setattr(cataloguing, "AT_MOST_EVERY", 0.0)
    monkeypatch.setattr(cataloguing, "OLDEST", 0.0)
    with Record.open(path, write=True) as record, record.writing():
        record.add(next(iter(accepted())), MARK, Intake(outlet="Somun Postası"))
    assert int(catalogue.read().articles.there.sum()) == 1


def test_a_value_counts_once_for_each_row():
    facet = Facet().grown([(1, "TUR"), (1, "TUR"), (2, "TUR"), (2, "GRC")]).grown([(3, "GRC")])
    among = np.array([False, True, True, True])
    assert facet.counts(among) == {"TUR": 2, "GRC": 2}
    assert facet.bearers("GRC", 4).tolist() == [False, False, True, True]
    assert facet.bearers("yok", 4).any() == False  # noqa: E712  # numpy's own


def test_an_empty_shelf_holds_nothing():
    shelf = Shelf(NONE, {})
    assert len(shelf.newest_first) == 0
    assert shelf.months.counts(shelf.there) == {}


def test_the_search_asked_for_longest_ago_is_given_up_first():
    kept = Kept(2)
    kept.keep("a", NONE)
    kept.keep("b", NONE)
    kept.get("a")
    kept.keep("c", NONE)
    assert kept.get("b") is None
    assert kept.get("a") is not None


def test_what_came_since_is_asked_for_alone_and_the_highest_stand_first():
    kept, asked = Kept(), []

    def ask(after):
        asked.append(after)
        return np.arange(after + 3, after, -1, dtype=np.int32)

    assert kept.grown("su", 3, ask, most=5).tolist() == [3, 2, 1]
    assert kept.grown("su", 3, ask, most=5).tolist() == [3, 2, 1]
    assert kept.grown("su", 6, ask, most=5).tolist() == [6, 5, 4, 3, 2]
    # Who began to ask before the last look is not told less.
    assert kept.grown("su", 3, ask, most=5).tolist() == [6, 5, 4, 3, 2]
    # What is newer than who asks wants to see is asked for later, once.
    assert kept.grown("su", 7, ask, most=5).tolist() == [7, 6, 5, 4, 3]
    assert kept.grown("su", 9, ask, most=5).tolist() == [9, 8, 7, 6, 5]
    assert asked == [0, 3, 6, 7]


def test_few_rows_are_counted_and_ordered_as_many_are():
    chance = np.random.default_rng(3)
    size = 2_000
    days = chance.integers(20250101, 20250131, size).astype(np.int32)
    pairs = [(int(row), str(value)) for row, value in chance.integers((1, 0), (size, 9), (3 * size, 2))]
    shelf = Shelf(days, {"state": Facet().grown(pairs)})
    for share in (0, 3, 40, 900, size):
        mask = np.zeros(size, dtype=np.bool_)
        mask[chance.permutation(size)[:share]] = True
        seen = {(row, value) for row, value in pairs if mask[row]}
        values = [value for _, value in seen]
        assert shelf.counts("state", mask) == {value: values.count(value) for value in values}
        assert shelf.in_order(mask).tolist() == sorted(np.flatnonzero(mask).tolist(), key=lambda n: (-days[n], -n))
        assert shelf.in_order(mask, oldest=True).tolist() == shelf.in_order(mask).tolist()[::-1]


def test_what_a_party_has_is_asked_for_anew_when_conclusions_were_drawn(tmp_path):
    path = write_small_book(tmp_path / "kayit.db")
    client = TestClient(room(path), base_url="http://127.0.0.1")
    totals = []
    for _ in range(2):
        totals.append([client.get(f"{page}.json?taraf=TUR").json()["total"] for page in ("/ara", "/zaman")])
        with Record.open(path, write=True) as record, record.writing():
            record.connection.execute("UPDATE actors SET country = NULL, observation = 'yok' WHERE country = 'TUR'")
            record.connection.execute(
                "INSERT OR IGNORE INTO observations VALUES ('yok', 'group', 'yok', NULL, NULL, '', '', 1, NULL)"
            )
            index(record.connection)
    assert all(before > after for before, after in zip(*totals, strict=True))


@pytest.mark.parametrize("share", [0, 7, 600, 1_500])
def test_a_selection_counts_and_lists_what_looking_at_every_row_does(share):
    chance = np.random.default_rng(5)
    days = chance.choice([0, 20250101, 20250115, 20250301, 20260707], 1_500).astype(np.int32)
    told = [f"{event}|{quad}" for event, quad in chance.integers(0, 3, (1_500, 2))]
    shelf = Shelf(days, {"aspects": Facet().grown(enumerate(told))})
    rows = chance.permutation(1_500)[:share].astype(np.int32)
    selection = Selection(shelf) if share == 1_500 else Selection.of(shelf, np.append(rows, np.int32(1_600)))
    aspects = Aspects(shelf, ("event", "quad"))
    for first, last in ((None, None), (20250115, None), (None, 20250115), (20250102, 20250301), (20270101, None)):
        within = [row for row in rows.tolist() if days[row] > 0 and (first or 0) <= days[row] <= (last or 99999999)]
        part = selection.between(first, last)
        for chosen in ({}, {"event": "1"}, {"event": "1", "quad": "2"}, {"event": "7"}):
            wanted = aspects.wanted(chosen)
            passing = [
                row for row in within if all(f"{v}" == told[row].split("|")[n == "quad"] for n, v in chosen.items())
            ]
            ordered = sorted(passing, key=lambda row: (-days[row], -row))
            assert selection.numbers(part, wanted).tolist() == ordered
            seen = Counter(told[row].split("|")[1] for row in passing)
            assert aspects.counts("quad", selection.tally(part) * wanted) == dict(seen)
    assert len(selection.numbers(selection.undated, aspects.wanted({}))) == int((days[rows] == 0).sum())
