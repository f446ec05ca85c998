"""``vakanuvis ask`` and ``vakanuvis sql``: questions to a record book."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vakanuvis.cli.choices import RecordPath
from vakanuvis.cli.outcome import ALL_READ, quiet_pipe, refuse, utf8
from vakanuvis.errors import VakanuvisError

if TYPE_CHECKING:
    from vakanuvis.store.book import Record

_WIDEST = 60
_SHOWN = {
    "statements": ("day", "speaker", "title", "content", "outlet"),
    "events": ("day", "event", "mode", "status", "actor", "recipient", "predicate", "outlet"),
    "meetings": ("day", "mode", "status", "actor", "recipient", "location", "outlet"),
    "offices": ("name", "office", "country", "first_day", "last_day", "known_from", "known_until", "articles"),
    "agreements": ("day", "name", "parties", "status", "outlet"),
    "contradictions": ("day", "kind", "text", "value", "outlet", "known_at"),
    "changes": ("day", "what", "text"),
    "articles": ("day", "headline", "outlet", "id"),
    "actors": ("id", "kind", "name", "country", "articles", "statements", "events"),
    "stories": ("day", "headline", "articles", "originators"),
    "copies": ("published", "outlet", "headline", "relation", "similarity", "originator"),
}
"""The columns of the table for the eye; the other forms have all."""

Rows = Iterable[dict[str, Any]]


class Form(StrEnum):
    """What the answers are written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FormOption = Annotated[
    Form, typer.Option("--format", "-f", help="table: for the eye. json, jsonl, csv: with all columns.")
]


def ask(
    record: RecordPath,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="Without one, all questions are shown.")
    ] = None,
    of: Annotated[str | None, typer.Option(help="Who said or did it: a name, an id, a state's code.")] = None,
    about: Annotated[str | None, typer.Option(help="Who is spoken about.")] = None,
    to: Annotated[str | None, typer.Option(help="To whom it was done.")] = None,
    with_: Annotated[str | None, typer.Option("--with", help="The other side of meetings and agreements.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(help="Up to this day, month or year.")] = None,
    words: Annotated[
        str | None, typer.Option(help="Words, by beginnings and stems; a phrase in double quotes.")
    ] = None,
    named: Annotated[str | None, typer.Option(help="Part of a name.")] = None,
    event: Annotated[str | None, typer.Option(help="A PLOVER event type, such as CONSULT.")] = None,
    kind: Annotated[str | None, typer.Option(help="The kind of statement, actor or contradiction.")] = None,
    status: Annotated[str | None, typer.Option(help="The status of events, such as planned.")] = None,
    office: Annotated[str | None, typer.Option(help="An office in dictionary form, such as Dışişleri Bakanı.")] = None,
    country: Annotated[str | None, typer.Option(help="The code of a state, such as TUR.")] = None,
    article: Annotated[str | None, typer.Option(help="The id of an article.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="At most so many answers.")] = 50,
    form: FormOption = Form.TABLE,
) -> None:
    """Ask a record book. Ends with 0 if there are answers, 1 if there is none, 2 if it could not be asked."""
    given = {"of": of, "about": about, "to": to, "with": with_, "from": from_, "until": until, "words": words}
    given |= {"named": named, "event": event, "kind": kind, "status": status, "office": office, "country": country}
    if question is None:
        _show_questions()
        raise typer.Exit(ALL_READ)
    try:
        with _opened(record) as book:
            rows = _rows(book, question, {**given, "article": article, "limit": limit})
    except VakanuvisError as error:
        refuse(error)
    _write(rows, form, _SHOWN[question])
    raise typer.Exit(ALL_READ if rows else 1)


def sql(
    record: RecordPath,
    statement: Annotated[str, typer.Argument(metavar="SQL", help="One statement; it can only read.")],
    form: FormOption = Form.TABLE,
) -> None:
    """Ask a record book in SQL. The file is opened for reading only; its tables are explained in the schema."""
    import sqlite3  # noqa: PLC0415

    try:
        with _opened(record) as book:
            cursor = book.connection.execute(statement)
            names = [column[0] for column in cursor.description or ()]
            _write((dict(zip(names, row, strict=True)) for row in cursor), form, tuple(names))
    except VakanuvisError as error:
        refuse(error)
    except (sqlite3.Error, sqlite3.Warning) as error:
        refuse(f'{error}. Tables: vakanuvis sql {record} "SELECT name, sql FROM sqlite_schema"')


def _opened(record: Path) -> Record:
    from vakanuvis.store.book import Record  # noqa: PLC0415

    return Record.open(record)


def _rows(book: Record, question: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    from dataclasses import asdict  # noqa: PLC0415

    return [asdict(answer) for answer in book.ask(question, **given)]


def _show_questions() -> None:
    from vakanuvis.store.questions import questions  # noqa: PLC0415

    with quiet_pipe():
        out = utf8(sys.stdout)
        for question in questions().values():
            asked = " | ".join(" ".join(f"--{name}" for name in key) or "(all)" for key in question.keys)
            out.write(f"{question.name}: {question.about}\n    {asked}\n")


def _write(rows: Rows, form: Form, columns: tuple[str, ...]) -> None:
    with quiet_pipe():
        out = utf8(sys.stdout)
        if form is Form.TABLE:
            _write_table(rows, columns)
        elif form is Form.CSV:
            _write_csv(rows)
        elif form is Form.JSON:
            out.write(json.dumps(list(rows), ensure_ascii=False, indent=1, default=repr) + "\n")
        else:
            out.writelines(json.dumps(row, ensure_ascii=False, default=repr) + "\n" for row in rows)


def _write_csv(rows: Rows) -> None:
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)


def _write_table(rows: Rows, columns: tuple[str, ...]) -> None:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from vakanuvis.cli.paper import Paper  # noqa: PLC0415

    table = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*_cells(row, columns))
    Paper(sys.stdout).print(table)


def _cells(row: dict[str, Any], columns: tuple[str, ...]) -> Iterator[str]:
    for name in columns:
        text = "" if row[name] is None else " ".join(str(row[name]).split())
        yield text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
