"""Train the tagger: ``python -m training.train --ud FOLDER --ner FOLDER --out FOLDER [--raw FILE…]``."""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from training import corpora
from training.net import Counts, Net, Sizes
from training.tables import SKIP, Encoder, Row, Tables, count
from training.vectors import learn

CONFIG = Path(__file__).with_name("config.toml")


@dataclass(frozen=True, slots=True)
class Choices:
    """The ways one sentence can be read."""

    plain: list[Row]
    shouted: list[Row]
    unpointed: list[Row]


@dataclass(slots=True)
class Corpus:
    """All sentences as numbers."""

    tables: Tables
    vectors: Tensor
    syntax: list[Choices]
    upos: list[Choices]
    entities: list[Choices]
    dev: list[Row]
    features: Tensor
    chars: Tensor


def prepare(ud: Path, ner: Path, raw: list[Path], config: dict[str, Any]) -> Corpus:
    """Read, convert, count and number the data."""
    options = config["data"]
    kept, vectors = learn(raw, **config["vectors"]) if raw else ([], np.zeros((0, Sizes().vector), np.float32))
    syntax = corpora.examples(ud, "train", repeat=options["repeat_boun"])
    names = [
        *corpora.wiki_entities(ner / "turkish-wiki-ner" / "train.conll"),
        *corpora.milliyet_entities(ner / "milliyet-relabelled.jsonl", options["repeat_milliyet"]),
    ]
    held = {e.variants[0].name for part in ("dev", "test") for e in corpora.examples(ud, part)}
    known = {e.variants[0].name for e in syntax} | held
    upos = list(corpora.upos_examples(ud / "boun-train-upos-only-7803.jsonl", known))
    tables = count(syntax, [*names, *upos], kept)
    encoder = Encoder(tables)

    def numbered(found: list[corpora.Example]) -> list[Choices]:
        return [_choices(encoder, example) for example in found for _ in range(example.times)]

    corpus = Corpus(
        tables,
        torch.from_numpy(vectors.astype(np.float32)),
        numbered(syntax),
        numbered(upos),
        numbered(names),
        [encoder.row("boun", tree.variants[0]) for tree in corpora.examples(ud, "dev")],
        torch.zeros(0),
        torch.zeros(0),
    )
    corpus.features, corpus.chars = (torch.from_numpy(array) for array in encoder.forms())
    return corpus


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
    groups: list[list[Row]] = [[]]
    for row in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(row.types) > words:
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


def encoded(net: Net, corpus: Corpus, batch: list[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Mask of the words, entry vectors and states."""
    forms, where = padded(batch, "types").unique(return_inverse=True)
    lengths = torch.tensor([len(row.types) for row in batch])
    types = net.words(corpus.features[forms], corpus.chars[forms])
    entry, states = net.states(types, where, lengths, torch.tensor([row.treebank for row in batch]))
    return torch.arange(where.shape[1])[None, :] < lengths[:, None], entry, states


def loss_of(net: Net, corpus: Corpus, batch: list[Row]) -> Tensor:
    """The sum of what the annotation of this batch can teach."""
    mask, entry, states = encoded(net, corpus, batch)
    flat_entry, flat_states = entry[mask], states[mask]
    allowed = padded(batch, "entities")[mask]
    if allowed.any():
        scores = F.log_softmax(net.entities(flat_entry, flat_states), dim=1)
        return -(scores + allowed.clamp(min=1e-9).log()).logsumexp(1).mean() * 2.0
    gold = {name: padded(batch, name)[mask] for name in ("upos", "tags", "scripts", "relations", "heads")}
    if (gold["heads"] == SKIP).all():
        return F.cross_entropy(net.upos(flat_states), gold["upos"], ignore_index=SKIP)
    upos, tags, scripts = net.labels(flat_entry, flat_states)
    loss = F.cross_entropy(upos, gold["upos"], ignore_index=SKIP)
    loss = loss + F.cross_entropy(tags, gold["tags"], ignore_index=SKIP)
    loss = loss + F.cross_entropy(scripts, gold["scripts"], ignore_index=SKIP)
    arcs = net.arcs(states)
    off = torch.cat([torch.ones(len(batch), 1, dtype=torch.bool), mask], dim=1)
    arcs = arcs.masked_fill(~off[:, None, :], -1e9)
    loss = loss + F.cross_entropy(arcs[mask], gold["heads"], ignore_index=SKIP)
    row, dependent = mask.nonzero(as_tuple=True)
    named = (gold["heads"] > 0) & (gold["relations"] != SKIP)
    scored = net.relations(states, row[named], dependent[named], gold["heads"][named] - 1)
    return loss + F.cross_entropy(scored, gold["relations"][named])


@torch.no_grad()
def dev_scores(net: Net, corpus: Corpus) -> dict[str, float]:
    """Quick accuracies on the held-out slice; heads greedy, relations on gold heads."""
    net.eval()
    right: dict[str, list[float]] = {name: [] for name in ("upos", "feats", "lemma", "uas", "rel")}
    for start in range(0, len(corpus.dev), 16):
        batch = corpus.dev[start : start + 16]
        mask, entry, states = encoded(net, corpus, batch)
        found = net.labels(entry[mask], states[mask])
        for name, field, scores in zip(("upos", "feats", "lemma"), ("upos", "tags", "scripts"), found, strict=True):
            right[name] += (scores.argmax(1) == padded(batch, field)[mask]).tolist()
        off = torch.cat([torch.ones(len(batch), 1, dtype=torch.bool), mask], dim=1)
        heads = padded(batch, "heads")[mask]
        right["uas"] += (net.arcs(states).masked_fill(~off[:, None, :], -1e9)[mask].argmax(1) == heads).tolist()
        row, dependent = mask.nonzero(as_tuple=True)
        named = heads > 0
        scored = net.relations(states, row[named], dependent[named], heads[named] - 1)
        right["rel"] += (scored.argmax(1) == padded(batch, "relations")[mask][named]).tolist()
    net.train()
    return {name: round(100 * sum(values) / len(values), 1) for name, values in right.items()}


def build(tables: Tables, dropout: float) -> Net:
    """A fresh network for the tables."""
    rows = {name: len(values) + 2 for name, values in tables.pieces.items()}
    labels = (len(tables.upos), len(tables.tags), len(tables.scripts), len(tables.relations), len(corpora.LABELS))
    return Net(Sizes(), Counts(rows, len(corpora.TREEBANKS), *labels), dropout)


def train(corpus: Corpus, config: dict[str, Any], out: Path, start: Path | None = None) -> Net:
    """The loop: alternating batches, cosine rate, running average of the weights, a checkpoint after each pass."""
    steps, data = config["steps"], config["data"]
    numbers = random.Random(config["seed"])
    torch.manual_seed(config["seed"])
    net, mean = build(corpus.tables, steps["dropout"]), build(corpus.tables, steps["dropout"])
    if start:
        saved = torch.load(start, weights_only=True)
        if saved["tables"] != asdict(corpus.tables):
            raise SystemExit(f"{start} was made of other data: its tables are not those of these folders.")
        net.load_state_dict(saved["weights"])
    else:
        net.set_vectors(corpus.vectors)
    mean.load_state_dict(net.state_dict())
    learnt = [weight for weight in net.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=1.0, betas=(0.9, 0.98), weight_decay=steps["decay"], fused=True)
    total = sum(len(choices.plain[0].types) for choices in corpus.syntax) + data["entity_words"] + data["upos_words"]
    expected = steps["passes"] * total / steps["batch_words"] * 1.05
    step = 0
    for number in range(steps["passes"]):
        began, losses = time.monotonic(), []
        groups = []
        for sentences in (
            corpus.syntax,
            portion(corpus.entities, data["entity_words"], numbers),
            portion(corpus.upos, data["upos_words"], numbers),
        ):
            rows = [drawn(choices, data, numbers) for choices in sentences]
            groups += batches(rows, steps["batch_words"], numbers)
        numbers.shuffle(groups)
        for batch in groups:
            step += 1
            done = min(1.0, step / expected)
            rate = steps["rate"] * min(step / steps["warmup"], 0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2)
            optimizer.param_groups[0]["lr"] = rate
            loss = loss_of(net, corpus, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), steps["clip"])
            optimizer.step()
            losses.append(loss.item())
            keep = min(steps["average"], (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(net.parameters()), 1 - keep)
        spent = time.monotonic() - began
        report = f"pass {number + 1}: loss {np.mean(losses):.3f}, dev {dev_scores(mean, corpus)}, {spent:.0f} s"
        print(report, file=sys.stderr, flush=True)
        save(mean, corpus.tables, out / "checkpoint.pt")
    mean.eval()
    return mean


def save(net: Net, tables: Tables, path: Path) -> None:
    """A checkpoint that `training.export` can read."""
    torch.save({"weights": net.state_dict(), "tables": asdict(tables)}, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ud", type=Path, required=True, help="folder of the treebanks")
    parser.add_argument("--ner", type=Path, required=True, help="folder of the entity sets")
    parser.add_argument("--raw", type=Path, nargs="*", default=[], help="raw texts for word vectors, .txt or .txt.xz")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoint and the model")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, made of the same data")
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text(encoding="utf-8"))
    torch.set_num_threads(config["threads"])
    arguments.out.mkdir(parents=True, exist_ok=True)
    corpus = prepare(arguments.ud, arguments.ner, arguments.raw, config)
    net = train(corpus, config, arguments.out, arguments.start)
    from training.export import export  # noqa: PLC0415 - needs onnx, which training itself does not

    export(net, corpus.tables, arguments.out / "model")


if __name__ == "__main__":
    main()
