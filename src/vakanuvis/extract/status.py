"""Did it happen? Tense, mood, polarity and the clauses above a predicate.

In:  the scene of a match.
Out: its circumstance: actual, planned, hypothetical, historical or unreal; negated or not; future or not.

    Norveç, Moldova'ya yardım göndermeyi planlıyor.
                              ~~~~~~~~~~ ~~~~~~~~~ planned
    (Norway is planning to send aid to Moldova.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from vakanuvis.extract.frames import FrameTable, holds
from vakanuvis.extract.predications import Parsed, Predication
from vakanuvis.extract.scenes import Scene

Reality = Literal["actual", "planned", "hypothetical", "historical", "unreal"]
_BEHIND = 4  # words behind a clause or an event noun that can tell what became of it
_FAR_BEHIND = 8  # the same, behind a dative that a conjunction can part from its postposition
_DEEPEST = 6  # clauses above one another


@dataclass(frozen=True, slots=True)
class Circumstance:
    """How the text presents an event. ``wanted``: only somebody's demand, offer, plan or fear speaks of it."""

    reality: Reality = "actual"
    negative: bool = False
    future: bool = False
    necessary: bool = False
    reported: bool = False


def circumstance(scene: Scene) -> Circumstance:
    """The circumstance of a match."""
    if scene.clause is None:
        return _of_bare_noun(scene)
    found = _of_clause(scene.parsed, scene.table, scene.clause)
    if scene.match.is_noun and scene.clause.kind == "relative":
        return _noun_behind(scene, found)
    return replace(found, reality="unreal") if _is_alleged(scene) else found


def _is_alleged(scene: Scene) -> bool:
    """`casusluk yaptığı suçlamasıyla`: what a charge says is not what happened."""
    carried = scene.clause.carried if scene.clause is not None else None
    return carried is not None and holds([scene.words[carried.head]], scene.table.group("iddialar"))


def _of_clause(parsed: Parsed, table: FrameTable, clause: Predication, depth: int = 0) -> Circumstance:
    feats = parsed.sentence.words[clause.at].feats
    own = Circumstance(
        negative=feats.get("Polarity") == "Neg",
        future=feats.get("Tense") == "Fut",
        reported=clause.kind == "nominal",
    )
    if depth > _DEEPEST:
        return own
    if clause.kind == "finite":
        return _of_finite(parsed, table, clause, own)
    if clause.kind == "converb":
        return _of_converb(parsed, table, clause, own, depth)
    if clause.kind == "relative":
        return _of_relative(parsed, table, clause, own, depth)
    return _of_nominal(parsed, table, clause, own, depth)


def _of_finite(parsed: Parsed, table: FrameTable, clause: Predication, own: Circumstance) -> Circumstance:
    words = parsed.sentence.words
    feats = words[clause.at].feats
    mood = feats.get("Mood", "")
    after = words[clause.at + 1 : clause.at + 2]
    tense = feats.get("Tense")
    if "Cnd" in mood and after and after[0].upos == "CCONJ":
        return own  # `itiraz etse de`: so it is, and the rest holds all the same
    if "Cnd" in mood or holds(after, table.group("soru")):
        return replace(own, reality="unreal")
    if "Nec" in mood:
        return replace(own, reality="unreal", necessary=True)
    if mood in ("Opt", "Des", "Imp") or "Opt" in mood or "Des" in mood:
        return replace(own, reality="unreal")
    if "Pot" in mood and not own.negative:
        return replace(own, reality="hypothetical", future=True)
    if feats.get("Aspect") == "Hab" and tense == "Past" and feats.get("Person") == "1":
        return replace(own, reality="unreal")  # `desteklemezdim`
    if any(word.upos == "AUX" and word.feats.get("Tense") in ("Past", "Pqp") for word in after):
        return replace(own, reality="historical")
    if tense == "Pqp" or (feats.get("Evident") == "Nfh" and _shares_pluperfect(parsed, clause)):
        return replace(own, reality="historical")
    if own.future:
        return replace(own, reality="planned")
    if holds(words[clause.at : clause.at + 1], table.group("beklenti")) and feats.get("Voice") == "Pass":
        return replace(own, reality="planned")
    return own


def _shares_pluperfect(parsed: Parsed, clause: Predication) -> bool:
    """True for the first of two that share an ending: `görüşmüş ve anlaşma imzalamıştı`."""
    following = _next_finite(parsed, clause)
    return following is not None and parsed.sentence.words[following.at].feats.get("Tense") == "Pqp"


def _of_converb(parsed: Parsed, table: FrameTable, clause: Predication, own: Circumstance, depth: int) -> Circumstance:
    above = clause.above or _next_finite(parsed, clause)
    if above is None:
        return own
    feats = parsed.sentence.words[clause.at].feats
    if "Cnd" in feats.get("Mood", ""):
        following = parsed.sentence.words[clause.at + 1 : clause.at + 2]
        return own if following and following[0].upos == "CCONJ" else replace(own, reality="unreal")
    upper = _of_clause(parsed, table, above, depth + 1)
    return replace(upper, negative=own.negative, future=upper.future, necessary=False)


def _of_relative(parsed: Parsed, table: FrameTable, clause: Predication, own: Circumstance, depth: int) -> Circumstance:
    """A relative clause takes for granted what it tells; a noun's complement does not."""
    words = parsed.sentence.words
    feats = words[clause.at].feats
    if feats.get("VerbForm") == "Vnoun" and clause.carried is not None:
        return _governed(parsed, table, clause, clause.carried.head, own, depth)
    if holds(words[clause.at : clause.at + 1], table.group("beklenti")):
        return replace(own, reality="planned")
    if not own.future:
        return own
    # `greve gidecekleri tehdidinde bulundu`: the noun is what announces it.
    announced = clause.carried is not None and holds([words[clause.carried.head]], table.group("söz adları"))
    return replace(own, reality="planned", reported=announced)


def _of_nominal(parsed: Parsed, table: FrameTable, clause: Predication, own: Circumstance, depth: int) -> Circumstance:
    above = clause.above or _next_finite(parsed, clause)
    last = above.at if above is not None and above.at > clause.at else clause.at
    return _governed(parsed, table, clause, last, own, depth)


def _governed(
    parsed: Parsed, table: FrameTable, clause: Predication, last: int, own: Circumstance, depth: int
) -> Circumstance:
    """What the words behind a nominal clause, up to its governor, make of it."""
    words = parsed.sentence.words
    verbal_noun = words[clause.at].feats.get("VerbForm") == "Vnoun"
    end = _last_of_chain(parsed, clause)
    near = words[end + 1 : min(last + 1, end + 1 + _BEHIND)]
    governor = [*near, *([words[last]] if last > end + _BEHIND else [])]
    if last > 0 and last - 1 > end + _BEHIND:
        governor.insert(-1, words[last - 1])
    if holds(near[:2], table.group("koşul")):
        return replace(own, reality="hypothetical")
    if not verbal_noun:
        if "Pot" in words[clause.at].feats.get("Mood", "") and not own.negative:
            return replace(own, reality="hypothetical")  # `imzalanabileceğini`
        past = "historical" if holds(governor, table.group("anan")) else own.reality
        return replace(own, reality="planned" if own.future else past)
    if words[clause.at].case == "Gen" and holds(near[:1], table.group("ardı süren")):
        return replace(own, reality="historical")
    behind = words[clause.at + 1] if clause.at + 1 < len(words) else None
    if words[clause.at].case == "Gen" and behind is not None and behind.upos == "ADP":
        return own  # `ilan edilmesinin ardından`: what follows tells nothing of it
    if words[clause.at].case == "Dat" and holds(
        words[clause.at + 1 : clause.at + 1 + _FAR_BEHIND], table.group("amaç")
    ):
        return replace(own, reality="unreal")
    if holds(near[:1], table.group("amaç")):
        return replace(own, reality="unreal")
    if holds(governor, table.group("beklenti")):
        return replace(own, reality="planned", future=True)
    if clause.subject is None and holds(governor, table.group("istekli")):
        return replace(own, reality="planned", future=True, reported=True)
    if holds(governor, table.group("gerçek dışı")) or holds(governor, table.group("içeren")):
        return replace(own, reality="unreal")
    above = clause.above
    if above is not None and holds(words[max(clause.at + 1, above.at - 1) : above.at + 1], table.group("süren")):
        upper = _of_clause(parsed, table, above, depth + 1)
        return replace(upper, negative=own.negative or upper.negative)
    return own


def _last_of_chain(parsed: Parsed, clause: Predication) -> int:
    """`sağlamaması ve … gitmemesi halinde`: what stands behind the last of joined clauses holds for each."""
    words = parsed.sentence.words
    at = clause.at
    for item in parsed.predications:
        joined = at + 1 < len(words) and words[at + 1].upos == "CCONJ"
        if joined and item.at > at and item.kind == clause.kind and words[item.at].case == words[at].case:
            at = item.at
    return at


def _of_bare_noun(scene: Scene) -> Circumstance:
    """An event noun without a light verb: the words behind it and its clause tell what became of it."""
    return _noun_behind(scene, Circumstance())


def _noun_behind(scene: Scene, own: Circumstance) -> Circumstance:
    words, table, parsed = scene.words, scene.table, scene.parsed
    last = scene.match.last
    near = words[last + 1 : last + 1 + 2]
    if holds(near, table.group("koşul")):
        return replace(own, reality="hypothetical")
    if holds(near, table.group("beklenti")):
        return replace(own, reality="planned", future=True)
    held = parsed.holder(scene.group) if scene.group is not None else None
    if held is not None and holds(words[max(last + 1, held.at - 1) : held.at + 1], table.group("kaldıran")):
        return replace(own, reality="unreal")
    if scene.clause is not None:
        return own
    if held is not None:
        governor = words[max(last + 1, held.at - 1) : held.at + 1]
        if holds(governor, table.group("beklenti")):
            return replace(own, reality="planned", future=True)
        if holds(governor, table.group("boşa çıkan")) and words[last].case in ("Nom", "Acc", "Dat", "Abl", ""):
            return replace(own, reality="unreal")
    return own


def _next_finite(parsed: Parsed, clause: Predication) -> Predication | None:
    return next((item for item in parsed.predications if item.at > clause.at and item.kind == "finite"), None)
