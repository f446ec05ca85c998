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
from vakanuvis.extract.frames import nominal_predicate
from vakanuvis.extract.genitives import (
    Item,
    adopt,
    another_genitive,
    holds_genitive,
    is_beside,
    is_lent,
    is_owner,
    is_promised,
    reaches_genitive,
)
from vakanuvis.extract.groups import Joints, group_at, groups_of, modifiers_of, owners_of
from vakanuvis.extract.slots import AGENT, is_passive
from vakanuvis.extract.subjects import comma_behind, find_subject, has_owner_ending, lift_subject, share_subjects
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.words import Sentence, Word

__all__ = ["Kind", "Parsed", "Predication", "parse"]

_BESIDE = 2  # words between a caseless object and its verb


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
    closing = nominal_predicate(sentence.words)
    for word in sentence.words:
        # `istenmeyen kişi ilan etti`: a participle inside a predicate has no clause of its own.
        stiff = word.index in joints.inner and word.feats.get("VerbForm") == "Part"
        if (_is_predicate(word) and word.index not in times and not stiff) or word.index == closing:
            kind = _kind(sentence, word, groups, times)
            made = Predication(word.index, kind, word.index)
            made.takes_carried = kind == "relative" and not has_owner_ending(word)
            _take(parsed, made, pending, joints.full)
            parsed.add(made)
            _take_times(parsed, made)
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
    share_subjects(parsed)
    return parsed


def _take_times(parsed: Parsed, made: Predication) -> None:
    """`kasımda düzenlenecek foruma davet etti`: a time right before a clause is the clause's, so the forum's here."""
    words, times = parsed.sentence.words, parsed.times
    feats = words[made.at].feats
    infinitive = feats.get("VerbForm") == "Vnoun" and not has_owner_ending(words[made.at])
    if made.kind != "nominal" or infinitive or feats.get("Tense") == "Fut":
        while made.first - 1 in times or (made.kind == "finite" and _closes_time(parsed, made.first - 1)):
            made.first -= 1


def _closes_time(parsed: Parsed, at: int) -> bool:
    return at > 0 and parsed.sentence.words[at].form == "," and at - 1 in parsed.times


def _is_predicate(word: Word) -> bool:
    if word.quotation is not None or word.deprel == "cop":
        return False
    return word.upos in ("VERB", "AUX") or word.feats.get("VerbForm") in ("Part", "Conv", "Vnoun")


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
    if not has_owner_ending(word):
        return "relative"
    if follows in times or group.postposition == "tarafından" or group.case == "Equ":
        return "nominal"
    if form == "Vnoun" and (not group.possessed or sentence.words[group.head].upos == "PROPN"):
        return "nominal"
    return "relative"


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
    wants_genitive = nonfinite and has_owner_ending(words[made.at])
    # A clause without a possessive ending stands close to what it belongs to and does not reach over a comma.
    bare = nonfinite and not wants_genitive
    taken: list[Item] = []
    # `ilan edilmesinin ardından`: what a comma parts from such a clause belongs to the clause behind it.
    stiff = nonfinite and made.at + 1 < len(words) and words[made.at + 1].upos == "ADP"
    while pending:
        item = pending[-1]
        if isinstance(item, Predication):
            if _stands_apart(parsed, item, made):
                break
            taken.append(pending.pop())
            continue
        if _is_foreign(parsed, item, made, taken, full):
            break
        caseless = item.case == "Nom" and not item.postposition
        closed = comma_behind(parsed, item)
        barred = nonfinite and caseless and (closed or not _is_bare_object(parsed, item, made, taken))
        if barred and (closed or not wants_genitive or not reaches_genitive(parsed, pending)):
            break
        subject_far = closed and wants_genitive and item.case == "Gen" and not stiff
        if closed and wants_genitive and item.case == "Acc" and holds_genitive(taken):
            break  # `açıklamasını, | Kenya'nın görüşülmesini istediğinin kanıtı sayarak`
        if closed and (bare or made.kind == "relative") and not subject_far:
            break
        if nonfinite and item.case == "Gen" and not item.postposition:
            if wants_genitive and _has_patient(parsed, made, taken) and not is_owner(parsed, item, taken):
                break  # `tarafların | sefer başlatılmasını istediği`
            if is_promised(parsed, item, made, taken, pending):
                taken.append(pending.pop())
                continue
            another = another_genitive(pending) or is_lent(parsed, item, pending, taken)
            stands_for = wants_genitive and not another and not is_beside(item, taken)
            if is_owner(parsed, item, taken) and not stands_for:
                taken.append(pending.pop())
                continue
            if not wants_genitive:
                break
            made.subject = item
            taken.append(pending.pop())
            _take_partners(words, pending, taken)
            _take_object(parsed, pending, taken)
            break
        taken.append(pending.pop())
    _attach(parsed, made, taken[::-1])
    _find_subject(parsed, made)


def _find_subject(parsed: Parsed, made: Predication) -> None:
    if made.kind not in ("relative", "nominal"):
        find_subject(parsed, made)
    elif has_owner_ending(parsed.sentence.words[made.at]) and made.subject is None:
        lift_subject(parsed, made)
    adopt(parsed, made)


def _has_patient(parsed: Parsed, made: Predication, taken: list[Item]) -> bool:
    """True if a passive has what is done to, so that a genitive before it is no subject of its."""
    bare = [item for item in taken if isinstance(item, NounGroup) and item.case == "Nom" and not item.postposition]
    return is_passive(parsed.sentence.words[made.at]) and any(item.head not in parsed.inner for item in bare)


def _stands_apart(parsed: Parsed, item: Predication, made: Predication) -> bool:
    """True if a clause to the left stands beside the predicate's clause, not in it."""
    if made.kind == "nominal" and _is_sister(parsed, item, made):
        return True
    if made.kind in ("relative", "nominal") and item.kind == "converb" and item.subject is not None:
        return True
    return made.kind in ("converb", "relative") and item.kind == "nominal" and comma_behind(parsed, item)


def _is_foreign(parsed: Parsed, item: NounGroup, made: Predication, taken: list[Item], full: Collection[int]) -> bool:
    """True if the predicate can have no such group, so that it belongs to a clause further right."""
    if made.kind == "finite":
        return False
    passive = is_passive(parsed.sentence.words[made.at])
    if made.kind == "converb":
        # `bombacının | kendini havaya uçurarak öldürdüğünü`
        return item.case == "Gen" and not item.postposition and not is_owner(parsed, item, taken)
    if item.postposition == AGENT:
        return not passive
    # `iş insanını | casusluk yaptığı suçlamasıyla tutukladı`, `elçiyi | istenmeyen kişi ilan etti`
    return item.case == "Acc" and (made.at in full or passive)


def _attach(parsed: Parsed, made: Predication, taken: list[Item]) -> None:
    for item in taken:
        if isinstance(item, Predication):
            item.above = made
            made.first = min(made.first, item.first)
            if item.kind == "nominal":
                made.complements.append(item)
            elif item.kind == "converb":
                made.converbs.append(item)
        else:
            made.groups.append(item)
            made.first = min(made.first, parsed.left_edge(item))


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


def _take_object(parsed: Parsed, pending: list[Item], taken: list[Item]) -> None:
    """`önerilen değişiklikleri Kenya'nın reddettiğini`: the object before the genitive subject."""
    item = pending[-1] if pending else None
    if not isinstance(item, NounGroup) or item.case != "Acc" or item.postposition or comma_behind(parsed, item):
        return
    if not any(isinstance(other, NounGroup) and other.case == "Acc" for other in taken):
        taken.append(pending.pop())


def _is_sister(parsed: Parsed, item: Predication, made: Predication) -> bool:
    """`… kaçırdığını, … patlattığını bildirdi`: two clauses side by side, neither inside the other."""
    words = parsed.sentence.words
    one, other = words[item.at], words[made.at]
    behind = words[item.at + 1]
    if item.kind != "nominal" or not has_owner_ending(one):
        return False
    if not has_owner_ending(other):  # `karşı olduğuna ve | ikna etmeye çalıştığına`
        return behind.upos == "CCONJ" and other.case == "Dat" and _closed_alike(parsed, one, made.at + 1)
    if one.case != other.case:
        return False
    return behind.form == "," or behind.upos == "CCONJ"


def _closed_alike(parsed: Parsed, one: Word, at: int) -> bool:
    """True if the word is a nominalised verb in the same ending, which the clause before is joined to."""
    word = parsed.sentence.words[at] if at < len(parsed.sentence.words) else one
    return word is not one and _is_predicate(word) and has_owner_ending(word) and word.case == one.case


def _is_bare_object(parsed: Parsed, group: NounGroup, made: Predication, taken: list[Item]) -> bool:
    """A caseless group beside the verb is its object (`yardım gönderen`), unless it is a name."""
    words = parsed.sentence.words
    if group.head in parsed.inner:
        return True
    outside = [item for item in taken if isinstance(item, NounGroup) and item.head not in parsed.inner]
    if any(item.case == "Nom" and not item.postposition for item in outside):
        return False
    if made.kind == "relative" and group.possessed and words[made.at].feats.get("VerbForm") == "Part":
        # `sayıları 16'yı bulan`: the subject is a part of the head, and has no name of its own.
        return all(words[index].upos != "PROPN" for index in group.words)
    if words[group.head].upos == "PROPN":
        return False
    passes = group.possessed and all(words[index].upos != "PROPN" for index in group.words)
    between = [word for word in words[group.head + 1 : made.at] if not (passes and word.index in parsed.inner)]
    return len(between) <= _BESIDE and all(word.upos == "ADV" or word.case in ("", "Nom") for word in between)
