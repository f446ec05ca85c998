"""Observations of people with what their names tell, ready for comparing.

In:  observations and the lexicon of names.
Out: Bearers, and the tables that lead from a name to those who may bear it: nobody is compared with everybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.lexicon.world import Politician
from vakanuvis.record.registry import Observation


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """An observation of a person. ``words``: the name in plain letters without particles; ``sounds``: how all of it
    may sound, ``family``: how its surname may; ``known``: who it is, if the lexicon knows one such person; ``is_part``:
    there is only a surname, seldom only a first name.
    """

    seen: Observation
    words: tuple[str, ...]
    sounds: frozenset[str]
    family: frozenset[str]
    known: Politician | None
    is_part: bool

    @property
    def id(self) -> str:
        """The id of the observation."""
        return self.seen.id


@dataclass(slots=True)
class Bearers:
    """All bearers in the order of their ids, and the tables."""

    every: list[Bearer] = field(default_factory=list)
    by_sound: dict[str, list[Bearer]] = field(default_factory=dict)
    by_family: dict[str, list[Bearer]] = field(default_factory=dict)
    by_start: dict[tuple[str, ...], list[Bearer]] = field(default_factory=dict)


def bearers_of(observations: Iterable[Observation], names: NameLexicon) -> Bearers:
    """The people among the observations."""
    found = Bearers()
    for seen in observations:
        if seen.kind != "person" or not names.words(seen.name, seen.country):
            continue
        bearer = _bearer(seen, names)
        found.every.append(bearer)
        for sound in bearer.sounds:
            found.by_sound.setdefault(sound, []).append(bearer)
        if not bearer.is_part:
            for sound in bearer.family:
                found.by_family.setdefault(sound, []).append(bearer)
        for end in range(2, len(bearer.words)):
            found.by_start.setdefault(bearer.words[:end], []).append(bearer)
    return found


def is_part_of(short: Bearer, long: Bearer, names: NameLexicon) -> bool:
    """True if the shorter name may be what is left of the longer: Tayyip Erdoğan, R. Erdoğan, Erdoğan.

    The surname stays; of the other words each is a word of the longer name, in its order, or its first letter.
    """
    if len(short.words) > len(long.words) or not short.family & long.family:
        return False
    if names.fathers.intersection(long.words[-2:-1]) and not names.fathers.intersection(short.words):
        return False  # the son of Selman is not Selman
    country = short.seen.country or long.seen.country
    mine, theirs = list(given_words(short, names)), list(given_words(long, names))
    if len(mine) == len(theirs) and not any(len(word) == 1 for word in mine):
        return False
    for word in mine:
        while theirs and not _may_write(word, theirs[0], country, names):
            theirs.pop(0)
        if not theirs:
            return False
        theirs.pop(0)
    return True


def given_words(bearer: Bearer, names: NameLexicon) -> tuple[str, ...]:
    """The words of the name beside the surname."""
    if bearer.seen.country in names.spellings.surname_first:
        return bearer.words[1:]
    return bearer.words[:-1]


def _may_write(word: str, full: str, country: str | None, names: NameLexicon) -> bool:
    if len(word) == 1:
        return word == full[0]
    return word == full or bool(names.sounds((word,), country) & names.sounds((full,), country))


def _bearer(seen: Observation, names: NameLexicon) -> Bearer:
    words = names.words(seen.name, seen.country)
    surname = words[0] if seen.country in names.spellings.surname_first else words[-1]
    return Bearer(
        seen,
        words,
        names.sounds(words, seen.country),
        names.sounds((surname,), seen.country),
        names.known(seen.name, seen.country),
        sum(word not in names.fathers for word in words) == 1,
    )
