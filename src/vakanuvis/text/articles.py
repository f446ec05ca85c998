"""The door of this room for whoever has files or texts and wants articles."""

from __future__ import annotations

from vakanuvis.text.fields import article_of
from vakanuvis.text.kinds import KINDS
from vakanuvis.text.opened import columns_of
from vakanuvis.text.sources import Found, read_articles, read_sources

__all__ = ["KINDS", "Found", "article_of", "columns_of", "read_articles", "read_sources"]
