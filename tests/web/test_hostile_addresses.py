"""Addresses that nobody links to are answered or refused; the room for programs keeps what it describes."""

from __future__ import annotations

import pytest
from bench.addresses import crawled
from bench.hostile_addresses import BROKEN, ask, paths
from bench.hostile_requests import HOST, operations, try_operation
from starlette.testclient import TestClient
from tests.web.conftest import HERE

from vakanuvis.export.contract import reading_of
from vakanuvis.scale.workers import Outcome
from vakanuvis.web.api.endpoints import endpoints
from vakanuvis.web.app import room
from vakanuvis.web.trial import Trial

EXAMPLES = 30
"""Of each route; the programs in ``bench`` try thousands."""


@pytest.fixture(scope="module")
def client(book) -> TestClient:
    return TestClient(room(book), base_url=HERE, follow_redirects=False)


@pytest.fixture(scope="module")
def known(client) -> dict[str, list[str]]:
    return crawled(client)


@pytest.mark.parametrize("path", paths())
def test_no_address_breaks_a_page(client, known, path):
    def check(address: str) -> None:
        answer = client.get(address)
        assert answer.status_code < BROKEN, address

    ask(path, check, examples=EXAMPLES, known=known.get(path, ()))


@pytest.mark.parametrize("name", [endpoint.name for endpoint in endpoints()])
def test_the_room_for_programs_does_what_it_describes(book, reader, monkeypatch, name):
    monkeypatch.setattr(Trial, "read", lambda _, article: Outcome(article, reading_of(reader.read(article))))
    described = operations(room(book, hosts=[HOST]))
    (operation,) = [one for one in described if one.definition.raw["operationId"] == name]
    try_operation(operation, examples=EXAMPLES)
