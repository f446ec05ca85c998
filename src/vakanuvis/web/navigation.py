"""The pages that the head of every page leads to, in their order: path, and what it is called."""

from __future__ import annotations

PAGES = (
    ("/ara", "Haberler"),
    ("/dene", "Dene"),
)
