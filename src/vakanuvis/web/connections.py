"""Connections to the record book for many readers at once: a few, lent one by one, reading only, limited in time.

In:  the path of the book.
Out: a connection for as long as one page needs it.

All questions of a page see the book as it stood when the page began, also while others write into it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from vakanuvis.store.connection import connect

STEPS = 20_000
"""SQLite's virtual machine steps between two looks at the clock: some tenths of a millisecond."""
CACHE_KIB = 16_384


class TooSlowError(Exception):
    """A question took longer than a page may."""


class Connections:
    """Lends at most ``many`` connections; who comes when all are lent waits for ``seconds`` and is then refused."""

    def __init__(self, path: Path, *, many: int, seconds: float) -> None:
        self.path = path
        self.seconds = seconds
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        for _ in range(many):
            self._idle.put(self._opened())

    def _opened(self) -> sqlite3.Connection:
        connection = connect(self.path)
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        # Eight maps of one file would count eightfold as this process's memory.
        connection.execute("PRAGMA mmap_size = 0")
        return connection

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """A connection with its time limit running. Raises TooSlowError."""
        try:
            connection = self._idle.get(timeout=self.seconds)
        except Empty:
            raise TooSlowError from None
        until = monotonic() + self.seconds
        connection.set_progress_handler(lambda: monotonic() > until, STEPS)
        try:
            connection.execute("BEGIN")
            yield connection
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise TooSlowError from None
            raise
        finally:
            connection.set_progress_handler(None, 0)
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            self._idle.put(connection)

    def close(self) -> None:
        """Close those that nobody holds."""
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return
