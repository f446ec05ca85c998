"""The routes of the API: those of its table, its description, its page.

In:  the table.
Out: routes.
"""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from vakanuvis.web.api.deciding import decided
from vakanuvis.web.api.description import openapi
from vakanuvis.web.api.endpoints import endpoints
from vakanuvis.web.api.page import explained
from vakanuvis.web.api.trying import tried
from vakanuvis.web.pages import page

SENT_TO = {"try": tried, "decide": decided}


def api_routes() -> list[BaseRoute]:
    """All routes below ``/api``."""
    asked = [route for one in endpoints() if one.make for route in page(one.path, one.make)]
    sent = [Route(one.path, SENT_TO[one.name], methods=[one.method]) for one in endpoints() if one.make is None]
    return [*page("/api", explained), *page("/api/openapi.json", openapi), *asked, *sent]
