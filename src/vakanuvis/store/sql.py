"""The SQL of the record book, read from the files beside this module: Python never glues SQL.

In:  ``writing.sql`` and its like, whose statements are headed by ``-- name: insert_actor``.
Out: each statement under its name; the migrations in their order.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


@cache
def named(file: str) -> dict[str, str]:
    """The statements of ``file`` (such as ``writing.sql``) by name, without their trailing semicolon."""
    text = files("vakanuvis.store").joinpath(file).read_text("utf-8")
    parts = _NAME.split(text)[1:]
    return {name: body.strip().removesuffix(";") for name, body in zip(parts[::2], parts[1::2], strict=True)}


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Number and text of each schema file ``tables/0001_begin.sql`` …, in order."""
    found = [file for file in files("vakanuvis.store").joinpath("tables").iterdir() if file.name.endswith(".sql")]
    return tuple(sorted((int(file.name.partition("_")[0]), file.read_text("utf-8")) for file in found))
