"""A page: a function from a visit to its answer.

In:  the path and the function.
Out: its routes, as HTML and, where the page has rows, as ``.json``, ``.csv`` and ``.jsonl`` of the same address.

    def home(visit: Visit) -> Answer:
        return Answer("home.html", {"latest": visit.ask("home.latest", limit=10)})
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vakanuvis.web.answers import FORMS, sent, written
from vakanuvis.web.rendering import rendered
from vakanuvis.web.rooms import Room
from vakanuvis.web.tongues import tongues
from vakanuvis.web.visits import Row, Visit


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows.

    ``values`` are for the template. ``rows`` are what ``.csv`` and ``.jsonl`` hold, one row per line; None where the
    page has no such forms. ``whole`` is what ``.json`` holds; by default the rows.
    """

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    rows: Sequence[Row] | None = None
    whole: object = None
    status: int = 200


Page = Callable[[Visit], Answer | Response]


def page(path: str, make: Page, *, forms: bool = False, methods: Sequence[str] = ("GET",)) -> list[Route]:
    """The routes of a page; with ``forms`` also as ``.json``, ``.csv`` and ``.jsonl`` of its rows."""

    def endpoint(request: Request) -> Response:
        room: Room = request.app.state.room
        tongue = tongues()[request.state.tongue]
        with room.connections.lent() as connection:
            visit = Visit(request, room, tongue, connection)
            answer = make(visit)
            if isinstance(answer, Response):
                return answer
            if visit.form is None:
                return sent(
                    request, rendered(visit, answer.template, {**answer.values, "forms": forms}), status=answer.status
                )
            text = written(visit.form, answer.rows or (), answer.whole)
            return sent(request, text, FORMS[visit.form], status=answer.status)

    routes = [Route(path, endpoint, methods=list(methods))]
    if forms:
        # Before the page itself: a part of the path would take the ending for its own.
        routes.insert(0, Route(f"{path.rstrip('/') or '/index'}.{{form:form}}", endpoint, methods=["GET"]))
    return routes
