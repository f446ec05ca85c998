"""``vakanuvis diff``: what another version of the reader makes of the same articles."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vakanuvis.cli.choices import RecordPath
from vakanuvis.cli.outcome import ALL_READ, quiet_pipe, refuse, tell, utf8
from vakanuvis.errors import VakanuvisError

if TYPE_CHECKING:
    from vakanuvis.record.reading import Reading
    from vakanuvis.resolve.differences import Difference
    from vakanuvis.store.book import Record

DIFFERENT = 1
_SIGNS = {"appeared": "+", "vanished": "−", "changed": "~"}
_WIDEST = 100

Pairs = Iterator["tuple[Reading, Reading]"]


def diff(
    record: RecordPath,
    other: Annotated[
        Path | None,
        typer.Argument(metavar="OTHER", help="A newer record book; without one, this reader reads the articles anew."),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object per difference.")] = False,
) -> None:
    """Show which records of the same articles appeared, vanished or changed, and in which slots.

    Ends with 0 if nothing differs, 1 if something does, 2 if the books could not be compared.
    """
    from vakanuvis.resolve.differences import differences  # noqa: PLC0415
    from vakanuvis.store.book import Record  # noqa: PLC0415

    counts: Counter[tuple[str, str]] = Counter()
    totals: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    articles = 0
    try:
        with Record.open(record) as book, quiet_pipe():
            for before, after in _pairs(book, other):
                articles += 1
                for total, reading in zip(totals, (before, after), strict=True):
                    total.update(
                        {layer: len(reading[layer]) for layer in ("statements", "events", "agreements", "actors")}
                    )
                for found in differences(before, after):
                    counts[found.layer, found.how] += 1
                    utf8(sys.stdout).write(_line(found, jsonl=jsonl))
    except VakanuvisError as error:
        refuse(error)
    tell(f"{articles} articles in both")
    for layer, before_count in totals[0].items():
        signs = " ".join(f"{sign}{counts[layer, how]}" for how, sign in _SIGNS.items())
        tell(f"{layer} {before_count} → {totals[1][layer]} ({signs})")
    raise typer.Exit(DIFFERENT if counts else ALL_READ)


def _pairs(book: Record, other: Path | None) -> Pairs:
    from vakanuvis.store.book import Record  # noqa: PLC0415

    if other is None:
        yield from _read_anew(book)
        return
    with Record.open(other) as newer:
        for before in book.readings():
            after = newer.reading(before["article"]["id"])
            if after is not None:
                yield before, after


def _read_anew(book: Record) -> Pairs:
    from vakanuvis.export.contract import reading_of  # noqa: PLC0415
    from vakanuvis.pipeline import Reader  # noqa: PLC0415

    reader = Reader()
    for before in book.readings():
        yield before, reading_of(reader.read(book.article(before["article"]["id"])))


def _line(found: Difference, *, jsonl: bool) -> str:
    if jsonl:
        return json.dumps(asdict(found), ensure_ascii=False) + "\n"
    head = f"{_SIGNS[found.how]} {found.article} {found.layer}: {_short(found.letters)}\n"
    return head + "".join(f"    {slot}: {_short(old)} → {_short(new)}\n" for slot, old, new in found.slots)


def _short(text: str) -> str:
    plain = " ".join(text.split()) or "—"
    return plain if len(plain) <= _WIDEST else f"{plain[: _WIDEST - 1]}…"
