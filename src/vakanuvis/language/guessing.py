"""Guess where the stem of an unknown word ends: by its suffixes, the longest first.

In:  lower-case letters that no stem of the lexicon explains.
Out: stems with endings.

    Putinin → Putin + genitive · tvitlerinden → tvit + plural + possessive + ablative
    (Putin's · from his tweets)
"""

from __future__ import annotations

from collections.abc import Iterator

from vakanuvis.language.inflection import Ending, Inflection
from vakanuvis.language.phonology import VOWELS
from vakanuvis.language.stems import Stem
from vakanuvis.language.suffixes import Features, needs_of

_SHORTEST_NAME = 3
_SHORTEST_STEM = 3
_MOST_NAMES = 3
_MOST_WORDS = 3
_CASES = frozenset({"Acc", "Dat", "Loc", "Abl", "Gen", "Ins"})
_NAME = Stem("", "PROPN", "noun")
_NOUN = Stem("", "NOUN", "noun")
_VERB = Stem("", "VERB", "verb", needs=needs_of("aorist_i long"))


def guessed_names(words: Inflection, small: str) -> Iterator[tuple[int, Ending]]:
    """Places where an unknown name may end before a case or plural suffix."""
    found = 0
    for length in range(_SHORTEST_NAME, len(small)):
        if not _can_be_stem(small[:length]):
            continue
        for ending in words.after(small, length, _NAME):
            feats = dict(ending.feats)
            plain = not any(name in feats for name in ("Person[psor]", "Tense", "VerbForm", "Mood"))
            if (
                plain
                and not ending.upos
                and feats.get("Case") in _CASES | ({"Nom"} if feats.get("Number") == "Plur" else set())
            ):
                yield length, ending
                found += 1
        if found >= _MOST_NAMES:
            return


def guessed_words(words: Inflection, small: str) -> Iterator[tuple[int, str, str, Features]]:
    """Readings of an unknown word in lower case as a noun or a verb."""
    found = 0
    for length in range(_SHORTEST_STEM, len(small)):
        stem = small[:length]
        if not _can_be_stem(stem):
            continue
        for kind in (_NOUN, _VERB):
            for ending in words.after(small, length, kind):
                if kind is _VERB and len(small) - length < 3:
                    continue
                lemma = stem[:-1] + "k" if kind is _NOUN and stem[-1] == "ğ" else stem
                yield length, lemma + ending.tail, ending.upos or kind.upos, ending.feats
                found += 1
        if found >= _MOST_WORDS:
            return


def _can_be_stem(stem: str) -> bool:
    return any(letter in VOWELS for letter in stem)
