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
from training.feeding import prepare
from training.language_model import pretrain
from training.raw import read
from training.train import CONFIG, build, encoded, run
from training.vectors import learn

from training import corpora, language_model
from vakanuvis.language.decode import allowed_labels, best_labels
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
    found["vectors"] |= {"words": 12, "contexts": 8}
    found["raw"] |= {"words": 8, "endings": 8, "sample": 4, "batch_words": 64}
    for stage in ("annotated", "entities"):
        found[stage] |= {"passes": 1, "entity_words": 20}
    return found


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    """Corpus, networks and folder of a run of one pass in each stage."""
    folder = tmp_path_factory.mktemp("out")
    corpus = prepare(data, data, [data / "raw.txt"], config())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch warns of its own doings
        nets = dict(run(corpus, config(), folder))
    export(nets["model"], corpus.tables, folder / "model")
    return corpus, nets["model"], folder


def test_what_training_writes_the_library_reads(trained, traits):
    folder = trained[2]
    sentences = [["Karar", "buydu", "."], ["Yağmur", "yağdı", ",", "önemlidir", "."]]
    words = Tagger(traits, folder / "model").tag(sentences)
    assert [len(found) for found in words] == [3, 5]
    assert Tagger(traits, folder / "model").tag(sentences[:1])[0] == words[0]


def test_a_finished_stage_is_not_done_again(trained):
    corpus, net, folder = trained
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pt")}
    assert set(before) == {"raw.pt", "model.pt", "without-0.pt", "without-1.pt"}
    again = dict(run(corpus, config(), folder))["model"]
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pt")} == before
    assert all(torch.equal(one, other) for one, other in zip(net.parameters(), again.parameters(), strict=True))


def test_a_stage_of_other_data_is_refused(trained, tmp_path):
    corpus, _, folder = trained
    saved = torch.load(folder / "raw.pt", weights_only=True)
    saved["tables"]["upos"] = ["X"]
    torch.save(saved, tmp_path / "raw.pt")
    with pytest.raises(SystemExit, match="other data"):
        next(run(corpus, config(), tmp_path))


def test_raw_text_is_taken_up_where_it_was_left(trained, tmp_path, monkeypatch, capsys):
    corpus = trained[0]
    monkeypatch.setattr(language_model, "_REPORT", 2)
    net = build(corpus.tables, 0.0)
    pretrain(net, corpus.text, corpus.forms, config()["raw"], 1, tmp_path / "part")
    steps = torch.load(tmp_path / "part", weights_only=True)["step"]
    assert steps > 2
    capsys.readouterr()
    pretrain(net, corpus.text, corpus.forms, config()["raw"], 1, tmp_path / "part")
    assert "step 2 " not in capsys.readouterr().err


def test_a_half_that_is_held_out_is_not_learnt_from(trained):
    corpus = trained[0]
    halves = [len(sentences) for sentences in corpus.target]
    assert sum(halves) == 41
    assert min(halves) > 0


def test_the_exported_graph_scores_as_the_network_does(data, trained, traits):
    corpus, net, folder = trained
    row = corpus.target[0][0].plain[0]
    with torch.no_grad():
        lengths, _, entry, states = encoded(net, corpus, [row])
        parts = net.labels(entry[0], states[0])[0].argmax(1).tolist()
        entities = net.entities(entry, states, lengths)[0].numpy()
    sentence = [word.form for word in corpora.examples(data, [corpora.TARGET])[0].variants[0].words]
    # A longer sentence beside it, so that the first is padded.
    found = Tagger(traits, folder / "model").tag([sentence, [*sentence, "ve", "sonra"]])[0]
    assert [word.upos for word in found] == [corpus.tables.upos[i] for i in parts]
    labels = best_labels(entities, allowed_labels(corpora.LABELS))
    assert [word.entity for word in found] == [corpora.LABELS[i] for i in labels.tolist()]


def test_raw_text_becomes_sentences_of_numbers(data):
    text = read([data / "raw.txt"], 10_000)
    sentences = [
        [text.forms[i] for i in text.ids[start:end]]
        for start, end in zip(text.starts[:2], text.starts[1:3], strict=True)
    ]
    assert sentences[0][:3] == ["Yağmur", "yağdı", "."]
    assert text.frequencies().sum() == len(text.ids)


def test_a_word_that_is_printed_once_stands_as_its_last_letters(tmp_path):
    path = tmp_path / "raw.txt"
    path.write_text("Kar kar kar görüşülecekmiş.\nKar.\n", encoding="utf-8")
    text = read([path], 1000)
    assert "kmiş" in text.forms
    assert "görüşülecekmiş" not in text.forms


def test_words_with_the_same_neighbours_get_like_vectors(data):
    words, vectors = learn(read([data / "raw.txt"], 10_000), words=12, contexts=8, width=4)
    place = dict(zip(words, vectors, strict=True))
    assert vectors.shape[1] == 4
    assert abs(place["yağmur"] - place["kar"])[:2].sum() < abs(place["yağmur"] - place["yağdı"])[:2].sum()
