"""What the whole book knows about one article: who its actors are, which story it tells, who else reported its events.

In:  an open record book and the id of an article.
Out: a ``Known``. What was not concluded yet is left out, never guessed.
"""

from __future__ import annotations

import sqlite3

from vakanuvis.record.known import Identity, Known, Report
from vakanuvis.store.sql import named


def read_known(connection: sqlite3.Connection, article: str) -> Known:
    """What is known about the article with this id; nothing, if the book does not hold it."""
    statements, asked = named("register.sql"), {"article": article}
    identities = {
        row["actor_id"]: Identity(row["id"], row["kind"], row["name"], country=row["country"], sector=row["sector"])
        for row in connection.execute(statements["identities"], asked)
    }
    reports = {
        row["event_id"]: Report(row["fullest"], row["articles"], row["outlets"], row["mentions"], row["first_day"])
        for row in connection.execute(statements["reports"], asked)
    }
    head = connection.execute(statements["article"], asked).fetchone()
    return Known(identities, reports, *(head or (None, None)))
