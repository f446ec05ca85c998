"""Where things are: the pages that the head of every page leads to, and the page of each kind of entity.

In:  an entity's kind and id.
Out: its path.
"""

from __future__ import annotations

PAGES = (
    ("/ara", "Haberler"),
    ("/dene", "Dene"),
)

ENTITY_PAGES = {"person": "/kisi", "country": "/devlet", "organization": "/kurulus", "group": "/topluluk"}


def entity_path(kind: str, identity: str) -> str:
    """The path of an entity's page."""
    return f"{ENTITY_PAGES[kind]}/{identity}"
