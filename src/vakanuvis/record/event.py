"""Events and agreements: who did what to whom, in PLOVER 2.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.span import Span
from vakanuvis.record.when_where import DateBasis, Place

Status = Literal["actual", "planned", "negated", "hypothetical", "historical"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Another reading of an event's words, which lost.

    ``because`` is its lexicon entry and ``at`` where that stands, ``lost`` the rule by which it lost, ``slot`` the
    place in the sentence that does not meet its condition, where that is why.
    """

    event: str
    because: str
    at: str
    lost: str
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event, however often the article tells it.

    ``event`` and ``mode`` are PLOVER 2.0 names, ``actor`` and ``recipient`` actor ids, ``span`` the letters of the
    predicate in its fullest mention, ``mentions`` the other places that tell it. ``said_in`` is the id of the
    statement in which only a speaker asserts it. ``people`` did it by another of its mentions, where ``actor`` holds
    their states. ``rivals`` are the other readings of these words.
    """

    id: str
    event: str
    span: Span
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    status: Status = "actual"
    date: str | None = None
    date_span: Span | None = None
    date_basis: DateBasis = "none"
    location: Place | None = None
    said_in: str | None = None
    mentions: tuple[Span, ...] = ()
    because: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement that the article names. ``parties`` are country codes, ``signatories`` actor ids."""

    id: str
    name: str
    span: Span
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    status: Literal["signed", "planned", "rejected", "mentioned"] = "mentioned"
    date: str | None = None
    provisions: tuple[Span, ...] = ()
    event: str | None = None
    because: tuple[str, ...] = ()
    location: Place | None = None
