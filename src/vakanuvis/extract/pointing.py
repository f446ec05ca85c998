"""Find whom pronouns, `konuğu` and verbs without a subject point at.

In:  a Line and an Attention that knows the sentences before it.
Out: Pointers, each with the person or party that it means. Where two could be meant, there is none.

    Sorgun ile Orel görüştü. Orel, onu Oslo'ya çağırdı. Müzeyi de gezdi.
                                   ~~~                            ~~~~~
                                   Sorgun                         Orel
    (Sorgun and Orel talked. Orel invited him to Oslo. He also visited the museum.)
"""

from __future__ import annotations

from collections.abc import Iterator

from vakanuvis.extract.attention import NOMINATIVE, Attention, Someone, is_told
from vakanuvis.extract.bodies import Party
from vakanuvis.extract.homes import side_of, sides, strangers
from vakanuvis.extract.pairs import GOES_ON, PAIR, Meant
from vakanuvis.extract.people import Person
from vakanuvis.extract.pointers import Pointer
from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.matcher import Hit
from vakanuvis.lexicon.pointing import PointingWord
from vakanuvis.record.words import Word

# `ona göre`, `onunla`, `onun tarafından` mean somebody; `ona rağmen` as often something.
_OF_PEOPLE = frozenset({"göre", "ile", "tarafından"})


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
            person, end = self._pronoun(line, at), at + 1
            hits = self._words.nouns.longest(line.forms, at) if person is None else []
            if hits and hits[0].entry.says in ("guest", "host"):
                person, end = self._guest(line, hits[0]), hits[0].end
            if person is not None:
                yield Pointer(at, end, "pronoun", "pronoun"), (person,)

    def dropped(self, line: Line) -> Meant | None:
        """The verb of a sentence without a subject, where the sentence before has one."""
        verb = _main_verb(line) if is_told(line) else None
        if verb is None or self.attention.has_subject(line) or not self._may_go_on(line, verb):
            return None
        if _names_another(line):
            return None
        if verb.feats.get("Number") == "Plur":
            several = self._several_before(line)
            return (Pointer(verb.index, verb.index + 1, "dropped", "dropped-subject"), several) if several else None
        someone = self.attention.subject(line)
        if someone is None:
            return None
        if self.attention.opens_paragraph(line) and not isinstance(someone, Person):
            return None
        return Pointer(verb.index, verb.index + 1, "dropped", "dropped-subject"), (someone,)

    def _several_before(self, line: Line) -> tuple[Someone, ...]:
        """`Görüşmeyi sürdürdüler`: the group that is the subject of the sentence before, or its two people."""
        before = self.attention.before(line)
        if before is None or self.attention.opens_paragraph(line):
            return ()
        subject = self.attention.subject(before)
        if isinstance(subject, Party) and subject.kind == "group":
            return (subject,)
        here = list({id(who): who for _, who in self.attention.standing(before)}.values())
        people = tuple(who for who in here if isinstance(who, Person))
        groups = [who for who in here if isinstance(who, Party) and who.kind == "group"]
        return people if len(people) == PAIR and not groups else ()

    def _may_go_on(self, line: Line, verb: Word) -> bool:
        """False for a verb of which something may be the subject rather than somebody: `sona erdi`, `başlayacak`."""
        if "Pass" in verb.feats.get("Voice", "") or verb.feats.get("Person", "3") != "3":
            return False
        if verb.feats.get("Mood") == "Imp":
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
        if follows is None or (says == "other" and follows.upos in GOES_ON):
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

    def _guest(self, line: Line, hit: Hit[PointingWord]) -> Person | None:
        """`konuğuna`, `Iraklı ev sahibine`: whoever is not at home here, or is; of the state that stands before it."""
        # `konuğu` is somebody's; `ev sahibi` has that ending anyway, and as a subject lets rooms.
        if not (hit.inflection.case if hit.entry.says == "host" else hit.inflection.owner):
            return None
        own = self.attention.subject(line)
        acting = self.attention.may_be_subjects(line)
        for people in self.attention.people_before(line, line.sentence.words[hit.first].span.start):
            others = [person for person in people if person is not own and person not in acting]
            found = self._visiting(others, own, line, hit.first)
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _visiting(self, people: list[Person], own: Someone | None, line: Line, at: int) -> list[Person]:
        """Those of another side than the subject, or than the state where the article is."""
        told, host = line.owner_at.get(at - 1), self.attention.host(line)
        if told is not None:
            return [person for person in people if side_of(told.entry) in sides(person, self.lexicon)]
        if isinstance(own, Person):
            home = sides(own, self.lexicon)
            return [p for p in people if p in strangers(people, home, self.lexicon) or not sides(p, self.lexicon)]
        return strangers(people, {(host, False)}, self.lexicon) if host else []


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


def _names_another(line: Line) -> bool:
    """`Muhalefetteki Kızıl Blok kararı tanımadı`: a name that nobody knows, without an ending, may be the subject."""
    for at, form in enumerate(line.forms):
        ends = at + 1 == len(line.forms) or not line.forms[at + 1].capital
        named = at > 0 and form.capital and not form.cut and ends and line.free(at) and at not in line.times
        if named and line.sentence.words[at].case in NOMINATIVE:
            return True
    return False


def _main_verb(line: Line) -> Word | None:
    """The finite verb that closes the sentence."""
    words = [word for word in line.sentence.words if word.upos != "PUNCT"]
    if not words or line.forms[-1].printed == "?":
        return None
    last = words[-1]
    return last if last.upos == "VERB" and last.is_finite else None
