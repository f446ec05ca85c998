"""Decisions of programs: the review token in the ``Authorization`` header, the decision as JSON.

In:  ``application/json`` with the fields of a decision; ``undo`` takes the one called ``n`` back.
Out: the number of the decision. The machine's record stays as it is.

A cookie opens nothing here: browsers send cookies for other sites too, but never this header.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from time import sleep

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from vakanuvis.web.api.trying import JSON
from vakanuvis.web.deciding import AFTER_A_WRONG_TOKEN, LONGEST_FORM, work_of, written
from vakanuvis.web.reviewers import LONGEST_NAME, Reviewer
from vakanuvis.web.rooms import Room
from vakanuvis.web.trying import body_of

FIELDS = ("by", "subject", "one", "other", "verdict", "slot", "value", "note", "n")
VERDICTS = ("accept", "reject", "edit", "same", "different", "unsure", "undo")


async def decided(request: Request) -> Response:
    """Write a decision down."""
    room: Room = request.app.state.room
    if room.reviewers is None:
        raise HTTPException(403, "this room was opened without a review token: it only reads")
    reviewer = room.reviewers.reviewer(request)
    if reviewer is None or reviewer.mark is not None:
        return await run_in_threadpool(_unknown)
    if request.headers.get("content-type", "").partition(";")[0].strip() != JSON:
        raise HTTPException(415)
    if request.query_params:
        raise HTTPException(400, "this address takes no parameters")
    fields = _fields(await body_of(request, LONGEST_FORM))
    named = Reviewer(fields.pop("by", reviewer.name)[:LONGEST_NAME], None)
    numbers = await run_in_threadpool(lambda: written(room, work_of(request, room, named, fields)))
    return JSONResponse({"decisions": numbers}, headers={"Cache-Control": "no-store"})


def _unknown() -> Response:
    sleep(AFTER_A_WRONG_TOKEN)
    raise HTTPException(401, "the Authorization header is not that of a reviewer", {"WWW-Authenticate": "Bearer"})


def _fields(body: bytes) -> dict[str, str]:
    try:
        told = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise HTTPException(400, "not a JSON object") from None
    if not isinstance(told, Mapping):
        raise HTTPException(400, "not a JSON object")
    for name, value in told.items():
        wanted = int if name == "n" else str
        if name not in FIELDS or not isinstance(value, wanted) or isinstance(value, bool):
            raise HTTPException(400, f"{name[:80]!r}: the fields are {', '.join(FIELDS)}; all are text, `n` a number")
        if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in str(value)):
            raise HTTPException(400, f"{name}: holds what is no letter")
    if told.get("verdict") not in VERDICTS:
        raise HTTPException(400, f"verdict: one of {', '.join(VERDICTS)}")
    return {name: str(value) for name, value in told.items()}
