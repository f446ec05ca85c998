"""What a browser would make of a page."""

from __future__ import annotations

from html.parser import HTMLParser


class Markup(HTMLParser):
    """The opening tags of a page, in order, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def of(self, *names: str) -> list[dict[str, str | None]]:
        """The attributes of all tags of these names."""
        return [attrs for tag, attrs in self.tags if tag in names]
