"""Find whom a title means that stands without a name of its own.

In:  TitleUses that no name follows, and the people of the article.
Out: the people, with these titles and mentions added; the titles that remain without a bearer.

    Almanya Başbakanı Schröder geldi. Konuk Başbakan, Rus mevkidaşıyla görüştü.
                                      ~~~~~~~~~~~~~~  ~~~~~~~~~~~~~~
                                      Schröder        the Russian Prime Minister
    (… The visiting Prime Minister met his Russian counterpart.)
"""

from __future__ import annotations

from dataclasses import replace

from vakanuvis.extract.names import NameUse
from vakanuvis.extract.people import Person
from vakanuvis.extract.signs import Line
from vakanuvis.extract.titles import TitleUse
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.record.people import Mention
from vakanuvis.text.letters import folded

_NEAR = 4  # words between a title and the name it is given to: `Dışişleri Bakanı olarak atanan X`
_AFTER_APPOSITION = frozenset({",", ")", ".", ";", "-", "–"})


def give_to_neighbours(titles: list[TitleUse], uses: list[NameUse], lexicon: ActorLexicon) -> list[TitleUse]:
    """Give titles to a name in the same sentence where they stand behind it or are tied to it; return the others."""
    left: list[TitleUse] = []
    for title in titles:
        same = [use for use in uses if use.sentence == title.line.sentence.index]
        bearer = _shared(title, same) or _apposition(title, same) or _tied(title, same, lexicon)
        if bearer is None:
            left.append(title)
        else:
            follows = title.line.forms[title.end].folded if title.end < len(title.line.forms) else ""
            bearer.titles.append(replace(title, former=title.former or follows in lexicon.served))
    return left


def _shared(title: TitleUse, uses: list[NameUse]) -> NameUse | None:
    """Two titles before one name: `Ankara Büyükelçisi ve Suriye Özel Temsilcisi Sorgun`."""
    line = title.line
    if title.case or title.plural or title.end >= len(line.forms):
        return None
    for use in uses:
        if any(other.first == title.end for other in use.titles):
            return use  # Genelkurmay Başkanı Orgeneral Sorgun
    if title.bare or line.forms[title.end].folded != "ve":
        return None
    for use in uses:
        for other in use.titles:
            near = other.first <= title.end + 1 <= other.end
            own = other.owner is not None and (title.owner is None or other.owner.code != title.owner.code)
            if near and not (own and not other.entry.posted):
                return use
    return None


def _apposition(title: TitleUse, uses: list[NameUse]) -> NameUse | None:
    """`Schröder, Almanya Başbakanı,` and `Schröder (Almanya Başbakanı)`."""
    forms = title.line.forms
    if title.first < 2 or forms[title.first - 1].printed not in (",", "(") or title.case or title.plural:
        return None
    if title.end < len(forms) and forms[title.end].printed not in _AFTER_APPOSITION:
        return None
    if title.end < len(forms) and forms[title.end].printed == "," and forms[title.first - 1].printed != ",":
        return None
    return next((use for use in uses if use.end == title.first - 1 and not forms[use.end - 1].cut), None)


def _tied(title: TitleUse, uses: list[NameUse], lexicon: ActorLexicon) -> NameUse | None:
    """`Dışişleri Bakanı olarak atanan Sorgun`, `Sorgun Bakan oldu`, `Bakan olduğu dönemde … Sorgun`."""
    forms = title.line.forms
    if title.end >= len(forms) or title.plural or title.case not in ("", "Acc"):
        return None
    word = forms[title.end].folded
    following = [use for use in uses if use.first >= title.end]
    if word in lexicon.served:
        return following[0] if following else (uses[-1] if uses else None)
    if word not in lexicon.serving:
        return None
    near = [use for use in following if use.first - title.end <= _NEAR]
    if near:
        return near[0]
    before = [use for use in uses if use.end <= title.first]
    return before[-1] if before and not following else None


def give_to_bearers(titles: list[TitleUse], people: list[Person]) -> list[TitleUse]:
    """Give each title to the person who bears it in the article; return those that nobody in it bears."""
    left: list[TitleUse] = []
    for title in titles:
        if title.plural or _is_generic(title):
            continue
        bearer = _bearer(title, people)
        if bearer is None:
            left.append(title)
            continue
        bearer.titles.append(title)
        span = title.line.span(title.first, title.end)
        bearer.mentions.append(Mention(span, title.line.sentence.index, "title", "title-alone"))
    return left


def _is_generic(title: TitleUse) -> bool:
    """True where a title means the office or anyone: `cumhurbaşkanı seçimi`, `bir bakan`, `bakanlar`."""
    forms, first, end = title.line.forms, title.first, title.end
    if not forms[title.end - 1].capital and title.owner is None and not title.former:
        return True
    if first and forms[first - 1].folded in ("bir", "her", "hiçbir", "iki", "üç"):
        return True
    if any(form.folded == "bir" for form in forms[first:end]):
        return True
    if end < len(forms) and not title.case and not forms[end - 1].cut:
        word = title.line.sentence.words[end]
        # A bare noun with an owner behind it: the title only says what kind (`Cumhurbaşkanı adayı`).
        return word.upos == "NOUN" and word.feats.get("Person[psor]") == "3" and not forms[end].capital
    return False


def _bearer(title: TitleUse, people: list[Person]) -> Person | None:
    place = title.span.start
    fitting = [person for person in people if _fits(person, title)]
    before = [person for person in fitting if person.last_place(place) >= 0]
    if before:
        return max(before, key=lambda person: (_wears_now(person, title, place), person.last_place(place)))
    # In a lead the office comes before the name: only the very same office counts.
    exact = [p for p in fitting if any(t.entry is title.entry and t.office == title.office for t in p.titles)]
    whole = title.end - title.core > 1 or title.owner is not None
    if exact and whole:
        return exact[0]
    return fitting[0] if len(fitting) == 1 and not title.owner else None


def _wears_now(person: Person, title: TitleUse, place: int) -> bool:
    """True if the person was given this very office before."""
    return any(t.entry is title.entry and t.span.start < place for t in person.titles)


def _fits(person: Person, title: TitleUse) -> bool:
    mine = [t for t in person.titles if not t.entry.trade or t.entry is title.entry]
    if not mine and not (title.owner and person.known and person.known.country == title.owner.code):
        return False
    owners = {t.owner.code for t in mine if t.owner} | ({person.known.country} if person.known else set())
    if title.owner is not None and owners and title.owner.code not in owners:
        return False
    short = folded(title.entry.title)
    for other in mine:
        if other.former != title.former and not (title.bare and title.former is False):
            continue
        if other.entry is title.entry and (title.core == title.end - 1 or _same_field(title, other)):
            return True
        names = {folded(name) for name in (*other.entry.short, other.entry.title)}
        if short in names and title.end - title.core == len(short.split()):
            return True
        if title.end - title.core == 1 and other.entry.head.startswith(short) and not title.entry.needs:
            return True
    return False


def _same_field(title: TitleUse, other: TitleUse) -> bool:
    mine, theirs = set(folded(title.office).split()), set(folded(other.office).split())
    return mine <= theirs or theirs <= mine


def find_counterparts(
    lines: tuple[Line, ...], uses: list[NameUse], people: list[Person], lexicon: ActorLexicon
) -> list[tuple[Line, int, int, str | None]]:
    """Tie `Rus mevkidaşı` to its bearer; return the ones that the article does not name: line, words, country."""
    left: list[tuple[Line, int, int, str | None]] = []
    for line in lines:
        for at in range(len(line.forms)):
            hits = lexicon.relations.longest(line.forms, at)
            if not hits or hits[0].inflection.plural or not (hits[0].inflection.owner or line.forms[at].capital):
                continue
            owner = line.owner_at.get(at - 1) if at else None
            first = owner.first if owner else at
            country = owner.entry.code if owner else None
            hit = hits[0]
            span = line.span(first, at + 1, keep=hit.stem_length + hit.inflection.length)
            named = next((use for use in uses if use.line is line and use.first == at + 1), None)
            bearer = _holder(named, people) if named and not hit.inflection.case else None
            if bearer is not None:
                bearer.relations.append((span, hit.entry, country))
                continue
            bearer = _counterpart(line, span.start, country, people)
            if bearer is not None:
                bearer.mentions.append(Mention(span, line.sentence.index, "relation", "relation"))
            elif country is not None:
                left.append((line, first, at + 1, country))
    return left


def _holder(use: NameUse, people: list[Person]) -> Person | None:
    return next((person for person in people if use in person.uses), None)


def _counterpart(line: Line, place: int, country: str | None, people: list[Person]) -> Person | None:
    """Whoever holds the same office for the other side; the one mentioned last, if several."""
    here = [person for person in people if any(m.sentence == line.sentence.index for m in person.mentions)]
    offices = {title.office for person in here for title in person.titles}
    fitting = [p for p in people if p.last_place(place) >= 0 and (country is None or country in _codes(p))]
    same = [person for person in fitting if offices & {title.office for title in person.titles}]
    if country is None:
        # The counterpart of whoever is the subject: the other one who holds that office.
        fitting = []
        same = [person for person in same if not here or person is not max(here, key=lambda p: p.last_place(place))]
    pool = [person for person in same or fitting if person not in here or len(here) > 1]
    return max(pool, key=lambda person: person.last_place(place)) if pool else None


def _codes(person: Person) -> set[str | None]:
    codes = {title.owner.code for title in person.titles if title.owner}
    return codes or ({person.known.country} if person.known else set())
