"""Find groups of people and unnamed sources.

In:  a Line and a word where such a group may begin.
Out: a Crowd, or None.

    Beyaz Saray'dan bir yetkili, Iraklı direnişçilerin çekildiğini söyledi.
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~  ~~~~~~~~~~~~~~~~~~
    (An official from the White House said that the Iraqi resistance fighters had withdrawn.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from vakanuvis.extract.objects import is_object
from vakanuvis.extract.signs import Line, said_before
from vakanuvis.lexicon.actors import ActorLexicon, Owner
from vakanuvis.lexicon.endings import Inflection
from vakanuvis.lexicon.matcher import Hit
from vakanuvis.lexicon.organizations import PeopleNoun
from vakanuvis.text.letters import folded

WIDEST_CROWD = 5  # words between a state and its people: `ABD'li üst düzey bir askeri yetkili`


@dataclass(frozen=True, slots=True)
class Crowd:
    """Words ``first`` up to ``end``; ``keep`` letters of the last one are without case.

    ``points_back``: a bare noun (`kaynak`) that takes up a group named before.
    """

    first: int
    end: int
    keep: int
    name: str
    head: str
    country: str | None
    sector: str | None
    points_back: bool
    because: str


def crowd_at(line: Line, at: int, owner: Hit[Owner] | None, lexicon: ActorLexicon, taken: set[int]) -> Crowd | None:
    """The group that begins at this word."""
    if owner is not None:
        return _of_state(line, owner, lexicon, taken)
    again = _said_again(line, at, lexicon, taken)
    if again is not None:
        return again
    start, at = at, _behind_leads(line, at, lexicon, taken)
    noun = _noun(line, at, lexicon) if at < len(line.forms) and at not in taken else None
    if noun is None:
        return None
    noun = _chain(line, noun, lexicon, taken)
    if at > start:
        return _crowd(line, start, noun, place_of(line, start), points_back=False)
    if noun.inflection.owner:
        # `Karen gerillaları`, `asker aileleri`: the word before tells whose; `iş birliği` is nobody.
        many = noun.inflection.plural and noun.entry.sector != "source"
        if many and _tells_whose(line, at - 1, taken):
            return _crowd(line, at - 1, noun, place_of(line, at - 1), points_back=False)
        return (
            _crowd(line, at, _as_object(noun), place_of(line, at), points_back=True)
            if many and is_object(line, at, lexicon)
            else None
        )
    if not noun.inflection.plural and noun.entry.sector != "source":
        return None
    return _crowd(line, start, noun, place_of(line, start), points_back=True)


def _said_again(line: Line, at: int, lexicon: ActorLexicon, taken: set[int]) -> Crowd | None:
    """`aynı yetkili`, `söz konusu askerler`: those who were called so before."""
    for end in (at + 1, at + 2):
        if end < len(line.forms) and end not in taken and said_before(line, end, lexicon) == end - at:
            noun = _noun(line, end, lexicon)
            if noun is not None and not noun.inflection.owner:
                return replace(_crowd(line, end, noun, place_of(line, at), points_back=True), first=at)
    return None


def _as_object(noun: Hit[PeopleNoun]) -> Hit[PeopleNoun]:
    """`rehineleri kurtardı`: the ending that could be an owner's is the object's."""
    read = noun.inflection
    return replace(noun, inflection=replace(read, owner="", case="Acc", length=read.length - len(read.owner)))


def _behind_leads(line: Line, at: int, lexicon: ActorLexicon, taken: set[int]) -> int:
    """The first word behind `bazı`, `üst düzey bir`, `üç`: where the noun should stand."""
    start = at
    while at < len(line.forms) and at not in taken:
        number = line.sentence.words[at].upos == "NUM" and line.forms[at].printed[:1].isalnum()
        pair = at == start and _is_pair(line, at, lexicon)
        if not (line.forms[at].folded in lexicon.source_words or number or pair) or line.forms[at].cut:
            break
        at += 1
    return at


def _tells_whose(line: Line, at: int, taken: set[int]) -> bool:
    if at < 0 or at in taken or not line.free(at) or line.forms[at].cut:
        return False
    word = line.sentence.words[at]
    plain = word.upos in ("NOUN", "PROPN") and word.case in ("", "Nom")
    return plain and not word.feats.get("Person[psor]")


def place_of(line: Line, at: int) -> Hit[Owner] | None:
    """The state in which a group is said to be: `Nepal'de üç muhalif`, `Haiti'deki isyancılar`."""
    places = [hit for first, hit in line.owners.items() if first < at and hit.inflection.case == "Loc"]
    return max(places, key=lambda hit: hit.first, default=None)


def _chain(line: Line, noun: Hit[PeopleNoun], lexicon: ActorLexicon, taken: set[int]) -> Hit[PeopleNoun]:
    """The last of several nouns for people in a row: `bir grup milletvekili`, `AB üyesi ülkelerin liderleri`."""
    while noun.end < len(line.forms) and noun.end not in taken and noun.inflection.case in ("", "Gen"):
        following = _noun(line, noun.end, lexicon)
        if following is None or (noun.inflection.case == "Gen" and not following.inflection.owner):
            break
        if noun.inflection.plural and not noun.inflection.case and not noun.inflection.owner:
            break  # two groups side by side
        if noun.inflection.plural and following.inflection.plural and is_object(line, noun.end, lexicon):
            break  # Danimarka askerleri rehineleri kurtardı: a subject and an object
        noun = following
    return noun


def _is_pair(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """The word before `bir` or another word of a source: `üst düzey`, `çok sayıda`."""
    if at + 1 >= len(line.forms):
        return False
    return f"{line.forms[at].folded} {line.forms[at + 1].folded}" in lexicon.source_words


def _of_state(line: Line, owner: Hit[Owner], lexicon: ActorLexicon, taken: set[int]) -> Crowd | None:
    """`Iraklı direnişçiler`, `İsrail askerleri`, `ABD'li üst düzey bir yetkili`, `Rumlar`."""
    of_people = owner.entry.kind == "people" or owner.inflection.of
    if of_people and (owner.inflection.plural or _is_one_of_them(line, owner, lexicon)):
        return _peoples(line, owner)
    case = owner.inflection.case
    there = case == "Loc" and line.forms[owner.end - 1].folded.endswith("ki")
    if case not in ("", "Gen", "Abl") and not there:
        return None
    for at in range(_behind_brackets(line, owner.end), min(len(line.forms), owner.end + WIDEST_CROWD)):
        if at in taken or line.forms[at].printed == ",":
            return None
        noun = _noun(line, at, lexicon)
        leads = line.forms[at].folded in lexicon.source_words
        if noun is not None and not (leads and _goes_on(line, at, lexicon)):
            if at > owner.end and _is_bodys_object(line, noun, lexicon):
                return None
            noun = _chain(line, noun, lexicon, taken)
            one = any(form.folded == "bir" for form in line.forms[owner.end : at])
            owner = _origin(line, owner, at) if there else owner
            of_body = line.forms[at - 1].folded.endswith("ki")  # Kore ordusundaki subaylar
            # `Irak'taki isyancılar`, but `Irak'taki askerleri` are somebody else's.
            stay = there and noun.inflection.plural and not noun.inflection.owner
            fits = stay or (not there and (of_people or noun.inflection.owner or one or of_body))
            if case == "Abl" and not one:
                return None
            return _crowd(line, owner.first, noun, owner, points_back=False) if fits else None
        if not _may_stand_between(line, at, lexicon, leads=leads):
            return None
        people = line.owner_at.get(at)
        if people is not None and people.inflection.plural and people.entry.kind == "people":
            # `Bosnalı Sırplar`, `Makedonya'daki Arnavutlar`: the first says which state.
            return replace(_peoples(line, people), first=owner.first, country=owner.entry.code)
    return None


def _is_bodys_object(line: Line, noun: Hit[PeopleNoun], lexicon: ActorLexicon) -> bool:
    """`Kenya polisi göstericileri dağıttı`: a body and those to whom it does something."""
    many = noun.inflection.plural and bool(noun.inflection.owner)
    bodies = lexicon.body_nouns.longest(line.forms, noun.first - 1) if many else []
    return any(hit.inflection.owner for hit in bodies) and is_object(line, noun.first, lexicon)


def _origin(line: Line, owner: Hit[Owner], noun: int) -> Hit[Owner]:
    """`Kenya'daki Somalili mülteciler`: where they are from says more than where they are."""
    inner = line.owner_at.get(noun - 1)
    if inner is None or inner is owner or not (inner.entry.kind == "people" or inner.inflection.of):
        return owner
    return replace(owner, entry=inner.entry)


def _is_one_of_them(line: Line, owner: Hit[Owner], lexicon: ActorLexicon) -> bool:
    """`bir İsrailli öldü`: somebody of that state, not the state."""
    one = owner.first > 0 and lexicon.source_words.get(line.forms[owner.first - 1].folded) == "one"
    follows = line.sentence.words[owner.end] if owner.end < len(line.forms) else None
    return one and not line.forms[owner.end - 1].cut and follows is not None and follows.upos in ("VERB", "PUNCT")


def _behind_brackets(line: Line, at: int) -> int:
    """Behind `(AT)` in `Avrupa Topluluğu (AT) gözlemcileri`."""
    closed = at + 2 < len(line.forms) and line.forms[at].printed == "(" and line.forms[at + 2].printed == ")"
    return at + 3 if closed else at


def _may_stand_between(line: Line, at: int, lexicon: ActorLexicon, *, leads: bool) -> bool:
    word, form = line.sentence.words[at], line.forms[at]
    follows = at in line.owner_at and line.owner_at[at].entry.kind == "people"
    if follows:
        return True
    plain = word.upos == "NOUN" and word.case in ("", "Nom") and not word.feats.get("Person[psor]")
    return not form.cut and (leads or word.upos in ("ADJ", "NUM") or plain or _is_body_word(line, at, lexicon))


def _is_body_word(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """A part of the state between it and its people: `Panama ordusu subayları`, `BM barış gücü askerleri`."""
    return bool(lexicon.body_nouns.longest(line.forms, at)) or line.forms[at].folded in lexicon.parts


def _goes_on(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    return at + 1 < len(line.forms) and _noun(line, at + 1, lexicon) is not None and not line.forms[at].cut


def _noun(line: Line, at: int, lexicon: ActorLexicon) -> Hit[PeopleNoun] | None:
    hits = lexicon.people_nouns.longest(line.forms, at)
    word = line.sentence.words[at]
    if not hits or word.upos in ("VERB", "ADP"):
        return None
    hit = hits[0]
    if hit.entry.many and not hit.inflection.plural:
        return None
    follows = line.sentence.words[at + 1] if at + 1 < len(line.forms) and not line.forms[at].cut else None
    owned = follows is not None and follows.upos == "NOUN" and follows.feats.get("Person[psor]") == "3"
    owned = owned and line.forms[at + 1].folded not in lexicon.postpositions  # isyancılar arasında
    if hit.inflection.owner and not hit.inflection.case and not hit.inflection.plural:
        if (word.upos == "ADJ" and word.deprel not in ("nsubj", "obj")) or owned:
            return None  # Türkiye'nin askeri müdahalesi
        if word.case == "Acc" and word.feats.get("Person[psor]") != "3":
            return replace(hit, inflection=Inflection(case="Acc"))
    owned = owned and not is_object(line, at + 1, lexicon)
    if owned and hit.inflection.plural and not hit.inflection.owner and not hit.inflection.case:
        return None  # güçler ayrılığı
    return hit


def _peoples(line: Line, owner: Hit[Owner]) -> Crowd:
    keep = owner.stem_length + owner.inflection.length
    name = _name(line, owner.first, owner.end, keep)
    return Crowd(owner.first, owner.end, keep, name, folded(name), owner.entry.code, "CVL", False, owner.entry.because)


def _crowd(line: Line, first: int, noun: Hit[PeopleNoun], owner: Hit[Owner] | None, *, points_back: bool) -> Crowd:
    keep = noun.stem_length + noun.inflection.length
    sector: str | None = noun.entry.sector
    if sector == "source":
        sector = (owner.entry.sector or None) if owner is not None else None
    return Crowd(
        first,
        noun.end,
        keep,
        _name(line, first, noun.end, keep),
        folded(noun.entry.noun),
        owner.entry.code if owner is not None else None,
        sector,
        points_back,
        "state-of-the-sentence" if owner is not None and owner.end <= first else f"people_nouns:{noun.entry.noun}",
    )


def _name(line: Line, first: int, end: int, keep: int) -> str:
    words = [form.printed for form in line.forms[first : end - 1]] + [line.forms[end - 1].text[:keep]]
    return " ".join(words)
