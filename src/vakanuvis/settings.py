"""All settings in one place. Nothing else holds a limit that a user could want to change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of reading.

    ``longest_article``: characters of one article. ``longest_sentence``: words after which a sentence is cut for
    the parser, whose cost grows with the square of the length. ``threads``: threads of the neural model.
    """

    longest_article: int = 2_000_000
    longest_sentence: int = 160
    threads: int = 1
