"""What a record book of many articles knows about one of them: nouns that the store fills and the exports read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an actor of an article is: someone of the registry, or only the article's own actor.

    ``id`` is the registry's; of a state its code. ``kind``, ``country`` and ``sector`` are those of an actor.
    """

    id: str
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The event that an event of one article reports, and how widely it was told.

    ``fullest`` is the id of the fullest report. ``first_day`` is the ISO day of the earliest article that reports it.
    """

    fullest: str
    articles: int
    outlets: int
    mentions: int
    first_day: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known about one article. Empty where nothing was concluded yet.

    ``identities`` are by actor id, ``reports`` by event id; ``cluster`` is the story that the article tells.
    """

    identities: Mapping[str, Identity] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    outlet: str | None = None
    cluster: str | None = None


NOTHING_KNOWN = Known()
"""What is known of an article outside a book."""
