"""Name the entities: each cluster of observations gets a canonical name, a state and an id.

In:  clusters of observations.
Out: Entities.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.record.ids import digest
from vakanuvis.record.registry import Entity, Observation
from vakanuvis.resolve.bodies import known_body, state_of
from vakanuvis.text.letters import is_all_capitals


def entities_of(groups: Iterable[Sequence[Observation]], names: NameLexicon) -> tuple[Entity, ...]:
    """One entity for each group, by their ids.

    An id is the digest of kind, state and canonical name; a name that the lexicon does not know counts by its sounds.
    More articles, other spellings and other counts leave it as it is. It changes when the canonical name becomes
    another name (a fuller form becomes the usual one, the lexicon learns the name or how its language is spelt) or the
    state changes. Whoever keeps a reference to an entity should keep the id of one of its observations, which never
    changes. The id of a state is its code.
    """
    entities: dict[str, Entity] = {}
    # The earliest keeps the plain id where namesakes were told apart.
    for group in sorted(groups, key=lambda group: (min(seen.first or "~" for seen in group), group[0].id)):
        entity = _entity(group, names)
        if entity.id in entities:
            entity = _another(entity)
        entities[entity.id] = entity
    return tuple(entities[one] for one in sorted(entities))


def _entity(group: Sequence[Observation], names: NameLexicon) -> Entity:
    kind = group[0].kind
    name, country = _canonical(group, names)
    if kind == "country":
        entity_id = state_of(group[0], names)
    elif kind == "person":
        entity_id = digest("entity", kind, country or "", _key(name, country, names))
    else:
        entity_id = digest("entity", kind, country or "", " ".join(names.without_state(name, country)))
    spellings = tuple(sorted({seen.name for seen in group}))
    return Entity(entity_id, kind, name, country, tuple(seen.id for seen in group), spellings)


def _key(name: str, country: str | None, names: NameLexicon) -> str:
    """What stands for a person's canonical name in the id."""
    words = names.words(name, country)
    known = names.known(name, country)
    if known and known.name == name:
        return " ".join(words)
    # The plain letters begin with a colon: they are taken only where no language is spoken.
    return min(names.sounds(words, country), key=lambda sound: (sound[0] == ":", sound))


def _another(entity: Entity) -> Entity:
    again = digest("entity", entity.id, entity.observations[0])
    return Entity(again, entity.kind, entity.name, entity.country, entity.observations, entity.spellings)


def _canonical(group: Sequence[Observation], names: NameLexicon) -> tuple[str, str | None]:
    """The lexicon's spelling where it knows the bearer, else the most frequent full form; the most frequent state."""
    kind = group[0].kind
    by_count = sorted(group, key=lambda seen: (-seen.count, seen.id))
    if kind == "country":
        entry = names.states.get(state_of(group[0], names))
        return (entry.name, entry.code) if entry else (by_count[0].name, by_count[0].country)
    if kind == "organization":
        bodies = [body for seen in by_count if (body := known_body(seen, names))]
        if bodies:
            return bodies[0].name, bodies[0].code or _state(group)
    if kind == "person":
        people = [known for seen in by_count if (known := names.known(seen.name, seen.country))]
        if people:
            return people[0].name, people[0].country
    return _usual_name(by_count, names), _state(group)


def _usual_name(by_count: Sequence[Observation], names: NameLexicon) -> str:
    """The most frequent form among the whole names: of two words at least, with small letters, if there is one."""
    if by_count[0].kind != "person":
        return by_count[0].name
    counts: Counter[str] = Counter()
    for seen in by_count:
        counts[seen.name] += seen.count
    return min(
        counts,
        key=lambda name: (len(names.words(name)) < 2, _is_shouted(name), -counts[name], name),
    )


def _is_shouted(name: str) -> bool:
    return all(is_all_capitals(word) for word in name.split() if len(word) > 1)


def _state(group: Sequence[Observation]) -> str | None:
    counts: Counter[str] = Counter()
    for seen in group:
        if seen.country:
            counts[seen.country] += seen.count
    return min(counts, key=lambda code: (-counts[code], code), default=None)
