"""The page of an outlet: its articles by month, whose words they are, where it stands against others.

In:  a visit to ``/gazete/{name}``.
Out: the page.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException

from vakanuvis.web.catalogue import UNDATED
from vakanuvis.web.charts import stacked
from vakanuvis.web.lists import FEW, SIZE, answered, part, place
from vakanuvis.web.pages import Answer
from vakanuvis.web.rendering import RELATIONS
from vakanuvis.web.visits import Row, Visit

CAP = 300
"""So many of its last articles are looked through for whose words they are."""


def outlet(visit: Visit) -> Answer:
    """An outlet. Refuses one of which the book has no article."""
    name = visit.part("name")
    months = _months(visit, name)
    if not months:
        raise HTTPException(404)
    rows = visit.ask("outlet.articles", outlet=name, limit=SIZE + 1, **place(visit))
    shown = part(visit, rows)
    lists = {
        "relations": visit.ask("outlet.relations", outlet=name, cap=CAP),
        "originators": visit.ask("outlet.originators", outlet=name, cap=CAP, limit=FEW),
        "contradictions": visit.ask("outlet.contradictions", outlet=name, cap=CAP, limit=FEW),
    }
    total = sum(row["count"] for row in months)
    values = {
        "head": {"name": name, "articles": total},
        "chart": stacked({row["month"]: {0: row["count"]} for row in months}),
        "part": shown,
        "looked_at": min(total, CAP),
        "relations_of": RELATIONS,
        **lists,
    }
    return answered(visit, "outlet.html", values, {"articles": shown.rows, "months": months, **lists})


def _months(visit: Visit, name: str) -> list[Row]:
    """How many articles the outlet has of each month; the book is asked for one that came since the last look."""
    shelf = visit.room.catalogue.read().articles
    counts = shelf.counts("month", shelf.facets["outlet"].bearers(name, shelf.size))
    told = [{"month": "" if month == UNDATED else month, "count": count} for month, count in counts.items()]
    return sorted(told, key=lambda row: str(row["month"])) or visit.ask("outlet.months", outlet=name)
