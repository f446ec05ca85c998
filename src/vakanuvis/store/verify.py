"""Prove a record book: hash every article anew, read every span again, follow every reference.

In:  an open record book.
Out: every damage found, by article and record; nothing where the book is whole.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vakanuvis.store.rows import BETWEEN_RUNS, checksum
from vakanuvis.store.sql import named

_RULES = (
    *("foreign_keys", "spans_of_nothing", "mentions_without_letters", "statements_without_letters"),
    *("events_without_letters", "slots_without_letters", "loose_statements", "loose_events"),
    *("actors_of_other_articles", "unsearchable", "broken_json", "observations_out_of_date"),
)


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is not as it was written: in which article (or table), at which record, and what."""

    place: str
    record: str
    what: str


def verify(connection: sqlite3.Connection) -> Iterator[Damage]:
    """All damage of the book, the file's own first."""
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        yield from (Damage("file", "", message) for message in found)
        for row in connection.execute(named("verifying.sql")["articles"]):
            yield from verify_article(connection, row)
        for rule in _RULES:
            for row in connection.execute(named("verifying.sql")[rule]):
                yield Damage(str(row["place"]), str(row["id"]), row["what"])
        yield from _originals(connection)
        yield from _sides(connection)
    except sqlite3.DatabaseError as error:
        yield Damage("file", "", f"cannot be read further: {error}")


def verify_article(connection: sqlite3.Connection, article: Mapping[str, str] | sqlite3.Row) -> Iterator[Damage]:
    """The damage of one article, whose ``id``, ``text`` and ``sha256`` are given: text, letters and copies."""
    identity, text = article["id"], article["text"]
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != article["sha256"]:
        yield Damage(identity, identity, "the text is not the one that was recorded (SHA-256 differs)")
    printed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in connection.execute(named("verifying.sql")["spans"], (identity,)):
        where = f"{row['slot']} {row['position']}, letters {row['start']}–{row['end']}"
        if not 0 <= row["start"] <= row["end"] <= len(text):
            yield Damage(identity, row["record_id"], f"{where}: outside of the text")
            continue
        letters = text[row["start"] : row["end"]]
        if checksum(letters) != row["crc32"]:
            yield Damage(identity, row["record_id"], f"{where}: other letters than were recorded")
        printed[row["record_id"], row["slot"]].append(letters)
        printed[row["record_id"], f"{row['slot']}:{row['position']}"].append(letters)
    for row in connection.execute(named("verifying.sql")["copies"], {"id": identity}):
        if BETWEEN_RUNS.join(printed[row["record_id"], row["slot"]]) != row["copy"]:
            yield Damage(identity, row["record_id"], f"{row['slot']}: the copy differs from its letters")


def _originals(connection: sqlite3.Connection) -> Iterator[Damage]:
    for row in connection.execute(named("verifying.sql")["originals"]):
        try:
            whole = hashlib.sha256(zlib.decompress(row["packed"])).hexdigest() == row["sha256"]
        except zlib.error:
            whole = False
        if not whole:
            yield Damage("originals", row["sha256"], "the page is not the one that was recorded")


def _sides(connection: sqlite3.Connection) -> Iterator[Damage]:
    last, text = "", ""
    for row in connection.execute(named("verifying.sql")["sides"]):
        if row["article_id"] != last:
            last = row["article_id"]
            text = connection.execute(named("verifying.sql")["text"], (last,)).fetchone()[0]
        if row["start"] is not None and checksum(text[row["start"] : row["end"]]) != row["crc32"]:
            yield Damage(last, row["id"], f"letters {row['start']}–{row['end']}: other letters than were recorded")
