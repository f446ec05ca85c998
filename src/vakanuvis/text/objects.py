"""Articles as JSON: one object per line, or a file with an object or an array of them.

In:  an open ``.jsonl`` or ``.json`` file.
Out: an Incoming for each object. A bad one never stops the others.

Only one article at a time is in memory: the elements of an array are cut out by counting brackets, as they stream by.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterable, Iterator
from functools import partial

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.incoming import Incoming
from vakanuvis.text.decoding import as_utf8, bounded_lines, decode
from vakanuvis.text.fields import article_of_fields
from vakanuvis.text.opened import FIELDS, Choices, Opened, incoming

_BLANK = b"\xef\xbb\xbf \t\r\n"
_CHUNK = 1 << 16
_OUTSIDE = re.compile(rb'["{}\[\]]|,[,\s]*')
_DEEPEST = 1_000_000
"""Brackets in brackets, behind which nobody looks for the next article; an object with a thousand cannot be read."""
_INSIDE = re.compile(rb'["\\]')


def read_lines(opened: Opened) -> Iterator[Incoming]:
    """One article per line."""
    stream = as_utf8(opened.stream, opened.place, opened.choices.encoding)
    yield from _articles(bounded_lines(stream, opened.choices.largest), opened, stream is not opened.stream)


def read_objects(opened: Opened) -> Iterator[Incoming]:
    """An array of articles, numbered from 1, or a single one."""
    stream = as_utf8(opened.stream, opened.place, opened.choices.encoding)
    if not stream.peek(_CHUNK).lstrip(_BLANK).startswith(b"["):
        data = Opened(stream, opened.place, opened.choices).whole(opened.choices.largest)
        if not data.strip(_BLANK):
            raise ArticleError.empty(opened.place)
        yield incoming(opened.place, partial(_article, data, opened.place, opened.choices))
        return
    chunks = iter(lambda: stream.read(_CHUNK), b"")
    elements = _Elements(opened.choices.largest).of(chunks, opened.place)
    yield from _articles(elements, opened, stream is not opened.stream)


def _articles(pieces: Iterable[tuple[bytes | None, int]], opened: Opened, is_utf8: bool) -> Iterator[Incoming]:
    choices = Choices(None, opened.choices.columns, opened.choices.settings) if is_utf8 else opened.choices
    nothing = True
    for number, (piece, length) in enumerate(pieces, 1):
        place = f"{opened.place}:{number}"
        if piece is None:
            yield Incoming(place, error=ArticleError.too_long(place, length, choices.longest))
        elif piece.strip(_BLANK):
            yield incoming(place, partial(_article, piece, place, choices))
        else:
            continue
        nothing = False
    if nothing:
        raise ArticleError.empty(opened.place)


def _article(data: bytes, place: str, choices: Choices) -> Article:
    text, notes = decode(data, place, choices.encoding)
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError.broken_json(place, str(error) or "nested too deeply") from None
    if not isinstance(record, dict):
        raise ArticleError.broken_json(place, f"a {type(record).__name__}")
    if choices.column("text") not in record:
        raise ArticleError.broken_json(place, f"no `{choices.column('text')}` field")
    fields = {name: record.get(choices.column(name)) for name in FIELDS}
    return article_of_fields(fields, place, notes=notes, limit=choices.longest)


class _Elements:
    """Cuts an array into its elements without reading what they hold. Remembers where in the brackets it stands."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._depth = 0  # of brackets; 1 is between the elements
        self._in_string = self._ended = False
        self._element = bytearray()
        self._length = 0

    def of(self, chunks: Iterable[bytes], place: str) -> Iterator[tuple[bytes | None, int]]:
        """Each element, or None for one that is too long, and its length in bytes. Raises ArticleError."""
        rest = b""
        for chunk in chunks:
            # A backslash and what it guards must stand in the same piece.
            piece = rest + chunk
            is_cut = (len(piece) - len(piece.rstrip(b"\\"))) % 2 == 1
            piece, rest = (piece[:-1], piece[-1:]) if is_cut else (piece, b"")
            start = yield from self._cut(piece)
            if self._depth > _DEEPEST:
                raise ArticleError.broken_json(place, "nested too deeply")
            if self._ended and piece[start:].strip(_BLANK):
                raise ArticleError.broken_json(place, "there is more behind the array")
        if not self._ended:
            raise ArticleError.broken_json(place, "the array is not closed")

    def _cut(self, piece: bytes) -> Generator[tuple[bytes | None, int], None, int]:
        """Yield the elements that end in ``piece``; return where what follows them begins."""
        start = at = 0
        while not self._ended and (mark := (_INSIDE if self._in_string else _OUTSIDE).search(piece, at)):
            sign, at = mark.group()[:1], mark.end()
            if sign == b'"':
                self._in_string = not self._in_string
            elif sign == b"\\":
                at += 1
            elif sign in (b"{", b"["):
                self._depth += 1
                start = at if self._depth == 1 else start
            elif self._depth == 1:
                self._keep(piece[start : mark.start()])
                yield self._finished()
                start = at
                self._ended = sign != b","
            elif sign != b",":
                self._depth -= 1
        if not self._ended:
            self._keep(piece[start:])
        return start

    def _keep(self, piece: bytes) -> None:
        self._length += len(piece)
        if self._length > self._longest:
            self._element.clear()
        else:
            self._element += piece

    def _finished(self) -> tuple[bytes | None, int]:
        length = self._length
        element = bytes(self._element) if length <= self._longest else None
        self._element.clear()
        self._length = 0
        return element, length
