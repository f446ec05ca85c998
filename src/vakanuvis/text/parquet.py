"""Articles as the rows of a Parquet file, read by DuckDB (the extra ``vakanuvis[parquet]``).

In:  the path of a file; which of its columns are which, where they have names of their own.
Out: an Incoming for each row, numbered from 1. A few rows at a time are in memory.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.incoming import Incoming
from vakanuvis.text.fields import article_of_fields
from vakanuvis.text.opened import Choices, fields_at, incoming

if TYPE_CHECKING:
    import duckdb

_ROWS = 16  # at a time: of articles as long as they may be, 128 MiB
_LIMITS = {
    "threads": "1",
    "memory_limit": "512MiB",
    "temp_directory": "",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_PATTERN = re.compile(r"([*?\[])")


def read_parquet(path: Path, place: str, choices: Choices) -> Iterator[Incoming]:
    """One article per row. Raises ArticleError where the columns are not there or the file is broken."""
    try:
        import duckdb  # noqa: PLC0415  # an extra
    except ImportError:
        raise ArticleError.missing_extra(place, "parquet") from None
    try:
        with duckdb.connect(config=dict(_LIMITS)) as database:
            database.execute(_sql("limits"))
            yield from _rows(database, path, place, choices)
    except duckdb.Error as error:
        raise ArticleError.broken_table(place, str(error).partition("\n")[0]) from None


def _rows(database: duckdb.DuckDBPyConnection, path: Path, place: str, choices: Choices) -> Iterator[Incoming]:
    # The name of a file is no pattern, whatever letters it has.
    file = _PATTERN.sub(r"[\1]", str(path.absolute()))
    found = [name for name, *_ in database.execute(_sql("columns"), [file]).fetchall()]
    wanted = {name: found[index] for name, index in fields_at(found, place, choices).items()}
    database.execute(_sql("rows"), [file, list(wanted.values())])
    names = [name for name, *_ in database.description or ()]
    number = 0
    while rows := database.fetchmany(_ROWS):
        for row in rows:
            number += 1
            values = dict(zip(names, row, strict=True))
            fields = {name: _plain(values[column]) for name, column in wanted.items()}
            yield incoming(f"{place}:{number}", partial(_article, fields, f"{place}:{number}", choices))
    if not number:
        raise ArticleError.empty(place)


def _article(fields: dict[str, Any], place: str, choices: Choices) -> Article:
    return article_of_fields(fields, place, limit=choices.longest)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _sql(name: str) -> str:
    return files("vakanuvis.text").joinpath(f"{name}_of_parquet.sql").read_text("utf-8")
