"""Find whom a title means that stands without a name of its own.

In:  TitleUses that no name follows, and the people of the article.
Out: the people, with these titles and mentions added; the titles that remain without a bearer.

    Almanya Başbakanı Schröder geldi. Konuk Başbakan müzeyi gezdi.
                                      ~~~~~~~~~~~~~~
                                      Schröder
    (… The visiting Prime Minister saw the museum.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vakanuvis.extract.attention import Attention
from vakanuvis.extract.homes import side_of, sides, sides_told, strangers
from vakanuvis.extract.names import NameUse
from vakanuvis.extract.objects import is_object
from vakanuvis.extract.people import Person
from vakanuvis.extract.signs import Line, body_noun_at
from vakanuvis.extract.titles import TitleUse
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.titles import TitleEntry
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


def give_to_bearers(
    titles: list[TitleUse], people: list[Person], attention: Attention, lexicon: ActorLexicon
) -> Iterator[tuple[TitleUse, Person | None]]:
    """Give each title to the person who bears it in the article, and say to whom; titles of anyone are left out."""
    for title in titles:
        if title.plural or _is_generic(title, lexicon):
            continue
        bearer = _bearer(title, people, attention, lexicon)
        if bearer is not None:
            bearer.titles.append(title)
            span = title.line.span(title.first, title.end)
            attention.tell(bearer, Mention(span, title.line.sentence.index, "title", "title-alone"))
        yield title, bearer


def _is_generic(title: TitleUse, lexicon: ActorLexicon) -> bool:
    """True where a title means the office or anyone: `cumhurbaşkanı seçimi`, `bir bakan`, `bakanlar`."""
    forms, first, end = title.line.forms, title.first, title.end
    leads = " ".join(form.folded for form in forms[first : title.core])
    visits = leads in lexicon.pointing.guests | lexicon.pointing.hosts | lexicon.pointing.said
    named = _body(title, lexicon) is not None
    if not forms[title.end - 1].capital and title.owner is None and not title.former and not (visits or named):
        return True
    if first and forms[first - 1].folded in ("bir", "her", "hiçbir", "iki", "üç"):
        return True
    if any(form.folded == "bir" for form in forms[first:end]):
        return True
    if end < len(forms) and not title.case and not forms[end - 1].cut:
        word = title.line.sentence.words[end]
        # A bare noun with an owner behind it: the title only says what kind (`Cumhurbaşkanı adayı`).
        owned = not visits and word.upos == "NOUN" and word.feats.get("Person[psor]") == "3" and not forms[end].capital
        return owned and not is_object(title.line, end, lexicon)
    return False


def _bearer(title: TitleUse, people: list[Person], attention: Attention, lexicon: ActorLexicon) -> Person | None:
    place = title.span.start
    fitting = [person for person in people if _fits(person, title, lexicon)]
    before = [person for person in fitting if person.last_place(place) >= 0]
    words = " ".join(form.folded for form in title.line.forms[title.first : title.core])
    if words in lexicon.pointing.guests | lexicon.pointing.hosts:
        return _at_home_or_not(title, before, attention, lexicon)
    if words in lexicon.pointing.new:
        fitting = before = [person for person in before if not _has_successor(person, people, place, lexicon)]
    if before:
        best = max(_claim(person, title) for person in before)
        return _foremost([person for person in before if _claim(person, title) == best], title.line, place, attention)
    # In a lead the office comes before the name: only the very same office counts.
    exact = [p for p in fitting if any(t.entry is title.entry and t.office == title.office for t in p.titles)]
    whole = title.end - title.core > 1 or title.owner is not None
    if exact and whole:
        return exact[0]
    return fitting[0] if len(fitting) == 1 and not title.owner else None


def _has_successor(person: Person, people: list[Person], place: int, lexicon: ActorLexicon) -> bool:
    """True if `yeni Bakan` may be somebody named since who bears no title yet, and not the one who was Minister."""
    if any(form.folded in lexicon.pointing.new for t in person.titles for form in t.line.forms[t.first : t.core]):
        return False
    since = min(mention.span.start for mention in person.mentions)
    return any(not other.borne and since < other.last_place(place) for other in people if other is not person)


def _claim(person: Person, title: TitleUse) -> tuple[bool, bool]:
    """How good a claim to the title is: in office as it says, of the state that it names."""
    place = title.span.start
    mine = [t for t in person.titles if t.span.start < place]
    in_office = any(t.former == title.former for t in mine)
    named = side_of(title.owner) in sides_told(person)
    return in_office, named


def _foremost(people: list[Person], line: Line, place: int, attention: Attention) -> Person | None:
    """The one mentioned last; of two in one sentence its subject, of equals (`Sorgun, Orel ve Tan geldi`) nobody."""
    if len(people) == 1:
        return people[0]
    here = line.sentence.index
    elsewhere = [p for p in people if not any(m.sentence == here and m.span.start < place for m in p.mentions)]
    people = elsewhere or people
    last = {id(p): max((m for m in p.mentions if m.span.start < place), key=lambda m: m.span) for p in people}
    nearest = max(mention.sentence for mention in last.values())
    together = [person for person in people if last[id(person)].sentence == nearest]
    if len(together) == 1:
        return together[0]
    if sum(attention.is_uncased(person, nearest) for person in together) > 1:
        return None
    return next((person for person in together if person is attention.subject_of(nearest)), None)


def _at_home_or_not(
    title: TitleUse, people: list[Person], attention: Attention, lexicon: ActorLexicon
) -> Person | None:
    """`Konuk Bakan`, `Ev sahibi Bakan`: of those who bear the office the one who is abroad or at home here."""
    place, here = title.span.start, title.line.sentence.index
    others = [p for p in people if not any(m.sentence == here and m.span.start < place for m in p.mentions)]
    if len(others) > 1:
        host = attention.host(title.line)
        abroad = strangers(others, {(host, False)} if host else set(), lexicon)
        guest = any(form.folded in lexicon.pointing.guests for form in title.line.forms[title.first : title.core])
        others = abroad if guest else [person for person in others if person not in abroad]
    return others[0] if len(others) == 1 else None


def _fits(person: Person, title: TitleUse, lexicon: ActorLexicon) -> bool:
    mine = [t for t in person.borne if not t.entry.trade or t.entry is title.entry]
    if not mine and not (title.owner and person.known and person.known.country == title.owner.code):
        return False
    served = sides(person, lexicon)
    if title.owner is not None and served and side_of(title.owner) not in served:
        return False
    body = _body(title, lexicon)
    if body is not None and any(_body(other, lexicon) == body and _same_head(title, other) for other in mine):
        return True
    small = not title.line.forms[title.end - 1].capital and title.owner is None
    return not (small and body is not None) and any(_is_short_for(title, other) for other in mine)


def _body(title: TitleUse, lexicon: ActorLexicon) -> str | None:
    """The kind of body that stands before an office: of `Maden İşçileri Sendikası Genel Başkanı` the union."""
    places = range(title.end - 2, max(title.first - 2, -1), -1)
    return next((body for at in places if (body := body_noun_at(title.line, at, lexicon)) is not None), None)


def _same_head(title: TitleUse, other: TitleUse) -> bool:
    mine, theirs = sorted((title.entry.head, other.entry.head), key=len)
    return theirs.startswith(mine)


def _is_short_for(title: TitleUse, other: TitleUse) -> bool:
    if other.former != title.former and not (title.bare and title.former is False):
        return False
    if other.entry is title.entry and (title.core == title.end - 1 or _same_field(title, other)):
        return True
    return title.end - title.core == len(title.entry.title.split()) and _is_short_form(title.entry, other.entry)


def _is_short_form(title: TitleEntry, other: TitleEntry) -> bool:
    short = folded(title.title)
    if short in {folded(name) for name in (*other.short, other.title)}:
        return True
    return " " not in short and other.head.startswith(short) and not title.needs


def bears(person: Person, entry: TitleEntry) -> bool:
    """True if the person was given an office that the title is or is short for."""
    return any(not t.former and (t.entry is entry or _is_short_form(entry, t.entry)) for t in person.borne)


def _same_field(title: TitleUse, other: TitleUse) -> bool:
    mine, theirs = set(folded(title.office).split()), set(folded(other.office).split())
    return mine <= theirs or theirs <= mine
