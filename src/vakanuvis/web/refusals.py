"""Pages for what cannot be shown: each says what went wrong and what to do, in the language of the visit.

In:  an error on the way to an answer.
Out: a page with its status, or problem details (RFC 9457) where a program asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from vakanuvis.web.answers import FORMS, sent
from vakanuvis.web.connections import TooSlowError
from vakanuvis.web.problems import STATUSES, problem
from vakanuvis.web.rendering import rendered
from vakanuvis.web.rooms import Room
from vakanuvis.web.tongues import tongues
from vakanuvis.web.visits import Visit


def refused(request: Request, status: int, detail: str | None = None) -> Response:
    """The page of an error; ``detail`` is for programs."""
    room: Room = request.app.state.room
    tongue = tongues()[getattr(request.state, "tongue", "tr")]
    heading, remedy = (tongue.say(text) for text in STATUSES.get(status, STATUSES[500]))
    if request.path_params.get("form") in FORMS or request.url.path.startswith("/api/"):
        return problem(status, f"HTTP{status}", heading, remedy, detail)
    # The page of an error asks the book nothing.
    visit = Visit(request, room, tongue, None)  # type: ignore[arg-type]
    values: Mapping[str, Any] = {"status": status, "heading": heading, "remedy": remedy}
    return sent(request, rendered(visit, "refusal.html", values), status=status)


def refusals() -> Mapping[Any, Callable[[Request, Any], Any]]:
    """Which error becomes which page."""

    async def by_status(request: Request, error: HTTPException) -> Response:
        phrase = HTTPStatus(error.status_code).phrase  # what Starlette says where nothing was said
        detail = None if error.detail == phrase else error.detail
        response = await run_in_threadpool(refused, request, error.status_code, detail)
        response.headers.update(error.headers or {})
        return response

    async def too_slow(request: Request, _: TooSlowError) -> Response:
        return await run_in_threadpool(refused, request, 503)

    async def broken(request: Request, _: Exception) -> Response:
        return await run_in_threadpool(refused, request, 500)

    return {HTTPException: by_status, TooSlowError: too_slow, Exception: broken}
