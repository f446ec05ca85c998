"""The reading as it travels between rooms: one article's record in the form of the outer contract (format 1)."""

from __future__ import annotations

from typing import Any

FORMAT = 1

Reading = dict[str, Any]
"""JSON values as ``export/reading.schema.json`` describes them; places count code points of ``article.text``."""
