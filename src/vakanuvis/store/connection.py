"""Open the SQLite file of a record book.

In:  a path.
Out: a connection with the book's tables, WAL and foreign keys; reading only, unless writing is asked for.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from vakanuvis.errors import RecordError
from vakanuvis.store.sql import migrations

APPLICATION = 0x76616B61
"""``vaka`` in ASCII: marks the file (``PRAGMA application_id``), so that no other SQLite file is written into."""

WAIT_SECONDS = 30.0
"""How long a writer waits for another one before it gives up."""


def connect(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """A connection to the book at ``path``. With ``write`` a missing book is begun and an older one is migrated.

    Raises RecordError: no such file, no record book, made by a newer version, or older and not opened for writing.
    """
    if not write and not path.is_file():
        raise RecordError.not_found(str(path))
    try:
        connection = _opened(path, write=write)
        _check(connection, path, write=write)
    except sqlite3.DatabaseError as error:
        raise RecordError.unreadable(str(path), str(error)) from None
    return connection


def _opened(path: Path, *, write: bool) -> sqlite3.Connection:
    mode = "rwc" if write else "ro"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    if write:
        # No mapping: the writer's memory is to stay as it is, however large the book grows.
        connection.execute("PRAGMA journal_mode = WAL")
        # With WAL a commit survives the death of the process; only loss of power may take the last ones, never half.
        connection.execute("PRAGMA synchronous = NORMAL")
    else:
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(_only_this_file)
        connection.execute("PRAGMA mmap_size = 1073741824")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MiB
    return connection


def _only_this_file(action: int, *_: object) -> int:
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK


def _check(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if mark != APPLICATION and not (empty and write):
        raise RecordError.no_record(str(path))
    there, newest = connection.execute("PRAGMA user_version").fetchone()[0], migrations()[-1][0]
    if there > newest:
        raise RecordError.too_new(str(path), there, newest)
    if there < newest:
        if not write:
            raise RecordError.too_old(str(path))
        for number, script in migrations():
            if number > there:
                _migrate(connection, number, script)


def _migrate(connection: sqlite3.Connection, number: int, script: str) -> None:
    # executescript would commit by itself; in one transaction a kill leaves the book as it was or as it becomes.
    mark = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number}"
    connection.executescript(f"BEGIN IMMEDIATE;\n{script}\n;{mark};\nCOMMIT;")
