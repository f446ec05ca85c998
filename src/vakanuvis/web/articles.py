"""The page of an article: its proof, where it came from, who else tells it.

In:  a visit to ``/makale/{id}``.
Out: the page; as JSON the reading itself, as CSV every slot with its letters.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException

from vakanuvis.export.slots import Slot
from vakanuvis.store.reading_back import read_reading
from vakanuvis.store.verify import verify_article
from vakanuvis.web.navigation import entity_path
from vakanuvis.web.pages import Answer
from vakanuvis.web.proofs import Shown, rows_of
from vakanuvis.web.visits import Visit

OTHERS = 30
"""Other tellings, and contradictions, that the page lists."""


def article(visit: Visit) -> Answer:
    """An article with its record. Refuses an id that the book does not hold."""
    identity = visit.part("id")
    head = visit.ask_one("article.head", id=identity)
    reading = read_reading(visit.connection, identity)
    if head is None or reading is None:
        raise HTTPException(404)
    if visit.form:
        return Answer("article.html", rows=rows_of(reading), whole=reading)
    entities = visit.ask("article.entities", id=identity)
    pages = {row["actor"]: visit.to(entity_path(row["kind"], row["id"])) for row in entities}
    address = visit.whole(f"/makale/{identity}")
    also = tuple(Slot(**row) for row in visit.ask("article.pointed_at", id=identity))
    shown = Shown(visit, reading, pages, address, head["sha256"], head["outlet"], head["body"], also)
    return Answer(
        "article.html",
        {
            **shown.values(),
            "head": head,
            "story": visit.ask("article.story", id=identity, limit=OTHERS),
            "decided": visit.ask("review.on_article", id=identity),
            "contradictions": visit.ask("article.contradictions", id=identity, limit=OTHERS),
        },
    )


def verified(visit: Visit) -> Answer:
    """The article's digest reckoned anew, and the letters of all its records compared with what was written down."""
    found = visit.ask_one("article.text", id=visit.part("id"))
    if found is None:
        raise HTTPException(404)
    damage = list(verify_article(visit.connection, found))
    rows = [{"record": one.record, "what": one.what} for one in damage]
    whole = {"article": found["id"], "sha256": found["sha256"], "spans": found["spans"], "damage": rows}
    return Answer("verified.html", {"found": found, "damage": damage}, rows, whole)
