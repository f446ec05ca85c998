"""The attribution gold: articles that ask only who said what.

In:  ``bench/gold/attribution-articles.jsonl`` and ``bench/gold/attribution-gold.jsonl``, joined by ``id``.
Out: articles and gold under the same key. Their gold has people and statements, but no events.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.newspaper import ROOT, read_gold
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

ARTICLES = ROOT / "bench" / "gold" / "attribution-articles.jsonl"
GOLD = ROOT / "bench" / "gold" / "attribution-gold.jsonl"


def attribution_articles(path: Path = ARTICLES) -> Iterator[tuple[str, Article]]:
    """Each article with its id. An article that cannot be read is an error here."""
    for found in read_articles(str(path)):
        if not isinstance(found, Article):
            raise found
        yield found.id, found


def attribution_gold(path: Path = GOLD) -> dict[str, dict[str, Any]]:
    """The gold by id."""
    return read_gold(path)
