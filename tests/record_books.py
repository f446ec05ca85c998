"""Record books for tests: the newspaper's accepted records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from vakanuvis.record.reading import ReaderMark, Reading

MARK = ReaderMark("0", "lexicon", "model")
NEWSPAPER = Path(__file__).parents[1] / "examples" / "newspaper"


def accepted() -> Iterator[Reading]:
    """All accepted records of the newspaper."""
    for file in sorted(NEWSPAPER.glob("*/record.json")):
        found = json.loads(file.read_text("utf-8"))
        yield from found if isinstance(found, list) else [found]
