"""Questions are answered from the record, by name, and refused with the remedy where they cannot be."""

from __future__ import annotations

import sqlite3

import pytest

from vakanuvis.errors import RecordError
from vakanuvis.store.answers import ANSWERS, ToldStatement
from vakanuvis.store.book import Record
from vakanuvis.store.questions import questions, search_words

SOMETHING = {
    **{"of": "TUR", "about": "TUR", "to": "TUR", "with": "TUR", "words": "görüşme", "event": "CONSULT"},
    **{"country": "TUR", "kind": "person", "named": "tür", "article": "a0"},
}


@pytest.fixture(scope="module")
def book(concluded):
    with Record.open(concluded) as record:
        yield record


@pytest.mark.parametrize(
    ("question", "key"), [(name, key) for name, question in questions().items() for key in question.keys]
)
def test_every_question_can_be_asked_by_every_key(book, question, key):
    answers = book.ask(question, **{name: SOMETHING[name] for name in key})
    assert all(isinstance(answer, ANSWERS[question]) for answer in answers)


def test_a_state_is_asked_by_its_name_and_speaks_through_its_people(book):
    by_name, by_code = book.ask("statements", of="Türkiye"), book.ask("statements", of="TUR")
    assert by_name == by_code
    assert by_name
    assert all(isinstance(told, ToldStatement) and told.country == "TUR" for told in by_name)


def test_the_next_page_goes_on_where_the_last_ended(book):
    whole = book.ask("statements", of="TUR", limit=1000)
    first = book.ask("statements", of="TUR", limit=2)
    second = book.ask("statements", of="TUR", limit=1000, before_day=first[-1].day, before_n=first[-1].n)
    assert [*first, *second] == whole


def test_answers_come_from_the_days_that_are_asked_for(book):
    days = {told.day for told in book.ask("statements", of="TUR", **{"from": "2024-03", "until": "2024-03"})}
    assert all(day.startswith("2024-03") for day in days)


def test_words_are_found_by_their_stems_and_beginnings(book):
    assert book.ask("articles", words="görüşme")
    assert book.ask("articles", words='"' + "dışişleri bakanı" + '"')


def test_what_is_typed_is_never_read_as_a_query_language():
    assert search_words('NEAR(a, b) OR "c* d"') == '"near a b" AND "or"* AND "c d"'.replace(
        '"near a b"', '"near a"* AND "b"*'
    )


@pytest.mark.parametrize(
    ("question", "filters", "code"),
    [
        ("stetements", {}, "R06"),
        ("statements", {"office": "x", "of": "TUR"}, "R07"),
        ("statements", {}, "R08"),
        ("articles", {"from": "dün"}, "R09"),
        ("articles", {"words": "…"}, "R10"),
        ("statements", {"of": "Kimsesiz Kimesne"}, "R11"),
        ("statements", {"of": "a"}, "R12"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_remedy(book, question, filters, code):
    with pytest.raises(RecordError, match=code):
        book.ask(question, **filters)


def test_a_book_that_is_read_cannot_be_written(book):
    for statement in ("DELETE FROM articles", "ATTACH 'x.db' AS x", "CREATE TABLE t (a)"):
        with pytest.raises(sqlite3.Error):
            book.connection.execute(statement)
