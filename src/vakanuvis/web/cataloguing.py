"""Read the card catalogue from the book, and keep it current while others write.

In:  the path of the book. Facts are only ever added, so that after the first time only what is new is read.
Out: the shelves of articles and of statements.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import Any

import numpy as np

from vakanuvis.store.connection import connect
from vakanuvis.store.sql import named
from vakanuvis.web.catalogue import NONE, Facet, Numbers, Shelf

FILE = "room/catalogue.sql"
AT_MOST_EVERY = 5.0
"""Seconds between two looks for what is new."""
OLDEST = 60.0
"""Seconds after which who comes waits for the new look, as the first of all does: nobody came for so long."""
KEPT = 64
"""Searches whose numbers are kept: at most 200 kB each."""
ARTICLE_FACETS = {
    "outlet": "article_outlets",
    "state": "article_states",
    "event": "article_events",
    "kind": "article_kinds",
}
STATEMENT_FACETS = {"kind": "statement_kinds", "state": "statement_speakers"}
EVENT_FACETS = {"aspects": "event_aspects", "place": "event_places"}
EVENT_ASPECTS = ("event", "quad", "status", "basis", "precision")
"""What one look at every event tells beside its place, in the order in which the question joins them."""
STATEMENT_ASPECTS = ("kind", "outlet")
"""The same of statements; an outlet, whose name may hold anything, comes last."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """What was read: articles, statements, the article of each statement, and events."""

    articles: Shelf
    statements: Shelf
    article_of: Numbers
    events: Shelf


EMPTY = Shelves(Shelf(NONE, {}), Shelf(NONE, {}), NONE, Shelf(NONE, {}))


class Kept:
    """The last searches' numbers, the oldest given up first."""

    def __init__(self, many: int = KEPT) -> None:
        self.many = many
        self._found: OrderedDict[Hashable, tuple[int, Numbers]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Numbers | None:
        """What was kept under ``key``."""
        found = self._get(key)
        return found[1] if found else None

    def _get(self, key: Hashable) -> tuple[int, Numbers] | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def keep(self, key: Hashable, found: Numbers, newest: int = 0) -> None:
        """Keep it, and give up what was not asked for longest. ``newest``: the highest number that was looked at."""
        with self._lock:
            self._found[key] = (newest, found)
            if len(self._found) > self.many:
                self._found.popitem(last=False)

    def grown(self, key: Hashable, newest: int, ask: Callable[[int], Numbers], *, most: int) -> Numbers:
        """What was kept under ``key`` with what came since, the highest first: facts are only added.

        ``newest`` is the highest number that who asks wants to see, ``ask`` tells the numbers above one. At most
        ``most``.
        """
        before, found = self._get(key) or (0, NONE)
        if before < newest:
            new = ask(before)
            found = np.concatenate((new[new <= newest], found))[:most]
            self.keep(key, found, newest)
        return found


class Catalogue:
    """The shelves of a book. The first visit reads them, or ``read`` before it; the others find them."""

    def __init__(self, book: Path) -> None:
        self.book = book
        self.kept = Kept()
        self._shelves: Shelves | None = None
        self._lock = Lock()
        self._looked = 0.0

    def read(self) -> Shelves:
        """The shelves as they were some seconds ago, at most OLDEST.

        Looking for what an ingest brought takes longer than a page may: it is done beside the pages, which go on with
        what was there.
        """
        shelves, age = self._shelves, monotonic() - self._looked
        if shelves is None or age >= OLDEST:
            return self.renewed()
        if age >= AT_MOST_EVERY and not self._lock.locked():
            Thread(target=self.renewed, daemon=True).start()
        return shelves

    def renewed(self) -> Shelves:
        """The shelves as they are now; who comes while another one looks waits for what that one finds."""
        with self._lock:
            if self._shelves is None or monotonic() - self._looked >= AT_MOST_EVERY:
                with closing(connect(self.book)) as connection:
                    connection.execute("BEGIN")
                    self._shelves = _read(connection, self._shelves or EMPTY)
                self._looked = monotonic()
            return self._shelves


def _read(connection: sqlite3.Connection, old: Shelves) -> Shelves:
    if _newest(connection) == old.articles.size - 1 and old.articles.size:
        articles = old.articles
        told = Facet().grown(_ask(connection, "article_contradictions"))
        facets = {**articles.facets, "contradiction": told}
        return Shelves(articles.with_facets(facets).reckoned(), old.statements, old.article_of, old.events)
    articles = _articles(connection, old.articles)
    article_of = _filled(old.article_of, _ask(connection, "statement_articles", len(old.article_of) - 1))
    statements = _statements(connection, old.statements, articles, article_of)
    events = _events(connection, old.events)
    return Shelves(articles.reckoned(), statements.reckoned(), article_of, events.reckoned())


def _articles(connection: sqlite3.Connection, old: Shelf) -> Shelf:
    days = _filled(old.days, _ask(connection, "article_days", old.size - 1), empty=-1)
    facets = _grown(connection, old, ARTICLE_FACETS)
    facets["contradiction"] = Facet().grown(_ask(connection, "article_contradictions"))
    return Shelf(days, facets).after(old)


def _statements(connection: sqlite3.Connection, old: Shelf, articles: Shelf, article_of: Numbers) -> Shelf:
    # Number 0 is nobody's: SQLite begins to count at 1.
    days = np.where(article_of > 0, articles.days[article_of], -1).astype(np.int32)
    facets = _grown(connection, old, STATEMENT_FACETS)
    outlet = articles.facets["outlet"]
    codes = np.full(articles.size, -1, dtype=np.int32)
    codes[outlet.rows] = outlet.codes
    of = codes[article_of]
    rows = np.flatnonzero(of >= 0).astype(np.int32)
    facets["outlet"] = Facet(rows, of[rows], outlet.values)
    return Shelf(days, {**facets, "aspects": _joined(facets["kind"], of, outlet.values)}).after(old)


def _joined(kind: Facet, outlet: Numbers, outlets: tuple[str, ...]) -> Facet:
    """Kind and outlet of each statement in one; -1 stands for no outlet."""
    names = (*outlets, "")
    codes = kind.codes * len(names) + outlet[kind.rows] % len(names)
    return Facet(kind.rows, codes, tuple(f"{one}|{other}" for one in kind.values for other in names))


def _events(connection: sqlite3.Connection, old: Shelf) -> Shelf:
    """By the first day that an event's own date allows: the day of its article says nothing about it."""
    days = _filled(old.days, _ask(connection, "event_days", old.size - 1), empty=-1)
    return Shelf(days, _grown(connection, old, EVENT_FACETS)).after(old)


def _grown(connection: sqlite3.Connection, old: Shelf, questions: Mapping[str, str]) -> dict[str, Facet]:
    return {
        name: old.facets.get(name, Facet()).grown(_ask(connection, question, old.size - 1))
        for name, question in questions.items()
    }


def _filled(old: Numbers, pairs: list[tuple[int, int]], *, empty: int = 0) -> Numbers:
    """``old`` made longer: the second of each pair stands at its first."""
    if not pairs:
        return old
    found = np.array(pairs, dtype=np.int32)
    filled = np.full(int(found[:, 0].max()) + 1, empty, dtype=np.int32)
    filled[: len(old)] = old
    filled[found[:, 0]] = found[:, 1]
    return filled


def _newest(connection: sqlite3.Connection) -> int:
    number: int = connection.execute(named(FILE)["newest_articles"]).fetchone()[0]
    return number


def _ask(connection: sqlite3.Connection, question: str, after: int = -1) -> list[tuple[int, Any]]:
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(named(FILE)[question], {"after": after}).fetchall()
