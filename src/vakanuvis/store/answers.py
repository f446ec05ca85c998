"""What the questions answer with: one type per kind of row.

Every field is a column of ``questions/*.sql``; dates are EDTF as printed in the record, ``day`` is the ISO day that
answers are sorted by ('' where none is known), ``n`` the number that, with ``day``, gives the next page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """Someone's words in one article. ``same_as``: the fullest statement that says the same elsewhere."""

    n: int
    id: str
    kind: str
    content: str
    cue: str | None
    medium: str | None
    negated: int
    speaker_id: str | None
    speaker: str | None
    country: str | None
    speaker_entity: str | None
    title: str | None
    article_id: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    day: str
    same_as: str | None


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event as one article tells it. ``actor`` and ``recipient`` are names; ``same_as``: its fullest report."""

    n: int
    id: str
    event: str
    mode: str | None
    context: str
    quad_code: int | None
    cameo: str | None
    predicate: str
    status: str
    date: str | None
    date_basis: str
    location: str | None
    location_country: str | None
    actor: str | None
    recipient: str | None
    said_in: str | None
    article_id: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    day: str
    same_as: str | None


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office that articles give someone, first and last; and what the office register knows of it."""

    entity_id: str
    office: str
    country: str
    former: int
    first_day: str | None
    last_day: str | None
    articles: int
    known_from: str | None
    known_until: str | None
    source: str | None
    because: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class ToldAgreement:
    """An agreement as one article names it. ``parties`` are country codes."""

    id: str
    name: str
    status: str
    date: str | None
    parties: str | None
    article_id: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    day: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: its value with its letters, or its place in the lexicon (``known_at``)."""

    id: str
    kind: str
    day: str
    text: str
    subject: str | None
    position: int
    value: str
    article_id: str | None
    start: int | None
    end: int | None
    known_at: str | None
    source: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """Something new: ``what`` is article, statement, event, office or contradiction."""

    day: str
    what: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article."""

    n: int
    id: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    day: str


@dataclass(frozen=True, slots=True)
class FoundActor:
    """Someone in the registry. ``spellings`` is JSON: the names as printed."""

    id: str
    kind: str
    name: str
    country: str | None
    sector: str | None
    spellings: str
    articles: int
    statements: int
    events: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one story. ``originators``: how many independent ones wrote it."""

    id: str
    fullest: str
    day: str
    articles: int
    originators: int
    headline: str | None


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """One article of a story, and how it relates to the fullest."""

    article_id: str
    relation: str
    similarity: float
    cluster_id: str
    headline: str | None
    outlet: str | None
    published: str | None
    originator: str | None


Answer = (
    ToldStatement
    | ToldEvent
    | HeldOffice
    | ToldAgreement
    | Side
    | Change
    | FoundArticle
    | FoundActor
    | Story
    | StoryArticle
)

ANSWERS: dict[str, type[Answer]] = {
    "statements": ToldStatement,
    "events": ToldEvent,
    "meetings": ToldEvent,
    "offices": HeldOffice,
    "agreements": ToldAgreement,
    "contradictions": Side,
    "changes": Change,
    "articles": FoundArticle,
    "actors": FoundActor,
    "stories": Story,
    "copies": StoryArticle,
}
