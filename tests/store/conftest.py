"""An empty record book."""

from __future__ import annotations

import pytest

from vakanuvis.store.book import Record


@pytest.fixture
def book(tmp_path):
    with Record.open(tmp_path / "kayit.db", write=True) as record:
        yield record
