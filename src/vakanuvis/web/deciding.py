"""Decisions as they are sent: who may decide is checked, then the decision is written beside the record.

In:  a form with its mark, or a program's request with the token in its ``Authorization`` header.
Out: the queue again, or the decision's number as JSON; nothing is ever written into the machine's record.

The connection that writes lives for one decision alone.
"""

from __future__ import annotations

import hmac
import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from time import sleep
from typing import Any, cast
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from vakanuvis.errors import RecordError
from vakanuvis.store.book import Record
from vakanuvis.store.decisions import Decision, decide, undo
from vakanuvis.web.review import SLOTS, open_records, queue_asked
from vakanuvis.web.reviewers import COOKIE, LONGEST_NAME, Reviewer, Reviewers
from vakanuvis.web.rooms import Room
from vakanuvis.web.tongues import tongues
from vakanuvis.web.trying import FORM, body_of, check_origin
from vakanuvis.web.visits import Visit

LONGEST_FORM = 16_384
LONGEST_VALUE = 1_000
MOST_AT_ONCE = 500
"""Records that one press on “accept all” accepts."""
AFTER_A_WRONG_TOKEN = 0.5  # seconds: guessing takes longer than a token lasts
SUBJECTS = {"sameness": ("same", "different", "unsure"), "record": ("accept", "reject", "edit")}

Fields = dict[str, str]


def decision_routes() -> list[Route]:
    """Where decisions, names and farewells are sent."""
    return [
        Route("/inceleme", _posted(_decided), methods=["POST"]),
        Route("/inceleme/giris", _posted(_admitted), methods=["POST"]),
        Route("/inceleme/cikis", _posted(_left), methods=["POST"]),
    ]


def _posted(answer: Callable[[Request, Reviewers, Fields], Response]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        room: Room = request.app.state.room
        if room.reviewers is None:
            raise HTTPException(403)
        check_origin(request)
        if request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
            raise HTTPException(415)
        fields = _fields(await body_of(request, LONGEST_FORM))
        return await run_in_threadpool(answer, request, room.reviewers, fields)

    return endpoint


def _fields(body: bytes) -> Fields:
    try:
        found = parse_qs(body.decode("utf-8"), max_num_fields=20)
    except ValueError:
        raise HTTPException(400) from None
    return {name: values[0].strip() for name, values in found.items()}


def _admitted(request: Request, reviewers: Reviewers, fields: Fields) -> Response:
    name = " ".join(fields.get("ad", "").split())[:LONGEST_NAME]
    if not reviewers.knows(fields.get("anahtar", "")) or not name:
        sleep(AFTER_A_WRONG_TOKEN)
        raise HTTPException(403)
    response = _back(request)
    reviewers.admit(response, name, secure=request.url.scheme == "https")
    return response


def _left(request: Request, reviewers: Reviewers, fields: Fields) -> Response:
    _reviewer(request, reviewers, fields)
    response = _back(request)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def _decided(request: Request, reviewers: Reviewers, fields: Fields) -> Response:
    reviewer = _reviewer(request, reviewers, fields)
    room: Room = request.app.state.room
    numbers = written(room, work_of(request, room, reviewer, fields))
    if reviewer.mark is None:
        return JSONResponse({"decisions": numbers})
    return _back(request)


def _reviewer(request: Request, reviewers: Reviewers, fields: Fields) -> Reviewer:
    """Who sends this. A form of another site does not know the mark, though the browser sends the cookie with it."""
    found = reviewers.reviewer(request)
    if found is None:
        raise HTTPException(403)
    if found.mark is None:
        return Reviewer(fields.get("ad", "")[:LONGEST_NAME] or found.name, None)
    if not hmac.compare_digest(fields.get("mark", "").encode(), found.mark.encode()):
        raise HTTPException(403)
    return found


def work_of(request: Request, room: Room, reviewer: Reviewer, fields: Fields) -> Callable[[Record], list[int]]:
    """What is to be written. Refuses what no form of the room sends."""
    now, verdict = datetime.now(UTC).isoformat(timespec="seconds"), fields.get("verdict", "")
    if verdict == "undo":
        number = fields.get("n", "")
        if not (number.isascii() and number.isdigit() and len(number) < 16):
            raise HTTPException(400)
        return lambda book: [undo(book.connection, int(number), made_at=now, by=reviewer.name)]
    if verdict == "accept-all":
        made = [Decision(now, reviewer.name, "record", one, "accept", note=rule) for rule, one in _all(request, room)]
    else:
        made = [_decision(now, reviewer.name, fields)]
    return lambda book: [decide(book.connection, one) for one in made]


def _decision(now: str, name: str, fields: Fields) -> Decision:
    subject, verdict = fields.get("subject", ""), fields.get("verdict", "")
    if (
        verdict not in SUBJECTS.get(subject, ())
        or not fields.get("one")
        or (subject == "sameness") != ("other" in fields)
    ):
        raise HTTPException(400)
    slot, value = None, None
    if verdict == "edit":
        slot, value = fields.get("slot", ""), fields.get("value", "")
        if slot not in {name for names in SLOTS.values() for name in names} or not 0 < len(value) <= LONGEST_VALUE:
            raise HTTPException(400)
        value = json.dumps(value, ensure_ascii=False)
    note = fields.get("note", "")[:LONGEST_VALUE] or None
    return Decision(
        now, name, cast(Any, subject), fields["one"], cast(Any, verdict), fields.get("other"), slot, value, note
    )


def _all(request: Request, room: Room) -> list[tuple[str, str]]:
    """The rule that the address names, with the id of each open record of it, at most MOST_AT_ONCE."""
    with room.connections.lent() as connection:
        visit = Visit(request, room, tongues()[request.state.tongue], connection)
        queue, rule = queue_asked(visit), visit.asked("kural")
        if not rule or not queue.question.endswith("_by_rule"):
            raise HTTPException(400)
        numbers, _ = open_records(visit, queue, rule, MOST_AT_ONCE)
        found = visit.ask(f"review.{queue.scope}_numbered", numbers=json.dumps(numbers))
        return [(rule, row["id"]) for row in found]


def written(room: Room, work: Callable[[Record], list[int]]) -> list[int]:
    """Write what ``work_of`` told into the book; the numbers of the decisions."""
    try:
        with Record.open(room.book, write=True) as book:
            # Milliseconds: how long a decision waits while an ingest writes.
            book.connection.execute("PRAGMA busy_timeout = 4000")
            with book.writing():
                return work(book)
    except RecordError:
        raise HTTPException(404) from None
    except sqlite3.OperationalError:  # Another one writes for longer than a page may wait.
        raise HTTPException(503) from None


def _back(request: Request) -> RedirectResponse:
    """The queue that the form came from: only its own parameters, never another address."""
    room: Room = request.app.state.room
    visit = Visit(request, room, tongues()[request.state.tongue], None)  # type: ignore[arg-type]  # asks no book
    page = "/inceleme/kararlar" if visit.asked("don") == "kararlar" else "/inceleme"
    kept = {name: visit.asked(name) for name in ("sira", "kural")}
    return RedirectResponse(visit.to(page, **kept) + "#kuyruk", status_code=303)
