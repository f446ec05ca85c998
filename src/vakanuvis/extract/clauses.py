"""What a sentence is once it is cut up: its predications with their noun groups.

In:  what ``predications`` cut.
Out: a ``Parsed``, which finds a group or a predication by its place.

    Lavrov, Rusya'yı ziyaret eden bakanla görüştü.
            ~~~~~~~~~~~~~~~~~~~~~
            relative clause; it carries `bakanla`
    (Lavrov met the minister, who was visiting Russia.)
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from vakanuvis.extract.groups import group_at
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.words import Sentence

Kind = Literal["finite", "relative", "nominal", "converb"]


@dataclass(slots=True)
class Predication:
    """A verb with its clause. ``at`` is the verb's word index, ``first`` the leftmost word that belongs to it.

    ``groups`` stand directly in the clause; ``complements`` and ``converbs`` are clauses in it; ``subject`` is None
    where the text shows none. ``above`` is the clause that it stands in, ``carried`` the group that a relative clause
    or the complement of a noun modifies; ``takes_carried``: that group is its subject (`gelen bakan`, not
    `geldiği gün`).
    """

    at: int
    kind: Kind
    first: int
    groups: list[NounGroup] = field(default_factory=list)
    complements: list[Predication] = field(default_factory=list)
    converbs: list[Predication] = field(default_factory=list)
    subject: NounGroup | None = None
    shared_from: Predication | None = None
    above: Predication | None = None
    carried: NounGroup | None = None
    takes_carried: bool = False

    @property
    def own_or_shared_subject(self) -> NounGroup | None:
        """Its subject, or that of the clause which it shares it with."""
        return self.subject_but(())

    def subject_but(self, words: Collection[int]) -> NounGroup | None:
        """The same, where the group headed by one of ``words`` is part of the predicate and no subject."""
        seen: set[int] = set()
        at: Predication | None = self
        while at is not None and at.at not in seen:
            if at.subject is not None and at.subject.head not in words:
                return at.subject
            seen.add(at.at)
            at = at.shared_from
        return None


@dataclass(slots=True)
class Parsed:
    """A sentence cut up: its groups, its predications, who owns which group and what clause a group carries.

    Groups are keyed by the index of their head. ``inner``: words inside predicates of several words; ``modifiers``:
    groups that stand before a group and belong to it (`Etiyopya'ya ait bir gemi`).
    """

    sentence: Sentence
    groups: tuple[NounGroup, ...]
    predications: list[Predication] = field(default_factory=list)
    owners: dict[int, NounGroup] = field(default_factory=dict)
    carries: dict[int, Predication] = field(default_factory=dict)
    times: Collection[int] = ()
    inner: Collection[int] = ()
    modifiers: dict[int, list[NounGroup]] = field(default_factory=dict)
    _by_verb: dict[int, Predication] = field(default_factory=dict)
    _holders: dict[int, Predication] = field(default_factory=dict)

    def add(self, made: Predication) -> None:
        """Keep a predication, so that its verb and its groups lead to it."""
        self.predications.append(made)
        self._by_verb[made.at] = made
        for group in made.groups:
            self._holders.setdefault(group.head, made)

    def disown(self, group: NounGroup) -> None:
        """Take from a genitive what it was taken to own: it turned out to be a subject."""
        for head in [head for head, owner in self.owners.items() if owner.head == group.head]:
            del self.owners[head]

    def group_of(self, index: int) -> NounGroup | None:
        """The noun group that holds the word."""
        return group_at(self.groups, index)

    def predication_at(self, index: int) -> Predication | None:
        """The predication whose verb is the word."""
        return self._by_verb.get(index)

    def holder(self, group: NounGroup) -> Predication | None:
        """The predication in which the group stands."""
        return self._holders.get(group.head)

    def left_edge(self, group: NounGroup) -> int:
        """Where the group begins, with its owner, what stands beside it and the clause that it carries."""
        edge = group.first
        carried = self.carries.get(group.head)
        if carried is not None:
            edge = min(edge, carried.first)
        owner = self.owners.get(group.head)
        if owner is not None:
            edge = min(edge, owner.first)
        return min([edge, *(item.first for item in self.modifiers.get(group.head, ()))])
