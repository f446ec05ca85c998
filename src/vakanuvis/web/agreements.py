"""The page of an agreement: its parties, who signed it, the act of signing, and where else it is named.

In:  a visit to ``/anlasma/{id}``.
Out: the page.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException

from vakanuvis.web.lists import answered
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Visit

MOST = 50


def agreement(visit: Visit) -> Answer:
    """An agreement as one article tells it, beside others that name it. Refuses an id that the book does not hold."""
    identity = visit.part("id")
    head = visit.ask_one("agreement.head", id=identity)
    if head is None:
        raise HTTPException(404)
    lists = {
        "parties": visit.ask("agreement.parties", id=identity),
        "signatories": visit.ask("agreement.signatories", id=identity),
        "events": visit.ask("agreement.event", event=head["event_id"]) if head["event_id"] else [],
        "namesakes": visit.ask("agreement.namesakes", id=identity, name=head["name"], limit=MOST),
    }
    return answered(visit, "agreement.html", {"head": head, **lists}, lists)
