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

from vakanuvis.language.decode import (
    Floats,
    Ints,
    allowed_labels,
    best_labels,
    best_tree,
    relation_scores,
)
from vakanuvis.language.scoring import Candidates, Scorer
from vakanuvis.language.word_features import WordFeatures

if TYPE_CHECKING:
    import onnxruntime

MODEL = Path(__file__).with_name("model")

# Places of one batch, padding included: beyond this the matrices leave the processor's cache and nothing is gained.
_BATCH = 1024
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

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        self._folder = folder or MODEL
        self._threads = threads
        self._model: _Model | None = None

    def tag(self, sentences: Sequence[Sequence[str]], candidates: Candidates | None = None) -> list[list[Tagged]]:
        """All sentences, in their order.

        ``candidates`` proposes readings of a form (and whether it begins its sentence); the network then chooses among
        them. What a sentence gets does not depend on the sentences beside it.
        """
        if self._model is None and any(sentences):
            self._model = _Model(self._folder, self._threads)
        found: list[list[Tagged]] = [[] for _ in sentences]
        for batch in _batches(sentences):
            assert self._model is not None
            for place, words in zip(batch, self._model.read([sentences[i] for i in batch], candidates), strict=True):
                found[place] = words
        return found


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    order = sorted((i for i, words in enumerate(sentences) if words), key=lambda i: len(sentences[i]))
    batch: list[int] = []
    for place in order:
        if batch and (len(batch) + 1) * len(sentences[place]) > _BATCH:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


class _Model:
    """The opened network and its tables."""

    def __init__(self, folder: Path, threads: int) -> None:
        tables: dict[str, Any] = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
        self._words = WordFeatures(tables["pieces"])
        self._scorer = Scorer(tables["upos"], tables["tags"], tables["scripts"])
        self._relations: list[str] = tables["relations"]
        self._entities: list[str] = tables["entities"]
        self._moves = allowed_labels(self._entities)
        with np.load(folder / "relations.npz") as arrays:
            self._weights: Floats = arrays["weights"].astype(np.float32) * np.float32(arrays["scale"])
        self._session = _open(folder / "tagger.onnx", threads)
        self._rows: dict[str, tuple[Ints, Ints]] = {}

    def read(self, batch: Sequence[Sequence[str]], candidates: Candidates | None) -> list[list[Tagged]]:
        """One batch of sentences of like length, none of them empty."""
        scores = self._scores(batch)
        found = []
        for row, words in enumerate(batch):
            parts = {name: _part(name, values, row, len(words)) for name, values in scores.items()}
            found.append(self._sentence(words, parts, candidates))
        return found

    def _scores(self, batch: Sequence[Sequence[str]]) -> dict[str, Floats]:
        forms: dict[str, int] = {}
        where = np.zeros((max(map(len, batch)), len(batch)), np.int64)
        for column, words in enumerate(batch):
            where[: len(words), column] = [forms.setdefault(word, len(forms)) for word in words]
        rows = [self._row(form) for form in forms]
        inputs = {
            "features": np.stack([row[0] for row in rows]),
            "chars": np.stack([row[1] for row in rows]),
            "where": where,
            "lengths": np.array([len(words) for words in batch], np.int32),
        }
        names = [output.name for output in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, inputs), strict=True))

    def _row(self, form: str) -> tuple[Ints, Ints]:
        row = self._rows.get(form)
        if row is None:
            if len(self._rows) > _LONGEST_CACHE:
                self._rows.clear()
            row = self._rows[form] = self._words.row(form)
        return row

    def _sentence(
        self, words: Sequence[str], scores: Mapping[str, Floats], candidates: Candidates | None
    ) -> list[Tagged]:
        readings = self._scorer.choose(words, (scores["upos"], scores["tags"], scores["scripts"]), candidates)
        heads = best_tree(scores["arcs"])
        above = np.maximum(heads, 0)
        relations = relation_scores(scores["dependents"], scores["heads"][above], self._weights).argmax(1)
        labels = best_labels(scores["entities"], self._moves)
        return [
            Tagged(
                reading.lemma,
                reading.upos,
                reading.feats,
                head,
                "root" if head < 0 else self._relations[relation],
                self._entities[label],
            )
            for reading, head, relation, label in zip(
                readings, heads.tolist(), relations.tolist(), labels.tolist(), strict=True
            )
        ]


def _part(name: str, values: Floats, row: int, length: int) -> Floats:
    """What belongs to one sentence of a batch."""
    return values[row, :length, : length + 1] if name == "arcs" else values[:length, row]


def _open(path: Path, threads: int) -> onnxruntime.InferenceSession:
    import onnxruntime  # noqa: PLC0415 - a tenth of a second that a reader without a tagger need not wait

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
