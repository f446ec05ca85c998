"""Tie the names of an article to people: who is who.

In:  NameUses of all sentences.
Out: People, each with every use of a name.

    Rusya Savunma Bakanı Leonid Sidorkov geldi. Sidrkov, dostluktan söz etti.
                         ~~~~~~~~~~~~~~~        ~~~~~~~
    (… Leonid Sidorkov came. Sidrkov spoke of friendship.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from vakanuvis.extract.names import NameUse
from vakanuvis.extract.signs import Line
from vakanuvis.extract.spelling import distance, is_misspelt
from vakanuvis.extract.titles import TitleUse
from vakanuvis.lexicon.actors import ActorLexicon, Owner
from vakanuvis.lexicon.world import Politician
from vakanuvis.record.people import Mention
from vakanuvis.record.span import Span
from vakanuvis.text.letters import bare, capitalized, is_all_capitals

_SHORTEST_AGAIN = 5  # letters a surname must have to be known again with an ending that lost its apostrophe


@dataclass(slots=True, eq=False)
class Person:
    """Someone named in the article.

    ``peers`` hold the same office on another side: those whose `mevkidaşı` the person is called.
    """

    words: tuple[str, ...]
    uses: list[NameUse] = field(default_factory=list)
    titles: list[TitleUse] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    misspelt: list[Span] = field(default_factory=list)
    relations: list[tuple[Span, str, Owner | None]] = field(default_factory=list)
    peers: list[Person] = field(default_factory=list)
    known: Politician | None = None

    @property
    def name(self) -> str:
        """The fullest name, in ordinary letters."""
        return " ".join(capitalized(word) if is_all_capitals(word) and len(word) > 2 else word for word in self.words)

    @property
    def surname(self) -> str:
        """The last word of the name, for comparing."""
        return bare(self.words[-1])

    def goes_by(self, word: str) -> bool:
        """True if this one word can mean the person: the surname, or the first name of a known person."""
        plain = bare(word)
        parts = [part for one in (self.words[-1], self.words[0]) for part in (bare(one), bare(one).split("-")[-1])]
        return plain in parts

    def _may_be(self, known: Politician) -> bool:
        """False for a namesake: Nihat Özdemir is not the Özdemir that everybody knows."""
        return len(self.words) == 1 or bare(self.words[0]) in [bare(word) for word in known.name.split()]

    def add(self, use: NameUse) -> None:
        """One more use of the name."""
        self.uses.append(use)
        self.titles.extend(title for title in use.titles if title not in self.titles)
        if use.known is not None and (len(use.words) > 1 or self._may_be(use.known)):
            self.known = self.known or use.known
        most = max(len(one.words) for one in self.uses)
        fullest = [one.words for one in self.uses if len(one.words) == most]
        plain = [words for words in fullest if not is_all_capitals(words[-1])]
        self.words = Counter(plain or fullest).most_common(1)[0][0]
        self.mentions.append(Mention(use.span, use.sentence, "name", use.because))

    @property
    def borne(self) -> list[TitleUse]:
        """The titles, without any those of the peers."""
        return self.titles or [title for peer in self.peers for title in peer.titles]

    def last_place(self, before: int) -> int:
        """Where the person was last mentioned before a place in the text; -1 if nowhere."""
        return max((mention.span.start for mention in self.mentions if mention.span.start < before), default=-1)


def tie_names(uses: Iterable[NameUse]) -> list[Person]:
    """One Person for every bearer of a name."""
    ordered = sorted(uses, key=lambda use: use.span.start)
    people: list[Person] = []
    for use in sorted(ordered, key=lambda use: len(use.words) == 1):
        bearer = _bearer(people, use)
        if bearer is None:
            bearer = Person(use.words)
            people.append(bearer)
        bearer.add(use)
    for person in people:
        person.misspelt.extend(use.span for use in person.uses if not _same_spelling(use, person))
    return sorted(people, key=lambda person: min(mention.span.start for mention in person.mentions))


def find_again(lines: Iterable[Line], people: list[Person], lexicon: ActorLexicon, *, marks_lost: bool) -> None:
    """Find people again by surname, first name or a misspelt surname, where no use was found yet."""
    taken = [use.span for person in people for use in person.uses]
    taken += [title.span for person in people for title in person.titles]
    for line in lines:
        for at, form in enumerate(line.forms):
            span = line.sentence.words[at].stem
            if not form.capital or not line.free(at) or any(span.overlaps(other) for other in taken):
                continue
            whole = _whole(line, at, people)
            if whole is not None:
                person, place = whole
                person.mentions.append(Mention(place, line.sentence.index, "name", "surname-again"))
                taken.append(place)
                continue
            found = _again(line, at, people, lexicon, marks_lost=marks_lost)
            if found is not None:
                person, length, misspelt = found
                place = Span(span.start, span.start + length)
                because = "misspelt-name" if misspelt else "surname-again"
                person.mentions.append(Mention(place, line.sentence.index, "name", because))
                if misspelt:
                    person.misspelt.append(place)


def _whole(line: Line, at: int, people: list[Person]) -> tuple[Person, Span] | None:
    """A person whose whole name begins here, and where it stands."""
    for person in people:
        end = at + len(person.words)
        if len(person.words) < 2 or end > len(line.forms) or any(form.cut for form in line.forms[at : end - 1]):
            continue
        if [bare(form.name) for form in line.forms[at:end]] == [bare(word) for word in person.words]:
            return person, line.span(at, end)
    return None


def _again(
    line: Line, at: int, people: list[Person], lexicon: ActorLexicon, *, marks_lost: bool
) -> tuple[Person, int, bool] | None:
    form = line.forms[at]
    start = line.sentence.words[at].span.start
    plain = form.text[: len(form.stem)]
    if lexicon.things.longest(line.forms, at) and not form.cut:
        return None
    follows = at + 1 < len(line.forms) and line.forms[at + 1].capital and not form.cut and not line.capitals
    if follows and lexicon.things.longest(line.forms, at + 1):
        return None
    exact = [person for person in people if person.goes_by(plain)]
    if exact:
        meant = _namesake(exact, start)
        return None if meant is None else (meant, len(plain), False)
    for person in people:
        stem = person.surname
        long = (len(stem) >= _SHORTEST_AGAIN or marks_lost) and at not in line.whole
        if long and not form.cut and lexicon.endings.split(bare(form.text), stem, strict=True):
            return person, len(stem), False
    word = line.sentence.words[at]
    if word.upos != "PROPN" or len(plain) <= _SHORTEST_AGAIN or at in line.places or line.capitals:
        return None
    close = [person for person in people if is_misspelt(plain, person.words[-1])]
    return (_nearest(close, start), len(plain), True) if close else None


def _namesake(people: list[Person], place: int) -> Person | None:
    """Of several of one name the one whom everybody knows by it, else the only one in office, if spoken of last."""
    before = [person for person in people if person.last_place(place) >= 0] or people
    if len(before) == 1:
        return before[0]
    known = [person for person in before if person.known is not None and person.known.alone]
    if len(known) == 1:
        return known[0]
    in_office = [person for person in before if any(not title.entry.trade for title in person.titles)]
    # Where another of them was spoken of since, the name may mean either.
    last = max(before, key=lambda person: person.last_place(place))
    return last if in_office == [last] else None


def _nearest(people: list[Person], place: int) -> Person:
    return max(people, key=lambda person: (_is_usual(person), person.last_place(place)))


def _is_usual(person: Person) -> bool:
    """True if the surname by itself means this one rather than a relative: of two Trumps the President."""
    return person.known is None or person.known.alone


def _bearer(people: list[Person], use: NameUse) -> Person | None:
    if len(use.words) == 1:
        fitting = [p for p in people if p.goes_by(use.words[0]) and _may_bear(p, use)]
        if use.known is not None:
            fitting = [p for p in fitting if p.known is use.known] or fitting
        titled = [p for p in fitting if _shares_title(p, use)]
        fitting = titled if len(titled) == 1 else fitting
        if not fitting and use.known is None:
            fitting = [p for p in people if is_misspelt(use.words[0], p.words[-1]) and _may_bear(p, use)]
        return _nearest(fitting, use.span.start) if fitting else None
    return next((person for person in people if _same_person(person, use)), None)


def _same_person(person: Person, use: NameUse) -> bool:
    if person.known is not None and person.known is use.known:
        return True
    one, other = [bare(word) for word in person.words], [bare(word) for word in use.words]
    if len(one) == 1:
        return False
    small, big = sorted((one, other), key=len)
    if set(small) <= set(big) and small[-1] == big[-1]:
        return True
    if small[-1] == big[-1]:
        # A slip in the first name: Dmtiriy, Dmitriy.
        return len(small) == len(big) and min(len(small[0]), len(big[0])) > 3 and distance(small[0], big[0]) <= 2
    return small[0] == big[0] and len(small[-1]) > 3 and distance(small[-1], big[-1]) <= 2


def _may_bear(person: Person, use: NameUse) -> bool:
    """False where the titles tell two people of one surname apart: the President of then and the one of now."""
    for title in use.titles:
        for other in person.titles:
            same = title.entry is other.entry and _same_owner(title, other)
            if same and title.then != other.then and title.former != other.former:
                return False
            if title.owner and other.owner and title.owner.code != other.owner.code and not _same_use(person, use):
                return False
    return True


def _shares_title(person: Person, use: NameUse) -> bool:
    return any(title.entry.head == other.entry.head for title in use.titles for other in person.titles)


def _same_owner(title: TitleUse, other: TitleUse) -> bool:
    return title.owner is None or other.owner is None or title.owner.code == other.owner.code


def _same_use(person: Person, use: NameUse) -> bool:
    return person.known is not None and person.known is use.known


def _same_spelling(use: NameUse, person: Person) -> bool:
    mine = {bare(word) for word in use.words}
    theirs = {bare(part) for part in person.words}
    return mine <= theirs or any(mine <= {bare(part).split("-")[-1]} for part in person.words)
