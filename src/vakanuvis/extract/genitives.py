"""Tell what a genitive is: the subject of a nominalised verb, or the owner of a noun.

In:  what stands to the left of a verb and was not yet given to a clause; what the verb took already.
Out: yes or no.

    Kenya'nın | Somali'nin teklifini reddettiğini
    ~~~~~~~~~   ~~~~~~~~~~
    subject     owner
    (that Kenya rejected Somalia's offer)
"""

from __future__ import annotations

from vakanuvis.extract.clauses import Parsed, Predication
from vakanuvis.extract.subjects import comma_behind, lent_subject
from vakanuvis.language.chunks import NounGroup

Item = NounGroup | Predication
_REACH = 8  # constituents between a genitive subject and its verb


def reaches_genitive(parsed: Parsed, pending: list[Item]) -> bool:
    """True if a genitive subject stands further to the left, before anything that a comma closes off."""
    owning = [parsed.owners.get(item.head) for item in pending[-_REACH:] if isinstance(item, NounGroup)]
    for item in reversed(pending[-_REACH:]):
        if isinstance(item, Predication):
            continue
        if item.case == "Gen" and not item.postposition and item not in owning:
            return True
        if item.case == "Nom" and comma_behind(parsed, item):
            return False
    return False


def another_genitive(pending: list[Item]) -> bool:
    """True if a further genitive could be the subject, so that this one is an owner."""
    return sum(isinstance(item, NounGroup) and item.case == "Gen" for item in pending[-6:]) > 1


def holds_genitive(taken: list[Item]) -> bool:
    """True if a clause inside holds the genitive that can be the subject."""
    return any(
        isinstance(item, Predication)
        and item.subject is None
        and any(group.case == "Gen" and not group.postposition for group in item.groups)
        for item in taken
    )


def is_lent(parsed: Parsed, group: NounGroup, pending: list[Item], taken: list[Item]) -> bool:
    """True if a clause inside took the subject, and its comma with it, so that this genitive is an owner."""
    groups = [item for item in (*pending[-_REACH:], *taken, group) if isinstance(item, NounGroup)]
    return lent_subject(parsed, groups) is not None


def adopt(parsed: Parsed, made: Predication) -> None:
    """`Kenya'nın, toplantı yapılmasına ilişkin önerisini`: a genitive left alone owns what follows it in its clause."""
    owning = {owner.head for owner in parsed.owners.values()}
    for at, group in enumerate(made.groups):
        if group.case != "Gen" or group.postposition or group is made.subject or group.head in owning:
            continue
        owned = (item for item in made.groups[at + 1 :] if item.possessed and item.head not in parsed.owners)
        following = next(owned, None)
        if following is not None and following.head not in parsed.inner:
            parsed.owners[following.head] = group


def is_promised(parsed: Parsed, group: NounGroup, made: Predication, taken: list[Item], pending: list[Item]) -> bool:
    """`Irak, denetçilerin dönüşüne izin vereceğini bildirdi`: who promises is the subject, the genitive an owner."""
    if parsed.sentence.words[made.at].feats.get("Tense") != "Fut" or not is_owner(parsed, group, taken):
        return False
    return any(
        isinstance(item, NounGroup) and item.case == "Nom" and not item.postposition and comma_behind(parsed, item)
        for item in pending[-_REACH:]
    )


def is_beside(group: NounGroup, taken: list[Item]) -> bool:
    """`Norveç'in yanında olduğunu`: the genitive belongs to the place before the verb."""
    last = taken[-1] if taken else None
    return isinstance(last, NounGroup) and last.case == "Loc" and last.possessed and group.head + 1 == last.first


def is_owner(parsed: Parsed, group: NounGroup, taken: list[Item]) -> bool:
    """True if the genitive owns something that the verb took."""
    return any(
        isinstance(item, NounGroup) and (owner := parsed.owners.get(item.head)) is not None and owner.head == group.head
        for item in taken
    )
