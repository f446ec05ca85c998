"""The scene of one predicate: which noun groups stand in which slot of its frame.

In:  a frame match in a cut-up sentence.
Out: slots by name (``subject``, ``-A``, ``ile``, ``inner subject`` …), whatever the voice and the kind of clause.

    Kenya'nın Somali'ye asker göndermesi
    ~~~~~~~~~ ~~~~~~~~~
    subject   -A
    (Kenya's sending soldiers to Somalia)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from vakanuvis.extract.casualties import casualties
from vakanuvis.extract.frames import FrameMatch, FrameTable, Phrase, holds
from vakanuvis.extract.predications import Parsed, Predication
from vakanuvis.extract.sides import coordinated
from vakanuvis.extract.slots import agents, announcer, bare_objects, in_case, is_finite, is_passive, subject_of
from vakanuvis.language.chunks import NounGroup
from vakanuvis.lexicon.frames import CASES
from vakanuvis.record.span import hull
from vakanuvis.record.words import Word
from vakanuvis.text.letters import lower

_BEHIND: dict[str, tuple[str, ...]] = {
    "ile": ("ile",), "arasında": ("arasında",), "hakkında": ("hakkında",), "aleyhine": ("karşı",), "için": ("için",),
    "-A karşı": ("karşı",), "-A yönelik": ("yönelik",), "-A ilişkin": ("hakkında",), "ile ilgili": ("hakkında",),
}  # fmt: skip
_CLAUSE_CASES: dict[str, tuple[str | None, ...]] = {
    "object": ("Acc", "Nom", "Dat", "Abl", ""),
    "subject": ("Nom", "Gen", ""),
}
_MODIFIER_GAP = 8  # words between a modifier with a postposition and the event noun


@dataclass(slots=True)
class Scene:
    """A match with the clause that tells it.

    ``clause`` is the clause of the verb, or of the light verb of an event noun; None for a bare event noun.
    ``group`` is the group of the event noun, or of the noun in a light-verb predicate.
    """

    parsed: Parsed
    table: FrameTable
    match: FrameMatch
    clause: Predication | None
    group: NounGroup | None

    @property
    def words(self) -> Sequence[Word]:
        """The words of the sentence."""
        return self.parsed.sentence.words

    @property
    def is_passive(self) -> bool:
        """True if the verb of the clause is in the passive."""
        return self.clause is not None and self._has_passive(self.clause)

    @property
    def leans(self) -> bool:
        """True for a noun or a converb, which can tell the act that another verb tells."""
        return self.match.is_noun or (self.clause is not None and self.clause.kind == "converb")

    def _has_passive(self, clause: Predication) -> bool:
        return is_passive(self.words[clause.at]) and not (self.match.longer and clause.at == self.match.last)

    def own_groups(self, slot: str) -> list[NounGroup]:
        """Groups of the predicate's own nouns in a slot: `Şili bayrağını` in `Şili bayrağını yaktı`."""
        cases = _CLAUSE_CASES["object"] if slot == "object" else (CASES.get(slot),)
        found = [self.parsed.group_of(index) for index in self.match.words[:-1]]
        return [group for group in found if group and group.head in self.match.words and group.case in cases]

    def groups(self, slot: str) -> list[NounGroup]:
        """The groups in a slot; ``inner …`` looks into the complements, ``in …`` is resolved by the caller."""
        if slot.startswith("inner "):
            return self._inner(slot.removeprefix("inner "))
        if slot.startswith("outer "):
            return self._outer(slot.removeprefix("outer "))
        if slot == "compound":
            return self._compound()
        if slot == "owner":
            return self._owner()
        if slot == "casualty":
            return casualties(self.parsed, self.table, self.match.words)
        found = [g for g in self._direct(self.clause, slot) if g.head not in self.match.words] if self.clause else []
        if self.match.is_noun:
            found = self._of_noun(slot, found)
        if not found and (slot in CASES or slot in _BEHIND) and self.clause is not None:
            found = self._of_carried(self.clause, slot)
        weak = not found or (slot == "object" and all(group.case in ("Dat", "Abl") for group in found))
        return (self._raised(slot) or found) if weak else found

    def _raised(self, slot: str) -> list[NounGroup]:
        """`Kongo'yu destek vermekle suçladı`: the first group of the complement is the verb's own object."""
        if slot == "-DAn" and self.clause is not None and self.clause.complements:
            told = any(item.subject is not None for item in self.clause.complements)
            return [] if told else self._first_of_all("Abl")  # `Kenya'nın Somali'den çekilmesini istedi`
        if slot not in ("-I", "object") or self.clause is None:
            return []
        shared = [g for c in self.clause.converbs for g in c.groups if g.case == "Acc" and not g.postposition]
        if shared and self.words[shared[0].head + 1].form == ",":
            return shared[:1]  # `açıklamasını, kanıt sayarak memnuniyetle karşıladı`
        for complement in self.clause.complements:
            word = self.words[complement.at]
            bare = "Person[psor]" not in word.feats and word.case in ("Ins", "Dat", "Abl")
            first = complement.groups[0] if complement.groups and bare else None
            if first is not None and first.case == "Acc" and not first.postposition:
                return [first]
        return []

    def _of_carried(self, clause: Predication, slot: str) -> list[NounGroup]:
        """`Mozambik'e yardımı sürdürme sözü verdi`: what stands before the complement of the predicate's own noun."""
        for index in self.match.words[:-1]:
            carried = self.parsed.carries.get(index)
            if carried is not None and carried is not clause and self._is_complement(carried):
                return [g for g in self._direct(carried, slot) if g.head not in self.match.words]
        return []

    def _first_of_all(self, case: str) -> list[NounGroup]:
        """`Kenya'dan yürüttüğü savaştan vazgeçmesini istedi`: the first group in a case, however deep."""
        assert self.clause is not None
        groups = self.parsed.groups
        for at in range(bisect_left(groups, self.clause.first, key=lambda group: group.head), len(groups)):
            if groups[at].first > self.clause.at:
                return []
            if groups[at].case == case and not groups[at].postposition and groups[at].head not in self.match.words:
                return [groups[at]]
        return []

    def complements(self) -> list[Predication]:
        """Nominal clauses that the predicate governs, or that its noun carries (`kesme tehdidi`)."""
        out: list[Predication] = []
        if self.clause is not None:
            out.extend(self.clause.complements)
            for group in self.clause.groups:
                carried = self.parsed.carries.get(group.head)
                if carried is not None and holds([self.words[group.head]], self.table.group("koşul")):
                    continue  # `savaş çıkması halinde`
                if carried is not None and (self._is_complement(carried) or group.head in self.match.words[:-1]):
                    out.append(carried)  # `kesme tehdidi`, `vermeyeceği sözü`
        if self.match.is_noun and self.group is not None:
            carried = self.parsed.carries.get(self.group.head)
            if carried is not None and carried is not self.clause and carried not in out:
                out.extend([carried] if self._is_complement(carried) or self.group.possessed else [])
        out.sort(key=lambda item: -item.at)
        return out

    def first_word(self) -> int:
        """Where the scene begins."""
        edges = [self.match.words[0]]
        if self.clause is not None:
            edges.append(self.clause.first)
        if self.group is not None:
            edges.append(self.parsed.left_edge(self.group))
        return min(edges)

    def last_word(self) -> int:
        """Where the scene ends."""
        return max(self.match.last, self.clause.at if self.clause else 0)

    def holds(self, slot: str, phrases: tuple[Phrase, ...]) -> bool:
        """True if one of the phrases stands in the slot."""
        return any(holds(stretch, phrases) for stretch in self._stretches(slot))

    def _stretches(self, slot: str) -> list[Sequence[Word]]:
        words = self.words
        if slot == "any":
            return [words[self.first_word() : self.last_word() + 1]]
        if slot == "clause":
            return [words[item.first : item.at + 1] for item in self.complements()]
        if slot == "compound" and self.group is not None:
            return [words[self.group.first : self.match.words[0]]]
        groups = [*self.groups(slot), *self.own_groups(slot)]
        groups = [member for group in groups for member in coordinated(self.parsed, group)]
        found = [words[self.parsed.left_edge(group) : group.head + 1] for group in groups]
        cases = _CLAUSE_CASES.get(slot, (CASES.get(slot),))
        found.extend(words[item.first : item.at + 1] for item in self.complements() if words[item.at].case in cases)
        return found

    def _is_complement(self, carried: Predication) -> bool:
        return self.words[carried.at].feats.get("VerbForm") == "Vnoun"

    def _direct(self, clause: Predication, slot: str) -> list[NounGroup]:
        passive = self._has_passive(clause)
        subject = announcer(clause, self.words, self.table.group("söylenenler")) or subject_of(clause, self.match.words)
        if slot == "agent" or (slot == "subject" and passive):
            return agents(clause)
        if slot == "subject":
            return [subject] if subject else []
        if slot in ("object", "-I"):
            found = [subject] if passive and subject else []
            found += [g for g in clause.groups if g.case == "Acc" and not g.postposition and g is not clause.subject]
            if clause.kind == "relative" and clause.carried is not None and not passive and clause.subject is not None:
                found.append(clause.carried)
            if not found and not passive:
                # The ending of `ziyareti` is that of its owner or of the accusative: the tagger cannot always tell.
                found = [g for g in bare_objects(clause) if g.possessed and g.head not in self.match.words]
            if slot == "object" and not found:
                found = [g for g in bare_objects(clause) if g.head not in self.match.words] or [
                    g for g in clause.groups if g.case in ("Dat", "Abl") and not g.postposition
                ]
            return found
        if slot in CASES:
            return in_case(clause, CASES[slot])
        wanted = _BEHIND.get(slot, ())
        found = [g for g in clause.groups if g.postposition in wanted]
        if not found and wanted:  # `Kenya'ya yönelik yaptırımları kaldırdı`
            beside = [item for g in clause.groups for item in self.parsed.modifiers.get(g.head, ())]
            found = [g for g in beside if g.postposition in wanted]
        if slot == "hakkında" and not found and clause.takes_carried and clause.carried is not None:
            # `hakkında iddianame düzenlenen bakan`: the head of the relative clause is what it is about.
            found = [clause.carried] if self._stands_bare(clause, slot) else []
        if slot == "ile":
            found += [g for g in clause.groups if g.case == "Ins" and not g.postposition]
        return found

    def _stands_bare(self, clause: Predication, postposition: str) -> bool:
        return any(lower(word.form) == postposition for word in self.words[clause.first - 1 : clause.at])

    def _inner(self, slot: str) -> list[NounGroup]:
        for complement in self.complements():
            found = [] if slot == "subject" and complement.subject is None else self._direct(complement, slot)
            if not found and slot == "subject":
                found = agents(complement)
            for deeper in complement.complements:
                found = found or self._direct(deeper, slot)
            if found:
                return found
        # `X'e yönelik yaptırımların kaldırılmasını isteyen kararı`
        told = [self.parsed.carries.get(group.head) for group in self.clause.groups] if self.clause else []
        inside = [item for clause in told if clause is not None for item in clause.complements]
        return next((found for item in inside if (found := self._direct(item, slot))), [])

    def _outer(self, slot: str) -> list[NounGroup]:
        """The slot in the clause around the clause, or around the event noun."""
        above = self.clause.above if self.clause is not None else None
        if above is None and self.group is not None:
            above = self.parsed.holder(self.group)
        found = self._direct(above, slot) if above is not None else []
        if not found and slot == "subject" and above is not None and above.above is not None:
            found = self._direct(above.above, slot)
        return found

    def _of_noun(self, slot: str, found: list[NounGroup]) -> list[NounGroup]:
        """Slots of an event noun: its owner is its subject, its modifiers stand beside it."""
        if self.group is None:
            return found
        if slot == "subject":
            return self._owner() or found or self._told_about()
        if slot in CASES or slot in _BEHIND:
            return found or self._beside(slot)
        return found

    def _told_about(self) -> list[NounGroup]:
        """`mahkemenin ele aldığı dava`: the subject of a relative clause before a bare event noun."""
        assert self.group is not None
        carried = self.parsed.carries.get(self.group.head)
        if carried is None or carried.takes_carried or carried.subject is None or carried is self.clause:
            return []
        return [carried.subject]

    def _beside(self, slot: str) -> list[NounGroup]:
        assert self.group is not None
        edge = self.group.first
        out: list[NounGroup] = []
        groups = self.parsed.groups
        for at in range(bisect_left(groups, edge, key=lambda group: group.head) - 1, -1, -1):
            group = groups[at]
            between = self.words[group.head + 1 : edge]
            if len(between) > _MODIFIER_GAP or any(w.form == "," or is_finite(w) for w in between):
                break
            if slot in CASES:
                if group.case == CASES[slot] and not group.postposition and len(between) <= 1:
                    out.append(group)
                    break
            elif group.postposition in _BEHIND[slot]:
                out.append(group)
                if slot != "arasında":
                    break
        return out

    def _owner(self) -> list[NounGroup]:
        if self.group is None:
            return []
        owner = self.parsed.owners.get(self.group.head)
        return [owner] if owner else []

    def _compound(self) -> list[NounGroup]:
        """The nouns before an event noun in its own group (`Rusya ziyareti`), and the group joined to it by a dash."""
        if self.group is None or self.match.words[0] <= self.group.first:
            return []
        first, head = self.group.first, self.match.words[0] - 1
        return [
            NounGroup(first, head, "Nom", None, False, hull([self.words[first].span, self.words[head].span])),
        ]
