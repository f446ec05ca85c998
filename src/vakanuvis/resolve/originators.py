"""Count how many wrote a story without each other.

In:  the stories of a cluster, their relations, and the agencies.
Out: its independent originators: an agency, or an outlet, with the articles that go back to it.

    AA's report in three papers: one. AA's and Reuters' reports of the same day: two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vakanuvis.lexicon.agencies import Agencies
from vakanuvis.resolve.credits import originator
from vakanuvis.resolve.near_duplicates import Relation, Story


@dataclass(frozen=True, slots=True)
class Independent:
    """Whoever told the story without the others: an agency or, where none is credited, an outlet (None: not known)."""

    name: str | None
    articles: tuple[str, ...]


def independent_originators(
    stories: Sequence[Story], relations: Iterable[Relation], agencies: Agencies
) -> tuple[Independent, ...]:
    """Who told the story of a cluster without the others; those whose name is not known last.

    Related stories have one text behind them. A story with a credit belongs to the agency credited (a joint credit
    such as ``Reuters, AFP`` counts as one); a story without one belongs with the story that it is most like; where
    nobody is credited, to the outlet that was first.
    """
    known = {story.article_id for story in stories}
    ties = sorted(
        (tie for tie in relations if tie.one in known and tie.other in known),
        key=lambda tie: (-tie.similarity, tie.one, tie.other),
    )
    owners: dict[str, str | None] = {}
    for story in stories:
        found = originator(story.text, story.title, story.outlet, agencies)
        if found is not None:
            owners[story.article_id] = ", ".join(sorted(found.agencies))
    _hand_on(owners, ties)
    # "9" comes behind every year: who has no date is not the first.
    for story in sorted(stories, key=lambda story: (story.published or "9", story.article_id)):
        if story.article_id not in owners:
            owners[story.article_id] = story.outlet
            _hand_on(owners, ties)
    articles: dict[str | None, list[str]] = {}
    for article in sorted(owners):
        articles.setdefault(owners[article], []).append(article)
    named = sorted(articles, key=lambda name: (name is None, name or ""))
    return tuple(Independent(name, tuple(articles[name])) for name in named)


def _hand_on(owners: dict[str, str | None], ties: Sequence[Relation]) -> None:
    """Give every story that is tied to an owned one the same owner, along the closest ties first."""
    while tie := next((tie for tie in ties if (tie.one in owners) != (tie.other in owners)), None):
        owned, free = (tie.one, tie.other) if tie.one in owners else (tie.other, tie.one)
        owners[free] = owners[owned]
