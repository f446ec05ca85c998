"""How a command ends, and how it speaks: exit codes, errors on standard error, letters as UTF-8.

0  all was read          1  some articles were refused, the others are written          2  wrong usage, or nothing read
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NoReturn

import typer

ALL_READ, SOME_REFUSED, NOTHING_READ = 0, 1, 2


def tell(message: object) -> None:
    """A line on standard error, whatever letters it holds."""
    typer.echo(str(message).encode("utf-8", "replace").decode("utf-8"), err=True)


def refuse(message: object) -> NoReturn:
    """Say why nothing can be done, and leave."""
    tell(message)
    raise typer.Exit(NOTHING_READ)


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """``vakanuvis … | head`` ends without a word when the reader of the pipe has seen enough."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer must go somewhere when Python shuts down.
        with Path(os.devnull).open("wb") as nowhere:
            _point_stdout_at(nowhere.fileno())
        raise typer.Exit(ALL_READ) from None


def utf8(out: IO[str]) -> IO[str]:
    """``out``, writing UTF-8 whatever the locale says; a lone surrogate becomes a question mark."""
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors="replace")
    return out


def _point_stdout_at(number: int) -> None:
    try:
        os.dup2(number, sys.stdout.fileno())
    except (OSError, ValueError):
        return
