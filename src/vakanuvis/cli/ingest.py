"""``vakanuvis ingest`` and ``vakanuvis rejected``: many articles into one record book, and what could not be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vakanuvis.cli.choices import RecordPath
from vakanuvis.cli.outcome import ALL_READ, NOTHING_READ, SOME_REFUSED, quiet_pipe, refuse, tell, utf8
from vakanuvis.errors import VakanuvisError

if TYPE_CHECKING:
    from vakanuvis.record.incoming import Incoming
    from vakanuvis.scale.ingest import Tally


def ingest(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="Files and folders; `-` is standard input.")
    ] = None,
    record: Annotated[Path, typer.Option("--record", "-r", help="The record book; begun if missing.")] = Path(
        "kayit.db"
    ),
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="The articles' encoding, where it must not be guessed.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option("--columns", help="Field to column of tables and objects: text=icerik,title=baslik")
    ] = None,
    processes: Annotated[
        int | None, typer.Option("--processes", "-p", min=1, help="How many read at once; by default one per core.")
    ] = None,
) -> None:
    """Read articles into a record book.

    What is recorded already is not read again, so the same command goes on after a break. Ends with 0 if all articles
    are recorded, 1 if some were set aside (`vakanuvis rejected` tells why), 2 if nothing could be done.
    """
    from vakanuvis.pipeline import Reader  # noqa: PLC0415  # heavy: not for --help
    from vakanuvis.scale.conclude import conclude  # noqa: PLC0415
    from vakanuvis.scale.ingest import ingest as take_in  # noqa: PLC0415
    from vakanuvis.scale.workers import Workers  # noqa: PLC0415
    from vakanuvis.store.book import Record  # noqa: PLC0415

    try:
        mark = Reader().mark
        with (
            Record.open(record, write=True) as book,
            Workers(processes or _cores()) as workers,
            _shown(paths or []) as told,
        ):
            tally = take_in(_found(paths or [], encoding, columns), book, workers, mark=mark, told=told)
        with Record.open(record, write=True) as book:
            conclude(book)
    except VakanuvisError as error:
        refuse(error)
    tell(f"{tally.recorded} recorded, {tally.known} were there already, {tally.rejected} set aside")
    if tally.rejected:
        tell(f"why: vakanuvis rejected {record}")
        raise typer.Exit(SOME_REFUSED if tally.recorded + tally.known else NOTHING_READ)


def rejected(record: RecordPath) -> None:
    """Show the articles that could not be read into a record book, with the reasons."""
    from vakanuvis.store.book import Record  # noqa: PLC0415

    try:
        with Record.open(record) as book, quiet_pipe():
            for found_at, code, reason in book.rejected():
                utf8(sys.stdout).write(f"{found_at}\t{code}\t{reason}\n")
    except VakanuvisError as error:
        refuse(error)
    raise typer.Exit(ALL_READ)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _found(paths: list[str], encoding: str | None, columns: str | None) -> Iterator[Incoming]:
    from vakanuvis.text.opened import columns_of  # noqa: PLC0415
    from vakanuvis.text.sources import read_sources  # noqa: PLC0415

    named = columns_of(columns) if columns else {}
    for path in paths:
        # Two folders may hold files of one name: the path that was given tells them apart.
        root = Path(path) if Path(path).is_dir() else Path(path).parent
        for each in read_sources(path, encoding=encoding, columns=named):
            yield each if path in (each.place, "-") else replace(each, place=(root / each.place).as_posix())


def _expected(paths: list[str]) -> int | None:
    from vakanuvis.text.counting import expected_articles  # noqa: PLC0415

    counts = [expected_articles(path) for path in paths]
    return None if None in counts else sum(count or 0 for count in counts)


@contextmanager
def _shown(paths: list[str]) -> Iterator[Callable[[Tally], None]]:
    """A progress line on standard error, if that is a terminal; with the remaining time, if the end is known."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
        *((TextColumn("·"), TimeRemainingColumn()) if (total := _expected(paths)) else ()),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, told="")

        def told(tally: Tally) -> None:
            rate = (tally.recorded + tally.rejected) / (progress.tasks[0].elapsed or 1.0)
            line = f"{tally.recorded} recorded, {tally.known} known, {tally.rejected} set aside · {rate:.1f} articles/s"
            progress.update(task, completed=tally.seen, told=line)

        yield told
