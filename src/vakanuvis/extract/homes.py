"""Tell of which state a person is known to be while the article is still being read.

In:  a Person with titles.
Out: Sides; none where nothing tells.

    Alman Bakan Langhoff, Ticaret Bakanı Nazan Ürgüplü ile görüştü.
    ~~~~~                                ~~~~~
    DEU                                  a Turkish name: TUR
    (German minister Langhoff met Trade Minister Nazan Ürgüplü.)
"""

from __future__ import annotations

from collections.abc import Collection

from vakanuvis.extract.allegiance import HOME, has_turkish_name
from vakanuvis.extract.people import Person
from vakanuvis.lexicon.actors import ActorLexicon, Owner

# The code of a state, and whether the sector marks the part of it that few recognise: in Cyprus two go by one code.
Side = tuple[str, bool]
_PARTIAL = "PRE"


def side_of(owner: Owner | None) -> Side | None:
    """The side that a state or body is of."""
    return (owner.code, _PARTIAL in owner.sector) if owner is not None and owner.code is not None else None


def sides_told(person: Person) -> set[Side]:
    """The sides that the titles of a person name, else that of a known one."""
    owners = [title.owner for title in person.titles] + [owner for _, _, owner in person.relations]
    told = {side for owner in owners if (side := side_of(owner)) is not None}
    known = person.known
    return told or ({(known.country, _PARTIAL in known.sector)} if known is not None else set())


def sides(person: Person, lexicon: ActorLexicon) -> set[Side]:
    """As ``sides_told``; Turkish officials are printed without their state, which their names tell."""
    return sides_told(person) or ({(HOME, False)} if has_turkish_name(person, lexicon) else set())


def strangers(people: list[Person], home: Collection[Side], lexicon: ActorLexicon) -> list[Person]:
    """Those who are known to serve another state."""
    served = [(person, sides(person, lexicon)) for person in people]
    return [person for person, mine in served if mine and not mine & set(home)]
