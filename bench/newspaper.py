"""The newspaper of the examples, and what a careful reader takes from it.

In:  ``examples/newspaper/<slug>/article.{txt,html,jsonl}`` and ``bench/gold/newspaper-gold.jsonl``.
Out: articles and gold under the same key: the name of the folder, or the id that a JSON line gives.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

ROOT = Path(__file__).parents[1]
NEWSPAPER = ROOT / "examples" / "newspaper"
GOLD = ROOT / "bench" / "gold" / "newspaper-gold.jsonl"


def article_files(newspaper: Path = NEWSPAPER) -> list[Path]:
    """The files that hold articles, by slug."""
    return sorted(newspaper.glob("*/article.*"))


def articles(newspaper: Path = NEWSPAPER) -> Iterator[tuple[str, Article]]:
    """Each article with its key. An article that cannot be read is an error here."""
    for file in article_files(newspaper):
        for found in read_articles(str(file)):
            if not isinstance(found, Article):
                raise found
            yield found.id if file.suffix == ".jsonl" else file.parent.name, found


def read_gold(path: Path = GOLD) -> dict[str, dict[str, Any]]:
    """The gold by key."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {entry["id"]: entry for entry in map(json.loads, lines)}


def place(text: str, quoted: dict[str, Any]) -> tuple[int, int]:
    """Where a quoted string stands: its ``nth`` occurrence, the first being 0. Raises ValueError."""
    start = -1
    for _ in range(quoted.get("nth", 0) + 1):
        start = text.index(quoted["text"], start + 1)
    return start, start + len(quoted["text"])


def digests(newspaper: Path = NEWSPAPER, gold: Path = GOLD) -> dict[str, str]:
    """What the scores rest on: digests of the gold and of all articles together."""
    letters = hashlib.sha256()
    for file in article_files(newspaper):
        letters.update(file.parent.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return {"gold": hashlib.sha256(gold.read_bytes()).hexdigest(), "articles": letters.hexdigest()}
