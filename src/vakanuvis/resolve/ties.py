"""Put groups that share a member together.

In:  groups of ids with the article of each, the fullest first.
Out: the groups that follow. No group gets two members of one article: an article that tells two events means two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class Ties:
    """Groups as they grow. What was added first leads: its fullest stays the fullest."""

    def __init__(self) -> None:
        self._group_of: dict[str, int] = {}
        self._groups: dict[int, dict[str, str]] = {}
        self._last = 0

    def add(self, members: Sequence[tuple[str, str]]) -> None:
        """Tie (id, article) pairs to each other, as far as their articles allow."""
        found = dict.fromkeys(self._group_of[one] for one, _ in members if one in self._group_of)
        number = next(iter(found), None)
        if number is None:
            self._last += 1
            number = self._last
        group = self._groups.setdefault(number, {})
        for other in list(found)[1:]:
            if not set(group.values()) & set(self._groups[other].values()):
                for one, article in self._groups.pop(other).items():
                    self._put(number, one, article)
        for one, article in members:
            if one not in self._group_of and article not in group.values():
                self._put(number, one, article)

    def groups(self) -> Iterator[tuple[str, ...]]:
        """All groups of two and more."""
        for group in self._groups.values():
            if len(group) > 1:
                yield tuple(group)

    def _put(self, number: int, one: str, article: str) -> None:
        self._groups[number][one] = article
        self._group_of[one] = number
