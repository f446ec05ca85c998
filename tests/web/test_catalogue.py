"""The catalogue grows with the book, and one who searches while it grows finds what was there."""

from __future__ import annotations

from threading import Event

import numpy as np
from tests.record_books import accepted

from vakanuvis.store.book import Intake, ReaderMark, Record
from vakanuvis.web import cataloguing
from vakanuvis.web.catalogue import NONE, Facet, Shelf
from vakanuvis.web.cataloguing import Catalogue, Kept

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
