"""What the network sees of a word: numbers for its affixes, its shape, its letters and its traits.

Training and reading both come through here, so a word can never be described in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from vakanuvis.language.traits import WordTraits
from vakanuvis.text import letters

FEATURES = ("word", "s1", "s2", "s3", "s4", "s5", "s6", "p3", "p5", "base", "shape", "vector", "stem")
"""``stem`` is looked up in the table of ``vector``: the word's lemma, for words whose own form is rare."""
LETTERS = 20
"""Letters kept of a word: the first eight and the last twelve of a longer one."""

_ABSENT, _UNKNOWN, _FIRST = 0, 1, 2
_MARKS = str.maketrans(dict.fromkeys("’‘ʼ`´‛", "'") | dict.fromkeys("“”„«»‟″", '"'))
_DIGITS = str.maketrans("123456789", "000000000")
_HEAD = 8

Ids = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float32]


def normalized(form: str) -> str:
    """Curly quotation marks and apostrophes made straight; the length stays the same."""
    return form.translate(_MARKS)


def vector_key(form: str) -> str:
    """A form as the words of raw text are counted: small letters, no suffix after an apostrophe."""
    low = letters.lower(normalized(form)).translate(_DIGITS)
    return low.partition("'")[0] or low


def describe(form: str) -> Iterator[tuple[str, str]]:
    """Name and value of every feature that a form has."""
    low = letters.lower(normalized(form)).translate(_DIGITS)
    yield "word", low
    for length in range(1, 7):
        if len(low) >= length:
            yield f"s{length}", low[-length:]
    for length in (3, 5):
        if len(low) >= length:
            yield f"p{length}", low[:length]
    base, mark, _ = low.partition("'")
    if mark and base:
        yield "base", base
    yield "shape", shape(normalized(form))
    yield "vector", base or low


def shape(form: str) -> str:
    """``Ankara'da`` → ``Xx'x``: runs of one kind of letter become one sign."""
    signs: list[str] = []
    for letter in form:
        if letter.isalpha():
            sign = "X" if letter.isupper() else "x"
        elif letter.isdigit():
            sign = "0"
        else:
            sign = letter if letter in "'.,-:%/\"" else "#"
        if not signs or signs[-1] != sign or (sign == "X" and signs.count(sign) == 1):
            signs.append(sign)
    return "".join(signs[:8])


class WordFeatures:
    """Turns forms into rows of numbers by the tables of a trained model.

    ``values``: for each feature and for ``char`` its known values; ``names``: the traits that have a column. A model
    without traits has no ``stem`` either.
    """

    def __init__(self, values: Mapping[str, Iterable[str]], names: Sequence[str], traits: WordTraits) -> None:
        self._tables = {name: {value: i for i, value in enumerate(known, _FIRST)} for name, known in values.items()}
        if names:
            self._tables["stem"] = self._tables["vector"]
        known = [name for name in FEATURES if name in self._tables]
        self._columns = {name: column for column, name in enumerate(known)}
        self._trait_columns = {name: column for column, name in enumerate(names)}
        self._traits = traits

    def row(self, form: str) -> tuple[Ids, Ids, Shares]:
        """The numbers of the features, of the letters, and the shares of the traits."""
        features = np.zeros(len(self._columns), np.int64)
        for name, value in describe(form):
            if name in self._columns:
                features[self._columns[name]] = self._tables[name].get(value, _UNKNOWN)
        shares = np.zeros(len(self._trait_columns), np.float32)
        if self._trait_columns:
            traits, lemma = self._traits.of(form)
            features[self._columns["stem"]] = self._tables["stem"].get(vector_key(lemma), _UNKNOWN)
            for name, share in traits.items():
                if name in self._trait_columns:
                    shares[self._trait_columns[name]] = share
        signs = normalized(form)
        if len(signs) > LETTERS:
            signs = signs[:_HEAD] + signs[_HEAD - LETTERS :]
        chars = np.zeros(LETTERS, np.int64)
        table = self._tables["char"]
        chars[: len(signs)] = [table.get(sign, _UNKNOWN) for sign in signs]
        return features, chars, shares
