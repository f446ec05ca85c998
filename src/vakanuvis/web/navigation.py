"""Where things are: the pages that the head of every page leads to, and the page of each kind of entity.

In:  an entity's kind and id.
Out: its path.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

PAGES = (
    ("/ara", "Haberler"),
    ("/kisiler", "Kişiler"),
    ("/devletler", "Devletler"),
    ("/kurumlar", "Kurumlar"),
    ("/iliskiler", "İlişkiler"),
    ("/anlasmalar", "Anlaşmalar"),
    ("/haber-kumeleri", "Öyküler"),
    ("/celiskiler", "Çelişkiler"),
    ("/zaman", "Zaman"),
    ("/harita", "Harita"),
    ("/ag", "Ağ"),
    ("/inceleme", "İnceleme"),
    ("/saglik", "Sağlık"),
    ("/dene", "Dene"),
)

ENTITY_PAGES = {"person": "/kisi", "country": "/devlet", "organization": "/kurum", "group": "/topluluk"}


def entity_path(kind: str, identity: str) -> str:
    """The path of an entity's page."""
    return f"{ENTITY_PAGES[kind]}/{identity}"


def outlet_path(name: str) -> str:
    """The path of an outlet's page."""
    return f"/gazete/{quote(name, safe='')}"


def letters_path(row: Mapping[str, Any]) -> str:
    """The letters that a row was read from, on the page of its article."""
    if row.get("start") is None:
        return f"/makale/{row['article_id']}" + (f"#{row['id']}" if row.get("id") else "")
    return f"/makale/{row['article_id']}#c{row['start']}-{row['end']}"
