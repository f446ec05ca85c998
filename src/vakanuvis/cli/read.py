"""``vakanuvis read``: articles in, their record out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from vakanuvis.cli.outcome import quiet_pipe, refuse, utf8
from vakanuvis.cli.reading import Tally, found_articles, open_reader, readings_of

if TYPE_CHECKING:
    from vakanuvis.errors import ArticleError
    from vakanuvis.record.doc import Article
    from vakanuvis.record.reading import Reading

FEW = 3
"""Articles that are read so soon that a progress bar would only flicker."""


class Format(StrEnum):
    """What the record is written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files: .txt, .html, .jsonl, .json, .csv, .tsv, .parquet, .rss, .atom, .xml, .warc; also packed as "
            ".gz or .zst. Folders: all such files in them. `-`: standard input.",
        ),
    ],
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="text: for the eye. json: an object, or an array where there are several articles. "
            "jsonl: one object per line. html: one page that needs nothing else.",
        ),
    ] = Format.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here, not to standard output.")] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="The articles' encoding, where it must not be guessed.")
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            help="Which columns of tables, or fields of JSON, hold what: text=icerik,title=baslik,published=tarih. "
            "Known: text, title, published, url, source, author, id.",
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="In text: whole statements, however long.")] = False,
) -> None:
    """Read articles and write the record.

    Ends with 0 if all articles were read, 1 if some were refused (the others are written), 2 if none was.
    """
    if output and any(path != "-" and _overwrites(output, Path(path)) for path in paths):
        refuse(f"--output {output}: this would overwrite an article, or be read as one. Name another file.")
    tally = Tally()
    articles = found_articles(paths, encoding, columns)
    with quiet_pipe(), _opened(output) as out, _counted(articles) as found:
        _write(out, form, readings_of(found, open_reader(), tally), full)
    raise typer.Exit(tally.exit_code)


def _write(out: IO[str], form: Format, readings: Iterable[Reading], full: bool) -> None:
    if form is Format.TEXT:
        _write_text(out, readings, full)
        return
    for piece in _pieces(form, readings):
        out.write(piece)
        if form is Format.JSONL:
            out.flush()


def _pieces(form: Format, readings: Iterable[Reading]) -> Iterator[str]:
    from vakanuvis.export.lines import json_of, lines_of  # noqa: PLC0415
    from vakanuvis.export.page import page_of  # noqa: PLC0415

    if form is Format.JSONL:
        yield from lines_of(readings)
    elif form is Format.JSON:
        yield from json_of(readings)
    elif all_readings := list(readings):
        yield page_of(all_readings)


def _write_text(out: IO[str], readings: Iterable[Reading], full: bool) -> None:
    from vakanuvis.cli.paper import Paper  # noqa: PLC0415
    from vakanuvis.export.terminal import SHORT, record_of  # noqa: PLC0415

    paper = Paper(out)
    for number, reading in enumerate(readings):
        if number:
            paper.print()
        paper.print(record_of(reading, longest=sys.maxsize if full else SHORT))


@contextmanager
def _opened(output: Path | None) -> Iterator[IO[str]]:
    if output is None:
        yield utf8(sys.stdout)
        return
    try:
        file = output.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        refuse(f"--output {output}: cannot be written ({error.strerror}). Name a file that you may write.")
    with file:
        yield file


def _overwrites(output: Path, path: Path) -> bool:
    """True where ``output`` is a file, or lies in a folder, that is read."""
    return any(
        place.exists() and path.exists() and place.samefile(path) for place in (output, *output.resolve().parents)
    )


@contextmanager
def _counted(found: Iterator[Article | ArticleError]) -> Iterator[Iterator[Article | ArticleError]]:
    """``found``, with a progress bar on standard error if that is a terminal and there are more than a few."""
    if not sys.stderr.isatty():
        yield found
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)

    def counting() -> Iterator[Article | ArticleError]:
        task = progress.add_task("", total=None)
        for number, article in enumerate(found):
            if number == FEW:
                progress.start()
            progress.update(task, completed=number)
            yield article

    try:
        yield counting()
    finally:
        progress.stop()
