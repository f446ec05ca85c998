"""Lemma, part of speech, features, head, relation and entity label of every word, by a trained network.

The network stands in ``model/``: an ONNX graph with int8 weights, the weights of the relations and the tables of labels
and word pieces. How it was made: ``training/`` in the source tree; what it was made of: ``model/card.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import ThreadpoolController

from vakanuvis.language.concord import bare_subjects, owners_in_genitive, parted, second_best
from vakanuvis.language.decode import (
    Floats,
    Ints,
    allowed_labels,
    best_labels,
    best_tree,
    relation_scores,
)
from vakanuvis.language.scoring import Candidates, Scorer
from vakanuvis.language.traits import WordTraits
from vakanuvis.language.word_features import WordFeatures

if TYPE_CHECKING:
    import onnxruntime

MODEL = Path(__file__).with_name("model")

# Places of one batch, padding included: beyond this the matrices leave the processor's cache and nothing is gained.
_BATCH = 1024
# How much longer than its shortest sentence the longest of a batch may be. Padding is reckoned like words: with this
# bound the network reads the sentences of one article a third faster than all of them together (80 articles, 2026-11).
_STRETCH, _FEW = 1.4, 6
_LONGEST_CACHE = 1 << 15


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word as the network reads it. ``head`` is its index in the sentence, -1 for the root; ``entity`` is BIO."""

    lemma: str
    upos: str
    feats: Mapping[str, str] = field(default_factory=dict)
    head: int = -1
    deprel: str = "root"
    entity: str = "O"


class Tagger:
    """Reads tokenised sentences. The model is opened with the first sentence."""

    def __init__(self, traits: WordTraits, folder: Path | None = None, *, threads: int = 1) -> None:
        self._traits = traits
        self._folder = folder or MODEL
        self._threads = threads
        self._model: _Model | None = None
        self._blas = ThreadpoolController()

    def tag(
        self, sentences: Sequence[Sequence[str]], candidates: Candidates | Sequence[Candidates] | None = None
    ) -> list[list[Tagged]]:
        """All sentences, in their order.

        ``candidates`` proposes readings of a form (and whether it begins its sentence), one for all sentences or one
        for each; the network then chooses among them. What a sentence gets does not depend on the sentences beside it.
        """
        if self._model is None and any(sentences):
            self._model = _Model(self._folder, self._traits, self._threads)
        propose = [candidates] * len(sentences) if callable(candidates) else candidates
        found: list[list[Tagged]] = [[] for _ in sentences]
        # A batch is too small to share: on a busy machine threads of numpy's BLAS that wait for each other made
        # reading nine times slower (2 cores, 25 articles: 28.9 s against 3.1 s).
        with self._blas.limit(limits=self._threads, user_api="blas"):
            for batch in _batches(sentences):
                assert self._model is not None
                of_batch = [propose[place] for place in batch] if propose else None
                words = self._model.read([sentences[place] for place in batch], of_batch)
                for place, of_sentence in zip(batch, words, strict=True):
                    found[place] = of_sentence
        return found


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Sentences of like length together."""
    order = sorted((i for i, words in enumerate(sentences) if words), key=lambda i: len(sentences[i]))
    batch: list[int] = []
    for place in order:
        size = len(sentences[place])
        shortest = len(sentences[batch[0]]) if batch else size
        if batch and ((len(batch) + 1) * size > _BATCH or size > _STRETCH * shortest + _FEW):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


class _Model:
    """The opened network and its tables."""

    def __init__(self, folder: Path, traits: WordTraits, threads: int) -> None:
        tables: dict[str, Any] = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
        self._words = WordFeatures(tables["pieces"], tables.get("traits", ()), traits)
        self._scorer = Scorer(tables["upos"], tables["tags"], tables["scripts"])
        self._relations: list[str] = tables["relations"]
        self._entities: list[str] = tables["entities"]
        self._moves = allowed_labels(self._entities)
        with np.load(folder / "relations.npz") as arrays:
            self._weights: Floats = arrays["weights"].astype(np.float32) * np.float32(arrays["scale"])
        self._session = _open(folder / "tagger.onnx", threads)
        self._inputs = [wanted.name for wanted in self._session.get_inputs()]
        self._outputs = [given.name for given in self._session.get_outputs()]
        self._rows: dict[str, tuple[Ints, Ints, Floats]] = {}

    def read(self, batch: Sequence[Sequence[str]], candidates: Sequence[Candidates] | None) -> Iterator[list[Tagged]]:
        """One batch of sentences of like length, none of them empty."""
        scores = self._scores(batch)
        lengths = [len(words) for words in batch]
        sentence, word = np.repeat(np.arange(len(batch)), lengths), np.concatenate([np.arange(n) for n in lengths])
        flat = {name: values[word, sentence] for name, values in scores.items() if name != "arcs"}
        readings, owned = self._scorer.choose(batch, (flat["upos"], flat["tags"], flat["scripts"]), candidates)
        trees = [best_tree(scores["arcs"][row, :size, : size + 1]) for row, size in enumerate(lengths)]
        starts = np.cumsum([0, *lengths])
        above = np.concatenate([np.maximum(heads, 0) + start for heads, start in zip(trees, starts, strict=False)])
        by_relation = relation_scores(flat["dependents"], flat["heads"][above], self._weights)
        best = by_relation.argmax(1).tolist()
        for tree, start, size in zip(trees, starts.tolist(), lengths, strict=False):
            here, heads = slice(start, start + size), tree.tolist()
            relations = [self._relations[number] for number in best[here]]
            for place in parted(readings[here], heads, relations):
                relations[place] = self._relations[second_best(by_relation[start + place], best[start + place])]
            for place in bare_subjects(readings[here], heads, relations):
                heads[place], relations[place] = heads[heads[place]], "nsubj"
            for place in owners_in_genitive(readings[here], heads, relations):
                readings[start + place] = owned.get(start + place, readings[start + place])
            labels = best_labels(flat["entities"][here], self._moves).tolist()
            yield [
                Tagged(
                    reading.lemma,
                    reading.upos,
                    reading.feats,
                    head,
                    "root" if head < 0 else relation,
                    self._entities[label],
                )
                for reading, head, relation, label in zip(readings[here], heads, relations, labels, strict=True)
            ]

    def _scores(self, batch: Sequence[Sequence[str]]) -> dict[str, Floats]:
        forms: dict[str, int] = {}
        where = np.zeros((max(map(len, batch)), len(batch)), np.int64)
        for column, words in enumerate(batch):
            where[: len(words), column] = [forms.setdefault(word, len(forms)) for word in words]
        rows = [self._row(form) for form in forms]
        inputs = {
            "features": np.stack([row[0] for row in rows]),
            "chars": np.stack([row[1] for row in rows]),
            "traits": np.stack([row[2] for row in rows]),
            "where": where,
            "lengths": np.array([len(words) for words in batch], np.int32),
        }
        wanted = {name: inputs[name] for name in self._inputs}
        return dict(zip(self._outputs, self._session.run(self._outputs, wanted), strict=True))

    def _row(self, form: str) -> tuple[Ints, Ints, Floats]:
        row = self._rows.get(form)
        if row is None:
            if len(self._rows) > _LONGEST_CACHE:
                self._rows.clear()
            row = self._rows[form] = self._words.row(form)
        return row


def _open(path: Path, threads: int) -> onnxruntime.InferenceSession:
    import onnxruntime  # noqa: PLC0415 - a tenth of a second that a reader without a tagger need not wait

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
