"""Record books for tests: the newspaper's accepted records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from vakanuvis.record.reading import ReaderMark, Reading
from vakanuvis.scale.conclude import conclude
from vakanuvis.store.book import Intake, Record
from vakanuvis.text.sources import read_sources

MARK = ReaderMark("0", "lexicon", "model")
NEWSPAPER = Path(__file__).parents[1] / "examples" / "newspaper"


def accepted() -> Iterator[Reading]:
    """All accepted records of the newspaper."""
    for file in sorted(NEWSPAPER.glob("*/record.json")):
        found = json.loads(file.read_text("utf-8"))
        yield from found if isinstance(found, list) else [found]


def begins() -> dict[str, int]:
    """Where the story begins in each article of the newspaper, behind a header, by the article's id."""
    files = sorted(NEWSPAPER.glob("*/article.*"))
    return {each.article.id: each.article.body for file in files for each in read_sources(str(file)) if each.article}


def write_small_book(path: Path) -> Path:
    """Write a book of all accepted records, as told by two papers in turn, and what is concluded from them."""
    with Record.open(path, write=True) as record:
        with record.writing():
            for number, reading in enumerate(accepted()):
                record.add(reading, MARK, Intake(outlet=("Somun Postası", "Ardalya Haber")[number % 2]))
        conclude(record)
    return path
