"""The addresses of a room, found as a visitor finds them: by following links from the first page.

In:  a client of a room.
Out: some addresses of every route, by the route's path.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from starlette.routing import Match, Route
from starlette.testclient import TestClient

from vakanuvis.export.tongue import TURKISH
from vakanuvis.web.guard import split_tongue
from vakanuvis.web.routes import routes

FEW = 3
"""Addresses of one route that are kept."""
ROUTES = [route for route in routes() if isinstance(route, Route) and "GET" in (route.methods or ())]
PATHS = list(dict.fromkeys(route.path for route in ROUTES))
MACHINE = ("/api/", "/static/", ".{form:form}", ".atom")
HTML_PATHS = [path for path in PATHS if not any(part in path for part in MACHINE)]
SEEDS = (
    "/",
    "/ara?q=bakan&devlet=TUR&ilk=2023-01-01&son=2026-12-31",
    "/ara?ne=soz&q=bakan&tur=direct",
    "/ara?q=bakan&sira=ilgi",
    "/ara?q=olmayansözcük",
)


class Links(HTMLParser):
    """The targets of a page's links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember where it leads."""
        if tag in ("a", "link") and (target := dict(attrs).get("href")):
            self.found.append(target)


def links_of(address: str, page: str) -> Iterator[str]:
    """The Turkish addresses of this room that a page leads to, without their fragments."""
    for target in Links(page).found:
        whole = urldefrag(urljoin(address, target)).url
        parts = urlsplit(whole)
        # The other language has the same pages.
        if not parts.scheme and not parts.netloc and split_tongue(parts.path)[0] == TURKISH:
            yield whole


def route_of(address: str) -> str | None:
    """The path of the route that answers an address."""
    _, path = split_tongue(urlsplit(address).path)
    scope = {"type": "http", "path": path, "method": "GET", "root_path": ""}
    return next((route.path for route in ROUTES if route.matches(scope)[0] is Match.FULL), None)


def crawled(client: TestClient, *, few: int = FEW, seeds: tuple[str, ...] = SEEDS) -> dict[str, list[str]]:
    """Addresses by the path of their route; at most ``few`` of one route are opened, links found on them followed."""
    found: dict[str, list[str]] = defaultdict(list)
    waiting, seen = deque(seeds), set(seeds)
    while waiting:
        address = waiting.popleft()
        route = route_of(address)
        assert route is not None, f"a link leads nowhere: {address}"
        if len(found[route]) >= few and address not in seeds:
            continue
        found[route].append(address)
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        if "html" in answer.headers["content-type"]:
            new = [link for link in links_of(address, answer.text) if link not in seen]
            seen.update(new)
            waiting.extend(new)
    return dict(found)
