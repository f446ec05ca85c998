"""The command ``vakanuvis``: one file per verb. What is heavy is imported when a verb needs it."""

from __future__ import annotations

from typing import Annotated

import typer

from vakanuvis.cli.ask import ask, sql
from vakanuvis.cli.codes import codes
from vakanuvis.cli.diff import diff
from vakanuvis.cli.explain import explain
from vakanuvis.cli.export import export
from vakanuvis.cli.ingest import ingest, rejected
from vakanuvis.cli.judge import judge
from vakanuvis.cli.lexicon import lexicon
from vakanuvis.cli.read import read
from vakanuvis.cli.serve import serve
from vakanuvis.cli.verify import verify
from vakanuvis.version import VERSION

app = typer.Typer(
    name="vakanuvis",
    help="Reads Turkish political and diplomatic news and writes the record: who said and did what to whom, where and "
    "when, every slot with its letters.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(read)
app.command()(explain)
app.command()(ingest)
app.command()(rejected)
app.command()(ask)
app.command()(sql)
app.command()(verify)
app.command()(judge)
app.command()(diff)
app.command()(export)
app.command()(codes)
app.command()(serve)
app.add_typer(lexicon, name="lexicon")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vakanuvis {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Nothing to do: the options do their work in their callbacks."""


def main() -> None:
    """The entry point of the command ``vakanuvis``."""
    app()


__all__ = ["app", "main"]
