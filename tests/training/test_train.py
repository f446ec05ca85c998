"""A tiny training run: what it writes, the library can read."""

from __future__ import annotations

import json
import tomllib
import warnings

import pytest

pytest.importorskip("torch", reason="torch is needed to train; install the extra `train`")
pytest.importorskip("onnx", reason="onnx is needed to export; install the extra `train`")

import torch
from tests.training.test_conllu import SAMPLE
from training.export import export
from training.train import CONFIG, encoded, prepare, train
from training.vectors import learn

from training import corpora
from vakanuvis.language.tagger import Tagger


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Folders as `training.train` wants them, with self-written sentences alone."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "turkish-wiki-ner").mkdir()
    names = ["a1", *(f"s{number}" for number in range(40))]
    text = "\n".join(SAMPLE.replace("a1", name) for name in names)
    for file in corpora.FILES.values():
        (folder / file).write_text(text, encoding="utf-8")
    rows = [{"id": "x1", "tokens": ["Yağmur", "yağdı"], "upos": ["NOUN", "VERB"]}]
    (folder / "boun-train-upos-only-7803.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "turkish-wiki-ner" / "train.conll").write_text("Ankara'da\tB-GPE\nyağdı\tO\n\n" * 9, encoding="utf-8")
    row = {"tokens": ["Ankara", "'da", "yağdı"], "tags": ["B-LOC", "O", "O"]}
    (folder / "milliyet-relabelled.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (folder / "raw.txt").write_text("Yağmur yağdı. Kar yağdı. Karar buydu.\n" * 50, encoding="utf-8")
    return folder


def config() -> dict:
    found = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    found["data"] |= {"entity_words": 20, "upos_words": 2}
    found["steps"] |= {"passes": 2}
    return found


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    """Corpus, network and folder of a run of two passes."""
    folder = tmp_path_factory.mktemp("out")
    corpus = prepare(data, data, [], config())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch warns of its own doings
        net = train(corpus, config(), folder)
    export(net, corpus.tables, folder / "model")
    return corpus, net, folder


def test_what_training_writes_the_library_reads(trained):
    folder = trained[2]
    assert (folder / "checkpoint.pt").exists()
    sentences = [["Karar", "buydu", "."], ["Yağmur", "yağdı", ",", "önemlidir", "."]]
    words = Tagger(folder / "model").tag(sentences)
    assert [len(found) for found in words] == [3, 5]
    assert Tagger(folder / "model").tag(sentences[:1])[0] == words[0]


def test_the_exported_graph_scores_as_the_network_does(data, trained):
    corpus, net, folder = trained
    row = corpus.syntax[0].plain[0]
    with torch.no_grad():
        _, entry, states = encoded(net, corpus, [row])
        expected = net.labels(entry[0], states[0])[0].argmax(1)
    sentence = [word.form for word in corpora.examples(data, "train")[0].variants[0].words]
    found = [word.upos for word in Tagger(folder / "model").tag([sentence])[0]]
    assert found == [corpus.tables.upos[i] for i in expected.tolist()]


def test_words_with_the_same_neighbours_get_like_vectors(data):
    words, vectors = learn([data / "raw.txt"], words=12, contexts=8, width=2, most=10_000)
    place = dict(zip(words, vectors, strict=True))
    assert abs(place["yağmur"] - place["kar"]).sum() < abs(place["yağmur"] - place["yağdı"]).sum()
