"""Find the two whom `iki lider`, `ikili`, `taraflar`, `iki ülke` mean.

In:  a Line and an Attention that knows the sentences before it.
Out: Pointers, each with both of whom the article spoke just before. Where there are more than two, there is none.

    Sorgun ile Orel görüştü. İki lider anlaştı.
                             ~~~~~~~~~
                             Sorgun and Orel
    (Sorgun and Orel talked. The two leaders agreed.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vakanuvis.extract.attention import Attention, Someone, is_told
from vakanuvis.extract.bodies import Party
from vakanuvis.extract.coreference import bears
from vakanuvis.extract.homes import sides
from vakanuvis.extract.people import Person
from vakanuvis.extract.pointers import Pointer
from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon

Meant = tuple[Pointer, tuple[Someone, ...]]
PAIR = 2
GOES_ON = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})


class Pairs:
    """Finds what points at two, sentence by sentence."""

    def __init__(self, attention: Attention, lexicon: ActorLexicon) -> None:
        self.attention = attention
        self.lexicon = lexicon
        self._words = lexicon.pointing

    def several(self, line: Line, taken: set[int]) -> Iterator[Meant]:
        """`iki lider`, `ikili`, `taraflar`, `iki ülke`: the two of whom the article spoke just before."""
        if not is_told(line):
            return
        free = 0
        for at in range(len(line.forms)):
            found = (self._leaders(line, at) or self._both(line, at)) if at not in taken and at >= free else None
            if found is not None:
                free = found[0].end
                yield found

    def _leaders(self, line: Line, at: int) -> Meant | None:
        """`iki lider`, `Liderler`: two people who both bear the title."""
        two = _length(line, at, self._words.two)
        first = at + two
        if first >= len(line.forms):
            return None
        hits = self.lexicon.titles.longest(line.forms, first)
        if not hits or (not two and not (hits[0].inflection.plural and line.opens(at))):
            return None
        hit = hits[0]
        pair = self._pair(line, at, lambda who: isinstance(who, Person) and bears(who, hit.entry))
        return (Pointer(at, hit.end, "title", "pair"), pair) if pair else None

    def _both(self, line: Line, at: int) -> Meant | None:
        two = _length(line, at, self._words.two)
        first = at + two
        hits = self._words.nouns.longest(line.forms, first) if first < len(line.forms) else []
        if not hits or hits[0].inflection.owner:
            return None
        says, plural, end = hits[0].entry.says, hits[0].inflection.plural, hits[0].end
        pair: tuple[Someone, ...] = ()
        if says == "sides" and (two or plural) and (two or _stands_alone(line, at)):
            pair = self._sides(line, at)
        elif says == "states" and two:
            pair = self._pair(line, at, _is_state)
        elif (says == "people" and two) or (says == "pair" and _stands_alone(line, at) and not _leads_on(line, end)):
            pair = self._pair(line, at, _is_person)
        return (Pointer(at, end, "pronoun", "pair"), pair) if pair else None

    def _sides(self, line: Line, at: int) -> tuple[Someone, ...]:
        """Two states; where the article has named fewer than two of them, two people of two states."""
        place = line.sentence.words[at].span.start
        if len(_each_once(who for who in self.attention.everybody(place) if _is_state(who))) >= PAIR:
            return self._pair(line, at, _is_state)
        people = self._pair(line, at, _is_person)
        return people if self._of_two_states(people) else ()

    def _of_two_states(self, people: tuple[Someone, ...]) -> bool:
        homes = [sides(person, self.lexicon) for person in people if isinstance(person, Person)]
        return len(homes) == PAIR and all(homes) and not homes[0] & homes[1]

    def _pair(self, line: Line, at: int, fits: Callable[[Someone], bool]) -> tuple[Someone, ...]:
        """The two that stand together nearest before; none where more than two do.

        Two that stand apart are a pair where the article has named no third.
        """
        place = line.sentence.words[at].span.start
        for here in self.attention.sentences_before(line):
            found = _each_once(who for span, who in self.attention.standing(here) if span.end <= place and fits(who))
            if len(found) >= PAIR:
                return found if len(found) == PAIR else ()
        found = _each_once(who for who in self.attention.everybody(place) if fits(who))
        return found if len(found) == PAIR else ()


def _each_once(found: Iterable[Someone]) -> tuple[Someone, ...]:
    return tuple({id(someone): someone for someone in found}.values())


def _is_person(someone: Someone) -> bool:
    return isinstance(someone, Person)


def _is_state(someone: Someone) -> bool:
    return isinstance(someone, Party) and someone.kind == "country"


def _length(line: Line, at: int, words: frozenset[str]) -> int:
    """How many words here say `two`: `iki`, `her iki`."""
    for count in (PAIR, 1):
        if " ".join(form.folded for form in line.forms[at : at + count]) in words:
            return count
    return 0


def _stands_alone(line: Line, at: int) -> bool:
    """True if nothing before the word tells whose it is: `Türk tarafları`."""
    if not at:
        return True
    before = line.sentence.words[at - 1]
    return before.upos not in GOES_ON and at - 1 not in line.owner_at


def _leads_on(line: Line, end: int) -> bool:
    """`ikili ilişkiler`: the word describes what follows."""
    if end >= len(line.forms) or end in line.times:
        return False
    word = line.sentence.words[end]
    return word.upos in GOES_ON or word.feats.get("VerbForm") == "Vnoun"
