"""All addresses of the room, in one table."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from vakanuvis.web.agreements import agreement
from vakanuvis.web.api.routes import api_routes
from vakanuvis.web.articles import article, verified
from vakanuvis.web.assets import asset
from vakanuvis.web.deciding import decision_routes
from vakanuvis.web.disputes import contradiction, contradictions
from vakanuvis.web.dyads import dyad, dyads
from vakanuvis.web.health import health
from vakanuvis.web.home import home
from vakanuvis.web.maps import world
from vakanuvis.web.network import network
from vakanuvis.web.outlets import outlet
from vakanuvis.web.pages import page
from vakanuvis.web.parties import group, organization, person, state
from vakanuvis.web.registers import agreements, groups, organizations, outlets, people, states, stories
from vakanuvis.web.review import decisions, review
from vakanuvis.web.searching import feed, search
from vakanuvis.web.stories import story
from vakanuvis.web.timeline import timeline
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
        *page("/kisiler", people, forms=True),
        *page("/kisi/{id}", person, forms=True),
        *page("/devletler", states, forms=True),
        *page("/devlet/{id}", state, forms=True),
        *page("/kurumlar", organizations, forms=True),
        *page("/kurum/{id}", organization, forms=True),
        *page("/topluluklar", groups, forms=True),
        *page("/topluluk/{id}", group, forms=True),
        *page("/iliskiler", dyads, forms=True),
        *page("/iliski/{pair}", dyad, forms=True),
        *page("/anlasmalar", agreements, forms=True),
        *page("/anlasma/{id}", agreement, forms=True),
        *page("/haber-kumeleri", stories, forms=True),
        *page("/haber-kumesi/{id}", story, forms=True),
        *page("/celiskiler", contradictions, forms=True),
        *page("/celiski/{id}", contradiction, forms=True),
        *page("/gazeteler", outlets, forms=True),
        *page("/gazete/{name:path}", outlet, forms=True),
        *page("/zaman", timeline, forms=True),
        *page("/harita", world, forms=True),
        *page("/ag", network, forms=True),
        *page("/saglik", health, forms=True),
        *page("/inceleme", review, forms=True),
        *page("/inceleme/kararlar", decisions, forms=True),
        *decision_routes(),
        *page("/dene", form),
        trying,
        *api_routes(),
        Route("/static/{name}", asset),
    ]
