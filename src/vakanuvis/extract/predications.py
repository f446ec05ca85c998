"""Cut a sentence into predications: what is predicated, with the noun groups that belong to it.

In:  a tagged Sentence.
Out: predications in the order of their verbs, each with its groups, its complements and the clause above it.

    Lavrov, Rusya'yı ziyaret eden bakanla görüştü.
    ~~~~~~                        ~~~~~~~ ~~~~~~~
            ~~~~~~~~         ~~~~
    (Lavrov met the minister, who was visiting Russia.)

Turkish verbs close their clauses, so the cut is made from case endings and order, and the parse is not asked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vakanuvis.extract.clauses import Kind, Parsed, Predication
from vakanuvis.extract.groups import Joints, group_at, groups_of, modifiers_of, owners_of
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.words import Sentence, Word

__all__ = ["Kind", "Parsed", "Predication", "parse"]

_BESIDE = 2  # words between a caseless object and its verb
_REACH = 8  # constituents between a genitive subject and its verb
Item = NounGroup | Predication


def parse(
    sentence: Sentence, postpositions: Mapping[str, str], times: Collection[int] = (), joints: Joints | None = None
) -> Parsed:
    """Cut the sentence up. ``times`` are the indexes of words in time expressions, which are no subjects."""
    joints = joints or Joints()
    groups = groups_of(sentence, postpositions, times, joints)
    by_head = {group.head: group for group in groups}
    owners = owners_of(sentence, groups, times)
    parsed = Parsed(sentence, groups, owners=owners, times=times, inner=joints.inner)
    parsed.modifiers.update(modifiers_of(sentence, groups))
    pending: list[Item] = []
    waiting: list[Predication] = []
    closing = _nominal_predicate(sentence)
    for word in sentence.words:
        if (_is_predicate(word) and word.index not in times) or word.index == closing:
            kind = _kind(sentence, word, groups, times)
            made = Predication(word.index, kind, word.index)
            made.takes_carried = kind == "relative" and not _has_owner_ending(word)
            _take(parsed, made, pending, joints.full)
            parsed.add(made)
            if kind == "relative":
                waiting.append(made)
            else:
                pending.append(made)
                if kind == "finite":
                    pending.clear()
        elif word.index in by_head:
            group = by_head[word.index]
            if waiting:
                waiting[-1].carried = group
                parsed.carries[group.head] = waiting.pop()
                waiting.clear()
            if not all(index in times for index in group.words):
                pending.append(group)
    _share_subjects(parsed)
    return parsed


def _is_predicate(word: Word) -> bool:
    if word.quotation is not None or word.deprel == "cop":
        return False
    return word.upos in ("VERB", "AUX") or word.feats.get("VerbForm") in ("Part", "Conv", "Vnoun")


def _nominal_predicate(sentence: Sentence) -> int | None:
    """The adjective or particle that closes a sentence without a verb: `… kararlıdır`, `… söz konusu değil`."""
    last = next((word for word in reversed(sentence.words) if word.upos != "PUNCT"), None)
    if last is None or _is_predicate(last) or last.upos not in ("ADJ", "PART", "AUX", "NOUN") or last.case:
        return None
    return last.index


def _kind(sentence: Sentence, word: Word, groups: tuple[NounGroup, ...], times: Collection[int]) -> Kind:
    form = word.feats.get("VerbForm", "Fin")
    if form == "Conv":
        return "converb"
    follows = _next_word(sentence, word.index)
    group = group_at(groups, follows) if follows is not None else None
    if form not in ("Part", "Vnoun"):
        if word.case and "Person" not in word.feats:
            return "nominal"
        # `sona erdirecek formül`, `bölünmüş ada`: a participle that looks like a finite verb.
        looks_back = word.feats.get("Tense") == "Fut" or word.feats.get("Evident") == "Nfh"
        return "relative" if looks_back and group is not None and follows == word.index + 1 else "finite"
    if word.case not in ("", "Nom") or follows is None or group is None:
        return "nominal"
    if not _has_owner_ending(word):
        return "relative"
    if follows in times or group.postposition == "tarafından" or group.case == "Equ":
        return "nominal"
    if form == "Vnoun" and (not group.possessed or sentence.words[group.head].upos == "PROPN"):
        return "nominal"
    return "relative"


def _has_owner_ending(word: Word) -> bool:
    return "Person[psor]" in word.feats


def _next_word(sentence: Sentence, index: int) -> int | None:
    """The next word that could be modified: conjunctions and adverbs are passed over, punctuation is not."""
    for at in range(index + 1, len(sentence.words)):
        word = sentence.words[at]
        if word.upos == "PUNCT" or word.quotation is not None:
            return word.index if word.quotation is not None else None
        if word.upos not in ("CCONJ", "ADV", "PART"):
            return word.index
    return None


def _take(parsed: Parsed, made: Predication, pending: list[Item], full: Collection[int]) -> None:
    """Give the predicate what stands to its left and belongs to it."""
    words = parsed.sentence.words
    nonfinite = made.kind in ("relative", "nominal")
    wants_genitive = nonfinite and _has_owner_ending(words[made.at])
    # A clause without a possessive ending stands close to what it belongs to and does not reach over a comma.
    bare = nonfinite and not wants_genitive
    taken: list[Item] = []
    while pending:
        item = pending[-1]
        if isinstance(item, Predication):
            if nonfinite and item.kind == "converb" and item.subject is not None:
                break
            if made.kind == "converb" and item.kind == "nominal" and _comma_behind(parsed, item):
                break
            taken.append(pending.pop())
            continue
        caseless = item.case == "Nom" and not item.postposition
        closed = _comma_behind(parsed, item)
        barred = nonfinite and caseless and (closed or not _is_bare_object(parsed, item, made, taken))
        if barred and (closed or not wants_genitive or not _reaches_genitive(parsed, pending)):
            break
        if closed and (bare or made.kind == "relative"):
            break
        if nonfinite and item.case == "Gen":
            stands_for = wants_genitive and not _another_genitive(pending) and not _is_beside(item, taken)
            if _is_owner(parsed, item, taken) and not stands_for:
                taken.append(pending.pop())
                continue
            if not wants_genitive:
                break
            made.subject = item
            taken.append(pending.pop())
            _take_partners(words, pending, taken)
            break
        if nonfinite and made.at in full and item.case == "Acc":
            break  # `iş insanını | casusluk yaptığı suçlamasıyla tutukladı`
        taken.append(pending.pop())
    taken.reverse()
    for item in taken:
        if isinstance(item, Predication):
            item.above = made
            made.first = min(made.first, item.first)
            if item.kind == "nominal":
                made.complements.append(item)
        else:
            made.groups.append(item)
            made.first = min(made.first, parsed.left_edge(item))
    if not nonfinite:
        _find_subject(parsed, made, parsed.times)
    elif wants_genitive and made.subject is None:
        _lift_subject(made)


def _lift_subject(made: Predication) -> None:
    """`Kore'nin … sızmaya çalıştığını`: the genitive that a complement took belongs to the clause above it."""
    for complement in made.complements:
        genitives = [group for group in complement.groups if group.case == "Gen" and not group.postposition]
        if complement.subject is None and genitives:
            made.subject = genitives[0]
            return


def _take_partners(words: tuple[Word, ...], pending: list[Item], taken: list[Item]) -> None:
    """`Ürdün ile İngiltere'nin anlaştığı`: what is joined to a genitive subject stands in the clause with it."""
    while pending:
        item, before = pending[-1], taken[-1]
        if not isinstance(item, NounGroup) or not isinstance(before, NounGroup):
            return
        between = words[item.head + 1 : before.first]
        joined = len(between) == 1 and (between[0].upos in ("CCONJ", "ADP") or between[0].form == ",")
        if not joined or (item.case != "Gen" and item.postposition != "ile"):
            return
        if between[0].form == "," and item.case == "Gen":
            return
        taken.append(pending.pop())


def _reaches_genitive(parsed: Parsed, pending: list[Item]) -> bool:
    """True if a genitive subject stands further to the left, before anything that a comma closes off."""
    for item in reversed(pending[-_REACH:]):
        if isinstance(item, Predication):
            continue
        if item.case == "Gen" and not item.postposition:
            return True
        if item.case == "Nom" and _comma_behind(parsed, item):
            return False
    return False


def _another_genitive(pending: list[Item]) -> bool:
    """True if a further genitive could be the subject, so that this one is an owner."""
    return sum(isinstance(item, NounGroup) and item.case == "Gen" for item in pending[-6:]) > 1


def _is_beside(group: NounGroup, taken: list[Item]) -> bool:
    """`Norveç'in yanında olduğunu`: the genitive belongs to the place before the verb."""
    last = taken[-1] if taken else None
    return isinstance(last, NounGroup) and last.case == "Loc" and last.possessed and group.head + 1 == last.first


def _is_owner(parsed: Parsed, group: NounGroup, taken: list[Item]) -> bool:
    return any(
        isinstance(item, NounGroup) and (owner := parsed.owners.get(item.head)) is not None and owner.head == group.head
        for item in taken
    )


def _comma_behind(parsed: Parsed, item: Item) -> bool:
    """True if a comma closes the item; a time before the comma does not count."""
    words = parsed.sentence.words
    at = (item.head if isinstance(item, NounGroup) else item.at) + 1
    while at < len(words) and at in parsed.times:
        at += 1
    return at < len(words) and words[at].form == ","


def _is_bare_object(parsed: Parsed, group: NounGroup, made: Predication, taken: list[Item]) -> bool:
    """A caseless group beside the verb is its object (`yardım gönderen`), unless it is a name."""
    words = parsed.sentence.words
    if group.head in parsed.inner:
        return True
    outside = [item for item in taken if isinstance(item, NounGroup) and item.head not in parsed.inner]
    if any(item.case == "Nom" and not item.postposition for item in outside):
        return False
    if made.kind == "relative" and group.possessed and words[made.at].feats.get("VerbForm") == "Part":
        return True  # `sayıları 16'yı bulan`: the subject is a part of the head
    if words[group.head].upos == "PROPN":
        return False
    between = words[group.head + 1 : made.at]
    return len(between) <= _BESIDE and all(word.upos == "ADV" or word.case in ("", "Nom") for word in between)


def _find_subject(parsed: Parsed, made: Predication, times: Collection[int]) -> None:
    """The subject of a finite clause or converb is caseless; a comma behind it or a name in it marks it best."""
    words = parsed.sentence.words
    fitting: list[NounGroup] = []
    for group in made.groups:
        if group.case != "Nom" or group.postposition or group.head in times:
            continue
        if group.head in parsed.inner:
            continue  # `yardım gönderdi`: a part of the predicate
        if made.at - group.head == 1 and words[group.head].upos != "PROPN" and made.kind == "converb":
            continue
        fitting.append(group)
    named = [g for g in fitting if any(words[index].upos == "PROPN" for index in g.words)]
    followed = [g for g in fitting if _comma_behind(parsed, g)]
    made.subject = next(iter(followed or named or fitting), None)


def _share_subjects(parsed: Parsed) -> None:
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
    if clause.kind != "nominal" or not _has_owner_ending(parsed.sentence.words[clause.at]) or clause.above is None:
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
