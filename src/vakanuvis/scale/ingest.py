"""Take articles into a record book.

In:  articles as the files gave them, and an open record book.
Out: the book with their records; what could not be read is set aside with its reason.

Whatever happens, a kill at any moment included, the book holds whole articles only: readings are written in
transactions of a few articles, and an article that is recorded already is neither read nor written again. To go on
after a break is to ingest the same paths once more.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.ids import digest
from vakanuvis.record.incoming import Incoming
from vakanuvis.record.reading import ReaderMark
from vakanuvis.scale.workers import Outcome, Workers
from vakanuvis.store.book import Intake, Record

# A commit costs some milliseconds whatever it holds; a kill costs the articles of one transaction, to be read again.
_ARTICLES_A_COMMIT = 32
_SECONDS_A_COMMIT = 2.0


@dataclass(slots=True)
class Tally:
    """How many articles were recorded, were there already, and were set aside."""

    recorded: int = 0
    known: int = 0
    rejected: int = 0

    @property
    def seen(self) -> int:
        """All articles met so far."""
        return self.recorded + self.known + self.rejected


def ingest(
    found: Iterable[Incoming],
    record: Record,
    workers: Workers,
    *,
    mark: ReaderMark,
    told: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Read all of ``found`` with ``workers`` and write it to ``record``; ``told`` hears of every article.

    Raises VakanuvisError where nothing can be read (a broken lexicon); what is recorded until then stays.
    """
    writer = _Writer(record, mark, told)
    try:
        for outcome in workers.read(writer.fresh(found)):
            writer.take(outcome)
    finally:
        writer.flush()
    return writer.tally


def recorded_as(article: Article) -> Article:
    """The article under the id that it has in every record book.

    Ids that sources give are not unique beyond them, so that a digest of the source's id, address, outlet and the text
    stands in their place: a copy in another paper is another article. A text without any of them is known by itself.
    """
    beside = (article.given_id, article.url, article.outlet)
    if not any(beside):
        return replace(article, id=digest("article", article.text))
    return replace(article, id=digest("article", *(value or "" for value in beside), article.text))


@dataclass(slots=True)
class _Writer:
    record: Record
    mark: ReaderMark
    told: Callable[[Tally], None]
    tally: Tally = field(default_factory=Tally)
    _waiting: dict[str, Incoming] = field(default_factory=dict)
    _done: list[Outcome] = field(default_factory=list)
    _refused: list[tuple[str, ArticleError]] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    def fresh(self, found: Iterable[Incoming]) -> Iterator[Article]:
        """The articles that have still to be read."""
        for incoming in found:
            if incoming.error is not None or incoming.article is None:
                self.refuse(incoming.place, incoming.error or ArticleError.empty(incoming.place))
                continue
            article = recorded_as(incoming.article)
            if article.id in self._waiting or article.id in self.record:
                self.tally.known += 1
                self.told(self.tally)
                continue
            self._waiting[article.id] = incoming
            yield article

    def take(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.refuse(self._waiting.pop(outcome.article.id).place, outcome.error)
            return
        self._done.append(outcome)
        if len(self._done) >= _ARTICLES_A_COMMIT or time.monotonic() - self._since > _SECONDS_A_COMMIT:
            self.flush()

    def refuse(self, place: str, error: ArticleError) -> None:
        self._refused.append((place, error))
        if len(self._refused) >= _ARTICLES_A_COMMIT:
            self.flush()

    def flush(self) -> None:
        """Write what waits, in one transaction."""
        if not self._done and not self._refused:
            return
        with self.record.writing():
            for outcome in self._done:
                self._write(outcome)
            for place, error in self._refused:
                self.record.reject(place, error.code, error.message)
        self.tally.rejected += len(self._refused)
        self._done, self._refused, self._since = [], [], time.monotonic()
        self.told(self.tally)

    def _write(self, outcome: Outcome) -> None:
        incoming = self._waiting.pop(outcome.article.id)
        assert outcome.reading is not None
        article = outcome.article
        intake = Intake(
            found_at=incoming.place,
            given_id=article.given_id,
            outlet=article.outlet,
            author=article.author,
            original=incoming.original,
            media_type=incoming.media_type,
            stems=outcome.stems,
            body=article.body,
        )
        try:
            with self.record.trying():
                self.record.add(outcome.reading, self.mark, intake)
        except (sqlite3.Error, UnicodeError) as error:
            why = ArticleError.not_recorded(incoming.place, str(error))
            self._refused.append((incoming.place, why))
        else:
            self.tally.recorded += 1
