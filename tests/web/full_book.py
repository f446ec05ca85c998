"""A book that has something of everything: stories told by several papers, and articles that disagree.

In:  the newspaper's accepted records.
Out: the same, some of them told again by other papers, and what is concluded from all.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path

from tests.record_books import MARK, accepted

from vakanuvis.record.reading import Reading
from vakanuvis.scale.conclude import conclude
from vakanuvis.store.book import Intake, Record

OUTLETS = ("Somun Postası", "Ardalya Haber", "Orel Gazetesi")
TOLD_AGAIN = 6
LAYERS = ("actors", "statements", "events", "agreements")


def write_full_book(path: Path) -> Path:
    """Write the book to ``path``."""
    readings = list(accepted())
    longest = sorted(readings, key=lambda reading: -len(reading["article"]["text"]))[:TOLD_AGAIN]
    with Record.open(path, write=True) as record:
        with record.writing():
            for number, reading in enumerate([*readings, *map(retold, longest)]):
                record.add(reading, MARK, Intake(outlet=OUTLETS[number % len(OUTLETS)]))
        conclude(record)
        if not record.ask("contradictions"):
            _disagree(record)
    return path


def retold(reading: Reading) -> Reading:
    """The same article under ids of its own, with a last word more."""
    ids = [reading["article"]["id"], *(entry["id"] for layer in LAYERS for entry in reading[layer])]
    text = json.dumps(copy.deepcopy(reading), ensure_ascii=False)
    for identity in ids:
        text = text.replace(f'"{identity}"', f'"{identity}b"')
    told = json.loads(text)
    told["article"]["text"] += "\nSon."
    return told


def _disagree(record: Record) -> None:
    """Two articles with two numbers."""
    one, other = (article.id for article in record.ask("articles", limit=2))
    with record.writing():
        record.connection.execute(
            "INSERT INTO contradictions VALUES ('k1', 'number', NULL, NULL, '2025-01-01', 'Kaç kişi?', '[]')"
        )
        for position, (value, article) in enumerate((("10", one), ("12", other))):
            record.connection.execute(
                'INSERT INTO contradiction_sides (contradiction_id, position, value, article_id, start, "end", crc32)'
                " VALUES ('k1', ?, ?, ?, 0, 2, 0)",
                (position, value, article),
            )
