"""Read articles from whatever holds them: files of all kinds, folders of them, standard input.

In:  a path or ``-``; the kinds are listed in ``kinds.py``.
Out: an Incoming for each article found, or for each that is not one: a bad one never stops the others.
"""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from vakanuvis.errors import ArticleError, shown
from vakanuvis.record.doc import Article
from vakanuvis.record.incoming import Incoming
from vakanuvis.settings import Settings
from vakanuvis.text.archives import read_archive
from vakanuvis.text.decoding import decode
from vakanuvis.text.feeds import read_feed
from vakanuvis.text.fields import article_of
from vakanuvis.text.folders import files_in
from vakanuvis.text.kinds import endings_of, kind_of
from vakanuvis.text.objects import read_lines, read_objects
from vakanuvis.text.opened import Choices, Opened, incoming
from vakanuvis.text.packed import unpacked
from vakanuvis.text.pages import incoming_page
from vakanuvis.text.parquet import read_parquet
from vakanuvis.text.sheets import read_sheet

Found = Article | ArticleError

_STDIN = "<stdin>"
_HEAD = 1000
_PACKED = {b"\x1f\x8b": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}
_SIGNS = (
    ("archive", re.compile(rb"WARC/")),
    ("lines", re.compile(rb"\{")),
    ("objects", re.compile(rb"\[\s*\{")),
    ("page", re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.IGNORECASE)),
    ("feed", re.compile(rb"<(?:\?xml|rss|feed|rdf)\b", re.IGNORECASE)),
)


def read_articles(
    path: str,
    *,
    encoding: str | None = None,
    columns: Mapping[str, str] = MappingProxyType({}),
    settings: Settings | None = None,
) -> Iterator[Found]:
    """All articles of ``path``. What cannot be read comes as an ArticleError in its place."""
    for each in read_sources(path, encoding=encoding, columns=columns, settings=settings):
        found = each.article or each.error
        assert found, "an Incoming holds one of the two"
        yield found


def read_sources(
    path: str,
    *,
    encoding: str | None = None,
    columns: Mapping[str, str] = MappingProxyType({}),
    settings: Settings | None = None,
) -> Iterator[Incoming]:
    """All articles of ``path``, each with its place in it and, of pages, the page; errors stand in their place.

    ``columns`` maps fields (``text``, ``title`` …) to the names that tables and JSON objects give them.
    """
    choices = Choices(encoding, columns, settings or Settings())
    if path == "-":
        yield from _told(_STDIN, partial(_standard_input, choices))
        return
    file = Path(path)
    try:
        if not path or not file.exists():
            raise ArticleError.not_found(path)
        is_folder = file.is_dir()
        if not is_folder and not kind_of(file.name):
            raise ArticleError.unknown_kind(path)
    except OSError as error:
        yield Incoming(_name(path), error=ArticleError.unreadable(path, error.strerror or str(error)))
    except ArticleError as error:
        yield Incoming(_name(path), error=error)
    else:
        yield from _in_folder(file, choices) if is_folder else _in_file(file, _name(file.name), choices)


def _in_folder(root: Path, choices: Choices) -> Iterator[Incoming]:
    for file in files_in(root):
        if isinstance(file, ArticleError):
            yield Incoming(_name(str(root)), error=file)
        else:
            yield from _in_file(file, _name(file.relative_to(root).as_posix()), choices)


def _name(path: str) -> str:
    """A path as messages and records can hold it: whole, and printable whatever its letters."""
    return shown(path, longest=len(path))


def _in_file(file: Path, place: str, choices: Choices) -> Iterator[Incoming]:
    yield from _told(place, partial(_file, file, place, choices))


def _told(place: str, read: Callable[[], Iterator[Incoming]]) -> Iterator[Incoming]:
    """What ``read`` finds and, if it cannot go on, why."""
    try:
        yield from read()
    except ArticleError as error:
        yield Incoming(place, error=error)
    except OSError as error:
        yield Incoming(place, error=ArticleError.unreadable(place, error.strerror or str(error)))


def _file(file: Path, place: str, choices: Choices) -> Iterator[Incoming]:
    kind, (_, packing) = kind_of(file.name), endings_of(file.name)
    assert kind, "files of unknown kinds are not opened"
    with _opened(file, place) as stream:
        if kind == "parquet":
            yield from read_parquet(file, place, choices)
            return
        inner = unpacked(stream, packing, place, choices.settings) if packing else stream
        yield from _READERS[kind](Opened(inner, place, choices))


def _opened(file: Path, place: str) -> io.BufferedReader:
    """``file``, open, if it is an ordinary one: to open a pipe could take for ever. Raises ArticleError, OSError."""
    number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise ArticleError.unreadable(place, "it is no ordinary file")
    return os.fdopen(number, "rb")


def _standard_input(choices: Choices) -> Iterator[Incoming]:
    if sys.stdin is None:
        raise ArticleError.unreadable(_STDIN, "standard input is closed")
    stream: io.BufferedReader = io.BufferedReader(cast(Any, sys.stdin.buffer))  # one that can look ahead
    try:
        head = stream.peek(_HEAD)
        packing = next((ending for sign, ending in _PACKED.items() if head.startswith(sign)), None)
        inner = unpacked(stream, packing, _STDIN, choices.settings) if packing else stream
        yield from _READERS[_sniffed(inner.peek(_HEAD))](Opened(inner, _STDIN, choices))
    finally:
        stream.detach()  # or standard input would be closed with it


def _sniffed(head: bytes) -> str:
    head = head[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((kind for kind, sign in _SIGNS if sign.match(head)), "text")


def _text(opened: Opened) -> Iterator[Incoming]:
    data = opened.whole(opened.choices.largest)
    yield incoming(opened.place, partial(_article, data, opened.place, opened.choices))


def _article(data: bytes, place: str, choices: Choices) -> Article:
    text, notes = decode(data, place, choices.encoding)
    return article_of(text, place, notes=notes, limit=choices.longest)


def _page(opened: Opened) -> Iterator[Incoming]:
    yield incoming_page(opened.whole(opened.choices.largest), opened.place, opened.choices)


_READERS: dict[str, Callable[[Opened], Iterator[Incoming]]] = {
    "text": _text,
    "page": _page,
    "lines": read_lines,
    "objects": read_objects,
    "sheet": read_sheet,
    "feed": read_feed,
    "archive": read_archive,
}
