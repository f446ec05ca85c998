"""Whose clause it is: find, lift and share the subjects of predications.

In:  predications with the groups that stand in them.
Out: the same, with ``subject`` and ``shared_from`` filled in.

    Kenya'nın A yaptığını, B yaptığını söyledi.
    ~~~~~~~~~              ~~~~~~~~~~
    subject                shares it
    (He said that Kenya was doing A and doing B.)
"""

from __future__ import annotations

from collections.abc import Iterable

from vakanuvis.extract.clauses import Parsed, Predication
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.words import Word

_PAIR = 2


def lift_subject(parsed: Parsed, made: Predication) -> None:
    """The genitive that a clause inside took, though it belongs to the clause above it.

    `Kore'nin … sızmaya çalıştığını`, `Kore'nin, … yapılan teklifi reddettiğini`, `Kore'nin durdurma emri verdiğini`
    """
    for complement in made.complements:
        genitives = [group for group in complement.groups if group.case == "Gen" and not group.postposition]
        if complement.subject is None and genitives:
            made.subject = genitives[0]
            return
    for converb in _chain_of(made):
        genitives = [group for group in converb.groups if group.case == "Gen" and not group.postposition]
        if genitives:  # `mahkumların yataklarını ateşe verip isyan çıkardığını`
            made.subject, converb.subject = genitives[0], None
            return
    lent = lent_subject(parsed, made.groups)
    if lent is not None:
        made.subject = lent
        return
    for group in made.groups:
        carried = parsed.carries.get(group.head)
        beside = group.head == made.at - 1 and group.case == "Nom"  # `durdurma emri verdiğini`
        if carried is None or not beside or parsed.sentence.words[carried.at].feats.get("VerbForm") != "Vnoun":
            continue
        genitives = _leading_genitives(parsed, carried)
        if genitives and carried.subject is None:
            made.subject = genitives[-1]
            carried.groups = [item for item in carried.groups if item not in genitives]
            parsed.disown(genitives[-1])
            return


def _chain_of(made: Predication) -> list[Predication]:
    """The converbs before a clause, and those before them."""
    return [item for converb in made.converbs for item in (converb, *_chain_of(converb))]


def lent_subject(parsed: Parsed, groups: Iterable[NounGroup]) -> NounGroup | None:
    """A genitive with a comma behind it that a relative clause took, at whatever depth before the groups."""
    for group in groups:
        carried = parsed.carries.get(group.head)
        if carried is None:
            continue
        if carried.subject is not None and carried.subject.case == "Gen" and comma_behind(parsed, carried.subject):
            return carried.subject
        deeper = lent_subject(parsed, carried.groups)
        if deeper is not None:
            return deeper
    return None


def _leading_genitives(parsed: Parsed, clause: Predication) -> list[NounGroup]:
    """The genitives that a clause begins with, the last of which owns none of its neighbours."""
    out: list[NounGroup] = []
    for group in clause.groups:
        if group.case != "Gen" or group.postposition:
            break
        out.append(group)
    following = clause.groups[len(out) : len(out) + 1]
    owns = bool(out) and any(parsed.owners.get(group.head) is out[-1] for group in following)
    return [] if owns else out


def find_subject(parsed: Parsed, made: Predication) -> None:
    """The subject of a finite clause or converb is caseless; a comma behind it or a name in it marks it best."""
    words = parsed.sentence.words
    if words[made.at].feats.get("Person") in ("1", "2"):
        return  # `pirinç gönderdik`: no noun is the subject of `biz`
    fitting: list[NounGroup] = []
    for group in made.groups:
        if group.case != "Nom" or group.postposition or group.head in parsed.times:
            continue
        if group.head in parsed.inner:
            continue  # `yardım gönderdi`: a part of the predicate
        if made.at - group.head == 1 and words[group.head].upos != "PROPN" and made.kind == "converb":
            continue
        fitting.append(group)
    named = [g for g in fitting if any(words[index].upos == "PROPN" for index in g.words)]
    followed = [g for g in fitting if comma_behind(parsed, g)]
    if followed and named and named[0].head < followed[0].head and followed[0] not in named:
        followed = named  # `Azerbaycan sıkıyönetim, yasak ve savaş hâli ilan etti`: the comma is that of a list
    made.subject = next(iter(followed or named or fitting), None) or _plural_subject(parsed, made)


def _plural_subject(parsed: Parsed, made: Predication) -> NounGroup | None:
    """`İsrail tankları, mevzilerini vurdu`: of two plurals that could be objects the first, with its comma, is none."""
    words = parsed.sentence.words
    objects = [group for group in made.groups if group.case == "Acc" and not group.postposition]
    if len(objects) < _PAIR:
        return None
    closed = next((at for at, group in enumerate(objects[:-1]) if comma_behind(parsed, group)), None)
    first = objects[0]
    compound = first.first < first.head and words[first.head].feats.get("Number") == "Plur"
    return first if closed is not None and compound and first is made.groups[0] else None


def share_subjects(parsed: Parsed) -> None:
    """A clause without a subject of its own has that of the clause above it, or of the converb before it."""
    finite_before: Predication | None = None
    inside: dict[int, Predication] = {}
    for item in parsed.predications:
        if item.above is not None and item.kind == "converb" and item.subject:
            inside[item.above.at] = item
        if item.kind != "finite":
            continue
        item.shared_from = inside.get(item.at, finite_before)
        finite_before = item
    for item in reversed(parsed.predications):
        if item.kind == "finite":
            continue
        if item.kind == "relative":
            item.shared_from = _holder_of(parsed, item)
        elif item.above is not None:
            item.shared_from = _sister(parsed, item) or item.above


def _sister(parsed: Parsed, clause: Predication) -> Predication | None:
    """`X'in A yaptığını, B yaptığını söyledi`: the nominal clause before it in the same clause, with its subject."""
    if clause.kind != "nominal" or not has_owner_ending(parsed.sentence.words[clause.at]) or clause.above is None:
        return None
    before = [item for item in clause.above.complements if item.at < clause.at and item.subject is not None]
    return before[-1] if before else None


def _holder_of(parsed: Parsed, relative: Predication) -> Predication | None:
    """The clause in which the group that a relative clause modifies stands."""
    if relative.carried is None:
        return None
    held = parsed.holder(relative.carried)
    while held is not None and held.kind == "relative" and held is not relative and held.subject is None:
        if held.carried is None:
            return held
        above = parsed.holder(held.carried)
        if above is None or above is held:
            return held
        held = above
    return None if held is relative else held


def comma_behind(parsed: Parsed, item: NounGroup | Predication) -> bool:
    """True if a comma closes the item; a time before the comma does not count."""
    words = parsed.sentence.words
    at = (item.head if isinstance(item, NounGroup) else item.at) + 1
    while at < len(words) and at in parsed.times:
        at += 1
    return at < len(words) and words[at].form == ","


def has_owner_ending(word: Word) -> bool:
    """True if a nominalised verb tells its subject by its ending: `gönderdiği`, `göndermesi`."""
    return "Person[psor]" in word.feats
