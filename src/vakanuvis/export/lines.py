"""Readings as JSON text.

In:  readings, one by one.
Out: text: one reading on one line (JSONL), or indented for the eye.

Keys come in the order of the contract, letters as they are (``ş``, never ``\\u015f``). A lone surrogate, which a
damaged JSON source can hold, is escaped: the text stays valid UTF-8 and loses nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from vakanuvis.record.reading import Reading

_LONE = re.compile("[\ud800-\udfff]")


def line_of(reading: Reading) -> str:
    """One reading on one line, without the line feed."""
    return _whole(json.dumps(reading, ensure_ascii=False, allow_nan=False, separators=(", ", ": ")))


def text_of(reading: Reading) -> str:
    """One reading, indented, without the last line feed."""
    return _whole(json.dumps(reading, ensure_ascii=False, allow_nan=False, indent=1))


def lines_of(readings: Iterable[Reading]) -> Iterator[str]:
    """JSONL: each reading with its line feed."""
    return (line_of(reading) + "\n" for reading in readings)


def json_of(readings: Iterable[Reading]) -> Iterator[str]:
    """JSON: one reading as an object; several as an array, written piece by piece."""
    coming = iter(readings)
    first = next(coming, None)
    if first is None:
        return
    second = next(coming, None)
    if second is None:
        yield text_of(first) + "\n"
        return
    yield "[\n" + text_of(first)
    for reading in chain((second,), coming):
        yield ",\n" + text_of(reading)
    yield "\n]\n"


def _whole(text: str) -> str:
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
