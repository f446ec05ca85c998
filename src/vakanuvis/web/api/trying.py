"""Try it for programs: POST a text, get its reading. Nothing is stored.

In:  ``application/json`` with ``text`` and, if known, ``title``, ``published``, ``url``, ``source``; or ``text/plain``.
Out: the reading.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from vakanuvis.errors import ArticleError
from vakanuvis.text.fields import article_of_fields
from vakanuvis.web.answers import FORMS, sent, written
from vakanuvis.web.problems import EXPLAINED, problem_of
from vakanuvis.web.rooms import Room
from vakanuvis.web.tongues import tongues
from vakanuvis.web.trial import BusyError
from vakanuvis.web.trying import body_of, check_origin, read_with

JSON, PLAIN = "application/json", "text/plain"
FIELDS = ("text", "title", "published", "url", "source")
# JSON may write a letter as two halves of six bytes each.
BYTES_PER_LETTER = 12
PLACE = "try"


async def tried(request: Request) -> Response:
    """Read what was sent."""
    room: Room = request.app.state.room
    check_origin(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind not in (JSON, PLAIN):
        raise HTTPException(415)
    if request.query_params:
        raise HTTPException(400, "this address takes no parameters")
    body = await body_of(request, room.settings.longest_try * BYTES_PER_LETTER)
    return await run_in_threadpool(_answered, request, room, kind, body)


def _answered(request: Request, room: Room, kind: str, body: bytes) -> Response:
    try:
        fields = {"text": body.decode("utf-8")} if kind == PLAIN else _fields(body)
        reading = read_with(room, article_of_fields(fields, PLACE, limit=room.settings.longest_try))
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the text is not UTF-8 (byte {error.start})") from None
    except BusyError:
        raise HTTPException(429) from None
    except ArticleError as error:
        if error.code in EXPLAINED:
            return problem_of(error, tongues()[request.state.tongue])
        raise
    return sent(request, written("json", (), reading), FORMS["json"])


def _fields(body: bytes) -> Mapping[str, Any]:
    text = body.decode("utf-8")
    try:
        fields = json.loads(text)
    # Beside what is no JSON: numbers of thousands of digits, brackets within brackets by the thousand.
    except (ValueError, RecursionError) as error:
        raise ArticleError.broken_json(PLACE, str(error)) from None
    if not isinstance(fields, dict):
        raise ArticleError.broken_json(PLACE, "no object")
    for name in fields:
        if name not in FIELDS:
            raise ArticleError.wrong_field(PLACE, name, f"left out: the fields are {', '.join(FIELDS)}")
    if not isinstance(fields.get("text"), str):
        raise ArticleError.wrong_field(PLACE, "text", "a string")
    if any("\ud800" <= letter <= "\udfff" for value in fields.values() for letter in str(value)):
        raise ArticleError.broken_json(PLACE, "half letters")
    return fields
