"""The measure of sentence ends, on texts whose ends are plain."""

from __future__ import annotations

import json

import pytest
from bench.sentences import Labelled, in_part, joined, main, measure, read_labelled

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.tokens import TokenLexicon

LEXICON = TokenLexicon.read(lexicon_folder())


def test_sentences_are_joined_and_their_ends_counted():
    text = joined(["Bakan geldi.", "Sözcü gitti."])
    assert text == Labelled("Bakan geldi. Sözcü gitti.", frozenset({12, 25}))


def test_the_last_end_of_a_text_is_no_merit():
    found = measure([joined(["Bakan geldi.", "Sözcü gitti.", "Yağmur yağdı."])], LEXICON)
    assert (found["ends"], found["F1"]) == (2, 100.0)


def test_what_is_missed_and_what_is_too_much_is_counted_and_shown(capsys):
    # Nobody sees that a heading ends here; the label wants no end behind the question.
    texts = [joined(["Yeni bir gün", "Bakan geldi mi? Gelmedi.", "Sözcü gitti."])]
    found = measure(texts, LEXICON, show=True)
    assert (found["precision"], found["recall"], found["F1"]) == (50.0, 50.0, 50.0)
    shown = capsys.readouterr().err.splitlines()
    assert [line[0] for line in shown] == ["+", "-"]


def test_a_quotation_cut_in_two_is_counted():
    text = 'Bakan, "Yol uzun. Yürüyoruz." dedi. Sustu.'
    ends, inner = frozenset({text.index(" Sustu"), len(text)}), frozenset({text.index(" Yürüyoruz")})
    found = measure([Labelled(text, ends, inner)], LEXICON)
    assert (found["F1"], found["inner F1"], found["quotations"], found["quotations cut"]) == (100.0, 100.0, 1, 0)
    alone = '"Yol uzun. Yürüyoruz." Sustu.'
    cut = measure([Labelled(alone, frozenset({len(alone)}))], LEXICON)
    assert cut["quotations cut"] == 1


@pytest.mark.parametrize("name", ["a.txt", "a.conllu", "a.jsonl"])
def test_all_kinds_of_files_are_read(tmp_path, capsys, name):
    sentences = ["Bakan geldi.", "Sözcü gitti."]
    made = {
        "a.txt": "\n".join(sentences),
        "a.conllu": "".join(f"# text = {sentence}\n\n" for sentence in sentences),
        "a.jsonl": json.dumps({"text": " ".join(sentences), "ends": [12, 25]}),
    }
    path = tmp_path / name
    path.write_text(made[name], encoding="utf-8")
    (found,) = read_labelled(path)
    assert found == joined(sentences)
    assert main([str(path)]) == 0
    assert json.loads(capsys.readouterr().out)[name]["F1"] == 100.0


def test_a_text_is_in_one_part():
    texts = [joined([f"Sözcü {number} gitti."]) for number in range(300)]
    parts = {part: [in_part(text, part) for text in texts] for part in ("dev", "held-out")}
    assert all(one != other for one, other in zip(*parts.values(), strict=True))
    assert 60 < sum(parts["held-out"]) < 140
