"""``vakanuvis lexicon``: what a person who mends the lexicon needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vakanuvis.cli.outcome import NOTHING_READ, quiet_pipe, tell

lexicon = typer.Typer(help="Look after the lexicon.", no_args_is_help=True, rich_markup_mode=None)


@lexicon.callback()
def _lexicon() -> None:
    """Look after the lexicon."""


@lexicon.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="FOLDER", help="Another lexicon than the one that comes with the program."),
    ] = None,
) -> None:
    """Read every lexicon file strictly and tell the slips, Turkish first. Ends with 1 if there are any."""
    from vakanuvis.lexicon.check import lexicon_errors  # noqa: PLC0415
    from vakanuvis.lexicon.files import lexicon_folder  # noqa: PLC0415
    from vakanuvis.lexicon.places import lexicon_files  # noqa: PLC0415

    where = folder or lexicon_folder()
    files = lexicon_files(where) if where.is_dir() else []
    if not files:
        tell(f"{where}: sözlük dosyası yok. (There are no lexicon files here.)")
        raise typer.Exit(NOTHING_READ)
    errors = list(lexicon_errors(where))
    with quiet_pipe():
        for error in errors:
            typer.echo(str(error))
        if not errors:
            typer.echo(f"{len(files)} sözlük dosyası okundu, hata yok. ({len(files)} lexicon files, no errors.)")
    raise typer.Exit(1 if errors else 0)
