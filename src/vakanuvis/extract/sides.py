"""Who stands where: from noun groups to the actors of the record.

In:  the actors of a Doc and the noun groups of a sentence.
Out: ids of actors.

    Vietnam Başbakanı Pham Minh Chinh ile
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ a4
    (with Prime Minister Pham Minh Chinh of Vietnam)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from vakanuvis.extract.clauses import Parsed
from vakanuvis.extract.frames import FrameMatch, FrameTable, holds
from vakanuvis.extract.groups import Joints
from vakanuvis.extract.seams import parts
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.doc import Doc
from vakanuvis.record.people import Actor, Mention
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word
from vakanuvis.text.letters import is_capitalized

_LONGEST_MENTION = 200  # letters


class Sides:
    """The actors of a Doc by where they are mentioned."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors = {actor.id: actor for actor in doc.actors or ()}
        self._better = self._doubles(doc)
        self._mentions: list[tuple[Mention, Actor]] = sorted(
            (
                (mention, actor)
                for actor in doc.actors or ()
                if actor.id not in self._better
                for mention in actor.mentions
                if mention.kind != "dropped"  # a verb's letters are in no group
            ),
            key=lambda pair: (pair[0].span.start, pair[0].span.end),
        )
        self._starts = [mention.span.start for mention, _ in self._mentions]

    @staticmethod
    def _doubles(doc: Doc) -> dict[str, str]:
        """Groups without a state whose every mention covers that of an actor who has one: one and the same."""
        stated = [(m.span, actor.id) for actor in doc.actors or () if actor.country for m in actor.mentions]
        out: dict[str, str] = {}
        for actor in doc.actors or ():
            if actor.kind != "group" or actor.country is not None or len(actor.mentions) != 1:
                continue
            span = actor.mentions[0].span
            inside = [other for place, other in stated if place.start == span.start and span.holds(place)]
            if inside:
                out[actor.id] = inside[0]
        return out

    def same(self, actor: str) -> str:
        """The actor that a double stands for; any other actor stands for itself."""
        return self._better.get(actor, actor)

    def within(self, span: Span) -> list[tuple[Mention, Actor]]:
        """Mentions that overlap the stretch, from left to right."""
        out: list[tuple[Mention, Actor]] = []
        first = bisect_left(self._starts, span.start - _LONGEST_MENTION)
        for mention, actor in islice(self._mentions, first, bisect_left(self._starts, span.end)):
            if mention.span.overlaps(span):
                out.append((mention, actor))
        return out

    def named(self, sentence: Sentence) -> frozenset[int]:
        """Indexes of the words inside names."""
        spans = [mention.span for mention, _ in self.within(sentence.span) if mention.kind == "name"]
        return frozenset(word.index for word in sentence.words if any(span.holds(word.stem) for span in spans))

    def heads(self, sentence: Sentence) -> frozenset[int]:
        """Indexes of the last words of groups of people: `iki Iraklı genç`."""
        spans = [mention.span for mention, actor in self.within(sentence.span) if actor.kind == "group"]
        return frozenset(word.index for word in sentence.words if any(word.stem.end == span.end for span in spans))

    def joints(self, sentence: Sentence, matches: Sequence[FrameMatch], table: FrameTable) -> Joints:
        """Where names and predicates cut a group or go on in the next."""
        words = sentence.words
        verbs = [match for match in matches if not match.is_noun and len(match.words) > 1]
        begins = {match.words[0] for match in verbs}
        mentions = [pair for pair in self.within(sentence.span) if pair[0].kind in ("name", "metonym")]
        of_word: dict[int, int] = {}
        joins: set[int] = set()
        for number, (mention, _) in enumerate(mentions):
            inside = [word.index for word in words_in(words, mention.span)]
            of_word.update(dict.fromkeys(inside, number))
            joins.update(inside[:-1])
        cuts = {
            word.index
            for before, word in pairwise(words)
            if before.index not in joins
            and parts(
                before,
                word,
                [
                    self._kind_named(words[at], mentions[of_word[at]][1]) if at in of_word else None
                    for at in (before.index, word.index)
                ],
                word.index in begins,
            )
        }
        joins.update(self._title_seams(words, mentions, of_word))
        inner = frozenset(index for match in verbs for index in match.words[:-1])
        full = frozenset(
            word.index
            for before, word in pairwise(words)
            if before.upos == "NOUN" and before.case in ("", "Nom") and holds((word,), table.group("nesnesi yanında"))
        )
        return Joints(frozenset(cuts), frozenset(joins), inner, full)

    def _kind_named(self, word: Word, actor: Actor) -> str:
        """What a word in a name names; an adjective such as `Norveçli` names no state."""
        return "adjective" if actor.kind == "country" and word.lemma not in actor.name else actor.kind

    def _title_seams(
        self, words: Sequence[Word], mentions: Sequence[tuple[Mention, Actor]], of_word: Mapping[int, int]
    ) -> list[int]:
        """Words before a person's name or title that belong to it: `Faslı gazeteci | Umar Radi`."""
        out: list[int] = []
        for mention, actor in mentions:
            if actor.kind != "person":
                continue
            inside = words_in(words, mention.span)
            before = inside[0].index - 1 if inside else -1
            if before >= 0 and before not in of_word and words[before].upos in ("NOUN", "PROPN"):
                out.append(before)
            for title in actor.titles:
                parts = words_in(words, title.span)
                out.extend(part.index for part in parts if part.index <= before and part.index not in of_word)
        return out

    def of_group(self, parsed: Parsed, group: NounGroup) -> str | None:
        """The actor that the group as a whole points at, or that its head belongs to (`Rus askerleri`)."""
        words = parsed.sentence.words
        found = self.within(_letters(words, group.first, group.head))
        if not found:
            return None
        head = words[group.head].span
        at_head = [pair for pair in found if pair[0].span.overlaps(head)]
        if at_head:
            actor = max(at_head, key=lambda pair: (pair[1].country is not None, len(pair[0].span)))[1]
            owner = self.of_owner(parsed, group) if actor.kind == "group" and actor.country is None else None
            return owner if owner is not None and self.actors[owner].country else actor.id
        people = [pair for pair in found if pair[1].kind == "person"]
        return (people or found)[-1][1].id

    def of_owner(self, parsed: Parsed, group: NounGroup) -> str | None:
        """The actor that owns the group (`Peru'nun hükümeti`) or in whose place it is (`Peru'daki madenciler`)."""
        owner = parsed.owners.get(group.head)
        if owner is not None:
            return self.of_group(parsed, owner) or self.of_owner(parsed, owner)
        words = parsed.sentence.words
        before = group.first - 1
        if before >= 0 and group.possessed and is_capitalized(words[group.head].form):
            states = [actor.id for _, actor in self.within(words[before].span) if actor.kind == "country"]
            if states:
                return states[-1]  # `Kırgızistan | Sınır Hizmetleri`
        partitive = before >= 0 and words[before].case == "Abl" and words[group.first].upos in ("NUM", "DET")
        if before >= 0 and (words[before].case == "Loc" or words[before].upos == "ADJ" or partitive):
            found = self.within(words[before].span)
            place = parsed.group_of(before)
            if found or place is None or place.head != before:
                return found[-1][1].id if found else None
            return self.of_group(parsed, place) or self.of_owner(parsed, place)  # `İran'ın kuzeyindeki tesis`
        return None

    def inside(self, parsed: Parsed, group: NounGroup) -> list[str]:
        """Actors named anywhere in the group, its owner and the clause it carries; the owner first."""
        words = parsed.sentence.words
        out = [actor.id for _, actor in self.within(words[group.head].span) if actor.country is not None]
        owner = self.of_owner(parsed, group)
        if owner:
            out.append(owner)
        found = [actor for _, actor in self.within(_letters(words, parsed.left_edge(group), group.head))]
        out.extend(actor.id for actor in sorted(found, key=lambda actor: actor.country is None))
        return list(dict.fromkeys(out))

    def members(self, parsed: Parsed, group: NounGroup) -> list[str]:
        """The actors of the group and of those coordinated with it."""
        out: list[str] = []
        for member in coordinated(parsed, group):
            found = self.of_group(parsed, member)
            both = self._meant_together(parsed, member)
            out.extend(both or ([found] if found is not None else []))
        return list(dict.fromkeys(out))

    def _meant_together(self, parsed: Parsed, group: NounGroup) -> list[str]:
        """`iki lider`: everybody whom the same words mean."""
        head = parsed.sentence.words[group.head].span
        return [actor.id for mention, actor in self.within(head) if mention.because == "pair"]

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

    def is_public(self, actor_id: str) -> bool:
        """True if the actor is somebody whom politics knows: of a state, or with a name."""
        actor = self.actors[actor_id]
        named = actor.kind == "organization" and is_capitalized(actor.name)
        return actor.country is not None or actor.kind == "person" or named

    def is_abroad(self, group: NounGroup, actor_id: str) -> bool:
        """True if the place that a group names lies in another state than the actor's."""
        home = self.actors[actor_id].country
        states = self._states_at(group)
        return home is not None and bool(states) and home not in states

    def hosts(self, group: NounGroup) -> list[str]:
        """The state of the place that the group names, where the article names the state too: `Ankara ziyareti`."""
        states = self._states_at(group)
        return [actor.id for actor in self.actors.values() if actor.kind == "country" and actor.country in states][:1]

    def _states_at(self, group: NounGroup) -> set[str]:
        return {p.country for p in self.doc.places or () if p.country and p.span.overlaps(group.span)}

    def is_place(self, group: NounGroup) -> bool:
        """True if the group names a place."""
        return any(place.span.overlaps(group.span) for place in self.doc.places or ())


def coordinated(parsed: Parsed, group: NounGroup) -> list[NounGroup]:
    """The group with its neighbours joined by `ve`, `ile` or a comma, all in one case."""
    groups = parsed.groups
    at = bisect_left(groups, group.head, key=lambda item: item.head)
    if at == len(groups) or groups[at].head != group.head:
        return [group]
    words = parsed.sentence.words
    first = last = at
    while last + 1 < len(groups) and _joined(words, groups[last], groups[last + 1]):
        last += 1
    while first > 0 and _joined(words, groups[first - 1], groups[first]):
        first -= 1
    chain = list(groups[first : last + 1])
    if not any(_between(words, a, b) != (",",) for a, b in pairwise(chain)):
        chain = [group]
    if first > 0 and _by_ile(words, groups[first - 1], groups[first]):
        chain.insert(0, groups[first - 1])
    return chain


def words_in(words: Sequence[Word], span: Span) -> list[Word]:
    """The words that share a letter with the stretch."""
    at = bisect_right(words, span.start, key=lambda word: word.span.start) - 1
    out: list[Word] = []
    for word in words[max(0, at) : max(0, at) + _LONGEST_MENTION]:
        if word.span.start >= span.end:
            break
        if word.span.overlaps(span):
            out.append(word)
    return out


def _by_ile(words: Sequence[Word], left: NounGroup, right: NounGroup) -> bool:
    """`Kenya ile Somali arasında`: two sides, not one with the other."""
    between = words[left.head + 1 : right.first]
    return left.postposition == "ile" and len(between) == 1 and right.case != "Loc" and right.postposition != "ile"


def _between(words: Sequence[Word], left: NounGroup, right: NounGroup) -> tuple[str, ...]:
    return tuple(word.form for word in words[left.head + 1 : right.first])


def _joined(words: Sequence[Word], left: NounGroup, right: NounGroup) -> bool:
    if (left.case, left.postposition) != (right.case, right.postposition):
        return False
    between = words[left.head + 1 : right.first]
    return len(between) == 1 and (between[0].form == "," or between[0].upos == "CCONJ")


def _letters(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].span.start, words[last].span.end)
