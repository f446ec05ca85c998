"""The review queue shows all what is open, and lets only those decide who know the token; facts never change."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HERE

from vakanuvis.web.app import room

TOKEN = "on-alti-harften-uzun"  # longer than sixteen letters


@pytest.fixture(scope="module")
def opened(book, tmp_path_factory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("desk") / "kayit.db"
    with sqlite3.connect(book) as source, sqlite3.connect(path) as copy:
        source.backup(copy)
    with TestClient(room(path, review_token=TOKEN), base_url=HERE, follow_redirects=False) as client:
        client.path = path
        yield client


@pytest.fixture
def desk(opened) -> TestClient:
    """A room in which nobody has decided anything yet, and a visitor whom it does not know."""
    with sqlite3.connect(opened.path) as connection:
        connection.execute("DELETE FROM decisions")
    opened.cookies.clear()
    return opened


def signed(desk) -> str:
    """Tell the token; the mark that forms carry from then on."""
    found = desk.post("/inceleme/giris?sira=soyleyen", data={"ad": "Deniz Sorgun", "anahtar": TOKEN})
    assert (found.status_code, found.headers["location"]) == (303, "/inceleme?sira=soyleyen#kuyruk")
    return re.search(r'name="mark" value="(\w+)"', desk.get("/inceleme").text)[1]


def first_record(desk, queue="soyleyen") -> str:
    return re.search(r'name="one" value="(\w+)"', desk.get(f"/inceleme?sira={queue}").text)[1]


def rows(path, question) -> list[tuple]:
    with sqlite3.connect(path) as connection:
        return connection.execute(question).fetchall()


def test_without_a_token_the_queue_is_shown_and_nobody_decides(client):
    page = client.get("/inceleme?sira=soyleyen").text
    assert "data-card" in page
    assert "<button name=" not in page
    assert client.post("/inceleme", data={"verdict": "accept"}).status_code == 403
    assert client.post("/inceleme/giris", data={"anahtar": ""}).status_code == 403


@pytest.mark.parametrize(
    "said", [{"ad": ""}, {"anahtar": TOKEN}, {"ad": "Deniz", "anahtar": "yanlış"}, {"ad": "Deniz"}]
)
def test_a_wrong_token_or_no_name_is_refused(desk, said, monkeypatch):
    monkeypatch.setattr("vakanuvis.web.deciding.AFTER_A_WRONG_TOKEN", 0)
    found = desk.post("/inceleme/giris", data=said)
    assert found.status_code == 403
    assert "set-cookie" not in found.headers


def test_a_decision_stands_beside_the_record_and_changes_no_fact(desk):
    mark = signed(desk)
    record = first_record(desk)
    before = {
        table: rows(desk.path, f"SELECT count(*), max(rowid) FROM {table}") for table in ("articles", "statements")
    }
    found = desk.post(
        "/inceleme?sira=soyleyen", data={"mark": mark, "subject": "record", "one": record, "verdict": "reject"}
    )
    assert found.status_code == 303
    assert rows(desk.path, "SELECT by, one, verdict FROM decisions") == [("Deniz Sorgun", record, "reject")]
    assert before == {table: rows(desk.path, f"SELECT count(*), max(rowid) FROM {table}") for table in before}
    assert first_record(desk) != record
    article = rows(desk.path, f"SELECT article_id FROM statements WHERE id = '{record}'")[0][0]
    assert "Deniz Sorgun" in desk.get(f"/makale/{article}").text


def test_a_decision_can_be_taken_back(desk):
    mark = signed(desk)
    record = first_record(desk, "yayim")
    desk.post("/inceleme?sira=yayim", data={"mark": mark, "subject": "record", "one": record, "verdict": "accept"})
    assert desk.post("/inceleme?sira=yayim", data={"mark": mark, "verdict": "undo", "n": "1"}).status_code == 303
    assert first_record(desk, "yayim") == record
    assert rows(desk.path, "SELECT verdict, undoes FROM decisions") == [("accept", None), ("undo", 1)]
    assert "Henüz karar verilmedi" in desk.get("/inceleme/kararlar").text


def test_an_edit_names_a_slot_and_what_is_right(desk):
    mark, sent = signed(desk), {"subject": "record", "verdict": "edit", "slot": "speaker"}
    record = first_record(desk)
    assert desk.post("/inceleme", data={**sent, "mark": mark, "one": record, "value": ""}).status_code == 400
    assert (
        desk.post("/inceleme", data={**sent, "mark": mark, "one": record, "value": "x", "slot": "id"}).status_code
        == 400
    )
    assert desk.post("/inceleme", data={**sent, "mark": mark, "one": record, "value": "İnci Çınar"}).status_code == 303
    assert rows(desk.path, "SELECT slot, value FROM decisions") == [("speaker", '"İnci Çınar"')]
    assert "İnci Çınar" in desk.get("/inceleme/kararlar").text


def test_all_open_records_of_a_rule_can_be_accepted_at_once(desk):
    mark = signed(desk)
    address = "/inceleme?sira=soz-kurali&kural=impersonal"
    many = rows(desk.path, "SELECT count(*) FROM statements WHERE because LIKE '%\"impersonal\"%'")[0][0]
    assert many > 1
    assert desk.post(address, data={"mark": mark, "verdict": "accept-all"}).status_code == 303
    assert rows(desk.path, "SELECT count(*), min(note) FROM decisions") == [(many, "impersonal")]
    assert "data-card" not in desk.get(address).text


@pytest.mark.parametrize("mark", [None, "", "0" * 64])
def test_a_form_without_its_mark_is_refused(desk, mark):
    signed(desk)
    sent = {"subject": "record", "one": first_record(desk), "verdict": "accept"} | ({"mark": mark} if mark else {})
    assert desk.post("/inceleme", data=sent).status_code == 403
    assert rows(desk.path, "SELECT count(*) FROM decisions") == [(0,)]


@pytest.mark.parametrize("header", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_another_site_cannot_decide(desk, header):
    mark = signed(desk)
    sent = {"mark": mark, "subject": "record", "one": first_record(desk), "verdict": "accept"}
    assert desk.post("/inceleme", data=sent, headers=header).status_code == 403


def test_the_cookie_is_for_this_room_alone(desk, book):
    found = desk.post("/inceleme/giris", data={"ad": "Deniz", "anahtar": TOKEN})
    cookie = found.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    other = TestClient(room(book, review_token=TOKEN), base_url=HERE, cookies=dict(desk.cookies))
    assert 'name="mark"' not in other.get("/inceleme").text


@pytest.mark.parametrize("cookie", ["x", "x.y", "eA==.00", "!.!"])
def test_a_made_up_cookie_admits_nobody(desk, cookie):
    page = desk.get("/inceleme", headers={"cookie": f"inceleme={cookie}"})
    assert page.status_code == 200
    assert 'name="mark"' not in page.text


def test_a_program_decides_with_the_token_in_its_header(desk):
    ((record,),) = rows(desk.path, "SELECT id FROM statements ORDER BY n LIMIT 1")
    sent = {"subject": "record", "one": record, "verdict": "accept", "ad": "betik"}
    found = desk.post("/inceleme", data=sent, headers={"authorization": f"Bearer {TOKEN}"})
    assert found.json() == {"decisions": [1]}
    assert rows(desk.path, "SELECT by FROM decisions") == [("betik",)]
    assert desk.post("/inceleme", data=sent, headers={"authorization": "Bearer yanlis"}).status_code == 403


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"subject": "record", "one": "yok", "verdict": "accept"}, 404),
        ({"subject": "record", "one": "yok", "verdict": "same"}, 400),
        ({"subject": "sameness", "one": "yok", "verdict": "same"}, 400),
        ({"verdict": "undo", "n": "99"}, 404),
        ({"verdict": "undo", "n": "x"}, 400),
        ({"verdict": "accept-all"}, 400),
        ({}, 400),
    ],
)
def test_what_no_form_of_the_room_sends_is_refused(desk, sent, status):
    mark = signed(desk)
    assert desk.post("/inceleme", data={**sent, "mark": mark}).status_code == status


def test_the_token_stands_in_no_page_and_no_address(desk):
    mark = signed(desk)
    for path in ("/inceleme", "/inceleme?sira=soyleyen", "/inceleme/kararlar", "/"):
        page = desk.get(path)
        assert TOKEN not in page.text
        assert mark not in str(page.url)


def test_who_leaves_decides_no_more(desk):
    mark = signed(desk)
    assert desk.post("/inceleme/cikis", data={"mark": mark}).status_code == 303
    assert 'name="mark"' not in desk.get("/inceleme").text
