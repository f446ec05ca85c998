"""Put together the stories that tell the same thing.

In:  the Relations found between stories, in any order.
Out: Clusters: the fullest story first, and what each of the others is to it.

Every member is related to the fullest story itself. So nothing hangs on a chain: where b tells the same as a, and c the
same as b, but c not the same as a, c stays outside of a's cluster.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vakanuvis.resolve.near_duplicates import Relation


@dataclass(frozen=True, slots=True)
class Cluster:
    """Two or more articles that tell the same story: the fullest first, the others by length.

    ``relations[n]`` ties ``articles[n + 1]`` to the fullest.
    """

    articles: tuple[str, ...]
    relations: tuple[Relation, ...]

    @property
    def fullest(self) -> str:
        """The longest article, the one to read."""
        return self.articles[0]


def clusters(relations: Iterable[Relation]) -> tuple[Cluster, ...]:
    """The clusters, by the id of their fullest article; every article stands in one at most.

    The longest story that is still free gathers the free ones related to it, then the next longest: the same clusters
    in whatever order the relations come.
    """
    lengths: dict[str, int] = {}
    ties: dict[str, dict[str, Relation]] = {}
    for relation in relations:
        for article, neighbour, words in zip(_ends(relation), reversed(_ends(relation)), relation.words, strict=True):
            lengths[article] = words
            ties.setdefault(article, {})[neighbour] = relation
    fullest_first = sorted(lengths, key=lambda article: (-lengths[article], article))
    rank = {article: place for place, article in enumerate(fullest_first)}
    free = set(lengths)
    found: list[Cluster] = []
    for centre in fullest_first:
        if centre not in free:
            continue
        members = sorted(free & ties[centre].keys(), key=rank.__getitem__)
        if members:
            found.append(Cluster((centre, *members), tuple(ties[centre][member] for member in members)))
            free -= {centre, *members}
    return tuple(sorted(found, key=lambda cluster: cluster.articles))


def _ends(relation: Relation) -> tuple[str, str]:
    return relation.one, relation.other
