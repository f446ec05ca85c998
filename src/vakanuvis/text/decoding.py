"""Bytes to letters, and streams of bytes to lines that are never longer than an article.

In:  bytes in UTF-8, UTF-16 or a Turkish eight-bit encoding.
Out: text, with notes that say what had to be guessed.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vakanuvis.errors import ArticleError, shown

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CHUNK = 1 << 16


def decode(data: bytes, place: str, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode bytes; the notes say what had to be guessed. Raises ArticleError.

    UTF-8 with or without a mark, UTF-16 with one; else Windows-1254, or ISO-8859-9 where no byte lies in 0x80–0x9F, the
    only range in which the two differ.
    """
    if encoding:
        try:
            return data.decode(_known(encoding, place)), ()
        except UnicodeError as error:
            at = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "it"
            raise ArticleError.unreadable(place, f"{at} is not {encoding}") from None
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data.decode(name, errors="replace"), ()
    if b"\0" in data:
        raise ArticleError.not_text(place)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = data.decode("utf-8", errors="replace")
        # Text that is nearly all well-formed UTF-8 with Turkish letters is damaged UTF-8, not another encoding.
        if any(ord(c) > 127 and c != "\ufffd" for c in broken) and broken.count("\ufffd") * 20 < len(broken.encode()):
            letters = sum(c in "çğıöşüÇĞİÖŞÜâîû’“”" for c in broken)
            if letters > broken.count("\ufffd"):
                return broken, (f"damaged UTF-8: unreadable bytes from byte {error.start} on became �",)
    high = any(0x80 <= byte < 0xA0 for byte in data)
    guess = "cp1254" if high else "iso8859-9"
    name = "Windows-1254" if high else "ISO-8859-9"
    return data.decode(guess, errors="replace"), (
        f"encoding guessed: {name} (not UTF-8); name another with --encoding",
    )


def _known(encoding: str, place: str) -> str:
    """The name under which Python knows a text encoding."""
    try:
        found = codecs.lookup(encoding)
        b"".decode(found.name)  # `rot13` and `zip` are codecs, but none of bytes into text
    except (LookupError, ValueError):
        raise ArticleError.unreadable(place, f"unknown encoding {shown(encoding)!r}") from None
    return found.name


def is_encoding(data: bytes, stated: str) -> bool:
    """True where ``data`` is text in the encoding that somebody states for it."""
    try:
        decode(data, "", stated)
    except ArticleError:
        return False
    return True


def as_utf8(stream: io.BufferedReader, place: str, encoding: str | None = None) -> io.BufferedReader:
    """``stream`` in an encoding whose line ends are single bytes: UTF-16 and UTF-32 become UTF-8, others stay."""
    name = _known(encoding, place) if encoding else None
    if name is None and stream.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
        name = "utf-16"
    if name is None or not name.startswith(("utf-16", "utf-32")):
        return stream
    return io.BufferedReader(_Transcoded(stream, name, place), _CHUNK)


class _Transcoded(io.RawIOBase):
    """A stream in another encoding, read as UTF-8."""

    def __init__(self, stream: io.BufferedReader, encoding: str, place: str) -> None:
        super().__init__()
        self._stream, self._place, self._encoding = stream, place, encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._waiting = b""
        self._at_end = False

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill ``buffer`` with UTF-8. Raises ArticleError at bytes that are not in the encoding."""
        while not self._waiting and not self._at_end:
            chunk = self._stream.read1(_CHUNK)
            self._at_end = not chunk
            try:
                text = self._decoder.decode(chunk, final=self._at_end)
            except UnicodeError as error:  # not always one of decoding: a missing mark is but that
                raise ArticleError.unreadable(self._place, f"not {self._encoding}: {error}") from None
            self._waiting = text.encode("utf-8", "surrogatepass")
        room = memoryview(buffer).cast("B")
        taken = min(len(room), len(self._waiting))
        room[:taken] = self._waiting[:taken]
        self._waiting = self._waiting[taken:]
        return taken


def bounded_lines(stream: io.BufferedReader, longest: int) -> Iterator[tuple[bytes | None, int]]:
    """The lines of ``stream`` with their line ends, and the length of each in bytes.

    A line of more than ``longest`` bytes comes as None: it is passed over without being kept.
    """
    while line := stream.readline(longest + 1):
        length = len(line)
        if length <= longest:
            yield line, length
            continue
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            length += len(line)
        yield None, length
