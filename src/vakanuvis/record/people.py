"""Actors: people, states, organisations and groups as one article names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.span import Span

ActorKind = Literal["person", "country", "organization", "group"]
MentionKind = Literal["name", "title", "metonym", "relation", "pronoun", "dropped"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that point at an actor.

    ``kind``: ``name`` (any form of the name), ``title`` (``Kuzey Koreli Bakan``), ``metonym`` (``Ankara`` for Türkiye),
    ``relation`` (``mevkidaşı``, ``muhatabı``), ``pronoun`` (``kendisi``). ``span`` leaves out an apostrophe suffix.
    """

    span: Span
    sentence: int
    kind: MentionKind = "name"
    because: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed. ``office`` is its dictionary form without the country; ``country`` ISO 3166-1 alpha-3."""

    span: Span
    office: str
    country: str | None = None
    former: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who says, does or undergoes.

    ``country`` and ``sector`` follow PLOVER; None where the text does not tell.
    """

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    sector: str | None = None
    mentions: tuple[Mention, ...] = ()
    titles: tuple[Title, ...] = ()
    because: tuple[str, ...] = ()
