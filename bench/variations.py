"""Any number of articles for measuring: those of the newspaper, with their numbers, days and outlets varied.

In:  how many.
Out: articles as JSON lines hold them, the same ones each time. They read like the newspaper and are all different.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vakanuvis.text.sources import read_articles

NEWSPAPER = Path(__file__).parents[1] / "examples" / "newspaper"
OUTLETS = ("Ufuk", "Sabah Postası", "Yeni Gün", "Haber Hattı", "Boğaz", "Anka Kuşu", "Kıyı", "Meydan")
_NUMBER = re.compile(r"(?<![\d.,-])\d{1,4}(?![\d.,-])")
_FIRST = datetime.date(2015, 1, 1)
_DAYS = 3650


def articles(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """``count`` articles; paragraphs of each are kept or left out, numbers in them change."""
    chance = random.Random(seed)
    found = [article for file in sorted(NEWSPAPER.glob("*/article.*")) for article in read_articles(str(file))]
    sources = [article.text[article.body :] for article in found if hasattr(article, "text")]
    for number in range(count):
        text = chance.choice(sources)
        paragraphs = [part for part in text.split("\n") if part.strip()]
        kept = paragraphs[:1] + [part for part in paragraphs[1:] if chance.random() > 0.3]
        varied = _NUMBER.sub(lambda _: str(chance.randint(2, 9999)), "\n".join(kept))
        day = _FIRST + datetime.timedelta(days=chance.randrange(_DAYS))
        yield {
            "id": str(number),
            "text": varied,
            "published": day.isoformat(),
            "source": chance.choice(OUTLETS),
            "url": f"https://haber.example/{number}",
        }
