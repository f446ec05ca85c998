"""What tests share: the lexicon folder, a reader made once, and a way from a sentence to its Doc."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Doc
from vakanuvis.text.articles import article_of


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(lexicon_folder())


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Doc]:
    """Read a text, by default as published on 2024-11-15."""

    def _read(text: str, published: str = "2024-11-15") -> Doc:
        return reader.read(article_of(f"date {published} {text}"))

    return _read
