"""Judge what is left of a name: a surname, or a name without its middle word.

In:  bearers whose whole names are judged.
Out: a judgement for each shorter name: `same` where one person of its state bears it, `unsure` where several do.

    Fidan (TUR)  →  Hakan Fidan (TUR)          Kim (PRK)  →  Kim Jong-un? Kim Yo-jong?
"""

from __future__ import annotations

from collections.abc import Iterable

from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.resolve.bearers import Bearer, Bearers, is_part_of
from vakanuvis.resolve.judging import Judgements
from vakanuvis.resolve.offices import (
    hold_other_offices,
    may_be_successors,
    share_own_office,
    shared_office,
    what_parts,
)

_MOST_UNSURE = 5  # a longer list of candidates tells nobody anything


def judge_parts(bearers: Bearers, names: NameLexicon, judgements: Judgements) -> None:
    """Add to ``judgements`` whom the shorter names mean: the longest first, for a shorter one may then lean on it."""
    for short in sorted(bearers.every, key=lambda bearer: (-len(bearer.words), bearer.id)):
        found = [long for long in _longer(short, bearers, names) if long is not short]
        if any(judgements.are_one(short.id, long.id) for long in found):
            continue
        at_home = [long for long in found if short.seen.country and long.seen.country == short.seen.country]
        if at_home:
            _judge_at_home(short, at_home, names, judgements)
        else:
            _judge_by_office(short, found, names, judgements)


def _longer(short: Bearer, bearers: Bearers, names: NameLexicon) -> list[Bearer]:
    """Everybody whose name the short one may be a part of, in the order of the ids."""
    found = {long.id: long for sound in short.family for long in bearers.by_family.get(sound, ())}
    fitting = {key: long for key, long in found.items() if is_part_of(short, long, names)}
    if not short.is_part:
        # A name without its family: Temim bin Hamad (Al Sani).
        fitting |= {
            long.id: long
            for long in bearers.by_start.get(short.words, ())
            if shared_office(short.seen, long.seen, names)
        }
    return [fitting[key] for key in sorted(fitting)]


def _judge_at_home(short: Bearer, found: list[Bearer], names: NameLexicon, judgements: Judgements) -> None:
    """All candidates serve the state of the short name."""
    how = "surname-alone" if short.is_part else "part-of-name"
    for long in found:
        if short.id in long.seen.beside or long.id in short.seen.beside:
            judgements.judge(short.id, long.id, "different", (how, "told-apart"))
    left = [long for long in found if not judgements.is_judged(short.id, long.id)]
    if short.known and short.is_part:
        return  # what the lexicon knows was judged before: nobody else of this surname goes by it alone
    if _count(left, judgements) > 1:
        holders = [long for long in left if share_own_office(short.seen, long.seen, names)]
        if _count(holders, judgements) != 1:
            _leave_open(short, holders or left, (how, "several-bearers"), judgements)
            return
        judgements.judge(short.id, _fullest(holders).id, "same", (how, "same-office"))
    elif left:
        parts = [_what_parts(short, long, names) for long in left]
        if parts[0] and all(parts):
            _leave_open(short, left, (how, parts[0]), judgements)
        else:
            judgements.judge(short.id, _fullest(left).id, "same", (how, "only-bearer"))


def _judge_by_office(short: Bearer, found: list[Bearer], names: NameLexicon, judgements: Judgements) -> None:
    """One of both has no state: only an office can tell."""
    how = "surname-alone" if short.is_part else "part-of-name"
    # Without a state only the same letters are worth a question: Şeref is not Sharif.
    open_state = [
        long
        for long in found
        if None in (short.seen.country, long.seen.country) and long.words[-1:] == short.words[-1:]
    ]
    holders = [long for long in open_state if share_own_office(short.seen, long.seen, names)]
    if _count(holders, judgements) == 1:
        judgements.judge(short.id, _fullest(holders).id, "same", (how, "same-office"))
    elif _count(open_state, judgements) <= (1 if short.is_part else _MOST_UNSURE):
        _leave_open(short, open_state, (how, "no-state"), judgements)


def _what_parts(short: Bearer, long: Bearer, names: NameLexicon) -> str | None:
    if may_be_successors(short.seen, long.seen, names):
        return "far-apart"
    parts = what_parts(short.seen, long.seen, names)
    if parts is None and hold_other_offices(short.seen, long.seen, names):
        return "other-office"
    return parts


def _leave_open(short: Bearer, found: list[Bearer], because: Iterable[str], judgements: Judgements) -> None:
    reasons = tuple(because)
    for long in sorted(found, key=lambda long: (-long.seen.count, long.id))[:_MOST_UNSURE]:
        judgements.judge(short.id, long.id, "unsure", reasons)


def _count(found: Iterable[Bearer], judgements: Judgements) -> int:
    return len({judgements.clusters.find(long.id) for long in found})


def _fullest(found: Iterable[Bearer]) -> Bearer:
    return max(found, key=lambda long: (len(long.words), long.seen.count, long.id))
