"""A record book of the newspaper's accepted records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vakanuvis.record.reading import ReaderMark
from vakanuvis.scale.conclude import conclude
from vakanuvis.store.book import Record

MARK = ReaderMark("0", "lexicon", "model")
NEWSPAPER = Path(__file__).parents[2] / "examples" / "newspaper"


def accepted():
    for file in sorted(NEWSPAPER.glob("*/record.json")):
        found = json.loads(file.read_text("utf-8"))
        yield from found if isinstance(found, list) else [found]


@pytest.fixture
def book(tmp_path):
    with Record.open(tmp_path / "kayit.db", write=True) as record:
        yield record


@pytest.fixture(scope="session")
def concluded(tmp_path_factory):
    """The path of a book that holds the newspaper and its conclusions. Not to be written."""
    path = tmp_path_factory.mktemp("book") / "kayit.db"
    with Record.open(path, write=True) as record:
        with record.writing():
            for reading in accepted():
                record.add(reading, MARK)
        conclude(record)
    return path
