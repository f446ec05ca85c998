"""Accept what the reader now writes as the newspaper's records.

    python -m bench.accept

In:  ``examples/newspaper/<slug>/article.*``.
Out: ``record.json`` beside each: the reading, indented; of several articles in one file, an array. Review the diff:
     whatever changed in it changes in every user's record.
"""

from __future__ import annotations

from pathlib import Path

from bench.newspaper import article_files
from vakanuvis.export.contract import reading_of
from vakanuvis.export.lines import json_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles


def record_of(reader: Reader, file: Path) -> str:
    """The record of all articles in ``file``, as ``record.json`` holds it."""
    readings = []
    for found in read_articles(str(file)):
        if not isinstance(found, Article):
            raise found
        readings.append(reading_of(reader.read(found)))
    return "".join(json_of(readings))


def main() -> None:
    """Write every record anew and say which changed."""
    reader = Reader()
    files = article_files()
    changed = 0
    for file in files:
        record, new = file.with_name("record.json"), record_of(reader, file)
        if not record.exists() or record.read_text(encoding="utf-8") != new:
            changed += 1
            print(f"{'changed' if record.exists() else 'new'}: {record.parent.name}")
            record.write_text(new, encoding="utf-8")
    print(f"{len(files)} records, {changed} of them new or changed")


if __name__ == "__main__":
    main()
