"""The network: affixes, letters and shape of each word, two bidirectional LSTMs, and a head for each task."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from vakanuvis.language.word_features import FEATURES


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the layers; the counts of labels come from the data."""

    affix: int = 32
    word: int = 64
    base: int = 48
    shape: int = 16
    vector: int = 112
    traits: int = 64
    char: int = 24
    filters: int = 96
    treebank: int = 24
    entry: int = 256
    hidden: int = 256
    tag: int = 160
    lemma: int = 192
    entity: int = 192
    arc: int = 192
    relation: int = 64

    def feature(self, name: str) -> int:
        """Width of the embedding of one word feature."""
        widths = {"word": self.word, "base": self.base, "shape": self.shape, "vector": self.vector, "stem": self.vector}
        return widths.get(name, self.affix)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many labels each head has, and rows each embedding table."""

    tables: dict[str, int]
    traits: int
    treebanks: int
    upos: int
    tags: int
    scripts: int
    relations: int
    entities: int


class Net(nn.Module):
    """Scores of a padded batch."""

    def __init__(self, sizes: Sizes, counts: Counts, dropout: float) -> None:
        super().__init__()
        own = [name for name in FEATURES if name != "stem"]
        self.tables = nn.ModuleDict({name: nn.Embedding(counts.tables[name], sizes.feature(name)) for name in own})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.1)
        self.tables["vector"].requires_grad_(False)
        self.traits = nn.Linear(counts.traits, sizes.traits, bias=False)
        self.chars = nn.Embedding(counts.tables["char"], sizes.char, padding_idx=0)
        self.conv = nn.Conv1d(sizes.char, sizes.filters, 3, padding=1)
        self.treebank = nn.Embedding(counts.treebanks, sizes.treebank)
        type_width = sum(sizes.feature(name) for name in FEATURES) + sizes.filters + sizes.traits
        self.of_type = nn.Linear(type_width, sizes.entry)
        self.of_treebank = nn.Linear(sizes.treebank, sizes.entry, bias=False)
        widths = (sizes.entry, 2 * sizes.hidden)
        self.forth = nn.ModuleList(nn.LSTM(width, sizes.hidden, batch_first=True) for width in widths)
        self.back = nn.ModuleList(nn.LSTM(width, sizes.hidden, batch_first=True) for width in widths)
        top = 2 * sizes.hidden
        self.upos = nn.Linear(top, counts.upos)
        self.tag_in = nn.Linear(top + sizes.entry, sizes.tag)
        self.tag = nn.Linear(sizes.tag, counts.tags)
        self.lemma_in = nn.Linear(top + sizes.entry, sizes.lemma)
        self.lemma = nn.Linear(sizes.lemma, counts.scripts)
        self.entity_in = nn.Linear(top + sizes.entry, sizes.entity)
        self.entity_forth = nn.LSTM(sizes.entity, sizes.entity // 2, batch_first=True)
        self.entity_back = nn.LSTM(sizes.entity, sizes.entity // 2, batch_first=True)
        self.entity = nn.Linear(sizes.entity, counts.entities)
        self.arc_dependent = nn.Linear(top, sizes.arc)
        self.arc_head = nn.Linear(top, sizes.arc)
        self.arc = nn.Linear(sizes.arc, sizes.arc)
        self.root = nn.Linear(sizes.arc, 1)
        self.relation_dependent = nn.Linear(top, sizes.relation)
        self.relation_head = nn.Linear(top, sizes.relation)
        self.relation = nn.Parameter(torch.randn(sizes.relation + 1, counts.relations, sizes.relation + 1) * 0.05)
        self.dropout = dropout

    def set_vectors(self, vectors: Tensor) -> None:
        """Put in what raw text says; it is not trained further, so that unseen words stay comparable to seen ones."""
        weight = self.tables["vector"].weight
        weight.zero_()
        weight[len(weight) - len(vectors) :] = vectors

    def words(self, features: Tensor, chars: Tensor, traits: Tensor) -> Tensor:
        """One vector for each distinct word form; features are hidden at random while training."""
        parts = []
        for column, name in enumerate(FEATURES):
            ids = features[:, column]
            if self.training and name in ("word", "base", "s6", "p5", "s5"):
                ids = torch.where(torch.rand(ids.shape) < 0.15, ids.clamp(max=1), ids)
            parts.append(self.tables["vector" if name == "stem" else name](ids))
        letters = self.conv(self.chars(chars).transpose(1, 2)).relu()
        letters = letters.masked_fill((chars == 0)[:, None, :], 0.0)
        parts += [letters.amax(dim=2), self.traits(traits)]
        return self.of_type(self._drop(torch.cat(parts, dim=1)))

    def entry(self, types: Tensor, where: Tensor, treebank: Tensor) -> Tensor:
        """Entry vectors [batch, word, width] of the words at ``where`` in ``types``."""
        return self._drop((types[where] + self.of_treebank(self.treebank(treebank))[:, None, :]).relu())

    def states(self, entry: Tensor, lengths: Tensor) -> Tensor:
        """LSTM states [batch, word, width]."""
        states = entry
        for place in range(len(self.forth)):
            states = self._drop(torch.cat(self.layer(place, states, lengths), dim=2))
        return states

    def layer(self, place: int, states: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """What one layer makes of the words: read forwards, and read backwards."""
        return _both_ways(self.forth[place], self.back[place], states, lengths)

    def arcs(self, states: Tensor) -> Tensor:
        """[batch, dependent, head + 1]; column 0 is the root."""
        dependent = self._drop(F.leaky_relu(self.arc_dependent(states), 0.1))
        head = self._drop(F.leaky_relu(self.arc_head(states), 0.1))
        return torch.cat([self.root(dependent), self.arc(dependent) @ head.transpose(1, 2)], dim=2)

    def relations(self, states: Tensor, row: Tensor, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of the relations of chosen arcs."""
        left = self._drop(F.leaky_relu(self.relation_dependent(states), 0.1))[row, dependent]
        right = self._drop(F.leaky_relu(self.relation_head(states), 0.1))[row, head]
        one = torch.ones(len(left), 1)
        left, right = torch.cat([left, one], 1), torch.cat([right, one], 1)
        halfway = (left @ self.relation.flatten(1)).view(len(left), *self.relation.shape[1:])
        return (halfway @ right[:, :, None])[:, :, 0]

    def labels(self, entry: Tensor, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of part of speech, feature string and lemma script for flat rows of words."""
        both = torch.cat([states, entry], dim=-1)
        return (
            self.upos(states),
            self.tag(self._drop(self.tag_in(both).relu())),
            self.lemma(self._drop(self.lemma_in(both).relu())),
        )

    def entities(self, entry: Tensor, states: Tensor, lengths: Tensor) -> Tensor:
        """Scores of the entity labels [batch, word, label]: names are long, so this head reads once more."""
        narrow = self._drop(self.entity_in(torch.cat([states, entry], dim=2)).relu())
        ways = _both_ways(self.entity_forth, self.entity_back, narrow, lengths)
        return self.entity(self._drop(torch.cat(ways, dim=2)))

    def _drop(self, values: Tensor) -> Tensor:
        return F.dropout(values, self.dropout, self.training)


def _both_ways(forth: nn.LSTM, back: nn.LSTM, states: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
    """Padding never reaches a word: the one that reads backwards is given reversed sentences."""
    turned = _turned(states.shape[1], lengths)
    ahead, _ = forth(states)
    behind, _ = back(_gather(states, turned))
    return ahead, _gather(behind, turned)


def _turned(longest: int, lengths: Tensor) -> Tensor:
    """For each place the place that it has in the reversed sentence; padding stays where it is."""
    places = torch.arange(longest)[None, :]
    return torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)


def _gather(values: Tensor, places: Tensor) -> Tensor:
    return values.gather(1, places[:, :, None].expand_as(values))
