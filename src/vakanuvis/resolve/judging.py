"""What was judged so far: each pair once, and a person's word before any rule."""

from __future__ import annotations

from collections.abc import Iterable

from vakanuvis.record.registry import Sameness, Verdict
from vakanuvis.resolve.clusters import Clusters


class Judgements:
    """Collects the judgements of rules and lets the clusters follow them."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self._found: dict[tuple[str, str], Sameness] = {}

    def judge(self, one: str, other: str, verdict: Verdict, because: Iterable[str]) -> None:
        """Keep a rule's judgement, unless a person or an earlier rule has judged the pair."""
        if self.is_judged(one, other):
            return
        one, other = min(one, other), max(one, other)
        self._found[one, other] = Sameness(one, other, verdict, tuple(because))
        if verdict == "same":
            self.clusters.join(one, other)
        elif verdict == "different":
            self.clusters.keep_apart(one, other)

    def is_judged(self, one: str, other: str) -> bool:
        """True if a person or a rule has judged this pair."""
        pair = (one, other) if one <= other else (other, one)
        return pair in self._found or pair in self.clusters.decided

    def are_one(self, one: str, other: str) -> bool:
        """True if both are in one cluster by now."""
        return self.clusters.find(one) == self.clusters.find(other)

    def in_order(self) -> list[Sameness]:
        """All judgements of rules, by their ids."""
        return [self._found[pair] for pair in sorted(self._found)]
