"""The reading as it travels between rooms: one article's record in the form of the outer contract (format 1)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

FORMAT = 1

Reading = dict[str, Any]
"""JSON values as ``export/reading.schema.json`` describes them; places count code points of ``article.text``."""


@dataclass(frozen=True, slots=True)
class ReaderMark:
    """Which reader made a record: the library's version, and the SHA-256 of its lexicon and of its model."""

    version: str
    lexicon: str
    model: str

    @property
    def id(self) -> str:
        """A digest of the three."""
        return hashlib.sha256("\x1f".join((self.version, self.lexicon, self.model)).encode()).hexdigest()[:16]
