"""Say beforehand how many articles there will be, where that costs next to nothing.

In:  a path, as ``sources.py`` reads it.
Out: how many articles it should give; None where only reading it would tell (tables, feeds, archives, standard input).
"""

from __future__ import annotations

from pathlib import Path

from vakanuvis.errors import ArticleError
from vakanuvis.settings import Settings
from vakanuvis.text.folders import files_in
from vakanuvis.text.kinds import endings_of, kind_of
from vakanuvis.text.packed import unpacked

_CHUNK = 1 << 20


def expected_articles(path: str) -> int | None:
    """The number of files of one article and of lines, in all files of ``path``."""
    place = Path(path)
    total = 0
    try:
        for file in files_in(place) if place.is_dir() else (place,):
            count = 1 if isinstance(file, ArticleError) else _in_file(file)
            if count is None:
                return None
            total += count
    except (OSError, ArticleError):
        return None
    return total


def _in_file(file: Path) -> int | None:
    kind = kind_of(file.name)
    if kind in ("text", "page"):
        return 1
    return _lines(file) if kind == "lines" and file.is_file() else None


def _lines(file: Path) -> int:
    count, last = 0, b"\n"
    _, packing = endings_of(file.name)
    with file.open("rb") as stream:
        inner = unpacked(stream, packing, file.name, Settings()) if packing else stream
        while chunk := inner.read(_CHUNK):
            count += chunk.count(b"\n")
            last = chunk[-1:]
    return count + (last != b"\n")
