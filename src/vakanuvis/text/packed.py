"""Unpack ``.gz`` and ``.zst`` files as they are read, and refuse those that were made to do harm.

In:  the packed stream and the limits.
Out: the unpacked stream. Nothing is unpacked ahead: memory stays the same however much comes out.
"""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from typing import TYPE_CHECKING

from vakanuvis.errors import ArticleError
from vakanuvis.settings import Settings

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ANY_RATIO = 64 << 20
"""Bytes that may come out before their ratio to the packed bytes counts: a second of work, and none of memory."""
_CHUNK = 1 << 17
_WINDOW = 27  # log2 of 128 MiB, the memory that a zstd frame may ask for; what `zstd` itself grants unasked
_BROKEN = (OSError, EOFError, zlib.error, zstd.ZstdError)


def unpacked(stream: io.BufferedReader, ending: str, place: str, settings: Settings) -> io.BufferedReader:
    """What ``stream`` holds, packed as ``ending`` (``.gz`` or ``.zst``) says. Reading it raises ArticleError."""
    counted = _Counted(stream)
    inner: io.BufferedIOBase
    if ending == ".gz":
        inner = gzip.GzipFile(fileobj=counted, mode="rb")
    else:
        inner = zstd.ZstdFile(counted, options={zstd.DecompressionParameter.window_log_max: _WINDOW})
    return io.BufferedReader(_Unpacked(inner, counted, place, settings), _CHUNK)


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were read of it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        super().__init__()
        self._stream = stream
        self.read_so_far = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read and count."""
        read = self._stream.readinto(buffer)
        self.read_so_far += read
        return read


class _Unpacked(io.RawIOBase):
    """An unpacking stream that raises ArticleError where the packing is broken or a bomb."""

    def __init__(self, inner: io.BufferedIOBase, packed: _Counted, place: str, settings: Settings) -> None:
        super().__init__()
        self._inner, self._packed, self._place, self._settings = inner, packed, place, settings
        self._out = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Unpack into ``buffer``. Raises ArticleError."""
        room = memoryview(buffer).cast("B")
        try:
            piece = self._inner.read1(len(room))
        except _BROKEN as error:
            raise ArticleError.broken_packing(self._place, f"after {self._out:,} bytes: {error}") from None
        room[: len(piece)] = piece
        self._out += len(piece)
        self._refuse_bombs()
        return len(piece)

    def _refuse_bombs(self) -> None:
        if self._out > self._settings.largest_unpacked:
            raise ArticleError.unpacks_too_far(
                self._place, f"more than {self._settings.largest_unpacked:,} bytes (`largest_unpacked`)"
            )
        ratio = self._settings.highest_packing
        if self._out > max(_ANY_RATIO, self._packed.read_so_far * ratio):
            raise ArticleError.unpacks_too_far(self._place, f"more than {ratio} times its size (`highest_packing`)")
