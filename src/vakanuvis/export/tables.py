"""Write the record's tables into a folder: ``events.csv``, or ``events.parquet``.

In:  entries and a folder.
Out: one file for each table, also for those that stay empty.

CSV is RFC 4180 in UTF-8 with a header and line feeds; an empty cell is no value. Cells that begin with ``=`` or ``@``
are left as they are printed: a reader that takes text for formulas must be told not to. Parquet needs DuckDB, an
extra.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from vakanuvis.errors import ArticleError
from vakanuvis.export.entry import Entry
from vakanuvis.export.sheets import TABLES, all_rows

_LARGEST_ROW = 1 << 26
"""Bytes of one row that DuckDB reads: an article of two million letters, escaped, with room to spare."""

_GROUP = 10_240
"""Rows that DuckDB holds in memory before it writes them: its own 122,880 would hold that many articles."""


def write_csv(entries: Iterable[Entry], folder: Path) -> None:
    """Write each table as ``table.csv`` below ``folder``, which must exist."""
    with ExitStack() as opened:
        sheets = {}
        for table, columns in TABLES.items():
            path = folder / f"{table}.csv"
            file = opened.enter_context(path.open("w", encoding="utf-8", errors="replace", newline=""))
            sheets[table] = csv.writer(file, lineterminator="\n")
            sheets[table].writerow(columns)
        for table, rows in all_rows(entries):
            sheets[table].writerows(rows)


def write_parquet(entries: Iterable[Entry], folder: Path) -> None:
    """Write each table as ``table.parquet`` below ``folder``. Raises ArticleError if DuckDB is not installed."""
    try:
        import duckdb  # noqa: PLC0415  # an extra, and heavy
    except ImportError:
        raise ArticleError.missing_extra("parquet", "parquet") from None
    with TemporaryDirectory(dir=folder, prefix=".tables-") as scratch:
        _write_lines(entries, Path(scratch))
        # One thread, so that the same record gives the same bytes.
        with duckdb.connect(config={"threads": 1}) as connection:
            for table, columns in TABLES.items():
                lines = Path(scratch) / f"{table}.jsonl"
                rows = connection.read_json(
                    str(lines),
                    columns=dict(columns),
                    format="newline_delimited",
                    maximum_object_size=_LARGEST_ROW,
                )
                rows.write_parquet(str(folder / f"{table}.parquet"), compression="zstd", row_group_size=_GROUP)


def _write_lines(entries: Iterable[Entry], folder: Path) -> None:
    with ExitStack() as opened:
        files = {
            table: opened.enter_context((folder / f"{table}.jsonl").open("w", encoding="utf-8", errors="replace"))
            for table in TABLES
        }
        for table, rows in all_rows(entries):
            names = TABLES[table]
            for row in rows:
                files[table].write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
