"""A book in which every word is made to do harm: on every page it stays text."""

from __future__ import annotations

import json
import re
import sqlite3
from xml.etree import ElementTree

import pytest
from bench.addresses import HTML_PATHS, crawled
from starlette.testclient import TestClient
from tests.web.conftest import HERE
from tests.web.full_book import write_full_book
from tests.web.markup import Markup

from vakanuvis.web.app import room

BAD = "</title></template></svg><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7919*7919}}{% x %}&lt;b&gt;"
WORDS = (
    *(
        "text",
        "title",
        "outlet",
        "source",
        "url",
        "author",
        "name",
        "content",
        "cue",
        "medium",
        "addressee",
        "predicate",
    ),
    *("location", "office", "value", "known_at", "provision", "found_at", "reason"),
)
"""Columns that hold what somebody wrote."""
LISTS = ("spellings", "notes")


@pytest.fixture(scope="module")
def client(tmp_path_factory) -> TestClient:
    path = write_full_book(tmp_path_factory.mktemp("bad") / "kayit.db")
    connection = sqlite3.connect(path)
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        if not table.startswith(("sqlite_", "article_search", "statement_search", "entity_search")):
            spoil(connection, table)
    connection.execute("UPDATE articles SET url = 'javascript:alert(1)' WHERE n % 2")
    connection.commit()
    connection.close()
    return TestClient(room(path), base_url=HERE)


def spoil(connection: sqlite3.Connection, table: str) -> None:
    """Put BAD into every column of words; an article's text keeps its length."""
    names = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    for name in names & set(WORDS):
        if (table, name) == ("articles", "text"):
            rows = connection.execute("SELECT n, length(text) FROM articles").fetchall()
            spoilt = [((BAD * (long // len(BAD) + 1))[:long], n) for n, long in rows]
            connection.executemany("UPDATE articles SET text = ? WHERE n = ?", spoilt)
        else:
            connection.execute(f"UPDATE {table} SET {name} = ? || {name} WHERE {name} IS NOT NULL", (BAD,))
    for name in names & set(LISTS):
        connection.execute(f"UPDATE {table} SET {name} = ?", (json.dumps([BAD]),))


def check(page: str, address: str) -> None:
    """Nothing of BAD has become markup."""
    for tag, attrs in Markup(page).tags:
        assert tag not in ("img", "b"), address
        assert tag != "script" or (attrs.get("src") or "").startswith("/static/"), f"{address}: <script {attrs}>"
        for name, value in attrs.items():
            assert not name.startswith("on"), f"{address}: <{tag} {name}>"
            assert name not in ("href", "src", "action") or not (value or "").startswith("javascript:"), address
    assert not re.search(r"62710561", page), address


@pytest.fixture(scope="module")
def addresses(client) -> dict[str, list[str]]:
    return crawled(client, few=2)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", HTML_PATHS)
def test_words_made_to_do_harm_stay_words_on_every_page(client, addresses, path, prefix):
    for address in addresses.get(path, ()):
        check(client.get(prefix + address).text, address)


SHOW = ("/", "/ara", "/makale/{id}", "/kisi/{id}", "/kurum/{id}", "/celiskiler")


@pytest.mark.parametrize("path", SHOW)
def test_the_words_are_shown(client, addresses, path):
    """Otherwise the test above would be of nothing."""
    assert "&lt;script&gt;alert(1)" in client.get(addresses[path][0]).text


def test_a_feed_of_such_words_is_well_formed(client):
    ElementTree.fromstring(client.get("/ara.atom").content)


def test_a_table_of_such_words_begins_no_formula(client):
    table = client.get("/ara.csv").text
    assert not re.search(r"(?m)(^|,)\"?[=+@-]", table)
