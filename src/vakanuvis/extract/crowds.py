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
from vakanuvis.extract.signs import Line
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
    form = line.forms[at]
    leads = form.folded in lexicon.source_words or _is_pair(line, at, lexicon)
    start = at
    while leads and at < len(line.forms) and (form := line.forms[at]) and at not in taken:
        if form.folded not in lexicon.source_words and not (at == start and _is_pair(line, at, lexicon)):
            break
        at += 1
    if at >= len(line.forms) or at in taken:
        return None
    noun = _noun(line, at, lexicon)
    if noun is None:
        return None
    source = at > start
    if not source and not (noun.inflection.plural or _takes_up(noun)):
        return None
    if noun.inflection.owner and not source and noun.entry.sector == "source":
        return None
    if noun.inflection.owner and not source:
        # `Karen gerillaları`, `rehine aileleri`: the word before tells whose.
        before = line.sentence.words[at - 1] if at and at - 1 not in taken and line.free(at - 1) else None
        if (
            before is None
            or before.upos not in ("NOUN", "PROPN")
            or before.case not in ("", "Nom")
            or before.feats.get("Person[psor]")
        ):
            return None
        return None if line.forms[at - 1].cut else _crowd(line, at - 1, noun, None, points_back=False)
    owner_before = line.owner_at.get(at - 1) if source else None
    return _crowd(line, start, noun, owner_before, points_back=not source)


def _is_pair(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """The word before `bir` or another word of a source: `üst düzey`, `çok sayıda`."""
    if at + 1 >= len(line.forms):
        return False
    return f"{line.forms[at].folded} {line.forms[at + 1].folded}" in lexicon.source_words


def _of_state(line: Line, owner: Hit[Owner], lexicon: ActorLexicon, taken: set[int]) -> Crowd | None:
    """`Iraklı direnişçiler`, `İsrail askerleri`, `ABD'li üst düzey bir yetkili`, `Rumlar`."""
    of_people = owner.entry.kind == "people" or owner.inflection.of
    if owner.inflection.plural and of_people:
        return _peoples(line, owner)
    case = owner.inflection.case
    if case not in ("", "Gen", "Abl"):
        return None
    for at in range(owner.end, min(len(line.forms), owner.end + WIDEST_CROWD)):
        if at in taken or line.forms[at].printed == ",":
            return None
        noun = _noun(line, at, lexicon)
        leads = line.forms[at].folded in lexicon.source_words
        if noun is not None and not (leads and _goes_on(line, at, lexicon)):
            one = any(form.folded == "bir" for form in line.forms[owner.end : at])
            fits = of_people or noun.inflection.owner or one
            if case == "Abl" and not one:
                return None
            return _crowd(line, owner.first, noun, owner, points_back=False) if fits else None
        word = line.sentence.words[at]
        follows = at in line.owner_at and line.owner_at[at].entry.kind == "people"
        if line.forms[at].cut or not (leads or word.upos == "ADJ" or follows or _is_body_word(line, at, lexicon)):
            return None
    return None


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
    follows = line.sentence.words[at + 1] if at + 1 < len(line.forms) and not line.forms[at].cut else None
    owned = follows is not None and follows.upos == "NOUN" and follows.feats.get("Person[psor]") == "3"
    if hit.inflection.owner and not hit.inflection.case and not hit.inflection.plural:
        if word.upos == "ADJ" or owned:
            return None  # Türkiye'nin askeri müdahalesi
        if word.case == "Acc" and word.feats.get("Person[psor]") != "3":
            return replace(hit, inflection=Inflection(case="Acc"))
    owned = owned and not is_object(line, at + 1, lexicon)
    if owned and hit.inflection.plural and not hit.inflection.owner and not hit.inflection.case:
        return None  # güçler ayrılığı
    return hit


def _takes_up(noun: Hit[PeopleNoun]) -> bool:
    """A bare singular that takes up an unnamed source: `Kaynak, … öne sürdü`."""
    return noun.entry.sector in ("source",)


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
        f"people_nouns:{noun.entry.noun}",
    )


def _name(line: Line, first: int, end: int, keep: int) -> str:
    words = [form.printed for form in line.forms[first : end - 1]] + [line.forms[end - 1].text[:keep]]
    return " ".join(words)
