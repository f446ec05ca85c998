"""The lists of labels and word pieces that a model is built on, and sentences as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from training.conllu import Tree
from training.corpora import LABELS, TREEBANKS, Example
from training.raw import RawText
from vakanuvis.language.edit_scripts import scripts_for
from vakanuvis.language.traits import WordTraits
from vakanuvis.language.word_features import FEATURES, WordFeatures, describe, normalized

SKIP = -100
TARGET = ("boun", "boun-old")
RARE_TRAIT = 3
OFTEN = {"s3": 3000, "s4": 6000, "s5": 9000, "s6": 9000, "p3": 4000, "p5": 12000}
LIGHT = 3
"""How often a word piece must be seen in the entity sets, which are larger and farther from the task."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that is counted before training."""

    pieces: dict[str, list[str]]
    traits: list[str]
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


def count(
    syntax: Sequence[Example], names: Iterable[Example], vectors: Sequence[str], raw: RawText | None, known: WordTraits
) -> Tables:
    """The tables: what is seen once is left to the mark for the unknown. ``vectors`` are the words of raw text.

    From raw text come the endings and beginnings that it has most often; a name of the analyser or of a list is a trait
    where a few annotated words have it.
    """
    pieces: dict[str, Counter[str]] = {name: Counter() for name in (*FEATURES, "char")}
    printed: set[str] = set()
    labels: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "tags", "scripts", "relations")}
    target: dict[str, set[str]] = {name: set() for name in ("tags", "scripts", "relations")}
    for group, weight in ((syntax, LIGHT), (names, 1)):
        for example in group:
            for word in (word for tree in dict.fromkeys(example.variants) for word in tree.words):
                for name, value in describe(word.form):
                    pieces[name][value] += weight * (example.times if group is syntax else 1)
                pieces["char"].update(normalized(word.form))
                printed.add(word.form)
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
    traits = Counter(trait for form in printed for trait in known.of(form)[0])
    forms = {name: {v for v, times in seen.items() if times >= floor[name]} for name, seen in pieces.items()}
    for name, values in (_often(raw) if raw else {}).items():
        forms[name] |= values
    del forms["stem"]
    return Tables(
        pieces={name: sorted(values) for name, values in forms.items()} | {"vector": list(vectors)},
        traits=sorted(trait for trait, times in traits.items() if times >= RARE_TRAIT),
        upos=sorted(labels["upos"]),
        target={name: [value for value in values if value in target[name]] for name, values in kept.items()},
        **kept,
    )


def _often(raw: RawText) -> dict[str, set[str]]:
    """The endings and beginnings that raw text has most often, up to `OFTEN` of each length."""
    seen: dict[str, Counter[str]] = {name: Counter() for name in OFTEN}
    for form, times in zip(raw.forms, raw.frequencies().tolist(), strict=True):
        if times > 1:
            for name, value in describe(form):
                if name in OFTEN:
                    seen[name][value] += times
    return {name: {value for value, _ in seen[name].most_common(most)} for name, most in OFTEN.items()}


class FormTable:
    """Distinct word forms as numbers, in the order in which they are met."""

    def __init__(self, tables: Tables, known: WordTraits) -> None:
        self._words = WordFeatures(tables.pieces, tables.traits, known)
        self._index: dict[str, int] = {}
        self._rows: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def number(self, form: str) -> int:
        """The number of a form."""
        if form not in self._index:
            self._index[form] = len(self._rows)
            features, chars, traits = self._words.row(form)
            self._rows.append((features.astype(np.int32), chars.astype(np.uint8), traits.astype(np.float16)))
        return self._index[form]

    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Features, letters and traits of every form met so far."""
        features, chars, traits = (np.stack(parts) for parts in zip(*self._rows, strict=True))
        return features, chars, traits


class Encoder:
    """Turns sentences into rows of numbers."""

    def __init__(self, tables: Tables, forms: FormTable) -> None:
        self._forms = forms
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
            np.array([self._forms.number(word.form) for word in words]),
            np.array([self._upos.get(word.upos or "", SKIP) for word in words]),
            np.array([self._tags.get(word.feats or "", SKIP) for word in words]),
            np.array([self._script(word.form, word.lemma) for word in words]),
            np.array([SKIP if word.head is None else word.head + 1 for word in words]),
            np.array([self._relations.get(word.deprel or "", SKIP) for word in words]),
            entities,
        )

    def _script(self, form: str, lemma: str | None) -> int:
        if lemma is None:
            return SKIP
        return next((self._scripts[s] for s in scripts_for(form, lemma) if s in self._scripts), SKIP)
