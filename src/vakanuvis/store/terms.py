"""Terms of office and contradictions: titles as they stand in all articles, and what was concluded from them.

In:  an open record book whose registry is written.
Out: Sightings for ``resolve``; its terms and contradictions written down.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from vakanuvis.record.span import Span
from vakanuvis.record.terms import Contradiction, Side, Sighting, Term
from vakanuvis.store.rows import checksum
from vakanuvis.store.sql import named


def sightings_in(connection: sqlite3.Connection) -> Iterator[Sighting]:
    """Every title that an article gives to somebody of the registry."""
    for row in connection.execute(named("concluding.sql")["sightings"]):
        yield Sighting(
            entity=row["entity"],
            name=row["name"],
            office=row["office"],
            country=row["country"],
            former=bool(row["former"]),
            printed=row["printed"],
            day=row["day"],
            article=row["article"],
            record=row["record"],
            span=Span(row["start"], row["end"]),
            acts=bool(row["acts"]),
        )


def write_terms(connection: sqlite3.Connection, terms: Iterable[Term]) -> None:
    """Write terms of office down. To be called inside ``Record.writing``, after the registry is written."""
    connection.executemany(named("concluding.sql")["insert_terms"], map(_row, terms))


def _row(term: Term) -> tuple[object, ...]:
    known = term.known
    held = (known.begin, known.end, known.source) if known else (None, None, None)
    when = (term.first, term.last, term.articles)
    letters = (*_letters(term.first_seen), *_letters(term.last_seen))
    return (term.entity, term.office, term.country or "", int(term.former), *when, *held, _json(term.because), *letters)


def _letters(seen: Sighting | None) -> tuple[object, ...]:
    return (seen.article, seen.span.start, seen.span.end) if seen else (None, None, None)


def write_contradictions(
    connection: sqlite3.Connection, contradictions: Iterable[Contradiction], cluster: str | None = None
) -> None:
    """Add contradictions, those of a story under the id of its ``cluster``. To be called inside ``Record.writing``."""
    statements = named("concluding.sql")
    for told in contradictions:
        row = (told.id, told.kind, told.subject, cluster, told.day, told.text, _json(told.because))
        connection.execute(statements["insert_contradictions"], row)
        connection.executemany(
            statements["insert_contradiction_sides"],
            ((told.id, position, *_side(connection, side)) for position, side in enumerate(told.sides)),
        )


def _side(connection: sqlite3.Connection, side: Side) -> tuple[object, ...]:
    letters: tuple[int | None, ...] = (None, None, None)
    if side.article is not None and side.span is not None:
        (text,) = connection.execute(named("concluding.sql")["article_text"], (side.article,)).fetchone()
        letters = (side.span.start, side.span.end, checksum(side.span.letters(text)))
    return (side.value, side.article, side.record, *letters, side.known_at, side.source)


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
