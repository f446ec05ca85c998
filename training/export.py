"""Write a trained network as an ONNX graph with int8 weights, and its tables as JSON.

Weights are int8 with one scale for each column and are widened when a session opens; sums are made in float32. Nothing
is scaled by what else stands in the batch, so a sentence is read the same in any company. ``python -m training.export
CHECKPOINT FOLDER`` exports a checkpoint by hand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.corpora import LABELS, TARGET, TREEBANKS
from training.net import Net
from training.tables import Tables
from vakanuvis.language.word_features import FEATURES

OPSET = 17


class Graph:
    """Collects nodes and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._names = 0

    def constant(self, value: np.ndarray) -> str:
        """A weight as it is."""
        name = self._name()
        self.weights.append(numpy_helper.from_array(value.copy(order="C"), name))
        return name

    def small(self, value: np.ndarray, axis: int) -> tuple[str, str]:
        """A weight as int8 and its scales; ``axis`` is summed over or, in a table, counted along."""
        scale = np.maximum(np.abs(value).max(axis=axis, keepdims=True), 1e-8).astype(np.float32) / 127
        return self.constant(np.round(value / scale).astype(np.int8)), self.constant(scale)

    def weight(self, value: np.ndarray, axis: int) -> str:
        """An int8 weight, widened."""
        name, scale = self.small(value, axis)
        return self.op("Mul", self.op("Cast", name, to=TensorProto.FLOAT), scale)

    def op(self, kind: str, *inputs: str, outputs: int = 1, into: str = "", **attributes: Any) -> str:
        """A node; the name of its first output. ``into`` names an output of the graph."""
        names = [into or self._name(), *(self._name() for _ in range(outputs - 1))]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0]

    def linear(self, layer: torch.nn.Linear, name: str, rows: np.ndarray | None = None, into: str = "") -> str:
        """A linear layer, cut to some of its outputs."""
        weight, bias = _array(layer.weight), _array(layer.bias)
        if rows is not None:
            weight, bias = weight[rows], bias[rows]
        product = self.op("MatMul", name, self.weight(weight.T, 0))
        return self.op("Add", product, self.constant(bias), into=into)

    def _name(self) -> str:
        self._names += 1
        return f"n{self._names}"


def _array(value: torch.Tensor) -> np.ndarray:
    return value.detach().numpy().astype(np.float32)


def _lstm(graph: Graph, forth: torch.nn.LSTM, back: torch.nn.LSTM, states: str) -> str:
    """Both directions in one node; ONNX orders the gates input, output, forget, cell."""
    hidden = forth.hidden_size
    order = np.concatenate([np.arange(hidden) + place * hidden for place in (0, 3, 1, 2)])

    def both(name: str) -> np.ndarray:
        return np.stack([_array(getattr(side, name + "_l0"))[order] for side in (forth, back)])

    inner, outer = graph.weight(both("weight_ih"), 2), graph.weight(both("weight_hh"), 2)
    bias = graph.constant(np.concatenate([both("bias_ih"), both("bias_hh")], axis=1))
    result = graph.op("LSTM", states, inner, outer, bias, "lengths", hidden_size=hidden, direction="bidirectional")
    side_by_side = graph.op("Transpose", result, perm=[0, 2, 1, 3])  # [T, 2, B, H] → [T, B, 2, H]
    return graph.op("Reshape", side_by_side, graph.constant(np.array([0, 0, 2 * hidden])))


def _word_types(graph: Graph, net: Net) -> str:
    """[form, width]: all that the network knows of a form without its sentence."""
    parts = []
    tables = {name: graph.small(_array(table.weight), 0) for name, table in net.tables.items()}
    for column, name in enumerate(FEATURES):
        ids = graph.op("Gather", "features", graph.constant(np.array(column)), axis=1)
        table, scale = tables["vector" if name == "stem" else name]
        parts.append(graph.op("Mul", graph.op("Cast", graph.op("Gather", table, ids), to=TensorProto.FLOAT), scale))
    table, scale = graph.small(_array(net.chars.weight), 0)
    letters = graph.op("Mul", graph.op("Cast", graph.op("Gather", table, "chars"), to=TensorProto.FLOAT), scale)
    letters = graph.op("Transpose", letters, perm=[0, 2, 1])
    kernel = graph.constant(_array(net.conv.weight))
    seen = graph.op("Relu", graph.op("Conv", letters, kernel, graph.constant(_array(net.conv.bias)), pads=[1, 1]))
    real = graph.op("Cast", graph.op("Cast", "chars", to=TensorProto.BOOL), to=TensorProto.FLOAT)
    seen = graph.op("Mul", seen, graph.op("Unsqueeze", real, graph.constant(np.array([1]))))
    parts.append(graph.op("ReduceMax", seen, axes=[2], keepdims=0))
    parts.append(graph.op("MatMul", "traits", graph.weight(_array(net.traits.weight).T, 0)))
    types = graph.linear(net.of_type, graph.op("Concat", *parts, axis=1))
    # Reading uses one treebank's id alone; it is folded into the weights.
    target = net.of_treebank(net.treebank(torch.tensor(TREEBANKS.index(TARGET))))
    return graph.op("Relu", graph.op("Add", types, graph.constant(_array(target))))


def _leaky(graph: Graph, layer: torch.nn.Linear, states: str, into: str = "") -> str:
    return graph.op("LeakyRelu", graph.linear(layer, states), alpha=0.1, into=into)


def graph_of(net: Net, tags: np.ndarray, scripts: np.ndarray) -> onnx.ModelProto:
    """The graph; time comes first in all sequences."""
    graph = Graph()
    entry = graph.op("Gather", _word_types(graph, net), "where")
    states = entry
    for forth, back in zip(net.forth, net.back, strict=True):
        states = _lstm(graph, forth, back, states)
    both = graph.op("Concat", states, entry, axis=2)
    graph.linear(net.upos, states, into="upos")
    graph.linear(net.tag, graph.op("Relu", graph.linear(net.tag_in, both)), tags, into="tags")
    graph.linear(net.lemma, graph.op("Relu", graph.linear(net.lemma_in, both)), scripts, into="scripts")
    narrow = graph.op("Relu", graph.linear(net.entity_in, both))
    graph.linear(net.entity, _lstm(graph, net.entity_forth, net.entity_back, narrow), into="entities")
    dependent, head = _leaky(graph, net.arc_dependent, states), _leaky(graph, net.arc_head, states)
    one = graph.op("Transpose", graph.linear(net.arc, dependent), perm=[1, 0, 2])
    other = graph.op("Transpose", head, perm=[1, 2, 0])
    root = graph.op("Transpose", graph.linear(net.root, dependent), perm=[1, 0, 2])
    graph.op("Concat", root, graph.op("MatMul", one, other), axis=2, into="arcs")
    _leaky(graph, net.relation_dependent, states, into="dependents")
    _leaky(graph, net.relation_head, states, into="heads")

    def value(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, list(shape))

    inputs = [
        value("features", TensorProto.INT64, "form", len(FEATURES)),
        value("chars", TensorProto.INT64, "form", "letter"),
        value("traits", TensorProto.FLOAT, "form", net.traits.in_features),
        value("where", TensorProto.INT64, "word", "sentence"),
        value("lengths", TensorProto.INT32, "sentence"),
    ]
    names = ("upos", "tags", "scripts", "entities", "dependents", "heads")
    outputs = [value(name, TensorProto.FLOAT, "word", "sentence", f"{name}_width") for name in names]
    outputs.append(value("arcs", TensorProto.FLOAT, "sentence", "word", "above"))
    made = helper.make_graph(graph.nodes, "tagger", inputs, outputs, graph.weights)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="vakanuvis")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def export(net: Net, tables: Tables, folder: Path) -> None:
    """Write ``tagger.onnx``, ``relations.npz`` and ``tables.json``, with the labels that the target annotation has."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    kept = tables.target
    rows = {name: np.array([getattr(tables, name).index(value) for value in values]) for name, values in kept.items()}
    onnx.save(graph_of(net, rows["tags"], rows["scripts"]), folder / "tagger.onnx")
    weights = _array(net.relation)[:, rows["relations"], :]
    scale = np.abs(weights).max() / 127
    np.savez_compressed(folder / "relations.npz", weights=np.round(weights / scale).astype(np.int8), scale=scale)
    lists = {"pieces": tables.pieces, "traits": tables.traits, "upos": tables.upos, **kept, "entities": list(LABELS)}
    (folder / "tables.json").write_text(json.dumps(lists, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def main() -> None:
    """Export a checkpoint."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    from training.train import build  # noqa: PLC0415 - training.train imports this module

    saved = torch.load(sys.argv[1], weights_only=True)
    tables = Tables(**saved["tables"])
    net = build(tables, 0.0)
    net.load_state_dict(saved["weights"])
    export(net, tables, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
