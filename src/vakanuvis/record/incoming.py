"""What comes in: an article or why there is none, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article


@dataclass(frozen=True, slots=True)
class Incoming:
    """One article as a file gave it, or the error that stands in its place; exactly one of the two is there.

    ``place`` is the same at every reading: the file's name, or its path below the folder that was given, with the
    number of the line, row, entry or record where the file holds many. ``original`` are the bytes of the page that the
    text was extracted from, and ``media_type`` is what they are; None where the text is the original.
    """

    place: str
    article: Article | None = None
    error: ArticleError | None = None
    original: bytes | None = None
    media_type: str | None = None
