"""The review queue: what the machine itself says it is not sure of, to be accepted, rejected or mended by people.

In:  a visit to ``/inceleme``; ``sira`` names the queue, ``kural`` a rule, ``once`` where the last page ended.
Out: a page of cards; with a review token each is a form.

No confidence is invented: a queue holds what the record tells about itself — pairs that the rules leave open,
statements without a speaker, events whose day is that of the newspaper or none, and whatever one rule has read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.lexicon.rules import rules
from vakanuvis.store.decisions import Candidate, Example, Unsure, unsure
from vakanuvis.web.happenings import after_a_blank, before_a_blank, plain, rows_of
from vakanuvis.web.pages import Answer
from vakanuvis.web.reviewers import Reviewer
from vakanuvis.web.visits import LARGEST_NUMBER, Row, Visit

CARDS, RULES = 10, 80
AROUND = 60
"""Letters that the record gives before and after an example."""
LOOK = 50_000
"""Records that one page looks through."""
SLOTS = {
    "statements": ("speaker", "addressee", "content", "title"),
    "events": ("event", "actor", "recipient", "date", "location"),
}
"""What an edit may name; its value is written as the reviewer writes it, beside the record."""


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue: its name in addresses, what it is called, whose records it holds and which tally counts it."""

    name: str
    title: str
    scope: str
    question: str
    tally: tuple[str, str] | None = None
    basis: str | None = None


QUEUES = (
    Queue("kimlik", "Aynı kişi mi?", "sameness", "", ("sameness", "unsure")),
    Queue("soyleyen", "Söyleyeni bulunamayan sözler", "statements", "unspoken", ("statement speaker", "unresolved")),
    Queue("yayim", "Günü yayımdan alınan olaylar", "events", "dated", ("event date", "publication"), "publication"),
    Queue("tarihsiz", "Tarihi bilinmeyen olaylar", "events", "dated", ("event date", "none"), "none"),
    Queue("soz-kurali", "Bir kuralın okuduğu sözler", "statements", "statements_by_rule"),
    Queue("olay-kurali", "Bir kuralın okuduğu olaylar", "events", "events_by_rule"),
)


def queue_asked(visit: Visit) -> Queue:
    """The queue that the address names. Refuses what is none."""
    asked = visit.asked("sira") or QUEUES[0].name
    found = next((queue for queue in QUEUES if queue.name == asked), None)
    if found is None:
        raise HTTPException(404)
    return found


def review(visit: Visit) -> Answer:
    """One page of a queue."""
    queue, rule = queue_asked(visit), visit.asked("kural")
    pairs = unsure(visit.connection, CARDS) if queue.scope == "sameness" else []
    numbers, end = ([], None) if queue.scope == "sameness" else open_records(visit, queue, rule)
    rows = [_reasoned(visit, row) for row in rows_of(visit, queue.scope, numbers)] if numbers else []
    if visit.form:
        told = [plain(visit, row) for row in rows]
        return Answer("review.html", rows=told or [_pair(pair) for pair in pairs])
    counts = {(row["name"], row["value"]): row["count"] for row in visit.ask("review.open")}
    return Answer(
        "review.html",
        {
            "queue": queue,
            "queues": [(one, counts.get(one.tally, 0) if one.tally else None) for one in QUEUES],
            "rule": rule,
            "rules": _rules(visit, queue),
            "pairs": [(_in_whole_words(pair), [_reason(visit, reason) for reason in pair.because]) for pair in pairs],
            "rows": rows,
            "slots": SLOTS.get(queue.scope, ()),
            "end": end,
            "reviewer": reviewer_of(visit),
            "may": visit.room.reviewers is not None,
            "last": next(iter(visit.ask("review.decisions", before=LARGEST_NUMBER, limit=1)), None),
        },
    )


def open_records(visit: Visit, queue: Queue, rule: str | None, limit: int = CARDS) -> tuple[list[int], int | None]:
    """Numbers of the newest open records, and where the next page goes on; None where there is nothing older."""
    if queue.question.endswith("_by_rule") and not rule:
        return [], None
    shelves = visit.room.catalogue.read()
    newest = (shelves.statements if queue.scope == "statements" else shelves.events).size
    before = visit.asked_number("once", newest) or newest
    values: dict[str, Any] = {"before": before, "look": LOOK, "limit": limit}
    if rule and queue.question.endswith("_by_rule"):
        values["rule"] = json.dumps(rule, ensure_ascii=False)
    if queue.basis:
        values["basis"] = queue.basis
    numbers = [row["n"] for row in visit.ask(f"review.{queue.question}", **values)]
    end = numbers[-1] if len(numbers) == limit else before - LOOK
    return numbers, end if end > 1 else None


def decisions(visit: Visit) -> Answer:
    """The decisions that stand, the newest first."""
    before = visit.asked_number("once", LARGEST_NUMBER) or LARGEST_NUMBER
    found = visit.ask("review.decisions", before=before, limit=50)
    values = {
        "decisions": found,
        "reviewer": reviewer_of(visit),
        "end": found[-1]["n"] if len(found) == 50 else None,
    }
    return Answer("decisions.html", values, rows=found)


def reviewer_of(visit: Visit) -> Reviewer | None:
    """Who asks, if the room knows them."""
    reviewers = visit.room.reviewers
    return reviewers.reviewer(visit.request) if reviewers else None


def _rules(visit: Visit, queue: Queue) -> list[Row]:
    if not queue.question.endswith("_by_rule"):
        return []
    name = "statement rule" if queue.scope == "statements" else "event rule"
    found = (row for row in visit.ask("review.rules", limit=RULES * 4) if row["name"] == name)
    return [{**row, "told": _reason(visit, row["rule"])} for row, _ in zip(found, range(RULES), strict=False)]


def _reasoned(visit: Visit, row: Row) -> Row:
    return {**row, "reasons": [(reason, _reason(visit, reason)) for reason in row["because"]]}


def _reason(visit: Visit, reason: str) -> str:
    """What a rule says; of a lexicon entry where it stands."""
    rule = rules().get(reason)
    return visit.tongue.rule(rule) if rule else visit.room.lexicon_places.get(reason, reason)


def _in_whole_words(pair: Unsure) -> Unsure:
    """The same pair, the letters around its examples cut between words."""

    def cut(side: Candidate) -> Candidate:
        return replace(side, examples=tuple(map(_cut, side.examples)))

    return replace(pair, one=cut(pair.one), other=cut(pair.other))


def _cut(example: Example) -> Example:
    # Also from the lines around: who is meant may stand in the last one.
    before, after = (" ".join(text.split("\n")) for text in (example.before, example.after))
    before, after = after_a_blank(before, AROUND), before_a_blank(after, AROUND)
    return replace(example, before=before, after=after)


def _pair(pair: Unsure) -> Row:
    return {
        "one": pair.one.id,
        "one_name": pair.one.name,
        "other": pair.other.id,
        "other_name": pair.other.name,
        "because": list(pair.because),
    }
