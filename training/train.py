"""Train the tagger: ``python -m training.train --ud FOLDER --ner FOLDER --out FOLDER [--raw FILE…]``."""

from __future__ import annotations

import argparse
import copy
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
from training.language_model import pretrain
from training.net import Counts, Net, Sizes
from training.raw import RawText
from training.raw import read as read_raw
from training.steps import Forms, optimizer_of, rate_at
from training.tables import SKIP, Encoder, FormTable, Row, Tables, count
from training.vectors import learn
from vakanuvis.language.analyser import Analyser
from vakanuvis.language.traits import WordTraits
from vakanuvis.lexicon.files import lexicon_folder

CONFIG = Path(__file__).with_name("config.toml")


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
        *corpora.wiki_entities(ner / "turkish-wiki-ner" / "train.conll"),
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
    entry = net.entry(net.words(*corpus.forms.at(forms)), where, torch.tensor([row.treebank for row in batch]))
    states = net.states(entry, lengths)
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
def scores_on(net: Net, corpus: Corpus, half: int) -> dict[str, float]:
    """Quick accuracies on half of the target treebank; heads greedy, relations on gold heads."""
    net.eval()
    right: dict[str, list[float]] = {name: [] for name in ("upos", "feats", "lemma", "uas", "rel")}
    rows = [choices.plain[0] for choices in corpus.target[half]]
    for start in range(0, len(rows), 16):
        batch = rows[start : start + 16]
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
    return Net(Sizes(), Counts(rows, len(tables.traits), len(corpora.TREEBANKS), *labels), dropout)


def train(net: Net, corpus: Corpus, config: dict[str, Any], stage: str, held: int | None = None) -> Net:
    """One stage: alternating batches, a rate that falls as a cosine does. The running average of the weights.

    ``held``: the half of the target treebank that is not learnt from but measured after each pass.
    """
    steps, data = config[stage], config["data"]
    numbers = random.Random(f"{config['seed']} {stage}")
    torch.manual_seed(config["seed"])
    net.dropout = steps["dropout"]
    net.train()
    mean = build(corpus.tables, 0.0)
    mean.load_state_dict(net.state_dict())
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
    mean.eval()
    return mean


def _pass(
    corpus: Corpus, data: dict[str, Any], steps: dict[str, Any], numbers: random.Random, held: int | None
) -> list[list[Row]]:
    target = [choices for half in (0, 1) if half != held for choices in corpus.target[half]]
    groups = []
    for sentences in (
        target * steps["repeat_target"] + corpus.others,
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
    if not _done(net, corpus, out / "base.pt"):
        net = train(net, corpus, config, "base")
        save(net, corpus.tables, out / "base.pt")
    for name, held in (("model", None), ("without-0", 0), ("without-1", 1)):
        tuned = copy.deepcopy(net)
        if not _done(tuned, corpus, out / f"{name}.pt"):
            tuned = train(tuned, corpus, config, "target", held)
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
