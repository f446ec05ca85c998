"""Ask the record book.

In:  the name of a question (a file in ``questions/``) and filters.
Out: typed rows (``answers.py``).

    record.ask("statements", of="Vladimir Putin", about="TUR", **{"from": "2024-01"}, limit=20)

A question has one statement for each set of filters that it can be asked by (``-- name: of about``); the others
(from, until, kind, …) narrow any of them. Names of people and states are looked up; a name that fits several is refused
with the list of them, never guessed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from vakanuvis.errors import RecordError
from vakanuvis.record.days import days_of
from vakanuvis.store.answers import ANSWERS, Answer
from vakanuvis.store.sql import named
from vakanuvis.text.letters import bare

LIMIT = 50
_SHOWN = 6  # of those who may be meant
_FIRST_PAGE: dict[str, str | int] = {
    **{"before_day": "9999-12-31", "before_n": (1 << 62), "before_articles": (1 << 62)},
    **{"after_day": "", "after_id": "", "after_what": "", "after_office": "", "after_entity_id": ""},
}
"""Where a question begins: each is a column of its last row, by which the next page is asked for (``paging.py``)."""
_PARTIES = ("of", "about", "to", "with")
_PARAMETER = re.compile(r":([a-z_]+)")
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Question:
    """A question: what it answers (Turkish, then English), and its statement for each set of filters."""

    name: str
    about: str
    statements: Mapping[frozenset[str], str]

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """The sets of filters it is asked by; the empty one asks for all."""
        return tuple(tuple(sorted(key)) for key in self.statements)

    @property
    def filters(self) -> frozenset[str]:
        """All filters that any of its statements takes."""
        found = {name for statement in self.statements.values() for name in _PARAMETER.findall(statement)}
        return frozenset(found)

    def cursor(self, given: frozenset[str]) -> tuple[str, ...]:
        """What leads to the next page: ``before_day`` is the ``day`` of the last row. Raises RecordError."""
        wanted = _PARAMETER.findall(self.statement(given))
        return tuple(dict.fromkeys(name for name in wanted if name in _FIRST_PAGE))

    def statement(self, given: frozenset[str]) -> str:
        """The statement for what is asked. Raises RecordError with what can be."""
        keys = {name for key in self.statements for name in key}
        asked = given & keys
        # A key such as kind may also narrow another statement: the largest set that is given decides.
        for key in sorted(self.statements, key=len, reverse=True):
            statement = self.statements[key]
            if key <= given and (asked - key) <= set(_PARAMETER.findall(statement)):
                return statement
        raise RecordError.wrong_filters(self.name, sorted(asked), [" ".join(key) or "-" for key in self.keys])


@cache
def questions() -> dict[str, Question]:
    """All questions by name."""
    return {name: _question(name) for name in ANSWERS}


def _question(name: str) -> Question:
    text = files("vakanuvis.store").joinpath("questions").joinpath(f"{name}.sql").read_text("utf-8")
    about = text.split("\n", 1)[0].removeprefix("-- ")
    parts = re.split(r"^-- name: ([a-z ]+)$", text, flags=re.MULTILINE)[1:]
    statements = {
        frozenset(key.split()) - {"any"}: body.strip().removesuffix(";")
        for key, body in zip(parts[::2], parts[1::2], strict=True)
    }
    return Question(name, about, statements)


def ask(connection: sqlite3.Connection, question: str, filters: Mapping[str, str | int | None]) -> list[Answer]:
    """The answers to ``question``.

    ``filters``: of, about, to, with (an entity's id, a state's code, or a name), from, until (EDTF), words (looked for
    folded, by beginnings and stems; a phrase in double quotes), kind, event, status, office, country, named, article,
    limit, and what the last row says for the next page (``paging.py``). Raises RecordError.
    """
    found = questions().get(question)
    if found is None:
        raise RecordError.no_question(question, sorted(questions()))
    given = {name: value for name, value in filters.items() if value is not None}
    unknown = sorted(set(given) - found.filters - {"limit"} - set(_FIRST_PAGE))
    if unknown:
        raise RecordError.no_filter(question, unknown[0], sorted(found.filters - set(_FIRST_PAGE)))
    statement = found.statement(frozenset(given))
    kind = ANSWERS[question]
    columns = [field.name for field in fields(kind)]
    values = _values(connection, given)
    wanted = set(_PARAMETER.findall(statement))
    try:
        rows = connection.execute(statement, {name: values.get(name) for name in wanted}).fetchall()
    except sqlite3.OperationalError as error:
        raise RecordError.not_answered(question, str(error)) from None
    return [kind(**{name: row[name] for name in columns}) for row in rows]


def _values(connection: sqlite3.Connection, given: Mapping[str, str | int]) -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {**_FIRST_PAGE, "limit": LIMIT, **given}
    for name in _PARTIES:
        if name in given:
            values[name] = party(connection, str(given[name]))
    values["from"] = _day(given, "from", 0) or ""
    values["until"] = _day(given, "until", 1) or "9999-12-31"
    for name in ("words", "named"):
        if name in given:
            values[name] = search_words(str(given[name]))
    return values


def _day(given: Mapping[str, str | int], name: str, side: int) -> str | None:
    if name not in given:
        return None
    day = days_of(str(given[name]))[side]
    if day is None:
        raise RecordError.no_day(name, str(given[name]))
    return day


def search_words(words: str) -> str:
    """The FTS5 expression for what a person types: all words, each by its beginning; phrases in double quotes."""
    terms = []
    for phrase, word in _WORDS.findall(bare(words)):
        letters = re.findall(r"\w+", phrase or word)
        if letters:
            terms.append(f'"{" ".join(letters)}"' + ("" if phrase else "*"))
    if not terms:
        raise RecordError.no_words(words)
    return " AND ".join(terms)


def party(connection: sqlite3.Connection, name: str) -> str:
    """The id of the entity called ``name``, or the state's code. Raises RecordError: nobody, or several."""
    statements = named("asking.sql")
    if connection.execute(statements["is_party"], {"party": name}).fetchone():
        return name
    found = connection.execute(statements["entities_named"], (search_words(name),)).fetchall()
    exact = [row for row in found if bare(name) in {bare(part) for part in row["names"].split(" · ")}]
    several = exact or found
    if not several:
        raise RecordError.nobody(name)
    if len(several) > 1:
        states = [row for row in several if row["kind"] == "country"]
        if len(states) != 1:
            known = [f"{row['id']} ({row['name']}, {row['country'] or '?'})" for row in several[:_SHOWN]]
            raise RecordError.several(name, known)
        several = states
    identity: str = several[0]["id"]
    return identity
