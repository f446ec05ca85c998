"""Who is who across articles: what was observed, what was judged, and the entities that follow from both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.ids import digest
from vakanuvis.record.people import ActorKind

Verdict = Literal["same", "different", "unsure"]
RULE = "rule"  # whoever judged, where no person did


@dataclass(frozen=True, slots=True)
class Office:
    """An office as observed: its dictionary form without the state, and the articles that name it.

    ``first`` and ``last`` are EDTF days of the articles; None where none of them is dated.
    """

    office: str
    country: str | None = None
    former: bool = False
    first: str | None = None
    last: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Observation:
    """All actors of articles with the same kind, name and country.

    ``beside``: ids of observations that one article tells apart from this one (a sample): evidence that they differ.
    """

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    sector: str | None = None
    offices: tuple[Office, ...] = ()
    first: str | None = None
    last: str | None = None
    count: int = 1
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sameness:
    """A judgement whether two observations are one; never a merge. ``by``: ``rule``, or the name of a person."""

    one: str
    other: str
    verdict: Verdict
    because: tuple[str, ...]
    by: str = RULE

    @property
    def pair(self) -> tuple[str, str]:
        """Both ids in order: a judgement has no direction."""
        return (self.one, self.other) if self.one <= self.other else (self.other, self.one)


@dataclass(frozen=True, slots=True)
class Entity:
    """What the registry makes of the judgements: someone, with every observation and every printed form of the name."""

    id: str
    kind: ActorKind
    name: str
    country: str | None
    observations: tuple[str, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """All entities, and the judgements that they follow from."""

    entities: tuple[Entity, ...]
    judgements: tuple[Sameness, ...]


def observation_id(kind: ActorKind, name: str, country: str | None) -> str:
    """The id of whoever is observed under this name for this state: the same in every store."""
    return digest("observation", kind, name, country or "")
