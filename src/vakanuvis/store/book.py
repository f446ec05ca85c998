"""The record book: what was read of many articles, in one SQLite file.

In:  readings, one by one.
Out: the same readings again, and answers to questions (``questions.py``).

    with Record.open("kayit.db", write=True) as record, record.writing():
        record.add(reading)

Facts are written once. Reading the same article again adds nothing; what is concluded from many articles stands in
tables of its own.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from vakanuvis.errors import RecordError
from vakanuvis.record.days import days_of
from vakanuvis.record.doc import Article
from vakanuvis.record.reading import ReaderMark, Reading
from vakanuvis.store.answers import Answer
from vakanuvis.store.connection import connect
from vakanuvis.store.questions import ask
from vakanuvis.store.reading_back import read_reading
from vakanuvis.store.rows import Rows, rows_of
from vakanuvis.store.sql import named
from vakanuvis.text.letters import bare

# Parents before children, as the foreign keys want it.
_ORDER = (
    *("spans", "actors", "mentions", "titles", "statements", "statement_actors", "events", "event_actors"),
    *("agreements", "agreement_parties", "agreement_signatories", "times", "places", "judgements"),
)

_ARTICLE = ("id", "text", "source", "url", "title", "published", "body", "outlet", "author", "given_id")


@dataclass(frozen=True, slots=True)
class Intake:
    """What comes beside a reading: where it was found, who printed it, its page, its words' stems for searching.

    ``stems`` are dictionary forms in the order of the text; ``original`` the bytes of the page that the text was
    extracted from. ``body``: where the story begins in the text, after a header.
    """

    found_at: str | None = None
    given_id: str | None = None
    outlet: str | None = None
    author: str | None = None
    original: bytes | None = None
    media_type: str | None = None
    stems: str = ""
    body: int = 0


class Record:
    """A record book. Open it with ``Record.open``; it is a context manager."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False) -> Record:
        """Open the book at ``path``; with ``write`` it is begun if missing. Raises RecordError."""
        return cls(connect(Path(path), write=write))

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all that is written inside stands when it ends, or nothing of it."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    @contextmanager
    def trying(self) -> Iterator[None]:
        """Inside ``writing``: a part that, if it fails, leaves the rest of the transaction as it was."""
        self.connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK TO part")
            raise
        finally:
            self.connection.execute("RELEASE part")

    def __contains__(self, article: str) -> bool:
        """True if the article with this id is recorded."""
        return self.connection.execute(named("asking.sql")["is_recorded"], (article,)).fetchone() is not None

    def __len__(self) -> int:
        """How many articles are recorded."""
        count: int = self.connection.execute(named("asking.sql")["count_articles"]).fetchone()[0]
        return count

    def add(self, reading: Reading, reader: ReaderMark, intake: Intake = Intake()) -> bool:
        """Write a reading down; False if its article is recorded already. To be called inside ``writing``."""
        article = reading["article"]["id"]
        if article in self:
            return False
        statements = named("writing.sql")
        execute, many = self.connection.execute, self.connection.executemany
        execute(statements["insert_reader"], (reader.id, reader.version, reader.lexicon, reader.model))
        original = None
        if intake.original is not None:
            original = hashlib.sha256(intake.original).hexdigest()
            execute(
                statements["insert_original"],
                (original, intake.media_type or "application/octet-stream", zlib.compress(intake.original)),
            )
        execute(statements["insert_article"], _article_row(reading, reader, intake, original))
        rows = rows_of(reading)
        for table in _ORDER:
            if rows[table]:
                many(statements[f"insert_{table}"], rows[table])
        self._index(reading, rows, intake.stems)
        if intake.found_at:
            execute(statements["delete_rejected"], (intake.found_at,))
        return True

    def _index(self, reading: Reading, rows: Rows, stems: str) -> None:
        statements, head = named("writing.sql"), reading["article"]
        folded = (bare(head["title"] or ""), bare(head["text"]), bare(stems), head["id"])
        self.connection.execute(statements["insert_article_search"], folded)
        self.connection.executemany(
            statements["insert_statement_search"], [(bare(row[6]), "", row[0]) for row in rows["statements"]]
        )

    def reject(self, found_at: str, code: str, reason: str) -> None:
        """Note an article that could not be read, with the reason. To be called inside ``writing``."""
        self.connection.execute(named("writing.sql")["insert_rejected"], (found_at, code, reason))

    def rejected(self) -> Iterator[tuple[str, str, str]]:
        """What could not be read: where it stood, the code of the error, the reason."""
        for row in self.connection.execute(named("asking.sql")["rejected"]):
            yield tuple(row)

    def reading(self, article: str) -> Reading | None:
        """The reading of the article with this id, as it was written down; None if it is not recorded."""
        return read_reading(self.connection, article)

    def article(self, article: str) -> Article:
        """The recorded article, to be read anew. Raises RecordError: it is not recorded."""
        row = self.connection.execute(named("asking.sql")["article"], (article,)).fetchone()
        if row is None:
            raise RecordError.nothing_of_id(article)
        notes = tuple(json.loads(row["notes"]))
        return Article(**{name: row[name] for name in _ARTICLE}, notes=notes)

    def readings(self) -> Iterator[Reading]:
        """All readings in the order of the articles' ids, so that two books of the same articles give the same."""
        for (article,) in self.connection.execute(named("asking.sql")["article_ids"]).fetchall():
            reading = read_reading(self.connection, article)
            if reading is not None:
                yield reading

    def ask(self, question: str, **filters: str | int | None) -> list[Answer]:
        """The answers to a named question (``questions.py`` tells which there are). Raises RecordError."""
        return ask(self.connection, question, filters)

    def original(self, article: str) -> tuple[str, bytes] | None:
        """Media type and bytes of the page that the article's text was extracted from; None if there was none."""
        row = self.connection.execute(named("asking.sql")["original"], (article,)).fetchone()
        return (row["media_type"], zlib.decompress(row["packed"])) if row else None


def _article_row(reading: Reading, reader: ReaderMark, intake: Intake, original: str | None) -> tuple[object, ...]:
    head = reading["article"]
    dateline = head["dateline"] or {}
    text = head["text"].encode("utf-8", "surrogatepass")
    return (
        *(head["id"], intake.given_id, head["source"], intake.outlet, intake.author, head["url"], head["title"]),
        *(head["published"], *days_of(head["published"]), head["text"], hashlib.sha256(text).hexdigest()),
        *(json.dumps(head["notes"], ensure_ascii=False), dateline.get("name"), dateline.get("country")),
        *(intake.found_at, original, reader.id, intake.body),
    )
