"""Try it: the record of a pasted text at once, nothing stored, nothing too long, nobody else's page."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HERE

from vakanuvis.errors import ArticleError
from vakanuvis.export.contract import reading_of
from vakanuvis.scale.workers import Outcome
from vakanuvis.settings import RoomSettings
from vakanuvis.web.app import room
from vakanuvis.web.trial import BusyError, Trial

TEXT = "Bakan Deniz Orel, dün Ardalya ile anlaşma imzalandığını söyledi."


@pytest.fixture
def client(book, reader, monkeypatch):
    """A room whose trial reads here: the process of its own is tested once, below."""
    monkeypatch.setattr(Trial, "read", lambda _, article: Outcome(article, reading_of(reader.read(article))))
    return TestClient(room(book, settings=RoomSettings(longest_try=1_000)), base_url=HERE)


def test_a_pasted_text_is_shown_with_its_record(client, book):
    before = book.read_bytes()
    page = client.post("/dene", data={"metin": TEXT, "tarih": "2026-11-20"}).text
    assert "Deniz Orel" in page
    assert 'class="records"' in page
    assert "hiçbir yere yazılmadı" in page
    assert book.read_bytes() == before


def test_the_day_of_publication_is_what_yesterday_is_reckoned_from(client):
    text = "Bakan Deniz Orel, dün Almanya'yı ziyaret etti."
    page = client.post("/dene", data={"metin": text, "tarih": "2026-11-20"}).text
    assert "19 Kasım 2026" in page


def test_a_text_made_of_script_tags_stays_text(client):
    page = client.post("/dene", data={"metin": "<script>alert(1)</script></textarea> Bakan geldi."}).text
    assert "<script>alert" not in page
    assert page.count("</textarea>") == 1


@pytest.mark.parametrize(("text", "status"), [("", 422), ("...", 422), ("a" * 1_001, 422), ("ş" * 20_000, 413)])
def test_an_empty_or_too_long_text_is_refused_with_its_reason(client, text, status):
    found = client.post("/dene", data={"metin": text})
    assert found.status_code == status
    assert "<h1>" in found.text


def test_another_site_cannot_send_a_text(client):
    assert client.post("/dene", data={"metin": TEXT}, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/dene", data={"metin": TEXT}, headers={"origin": HERE}).status_code == 200


def test_only_a_form_is_taken(client):
    assert client.post("/dene", json={"metin": TEXT}).status_code == 415


def test_a_reader_that_is_busy_for_too_long_says_so(client, monkeypatch):
    def busy(*_):
        raise BusyError

    monkeypatch.setattr(Trial, "read", busy)
    assert client.post("/dene", data={"metin": TEXT}).status_code == 429


def test_a_text_that_takes_too_long_is_given_up(client, monkeypatch):
    late = ArticleError.took_too_long("dene", 1.0)
    monkeypatch.setattr(Trial, "read", lambda _, article: Outcome(article, error=late))
    assert client.post("/dene", data={"metin": TEXT}).status_code == 422


def test_the_reader_lives_in_a_process_of_its_own(book):
    with TestClient(room(book), base_url=HERE) as client:
        assert "Deniz Orel" in client.post("/dene", data={"metin": TEXT}).text
