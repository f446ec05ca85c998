"""Judge which observations of people are one person.

In:  observations of people from any number of articles.
Out: judgements, each with its reasons; nothing is merged here.

    Dışişleri Bakanı Sergei Lavrov (RUS)   Lavrov (RUS)   Sergey Lavrov (RUS)
                     ~~~~~~~~~~~~~         ~~~~~~         ~~~~~~~~~~~~~
    (one person: the same sounds in one state, and a surname that only he bears there)

A name alone joins nobody across states. What could be several people is `unsure`, and a person may decide it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.record.registry import Observation, Verdict
from vakanuvis.resolve.bearers import Bearer, Bearers, bearers_of
from vakanuvis.resolve.judging import Judgements
from vakanuvis.resolve.misspellings import judge_misspellings
from vakanuvis.resolve.offices import may_be_successors, share_own_office, shared_office, what_parts
from vakanuvis.resolve.parts import judge_parts

_Found = tuple[Verdict, tuple[str, ...]]


def judge_people(observations: Iterable[Observation], names: NameLexicon, judgements: Judgements) -> None:
    """Add to ``judgements`` what the rules say about the people among the observations, in the order of their ids."""
    bearers = bearers_of(observations, names)
    _judge_namesakes(bearers, names, judgements)
    _judge_known(bearers, names, judgements)
    judge_misspellings(bearers, names, judgements)
    judge_parts(bearers, names, judgements)


def _judge_namesakes(bearers: Bearers, names: NameLexicon, judgements: Judgements) -> None:
    found: dict[tuple[str, str], tuple[Bearer, Bearer, _Found]] = {}
    for group in bearers.by_sound.values():
        for one, other in combinations(group, 2):
            if (one.id, other.id) not in found and _are_comparable(one, other):
                found[one.id, other.id] = (one, other, _namesakes(one, other, names))
    # What is different first: then no third observation can bring it together.
    for pair in sorted(found, key=lambda pair: (found[pair][2][0] != "different", pair)):
        judgements.judge(*pair, *found[pair][2])


def _are_comparable(one: Bearer, other: Bearer) -> bool:
    """A lone surname says nothing across states: there the other bearers of the surname are asked."""
    return not (one.is_part and other.is_part) or (
        one.seen.country is not None and one.seen.country == other.seen.country
    )


def _namesakes(one: Bearer, other: Bearer, names: NameLexicon) -> _Found:
    """Judge two whole names that may be the same."""
    how = "same-letters" if one.words == other.words else "same-sound"
    if is_beside(one, other):
        return "unsure", (how, "told-apart")
    if one.seen.country == other.seen.country:
        return _in_one_state(one, other, how, names)
    office = shared_office(one.seen, other.seen, names)
    if office is not None:
        return "same", (how, "same-office")
    if one.seen.country is None or other.seen.country is None:
        return _without_state(one, other, how, names)
    if one.seen.country in names.states and other.seen.country in names.states:
        return "different", (how, "other-state")
    return _between_state_and_body(one, other, how, names)


def _between_state_and_body(one: Bearer, other: Bearer, how: str, names: NameLexicon) -> _Found:
    """Heads of bodies come from governments: a known name, and an office of a state, make Rutte and Rutte one."""
    known = one.known or other.known
    governed = any(
        bearer.seen.country in names.states and any(map(names.is_office_of_state, _office_names(bearer)))
        for bearer in (one, other)
    )
    if known and governed:
        return "same", (how, _entry(known.name))
    return "unsure", (how, "other-state")


def _office_names(bearer: Bearer) -> list[str]:
    return [held.office for held in bearer.seen.offices]


def _in_one_state(one: Bearer, other: Bearer, how: str, names: NameLexicon) -> _Found:
    parts = what_parts(one.seen, other.seen, names)
    if how == "same-sound" and not parts and may_be_successors(one.seen, other.seen, names):
        parts = "far-apart"
    if one.seen.country is None and how == "same-sound" and not parts:
        parts = None if shared_office(one.seen, other.seen, names) else "no-state"
    if parts is None:
        return "same", (how, "no-state" if one.seen.country is None else "same-state")
    if one.known and one.known is other.known and parts != "far-apart":
        return "same", (how, _entry(one.known.name))
    return "different" if parts == "other-office" else "unsure", (how, parts)


def _without_state(one: Bearer, other: Bearer, how: str, names: NameLexicon) -> _Found:
    if one.known and one.known is other.known and what_parts(one.seen, other.seen, names) is None:
        return "same", (how, _entry(one.known.name))
    return "unsure", (how, "no-state")


def _judge_known(bearers: Bearers, names: NameLexicon, judgements: Judgements) -> None:
    """Whoever is one known person under names that do not sound alike: `eş-Şara`, `Colani`."""
    groups: dict[str, list[Bearer]] = {}
    for bearer in bearers.every:
        if bearer.known:
            groups.setdefault(bearer.known.at, []).append(bearer)
    for group in groups.values():
        first = max(group, key=lambda bearer: (bearer.seen.country is not None, len(bearer.words), bearer.seen.count))
        for other in group:
            if other is first or judgements.are_one(first.id, other.id):
                continue
            found = _known(first, other, names)
            if found[0] == "same" and other.is_part and _has_rival(other, group, bearers, names):
                found = ("unsure", (*found[1], "several-bearers"))
            judgements.judge(first.id, other.id, *found)


def _has_rival(part: Bearer, group: list[Bearer], bearers: Bearers, names: NameLexicon) -> bool:
    """True if a surname goes with an office that a namesake of the known person holds, and not the known one."""
    if any(share_own_office(part.seen, other.seen, names) for other in group if other is not part):
        return False
    return any(
        long.seen.country == part.seen.country
        and long.known is not part.known
        and share_own_office(part.seen, long.seen, names)
        for sound in part.family
        for long in bearers.by_family.get(sound, ())
    )


def _known(one: Bearer, other: Bearer, names: NameLexicon) -> _Found:
    assert one.known is not None
    entry = _entry(one.known.name)
    if is_beside(one, other):
        return "unsure", (entry, "told-apart")
    if may_be_successors(one.seen, other.seen, names):
        return "unsure", (entry, "far-apart")
    parts = what_parts(one.seen, other.seen, names)
    # The office of somebody known changes; his walk of life does not.
    if parts in ("other-sector", "far-apart") and (one.is_part or other.is_part or parts == "far-apart"):
        return "unsure", (entry, parts)
    return "same", (entry,)


def is_beside(one: Bearer, other: Bearer) -> bool:
    """True if an article names both as two people."""
    return other.id in one.seen.beside or one.id in other.seen.beside


def _entry(name: str) -> str:
    return f"politicians:{name}"
