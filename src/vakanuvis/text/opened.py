"""What the readers of all kinds of files share: what the user chose, and a file that is open for reading."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.incoming import Incoming
from vakanuvis.settings import Settings

FIELDS = ("text", "title", "published", "url", "source", "author", "id")
"""What an article can have, under the names that JSON lines and tables give it unless told otherwise."""

_BYTES_A_LETTER = 4


def columns_of(given: str) -> Mapping[str, str]:
    """Field to column from ``text=icerik,title=baslik``. Raises ArticleError."""
    columns: dict[str, str] = {}
    for part in given.split(","):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if not equals or not column:
            raise ArticleError.wrong_columns(given, f"`{part}` names no column")
        if name not in FIELDS:
            raise ArticleError.wrong_columns(given, f"there is no field `{name}`, only {', '.join(FIELDS)}")
        if name in columns:
            raise ArticleError.wrong_columns(given, f"`{name}` is named twice")
        columns[name] = column
    return columns


@dataclass(frozen=True, slots=True)
class Choices:
    """How to read files: ``encoding`` where it must not be guessed, ``columns`` (field to column), the limits."""

    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    settings: Settings = field(default_factory=Settings)

    @property
    def longest(self) -> int:
        """Characters of one article."""
        return self.settings.longest_article

    @property
    def largest(self) -> int:
        """Bytes in which one article must have room."""
        return self.settings.longest_article * _BYTES_A_LETTER

    def column(self, name: str) -> str:
        """Under which name a file gives the field ``name``."""
        return self.columns.get(name, name)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is open for reading, unpacked; ``place`` is what messages call it."""

    stream: io.BufferedReader
    place: str
    choices: Choices

    def whole(self, largest: int) -> bytes:
        """All bytes, if there are at most ``largest``. Raises ArticleError."""
        data = self.stream.read(largest + 1)
        if len(data) > largest:
            raise ArticleError.too_long(self.place, len(data), largest)
        return data


def fields_at(columns: Sequence[str], place: str, choices: Choices) -> dict[str, int]:
    """Field to the index of its column. Raises ArticleError where one that was asked for is missing or there twice."""
    for name in ("text", *choices.columns):
        if columns.count(choices.column(name)) != 1:
            raise ArticleError.no_such_column(place, choices.column(name), columns)
    return {name: columns.index(choices.column(name)) for name in FIELDS if choices.column(name) in columns}


def incoming(place: str, read: Callable[[], Article]) -> Incoming:
    """The article that ``read`` makes, or the error that it raises."""
    try:
        return Incoming(place, read())
    except ArticleError as error:
        return Incoming(place, error=error)
