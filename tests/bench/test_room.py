"""The load on the room counts every answer, also those that are wrong."""

from __future__ import annotations

import asyncio

import pytest
from bench.room import TIMES, Load, ask_all, costs
from bench.serving import serving
from starlette.testclient import TestClient
from tests.web.full_book import write_full_book

from vakanuvis.web.app import room


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    with serving(room(write_full_book(tmp_path_factory.mktemp("room") / "kayit.db"))) as address:
        yield address


def test_every_answer_is_timed_under_its_kind(host):
    load = Load([("/", "/"), ("/ara", "/ara?q=bakan")])
    asyncio.run(ask_all(load, host, iter(range(20)), 3))
    assert {kind: len(seconds) for kind, seconds in load.seconds.items()} == {"/": 10, "/ara": 10}
    assert (load.statuses, load.broken) == ({200: 20}, [])


def test_a_wrong_answer_is_told_with_its_address(host):
    load = Load([("/makale/{id}", "/makale/yok")])
    asyncio.run(ask_all(load, host, iter(range(2)), 1))
    assert load.broken == ["/makale/yok: 404"] * 2


def test_the_cost_of_each_kind_is_told(tmp_path):
    with TestClient(room(write_full_book(tmp_path / "kayit.db")), base_url="http://127.0.0.1") as client:
        found = {"/": ["/"], "/ara": ["/ara", "/ara?q=bakan", "/ara?sayfa=2"], "/static/{name}": ["/static/room.css"]}
        told = costs(client, found, few=2)
    assert {kind: len(seconds) for kind, seconds in told.items()} == {"/": TIMES, "/ara": 2 * TIMES}
    assert all(second > 0 for seconds in told.values() for second in seconds)
