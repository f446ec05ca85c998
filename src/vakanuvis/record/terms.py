"""Terms of office: what the register knows, what articles say, and where the two disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.ids import digest
from vakanuvis.record.span import Span


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A term of office from ``lexicon/world/offices``.

    ``office`` is the register's name of the office, ``of`` the state or body, ``country`` its code. ``begin`` and
    ``end`` are EDTF; where ``end`` is None the office was still held on ``seen``, and nothing is claimed beyond it.
    ``at`` is the place of the row, ``source`` where it was learnt.
    """

    name: str
    office: str
    of: str
    country: str
    begin: str
    end: str | None
    seen: str | None
    source: str
    at: str
    acting: bool = False
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A title that an article gives to somebody.

    ``entity`` is who it is in the registry, ``name`` as the registry calls them, ``country`` that of the office;
    ``printed`` is the title with its letters at ``span``, ``day`` the article's day (EDTF), ``record`` the actor's id.
    ``acts``: the article has them speak or act on its own days, so the title is no memory of past years.
    """

    entity: str
    name: str
    office: str
    country: str | None
    former: bool
    printed: str
    day: str | None
    article: str
    record: str
    span: Span
    acts: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """That articles call somebody the holder of an office, or a former one.

    ``first`` and ``last`` are the days of the first and the last article (ISO, None where no article is dated),
    ``articles`` how many they are; ``known`` is the register's term beside it. ``first_seen`` and ``last_seen`` are
    where the articles of these two days say so.
    """

    entity: str
    office: str
    country: str | None
    former: bool
    first: str | None
    last: str | None
    articles: int
    known: KnownTerm | None = None
    because: tuple[str, ...] = ()
    first_seen: Sighting | None = None
    last_seen: Sighting | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: the letters of an article, or a place in the lexicon with its source."""

    value: str
    article: str | None = None
    record: str | None = None
    span: Span | None = None
    known_at: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Where articles disagree, with each other or with the register. Nothing is corrected; both sides stay."""

    kind: Literal["title", "number", "date", "place", "who", "wording"]
    subject: str | None
    day: str
    text: str
    sides: tuple[Side, ...]
    because: tuple[str, ...]

    @property
    def id(self) -> str:
        """The same in every store: what it is about and what stands against what."""
        sides = [(side.value, side.article, side.span, side.known_at) for side in self.sides]
        return digest("contradiction", self.kind, self.subject or "", self.text, sides)
