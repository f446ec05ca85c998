"""A room over a small book: the bundled newspaper's accepted records and what is concluded from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record_books import write_small_book

from vakanuvis.store.book import Record
from vakanuvis.web.app import room

HERE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def book(tmp_path_factory) -> Path:
    return write_small_book(tmp_path_factory.mktemp("room") / "kayit.db")


@pytest.fixture(scope="session")
def client(book) -> TestClient:
    return TestClient(room(book), base_url=HERE)


@pytest.fixture(scope="session")
def empty(tmp_path_factory) -> TestClient:
    path = tmp_path_factory.mktemp("empty") / "kayit.db"
    Record.open(path, write=True).close()
    return TestClient(room(path), base_url=HERE)
