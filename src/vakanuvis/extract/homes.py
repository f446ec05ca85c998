"""Tell of which state a person is known to be while the article is still being read.

In:  a Person with titles.
Out: codes of states; empty where nothing tells.

    Alman Bakan Langhoff, Ticaret Bakanı Nazan Ürgüplü ile görüştü.
    ~~~~~                                ~~~~~
    DEU                                  a Turkish name: TUR
    (German minister Langhoff met Trade Minister Nazan Ürgüplü.)
"""

from __future__ import annotations

from collections.abc import Collection

from vakanuvis.extract.allegiance import HOME, has_turkish_name
from vakanuvis.extract.people import Person
from vakanuvis.lexicon.actors import ActorLexicon


def codes(person: Person) -> set[str | None]:
    """The states that the titles of a person name, else that of a known one."""
    told = {title.owner.code for title in person.titles if title.owner}
    told |= {country for _, _, country in person.relations if country}
    return told or ({person.known.country} if person.known else set())


def foreign(people: list[Person], home: Collection[str | None], lexicon: ActorLexicon) -> list[Person]:
    """Those who are known to serve another state."""
    served = [(person, codes(person) or home_codes(person, lexicon)) for person in people]
    return [person for person, mine in served if mine and not mine & set(home)]


def home_codes(person: Person, lexicon: ActorLexicon) -> set[str | None]:
    """Turkish officials are printed without their state: it is told by their names."""
    return {HOME} if has_turkish_name(person, lexicon) else set()
