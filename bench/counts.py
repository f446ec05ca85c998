"""The counts behind every figure.

In:  hits, extra and missed things of each article, right and wrong answers.
Out: F1, accuracy, and the words of what went wrong.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Found:
    """Hits, what was too much and what was missed."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, hits: int, found: int, wanted: int) -> None:
        """Count one article: ``hits`` of what was ``found`` and of what was ``wanted``."""
        self.hits += hits
        self.extra += found - hits
        self.missed += wanted - hits

    @property
    def precision(self) -> float:
        """Hits among what was found."""
        return self.hits / (self.hits + self.extra) if self.hits else 0.0

    @property
    def recall(self) -> float:
        """Hits among what was wanted."""
        return self.hits / (self.hits + self.missed) if self.hits else 0.0

    @property
    def figure(self) -> float:
        """The F1."""
        return 2 * self.hits / (2 * self.hits + self.extra + self.missed) if self.hits else 0.0


@dataclass
class Right:
    """Right ones among all that were asked."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:
        """Count one answer."""
        self.right += is_right
        self.of += 1

    @property
    def figure(self) -> float:
        """The accuracy."""
        return self.right / self.of if self.of else 0.0


@dataclass
class Scores:
    """All counts of a run, and the words behind what went wrong."""

    found: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))
    right: dict[str, Right] = field(default_factory=lambda: defaultdict(Right))
    types: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))
    constructions: dict[str, Right] = field(default_factory=lambda: defaultdict(Right))
    sentences: int = 0
    extra_events: int = 0
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def extra_per_100_sentences(self) -> float:
        """Events beside those of the gold, in 100 sentences."""
        return 100 * self.extra_events / self.sentences if self.sentences else 0.0

    @property
    def macro(self) -> float:
        """Mean F1 over the event types that the gold has."""
        rows = [count.figure for count in self.types.values() if count.hits + count.missed]
        return sum(rows) / len(rows) if rows else 0.0

    def figures(self) -> dict[str, float]:
        """One number for each measure."""
        rows: dict[str, float] = {name: count.figure for name, count in self.found.items()}
        rows |= {name: count.figure for name, count in self.right.items()}
        if self.sentences:
            rows["event_type_macro"] = self.macro
            rows["extra_events_per_100_sentences"] = self.extra_per_100_sentences
        return {name: round(value, 4) for name, value in rows.items()}

    def miss(self, key: str, what: str, words: str) -> None:
        """Keep the words of something that went wrong."""
        self.misses.append((key, what, words[:140].replace("\n", " ")))
