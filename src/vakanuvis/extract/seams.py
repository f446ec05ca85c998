"""Where words that stand together do not belong together.

In:  two neighbouring words, and what names they stand in.
Out: yes or no.

    Rusya Ukrayna'ya saldırdı.
         |
    two names, no compound
    (Russia attacked Ukraine.)
"""

from __future__ import annotations

from collections.abc import Sequence

from vakanuvis.record.words import Word


def parts(before: Word, word: Word, kinds: Sequence[str | None], begins: bool) -> bool:
    """True if two words that stand together do not belong together. ``kinds``: the actors that they name."""
    left, right = kinds
    named = before.upos in ("NOUN", "PROPN")
    if begins and named and (_is_bare(word) or _possessed(before) or left == "person"):
        return True  # `200 isyancı | silah bıraktı`
    if _possessed(word):
        return before.upos == "NOUN" and _is_crowd(before) and word.case not in ("", "Nom", "Gen")
    if left is not None and right is not None and left != "adjective":
        return True  # `Rusya | Ukrayna'ya`
    if left in ("person", "country") and word.upos in ("NOUN", "PROPN"):
        return True  # `Yunanistan | adaya`
    return right == "country" and before.upos == "NOUN"


def _is_crowd(word: Word) -> bool:
    return word.feats.get("Number") == "Plur" and word.case in ("", "Nom") and not _possessed(word)


def _possessed(word: Word) -> bool:
    return word.feats.get("Person[psor]") == "3"


def _is_bare(word: Word) -> bool:
    return word.upos == "NOUN" and word.case in ("", "Nom") and word.stem == word.span
