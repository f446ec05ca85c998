"""Train the tagger: ``python -m training.train --ud FOLDER --ner FOLDER --out FOLDER [--raw FILE…]``."""

from __future__ import annotations

import argparse
import copy
import random
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from training import corpora
from training.feeding import Corpus, batches, drawn, padded, portion, prepare
from training.language_model import pretrain
from training.net import Counts, Net, Sizes
from training.steps import optimizer_of, rate_at
from training.tables import SKIP, Row, Tables

CONFIG = Path(__file__).with_name("config.toml")


def encoded(net: Net, corpus: Corpus, batch: list[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Lengths, mask of the words, entry vectors and states."""
    forms, where = padded(batch, "types").unique(return_inverse=True)
    lengths = torch.tensor([len(row.types) for row in batch])
    entry = net.entry(net.words(*corpus.forms.at(forms)), where, torch.tensor([row.treebank for row in batch]))
    states = net.states(entry, lengths)
    return lengths, torch.arange(where.shape[1])[None, :] < lengths[:, None], entry, states


def loss_of(net: Net, corpus: Corpus, batch: list[Row]) -> Tensor:
    """The sum of what the annotation of this batch can teach."""
    lengths, mask, entry, states = encoded(net, corpus, batch)
    allowed = padded(batch, "entities")[mask]
    if allowed.any():
        scores = F.log_softmax(net.entities(entry, states, lengths)[mask], dim=1)
        return -(scores + allowed.clamp(min=1e-9).log()).logsumexp(1).mean() * 2.0
    flat_entry, flat_states = entry[mask], states[mask]
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
def scores_on(net: Net, corpus: Corpus, half: int) -> dict[str, float]:
    """Quick accuracies on half of the target treebank; heads greedy, relations on gold heads."""
    net.eval()
    right: dict[str, list[float]] = {name: [] for name in ("upos", "feats", "lemma", "uas", "rel")}
    rows = [choices.plain[0] for choices in corpus.target[half]]
    for start in range(0, len(rows), 16):
        batch = rows[start : start + 16]
        _, mask, entry, states = encoded(net, corpus, batch)
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
    return Net(Sizes(), Counts(rows, len(tables.traits), len(corpora.TREEBANKS), *labels), dropout)


def train(net: Net, corpus: Corpus, config: dict[str, Any], stage: str, held: int | None = None) -> Net:
    """One stage: alternating batches, a rate that falls as a cosine does. The running average of the weights.

    Of the weights those learn whose names begin as the stage's ``learns`` says: ``""`` for all.

    ``held``: the half of the target treebank that is not learnt from but measured after each pass.
    """
    steps, data = config[stage], config["data"]
    numbers = random.Random(f"{config['seed']} {stage}")
    torch.manual_seed(config["seed"])
    net.dropout = steps["dropout"]
    net.train()
    mean = build(corpus.tables, 0.0)
    mean.load_state_dict(net.state_dict())
    learning = [(name, weight) for name, weight in net.named_parameters() if weight.requires_grad]
    still = [weight.requires_grad_(False) for name, weight in learning if not name.startswith(steps["learns"])]
    optimizer = optimizer_of(net, steps["decay"])
    total, step = 0, 0
    for number in range(steps["passes"]):
        began, losses = time.monotonic(), []
        groups = _pass(corpus, data, steps, numbers, held)
        total = total or steps["passes"] * len(groups)
        for batch in groups:
            step += 1
            optimizer.param_groups[0]["lr"] = rate_at(step, total, steps["rate"], steps["warmup"])
            with torch.autocast("cpu", dtype=torch.bfloat16):
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
        scores = scores_on(mean, corpus, held or 0)
        report = f"{stage}, pass {number + 1}: loss {np.mean(losses):.3f}, {scores}, {spent:.0f} s"
        print(report, file=sys.stderr, flush=True)
    for weight in still:
        weight.requires_grad_(True)
    mean.eval()
    return mean


def _pass(
    corpus: Corpus, data: dict[str, Any], steps: dict[str, Any], numbers: random.Random, held: int | None
) -> list[list[Row]]:
    target = [choices for half in (0, 1) if half != held for choices in corpus.target[half]]
    groups = []
    for sentences in (
        target * steps["repeat_target"] + corpus.others * steps["repeat_others"],
        portion(corpus.entities, steps["entity_words"], numbers),
        portion(corpus.upos, steps["upos_words"], numbers),
    ):
        rows = [drawn(choices, data, numbers) for choices in sentences]
        groups += batches(rows, steps["batch_words"], numbers)
    numbers.shuffle(groups)
    return groups


def save(net: Net, tables: Tables, path: Path) -> None:
    """A checkpoint that `training.export` can read."""
    torch.save({"weights": net.state_dict(), "tables": asdict(tables)}, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def run(corpus: Corpus, config: dict[str, Any], out: Path) -> Iterator[tuple[str, Net]]:
    """All stages; one that is finished is not done again.

    Yields three models: of both halves of the target treebank, and without the one and the other.
    """
    net = build(corpus.tables, 0.0)
    net.set_vectors(corpus.vectors)
    if not _done(net, corpus, out / "raw.pt"):
        if corpus.text:
            pretrain(net, corpus.text, corpus.forms, config["raw"], config["seed"], out / "raw.part")
        save(net, corpus.tables, out / "raw.pt")
    for name, held in (("model", None), ("without-0", 0), ("without-1", 1)):
        tuned = copy.deepcopy(net)
        if not _done(tuned, corpus, out / f"{name}.pt"):
            for stage in ("annotated", "entities"):
                tuned = train(tuned, corpus, config, stage, held)
            save(tuned, corpus.tables, out / f"{name}.pt")
        yield name, tuned


def _done(net: Net, corpus: Corpus, path: Path) -> bool:
    """Take a stage's weights from its checkpoint, if there is one."""
    if not path.exists():
        return False
    saved = torch.load(path, weights_only=True)
    if saved["tables"] != asdict(corpus.tables):
        raise SystemExit(f"{path} was made of other data: its tables are not those of these folders.")
    net.load_state_dict(saved["weights"])
    return True


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ud", type=Path, required=True, help="folder of the treebanks")
    parser.add_argument("--ner", type=Path, required=True, help="folder of the entity sets")
    parser.add_argument("--raw", type=Path, nargs="*", default=[], help="raw texts, .txt or .txt.xz")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoints and the models")
    parser.add_argument("--config", type=Path, default=CONFIG)
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text(encoding="utf-8"))
    torch.set_num_threads(config["threads"])
    arguments.out.mkdir(parents=True, exist_ok=True)
    corpus = prepare(arguments.ud, arguments.ner, arguments.raw, config)
    from training.export import export  # noqa: PLC0415 - needs onnx, which training itself does not

    for name, net in run(corpus, config, arguments.out):
        export(net, corpus.tables, arguments.out / name)


if __name__ == "__main__":
    main()
