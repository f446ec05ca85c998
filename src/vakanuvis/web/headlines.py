"""What to call an article in a list: its title, or how its text begins.

In:  title and beginning of the story.
Out: one line.
"""

from __future__ import annotations

from vakanuvis.export import wording

LONGEST = 120


def headline(title: str | None, beginning: str, longest: int = LONGEST) -> str:
    """The title; without one the first line of the story."""
    if title and title.strip():
        return wording.shortened(title, longest)
    return wording.shortened(beginning.strip().partition("\n")[0], longest)
