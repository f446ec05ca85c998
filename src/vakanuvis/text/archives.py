"""Articles as the HTML pages in a WARC file (ISO 28500), as crawlers keep them.

In:  an open, unpacked WARC file.
Out: an Incoming for each response that is a page and was answered with 200, numbered by its record. Other records
     (requests, pictures, redirections) are passed over.

A record is passed over without being kept, and a page is kept only as far as an article may be long.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, parse_headers

from vakanuvis.errors import ArticleError
from vakanuvis.record.incoming import Incoming
from vakanuvis.text.decoding import is_encoding
from vakanuvis.text.opened import Choices, Opened
from vakanuvis.text.pages import PAGE, incoming_page

_PAGES = {PAGE, "application/xhtml+xml"}
_LONGEST_LINE = 1 << 16
_CHUNK = 1 << 16
_HEADERS_ROOM = 1 << 20
"""Bytes that the server's own headers may add to a page."""


@dataclass(frozen=True, slots=True)
class _Record:
    headers: Message
    block: bytes
    length: int


def read_archive(opened: Opened) -> Iterator[Incoming]:
    """One article per page. Raises ArticleError at a record behind which nothing can be found any more."""
    number = pages = 0
    for number, record in enumerate(_records(opened), 1):
        place = f"{opened.place}:{number}"
        try:
            page = _page(record, place, opened.choices)
        except ArticleError as error:
            yield Incoming(place, error=error)
            continue
        if page is not None:
            pages += 1
            yield page
    if not pages:
        raise ArticleError.broken_archive(opened.place, f"none of its {number} records is a page")


def _records(opened: Opened) -> Iterator[_Record]:
    stream, room = opened.stream, opened.choices.largest + _HEADERS_ROOM
    number = 0
    while version := _next_line(stream):
        number += 1
        place = f"{opened.place}:{number}"
        if not version.startswith(b"WARC/"):
            raise ArticleError.broken_archive(
                place, "it does not begin with `WARC/`: the length of the one before is wrong"
            )
        headers = _headers(stream, place)
        length = headers.get("Content-Length", "").strip()
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            raise ArticleError.broken_archive(place, f"Content-Length is '{length}'")
        is_response = headers.get("WARC-Type", "").strip() == "response"
        block = stream.read(min(int(length), room)) if is_response else b""
        missing = int(length) - len(block) - _passed_over(stream, int(length) - len(block))
        if missing:
            raise ArticleError.broken_archive(place, f"the file ends {missing:,} bytes before the record does")
        yield _Record(headers, block, int(length))


def _next_line(stream: io.BufferedReader) -> bytes:
    """The first line that is not empty; b'' at the end."""
    while line := stream.readline(_LONGEST_LINE):
        if line.strip():
            break
    return line


def _headers(stream: io.BufferedIOBase, place: str) -> Message:
    try:
        return parse_headers(stream)
    except HTTPException as error:
        raise ArticleError.broken_archive(place, f"its headers: {error}") from None


def _passed_over(stream: io.BufferedReader, number: int) -> int:
    passed = 0
    while passed < number and (piece := stream.read(min(_CHUNK, number - passed))):
        passed += len(piece)
    return passed


def _page(record: _Record, place: str, choices: Choices) -> Incoming | None:
    """The page of a record, or None where it is something else. Raises ArticleError."""
    block = io.BytesIO(record.block)
    status = block.readline(_LONGEST_LINE).split()
    if len(status) < 2 or not status[0].startswith(b"HTTP/") or status[1] != b"200":
        return None
    headers = _headers(block, place)
    if headers.get_content_type() not in _PAGES:
        return None
    if record.length > len(record.block):
        raise ArticleError.too_long(place, record.length, choices.longest)
    body = block.read()
    if "chunked" in headers.get("Transfer-Encoding", ""):
        body = _dechunked(body)
    data = _unpacked(body, headers.get("Content-Encoding", "").strip(), place, choices)
    stated = headers.get_content_charset()
    if not choices.encoding and stated and is_encoding(data, stated):
        choices = Choices(stated, choices.columns, choices.settings)
    return incoming_page(data, place, choices, url=record.headers.get("WARC-Target-URI", "").strip(" <>") or None)


def _dechunked(body: bytes) -> bytes:
    """The body without the lengths between its pieces; as it is where a crawler has taken them out already."""
    pieces: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        try:
            length = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body
        if not length:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return body


def _unpacked(body: bytes, packing: str, place: str, choices: Choices) -> bytes:
    if packing in ("", "identity"):
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise ArticleError.broken_archive(place, f"Content-Encoding `{packing}` is not read, only gzip and deflate")
    if packing != "deflate" and not body.startswith(b"\x1f\x8b"):
        return body  # unpacked already by the crawler, which kept the header
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # 32: gzip or zlib, whichever it is
    try:
        data = unpacker.decompress(body, choices.largest)
    except zlib.error as error:
        raise ArticleError.broken_packing(place, str(error)) from None
    if unpacker.unconsumed_tail:
        raise ArticleError.too_long(place, len(data) + len(unpacker.unconsumed_tail), choices.longest)
    if not unpacker.eof:
        raise ArticleError.broken_packing(place, f"it ends after {len(data):,} bytes")
    return data
