"""The first page: what the book holds, what came in last, what many tell, where they disagree.

In:  a visit.
Out: the page.
"""

from __future__ import annotations

from collections import defaultdict

from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Visit

LATEST, LARGEST, SEEN = 7, 6, 10


def home(visit: Visit) -> Answer:
    """Counts, latest articles, largest stories, newest contradictions, the states and people most seen."""
    counts: dict[str, int] = defaultdict(int)
    for row in visit.ask("home.counts"):
        counts[row["name"]] += row["count"]
    return Answer(
        "home.html",
        {
            "counts": counts,
            "latest": visit.ask("home.latest", limit=LATEST),
            "stories": visit.ask("home.stories", limit=LARGEST),
            "contradictions": visit.ask("home.contradictions", limit=LARGEST),
            "states": visit.ask("home.entities", kind="country", limit=SEEN),
            "people": visit.ask("home.entities", kind="person", limit=SEEN),
        },
    )
