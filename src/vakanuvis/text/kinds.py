"""Which files hold articles, by the endings of their names."""

from __future__ import annotations

from pathlib import PurePath

KINDS = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "objects",
    ".csv": "sheet",
    ".tsv": "sheet",
    ".parquet": "parquet",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "archive",
}
PACKINGS = (".gz", ".zst")

_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")  # endings are ASCII: I is i


def kind_of(name: str) -> str | None:
    """The kind of a file; None if it is not read. A Parquet file is packed inside, and never as a whole."""
    ending, packing = endings_of(name)
    return None if packing and ending == ".parquet" else KINDS.get(ending)


def endings_of(name: str) -> tuple[str, str]:
    """Small endings of a name: the one that tells the kind, and ``.gz`` or ``.zst`` behind it or ''."""
    path = PurePath(name)
    last = path.suffix.translate(_SMALL)
    if last in PACKINGS:
        return PurePath(path.stem).suffix.translate(_SMALL), last
    return last, ""
