"""The endings that nouns and names take: which letters behind a stem are an ending, and what it says.

In:  ``lexicon/words/noun_endings.tsv``, endings as grammars write them.
Out: NounEndings, which reads what stands behind a stem.

    bakanlarına  →  bakan + lar (number) + ı (owner) + na (case Dat)
         ~~~~~~
    (to their ministers)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Literal

from vakanuvis.lexicon.files import read_tsv
from vakanuvis.text.letters import without_hats

FILE = Path("words") / "noun_endings.tsv"
VOWELS = frozenset("aeıioöuü")
_BACK = frozenset("aıou")
# Back and front: the vowels of one ending chain agree with each other.
_SOUNDS = ({"A": "a", "I": "ıu", "D": "dt", "C": "cç"}, {"A": "e", "I": "iü", "D": "dt", "C": "cç"})
_SOFTENED = {"k": "ğ", "ç": "c", "t": "d", "p": "b"}


@dataclass(frozen=True, slots=True)
class NounEnding:
    """An ending as grammars write it, its place in the chain, and the UD case it makes."""

    ending: str
    slot: Literal["number", "owner", "case", "owned", "after", "of"]
    example: str
    case: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Inflection:
    """What stands behind a stem. ``length`` counts the letters of number and owner: what is left when case goes.

    ``of``: the word is made into `from there, of that` (``ABD'li``, ``CHP'liler``).
    """

    plural: bool = False
    owner: str = ""
    case: str = ""
    length: int = 0
    letters: str = ""
    of: bool = False


BARE = Inflection()


class NounEndings:
    """All chains of endings, ready for looking up."""

    def __init__(self, endings: tuple[NounEnding, ...]) -> None:
        self._chains = {vowel: dict(_chains(endings, vowel=vowel)) for vowel in (False, True)}
        # A compound that carries its owner already (`Savunma Bakanı`) goes on with the endings of an owned noun.
        self._owned = dict(_owned(endings))
        self._of = tuple(rest for made in endings if made.slot == "of" for rest, _ in _spelt((made,), vowel=False))
        self._after = tuple(
            rest for last in endings if last.slot == "after" for rest, _ in _spelt((last,), vowel=False)
        )

    @classmethod
    def read(cls, folder: Path) -> NounEndings:
        """Read the file from the lexicon folder. Raises LexiconError."""
        return cls(read_tsv(folder / FILE, NounEnding))

    def split(
        self, form: str, stem: str, *, owned: bool = False, strict: bool = False, acronym: bool = False
    ) -> Inflection | None:
        """What ``form`` adds to ``stem`` (both folded), or None if that is no ending.

        ``owned``: the stem ends in a possessive that may be followed like one. ``strict``: the vowels must agree.
        ``acronym``: the stem is read letter by letter and may end in a vowel when spoken (``ABDnin``).
        """
        if not stem or not form.startswith(stem):
            return None
        rest = form[len(stem) :]
        if not rest:
            return BARE
        if strict and not acronym and not _agrees(stem, rest):
            return None
        found = self._found(rest, stem, owned=owned, acronym=acronym)
        if found is not None:
            return found
        for last in self._after:
            if rest == last:
                return BARE
            if rest.endswith(last):
                found = found or self._found(rest[: -len(last)], stem, owned=owned, acronym=acronym)
        return found

    def split_of(self, form: str, stem: str) -> Inflection | None:
        """As ``split`` for words of the kind ``ABD'li``: what stands behind the ending that makes them."""
        for made in self._of:
            if form.startswith(stem + made):
                found = self.split(form, stem + made)
                if found is not None:
                    return replace(found, length=found.length + len(made), letters=made + found.letters, of=True)
        return None

    def _found(self, rest: str, stem: str, *, owned: bool, acronym: bool) -> Inflection | None:
        vowel = stem[-1] in VOWELS
        found = self._chains[vowel].get(rest)
        if found is None and acronym:
            found = self._chains[not vowel].get(rest)
        if found is None and owned and vowel:
            found = self._owned.get(rest)
        return found


def soft_stems(stem: str) -> tuple[str, ...]:
    """The stem and, where its last consonant softens before a vowel, the softened one (``bakanlık``, ``bakanlığ``)."""
    soft = _SOFTENED.get(stem[-1:])
    return (stem, stem[:-1] + soft) if soft and sum(letter in VOWELS for letter in stem) > 1 else (stem,)


def _agrees(stem: str, rest: str) -> bool:
    stem_vowels = [letter for letter in without_hats(stem) if letter in VOWELS]
    rest_vowels = [letter for letter in rest if letter in VOWELS]
    if not stem_vowels or not rest_vowels:
        return True
    back = rest_vowels[0] in _BACK
    # Many a borrowed word has a thin l: generali, Kemal'e.
    return back == (stem_vowels[-1] in _BACK) or (not back and stem.endswith("l"))


def _chains(endings: tuple[NounEnding, ...], *, vowel: bool) -> Iterator[tuple[str, Inflection]]:
    slots = {slot: [e for e in endings if e.slot == slot] for slot in ("number", "owner", "case", "owned")}
    # Later rows of the dictionary win: an ending that is an owner and a case at once (bakanı) is read as the owner.
    for number in (None, *slots["number"]):
        for owner in (None, *slots["owner"]):
            ends_in_vowel = _ends_in_vowel(owner, number, vowel=vowel)
            cases = slots["owned"] if owner is not None and ends_in_vowel else slots["case"]
            for case in (None, *cases):
                yield from _spelt((number, owner, case), vowel=vowel)


def _owned(endings: tuple[NounEnding, ...]) -> Iterator[tuple[str, Inflection]]:
    for case in endings:
        if case.slot == "owned":
            yield from _spelt((None, None, case), vowel=True)


def _ends_in_vowel(owner: NounEnding | None, number: NounEnding | None, *, vowel: bool) -> bool:
    if owner is not None:
        return owner.ending[-1] in "IA"
    return False if number is not None else vowel


def _spelt(chain: tuple[NounEnding | None, ...], *, vowel: bool) -> Iterator[tuple[str, Inflection]]:
    pattern: list[str] = []
    lengths: list[int] = []
    at_vowel = vowel
    for ending in chain:
        if ending is not None:
            letters = _joined(ending.ending, after_vowel=at_vowel)
            pattern += letters
            at_vowel = letters[-1] in "AI" or letters[-1] in VOWELS
        lengths.append(len(pattern))
    if not pattern:
        return
    number, owner, case = chain if len(chain) == 3 else (None, None, None)
    for sounds in _SOUNDS:
        for spelt in product(*(sounds.get(letter, letter) for letter in pattern)):
            rest = "".join(spelt)
            yield (
                rest,
                Inflection(
                    plural=number is not None,
                    owner=rest[lengths[0] : lengths[1]] if owner is not None else "",
                    case=case.case if case is not None else "",
                    length=lengths[1] if len(lengths) > 1 else 0,
                    letters=rest,
                ),
            )


def _joined(ending: str, *, after_vowel: bool) -> list[str]:
    """The letters of an ending, the bracketed ones only where they are spoken."""
    out: list[str] = []
    at = 0
    while at < len(ending):
        if ending[at] == "(":
            letter = ending[at + 1]
            if (letter in "AI") != after_vowel:
                out.append(letter)
            at += 3
        else:
            out.append(ending[at])
            at += 1
    return out
