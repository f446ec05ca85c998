"""The room for programs: the questions one to one, pages by key, problems with codes, a true description."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, fields

import jsonschema
import pytest
from starlette.testclient import TestClient
from tests.record_books import accepted
from tests.store.test_questions import SOMETHING
from tests.web.conftest import HERE

from vakanuvis.errors import ArticleError
from vakanuvis.export.contract import reading_of
from vakanuvis.scale.workers import Outcome
from vakanuvis.settings import RoomSettings
from vakanuvis.store.answers import ANSWERS
from vakanuvis.store.book import Record
from vakanuvis.store.questions import questions
from vakanuvis.web.api.endpoints import endpoints
from vakanuvis.web.app import room
from vakanuvis.web.problems import EXPLAINED, PROBLEM
from vakanuvis.web.routes import routes
from vakanuvis.web.trial import BusyError, Trial

ONE = next(reading for reading in accepted() if reading["statements"])
IDENTITY = ONE["article"]["id"]
TEXT = "Bakan Deniz Orel, dün Ardalya ile anlaşma imzalandığını söyledi."
ASKED = [(name, key) for name, question in questions().items() for key in question.keys]


@pytest.fixture(scope="module")
def description(client) -> dict:
    return client.get("/api/openapi.json").json()


def problem(answer, status, code):
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    told = answer.json()
    assert (told["status"], told["code"], told["type"]) == (status, code, f"/api#{code}")
    assert told["title"]
    assert told["remedy"]
    return told


def filters(key):
    return {one: IDENTITY if one == "article" else SOMETHING[one] for one in key}


@pytest.mark.parametrize(("name", "key"), ASKED)
def test_every_question_is_answered_as_the_book_answers_it(client, book, name, key):
    given = filters(key)
    answer = client.get(f"/api/{name}", params={**given, "limit": 500})
    with Record.open(book) as record:
        told = [asdict(one) for one in record.ask(name, **given, limit=500)]
    assert answer.json()["rows"] == told


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, key in ASKED if name != "copies"])
def test_pages_are_followed_to_the_last_row(client, name, key):
    whole = client.get(f"/api/{name}", params={**filters(key), "limit": 500}).json()["rows"]
    answer = client.get(f"/api/{name}", params={**filters(key), "limit": 2})
    rows = answer.json()["rows"]
    while (address := answer.json()["next"]) is not None and len(rows) < 40:
        assert answer.links["next"]["url"].endswith(address)
        answer = client.get(address)
        rows += answer.json()["rows"]
    assert rows == whole[: len(rows)]
    assert len(rows) == len(whole) or len(rows) >= 40


def test_an_article_is_its_reading(client):
    assert client.get(f"/api/articles/{IDENTITY}").json() == ONE


def test_an_article_is_verified(client):
    assert client.get(f"/api/articles/{IDENTITY}/verification").json()["damage"] == []


def test_what_can_be_asked_is_told(client):
    told = {one["name"]: one for one in client.get("/api/questions").json()["questions"]}
    assert set(told) == set(questions())
    for name, one in told.items():
        assert one["columns"] == [field.name for field in fields(ANSWERS[name])]
        assert [tuple(key) for key in one["keys"]] == list(questions()[name].keys)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/statements", 400, "R08"),
        ("/api/statements?of=TUR&event=CONSULT", 400, "R07"),
        ("/api/statements?of=TUR&sayfa=2", 400, "R07"),
        ("/api/statements?of=TUR&from=dün", 400, "R09"),
        ("/api/statements?words=...", 400, "R10"),
        ("/api/statements?of=Olmayan Kimse", 404, "R11"),
        ("/api/statements?of=TUR&of=GRC", 400, "HTTP400"),
        ("/api/statements?of=TUR&limit=", 400, "HTTP400"),
        ("/api/stories?before_articles=&after_id=a", 400, "HTTP400"),
        ("/api/statements?of=TUR&limit=0", 400, "HTTP400"),
        ("/api/statements?of=TUR&limit=501", 400, "HTTP400"),
        ("/api/statements?of=TUR&limit=٣", 400, "HTTP400"),
        (f"/api/statements?of=TUR&before_n={'9' * 5000}", 400, "HTTP400"),
        ("/api/statements?of=%00", 400, "HTTP400"),
        (f"/api/statements?of={'x' * 301}", 400, "HTTP400"),
        ("/api/questions?x=1", 400, "HTTP400"),
        ("/api/articles/yok", 404, "HTTP404"),
        ("/api/articles/%00", 404, "HTTP404"),
        ("/api/articles/%ed%a0%80", 404, "HTTP404"),
        ("/api/articles/yok/verification", 404, "HTTP404"),
        ("/api/yok", 404, "HTTP404"),
        ("/ara.json?sayfa=x", 400, "HTTP400"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_with_its_code(client, path, status, code):
    problem(client.get(path), status, code)


def test_only_reading_is_allowed(client):
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = client.request(method, "/api/articles")
        problem(answer, 405, "HTTP405")
        assert "GET" in answer.headers["allow"]


def test_a_name_of_several_is_refused_with_their_ids(client, monkeypatch):
    def several(*_):
        raise_several()

    monkeypatch.setattr("vakanuvis.web.api.endpoints.paged", several)
    assert "e1; e2" in problem(client.get("/api/statements?of=Ali"), 409, "R12")["detail"]


def raise_several():
    from vakanuvis.errors import RecordError  # noqa: PLC0415

    raise RecordError.several("Ali", ["e1", "e2"])


def test_problems_are_told_in_the_language_of_the_address(client):
    assert client.get("/api/statements").json()["title"] == "Bu süzgeçler birlikte sorulamıyor."
    assert client.get("/en/api/statements").json()["title"] == "These filters do not go together."


def test_the_next_page_is_in_the_language_of_the_address(client):
    assert client.get("/en/api/articles?limit=1").json()["next"].startswith("/en/api/articles?")


def test_an_answer_that_has_not_changed_is_not_sent_again(client):
    tag = client.get("/api/articles?limit=1").headers["etag"]
    assert client.get("/api/articles?limit=1", headers={"if-none-match": tag}).status_code == 304


# ---- the description ----


def test_the_description_has_every_route_of_the_api_and_no_other(description):
    told = {(path, method.upper()) for path, methods in description["paths"].items() for method in methods}
    served = {
        (route.path, method)
        for route in routes()
        if route.path.startswith("/api/") and route.path != "/api/openapi.json"
        for method in route.methods - {"HEAD"}
    }
    assert told == served


def test_every_reference_of_the_description_leads_somewhere(description):
    def references(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from [inner] if key == "$ref" else references(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from references(inner)

    schemas = description["components"]["schemas"]
    assert {one.removeprefix("#/components/schemas/") for one in references(description)} <= set(schemas)
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", ["statements", "events", "offices", "articles", "reading", "questions"])
def test_answers_are_as_they_are_described(client, description, name):
    paths = {"reading": f"/api/articles/{IDENTITY}", "questions": "/api/questions"}
    asked = {"statements": "of=TUR", "events": "of=TUR", "offices": "country=TUR", "articles": ""}
    answer = client.get(paths.get(name) or f"/api/{name}?{asked[name]}").json()
    endpoint = next(one for one in endpoints() if one.name == name)
    schema = {"$ref": f"#/components/schemas/{endpoint.answer}", "components": description["components"]}
    jsonschema.validate(answer, schema)


def test_every_filter_of_every_question_is_described(description):
    for name, question in questions().items():
        told = {one["name"] for one in description["paths"][f"/api/{name}"]["get"]["parameters"]}
        assert told == {one for one in question.filters if one != "limit"} | {"limit"}


def test_the_page_explains_every_address_parameter_and_code(client):
    page = client.get("/api").text
    assert "/api/openapi.json" in page
    for endpoint in endpoints():
        assert f'id="{endpoint.name}"' in page
    for code in EXPLAINED:
        assert f'id="{code}"' in page


# ---- Try it ----


@pytest.fixture
def trying(book, reader, monkeypatch):
    """A room whose trial reads here: the process of its own is tested with the form."""
    monkeypatch.setattr(Trial, "read", lambda _, article: Outcome(article, reading_of(reader.read(article))))
    return TestClient(room(book, settings=RoomSettings(longest_try=1_000)), base_url=HERE)


def test_a_sent_text_is_read_and_nothing_is_stored(trying, book):
    before = book.read_bytes()
    as_text = trying.post("/api/try", content=TEXT.encode(), headers={"content-type": "text/plain"}).json()
    as_json = trying.post("/api/try", json={"text": TEXT, "published": "2026-11-20"}).json()
    assert as_text["article"]["text"] == as_json["article"]["text"] == TEXT
    assert as_json["article"]["published"] == "2026-11-20"
    assert as_json["statements"]
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("{", 400, "A04"),
        ("[]", 400, "A04"),
        ("[" * 5_000, 400, "A04"),
        ("1" * 5_000, 400, "A04"),
        ('{"text": "\\ud800"}', 400, "A04"),
        ('{"text": ""}', 422, "A02"),
        ("{}", 422, "A05"),
        ('{"title": "a"}', 422, "A05"),
        ('{"text": 1}', 422, "A05"),
        ('{"text": "a", "yazı": 1}', 422, "A05"),
        (json.dumps({"text": "a" * 1_001}), 413, "A08"),
        ("x" * 20_000, 413, "HTTP413"),
    ],
)
def test_what_is_no_article_is_refused(trying, body, status, code):
    answer = trying.post("/api/try", content=body.encode(), headers={"content-type": "application/json"})
    problem(answer, status, code)


def test_bytes_that_are_no_utf8_are_refused(trying):
    for kind in ("text/plain", "application/json"):
        problem(trying.post("/api/try", content=b"\xff", headers={"content-type": kind}), 400, "HTTP400")


def test_another_kind_or_another_site_is_refused(trying):
    problem(trying.post("/api/try", data={"text": TEXT}), 415, "HTTP415")
    for header in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        problem(trying.post("/api/try", json={"text": TEXT}, headers=header), 403, "HTTP403")


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [(BusyError(), 429, "HTTP429"), (ArticleError.took_too_long("try", 1.0), 422, "A30")],
)
def test_a_reader_that_cannot_is_told_of(trying, monkeypatch, error, status, code):
    def failing(*_):
        raise error

    monkeypatch.setattr(Trial, "read", failing)
    problem(trying.post("/api/try", json={"text": TEXT}), status, code)


# ---- decisions ----

TOKEN = "on-alti-harften-uzun"  # longer than sixteen letters
REVIEWER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def desk(book, tmp_path, monkeypatch):
    """A room over a copy of the book, opened with a token."""
    monkeypatch.setattr("vakanuvis.web.api.deciding.AFTER_A_WRONG_TOKEN", 0)
    with sqlite3.connect(book) as source, sqlite3.connect(tmp_path / "kayit.db") as copy:
        source.backup(copy)
    return TestClient(room(tmp_path / "kayit.db", review_token=TOKEN), base_url=HERE)


def test_without_a_token_nothing_is_decided(client):
    problem(client.post("/api/decisions", json={"verdict": "accept"}, headers=REVIEWER), 403, "HTTP403")


@pytest.mark.parametrize("header", [{}, {"authorization": "Bearer yanlış".encode()}, {"authorization": TOKEN}])
def test_a_wrong_token_is_refused_without_telling_the_right_one(desk, header):
    answer = desk.post("/api/decisions", json={"verdict": "accept"}, headers=header)
    problem(answer, 401, "HTTP401")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert TOKEN not in answer.text


def test_a_decision_is_written_and_taken_back(desk):
    record = ONE["statements"][0]["id"]
    told = {"subject": "record", "one": record, "verdict": "reject", "by": "betik"}
    assert desk.post("/api/decisions", json=told, headers=REVIEWER).json() == {"decisions": [1]}
    assert desk.post("/api/decisions", json={"verdict": "undo", "n": 1}, headers=REVIEWER).json() == {"decisions": [2]}
    assert desk.get(f"/api/articles/{IDENTITY}").json() == ONE


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("[]", 400),
        ("{", 400),
        ('{"verdict": "yok"}', 400),
        ('{"verdict": "accept", "x": "1"}', 400),
        ('{"verdict": "undo", "n": "1"}', 400),
        ('{"verdict": "undo", "n": true}', 400),
        ('{"verdict": "undo", "n": 99}', 404),
        ('{"verdict": "accept", "subject": "record", "one": "yok"}', 404),
        ('{"verdict": "accept", "subject": "record", "one": "\\u0000"}', 400),
        (json.dumps({"verdict": "accept", "note": "a" * 20_000}), 413),
    ],
)
def test_what_is_no_decision_is_refused(desk, body, status):
    answer = desk.post("/api/decisions", content=body, headers={**REVIEWER, "content-type": "application/json"})
    problem(answer, status, f"HTTP{status}")
