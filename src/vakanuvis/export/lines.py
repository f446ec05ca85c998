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

from vakanuvis.export.entry import Entry
from vakanuvis.record.reading import Reading

_LONE = re.compile("[\ud800-\udfff]")


def line_of(reading: Reading) -> str:
    """One reading on one line, without the line feed."""
    return whole(json.dumps(reading, ensure_ascii=False, allow_nan=False, separators=(", ", ": ")))


def text_of(reading: Reading) -> str:
    """One reading, indented, without the last line feed."""
    return whole(json.dumps(reading, ensure_ascii=False, allow_nan=False, indent=1))


def positions_of(entry: Entry) -> Reading:
    """The reading without the article's letters; its length and digest let the owner of the text check the places."""
    head = {name: value for name, value in entry.article.items() if name not in ("text", "title")}
    head |= {"length": len(entry.article["text"]), "sha256": entry.sha256}
    actors = [
        {**actor, "titles": [{name: title[name] for name in title if name != "text"} for title in actor["titles"]]}
        for actor in entry.reading["actors"]
    ]
    return {**entry.reading, "article": head, "actors": actors}


def entry_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """JSONL as ``lines_of`` writes it, without the letters of those articles whose letters may not be passed on."""
    return lines_of(positions_of(entry) if entry.positions_only else entry.reading for entry in entries)


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


def whole(text: str) -> str:
    """JSON text with its lone surrogates escaped."""
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
