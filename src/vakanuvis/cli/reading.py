"""Articles in, readings out, one by one: what ``read`` and ``explain`` share.

One bad article never stops the others: it is told on standard error and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from vakanuvis.cli.outcome import ALL_READ, NOTHING_READ, SOME_REFUSED, refuse, tell
from vakanuvis.errors import ArticleError, VakanuvisError

if TYPE_CHECKING:
    from vakanuvis.record.doc import Article, Doc
    from vakanuvis.record.reading import Reading


class Reads(Protocol):
    """Whatever turns an article into a Doc."""

    def read(self, article: Article) -> Doc:
        """Read one article whole."""


@dataclass(slots=True)
class Tally:
    """How many articles were read and how many refused."""

    read: int = 0
    refused: int = 0

    @property
    def exit_code(self) -> int:
        """0 all read, 1 some refused, 2 nothing read."""
        if not self.read:
            return NOTHING_READ
        return SOME_REFUSED if self.refused else ALL_READ


def open_reader() -> Reads:
    """The reader with the lexicon and model that come with the library. Leaves with 2 where these are broken."""
    from vakanuvis.pipeline import Reader  # noqa: PLC0415  # lexicon and model: not for --help

    try:
        return Reader()
    except VakanuvisError as error:
        refuse(error)


def found_articles(
    paths: Iterable[str], encoding: str | None = None, columns: str | None = None
) -> Iterator[Article | ArticleError]:
    """All articles of all paths, in order. Leaves with 2 where ``columns`` names none."""
    from vakanuvis.text.articles import columns_of, read_articles  # noqa: PLC0415

    try:
        names = columns_of(columns) if columns else {}
    except ArticleError as error:
        refuse(error)
    for path in paths:
        yield from read_articles(path, encoding=encoding, columns=names)


def readings_of(found: Iterable[Article | ArticleError], reader: Reads, tally: Tally) -> Iterator[Reading]:
    """A reading for each article that can be read."""
    for article in found:
        reading = _reading(article, reader)
        if isinstance(reading, ArticleError):
            tally.refused += 1
            tell(reading)
        else:
            tally.read += 1
            yield reading


def _reading(article: Article | ArticleError, reader: Reads) -> Reading | ArticleError:
    from vakanuvis.export.contract import reading_of  # noqa: PLC0415

    if isinstance(article, ArticleError):
        return article
    try:
        return reading_of(reader.read(article))
    except ArticleError as error:
        return error
    except VakanuvisError as error:  # The lexicon or the order of reading is broken: no article can be read.
        refuse(error)
    except Exception as defect:  # A defect met in one article must not cost the others.
        return ArticleError.reading_failed(article.source or article.id, f"{type(defect).__name__}: {defect}")
