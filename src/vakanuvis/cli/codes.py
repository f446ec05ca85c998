"""``vakanuvis codes``: the PLOVER codebook as a table, with a Turkish explanation of each code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from vakanuvis.cli.outcome import quiet_pipe, refuse, utf8
from vakanuvis.errors import LexiconError

if TYPE_CHECKING:
    from rich.table import Table

    from vakanuvis.lexicon.plover import Code, Plover


def codes(
    event: Annotated[str | None, typer.Argument(metavar="TYPE", help="Only this event type, such as CONSULT.")] = None,
    examples: Annotated[bool, typer.Option("--examples", "-e", help="With an example sentence of each code.")] = False,
) -> None:
    """Show the PLOVER 2.0 event types, modes, contexts and sectors, and what they score."""
    from vakanuvis.cli.paper import Paper  # noqa: PLC0415
    from vakanuvis.lexicon.plover import plover  # noqa: PLC0415

    try:
        book = plover()
    except LexiconError as error:
        refuse(error)
    if event is not None and event not in book.events:
        refuse(f"{event}: böyle bir olay türü yok. (No such event type.) {', '.join(book.events)}")
    with quiet_pipe():
        paper = Paper(utf8(sys.stdout))
        paper.print(_events(book, [book.events[event]] if event else list(book.events.values()), examples))
        if event is None:
            paper.print(_plain("Bağlamlar (contexts)", list(book.contexts.values()), examples))
            paper.print(_plain("Kesimler (sectors)", list(book.sectors.values()), examples=False))


def _events(book: Plover, events: list[Code], examples: bool) -> Table:
    table = _table("Olaylar (event types and modes)", "kod", "sınıf", "puan", "ad", "açıklama")
    for code in events:
        quad = book.quads[book.quad_code(code.code)]
        name = f"{quad.code} {quad.turkish}"
        table.add_row(code.code, name, _score(code.score), code.turkish, _told(code, examples), style="bold")
        for mode in code.modes:
            words = f"{mode.explanation}\n{mode.example}" if examples else mode.explanation
            table.add_row(f"  {mode.mode}", "", _score(mode.score), mode.turkish, words)
    return table


def _plain(heading: str, codes_: list[Code], examples: bool) -> Table:
    table = _table(heading, "kod", "ad", "açıklama")
    for code in codes_:
        table.add_row(code.code, code.turkish, _told(code, examples))
    return table


def _told(code: Code, examples: bool) -> str:
    return "\n".join(_sentences(code, examples))


def _sentences(code: Code, examples: bool) -> Iterator[str]:
    yield code.explanation
    if examples and code.example:
        yield code.example


def _score(score: float | None) -> str:
    return "—" if score is None else f"{score:+.1f}".replace("-", "−")


def _table(heading: str, *columns: str) -> Table:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(title=heading, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        # Codes are looked up: they must not be broken over lines.
        table.add_column(column, no_wrap=column in ("kod", "puan"), justify="right" if column == "puan" else "left")
    return table
