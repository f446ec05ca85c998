"""Conclude from all articles of a record book: who is who, what is told twice, who contradicts whom.

In:  a record book with readings.
Out: the same book with its conclusions (``store/tables/0002_conclude.sql``).

The rooms ``store`` and ``resolve`` do not know each other: facts are carried from the one, judgements from the other.
What depends on two texts alone is found once and kept; everything else is reckoned anew, so that the result does not
depend on the order in which articles came.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from vakanuvis.lexicon.agencies import Agencies
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.lexicon.offices import OfficeLexicon
from vakanuvis.record.registry import Observation
from vakanuvis.resolve.credits import originator
from vakanuvis.resolve.near_duplicates import Relation, Story, relation
from vakanuvis.resolve.office_terms import office_terms, title_contradictions
from vakanuvis.resolve.originators import independent_originators
from vakanuvis.resolve.registry import registry
from vakanuvis.resolve.signatures import Signature, signature
from vakanuvis.resolve.story_clusters import Cluster, clusters
from vakanuvis.scale.compare import compare
from vakanuvis.store import concluding, stories, terms
from vakanuvis.store.book import Record
from vakanuvis.store.stories import ClusterRow, RelationRow, StoryRow

_ARTICLES_A_COMMIT = 500
_STORIES_AT_HAND = 4096  # kept for the next comparison: neighbours of a day are compared with each other

Told = Callable[[str], None]


def conclude(record: Record, *, told: Told = lambda _: None) -> None:
    """Draw all conclusions anew; ``told`` hears which are being drawn."""
    told("stories")
    find_stories(record)
    told("registry")
    draw_registry(record)


def find_stories(record: Record) -> None:
    """Find the articles that tell the same story, and who wrote them first."""
    agencies = Agencies.read(lexicon_folder())
    _sign(record, agencies)
    _compare(record)
    _gather(record, agencies)


def draw_registry(record: Record) -> None:
    """Find who is who, what they say and do in several articles, and fill the tables for asking quickly."""
    names = NameLexicon.read(lexicon_folder())
    everybody = concluding.observations_in(record.connection)
    decisions = concluding.decisions_in(record.connection)
    found = registry(filter(_is_somebody, everybody), decisions, names=names)
    with record.writing():
        concluding.write_registry(record.connection, found, everybody)
        _find_terms(record)
        compare(record)
        concluding.index(record.connection)


def _find_terms(record: Record) -> None:
    register, connection = OfficeLexicon.read(lexicon_folder()), record.connection
    sightings = list(terms.sightings_in(connection))
    terms.write_terms(connection, office_terms(sightings, register))
    terms.write_contradictions(connection, title_contradictions(sightings, register))


def _is_somebody(seen: Observation) -> bool:
    """False for those without a name (``göstericiler``, ``banka``): those of one article are not those of the next."""
    return seen.kind in ("person", "country") or seen.name.split()[-1][:1].isupper()


def _sign(record: Record, agencies: Agencies) -> None:
    connection = record.connection
    while articles := stories.unsigned(connection, _ARTICLES_A_COMMIT):
        with record.writing():
            for article in articles:
                story = _story(stories.story(connection, article))
                made = signature(story.body)
                stories.sign(connection, article, made.minhash, made.bands)
                found = originator(story.text, story.title, story.outlet, agencies)
                if found is not None:
                    stories.credit(connection, article, ", ".join(found.agencies), found.span, _json(found.because))


def _story(row: StoryRow) -> Story:
    return Story(row.id, row.title, row.text, row.published, row.outlet, Signature(row.minhash or b"", ()))


def _compare(record: Record) -> None:
    @lru_cache(maxsize=_STORIES_AT_HAND)
    def at_hand(article: str) -> Story:
        return _story(stories.story(record.connection, article))

    while articles := stories.uncompared(record.connection, _ARTICLES_A_COMMIT):
        with record.writing():
            for article in articles:
                near = (at_hand(other) for other in stories.candidates(record.connection, article))
                found = (relation(at_hand(article), other) for other in near)
                stories.relate(record.connection, article, [_row(each) for each in found if each])


def _row(found: Relation) -> RelationRow:
    return RelationRow(found.one, found.other, found.kind, found.similarity, found.words, _json(found.because))


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _gather(record: Record, agencies: Agencies) -> None:
    related = [
        Relation(row.one, row.other, row.kind, row.similarity, row.words, tuple(json.loads(row.because)))  # type: ignore[arg-type]
        for row in stories.relations(record.connection)
    ]
    found = (_cluster(record, each, agencies) for each in clusters(related))
    with record.writing():
        stories.write_clusters(record.connection, found)


def _cluster(record: Record, found: Cluster, agencies: Agencies) -> ClusterRow:
    def members() -> Iterator[tuple[str, str, float]]:
        yield found.fullest, "fullest", 1.0
        for article, tie in zip(found.articles[1:], found.relations, strict=True):
            yield article, tie.kind, tie.similarity

    told = [_story(stories.story(record.connection, article)) for article in found.articles]
    return ClusterRow(tuple(members()), len(independent_originators(told, found.relations, agencies)))
