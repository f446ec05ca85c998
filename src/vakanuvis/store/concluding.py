"""What is concluded from many articles: seen from the facts, written beside them.

In:  an open record book.
Out: observations for the registry; rows of the registry, of stories and of the tables for asking quickly.

Everything here but the decisions of people is reckoned anew each time: nothing that was judged wrongly can stay.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from vakanuvis.record.registry import Entity, Observation, Office, Registry, Sameness
from vakanuvis.store.sql import named
from vakanuvis.text.letters import bare, sorting

# What is reckoned anew, children before parents as the foreign keys want it.
_ANEW = ("contradiction_sides", "contradictions", "terms", "sameness", "observations", "entities", "entity_search")
# So many are enough to show that two are not one; a president stands beside thousands.
_BESIDE = 50


def observations_in(connection: sqlite3.Connection) -> list[Observation]:
    """Who was observed in all articles, with the offices they were given."""
    offices, beside = _offices(connection), _beside(connection)
    seen = []
    # Rows of one observation differ in the sector alone, the most frequent first.
    for identity, group in groupby(_rows(connection, "observed_actors"), key=lambda row: row["id"]):
        rows = list(group)
        seen.append(
            Observation(
                id=identity,
                kind=rows[0]["kind"],
                name=rows[0]["name"],
                country=rows[0]["country"],
                sector=next((row["sector"] for row in rows if row["sector"]), None),
                offices=tuple(offices.get(identity, ())),
                first=min((row["first"] for row in rows if row["first"]), default=None),
                last=max((row["last"] for row in rows if row["last"]), default=None),
                count=sum(row["count"] for row in rows),
                beside=tuple(sorted(beside.get(identity, ()))[:_BESIDE]),
            )
        )
    return seen


def _rows(connection: sqlite3.Connection, name: str) -> Iterator[sqlite3.Row]:
    return connection.execute(named("concluding.sql")[name])


def _offices(connection: sqlite3.Connection) -> dict[str, list[Office]]:
    found: dict[str, list[Office]] = defaultdict(list)
    for row in _rows(connection, "observed_offices"):
        told = (row["office"], row["country"], bool(row["former"]), row["first"], row["last"], row["count"])
        found[row["id"]].append(Office(*told))
    return found


def _beside(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """People of one article that share a part of the name: the article itself tells them apart."""
    beside: dict[str, set[str]] = defaultdict(set)
    for _, group in groupby(_rows(connection, "people_together"), key=lambda row: row["article_id"]):
        bearers: dict[str, set[str]] = defaultdict(set)
        for row in group:
            for part in bare(row["name"]).split():
                bearers[part].add(row["observation"])
        for same in bearers.values():
            for one in same:
                beside[one].update(same - {one})
    return beside


def decisions_in(connection: sqlite3.Connection) -> list[Sameness]:
    """What people decided and did not take back, in the order in which they did."""
    return [
        Sameness(row["one"], row["other"], row["verdict"], (f"decisions:{row['n']}",), row["by"])
        for row in _rows(connection, "decisions_on_sameness")
    ]


def write_registry(connection: sqlite3.Connection, registry: Registry, seen: Iterable[Observation]) -> None:
    """Put the registry in the place of the one that was there. To be called inside ``Record.writing``."""
    statements, known = named("concluding.sql"), {observation.id: observation for observation in seen}
    for table in _ANEW:
        connection.execute(statements[f"clear_{table}"])
    entity_of = {identity: entity.id for entity in registry.entities for identity in entity.observations}
    connection.executemany(statements["insert_entities"], (_entity_row(entity, known) for entity in registry.entities))
    connection.executemany(
        statements["insert_entity_search"],
        ((bare(" · ".join((entity.name, *entity.spellings))), entity.id) for entity in registry.entities),
    )
    connection.executemany(
        statements["insert_observations"],
        (
            (o.id, o.kind, o.name, o.country, o.sector, o.first, o.last, o.count, entity_of.get(o.id))
            for o in known.values()
        ),
    )
    connection.executemany(
        statements["insert_sameness"],
        ((*j.pair, j.verdict, json.dumps(j.because, ensure_ascii=False), j.by) for j in registry.judgements),
    )


def _entity_row(entity: Entity, known: dict[str, Observation]) -> tuple[object, ...]:
    seen = sorted((known[identity] for identity in entity.observations if identity in known), key=lambda o: -o.count)
    return (
        *(entity.id, entity.kind, entity.name, entity.country),
        next((observation.sector for observation in seen if observation.sector), None),
        sorting(entity.name),
        json.dumps(entity.spellings, ensure_ascii=False),
        sum(observation.count for observation in seen),
        min((observation.first for observation in seen if observation.first), default=None),
        max((observation.last for observation in seen if observation.last), default=None),
    )


def index(connection: sqlite3.Connection) -> None:
    """Fill the tables for asking quickly. To be called inside ``Record.writing``, after the registry is written."""
    for statement in named("indexing.sql").values():
        connection.execute(statement)
