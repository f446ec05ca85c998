"""Put what is judged to be the same together, without putting together what is judged to be different.

In:  ids, then judgements in the order of their weight: what people decided, then what rules found.
Out: which ids stand for one.

A person's word is a limit that no rule may cross, not even by way of third ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vakanuvis.record.registry import Sameness


class Clusters:
    """Ids that stand for one, and the pairs that must stay apart.

    Between persons the later decision wins: it is laid down first, and an earlier one that does not fit it is passed
    over. A person's ``unsure`` takes the pair out of the rules' hands and leaves the rest to them.
    """

    def __init__(self, ids: Iterable[str], decisions: Sequence[Sameness] = ()) -> None:
        self._parent = {one: one for one in ids}
        self._members = {one: [one] for one in self._parent}
        self._apart: dict[str, set[str]] = {}
        self.decided: dict[tuple[str, str], Sameness] = {}
        for decision in reversed(decisions):
            if decision.one in self._parent and decision.other in self._parent and decision.pair not in self.decided:
                self.decided[decision.pair] = decision
                self._lay_down(decision)

    def find(self, one: str) -> str:
        """The id that stands for all of its cluster."""
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: str, other: str) -> bool:
        """Put both clusters together, unless members of them must stay apart; True if they are one now."""
        mine, theirs = sorted((self.find(one), self.find(other)))
        if mine == theirs:
            return True
        if self._must_stay_apart(mine, theirs):
            return False
        if len(self._members[mine]) < len(self._members[theirs]):
            mine, theirs = theirs, mine
        self._parent[theirs] = mine
        self._members[mine] += self._members.pop(theirs)
        self._apart.setdefault(mine, set()).update(self._apart.pop(theirs, ()))
        return True

    def keep_apart(self, one: str, other: str) -> None:
        """From now on nothing joins these two; what is joined already stays so."""
        self._apart.setdefault(self.find(one), set()).add(other)
        self._apart.setdefault(self.find(other), set()).add(one)

    def groups(self) -> list[list[str]]:
        """All clusters, each with its ids in order."""
        return sorted(sorted(members) for members in self._members.values())

    def _must_stay_apart(self, mine: str, theirs: str) -> bool:
        return any(self.find(one) == theirs for one in self._apart.get(mine, ()))

    def _lay_down(self, decision: Sameness) -> None:
        if decision.verdict == "same":
            self.join(decision.one, decision.other)
        elif decision.verdict == "different":
            self.keep_apart(decision.one, decision.other)
