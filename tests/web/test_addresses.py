"""Every page is found by its links, and holds what every page must."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from bench.addresses import HTML_PATHS, PATHS, crawled
from starlette.testclient import TestClient
from tests.web.conftest import HERE
from tests.web.full_book import write_full_book
from tests.web.markup import Markup

from vakanuvis.web.app import room

NOT_LINKED = "/static/"


@pytest.fixture(scope="module")
def client(tmp_path_factory) -> TestClient:
    return TestClient(room(write_full_book(tmp_path_factory.mktemp("full") / "kayit.db")), base_url=HERE)


@pytest.fixture(scope="module")
def addresses(client) -> dict[str, list[str]]:
    return crawled(client)


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith(NOT_LINKED)])
def test_every_page_is_reached_by_links_from_the_first(addresses, path):
    assert addresses.get(path)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", HTML_PATHS)
def test_every_page_has_its_landmarks_one_first_heading_and_no_id_twice(client, addresses, path, prefix):
    for address in addresses.get(path, ()):
        page = Markup(client.get(prefix + address).text)
        assert len(page.of("main")) == len(page.of("h1")) == 1, address
        assert all(page.of(tag) for tag in ("header", "nav", "footer", "title")), address
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{address}: {levels}"
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), f"{address}: {sorted(one for one in ids if ids.count(one) > 1)}"


@pytest.mark.parametrize("path", HTML_PATHS)
def test_every_page_keeps_style_and_script_in_files_of_its_own(client, addresses, path):
    for address in addresses.get(path, ()):
        page = Markup(client.get(address).text)
        assert not page.of("style", "iframe", "object", "embed", "base"), address
        assert all(attrs.get("src", "").startswith("/static/") for attrs in page.of("script")), address
        for tag, attrs in page.tags:
            assert not any(name.startswith("on") or name == "style" for name in attrs), f"{address}: <{tag} {attrs}>"


@pytest.mark.parametrize("path", [path for path in PATHS if "{form:form}" in path])
def test_every_page_of_rows_is_json_csv_and_lines_too(client, addresses, path):
    for address in addresses.get(path, ()):
        for form in ("json", "csv", "jsonl"):
            answer = client.get(re.sub(r"\.(jsonl|json|csv)(?=\?|$)", f".{form}", address))
            assert answer.status_code == 200, address
            if form == "json":
                answer.json()
