"""Raw text as numbers: read once, used for word vectors and for the language model.

In:  text files, plain or xz.
Out: the distinct forms, and the text as their numbers, sentence by sentence.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
_ENDS = frozenset(".!?…")
_LETTERS = 4
_SHORTEST = 3
"""Words that a sentence must have: a full stop behind fewer is that of an abbreviation or an ordinal."""


@dataclass(frozen=True, slots=True)
class RawText:
    """``ids`` index ``forms``; sentence ``n`` is ``ids[starts[n] : starts[n + 1]]``."""

    forms: list[str]
    ids: np.ndarray
    starts: np.ndarray

    def frequencies(self) -> np.ndarray:
        """How often each form is printed."""
        return np.bincount(self.ids, minlength=len(self.forms))


def read(paths: list[Path], most: int) -> RawText:
    """All files, at most ``most`` characters of each."""
    index: dict[str, int] = {}
    parts: list[np.ndarray] = []
    lengths: list[int] = []
    for line in _lines(paths, most):
        tokens = _TOKEN.findall(line)
        if tokens:
            parts.append(np.array([index.setdefault(token, len(index)) for token in tokens], np.int32))
            lengths.append(len(tokens))
    forms, ids = _without_rare(list(index), np.concatenate(parts))
    return RawText(forms, ids, _starts(forms, ids, np.cumsum([0, *lengths])))


def _without_rare(forms: list[str], ids: np.ndarray) -> tuple[list[str], np.ndarray]:
    """Words that are printed once, which are half of all, stand as their last letters: so much of them is grammar."""
    times = np.bincount(ids, minlength=len(forms))
    index: dict[str, int] = {}
    short = [form if seen > 1 else form[-_LETTERS:] for form, seen in zip(forms, times.tolist(), strict=True)]
    numbers = np.array([index.setdefault(form, len(index)) for form in short], np.int32)
    return list(index), numbers[ids]


def _lines(paths: list[Path], most: int) -> Iterator[str]:
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as text:
            taken = 0
            for line in text:
                yield line
                taken += len(line)
                if taken > most:
                    break


def _starts(forms: list[str], ids: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Where sentences begin: at lines, and behind a full stop before a capital."""
    ends = np.array([form in _ENDS for form in forms])[ids]
    capital = np.array([form[:1].isupper() for form in forms])[ids]
    inner = np.flatnonzero(ends[:-1] & capital[1:]) + 1
    kept = []
    last = 0
    borders = set(lines.tolist())
    for place in np.union1d(inner, lines).tolist():
        if place in borders or place - last > _SHORTEST:
            kept.append(place)
            last = place
    return np.array(kept)
