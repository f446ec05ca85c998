"""The tables for asking quickly hold what the slow questions answer."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from tests.web.full_book import write_full_book

from vakanuvis.store.book import Record
from vakanuvis.store.concluding import index


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Iterator[sqlite3.Connection]:
    path = write_full_book(tmp_path_factory.mktemp("indexing") / "kayit.db")
    with Record.open(path, write=True) as record:
        yield record.connection


def rows(book: sqlite3.Connection, question: str) -> list[tuple]:
    return [tuple(row) for row in book.execute(question)]


def test_parties_are_tallied_by_role_and_type(book):
    told = rows(book, "SELECT party, role, event, count FROM party_tallies WHERE role <> 'agreement'")
    seen = Counter((party, role, "") for party, role in rows(book, "SELECT party, role FROM statement_parties"))
    seen += Counter(rows(book, "SELECT party, role, event FROM event_parties"))
    assert {(party, role, event): count for party, role, event, count in told} == dict(seen)


def test_a_state_counts_each_of_its_agreements_once(book):
    told = dict(rows(book, "SELECT party, count FROM party_tallies WHERE role = 'agreement'"))
    parties = set(rows(book, "SELECT country, agreement_id FROM agreement_parties"))
    assert told == dict(Counter(country for country, _ in parties))


def test_ties_of_states_are_their_statements_and_what_took_place(book):
    told = {tuple(row[:3]): row[3] for row in rows(book, "SELECT one, other, event, count FROM state_ties")}
    done = rows(book, "SELECT one, other, event, mutual FROM event_dyads WHERE status = 'actual'")
    seen = Counter((one, other, event) for one, other, event, mutual in done if not mutual or one < other)
    pairs = rows(book, "SELECT one, other, statements FROM state_pairs WHERE statements")
    assert told == {**seen, **{(one, other, "SAY"): count for one, other, count in pairs}}


def test_counterparts_are_those_of_the_same_words_and_events(book):
    found: dict[tuple[str, str], list] = defaultdict(lambda: [0, 0, 0, ""])
    for one, other, day in rows(book, "SELECT one, other, day FROM statement_dyads"):
        for pair, way in (((one, other), 0), ((other, one), 1)):
            found[pair][way] += 1
            found[pair][3] = max(found[pair][3], day)
    together = defaultdict(set)
    for event, entity in rows(
        book,
        "SELECT event_actors.event_id, observations.entity_id FROM event_actors"
        " JOIN actors ON actors.id = event_actors.actor_id JOIN observations ON observations.id = actors.observation"
        " WHERE observations.entity_id IS NOT NULL",
    ):
        together[event].add(entity)
    for entities in together.values():
        for one in entities:
            for other in entities - {one}:
                found[one, other][2] += 1
    everybody = {entity for (entity,) in rows(book, "SELECT id FROM entities")}
    wanted = {pair: tuple(told) for pair, told in found.items() if len(pair[0]) > 3 and pair[1] in everybody}
    told = rows(book, "SELECT party, other, said, heard, met, last_day, total FROM counterparts")
    assert {row[:2]: row[2:6] for row in told} == wanted
    assert wanted
    assert all(sum(row[2:5]) == row[6] for row in told)


def test_agreements_stand_under_their_names_and_parties_in_the_order_of_days(book):
    dated = {
        identity: (day or "", n, position, name)
        for identity, day, n, position, name in rows(
            book,
            "SELECT agreements.id, published_from, n, position, name"
            " FROM agreements JOIN articles ON articles.id = article_id",
        )
    }
    named = rows(book, "SELECT agreement_id, day, n, position, name FROM agreement_names")
    assert {row[0]: row[1:] for row in named} == dated
    of: dict[str, set[str]] = defaultdict(set)
    for identity, country in rows(book, "SELECT agreement_id, country FROM agreement_parties"):
        of[identity].add(country)
    wanted = {(i, one, other) for i, parties in of.items() for one in parties for other in {"", *parties} - {one}}
    told = rows(book, "SELECT agreement_id, one, other, day, n, position FROM agreement_states")
    assert {row[:3] for row in told} == wanted
    assert wanted
    assert all(row[3:] == dated[row[0]][:3] for row in told)


def test_what_is_disputed_stands_under_those_who_did_or_said_it(book):
    disputed = rows(book, "SELECT subject, id FROM contradictions WHERE subject IS NOT NULL")
    wanted = set()
    for subject, identity in disputed:
        sides = rows(book, f"SELECT id, '' FROM entities WHERE id = '{subject}'")
        for records, told in (("statement", "speaker"), ("event", "actor")):
            number = f"(SELECT n FROM {records}s WHERE id = '{subject}')"
            sides += rows(book, f"SELECT party, '' FROM {records}_parties WHERE role = '{told}' AND n = {number}")
            sides += rows(book, f"SELECT one, other FROM {records}_dyads WHERE n = {number}")
        wanted |= {(*side, identity) for side in sides}
    assert wanted
    assert set(rows(book, "SELECT party, other, contradiction_id FROM contradiction_parties")) == wanted


def test_a_term_points_at_the_letters_of_its_first_and_its_last_day(book):
    for side in ("first", "last"):
        dated = rows(
            book,
            f"SELECT {side}_day, published_from, substr(text, {side}_start + 1, {side}_end - {side}_start),"
            f" articles.id, entity_id FROM terms JOIN articles ON articles.id = {side}_article",
        )
        assert dated
        for day, published, letters, article, entity in dated:
            assert day == published
            titles = rows(
                book,
                "SELECT titles.text FROM titles JOIN actors ON actors.id = titles.actor_id"
                " JOIN observations ON observations.id = actors.observation"
                f" WHERE actors.article_id = '{article}' AND entity_id = '{entity}'",
            )
            assert (letters,) in titles


def test_what_is_concluded_again_stays_the_same(book):
    tables = ("party_tallies", "state_ties", "counterparts", "agreement_states", "contradiction_parties")
    before = [rows(book, f"SELECT * FROM {table}") for table in tables]
    book.execute("BEGIN")
    index(book)
    book.execute("COMMIT")
    assert [rows(book, f"SELECT * FROM {table}") for table in tables] == before
