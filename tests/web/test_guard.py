"""What stands before every page: hosts, headers, languages, errors, and nothing out of the static folder."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HERE

from vakanuvis.errors import RecordError
from vakanuvis.web.app import room
from vakanuvis.web.assets import assets
from vakanuvis.web.connections import Connections, TooSlowError
from vakanuvis.web.guard import POLICY, host_of


@pytest.mark.parametrize("path", ["/", "/en/", "/yok", "/static/room.css", "/static/yok"])
def test_every_answer_carries_the_headers_that_keep_it_safe(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_nothing_inline_is_allowed():
    assert "unsafe" not in POLICY
    assert "default-src 'none'" in POLICY


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::2]:80"])
def test_another_host_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8350", "localhost", "[::1]:8350"])
def test_loopback_is_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_a_room_answers_to_the_names_it_was_told(book):
    client = TestClient(room(book, hosts=["oda.example"]), base_url="http://oda.example")
    assert client.get("/").status_code == 200


def test_a_port_is_no_part_of_the_host():
    assert [host_of(text) for text in ("a:80", "[::1]:80", "a")] == ["a", "[::1]", "a"]


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_no_path_leads_out_of_the_static_folder(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", sorted(assets()))
def test_style_and_script_are_kept_while_their_digest_lasts(client, name):
    found = client.get(f"/static/{name}?v={assets()[name].digest}")
    assert "immutable" in found.headers["cache-control"]
    again = client.get(f"/static/{name}", headers={"if-none-match": found.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(("path", "language"), [("/yok", "tr"), ("/en/yok", "en")])
def test_a_missing_page_is_told_in_the_language_of_the_visit(client, path, language):
    found = client.get(path)
    assert found.status_code == 404
    assert f'<html lang="{language}">' in found.text


def test_a_page_that_has_not_changed_is_not_sent_again(client):
    tag = client.get("/").headers["etag"]
    assert client.get("/", headers={"if-none-match": tag}).status_code == 304


def test_only_reading_is_allowed(client):
    assert client.post("/").status_code == 405


def test_a_book_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RecordError, match="R01"):
        room(tmp_path / "yok.db")


def test_a_question_that_takes_too_long_is_given_up(book):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    lending = Connections(book, many=1, seconds=0.1)
    with pytest.raises(TooSlowError), lending.lent() as connection:
        connection.execute(endless).fetchone()
    with lending.lent() as connection:
        assert connection.execute("SELECT 1").fetchone()[0] == 1
    lending.close()


def test_a_page_that_fails_says_so_without_its_reason(book, monkeypatch):
    def broken(*_):
        raise ValueError("/srv/secret/path")

    monkeypatch.setattr("vakanuvis.web.pages.rendered", broken)
    found = TestClient(room(book), base_url=HERE, raise_server_exceptions=False).get("/en/")
    assert found.status_code == 500
    assert "secret" not in found.text
    assert "The page could not be made." in found.text
    assert found.headers["content-security-policy"] == POLICY
