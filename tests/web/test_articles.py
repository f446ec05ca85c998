"""The page of an article: its letters, its records, its provenance, with and without a script."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re

import pytest
from starlette.testclient import TestClient
from tests.export.test_page import Page
from tests.record_books import accepted
from tests.web.conftest import HERE

from vakanuvis.export.slots import slots_of
from vakanuvis.store.book import ReaderMark, Record
from vakanuvis.web.app import room

READINGS = [pytest.param(reading, id=reading["article"]["id"]) for reading in accepted()]
BAD = '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7 * 7 }} </textarea>'


class Shown(Page):
    """The text that stands beside the records, as the browser shows it."""

    def __init__(self, page):
        self.open, self.elements = [], []
        super(Page, self).__init__(convert_charrefs=True)
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        if tag in ("link", "br", "img"):
            self.open.pop()


def shown(client, path):
    found = client.get(path)
    assert found.status_code == 200
    return Shown(found.text)


@pytest.mark.parametrize("reading", READINGS)
def test_the_text_on_the_page_is_the_text_of_the_article(client, reading):
    page = shown(client, f"/makale/{reading['article']['id']}")
    assert page.of("text")[0]["text"] == reading["article"]["text"]


@pytest.mark.parametrize("reading", READINGS)
def test_every_record_and_every_span_has_an_address(client, reading):
    ids = shown(client, f"/makale/{reading['article']['id']}").ids()
    assert len(ids) == len(set(ids))
    assert {f"c{slot.start}-{slot.end}" for slot in slots_of(reading)} <= set(ids)
    for layer in ("actors", "statements", "events", "agreements"):
        assert {record["id"] for record in reading[layer]} <= set(ids)


@pytest.fixture(scope="module")
def one():
    return next(reading for reading in accepted() if reading["statements"])


def test_a_record_can_be_cited_with_its_letters_address_and_digest(client, one):
    text, statement = one["article"]["text"], one["statements"][0]
    start, end = statement["content"][0]["start"], statement["content"][0]["end"]
    cited = [element["text"] for element in shown(client, f"/makale/{one['article']['id']}").of("citation")]
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert any(f"{HERE}/makale/{one['article']['id']}#c{start}-{end}" in line and digest in line for line in cited)


def test_a_reason_names_the_line_of_the_lexicon(client, one):
    page = client.get(f"/makale/{one['article']['id']}").text
    assert re.search(r"<cite>lexicon/\S+:\d+</cite>", page)


def test_the_records_are_told_in_english_and_the_text_stays_turkish(client, one):
    page = shown(client, f"/en/makale/{one['article']['id']}")
    assert page.of("text")[0]["text"] == one["article"]["text"]
    assert "Statements" in "".join(element["text"] for element in page.of("records"))


def test_as_json_an_article_is_its_reading(client, one):
    assert client.get(f"/makale/{one['article']['id']}.json").json() == one


def test_as_csv_and_jsonl_an_article_is_its_slots_with_their_letters(client, one):
    address, text = f"/makale/{one['article']['id']}", one["article"]["text"]
    lines = [json.loads(line) for line in client.get(f"{address}.jsonl").text.splitlines()]
    assert len(lines) == len(slots_of(one))
    assert all(text[line["start"] : line["end"]] == line["letters"] for line in lines)
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}.csv").text)))
    assert [row["record"] for row in rows] == [line["record"] for line in lines]


@pytest.mark.parametrize("path", ["/makale/yok", "/makale/yok.json", "/makale/yok/dogrula", "/makale/%00"])
def test_an_article_that_the_book_does_not_hold_is_missing(client, path):
    assert client.get(path).status_code == 404


def test_a_sound_record_is_verified(client, one):
    found = client.get(f"/makale/{one['article']['id']}/dogrula.json").json()
    assert found["damage"] == []
    assert found["spans"] > 0


@pytest.fixture
def odd(tmp_path, one):
    """A room over a book whose one article is made of script tags."""
    path = tmp_path / "kayit.db"
    article = {**one["article"], "id": "abad", "text": BAD, "title": BAD, "url": "javascript:alert(1)", "notes": [BAD]}
    layers = {name: [] for name in ("actors", "statements", "events", "agreements", "judgements", "times", "places")}
    with Record.open(path, write=True) as record, record.writing():
        record.add({**one, **layers, "article": {**article, "dateline": None}}, ReaderMark("0", "l", "m"))
    with Record.open(path, write=True) as record, record.writing():
        record.connection.execute("UPDATE articles SET outlet = ?", (BAD,))
    return path


@pytest.mark.parametrize("path", ["/", "/makale/abad", "/en/makale/abad", "/ara", "/ara?q=alert", "/ara.atom"])
def test_an_article_made_of_script_tags_stays_text(odd, path):
    client = TestClient(room(odd), base_url=HERE)
    page = client.get(path).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "49" not in re.sub(r"<[^>]*>", "", page).partition("alert(1)")[2][:80]


def test_damaged_letters_are_told(odd):
    with Record.open(odd, write=True) as record, record.writing():
        record.connection.execute("UPDATE articles SET text = text || '!'")
    found = TestClient(room(odd), base_url=HERE).get("/makale/abad/dogrula")
    assert "Bu kayıt yazıldığı gibi değil." in found.text
