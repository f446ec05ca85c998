"""Noun groups as events need them: brackets passed over, and who owns what.

In:  a tagged Sentence.
Out: its noun groups; for possessed groups the group that owns them.

    Avrupa Topluluğu (AT) gözlemcilerinin raporu
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ~~~~~~
    owner                                 possessed
    (the report of the European Community (EC) observers)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from vakanuvis.language.chunks import NounGroup, noun_groups
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word
from vakanuvis.text.letters import lower

_NOMINAL_FEATURES = frozenset({"Case", "Number", "Number[psor]", "Person[psor]"})
PARTICLE = "ilgeç"  # the role of a group before a stiffened form such as `uyarınca`, `ardından`
_FAR = 6  # words between an owner and what it owns


def groups_of(
    sentence: Sentence, postpositions: Mapping[str, str], times: Collection[int] = ()
) -> tuple[NounGroup, ...]:
    """The noun groups: brackets passed over, times cut off, postpositions that the tagger took for nouns set right."""
    marked = tuple(
        replace(word, upos="ADP") if word.upos == "NOUN" and lower(word.form) in postpositions else word
        for word in sentence.words
    )
    found = noun_groups(replace(sentence, words=marked), postpositions, times)
    out: list[NounGroup] = []
    for item in found:
        group = _without_times(sentence, item, times)
        behind = _behind_bracket(sentence.words, group.head)
        if behind is not None and not group.postposition:
            group = replace(group, postposition=postpositions.get(lower(sentence.words[behind].form)))
        if not group.postposition and group.head + 1 < len(sentence.words):
            behind_it = sentence.words[group.head + 1]
            if behind_it.upos == "ADP" and not behind_it.feats:
                group = replace(group, postposition=PARTICLE)
        before = out[-1] if out else None
        if before and before.case == "Nom" and _behind_bracket(sentence.words, before.head) == group.first:
            group = replace(group, first=before.first, span=Span(before.span.start, group.span.end))
            out.pop()
        if not in_brackets(sentence.words, group):
            out.append(group)
    return tuple(out)


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
    close = next((word.index for word in words[head + 2 :] if word.form == ")"), None)
    return close + 1 if close is not None and close + 1 < len(words) else None


def in_brackets(words: tuple[Word, ...], group: NounGroup) -> bool:
    """True if the group stands between brackets."""
    before = next((word.form for word in reversed(words[: group.first]) if word.form in ("(", ")")), "")
    return before == "("


def owners_of(sentence: Sentence, groups: tuple[NounGroup, ...], times: Collection[int]) -> dict[int, NounGroup]:
    """Genitive groups with the possessed group that they most likely own."""
    out: dict[int, NounGroup] = {}
    for at, group in enumerate(groups):
        if group.case != "Gen":
            continue
        for following in groups[at + 1 :]:
            between = sentence.words[group.head + 1 : following.first]
            if len(between) > _FAR or any(word.upos == "PUNCT" for word in between):
                break
            if following.possessed and following.head not in out:
                out[following.head] = group
                break
            if following.case == "Gen" or not all(index in times for index in following.words):
                if following.case == "Gen":
                    break
                if following.case == "Nom" and not following.postposition:
                    break
    return out
