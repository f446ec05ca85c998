"""A question's answers page by page, each beginning where the one before ended.

In:  a question, its filters, how many answers a page has.
Out: the page, and the filters that ask for the next one.

A page is found by the key of the last row before it, never by counting: what is written meanwhile shifts nothing, and
the thousandth page takes as long as the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from vakanuvis.store.answers import Answer
from vakanuvis.store.questions import ask, questions

_WITH_SIDES = ("contradictions",)
"""Questions that answer with several rows for each of those that ``limit`` counts."""


@dataclass(frozen=True, slots=True)
class Page:
    """``following`` are the filters to add for the next page; None where there is no more, or no way to ask for it.

    ``more``: whether there are answers that this page does not hold.
    """

    answers: list[Answer]
    following: Mapping[str, str | int] | None
    more: bool


def paged(connection: sqlite3.Connection, question: str, filters: Mapping[str, str | int | None], limit: int) -> Page:
    """At most ``limit`` answers to ``question`` (of contradictions, all sides of so many). Raises RecordError."""
    given = {name: value for name, value in filters.items() if value is not None}
    # One more than asked for tells whether there is a next page.
    answers = ask(connection, question, {**given, "limit": limit + 1})
    cursor = questions()[question].cursor(frozenset(given))
    keys = [tuple(getattr(answer, name.partition("_")[2]) for name in cursor) for answer in answers]
    counted = len(dict.fromkeys(keys)) if question in _WITH_SIDES else len(answers)
    if counted <= limit:
        return Page(answers, None, more=False)
    # Rows of one key stay together: those that the last one belongs to are the next page's.
    kept = keys.index(keys[-1]) if cursor else limit
    following = dict(zip(cursor, keys[kept - 1], strict=True)) if kept else {}
    return Page(answers[:kept] if kept else answers, following or None, more=True)
