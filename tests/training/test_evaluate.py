"""The evaluation command: both parts of its answer, on sentences of our own."""

from __future__ import annotations

import json
import sys

import pytest
from training.conllu import Token, Tree, as_dict, printed_tokens, read
from training.participles import is_reported, participles
from training.raw_text import RawReader

from training import evaluate
from vakanuvis.language.tagger import Tagged, Tagger
from vakanuvis.lexicon.files import lexicon_folder

# The minister said that he had come. / The envoy was in Kars. / "You know that he came," he said.
SAMPLE = """# sent_id = a
# text = Bakan geldiğini söyledi.
1 Bakan bakan NOUN _ Case=Nom|Number=Sing|Person=3 3 nsubj _ _
2 geldiğini gel VERB _ Case=Acc|Number[psor]=Sing|Person[psor]=3|Tense=Past|VerbForm=Part 3 ccomp _ _
3 söyledi söyle VERB _ Aspect=Perf|Evident=Fh|Number=Sing|Person=3|Tense=Past 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _

# newpar
# sent_id = b
# text = Elçi Kars'taydı.
1 Elçi elçi NOUN _ Case=Nom|Number=Sing|Person=3 2 nsubj _ _
2-3 Kars'taydı _ _ _ _ _ _ _ SpaceAfter=No
2 Kars'ta Kars PROPN _ Case=Loc|Number=Sing|Person=3 0 root _ _
3 ydı y AUX _ Aspect=Perf|Evident=Fh|Number=Sing|Person=3|Tense=Past 2 cop _ _
4 . . PUNCT _ _ 2 punct _ _

"""
CONLL_2018 = (
    "Tokens", "Sentences", "Words", "UPOS", "UFeats", "AllTags", "Lemmas", "UAS", "LAS", "CLAS", "MLAS", "BLEX",
)  # fmt: skip


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.conllu"
    lines = ["\t".join(line.split()) if line[:1].isdigit() else line for line in SAMPLE.splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_command_prints_both_parts(sample, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["evaluate", str(sample)])
    evaluate.main()
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"gold_tokens", "raw_text"}
    gold, raw = found["gold_tokens"], found["raw_text"]
    assert all(0 <= gold[name] <= 100 for name in ("UPOS", "UFeats", "Lemmas", "UAS", "LAS", "F Case"))
    assert gold["analyser"]["joint"] == gold["analyser"]["covered"] == 100.0
    assert gold["reported speech"]["participles"] == 1
    assert all(0 <= raw[name] <= 100 for name in CONLL_2018)
    assert raw["Tokens"] == raw["Sentences"] == raw["Words"] == 100.0
    assert raw["multiword precision"] == raw["multiword recall"] == 100.0
    assert gold["words a second"] > 0
    assert raw["words a second"] > 0


def test_a_text_comes_back_in_parts_at_the_letters_it_was_printed_in(traits):
    text = "Elçi  Kars’taydı .\n\nSözcü, “Döndü. Yorgun.” dedi."
    reader = RawReader(lexicon_folder(), Tagger(traits))
    sentences = reader.read(text)
    printed = [[token.span.letters(text) for token in sentence] for sentence in sentences]
    assert printed == [["Elçi", "Kars’taydı", "."], ["Sözcü", ",", "“", "Döndü", ".", "Yorgun", ".", "”", "dedi", "."]]
    assert ["".join(word.form for word in token.words) for token in sentences[0]] == ["Elçi", "Kars'taydı", "."]
    assert len(sentences[0][1].words) == 2
    heads = [word.head for token in sentences[0] for word in token.words]
    assert heads.count(-1) == 1


def test_printed_tokens_hold_their_words(sample):
    first, second = read(sample)
    assert (first.text, first.begins, second.begins) == ("Bakan geldiğini söyledi.", False, True)
    assert [(form, len(words)) for form, words in printed_tokens(second)] == [("Elçi", 1), ("Kars'taydı", 2), (".", 1)]


def _tree(text):
    feats = "Case=Acc|Number[psor]=Sing|Person[psor]=3|Tense=Past|VerbForm=Part"
    forms = text.replace('"', ' " ').split()
    words = tuple(Token(form, form, "VERB", feats if form == "geldiğini" else "_", -1, "root") for form in forms)
    return Tree("", words, text=text)


def _read(tree, person):
    feats = {"Person[psor]": person, "Number[psor]": "Sing"}
    return [Tagged(word.form, "VERB", feats if word.form == "geldiğini" else {}) for word in tree.words]


def test_possessors_of_reported_participles_are_counted_apart_outside_quotations():
    outside, inside = _tree("Bakan geldiğini söyledi"), _tree('Bakan "senin geldiğini biliyorum" dedi')
    found = participles([outside, inside], [_read(outside, "3"), _read(inside, "2")])
    assert list(found.values()) == [2, 50.0, 1, 100.0]
    assert as_dict(outside.words[1].feats)["VerbForm"] == "Part"


@pytest.mark.parametrize(
    ("feats", "reported"),
    [
        ("Case=Acc|Person[psor]=3|Tense=Fut|VerbForm=Part", True),  # geleceğini
        ("Case=Nom|Person[psor]=3|Tense=Pres|VerbForm=Part", False),  # gelenleri
        ("Person[psor]=3|Tense=Past|VerbForm=Part", False),  # geldiği gün
        ("Case=Acc|Person[psor]=3|VerbForm=Vnoun", False),  # gelmesini
    ],
)
def test_a_reported_participle_has_tense_possessor_and_case(feats, reported):
    assert is_reported(Token("x", feats=feats)) is reported
