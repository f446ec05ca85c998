"""Keep in mind of whom an article is speaking: who stands in which sentence, and whose sentence it is.

In:  Lines in the order of the text; people and parties with the mentions found so far.
Out: an Attention, which tells who stood before a place and who is the subject of a sentence.

    Bakan Sorgun, Orel'i aradı. Daveti kabul etti.
    ~~~~~~~~~~~~                ~~~~~~~~~~~~~~~~~~
    subject                     without a subject: Sorgun's still
    (Minister Sorgun called Orel. He accepted the invitation.)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vakanuvis.extract.bodies import Party
from vakanuvis.extract.objects import is_object
from vakanuvis.extract.people import Person
from vakanuvis.extract.signs import Line
from vakanuvis.language.chunks import NounGroup, noun_groups
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.record.people import Mention
from vakanuvis.record.span import Span

Someone = Person | Party
NOMINATIVE = ("", "Nom")
_REACH = 3  # sentences that a reader looks back for whom a word points at
_JOINS = ("ve", "ile")
_WHERE = ("Loc", "Dat")


class Attention:
    """Who stands where. Mentions must be told to it as they are found."""

    def __init__(self, lines: tuple[Line, ...], lexicon: ActorLexicon) -> None:
        self._lines = lines
        self._lexicon = lexicon
        self._here: dict[int, list[tuple[Span, Someone]]] = {}
        self._subjects: dict[int, Someone | None] = {}
        self._declined: set[Span] = set()  # pronouns show their case only by the tagger: `onu`, `konuğuna`
        self._groups: dict[int, NounGroup | None] = {}
        told = [line.sentence.index for line in lines if is_told(line)]
        self._before = {after: before for before, after in pairwise(told)}

    def add(self, someone: Someone, mention: Mention) -> None:
        """One more mention."""
        self._here.setdefault(mention.sentence, []).append((mention.span, someone))
        if mention.kind == "pronoun":
            words = self._lines[mention.sentence].sentence.words
            last = next(word for word in words if word.span.end >= mention.span.end)
            self._declined |= {mention.span} if last.case not in NOMINATIVE else set()

    def tell(self, someone: Someone, mention: Mention) -> None:
        """As ``add``, and put the mention down with whoever it is of."""
        someone.mentions.append(mention)
        self.add(someone, mention)

    def standing(self, line: Line) -> list[tuple[Span, Someone]]:
        """Everybody in a sentence, in the order of the text."""
        return sorted(self._here.get(line.sentence.index, ()), key=lambda pair: pair[0])

    def everybody(self, place: int) -> list[Someone]:
        """Everybody who stands before a place in the text, in its order."""
        found = sorted((pair for here in self._here.values() for pair in here), key=lambda pair: pair[0])
        return [someone for span, someone in found if span.end <= place]

    def people_before(self, line: Line, place: int) -> Iterator[list[Person]]:
        """The people before a place, sentence by sentence from this one back; each once in a sentence."""
        for here in self.sentences_before(line):
            found = [who for span, who in self.standing(here) if span.end <= place and isinstance(who, Person)]
            people = list({id(person): person for person in found}.values())
            if people:
                yield people

    def sentences_before(self, line: Line) -> Iterator[Line]:
        """This sentence and the ones that a reader looks back to, quotations left out."""
        yield line
        number = self._before.get(line.sentence.index)
        for _ in range(_REACH):
            if number is None:
                return
            yield self._lines[number]
            number = self._before.get(number)

    def before(self, line: Line) -> Line | None:
        """The sentence before in which the newspaper itself speaks, in this paragraph or another."""
        number = self._before.get(line.sentence.index)
        return self._lines[number] if number is not None else None

    def opens_paragraph(self, line: Line) -> bool:
        """True if the sentence before is of another paragraph, which may change the subject."""
        before = self.before(line)
        return before is None or before.sentence.paragraph != line.sentence.paragraph

    def subject(self, line: Line) -> Someone | None:
        """Whose sentence it is, as far as it is an actor who is known by now."""
        if line.sentence.index in self._subjects:
            return self._subjects[line.sentence.index]
        if self.has_subject(line):
            return self._own_subject(line)
        before = self.before(line)
        return self._subjects.get(before.sentence.index) if before is not None else None

    def has_subject(self, line: Line) -> bool:
        """True if anything in the sentence may be the subject of its main clause."""
        if self._subject_group(line) is not None:
            return True
        return bool(self.may_be_subjects(line))

    def may_be_subjects(self, line: Line) -> list[Someone]:
        """Everybody printed without an ending and without a word such as `ile` behind."""
        return [
            who
            for _, who, at in self._unmarked(line)
            if (self._stands_free(line, at) if isinstance(who, Party) else not self._is_tied(line, at))
        ]

    def subject_of(self, number: int) -> Someone | None:
        """The subject of a sentence that was read before."""
        return self.subject(self._lines[number])

    def is_uncased(self, someone: Someone, number: int) -> bool:
        """True if that sentence prints the name as its subject is printed."""
        return any(who is someone for _, who in self.uncased(self._lines[number]))

    def host(self, line: Line) -> str | None:
        """The state in which the article is: that of the place named last, in which or to which somebody went."""
        for here in reversed(self._lines[: line.sentence.index + 1]):
            for at in sorted(here.places, reverse=True):
                if here.sentence.words[at].case in _WHERE and here.places[at] is not None:
                    return here.places[at]
        return None

    def close(self, line: Line, dropped: Someone | None) -> None:
        """The sentence is read: remember its subject, or who its verb goes on with."""
        if is_told(line):
            self._subjects[line.sentence.index] = self._own_subject(line) if self.has_subject(line) else dropped

    def _own_subject(self, line: Line) -> Someone | None:
        group = self._subject_group(line)
        uncased = self.uncased(line)
        if group is None or (uncased and uncased[0][0].start < line.sentence.words[group.first].span.start):
            return uncased[0][1] if uncased else None
        return self._at(line, group)

    def _subject_group(self, line: Line) -> NounGroup | None:
        number = line.sentence.index
        if number not in self._groups:
            self._groups[number] = _subject_group(line, self._lexicon)
        return self._groups[number]

    def uncased(self, line: Line) -> list[tuple[Span, Someone]]:
        """Who is printed without an ending where one could stand (`Kanda, …`), whatever the tagger makes of it.

        Of states and bodies those that open the sentence.
        """
        first = line.sentence.words[0].span.start
        found = [pair for pair in self._unmarked(line) if isinstance(pair[1], Person) or pair[0].start == first]
        return [(span, who) for span, who, behind in found if self._stands_free(line, behind)]

    def _unmarked(self, line: Line) -> list[tuple[Span, Someone, int]]:
        """Whoever is printed without an ending, and the word behind."""
        ends = {word.span.end: word.index + 1 for word in line.sentence.words}
        found = [pair for pair in self.standing(line) if pair[0].end in ends and pair[0] not in self._declined]
        return [(span, who, ends[span.end]) for span, who in found]

    def _stands_free(self, line: Line, behind: int) -> bool:
        """True if what follows does not tie the name to something else: `Orel ile`, `Orel planı`, `Orel ve`."""
        if behind >= len(line.forms):
            return True
        follows = line.sentence.words[behind]
        compound = follows.upos == "NOUN" and follows.feats.get("Person[psor]") == "3"
        return not self._is_tied(line, behind) and not (compound and not is_object(line, behind, self._lexicon))

    def _is_tied(self, line: Line, behind: int) -> bool:
        word = line.forms[behind].folded if behind < len(line.forms) else ""
        return word in self._lexicon.postpositions or word in _JOINS

    def _at(self, line: Line, group: NounGroup) -> Someone | None:
        words = line.sentence.words
        joined = (group.first - 1, group.head + 1)
        if any(0 <= at < len(line.forms) and line.forms[at].folded in _JOINS for at in joined):
            return None  # two of them
        head = words[group.head].stem
        found = [(len(span), who) for span, who in self._here.get(line.sentence.index, ()) if span.overlaps(head)]
        most = max((length for length, _ in found), default=0)
        longest = [who for length, who in found if length == most]
        return longest[0] if len(longest) == 1 else None


def is_told(line: Line) -> bool:
    """True for a sentence in which the newspaper itself speaks: no heading, no byline, no quotation."""
    return line.sentence.kind == "text" and line.sentence.quotation is None


def _subject_group(line: Line, lexicon: ActorLexicon) -> NounGroup | None:
    words = line.sentence.words
    bare = [
        group
        for group in noun_groups(line.sentence, lexicon.postpositions, line.times)
        if group.case in NOMINATIVE
        and not group.postposition
        and group.head not in line.times
        and not _is_beside_verb(line, group, lexicon)
        and not _is_office(line, group, lexicon)
        and not (words[group.head].deprel == "obj" and (group.possessed or _counts(line, group)))
    ]
    marked = [group for group in bare if _printed(line, group.head + 1) == ","]
    parsed = [group for group in bare if any(words[at].deprel == "nsubj" for at in group.words)]
    return next(iter(marked or parsed or bare), None)


def _is_beside_verb(line: Line, group: NounGroup, lexicon: ActorLexicon) -> bool:
    """`madalya verdi`, `dava açacağını`: a bare common noun before a verb is part of what is done.

    Before the verb of the sentence it may be what happens: `Yağmur başladı`.
    """
    words = line.sentence.words
    at, head = group.head + 1, words[group.head]
    if at >= len(words) or words[at].upos not in ("VERB", "AUX", "ADJ"):
        return False
    if line.forms[group.head].capital and not line.opens(group.head):
        return False
    if head.upos != "NOUN" or head.feats.get("Number") == "Plur":
        return False
    light = words[at].deprel.startswith("compound") and head.deprel != "nsubj"
    happens = words[at].lemma in lexicon.happenings or "Pass" in words[at].feats.get("Voice", "")
    return light or not words[at].is_finite or not happens


def _counts(line: Line, group: NounGroup) -> bool:
    """`bir vazo hediye etti`: a thing without an ending that is told by its number, as objects are."""
    first = line.sentence.words[group.first]
    return first.upos in ("DET", "NUM") and not line.forms[group.head].capital


def _is_office(line: Line, group: NounGroup, lexicon: ActorLexicon) -> bool:
    """`Başkan olarak`: what somebody is, not who it is."""
    return _printed(line, group.head + 1) in lexicon.serving


def _printed(line: Line, at: int) -> str:
    return line.forms[at].folded if at < len(line.forms) else ""
