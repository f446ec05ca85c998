"""A room over a small book: the bundled newspaper's accepted records and what is concluded from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from vakanuvis.scale.conclude import conclude
from vakanuvis.store.book import Intake, ReaderMark, Record
from vakanuvis.web.app import room

NEWSPAPER = Path(__file__).parents[2] / "examples" / "newspaper"
HERE = "http://127.0.0.1"


def accepted():
    for file in sorted(NEWSPAPER.glob("*/record.json")):
        found = json.loads(file.read_text("utf-8"))
        yield from found if isinstance(found, list) else [found]


@pytest.fixture(scope="session")
def book(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("room") / "kayit.db"
    with Record.open(path, write=True) as record, record.writing():
        for number, reading in enumerate(accepted()):
            outlet = ("Somun Postası", "Ardalya Haber")[number % 2]
            record.add(reading, ReaderMark("0", "lexicon", "model"), Intake(outlet=outlet))
    with Record.open(path, write=True) as record:
        conclude(record)
    return path


@pytest.fixture(scope="session")
def client(book) -> TestClient:
    return TestClient(room(book), base_url=HERE)


@pytest.fixture(scope="session")
def empty(tmp_path_factory) -> TestClient:
    path = tmp_path_factory.mktemp("empty") / "kayit.db"
    Record.open(path, write=True).close()
    return TestClient(room(path), base_url=HERE)
