"""Statements: who said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that the article attributes to someone.

    ``content`` holds one span per unbroken run, without marks and cue. ``speaker`` is an actor id, or None where the
    text names none. ``same_as`` is the id of the fuller statement that this one repeats.
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
