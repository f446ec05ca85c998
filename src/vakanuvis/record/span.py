"""A place in a text, from letter to letter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Unicode code points, 0-based: ``text[start:end]``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def letters(self, text: str) -> str:
        """What stands at this place in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one letter."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True if ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def hull(spans: tuple[Span, ...] | list[Span]) -> Span:
    """The smallest span that holds all of ``spans`` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
