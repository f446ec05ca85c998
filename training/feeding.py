"""The data of a training run: sentences as numbers, the ways each can be read, and batches of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training import corpora
from training.net import Sizes
from training.raw import RawText
from training.raw import read as read_raw
from training.steps import Forms
from training.tables import SKIP, Encoder, FormTable, Row, Tables, count
from training.vectors import learn
from vakanuvis.language.analyser import Analyser
from vakanuvis.language.traits import WordTraits
from vakanuvis.lexicon.files import lexicon_folder


@dataclass(frozen=True, slots=True)
class Choices:
    """The ways one sentence can be read."""

    plain: list[Row]
    shouted: list[Row]
    unpointed: list[Row]


@dataclass(slots=True)
class Corpus:
    """All sentences as numbers. ``target``: the two halves of the target treebank; ``others``: the other treebanks."""

    tables: Tables
    vectors: Tensor
    text: RawText | None
    target: tuple[list[Choices], list[Choices]]
    others: list[Choices]
    upos: list[Choices]
    entities: list[Choices]
    forms: Forms


def prepare(ud: Path, ner: Path, raw: list[Path], config: dict[str, Any]) -> Corpus:
    """Read, convert, count and number the data.

    The lists of labels and word pieces are of both halves, so that all models are built alike; what only the half that
    is left out has stays as untaught as what nobody has.
    """
    options = config["data"]
    text = read_raw(raw, options["raw_letters"]) if raw else None
    kept, vectors = learn(text, **config["vectors"]) if text else ([], np.zeros((0, Sizes().vector), np.float32))
    target = corpora.examples(ud, [corpora.TARGET])
    others = corpora.examples(ud, [name for name in corpora.FILES if name != corpora.TARGET])
    names = [
        *corpora.evened(corpora.wiki_entities(ner / "turkish-wiki-ner" / "train.conll")),
        *corpora.milliyet_entities(ner / "milliyet-relabelled.jsonl", options["repeat_milliyet"]),
    ]
    known = {example.variants[0].name for example in target + others}
    upos = list(corpora.upos_examples(ud / "boun-train-upos-only-7803.jsonl", known))
    lexicon = lexicon_folder()
    traits = WordTraits(lexicon, Analyser.from_lexicon(lexicon))
    tables = count([*target, *others], [*names, *upos], kept, text, traits)
    forms = FormTable(tables, traits)
    # The forms of raw text come first, so that their numbers in `text` are their numbers here.
    for form in text.forms if text else ():
        forms.number(form)
    encoder = Encoder(tables, forms)

    def numbered(found: list[corpora.Example]) -> list[Choices]:
        return [_choices(encoder, example) for example in found for _ in range(example.times)]

    halves = [[example for example in target if corpora.half(example.variants[0]) == half] for half in (0, 1)]
    target_rows, *learnt = (numbered(halves[0]), numbered(halves[1])), numbered(others), numbered(upos), numbered(names)
    return Corpus(tables, torch.from_numpy(vectors), text, target_rows, *learnt, Forms.of(*forms.arrays()))


def _choices(encoder: Encoder, example: corpora.Example) -> Choices:
    def rows(trees: Iterable[corpora.Tree]) -> list[Row]:
        return [encoder.row(example.source, tree) for tree in trees]

    last = example.variants[-1]
    return Choices(rows(example.variants), rows([corpora.shouted(last)]), rows([corpora.unpointed(last)]))


def drawn(choices: Choices, options: dict[str, Any], numbers: random.Random) -> Row:
    """One reading of a sentence: as it is, in capitals, or without its full stop."""
    place = numbers.random() - options["capitals"]
    if place < 0:
        return numbers.choice(choices.shouted)
    return numbers.choice(choices.unpointed if place < options["unpointed"] else choices.plain)


def batches(rows: list[Row], words: int, numbers: random.Random) -> Iterator[list[Row]]:
    """Sentences of like length together, the batches in random order."""
    order = sorted(rows, key=lambda row: (len(row.types) + numbers.random() * 3, numbers.random()))
    groups: list[list[Row]] = []
    for row in order:
        if not groups or (len(groups[-1]) + 1) * len(row.types) > words:
            groups.append([])
        groups[-1].append(row)
    numbers.shuffle(groups)
    yield from groups


def portion(sentences: list[Choices], words: int, numbers: random.Random) -> list[Choices]:
    """As many sentences, drawn at random, as make up so many words."""
    chosen, total = [], 0
    for choices in numbers.sample(sentences, len(sentences)):
        if total >= words:
            break
        chosen.append(choices)
        total += len(choices.plain[0].types)
    return chosen


def padded(batch: list[Row], name: str) -> Tensor:
    """One field of all rows as a matrix."""
    longest = max(len(row.types) for row in batch)
    first = getattr(batch[0], name)
    empty = SKIP if name != "types" and first.ndim == 1 else 0
    matrix = np.full((len(batch), longest, *first.shape[1:]), empty, first.dtype)
    for place, row in enumerate(batch):
        matrix[place, : len(row.types)] = getattr(row, name)
    return torch.from_numpy(matrix)
