"""Judge names that differ by a slip of the pen: only the same office of the same state makes them one.

Rusya Savunma Bakanı Leonid Sidorkov    Rusya Savunma Bakanı Leonid Sidrkov
                     ~~~~~~~~~~~~~~~                         ~~~~~~~~~~~~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from vakanuvis.extract.spelling import is_misspelt
from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.record.registry import Verdict
from vakanuvis.resolve.bearers import Bearer, Bearers, given_words
from vakanuvis.resolve.judging import Judgements
from vakanuvis.resolve.offices import what_parts
from vakanuvis.text.letters import folded

# Letters: shorter words differ by a letter and are still two names (Güler, Gülen; Hasan, Hakan).
_SHORTEST = 6


def judge_misspellings(bearers: Bearers, names: NameLexicon, judgements: Judgements) -> None:
    """Add to ``judgements`` the pairs that a slip parts and an office joins."""
    blocks: dict[tuple[str, str, str], list[Bearer]] = {}
    for bearer in bearers.every:
        for key in _keys(bearer, names):
            blocks.setdefault(key, []).append(bearer)
    pairs = {(one.id, other.id): (one, other) for block in blocks.values() for one, other in combinations(block, 2)}
    for pair in sorted(pairs):
        one, other = pairs[pair]
        if not one.sounds & other.sounds and _differ_by_a_slip(one, other, names):
            told_apart = other.id in one.seen.beside or one.id in other.seen.beside
            parts = "told-apart" if told_apart else what_parts(one.seen, other.seen, names)
            verdict: Verdict = "unsure" if parts else "same"
            judgements.judge(*pair, verdict, ("misspelt-name", parts or "same-office"))


def _keys(bearer: Bearer, names: NameLexicon) -> Iterator[tuple[str, str, str]]:
    """State, office and the letters of the name or of the surname with one of them left out.

    Two words that are one slip apart share such a key, so nobody is compared with everybody.
    """
    if bearer.seen.country is None:
        return
    surname = _surname(bearer, names)
    for office in {folded(held.office) for held in bearer.seen.offices}:
        if not names.is_own_office(office):
            continue
        for word in {surname, "".join(bearer.words)}:
            if len(word) >= _SHORTEST:
                yield from ((bearer.seen.country, office, key) for key in _shortened(word))


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _differ_by_a_slip(one: Bearer, other: Bearer, names: NameLexicon) -> bool:
    if one.is_part or other.is_part:
        # With no first name to bear it out, only an office that one person holds at a time.
        heads = {folded(held.office).split()[-1] for held in one.seen.offices}
        return bool(heads & names.exclusive) and _is_slip(_surname(one, names), _surname(other, names))
    mine, theirs = given_words(one, names), given_words(other, names)
    if names.sounds(mine, one.seen.country) & names.sounds(theirs, other.seen.country):
        return _is_slip(_surname(one, names), _surname(other, names))
    if not one.family & other.family or len(mine) != len(theirs):
        return False
    unlike = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    # Two first names that are both borne are two people.
    return len(unlike) == 1 and _is_slip(*unlike[0]) and not names.given.issuperset(unlike[0])


def _is_slip(one: str, other: str) -> bool:
    return one != other and min(len(one), len(other)) >= _SHORTEST and is_misspelt(one, other)


def _surname(bearer: Bearer, names: NameLexicon) -> str:
    return bearer.words[0] if bearer.seen.country in names.spellings.surname_first else bearer.words[-1]
