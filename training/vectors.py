"""Word vectors from raw text: what stands next to a word, pressed into a few numbers.

The treebanks hold some 15,000 word forms; a newspaper uses ten times as many. Two words with the same neighbours are
used alike, so the network can treat the second as it learnt to treat the first.
"""

from __future__ import annotations

import lzma
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from vakanuvis.language.word_features import vector_key

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")
_SIDES = (-1, 1)
_STEP = 200_000


def lines(paths: list[Path], most: int) -> Iterator[list[str]]:
    """The words of each line, at most so many characters of each file."""
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as text:
            read = 0
            for line in text:
                yield _TOKEN.findall(line)
                read += len(line)
                if read > most:
                    break


def learn(paths: list[Path], *, words: int, contexts: int, width: int, most: int) -> tuple[list[str], np.ndarray]:
    """The most frequent words and their vectors: positive pointwise mutual information with neighbours, then SVD."""
    seen: Counter[str] = Counter()
    keys: dict[str, str] = {}
    for tokens in lines(paths, most):
        for token in tokens:
            key = keys.get(token)
            if key is None:
                key = keys[token] = vector_key(token)
            seen[key] += 1
    kept = [word for word, _ in seen.most_common(words)]
    endings: Counter[str] = Counter()
    for word, times in seen.items():
        endings[word[-3:]] += times
    row = {word: place for place, word in enumerate(kept)}
    word_column = {word: place for place, word in enumerate(kept[:contexts])}
    end_column = {end: place for place, (end, _) in enumerate(endings.most_common(contexts // 4))}
    numbers: dict[str, tuple[int, int, int]] = {
        token: (row.get(key, -1), word_column.get(key, -1), end_column.get(key[-3:], -1)) for token, key in keys.items()
    }
    blocks = [np.zeros((len(kept), len(columns)), np.float32) for columns in (word_column, end_column) for _ in _SIDES]
    stream = lines(paths, most)
    while batch := list(islice(stream, _STEP)):
        flat = np.array([numbers[token] for tokens in batch for token in [*tokens, "."]], np.int64)
        for place, block in enumerate(blocks):
            side, column = _SIDES[place % 2], 1 + place // 2
            here, near = (flat[1:, 0], flat[:-1, column]) if side < 0 else (flat[:-1, 0], flat[1:, column])
            good = (here >= 0) & (near >= 0)
            pairs, times = np.unique(here[good] * block.shape[1] + near[good], return_counts=True)
            block.reshape(-1)[pairs] += times
    matrix = np.concatenate([_surprise(block) for block in blocks], axis=1)
    torch.manual_seed(0)
    left, strength, _ = torch.svd_lowrank(torch.from_numpy(matrix), q=min(width + 16, *matrix.shape), niter=3)
    vectors = (left[:, :width] * strength[:width].sqrt()).numpy()
    return kept, vectors / vectors.std() * 0.5


def _surprise(counts: np.ndarray) -> np.ndarray:
    """Positive pointwise mutual information, with frequent contexts smoothed."""
    rows = counts.sum(1, keepdims=True) + 1
    columns = counts.sum(0, keepdims=True) ** 0.75 + 1
    with np.errstate(divide="ignore"):
        value = np.log(counts) - np.log(rows) - np.log(columns / columns.sum())
    return np.maximum(value, 0, out=value)
