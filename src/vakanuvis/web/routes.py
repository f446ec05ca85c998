"""All addresses of the room, in one table."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from vakanuvis.web.articles import article, verified
from vakanuvis.web.assets import asset
from vakanuvis.web.home import home
from vakanuvis.web.pages import page
from vakanuvis.web.searching import feed, search
from vakanuvis.web.trying import form
from vakanuvis.web.trying import route as trying


def routes() -> list[BaseRoute]:
    """What is asked where. The language comes before the path (``/en/ara``), the form after it (``/ara.json``)."""
    return [
        *page("/", home),
        *page("/makale/{id}", article, forms=True),
        *page("/makale/{id}/dogrula", verified, forms=True),
        *page("/ara", search, forms=True),
        *page("/ara.atom", feed),
        *page("/dene", form),
        trying,
        Route("/static/{name}", asset),
    ]
