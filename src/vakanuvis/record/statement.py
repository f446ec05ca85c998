"""Statements: who said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
Medium = Literal[
    "broadcast", "interview", "letter", "phone", "press", "press_conference", "social", "speech", "written"
]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that the article attributes to someone.

    ``content`` holds one span per unbroken run, without marks and cue. ``speaker`` is an actor id, or None where the
    text names none; ``speakers`` are all who speak jointly, ``speaker`` first. ``same_as`` is the id of the fuller
    statement that this one repeats, ``nested_in`` of the one whose content holds this one. ``medium`` is how it was
    said, where ``medium_span`` shows it. ``about`` are the actors that the content mentions, speakers left out.
    """

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    addressee: str | None = None
    force: str | None = None
    negated: bool = False
    same_as: str | None = None
    because: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    medium: Medium | None = None
    medium_span: Span | None = None
    nested_in: str | None = None
    about: tuple[str, ...] = ()
