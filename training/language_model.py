"""Before any annotation: teach the network's lower part to foresee words in raw text.

The first layer, which reads forwards and backwards apart, foresees the next and the last word; the second, which sees
both sides, the words that were hidden from it. A word is foreseen as itself, if it is frequent, and by its ending,
which is where Turkish writes its grammar. Sources: Peters et al. 2018 (both directions), Devlin et al. 2019 (hidden
words), Jean et al. 2015 (a softmax over a sample of words).
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from training.corpora import TREEBANKS
from training.net import Net, Sizes
from training.raw import RawText
from training.steps import Forms, optimizer_of, rate_at
from vakanuvis.language.word_features import vector_key
from vakanuvis.text import letters

_NOTHING = -1
_LONGEST = 64
_REPORT = 100


@dataclass(frozen=True, slots=True)
class Targets:
    """What each raw form is foreseen as: number of the word and of the ending, or -1; and how often each is printed."""

    words: Tensor
    endings: Tensor
    word_times: Tensor
    ending_count: int


def targets(text: RawText, words: int, endings: int) -> Targets:
    """The ``words`` most frequent words and the ``endings`` most frequent last three letters."""
    times = text.frequencies()
    word, word_times = _most([vector_key(form) for form in text.forms], times, words)
    ending, _ = _most([letters.lower(form)[-3:] for form in text.forms], times, endings)
    return Targets(torch.from_numpy(word), torch.from_numpy(ending), torch.from_numpy(word_times), endings)


def _most(names: list[str], times: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    index: dict[str, int] = {}
    numbers = np.array([index.setdefault(name, len(index)) for name in names])
    seen = np.bincount(numbers, weights=times)
    order = np.argsort(-seen, kind="stable")[:most]
    rank = np.full(len(index), _NOTHING)
    rank[order] = np.arange(len(order))
    return rank[numbers], seen[order]


class Outlook(nn.Module):
    """The heads that foresee; nothing of them is kept."""

    def __init__(self, sizes: Sizes, wanted: Targets, width: int, sample: int) -> None:
        super().__init__()
        self.ahead = nn.Linear(sizes.hidden, width)
        self.behind = nn.Linear(sizes.hidden, width)
        self.within = nn.Linear(2 * sizes.hidden, width)
        self.words = nn.Embedding(len(wanted.word_times), width)
        self.endings = nn.Linear(width, wanted.ending_count)
        self.hidden_word = nn.Parameter(torch.zeros(sizes.entry))
        nn.init.normal_(self.words.weight, std=0.05)
        shares = wanted.word_times.double() ** 0.75
        self.shares = (shares / shares.sum()).float()
        self.wanted, self.sample = wanted, sample

    def loss(self, seen: Tensor, forms: Tensor) -> Tensor:
        """How badly ``seen`` foresees ``forms``."""
        seen = seen.tanh()
        endings = F.cross_entropy(self.endings(seen), self.wanted.endings[forms], ignore_index=_NOTHING)
        gold = self.wanted.words[forms]
        known = gold >= 0
        seen, gold = seen[known], gold[known]
        others = torch.multinomial(self.shares, self.sample, replacement=True)
        right = (seen * self.words(gold)).sum(1, keepdim=True).float() - self.shares[gold, None].log()
        wrong = (seen @ self.words(others).T).float() - self.shares[others].log()
        wrong = wrong.masked_fill(gold[:, None] == others[None, :], -1e9)
        scores = torch.cat([right, wrong], dim=1)
        return endings + F.cross_entropy(scores, torch.zeros(len(gold), dtype=torch.long))


def batches(text: RawText, most: int, words: int, numbers: random.Random) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Matrices of form numbers, -1 where there is no word, and the lengths.

    The first ``most`` words of the text, once, in random order; ``words`` make up a batch, padding included.
    """
    starts = text.starts[text.starts <= most]
    begins, ends = starts[:-1], starts[1:]
    pieces = [np.arange(begin, end, _LONGEST) for begin, end in zip(begins, ends, strict=True) if end - begin > 1]
    starts = np.concatenate(pieces)
    stops = np.minimum(starts + _LONGEST, np.repeat(ends[ends - begins > 1], [len(piece) for piece in pieces]))
    lengths = stops - starts
    order = np.argsort(lengths + np.random.default_rng(numbers.randrange(1 << 30)).random(len(lengths)) * 4)
    groups, group = [], []
    for place in order.tolist():
        if group and (len(group) + 1) * lengths[place] > words:
            groups.append(group)
            group = []
        group.append(place)
    numbers.shuffle(groups)
    for group in groups:
        size = lengths[group]
        column = np.arange(size.max())
        real = column[None, :] < size[:, None]
        places = np.where(real, starts[group][:, None] + column[None, :], 0)
        yield np.where(real, text.ids[places], _NOTHING), size


def pretrain(net: Net, text: RawText, forms: Forms, options: dict[str, Any], seed: int, path: Path) -> None:
    """Read so many words of raw text; go on from ``path`` where a stopped run left it."""
    numbers = random.Random(seed)
    torch.manual_seed(seed)
    wanted = targets(text, options["words"], options["endings"])
    outlook = Outlook(Sizes(), wanted, options["width"], options["sample"])
    usual, net.dropout = net.dropout, options["dropout"]
    both = nn.ModuleList([net, outlook])
    optimizer = optimizer_of(both, 0.01)
    begin = _resumed(path, both, optimizer)
    total = int(min(options["read"], len(text.ids)) / options["batch_words"] * 1.02)
    losses: list[float] = []
    began = time.monotonic()
    for step, (ids, lengths) in enumerate(batches(text, options["read"], options["batch_words"], numbers)):
        if step >= total:
            break
        if step < begin:
            continue
        optimizer.param_groups[0]["lr"] = rate_at(step, total, options["rate"], options["warmup"])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = _loss(net, outlook, forms, torch.from_numpy(ids), torch.from_numpy(lengths), options)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(both.parameters(), options["clip"])
        optimizer.step()
        losses.append(loss.item())
        if (step + 1) % _REPORT == 0:
            print(
                f"raw text: step {step + 1} of {total}, loss {np.mean(losses):.3f}, {time.monotonic() - began:.0f} s",
                file=sys.stderr,
                flush=True,
            )
            losses.clear()
            _keep(path, both, optimizer, step + 1)
    net.dropout = usual


def _loss(net: Net, outlook: Outlook, forms: Forms, ids: Tensor, lengths: Tensor, options: dict[str, Any]) -> Tensor:
    real = ids >= 0
    found, where = ids.clamp(min=0).unique(return_inverse=True)
    entry = net.entry(net.words(*forms.at(found)), where, torch.full((len(ids),), TREEBANKS.index("boun")))
    masked = real & (torch.rand(ids.shape) < options["hidden"])
    entry = torch.where(masked[:, :, None], outlook.hidden_word.to(entry.dtype), entry)
    ahead, behind = net.layer(0, entry, lengths)
    loss = torch.zeros(())
    for head, states, next_ids in (
        (outlook.ahead, ahead[:, :-1], ids[:, 1:]),
        (outlook.behind, behind[:, 1:], ids[:, :-1]),
    ):
        asked = real[:, 1:] & (torch.rand(next_ids.shape) < options["asked"])
        loss = loss + outlook.loss(head(states[asked]), next_ids[asked])
    upper = torch.cat(net.layer(1, torch.cat([ahead, behind], dim=2), lengths), dim=2)
    return 0.5 * loss + outlook.loss(outlook.within(upper[masked]), ids[masked])


def _keep(path: Path, both: nn.Module, optimizer: torch.optim.Optimizer, step: int) -> None:
    torch.save({"weights": both.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, f"{path}.new")
    Path(f"{path}.new").replace(path)


def _resumed(path: Path, both: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    if not path.exists():
        return 0
    saved = torch.load(path, weights_only=True)
    both.load_state_dict(saved["weights"])
    optimizer.load_state_dict(saved["optimizer"])
    return int(saved["step"])
