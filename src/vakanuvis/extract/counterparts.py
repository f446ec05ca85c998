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

from vakanuvis.extract.attention import Attention, Pointer
from vakanuvis.extract.homes import codes, home_codes
from vakanuvis.extract.names import NameUse
from vakanuvis.extract.people import Person
from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon


def name_counterparts(uses: list[NameUse], people: list[Person], lexicon: ActorLexicon) -> None:
    """`Rus mevkidaşı Orel`: give the words to the person whose name follows."""
    for use in uses:
        line, at = use.line, use.first - 1
        hits = lexicon.relations.longest(line.forms, at) if at >= 0 else []
        if not hits or hits[0].inflection.plural or hits[0].inflection.case:
            continue
        first, country = _side(line, at)
        bearer = next((person for person in people if use in person.uses), None)
        if bearer is not None:
            bearer.relations.append((line.span(first, at + 1), hits[0].entry, country))


def find_counterparts(
    line: Line, taken: Collection[int], attention: Attention, lexicon: ActorLexicon
) -> Iterator[tuple[Pointer, str | None]]:
    """Every counterpart who is not named behind the word, with the state that the words tell.

    One whose state nobody tells and whom the article does not name is nobody.
    """
    for at in range(len(line.forms)):
        hits = lexicon.relations.longest(line.forms, at) if at not in taken else []
        if not hits or hits[0].inflection.plural or not (hits[0].inflection.owner or line.forms[at].capital):
            continue
        first, country = _side(line, at)
        bearer = _counterpart(line, line.sentence.words[first].span.start, country, attention, lexicon)
        if bearer is not None or country is not None:
            means = (bearer,) if bearer is not None else ()
            keep = hits[0].stem_length + hits[0].inflection.length
            yield Pointer(first, at + 1, means, "relation", "relation", keep), country


def _side(line: Line, at: int) -> tuple[int, str | None]:
    """Where `Rus mevkidaşı` begins, and its state."""
    owner = line.owner_at.get(at - 1) if at else None
    return (owner.first, owner.entry.code) if owner is not None else (at, None)


def _counterpart(
    line: Line, place: int, country: str | None, attention: Attention, lexicon: ActorLexicon
) -> Person | None:
    """Whoever holds the same office for the other side; where no office tells, the only other official near."""
    own = attention.subject(line)
    offices = {title.entry.head for title in own.titles} if isinstance(own, Person) else set()
    near: list[Person] = []
    for people in attention.people_before(line, place):
        here = [p for p in people if p is not own and p not in near and _is_of(p, country, lexicon)]
        same = [person for person in here if offices & {title.entry.head for title in person.titles}]
        if same:
            return same[0] if len(same) == 1 else None
        near.extend(person for person in here if any(not title.entry.trade for title in person.titles))
    return near[0] if len(near) == 1 else None


def _is_of(person: Person, country: str | None, lexicon: ActorLexicon) -> bool:
    return country is None or country in (codes(person) or home_codes(person, lexicon))
