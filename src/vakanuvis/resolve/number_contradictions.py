"""Find the numbers on which the articles of one story disagree.

In:  the Tellings of one story.
Out: Contradictions, each with one side per article.

    Gün:    Kazada 12 kişi öldü.      Akşam:  Kazada 15 kişi öldü.
                   ~~~~~~~                           ~~~~~~~
    (Twelve / fifteen people died in the accident.)

A later article that counts more tells of the hours between, and contradicts nobody; nor do two speakers who count
differently: the articles agree on what each of them says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vakanuvis.record.days import may_overlap
from vakanuvis.record.terms import Contradiction, Side
from vakanuvis.resolve.numbers import Count, Counting, may_both_be_true
from vakanuvis.resolve.printed import words_of
from vakanuvis.resolve.telling import Telling, share, stems_of

_ALIKE = 0.4  # of the shorter sentence's stems, numbers aside
_FEWEST_ALIKE = 2  # stems: what a heading and a sentence share may be one name
_MOST_SIDES = 8  # articles: enough to look at


@dataclass(frozen=True, slots=True)
class _Fact:
    telling: Telling
    count: Count
    stems: frozenset[str]
    days: tuple[str, ...]
    letters: str


def number_contradictions(tellings: Sequence[Telling], counting: Counting) -> Iterator[Contradiction]:
    """Numbers of the same thing that cannot both be true."""
    # Copies tell the same fact in the same words: the earliest of them is compared for all.
    told: dict[tuple[float, frozenset[str], str], list[_Fact]] = {}
    for telling in sorted(tellings, key=lambda telling: (telling.day, telling.id)):
        for fact in _facts(telling, counting):
            told.setdefault((fact.count.value, fact.stems, fact.letters), []).append(fact)
    copies = list(told.values())
    facts = [same[0] for same in copies]
    left = list(range(len(facts)))
    while left:
        one = left.pop(0)
        against = [at for at in left if _disagree(facts[one], facts[at], facts, counting)]
        if against:
            same = [at for at in left if facts[at].count.value == facts[one].count.value]
            with_one = [at for at in same if counting.are_of_one(facts[one].count, facts[at].count)]
            yield _contradiction([fact for at in (one, *with_one, *against) for fact in copies[at]])
            left = [at for at in left if at not in (*with_one, *against)]


def _facts(telling: Telling, counting: Counting) -> Iterator[_Fact]:
    for sentence in telling.sentences:
        words = words_of(telling.text, sentence)
        stems = frozenset(stem for stem in stems_of(words) if not stem[0].isdecimal())
        days = telling.days_in(sentence)
        for count in counting.counts(words, telling.times):
            yield _Fact(telling, count, stems, days, count.span.letters(telling.text))


def _disagree(one: _Fact, other: _Fact, facts: Sequence[_Fact], counting: Counting) -> bool:
    if one.telling is other.telling or not counting.are_of_one(one.count, other.count):
        return False
    if may_both_be_true(one.count, other.count):
        return False
    if share(one.stems, other.stems) < _ALIKE or len(one.stems & other.stems) < _FEWEST_ALIKE:
        return False
    if not any(may_overlap(day, other_day) for day in one.days or (None,) for other_day in other.days or (None,)):
        return False
    if _is_update(one, other) or _are_said_by_two(one, other):
        return False
    # A number inside a quotation is part of its wording, and compared there.
    if all(fact.telling.is_quoted(fact.count.span) for fact in (one, other)):
        return False
    return not any(
        fact.telling is side.telling and fact.count.value == against.count.value
        for side, against in ((one, other), (other, one))
        for fact in facts
    )


def _is_update(one: _Fact, other: _Fact) -> bool:
    """True where the greater number is the later one, or is told as having grown."""
    low, high = sorted((one, other), key=lambda fact: fact.count.value)
    return high.count.grown or low.telling.day < high.telling.day


def _are_said_by_two(one: _Fact, other: _Fact) -> bool:
    mine, theirs = (fact.telling.speakers_of(fact.count.span) for fact in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _contradiction(facts: Sequence[_Fact]) -> Contradiction:
    first: dict[str, _Fact] = {}
    for fact in sorted(facts, key=lambda fact: (fact.telling.day, fact.telling.id, fact.count.span)):
        first.setdefault(fact.telling.id, fact)
    sides = tuple(
        Side(fact.letters, fact.telling.id, fact.telling.record_at(fact.count.span), fact.count.span)
        for fact in list(first.values())[:_MOST_SIDES]
    )
    values = " / ".join(dict.fromkeys(side.value for side in sides))
    subject = next((side.record for side in sides if side.record != side.article), None)
    return Contradiction("number", subject, min(fact.telling.day for fact in facts), values, sides, ("numbers-differ",))
