"""What tests share: the lexicon folder, a reader made once, and a way from a sentence to its Doc."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.record_books import MARK, accepted, begins

from vakanuvis.language.analyser import Analyser
from vakanuvis.language.traits import WordTraits
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Doc
from vakanuvis.scale.conclude import conclude
from vakanuvis.store.book import Intake, Record
from vakanuvis.text.articles import article_of


@pytest.fixture(scope="session")
def traits() -> WordTraits:
    """What the shipped lexicon knows of words."""
    return WordTraits(lexicon_folder(), Analyser.from_lexicon(lexicon_folder()))


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(lexicon_folder())


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Doc]:
    """Read a text, by default as published on 2024-11-15."""

    def _read(text: str, published: str = "2024-11-15") -> Doc:
        return reader.read(article_of(f"date {published} {text}"))

    return _read


@pytest.fixture(scope="session")
def concluded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a record book that holds the newspaper and its conclusions. Copy it to write to it."""
    path = tmp_path_factory.mktemp("book") / "kayit.db"
    bodies = begins()
    with Record.open(path, write=True) as record:
        with record.writing():
            for reading in accepted():
                record.add(reading, MARK, Intake(body=bodies[reading["article"]["id"]]))
        conclude(record)
    return path
