"""Rows of tab-separated tables that have no way to quote.

In:  values; None where there is none.
Out: lines. A tab or line break inside a value becomes a blank, so that no row breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BREAKS = re.compile("[\t\r\n\v\f\x00\x1c-\x1e\x85\u2028\u2029]+")


def cell(value: object) -> str:
    """One value as it stands in a cell."""
    return "" if value is None else _BREAKS.sub(" ", str(value))


def row(values: Iterable[object]) -> str:
    """One line with its line feed."""
    return "\t".join(map(cell, values)) + "\n"
