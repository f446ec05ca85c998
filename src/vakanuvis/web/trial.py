"""Read a pasted text at once and forget it: one reader in a process of its own, with a time limit.

In:  an article.
Out: its reading, or the error that stands in its place.

The reader takes a few hundred megabytes and seconds to begin: it is begun by the first who tries. A text on which it
sits for too long costs that text alone; the process is ended and begun anew.
"""

from __future__ import annotations

from threading import Lock

from vakanuvis.record.doc import Article
from vakanuvis.scale.workers import Outcome, Workers
from vakanuvis.settings import RoomSettings, Settings


class BusyError(Exception):
    """Others are trying, and the wait is over."""


class Trial:
    """One reader for all who try; each waits for those before."""

    def __init__(self, settings: RoomSettings) -> None:
        self.seconds = settings.longest_trying
        self._workers = Workers(1, settings=Settings(longest_reading=settings.longest_trying))
        self._begun = False
        self._lock = Lock()

    def read(self, article: Article) -> Outcome:
        """What became of the article. Raises BusyError, and VakanuvisError where the lexicon is broken."""
        if not self._lock.acquire(timeout=self.seconds):
            raise BusyError
        try:
            if not self._begun:
                self._workers.__enter__()
                self._begun = True
            return next(iter(self._workers.read([article])))
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._begun:
                self._workers.__exit__()
                self._begun = False
