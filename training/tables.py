"""The lists of labels and word pieces that a model is built on, and sentences as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from training.conllu import Tree
from training.corpora import LABELS, TREEBANKS, Example
from vakanuvis.language.edit_scripts import scripts_for
from vakanuvis.language.word_features import FEATURES, WordFeatures, describe, normalized

SKIP = -100
TARGET = ("boun", "boun-old")
LIGHT = 3
"""How often a word piece must be seen in the entity sets, which are larger and farther from the task."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that is counted before training."""

    pieces: dict[str, list[str]]
    upos: list[str]
    tags: list[str]
    scripts: list[str]
    relations: list[str]
    target: dict[str, list[str]]
    """Of ``tags``, ``scripts`` and ``relations`` those that the target annotation has; the others are not shipped."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as numbers; missing annotation is `SKIP`."""

    treebank: int
    types: np.ndarray
    upos: np.ndarray
    tags: np.ndarray
    scripts: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    entities: np.ndarray


def count(syntax: Sequence[Example], names: Iterable[Example], vectors: Sequence[str]) -> Tables:
    """The tables: what is seen once is left to the mark for the unknown. ``vectors`` are the words of raw text."""
    pieces: dict[str, Counter[str]] = {name: Counter() for name in (*FEATURES, "char")}
    labels: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "tags", "scripts", "relations")}
    target: dict[str, set[str]] = {name: set() for name in ("tags", "scripts", "relations")}
    for group, weight in ((syntax, LIGHT), (names, 1)):
        for example in group:
            for word in (word for tree in dict.fromkeys(example.variants) for word in tree.words):
                for name, value in describe(word.form):
                    pieces[name][value] += weight * (example.times if group is syntax else 1)
                pieces["char"].update(normalized(word.form))
                if word.upos:
                    labels["upos"][word.upos] += 1
                found = {"tags": word.feats, "relations": word.deprel}
                if word.lemma is not None:
                    found["scripts"] = scripts_for(word.form, word.lemma)[0]
                for name, label in found.items():
                    if label is not None:
                        labels[name][label] += example.times
                        target[name].update([label] if example.source in TARGET else [])
    floor = dict.fromkeys(FEATURES, 2 * LIGHT) | {"char": 5}
    kept = {
        "tags": sorted(tag for tag, times in labels["tags"].items() if times > 1),
        "scripts": sorted(script for script, times in labels["scripts"].items() if times > 1),
        "relations": sorted(name for name, times in labels["relations"].items() if times > 2 and name != "root"),
    }
    forms = {name: sorted(v for v, times in seen.items() if times >= floor[name]) for name, seen in pieces.items()}
    return Tables(
        pieces=forms | {"vector": list(vectors)},
        upos=sorted(labels["upos"]),
        target={name: [value for value in values if value in target[name]] for name, values in kept.items()},
        **kept,
    )


class Encoder:
    """Turns sentences into rows; the distinct word forms are collected in ``features`` and ``chars``."""

    def __init__(self, tables: Tables) -> None:
        self._words = WordFeatures(tables.pieces)
        self._index: dict[str, int] = {}
        self._rows: list[tuple[np.ndarray, np.ndarray]] = []
        self._upos = {value: i for i, value in enumerate(tables.upos)}
        self._tags = {value: i for i, value in enumerate(tables.tags)}
        self._scripts = {value: i for i, value in enumerate(tables.scripts)}
        self._relations = {value: i for i, value in enumerate(tables.relations)}
        self._labels = {value: i for i, value in enumerate(LABELS)}

    def row(self, source: str, tree: Tree) -> Row:
        """One sentence. Allowed entity labels are a matrix of ones and zeros; a row of zeros says nothing."""
        words = tree.words
        entities = np.zeros((len(words), len(LABELS)), np.float32)
        for place, word in enumerate(words):
            entities[place, [self._labels[name] for name in word.entities or ()]] = 1
        return Row(
            TREEBANKS.index(source),
            np.array([self._type(word.form) for word in words]),
            np.array([self._upos.get(word.upos or "", SKIP) for word in words]),
            np.array([self._tags.get(word.feats or "", SKIP) for word in words]),
            np.array([self._script(word.form, word.lemma) for word in words]),
            np.array([SKIP if word.head is None else word.head + 1 for word in words]),
            np.array([self._relations.get(word.deprel or "", SKIP) for word in words]),
            entities,
        )

    def forms(self) -> tuple[np.ndarray, np.ndarray]:
        """Features and letters of every form met so far."""
        return np.stack([row[0] for row in self._rows]), np.stack([row[1] for row in self._rows])

    def _type(self, form: str) -> int:
        if form not in self._index:
            self._index[form] = len(self._rows)
            self._rows.append(self._words.row(form))
        return self._index[form]

    def _script(self, form: str, lemma: str | None) -> int:
        if lemma is None:
            return SKIP
        return next((self._scripts[s] for s in scripts_for(form, lemma) if s in self._scripts), SKIP)
