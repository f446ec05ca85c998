"""Which articles tell the same story: what is compared, and where the findings are kept.

In:  an open record book.
Out: rows for the finder of near duplicates; its relations and clusters written down.

A relation depends on two texts alone, so it is found once and stays; clusters are reckoned anew from all relations.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vakanuvis.record.ids import digest
from vakanuvis.record.span import Span
from vakanuvis.store.rows import checksum
from vakanuvis.store.sql import named

# A band that so many articles share is the mould of a daily report; the pairs of one story share others as well.
_MOST_IN_A_BAND = 200
# Of at most 32; a copy that lost its last paragraph shares more.
_BANDS_OF_A_REPRINT = 12


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What is compared of an article. ``minhash`` is None before it is signed."""

    id: str
    title: str | None
    text: str
    published: str | None
    outlet: str | None
    minhash: bytes | None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Two articles of one story, as ``resolve`` found them."""

    one: str
    other: str
    kind: str
    similarity: float
    words: tuple[int, int]
    because: str


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """Articles of one story, the fullest first, each with its relation to the fullest and its similarity."""

    articles: tuple[tuple[str, str, float], ...]
    originators: int


def unsigned(connection: sqlite3.Connection, most: int) -> list[str]:
    """Ids of articles without a signature, at most so many."""
    return [row[0] for row in connection.execute(named("stories.sql")["unsigned"], (most,))]


def uncompared(connection: sqlite3.Connection, most: int) -> list[str]:
    """Ids of signed articles that were not compared yet, at most so many."""
    return [row[0] for row in connection.execute(named("stories.sql")["uncompared"], (most,))]


def story(connection: sqlite3.Connection, article: str) -> StoryRow:
    """What is compared of the article."""
    return StoryRow(*connection.execute(named("stories.sql")["story"], (article,)).fetchone())


def sign(connection: sqlite3.Connection, article: str, minhash: bytes, bands: Iterable[int]) -> None:
    """Keep an article's signature. To be called inside ``Record.writing``."""
    connection.execute(named("stories.sql")["insert_signatures"], (article, minhash))
    connection.executemany(named("stories.sql")["insert_bands"], ((band, article) for band in bands))


def credit(connection: sqlite3.Connection, article: str, name: str, span: Span | None, because: str) -> None:
    """Keep who wrote an article's report first. To be called inside ``Record.writing``."""
    letters: tuple[int | None, ...] = (None, None, None)
    if span is not None:
        letters = (span.start, span.end, checksum(span.letters(story(connection, article).text)))
    connection.execute(named("stories.sql")["insert_originators"], (article, name, *letters, because))


def candidates(connection: sqlite3.Connection, article: str) -> list[str]:
    """Articles that may tell the same story."""
    asked = {"article": article, "most": _MOST_IN_A_BAND, "reprint": _BANDS_OF_A_REPRINT}
    return [row[0] for row in connection.execute(named("stories.sql")["candidates"], asked)]


def relate(connection: sqlite3.Connection, article: str, relations: Iterable[RelationRow]) -> None:
    """Keep what an article has in common with its candidates. To be called inside ``Record.writing``."""
    connection.executemany(
        named("stories.sql")["insert_story_relations"],
        ((r.one, r.other, r.kind, r.similarity, *r.words, r.because) for r in relations),
    )
    connection.execute(named("stories.sql")["set_compared"], (article,))


def relations(connection: sqlite3.Connection) -> Iterator[RelationRow]:
    """All relations."""
    for row in connection.execute(named("stories.sql")["story_relations"]):
        words = (row["words_one"], row["words_other"])
        yield RelationRow(row["one"], row["other"], row["kind"], row["similarity"], words, row["because"])


def write_clusters(connection: sqlite3.Connection, clusters: Iterable[ClusterRow]) -> None:
    """Put these clusters in the place of those that were there. To be called inside ``Record.writing``."""
    statements = named("stories.sql")
    connection.execute(statements["clear_cluster_articles"])
    connection.execute(statements["clear_clusters"])
    for cluster in clusters:
        identity = digest("cluster", *sorted(article for article, _, _ in cluster.articles))
        fullest = cluster.articles[0][0]
        connection.execute(
            statements["insert_clusters"], (identity, len(cluster.articles), cluster.originators, fullest)
        )
        connection.executemany(
            statements["insert_cluster_articles"],
            ((article, identity, relation, similarity) for article, relation, similarity in cluster.articles),
        )
