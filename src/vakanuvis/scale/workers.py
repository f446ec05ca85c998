"""Read articles in several processes, none of which can take the others down.

In:  articles, one after the other.
Out: for each its reading, or why there is none; in the order in which they are done.

A worker that dies (no memory) or sits on one article for longer than the limit costs that article alone: it is
refused, and a new worker takes the place. The standard library's pools break as a whole when a worker dies, and cannot
be told to give up a task; hence a pool of our own: one process and one pipe per worker.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from vakanuvis.errors import ArticleError, VakanuvisError
from vakanuvis.export.contract import reading_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.reading import Reading
from vakanuvis.settings import Settings

_POLL_SECONDS = 1.0
# A worker that has never answered is still loading lexicon and model; it gets this much longer.
_LOADING_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article: a reading with its words' stems, or an error."""

    article: Article
    reading: Reading | None = None
    stems: str = ""
    error: ArticleError | None = None


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    article: Article | None = None
    since: float = 0.0
    answered: bool = False


@dataclass(slots=True)
class Workers:
    """A pool of ``count`` processes. Use it as a context manager; its processes end with it."""

    count: int
    folder: Path | None = None
    settings: Settings = field(default_factory=Settings)
    _workers: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> Workers:
        self._workers = [self._begin() for _ in range(self.count)]
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers = []

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """The outcomes of all articles. Raises VakanuvisError where no article can be read (a broken lexicon)."""
        waiting = iter(articles)
        exhausted = False
        while True:
            for at, worker in enumerate(self._workers):
                if worker.article is None and not exhausted:
                    article = next(waiting, None)
                    exhausted = article is None
                    if article is not None:
                        self._give(at, article)
            busy = [worker for worker in self._workers if worker.article is not None]
            if not busy:
                return
            ready = wait([worker.pipe for worker in busy], timeout=_POLL_SECONDS)
            for at, worker in enumerate(self._workers):
                if worker.article is not None and (worker.pipe in ready or self._late(worker)):
                    yield self._answer(at, late=worker.pipe not in ready)

    def _begin(self) -> _Worker:
        # Not fork: a copy of a process that holds threads (numpy, onnxruntime) can hang.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.folder, self.settings), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, at: int, article: Article) -> None:
        try:
            self._workers[at].pipe.send(article)
        except OSError:  # Dead before it was asked: the article is not to blame.
            _end(self._workers[at])
            self._workers[at] = self._begin()
            self._workers[at].pipe.send(article)
        self._workers[at].article = article
        self._workers[at].since = time.monotonic()

    def _late(self, worker: _Worker) -> bool:
        limit = self.settings.longest_reading + (0.0 if worker.answered else _LOADING_SECONDS)
        return time.monotonic() - worker.since > limit

    def _answer(self, at: int, *, late: bool) -> Outcome:
        worker = self._workers[at]
        article = worker.article
        assert article is not None
        place = article.source or article.id
        try:
            if late:
                raise TimeoutError
            answer = worker.pipe.recv()
        except (EOFError, OSError) as end:
            _end(worker)
            self._workers[at] = self._begin()
            why = ArticleError.took_too_long(place, self.settings.longest_reading) if late else None
            return Outcome(article, error=why or ArticleError.reading_failed(place, f"its process died, {end!r}"))
        if isinstance(answer, VakanuvisError) and not isinstance(answer, ArticleError):
            raise answer
        worker.article, worker.answered = None, True
        return Outcome(article, error=answer) if isinstance(answer, ArticleError) else Outcome(article, *answer)


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()


def _work(pipe: Connection, folder: Path | None, settings: Settings) -> None:
    """A worker's life: take an article, read it, answer."""
    reader = Reader(folder, settings)
    while True:
        try:
            article = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        pipe.send(read_one(reader, article))


def read_one(reader: Reader, article: Article) -> tuple[Reading, str] | VakanuvisError:
    """Reading and stems of an article, or the error: one bad article never stops the others."""
    try:
        doc = reader.read(article)
        return reading_of(doc), stems_of(doc)
    except VakanuvisError as error:
        return error
    except Exception as defect:  # A defect met in one article must not cost the others.
        return ArticleError.reading_failed(article.source or article.id, f"{type(defect).__name__}: {defect}")


def stems_of(doc: Doc) -> str:
    """The dictionary forms of the article's words, for searching by stem."""
    words = (word for sentence in doc.sentences or () for word in sentence.words)
    return " ".join(word.lemma for word in words if word.lemma and word.quotation is None and word.lemma[0].isalnum())
