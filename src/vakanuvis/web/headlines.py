"""What to call an article in a list: its title, or how its text begins.

In:  title and beginning of the text.
Out: one line.
"""

from __future__ import annotations

import re

from vakanuvis.export import wording

LONGEST = 120
# A text file may begin with its date (``date 2024-11-15``): that is no part of the story.
_DATED = re.compile(r"\s*date[ \t]+\d{4}(?:-\d{1,2}){0,2}(?=\s|$)\s*", re.ASCII)


def headline(title: str | None, beginning: str, longest: int = LONGEST) -> str:
    """The title; without one the first line of the text."""
    if title and title.strip():
        return wording.shortened(title, longest)
    told = _DATED.sub("", beginning, count=1).strip()
    return wording.shortened(told.partition("\n")[0], longest)
