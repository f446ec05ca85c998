"""Find whom `mevkidaşı`, `muhatabı`, `muadili` mean.

In:  a Line and an Attention that knows the sentences before it.
Out: the people, with these words added; the counterparts whom the article does not name.

    Bakan Sorgun, Rus mevkidaşı Sidorkov ile görüştü. Sidorkov, mevkidaşına teşekkür etti.
                  ~~~~~~~~~~~~~ ~~~~~~~~                        ~~~~~~~~~~~
                  said of       the name                        Sorgun
    (Minister Sorgun met his Russian counterpart Sidorkov. Sidorkov thanked his counterpart.)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vakanuvis.extract.attention import Attention
from vakanuvis.extract.homes import side_of, sides, sides_told
from vakanuvis.extract.names import NameUse
from vakanuvis.extract.people import Person
from vakanuvis.extract.pointers import Pointer
from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon, Owner


def name_counterparts(uses: list[NameUse], people: list[Person], lexicon: ActorLexicon) -> None:
    """`Rus mevkidaşı Orel`: give the words to the person whose name follows."""
    for use in uses:
        line, at = use.line, use.first - 1
        hits = lexicon.relations.longest(line.forms, at) if at >= 0 else []
        if not hits or hits[0].inflection.plural or hits[0].inflection.case:
            continue
        first, owner = _whose(line, at)
        bearer = next((person for person in people if use in person.uses), None)
        told = sides_told(bearer) if bearer is not None else set()
        if bearer is not None and (owner is None or not told or side_of(owner) in told):
            bearer.relations.append((line.span(first, at + 1), hits[0].entry, owner))


def know_peers(line: Line, people: list[Person], attention: Attention) -> None:
    """`Sorgun, Rus mevkidaşı Orel ile görüştü`: Orel holds Sorgun's office."""
    for person in people:
        if any(line.sentence.span.holds(span) for span, _, _ in person.relations):
            own = attention.subject(line)
            if isinstance(own, Person) and own is not person:
                person.peers.append(own)


def find_counterparts(
    line: Line, taken: Collection[int], attention: Attention, lexicon: ActorLexicon
) -> Iterator[tuple[Pointer, Person | None, Owner | None]]:
    """Every counterpart who is not named behind the word, with whoever is meant and the state that the words tell.

    One whose state nobody tells and whom the article does not name is nobody.
    """
    for at in range(len(line.forms)):
        hits = lexicon.relations.longest(line.forms, at) if at not in taken else []
        if not hits or hits[0].inflection.plural or not (hits[0].inflection.owner or line.forms[at].capital):
            continue
        first, owner = _whose(line, at)
        bearer = _counterpart(line, line.sentence.words[first].span.start, owner, attention, lexicon)
        if bearer is not None or owner is not None:
            keep = hits[0].stem_length + hits[0].inflection.length
            yield Pointer(first, at + 1, "relation", "relation", keep), bearer, owner


def _whose(line: Line, at: int) -> tuple[int, Owner | None]:
    """Where `Rus mevkidaşı` begins, and its state."""
    owner = line.owner_at.get(at - 1) if at else None
    return (owner.first, owner.entry) if owner is not None else (at, None)


def _counterpart(
    line: Line, place: int, owner: Owner | None, attention: Attention, lexicon: ActorLexicon
) -> Person | None:
    """Whoever holds the same office for the other side; where no office tells, the only other official near."""
    own = attention.subject(line)
    if own is None and owner is None:
        return None  # whose counterpart it is nobody knows
    offices = {title.entry.head for title in own.borne} if isinstance(own, Person) else set()
    near: list[Person] = []
    for people in attention.people_before(line, place):
        here = [p for p in people if p is not own and p not in near and _is_of(p, owner, lexicon)]
        same = [person for person in here if offices & {title.entry.head for title in person.borne}]
        if same:
            return same[0] if len(same) == 1 else None
        near.extend(person for person in here if any(not title.entry.trade for title in person.borne))
    return near[0] if len(near) == 1 else None


def _is_of(person: Person, owner: Owner | None, lexicon: ActorLexicon) -> bool:
    return owner is None or side_of(owner) in sides(person, lexicon)
