"""Tell which state or body a person serves, in which sector, and why it is thought so.

In:  a Person with titles, and the other people and states of the article.
Out: country, sector, and the reasons.

    Peru Cumhurbaşkanı Quiroga ve İçişleri Bakanı Salas
    ~~~~                          ~~~~~~~~~~~~~~~
    (the Interior Minister is Peru's, for the two are named in one breath)
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vakanuvis.extract.people import Person
from vakanuvis.extract.signs import Line
from vakanuvis.extract.titles import TitleUse
from vakanuvis.lexicon.actors import ActorLexicon, Owner
from vakanuvis.lexicon.matcher import Hit
from vakanuvis.text.letters import folded

HOME = "TUR"
COMPANY = "MNC"  # PLOVER's code for companies at home nowhere: nobody's state
# News copy writes foreign names with ç and ş (Miloşeviç), but hardly ever with these.
_TURKISH_LETTERS = "ğıöü"
_FOREIGN_LETTERS = "qwxáéóšžčć"
_EARLIER = 2  # sentences
_NEAR = 3  # words
_BREATH = 6  # words between two titles that share a state


@dataclass(frozen=True, slots=True)
class Allegiance:
    """What a person serves. ``because`` names the rule or the lexicon entry."""

    country: str | None
    sector: str | None
    because: str


def allegiances(
    people: list[Person], lines: tuple[Line, ...], titles: list[TitleUse], lexicon: ActorLexicon
) -> dict[int, Allegiance]:
    """The allegiance of every person, by position in ``people``."""
    found: dict[int, tuple[str, str]] = {}
    for at, person in enumerate(people):
        country = _from_titles(person) or _from_relation(person)
        if country:
            found[at] = country
        elif person.known is not None:
            found[at] = (person.known.country, f"politicians:{person.known.name}")
    for at, person in enumerate(people):
        if at not in found:
            country = _from_context(person, people, found, lines, titles, lexicon)
            if country:
                found[at] = country
    return {at: _allegiance(person, *found.get(at, (None, ""))) for at, person in enumerate(people)}


def _allegiance(person: Person, country: str | None, because: str) -> Allegiance:
    return Allegiance(country, _sector(person), because)


def _from_titles(person: Person) -> tuple[str, str] | None:
    """The state that most of the person's titles name."""
    current = [title for title in person.titles if not title.former and title.owner] or person.titles
    owners = [t.owner for t in current if t.owner and t.owner.code and t.owner.code != COMPANY]
    states = [owner for owner in owners if owner.kind != "body"] or owners
    if not states:
        return None
    code = Counter(owner.code for owner in states).most_common(1)[0][0]
    owner = next(owner for owner in states if owner.code == code)
    return (code, owner.because) if code else None


def _from_relation(person: Person) -> tuple[str, str] | None:
    for _, word, owner in person.relations:
        if owner is not None and owner.code:
            return owner.code, f"title_words:{word}"
    return None


def _from_context(
    person: Person,
    people: list[Person],
    found: dict[int, tuple[str, str]],
    lines: tuple[Line, ...],
    titles: list[TitleUse],
    lexicon: ActorLexicon,
) -> tuple[str, str] | None:
    if any(use.evidence == "byline" for use in person.uses) or not person.titles:
        return None
    of_state = [title for title in person.titles if title.entry.of in ("state", "place") and not title.entry.trade]
    holder = _from_holder(person, people, found)
    if holder:
        return holder
    if not of_state:
        of_body = [title for title in person.titles if title.entry.of == "body" and not title.entry.trade]
        of_body = [title for title in of_body if title.entry.sector not in ("BUS", "EDU", "JRN", "REL")]
        foreign = bool(of_body) and has_turkish_name(person, lexicon) is False
        topic = _topic(of_body[0], lines) if foreign else None
        return _same_breath(of_body, people, found) or ((topic, "state-of-the-sentence") if topic else None)
    place = _of_place(of_state)
    if place:
        return place, "state-of-the-place"
    delegation = _delegation(of_state, lexicon)
    if delegation:
        return delegation, "state-of-the-delegation"
    namesakes = lexicon.surnames.get(person.surname, frozenset())
    if namesakes == {HOME} and any(title.entry.domestic for title in of_state):
        return HOME, "domestic-title"
    shared = _same_breath(of_state, people, found)
    if shared:
        return shared
    domestic = any(title.entry.domestic for title in of_state)
    turkish = has_turkish_name(person, lexicon)
    topic = _same_office(of_state, titles) or _topic(of_state[0], lines)
    if turkish and (domestic or len(person.words) > 1):
        return HOME, "domestic-title"
    if topic and turkish is False:
        return topic, "state-of-the-sentence"
    if domestic and (topic in (None, HOME) or not _same_office(of_state, titles)):
        return HOME, "domestic-title"
    return (topic, "state-of-the-sentence") if topic else None


def _same_breath(
    titles: list[TitleUse], people: list[Person], found: dict[int, tuple[str, str]]
) -> tuple[str, str] | None:
    """`Peru Cumhurbaşkanı Quiroga ve İçişleri Bakanı Salas`: what `ve` or a comma joins shares the state."""
    for title in titles:
        before: tuple[int, tuple[str, str]] | None = None
        for at, person in enumerate(people):
            if at not in found:
                continue
            for end, first in _places(person, title.line):
                gap = title.line.forms[end : title.first]
                joined = gap and len(gap) <= _BREATH and (gap[0].folded == "ve" or _in_list(title, gap[0].folded))
                if joined and end <= title.first and (before is None or first > before[0]):
                    before = (first, found[at])
        if before is not None:
            code, _ = before[1]
            return code, "state-of-the-companion"
    return None


def _of_place(titles: list[TitleUse]) -> str | None:
    """`Tataristan Cumhurbaşkanı`, `İzmir Valisi`: the country of the place that stands before the title."""
    for title in titles:
        line, before = title.line, title.first - 1
        if before in line.places and not line.forms[before].cut and not title.entry.posted:
            return line.places[before]
    return None


def _delegation(titles: list[TitleUse], lexicon: ActorLexicon) -> str | None:
    """`Rus heyetinde ise Dışişleri Bakanı …`: a state and its delegation or side stand just before."""
    for title in titles:
        line = title.line
        for at in range(max(0, title.first - _NEAR), title.first):
            owner = line.owner_at.get(at - 1) if at else None
            hits = lexicon.body_nouns.longest(line.forms, at) if owner is not None else []
            if hits and owner is not None and hits[0].entry.kind == "rule" and hits[0].inflection.case:
                return owner.entry.code
    return None


def _same_office(mine: list[TitleUse], titles: list[TitleUse]) -> str | None:
    """The state of the last earlier title of the same office that has one."""
    codes = [
        title.owner.code
        for title in titles
        if title.owner is not None and title.entry is mine[0].entry and title.span.start < mine[0].span.start
    ]
    return codes[-1] if codes else None


def _in_list(title: TitleUse, before: str) -> bool:
    """True if a comma stands before the title and the list goes on behind the name."""
    forms = title.line.forms
    at = title.end
    while at < len(forms) and forms[at].capital and not forms[at].cut:
        at += 1
    return before == "," and at < len(forms) and forms[at].folded in (",", "ve")


def _places(person: Person, line: Line) -> list[tuple[int, int]]:
    """Where the person stands in this sentence: end and first word, each mention once."""
    out: list[tuple[int, int]] = []
    for mention in person.mentions:
        if mention.sentence == line.sentence.index:
            words = [word.index for word in line.sentence.words if word.span.overlaps(mention.span)]
            if words:
                out.append((words[-1] + 1, words[0]))
    return out


def _from_holder(person: Person, people: list[Person], found: dict[int, tuple[str, str]]) -> tuple[str, str] | None:
    """`Putin'in sözcüsü Peskov` serves whom Putin serves; a lawyer or a wife does not."""
    for title in person.titles:
        if title.holder is None or title.entry.trade:
            continue
        place = title.line.sentence.words[title.holder].span
        for at, other in enumerate(people):
            if at in found and any(mention.span.overlaps(place) for mention in other.mentions):
                return found[at][0], "state-of-the-superior"
    return None


def has_turkish_name(person: Person, lexicon: ActorLexicon) -> bool | None:
    """True or False where the name tells; None where it does not."""
    first = folded(person.words[0])
    if len(person.words) > 1 and first in lexicon.world.turkish_given:
        return True
    if len(person.words) > 1 and first in lexicon.world.given:
        return False
    letters = folded("".join(person.words))
    if any(letter in letters for letter in _TURKISH_LETTERS):
        return True
    return False if len(person.words) > 1 or any(letter in letters for letter in _FOREIGN_LETTERS) else None


def _topic(title: TitleUse, lines: tuple[Line, ...]) -> str | None:
    """The state named last before the title, in its sentence or just before it, or most in the article."""
    # A state that another title or body has for its owner is spoken for.
    here = [hit for hit in title.line.owners.values() if hit.entry.kind != "body" and not _is_bound(title.line, hit)]
    before = [hit for hit in here if hit.first < title.first]
    if before:
        return max(before, key=lambda hit: hit.first).entry.code
    behind = [hit for hit in here if hit.inflection.case in ("Loc", "Gen") and hit.first > title.end]
    if behind:
        return min(behind, key=lambda hit: hit.first).entry.code
    number = title.line.sentence.index
    earlier = [line for line in lines if number - _EARLIER <= line.sentence.index < number]
    for line in reversed(earlier):
        signs = [hit for _, hit in sorted(line.owners.items()) if hit.entry.kind != "body"]
        if signs:
            return signs[-1].entry.code
    # Where somebody goes (`Peru'ya gitti`) is hardly ever where he is from.
    codes = Counter(
        hit.entry.code
        for one in lines
        for hit in one.owners.values()
        if hit.entry.kind != "body" and hit.inflection.case != "Dat" and not (one is title.line and _is_taken(one, hit))
    )
    return codes.most_common(1)[0][0] if codes else None


def _is_taken(line: Line, hit: Hit[Owner]) -> bool:
    """True if the state is that of another's title: `Kral, Peru Başbakanı'nı gördü`."""
    at = hit.end
    while at < len(line.forms) and at not in line.title_at and line.forms[at].capital and not line.forms[at].cut:
        at += 1
    return at < len(line.forms) and at in line.title_at and hit.inflection.case in ("", "Gen")


def _is_bound(line: Line, hit: Hit[Owner]) -> bool:
    return hit.end in line.title_at and hit.inflection.case in ("", "Gen")


def _sector(person: Person) -> str | None:
    if any(use.evidence == "byline" for use in person.uses):
        return "JRN"
    current = [title for title in person.titles if not title.former]
    if person.titles and not current and all(title.former and not title.then for title in person.titles):
        return "ELI"
    for title in current or person.titles:
        owner = title.owner
        if owner is not None and owner.sector and (title.entry.of == "body" or owner.sector != "GOV"):
            return owner.sector
        if title.entry.sector:
            return title.entry.sector
    if person.known is None and not person.titles and person.peers:
        return _sector(person.peers[0])
    return person.known.sector if person.known is not None else None
