"""One visit: what is asked, in which language, and the means to answer it.

In:  a request, the room, a connection to the book.
Out: answers to questions, parameters that are what they should be, addresses in the language of the visit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import numpy as np
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request

from vakanuvis.export.tongue import Tongue
from vakanuvis.store.sql import named
from vakanuvis.web.catalogue import Numbers
from vakanuvis.web.rooms import Room
from vakanuvis.web.tongues import PREFIXES

Row = dict[str, Any]
LARGEST_NUMBER = 2**53  # what JSON's readers hold exactly
_DIGITS = len(str(LARGEST_NUMBER))  # Python itself refuses to read thousands of them


@dataclass(frozen=True, slots=True)
class Visit:
    """A request with the room it is made in and a connection to the book."""

    request: Request
    room: Room
    tongue: Tongue
    connection: sqlite3.Connection

    def ask(self, question: str, **values: object) -> list[Row]:
        """The rows that answer a question: ``home.latest`` stands in ``store/room/home.sql``."""
        return [dict(row) for row in self.connection.execute(_statement(question), values).fetchall()]

    def ask_one(self, question: str, **values: object) -> Row | None:
        """The first row, if there is one."""
        return next(iter(self.ask(question, **values)), None)

    def numbers(self, question: str, **values: object) -> Numbers:
        """The numbers of a question that answers with one text, ``12,7,3``."""
        told: str | None = self.connection.execute(_statement(question), values).fetchone()[0]
        return np.fromstring(told or "", dtype=np.int32, sep=",")

    def conclusions(self) -> int:
        """How often conclusions were drawn: what was reckoned from them is as good as long as this stays the same."""
        found = self.ask_one("catalogue.conclusions")
        return found["count"] if found else 0

    def part(self, name: str) -> str:
        """A part of the path, as the route names it."""
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str | None:
        """A query parameter, without blanks around it; None where it is missing or empty. Refuses what is no text."""
        value = self.request.query_params.get(name, "").strip()
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise HTTPException(400)
        return value or None

    def asked_many(self, name: str) -> tuple[str, ...]:
        """All values of a query parameter, each once."""
        return tuple(dict.fromkeys(value for value in self.request.query_params.getlist(name) if value))

    def asked_number(self, name: str, otherwise: int = 0) -> int:
        """A query parameter that is a whole number from 0; what is none is refused."""
        value = self.asked(name)
        if value is None:
            return otherwise
        if not (value.isascii() and value.isdigit()) or len(value) > _DIGITS or int(value) > LARGEST_NUMBER:
            raise HTTPException(400)
        return int(value)

    def to(self, path: str, **query: object) -> str:
        """An address in the language of the visit; parameters that are None are left out, tuples repeated."""
        return address(PREFIXES[self.tongue.code] + path, query)

    def here(self, **changes: object) -> str:
        """This address with some parameters changed; None takes one away."""
        # A page has hundreds of such addresses: what they share is written once.
        changed = {name: _pairs(name, value) for name, value in changes.items()}
        query = "&".join(filter(None, {**_written(self.request.scope["query_string"]), **changed}.values()))
        path = PREFIXES[self.tongue.code] + quote(self.path)
        return f"{path}?{query}" if query else path

    def in_form(self, form: str) -> str:
        """This address in another form: ``/ara?q=su`` as ``json`` is ``/ara.json?q=su``."""
        query = {name: self.asked_many(name) for name in self.request.query_params}
        return self.to(f"{'' if self.path == '/' else quote(self.path)}.{form}", **query)

    def whole(self, path: str) -> str:
        """An address with the host, for citing it elsewhere; always the Turkish one, so that all cite the same."""
        return f"{str(self.request.base_url).rstrip('/')}{path}"

    @property
    def form(self) -> str | None:
        """``json``, ``csv`` or ``jsonl`` where the address ends so."""
        form: str | None = self.request.path_params.get("form")
        return form

    @property
    def path(self) -> str:
        """The path of the page, without language and form."""
        path = self.request.url.path
        return path.removesuffix(f".{self.form}") if self.form else path

    def in_tongue(self, code: str) -> str:
        """This address in another language."""
        return address(PREFIXES[code] + quote(self.path), {n: self.asked_many(n) for n in self.request.query_params})


def address(path: str, query: Mapping[str, object]) -> str:
    """A path with its query; None is left out, a tuple or a list repeats its name."""
    written = "&".join(filter(None, (_pairs(name, value) for name, value in query.items())))
    return f"{path}?{written}" if written else path


def _pairs(name: str, value: object) -> str:
    """A parameter as addresses carry it; empty where it has no value."""
    if value is None:
        return ""
    many = value if isinstance(value, (tuple, list)) else (value,)
    return urlencode([(name, one) for one in many if one is not None])


@lru_cache(maxsize=64)
def _written(query: bytes) -> Mapping[str, str]:
    """The parameters of a query that have values, each as addresses carry it."""
    asked = QueryParams(query)
    return {name: _pairs(name, tuple(dict.fromkeys(filter(None, asked.getlist(name))))) for name in asked}


def _statement(question: str) -> str:
    file, _, name = question.partition(".")
    return named(f"room/{file}.sql")[name]
