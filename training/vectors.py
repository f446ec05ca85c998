"""Word vectors from raw text: what stands around a word, pressed into a few numbers.

The treebanks hold some 15,000 word forms; a newspaper uses ten times as many. Two words with the same neighbours are
used alike, so the network can treat the second as it learnt to treat the first.

Method: positive pointwise mutual information with the neighbours to the left and to the right (words and endings,
which tell grammar) and with the words of a wider window (which tell the subject), then truncated SVD (Levy, Goldberg
and Dagan 2015). Two columns are added that no neighbour tells: how often the word is printed with a capital where no
sentence begins, and how frequent it is.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import torch

from training.raw import RawText
from vakanuvis.language.word_features import vector_key

_BESIDE, _AROUND = (-1, 1), (-5, -4, -3, -2, 2, 3, 4, 5)
_STEP = 8_000_000
_SPREAD = 0.5
"""Standard deviation of all vectors, so that they enter the network as loud as its own embeddings."""


def learn(text: RawText, *, words: int, contexts: int, width: int) -> tuple[list[str], np.ndarray]:
    """The ``words`` most frequent words, and their vectors of ``width`` numbers."""
    keys: dict[str, int] = {}
    key_of = np.array([keys.setdefault(vector_key(form), len(keys)) for form in text.forms], np.int64)
    frequency = np.bincount(key_of, weights=text.frequencies(), minlength=len(keys))
    order = np.argsort(-frequency, kind="stable")
    names = list(keys)
    kept = [names[place] for place in order[:words]]
    row = _ranks(order, words, len(keys))
    endings: dict[str, int] = {}
    ending = np.array([endings.setdefault(name[-3:], len(endings)) for name in names], np.int64)
    often = np.argsort(-np.bincount(ending, weights=frequency), kind="stable")
    columns = _ranks(order, contexts, len(keys)), _ranks(often, contexts // 4, len(endings))[ending]
    widths = contexts, contexts // 4
    blocks = [
        _counted(text.ids, row[key_of], column[key_of], (len(kept), size), (side,))
        for (column, size), side in product(zip(columns, widths, strict=True), _BESIDE)
    ]
    blocks.append(_counted(text.ids, row[key_of], columns[0][key_of], (len(kept), contexts), _AROUND))
    matrix = np.concatenate([_surprise(block) for block in blocks], axis=1)
    del blocks
    torch.manual_seed(0)
    rank = width - 2
    left, strength, _ = torch.svd_lowrank(torch.from_numpy(matrix), q=min(rank + 16, *matrix.shape), niter=3)
    vectors = (left[:, :rank] * strength[:rank].sqrt()).numpy()
    vectors = np.pad(vectors, ((0, 0), (0, rank - vectors.shape[1]))) / vectors.std() * _SPREAD
    return kept, np.concatenate([vectors, _printed(text, row[key_of], len(kept))], axis=1).astype(np.float32)


def _ranks(order: np.ndarray, most: int, size: int) -> np.ndarray:
    """For each number its place among the ``most`` first, or -1."""
    ranks = np.full(size, -1, np.int64)
    ranks[order[:most]] = np.arange(min(most, size))
    return ranks


def _counted(
    ids: np.ndarray, row: np.ndarray, column: np.ndarray, shape: tuple[int, int], offsets: tuple[int, ...]
) -> np.ndarray:
    """How often each column's word stands at any of ``offsets`` from each row's word."""
    counts = np.zeros(shape[0] * shape[1], np.float32)
    for start in range(0, len(ids), _STEP):
        rows, columns = row[ids[start : start + _STEP]], column[ids[start : start + _STEP]]
        for offset in offsets:
            here, near = (rows[:-offset], columns[offset:]) if offset > 0 else (rows[-offset:], columns[:offset])
            good = (here >= 0) & (near >= 0)
            places, times = np.unique(here[good] * shape[1] + near[good], return_counts=True)
            counts[places] += times
    return counts.reshape(shape)


def _surprise(counts: np.ndarray) -> np.ndarray:
    """Positive pointwise mutual information, with frequent contexts smoothed."""
    rows = counts.sum(1, keepdims=True) + 1
    columns = counts.sum(0, keepdims=True) ** 0.75 + 1
    with np.errstate(divide="ignore"):
        value = np.log(counts, out=counts)
    value -= np.log(rows)
    value -= np.log(columns / columns.sum())
    return np.maximum(value, 0, out=value)


def _printed(text: RawText, row_of_form: np.ndarray, size: int) -> np.ndarray:
    """Share of capitals inside sentences, and logarithm of the frequency; both about zero and as loud as the rest."""
    inside = np.ones(len(text.ids), bool)
    inside[text.starts[text.starts < len(text.ids)]] = False
    rows = row_of_form[text.ids]
    good = inside & (rows >= 0)
    capital = np.array([form[:1].isupper() and not form.isupper() for form in text.forms])[text.ids]
    seen = np.bincount(rows[good], minlength=size) + 2.0
    shares = (np.bincount(rows[good & capital], minlength=size) + 1.0) / seen
    frequency = np.log(seen)
    return np.stack([shares * 2 - 1, (frequency - frequency.mean()) / frequency.std() * _SPREAD], axis=1)
