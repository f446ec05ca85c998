"""Who stands where: from noun groups to the actors of the record.

In:  the actors of a Doc and the noun groups of a sentence.
Out: ids of actors.

    Kuzey Kore Savunma Bakanı No Kwang-chol ile
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ a4
    (with North Korean Defence Minister No Kwang-chol)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from vakanuvis.extract.predications import Parsed
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.doc import Doc
from vakanuvis.record.people import Actor, Mention
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word

_LONGEST_MENTION = 200  # letters


class Sides:
    """The actors of a Doc by where they are mentioned."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors = {actor.id: actor for actor in doc.actors or ()}
        self._mentions: list[tuple[Mention, Actor]] = sorted(
            ((mention, actor) for actor in doc.actors or () for mention in actor.mentions),
            key=lambda pair: (pair[0].span.start, pair[0].span.end),
        )
        self._starts = [mention.span.start for mention, _ in self._mentions]

    def within(self, span: Span) -> list[tuple[Mention, Actor]]:
        """Mentions that overlap the stretch, from left to right."""
        out: list[tuple[Mention, Actor]] = []
        for mention, actor in self._mentions[bisect_left(self._starts, span.start - _LONGEST_MENTION) :]:
            if mention.span.start >= span.end:
                break
            if mention.span.overlaps(span):
                out.append((mention, actor))
        return out

    def named(self, sentence: Sentence) -> frozenset[int]:
        """Indexes of the words inside names."""
        spans = [mention.span for mention, _ in self.within(sentence.span) if mention.kind == "name"]
        return frozenset(word.index for word in sentence.words if any(span.holds(word.stem) for span in spans))

    def of_group(self, parsed: Parsed, group: NounGroup) -> str | None:
        """The actor that the group as a whole points at, or that its head belongs to (`Rus askerleri`)."""
        words = parsed.sentence.words
        found = self.within(_letters(words, group.first, group.head))
        if not found:
            return None
        head = words[group.head].span
        at_head = [pair for pair in found if pair[0].span.overlaps(head)]
        if at_head:
            return max(at_head, key=lambda pair: (len(pair[0].span), pair[1].kind == "person"))[1].id
        people = [pair for pair in found if pair[1].kind == "person"]
        return (people or found)[-1][1].id

    def of_owner(self, parsed: Parsed, group: NounGroup) -> str | None:
        """The actor that owns the group (`Peru'nun hükümeti`) or in whose place it is (`Peru'daki madenciler`)."""
        owner = parsed.owners.get(group.head)
        if owner is not None:
            return self.of_group(parsed, owner) or self.of_owner(parsed, owner)
        before = group.first - 1
        words = parsed.sentence.words
        partitive = before >= 0 and words[before].case == "Abl" and words[group.first].upos == "NUM"
        if before >= 0 and (words[before].case == "Loc" or words[before].upos == "ADJ" or partitive):
            found = self.within(words[before].span)
            return found[-1][1].id if found else None
        return None

    def inside(self, parsed: Parsed, group: NounGroup) -> list[str]:
        """Actors named anywhere in the group, its owner and the clause it carries; the owner first."""
        out: list[str] = []
        owner = self.of_owner(parsed, group)
        if owner:
            out.append(owner)
        words = parsed.sentence.words
        found = self.within(_letters(words, parsed.left_edge(group), group.head))
        out.extend(actor.id for _, actor in found)
        return list(dict.fromkeys(out))

    def members(self, parsed: Parsed, group: NounGroup) -> list[str]:
        """The actors of the group and of those coordinated with it."""
        out: list[str] = []
        for member in coordinated(parsed, group):
            found = self.of_group(parsed, member)
            if found is not None and found not in out:
                out.append(found)
        return out

    def owners(self, parsed: Parsed, group: NounGroup) -> list[str]:
        """All actors that own the group: `Macaristan ve Romanya'nın yetkilileri`."""
        owner = parsed.owners.get(group.head)
        if owner is not None:
            found = self.members(parsed, owner)
            if found:
                return found
        single = self.of_owner(parsed, group)
        return [single] if single else []

    def is_a(self, parsed: Parsed, group: NounGroup, kind: str) -> bool:
        """True if the group points at an actor of this kind."""
        found = self.of_group(parsed, group)
        if found is None:
            found = self.of_owner(parsed, group) if kind in ("group", "organization") else None
        return found is not None and self.actors[found].kind == kind

    def is_place(self, group: NounGroup) -> bool:
        """True if the group names a place."""
        return any(place.span.overlaps(group.span) for place in self.doc.places or ())


def coordinated(parsed: Parsed, group: NounGroup) -> list[NounGroup]:
    """The group with its neighbours joined by `ve`, `ile` or a comma, all in one case."""
    groups = [g for g in parsed.groups if (g.case, g.postposition) == (group.case, group.postposition)]
    at = next((k for k, g in enumerate(groups) if g.head == group.head), None)
    if at is None:
        return [group]
    words = parsed.sentence.words
    first = last = at
    while last + 1 < len(groups) and _joined(words, groups[last], groups[last + 1]):
        last += 1
    while first > 0 and _joined(words, groups[first - 1], groups[first]):
        first -= 1
    chain = groups[first : last + 1]
    by_conjunction = any(_between(words, a, b) != (",",) for a, b in pairwise(chain))
    return chain if by_conjunction else [group]


def _between(words: Sequence[Word], left: NounGroup, right: NounGroup) -> tuple[str, ...]:
    return tuple(word.form for word in words[left.head + 1 : right.first])


def _joined(words: Sequence[Word], left: NounGroup, right: NounGroup) -> bool:
    between = words[left.head + 1 : right.first]
    return len(between) == 1 and (between[0].form == "," or between[0].upos == "CCONJ")


def _letters(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].span.start, words[last].span.end)
