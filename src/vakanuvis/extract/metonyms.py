"""Tell whether the name of a capital means the city or the state.

In:  a Line and the sign of a capital in it.
Out: True where it stands for the state.

    Ankara, Moskova'da yapılan görüşmeyi olumlu buldu.
    ~~~~~~  ~~~~~~~
    state   city
    (Ankara thought well of the meeting held in Moscow.)
"""

from __future__ import annotations

from vakanuvis.extract.objects import is_object
from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon, Owner
from vakanuvis.lexicon.matcher import Hit

_WHERE = frozenset({"Loc", "Abl", "Dat", "Equ"})


def stands_for_state(line: Line, hit: Hit[Owner], lexicon: ActorLexicon) -> bool:
    """A seat of government always does; a capital does as a subject, owner, object or companion of an act."""
    if hit.entry.kind == "seat":
        return True
    word = line.sentence.words[hit.end - 1]
    case = hit.inflection.case or (word.case if line.forms[hit.end - 1].cut else "")
    if line.sentence.kind == "byline" or case in _WHERE or _is_named_city(line, hit.first, lexicon):
        return False
    follows = hit.end if hit.end < len(line.forms) else None
    if follows is None:
        return False
    if case == "Gen":
        return not _is_thing(line, follows, lexicon)
    if case in ("Ins", "Acc"):
        return True
    return _acts(line, hit, follows, lexicon)


def _is_named_city(line: Line, first: int, lexicon: ActorLexicon) -> bool:
    """`başkent Paris`, `ABD'nin başkenti Washington`."""
    if not first:
        return False
    before = line.forms[first - 1]
    return bool(lexicon.things.longest((before,), 0) and not before.cut)


def _is_thing(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    return any(lexicon.things.longest(line.forms, n) for n in range(at, min(at + 2, len(line.forms))))


def _acts(line: Line, hit: Hit[Owner], follows: int, lexicon: ActorLexicon) -> bool:
    """Bare: a subject or a member of a pair, not the first half of a compound (`Ankara ziyareti`)."""
    word, following = line.sentence.words[hit.end - 1], line.sentence.words[follows]
    if following.form in (",", "-", "–"):
        paired = follows + 1 < len(line.forms) and follows + 1 in line.owner_at
        return word.deprel == "nsubj" or paired or hit.first == 0
    if word.deprel == "nsubj":
        return True
    if following.upos in ("NOUN", "PROPN") and following.feats.get("Person[psor]") == "3":
        return hit.first == 0 and is_object(line, follows, lexicon)
    if following.upos == "PROPN" or follows in line.title_at:
        return False
    return word.deprel in ("nsubj", "obl", "conj", "nmod:poss", "nmod") or hit.first == 0
