"""Find whom pronouns, `konuğu`, `iki lider`, `taraflar` and verbs without a subject point at.

In:  a Line and an Attention that knows the sentences before it.
Out: Pointers, each with the people or parties that it means. Where two could be meant, there is none.

    Sorgun ile Orel görüştü. İki lider anlaştı. Orel, onu Oslo'ya çağırdı.
                             ~~~~~~~~~                ~~~
                             Sorgun and Orel          Sorgun
    (Sorgun and Orel talked. The two leaders agreed. Orel invited him to Oslo.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vakanuvis.extract.attention import NOMINATIVE, Attention, Someone, is_told
from vakanuvis.extract.bodies import Party
from vakanuvis.extract.coreference import bears
from vakanuvis.extract.homes import sides, strangers
from vakanuvis.extract.people import Person
from vakanuvis.extract.pointers import Pointer
from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.record.words import Word

Meant = tuple[Pointer, tuple[Someone, ...]]
PAIR = 2
# `ona göre`, `onunla`, `onun tarafından` mean somebody; `ona rağmen` as often something.
_OF_PEOPLE = frozenset({"göre", "ile", "tarafından"})
_GOES_ON = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})


class Pointing:
    """Finds pointers, sentence by sentence."""

    def __init__(self, attention: Attention, lexicon: ActorLexicon) -> None:
        self.attention = attention
        self.lexicon = lexicon
        self._words = lexicon.pointing

    def single(self, line: Line, taken: set[int]) -> Iterator[Meant]:
        """Pronouns and guests."""
        if not is_told(line):
            return
        for at in range(len(line.forms)):
            if at in taken or not line.free(at):
                continue
            person = self._pronoun(line, at) or self._guest(line, at)
            if person is not None:
                yield Pointer(at, at + 1, "pronoun", "pronoun"), (person,)

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

    def dropped(self, line: Line) -> Meant | None:
        """The verb of a sentence without a subject, where the sentence before has one."""
        verb = _main_verb(line) if is_told(line) else None
        if verb is None or self.attention.has_subject(line) or not self._may_go_on(line, verb):
            return None
        someone = self.attention.subject(line)
        if someone is None:
            return None
        return Pointer(verb.index, verb.index + 1, "dropped", "dropped-subject"), (someone,)

    def _may_go_on(self, line: Line, verb: Word) -> bool:
        """False for a verb of which something may be the subject rather than somebody: `sona erdi`, `başlayacak`."""
        if "Pass" in verb.feats.get("Voice", "") or verb.feats.get("Person", "3") != "3":
            return False
        if verb.feats.get("Number") == "Plur" or verb.feats.get("Mood") == "Imp":
            return False
        whither = any(word.case in ("Dat", "Abl") for word in line.sentence.words)
        light = verb.deprel.startswith("compound")
        return verb.lemma not in self.lexicon.happenings or whither or light

    def _pronoun(self, line: Line, at: int) -> Person | None:
        word = line.sentence.words[at]
        says = self._words.pronouns.get(word.lemma) if word.upos == "PRON" else None
        own_house = says == "self" and line.forms[at].folded == word.lemma  # kendi evi
        if says is None or word.feats.get("Number") == "Plur" or own_house:
            return None
        if word.case in NOMINATIVE:
            return self._subject_again(line, at, says)
        role = self.lexicon.postpositions.get(line.forms[at + 1].folded) if at + 1 < len(line.forms) else None
        if role is not None and role not in _OF_PEOPLE:
            return None
        own = self.attention.subject(line)
        if says == "self" and _is_inside(line, at):
            return own if isinstance(own, Person) else None
        if word.case == "Acc" and self._thing_before(line):
            return None
        return self._somebody_but(own, line, at)

    def _subject_again(self, line: Line, at: int, says: str) -> Person | None:
        """`O da …`, `Kendisi, …`: the only person of the sentences before; `kendisi` also their subject."""
        follows = line.sentence.words[at + 1] if at + 1 < len(line.forms) else None
        if follows is None or (says == "other" and follows.upos in _GOES_ON):
            return None  # o gün
        before = self.attention.before(line)
        subject = self.attention.subject(before) if before is not None else None
        if says == "self" and isinstance(subject, Person):
            return subject
        people = next(self.attention.people_before(line, line.sentence.words[at].span.start), [])
        return people[0] if len(people) == 1 else None

    def _thing_before(self, line: Line) -> bool:
        """True if the sentence before has an object that `onu` could mean as well."""
        before = self.attention.before(line)
        if before is None:
            return False
        people = [span for span, _ in self.attention.standing(before)]
        for word in reversed(before.sentence.words):
            if word.upos == "VERB" and not word.is_finite:
                return False  # what stands before it is its own object
            one = word.upos == "NOUN" and word.case == "Acc" and word.feats.get("Number") != "Plur"
            if one and not any(span.overlaps(word.span) for span in people):
                return True
        return False

    def _somebody_but(self, own: Someone | None, line: Line, at: int) -> Person | None:
        """The nearest person who is not the subject of this sentence; of several the subject of the one before."""
        before = self.attention.before(line)
        subject = self.attention.subject(before) if before is not None else None
        acting = self.attention.may_be_subjects(line)
        for people in self.attention.people_before(line, line.sentence.words[at].span.start):
            others = [person for person in people if person is not own and person not in acting]
            if len(others) == 1:
                return others[0]
            if others:
                return next((person for person in others if person is subject), None)
        return None

    def _guest(self, line: Line, at: int) -> Person | None:
        """`konuğuna`: whoever is not at home here."""
        hits = self._words.nouns.longest(line.forms, at)
        if not hits or hits[0].entry.says != "guest" or not hits[0].inflection.owner:
            return None
        own = self.attention.subject(line)
        home = sides(own, self.lexicon) if isinstance(own, Person) else set()
        acting = self.attention.may_be_subjects(line)
        for people in self.attention.people_before(line, line.sentence.words[at].span.start):
            others = [person for person in people if person is not own and person not in acting]
            abroad = [p for p in others if p in strangers(others, home, self.lexicon) or not sides(p, self.lexicon)]
            if abroad:
                return abroad[0] if len(abroad) == 1 else None
        return None

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
        elif says == "pair" and not two and _stands_alone(line, at) and not _leads_on(line, end):
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
    return before.upos not in _GOES_ON and at - 1 not in line.owner_at


def _leads_on(line: Line, end: int) -> bool:
    """`ikili ilişkiler`: the word describes what follows."""
    if end >= len(line.forms) or end in line.times:
        return False
    word = line.sentence.words[end]
    return word.upos in _GOES_ON or word.feats.get("VerbForm") == "Vnoun"


def _is_inside(line: Line, at: int) -> bool:
    """`kendisine yöneltilen sorular`, `kendisini tehdit ettiğini`: it stands in a clause inside the main one."""
    # In a clause with a subject of its own it is the subject of the main one: `Orel'in kendisini övdüğünü`.
    other = any(word.case == "Gen" for word in line.sentence.words[: at + 1])
    for word in line.sentence.words[at + 1 :]:
        if word.upos == "VERB":
            form = word.feats.get("VerbForm")
            told = form == "Vnoun" or (form == "Part" and "Person[psor]" in word.feats and word.case not in NOMINATIVE)
            return other if told else form == "Part"
        if word.upos == "PUNCT":
            return False
    return False


def _main_verb(line: Line) -> Word | None:
    """The finite verb that closes the sentence."""
    words = [word for word in line.sentence.words if word.upos != "PUNCT"]
    if not words or line.forms[-1].printed == "?":
        return None
    last = words[-1]
    return last if last.upos == "VERB" and last.is_finite else None
