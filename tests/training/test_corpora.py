from __future__ import annotations

import pytest
from training.conllu import Token, Tree
from training.corpora import Example, evened


def sentence(text: str) -> Example:
    """`word/label …`; no label is O."""
    pairs = [word.partition("/") for word in text.split()]
    return Example("boun", (Tree("", tuple(Token(form, entities=(label or "O",)) for form, _, label in pairs)),))


def labels(example: Example) -> list[tuple[str, ...]]:
    return [word.entities for word in example.variants[0].words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1994/B-DATE yılında geldi", ["B-DATE", "I-DATE", "O"]),
        ("19./B-DATE yüzyılın sonu", ["B-DATE", "I-DATE", "O"]),
        ("Geldi yılında gitti", ["O", "O", "O"]),
        ("Oslo/B-GPE ,/I-GPE Norveç'te/I-GPE kaldı", ["B-GPE", "O", "B-GPE", "O"]),
        ("Fransa'nın/B-GPE Lyon/I-GPE kenti", ["B-GPE", "B-GPE", "O"]),
        ("Kar/B-WORK ,/I-WORK Buz/I-WORK çıktı", ["B-WORK", "I-WORK", "I-WORK", "O"]),
    ],
)
def test_the_two_styles_are_made_one(text, expected):
    assert labels(next(evened([sentence(text)]))) == [(label,) for label in expected]


def test_a_title_without_a_label_may_be_one_where_the_word_often_is():
    often = [sentence("yazar/B-TITLE geldi")] * 5
    found = list(evened([*often, sentence("Yazar gitti")]))
    assert labels(found[0])[0] == ("B-TITLE",)
    assert labels(found[-1]) == [("O", "B-TITLE", "I-TITLE"), ("O",)]


def test_a_title_seen_seldom_is_taken_as_it_stands():
    found = list(evened([*[sentence("genel/B-TITLE")] * 5, *[sentence("genel")] * 15]))
    assert labels(found[-1]) == [("O",)]
