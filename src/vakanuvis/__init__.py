"""vakanüvis reads Turkish political and diplomatic news and writes the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vakanuvis.version import VERSION as __version__  # noqa: N811  # the name that Python people look for

if TYPE_CHECKING:
    from vakanuvis.store.book import Record as Record


__all__ = ["Record", "__version__"]


def __getattr__(name: str) -> object:
    """``Record`` is imported when it is asked for: most commands need no record book."""
    if name == "Record":
        from vakanuvis.store.book import Record  # noqa: PLC0415

        return Record
    raise AttributeError(f"module 'vakanuvis' has no attribute {name!r}")
