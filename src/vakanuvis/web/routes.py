"""All addresses of the room, in one table."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from vakanuvis.web.articles import article
from vakanuvis.web.assets import asset
from vakanuvis.web.home import home
from vakanuvis.web.pages import page


def routes() -> list[BaseRoute]:
    """What is asked where. The language comes before the path (``/en/ara``), the form after it (``/ara.json``)."""
    return [
        *page("/", home),
        *page("/makale/{id}", article, forms=True),
        Route("/static/{name}", asset),
    ]
