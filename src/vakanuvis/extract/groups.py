"""Noun groups as events need them: brackets passed over, and who owns what.

In:  a tagged Sentence.
Out: its noun groups; for possessed groups the group that owns them.

    Avrupa Topluluğu (AT) gözlemcilerinin raporu
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ~~~~~~
    owner                                 possessed
    (the report of the European Community (EC) observers)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from vakanuvis.language.chunks import NounGroup, noun_groups
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word
from vakanuvis.text.letters import is_capitalized, lower

PARTICLE = "ilgeç"  # the role of a group before a stiffened form such as `uyarınca`, `ardından`
_ATTRIBUTIVE = frozenset({PARTICLE, "yönelik", "karşı", "hakkında"})
_SEEN_THROUGH = frozenset("()\"'“”„‟«»‘’")  # `denetçilerin "koşulsuz" dönüşü`
_FAR = 10  # words between an owner and what it owns


@dataclass(frozen=True, slots=True)
class Joints:
    """What names and predicates tell about groups, as indexes of words.

    ``cuts``: a group is cut before them; ``joins``: it goes on behind them; ``inner``: they stand inside predicates of
    several words; ``full``: verbs whose object stands right before them.
    """

    cuts: frozenset[int] = frozenset()
    joins: frozenset[int] = frozenset()
    inner: frozenset[int] = frozenset()
    full: frozenset[int] = frozenset()


def groups_of(
    sentence: Sentence, postpositions: Mapping[str, str], times: Collection[int], joints: Joints
) -> tuple[NounGroup, ...]:
    """The noun groups: brackets passed over, times cut off, postpositions that the tagger took for nouns set right."""
    marked = tuple(
        replace(word, upos="ADP") if word.upos in ("NOUN", "ADJ") and lower(word.form) in postpositions else word
        for word in sentence.words
    )
    found = noun_groups(replace(sentence, words=marked), postpositions, times)
    bracketed = _bracketed(sentence.words)
    out: list[NounGroup] = []
    for item in found:
        group = _without_times(sentence, item, times)
        if group.head + 1 in joints.inner and group.postposition:
            group = replace(group, postposition=None)  # `üyeliğine karşı çıktı`: the verb's own word
        behind = _behind_bracket(sentence.words, group.head)
        if behind is not None and not group.postposition:
            group = replace(group, postposition=postpositions.get(lower(sentence.words[behind].form)))
        if not group.postposition and group.head + 1 < len(sentence.words) and group.head + 1 not in joints.inner:
            behind_it = sentence.words[group.head + 1]
            if behind_it.upos == "ADP" and not behind_it.feats:
                group = replace(group, postposition=PARTICLE)
        before = out[-1] if out else None
        if (
            before
            and before.case == "Nom"
            and group.first in (_behind_bracket(sentence.words, before.head), _joined_behind(before, joints))
        ):
            group = replace(group, first=before.first, span=Span(before.span.start, group.span.end))
            out.pop()
        if group.first not in bracketed:
            pieces = _cut(sentence.words, group, joints.cuts)
            if out and len(pieces) > 1:
                out[-1] = _with_case_of(sentence.words, out[-1], pieces[0])
            out.extend(pieces)
    return tuple(_with_own_case(sentence.words, out, at) for at in range(len(out)))


def _with_own_case(words: tuple[Word, ...], groups: list[NounGroup], at: int) -> NounGroup:
    """`Lider, Kenya'nın …`, `Kızılhaç, su ve gıdanın …`: no list lends the group before it its case."""
    group = groups[at]
    bare = words[group.head].case in ("", "Nom") and words[group.head].stem == words[group.head].span
    if not bare or group.case == "Nom" or group.postposition or words[group.head + 1].form != ",":
        return group
    for before, following in pairwise(groups[at:]):
        between = words[before.head + 1 : following.first]
        if len(between) != 1 or (between[0].form != "," and between[0].upos not in ("CCONJ", "ADP")):
            break
        if (words[following.head].upos == "PROPN") != (words[group.head].upos == "PROPN"):
            break
        if between[0].form != ",":
            return group
    return replace(group, case="Nom")


def _joined_behind(group: NounGroup, joints: Joints) -> int | None:
    return group.head + 1 if group.head in joints.joins else None


def _with_case_of(words: tuple[Word, ...], group: NounGroup, following: NounGroup) -> NounGroup:
    """A coordinated group took its case from a last member that was not cut yet."""
    if words[group.head].case in ("", "Nom") and words[group.head + 1].upos == "CCONJ":
        return replace(group, case=following.case, postposition=following.postposition)
    return group


def _cut(words: tuple[Word, ...], group: NounGroup, cuts: Collection[int]) -> list[NounGroup]:
    """`200 isyancı | silah`, `Yunanistan | Ege'de`: what does not belong together, though it stands together."""
    places = [index for index in range(group.first + 1, group.head + 1) if index in cuts]
    out: list[NounGroup] = []
    first = group.first
    for place in places:
        last = words[place - 1]
        possessed = last.feats.get("Person[psor]") == "3"
        span = Span(words[first].span.start, last.span.end)
        out.append(NounGroup(first, place - 1, last.case or "Nom", None, possessed, span))
        first = place
    return [*out, replace(group, first=first, span=Span(words[first].span.start, group.span.end))]


def group_at(groups: tuple[NounGroup, ...], index: int) -> NounGroup | None:
    """The group that holds the word, of groups in the order of the sentence."""
    at = bisect_right(groups, index, key=lambda group: group.first) - 1
    return groups[at] if at >= 0 and index <= groups[at].head else None


def modifiers_of(sentence: Sentence, groups: tuple[NounGroup, ...]) -> dict[int, list[NounGroup]]:
    """Groups right before a group that belong to it: `Etiyopya'ya ait bir gemi`, `İsveç'e yönelik itirazı`."""
    out: dict[int, list[NounGroup]] = {}
    for before, group in pairwise(groups):
        between = sentence.words[before.head + 1 : group.first]
        if before.postposition in _ATTRIBUTIVE and len(between) == 1 and between[0].upos != "PUNCT":
            out[group.head] = [before, *out.get(before.head, [])]
    return out


def _without_times(sentence: Sentence, group: NounGroup, times: Collection[int]) -> NounGroup:
    """`Bir yetkili pazartesi günü`: a time beside a noun is no part of its group."""
    words = sentence.words
    first, head = group.first, group.head
    if all(index in times for index in group.words):
        return group
    while head in times:
        head -= 1
    while first in times and first < head:
        first += 1
    if (first, head) == (group.first, group.head):
        return group
    last = words[head]
    if head == group.head:
        return replace(group, first=first, span=Span(words[first].span.start, group.span.end))
    possessed = last.feats.get("Person[psor]") == "3"
    return NounGroup(first, head, last.case or "Nom", None, possessed, Span(words[first].span.start, last.span.end))


def _behind_bracket(words: tuple[Word, ...], head: int) -> int | None:
    """The word behind a bracket that opens right after ``head``: `Avrupa Topluluğu (AT) gözlemcileri`."""
    if head + 1 >= len(words) or words[head + 1].form != "(":
        return None
    close = next((index for index in range(head + 2, len(words)) if words[index].form == ")"), None)
    return close + 1 if close is not None and close + 1 < len(words) else None


def _bracketed(words: tuple[Word, ...]) -> frozenset[int]:
    """Indexes of the words between brackets."""
    inside = False
    out: list[int] = []
    for word in words:
        if word.form in ("(", ")"):
            inside = word.form == "("
        elif inside:
            out.append(word.index)
    return frozenset(out)


def owners_of(sentence: Sentence, groups: tuple[NounGroup, ...], times: Collection[int]) -> dict[int, NounGroup]:
    """Genitive groups with the possessed group that they most likely own."""
    out: dict[int, NounGroup] = {}
    passed = _bracketed(sentence.words) | {index for g in groups if g.postposition == "ile" for index in g.words}
    for at, group in enumerate(groups):
        if group.case != "Gen" or group.postposition:
            continue
        for following in groups[at + 1 :]:
            between = [w for w in sentence.words[group.head + 1 : following.first] if w.index not in passed]
            if len(between) > _FAR or any(_ends_reach(word) for word in between):
                break
            timed = all(index in times for index in following.words)
            if sentence.words[following.head].upos == "PRON":
                continue  # `bombacının | kendini havaya uçurarak`: nobody owns a pronoun
            if following is not groups[at + 1] and _is_second_partner(sentence, following):
                continue  # `Trump'ın | Kral ve ailesi ile | görüşmesi`
            if _is_whither(sentence, groups, following):
                continue  # `Kenya'nın Avrupa Birliğine üyeliği`
            if following.possessed and following.head not in out and not timed:
                out[following.head] = group
                break
            named = sentence.words[following.head].upos == "PROPN" and not following.postposition
            if following.case == "Gen" or (not timed and named and following.case == "Nom"):
                break
    return out


def _is_second_partner(sentence: Sentence, group: NounGroup) -> bool:
    """True for the last of those with whom something is done: its owner stands right before it, not before them all."""
    return group.postposition == "ile" and group.first > 0 and sentence.words[group.first - 1].upos == "CCONJ"


def _is_whither(sentence: Sentence, groups: tuple[NounGroup, ...], group: NounGroup) -> bool:
    """True for a name in the dative right before a noun that is owned: the name leads to it and is not owned itself."""
    following = group_at(groups, group.head + 1) or group_at(groups, group.head + 4)
    named = group.case == "Dat" and not group.postposition and is_capitalized(sentence.words[group.head].form)
    return named and following is not None and following.possessed and following.first > group.head


def _ends_reach(word: Word) -> bool:
    """A comma, or a clause that takes the genitive for its own subject."""
    if word.upos == "PUNCT":
        return word.form not in _SEEN_THROUGH
    return "VerbForm" in word.feats and "Person[psor]" in word.feats
