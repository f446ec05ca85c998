"""``vakanuvis export``: the record in the forms that other people's tools read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from vakanuvis.cli.entries import Source
from vakanuvis.cli.outcome import quiet_pipe, refuse, utf8
from vakanuvis.errors import RecordError, VakanuvisError

if TYPE_CHECKING:
    from vakanuvis.export.choosing import Choice
    from vakanuvis.export.entry import Entry

Entries = Callable[[], Iterator["Entry"]]


class Form(StrEnum):
    """What the record is written as."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    PLOVER = "plover"
    POLECAT = "polecat"
    GDELT = "gdelt"
    ANNOTATIONS = "annotations"
    FOLLOWTHEMONEY = "followthemoney"
    BRAT = "brat"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CALENDAR = "calendar"
    DOSSIER = "dossier"
    DOSSIER_PAGE = "dossier-page"


FOLDERS = (Form.CSV, Form.PARQUET, Form.GDELT, Form.BRAT)
"""What is written as several files, into a folder."""
DOSSIERS = (Form.DOSSIER, Form.DOSSIER_PAGE)


def export(
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A record book (kayit.db), or readings (.jsonl) of `read`.")
    ],
    form: Annotated[
        Form,
        typer.Option(
            "--as",
            help="csv, parquet, gdelt, brat: a folder of files. dossier (Markdown), dossier-page (HTML): needs --of. "
            "annotations: W3C Web Annotation. calendar: planned events, iCalendar.",
        ),
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file or folder to write.")] = None,
    positions_only: Annotated[
        bool, typer.Option("--positions-only", help="No letters of the articles: only places, codes, names, digests.")
    ] = False,
    of: Annotated[str | None, typer.Option("--of", help="Only what concerns this one: a name, an id, TUR.")] = None,
    together_with: Annotated[str | None, typer.Option("--with", help="Only what is between --of and this one.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="Only from this day, month or year on.")] = None,
    last: Annotated[str | None, typer.Option("--until", help="Only to the end of this day, month or year.")] = None,
) -> None:
    """Write the record for other tools.

    Ends with 0 if all was written, 1 if some lines were no readings (the others are written), 2 if nothing was there.
    """
    if form in FOLDERS and output is None:
        refuse(f"--as {form}: is written as several files. Name a folder with --output.")
    if form in DOSSIERS and of is None:
        refuse(f"--as {form}: is of somebody. Name them with --of.")
    if together_with is not None and of is None:
        refuse("--with: needs --of, the other side.")
    if output is not None and output.exists() and source.exists() and output.samefile(source):
        refuse(f"--output {output}: this would overwrite the source. Name another file.")
    taken = Source(source, positions_only)
    try:
        choice = _choice(taken, of, together_with, (first, last))
        with quiet_pipe():
            _write(form, taken, choice, output)
    except VakanuvisError as error:
        refuse(error)
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        if taken.is_book():
            raise
        refuse(RecordError.no_reading(f"{source}, reading {taken.taken}", f"{type(error).__name__}: {error}"))
    except OSError as error:
        refuse(f"--output {output}: cannot be written ({error.strerror}). Name a path that you may write.")
    raise typer.Exit(taken.exit_code)


def _choice(taken: Source, of: str | None, other: str | None, days: tuple[str | None, str | None]) -> Choice:
    from vakanuvis.export.choosing import Choice  # noqa: PLC0415
    from vakanuvis.record.days import days_of  # noqa: PLC0415

    ends = [days_of(day)[side] if day else None for side, day in enumerate(days)]
    for name, day, end in zip(("--from", "--until"), days, ends, strict=True):
        if day and end is None:
            raise RecordError.no_day(name, day)
    return Choice(taken.party(of), taken.party(other), *ends)


def _write(form: Form, taken: Source, choice: Choice, output: Path | None) -> None:
    from vakanuvis.export.choosing import chosen  # noqa: PLC0415

    def entries() -> Iterator[Entry]:
        return chosen(taken.entries(), choice)

    if form in FOLDERS and output is not None:
        output.mkdir(parents=True, exist_ok=True)
        _write_folder(form, entries, output)
        return
    with _opened(output) as out:
        for piece in _dossier(form, taken, choice) if form in DOSSIERS else _pieces(form, entries()):
            out.write(piece)


def _pieces(form: Form, entries: Iterable[Entry]) -> Iterable[str]:
    from vakanuvis.export import annotation, calendar, followthemoney, lines, network, plover, polecat  # noqa: PLC0415

    writers: dict[Form, Callable[[Iterable[Entry]], Iterable[str]]] = {
        Form.JSONL: lines.entry_lines,
        Form.PLOVER: plover.plover_lines,
        Form.POLECAT: polecat.polecat_lines,
        Form.ANNOTATIONS: annotation.annotation_page,
        Form.FOLLOWTHEMONEY: followthemoney.entity_lines,
        Form.GRAPHML: lambda entries: network.graphml(network.Network.of(entries)),
        Form.GEXF: lambda entries: network.gexf(network.Network.of(entries)),
        Form.CALENDAR: calendar.calendar_lines,
    }
    return writers[form](entries)


def _dossier(form: Form, taken: Source, choice: Choice) -> Iterable[str]:
    from vakanuvis.export.dossier import dossier_of  # noqa: PLC0415
    from vakanuvis.export.dossier_text import markdown, page  # noqa: PLC0415

    made = dossier_of(taken.entries(), choice)
    return markdown(made) if form is Form.DOSSIER else [page(made)]


def _write_folder(form: Form, entries: Entries, folder: Path) -> None:
    from vakanuvis.export import gdelt, tables  # noqa: PLC0415

    if form is Form.CSV:
        tables.write_csv(entries(), folder)
    elif form is Form.PARQUET:
        tables.write_parquet(entries(), folder)
    elif form is Form.BRAT:
        _write_brat(entries(), folder)
    else:
        gazette = gdelt.Gazette.of_the_lexicon()
        for name, made in (("export", gdelt.event_lines), ("mentions", gdelt.mention_lines)):
            with _opened(folder / f"vakanuvis.{name}.CSV") as out:
                out.writelines(made(entries(), gazette))


def _write_brat(entries: Iterable[Entry], folder: Path) -> None:
    from vakanuvis.export.brat import annotation_of, configuration, file_name  # noqa: PLC0415

    with _opened(folder / "annotation.conf") as out:
        out.write(configuration())
    for entry in entries:
        name = file_name(entry)
        with _opened(folder / f"{name}.ann") as out:
            out.write(annotation_of(entry))
        if entry.text is not None:
            with _opened(folder / f"{name}.txt") as out:
                out.write(entry.text)


@contextmanager
def _opened(output: Path | None) -> Iterator[IO[str]]:
    if output is None:
        yield utf8(sys.stdout)
        return
    # A regular file is there whole or not at all; a pipe is written as it comes.
    part = output.with_name(f"{output.name}.part") if output.is_file() or not output.exists() else output
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="") as file:
            yield file
        if part != output:
            part.replace(output)
    except BaseException:
        if part != output:
            part.unlink(missing_ok=True)
        raise
