"""``vakanuvis verify``: is the record book still what was written?"""

from __future__ import annotations

import sys

import typer

from vakanuvis.cli.choices import RecordPath
from vakanuvis.cli.outcome import ALL_READ, quiet_pipe, refuse, tell, utf8
from vakanuvis.errors import VakanuvisError

DAMAGED = 1


def verify(
    record: RecordPath,
) -> None:
    """Hash every article anew, read every span again, follow every reference; name all damage.

    Ends with 0 if the book is whole, 1 if it is damaged, 2 if it could not be opened.
    """
    from vakanuvis.store.book import Record  # noqa: PLC0415
    from vakanuvis.store.verify import verify as damage_in  # noqa: PLC0415

    damages = 0
    try:
        with Record.open(record) as book, quiet_pipe():
            for damage in damage_in(book.connection):
                damages += 1
                utf8(sys.stdout).write(f"{damage.place}\t{damage.record}\t{damage.what}\n")
            tell(f"{len(book)} articles, {damages} damages" if damages else f"{len(book)} articles, all whole")
    except VakanuvisError as error:
        refuse(error)
    raise typer.Exit(DAMAGED if damages else ALL_READ)
