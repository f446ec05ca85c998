"""The measures of the shared task, on sentences small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from training.conll_2018 import PrintedToken, scores
from training.conllu import Token, read
from training.raw_text import gold, text_of

from vakanuvis.record.span import Span

# The envoy was in Kars. He came.
FIRST = [
    ("Elçi", [Token("Elçi", "elçi", "NOUN", "Case=Nom|Number=Sing", 1, "nsubj")]),
    (
        "Kars'taydı",
        [
            Token("Kars'ta", "Kars", "PROPN", "Case=Loc|Number[psor]=Sing", -1, "root"),
            Token("ydı", "i", "AUX", "Tense=Past", 1, "cop"),
        ],
    ),
    (".", [Token(".", ".", "PUNCT", "_", 1, "punct")]),
]
SECOND = [
    ("Geldi", [Token("Geldi", "gel", "VERB", "Tense=Past", -1, "root")]),
    (".", [Token(".", ".", "PUNCT", "_", 0, "punct")]),
]


def placed(*sentences):
    at, out = 0, []
    for sentence in sentences:
        tokens = []
        for form, words in sentence:
            tokens.append(PrintedToken(Span(at, at + len(form)), tuple(words)))
            at += len(form) + 1
        out.append(tokens)
    return out


def changed(sentence, place, **fields):
    form, words = sentence[place]
    return [*sentence[:place], (form, [replace(words[0], **fields), *words[1:]]), *sentence[place + 1 :]]


GOLD = placed(FIRST, SECOND)


def test_what_is_the_same_scores_a_hundred():
    assert set(scores(GOLD, GOLD).values()) == {100.0}


@pytest.mark.parametrize(
    ("fields", "fallen"),
    [
        ({"upos": "PROPN"}, {"UPOS", "AllTags", "MLAS"}),
        ({"feats": "Case=Gen|Number=Sing"}, {"UFeats", "AllTags", "MLAS"}),
        ({"lemma": "el"}, {"Lemmas", "BLEX"}),
        ({"deprel": "obj"}, {"LAS", "CLAS", "MLAS", "BLEX"}),
        ({"head": 2}, {"UAS", "LAS", "CLAS", "MLAS", "BLEX"}),
    ],
)
def test_one_wrong_thing_costs_the_measures_that_look_at_it(fields, fallen):
    found = scores(GOLD, placed(changed(FIRST, 0, **fields), SECOND))
    assert {name for name, score in found.items() if score < 100} == fallen
    assert {found[name] for name in fallen} <= {round(100 * 5 / 6, 2), round(100 * 2 / 3, 2)}  # of words, of content


def test_subtypes_layered_features_and_unknown_lemmas_are_not_compared():
    own = changed(changed(FIRST, 0, deprel="nsubj:pass"), 1, feats="Case=Loc")
    assert set(scores(GOLD, placed(own, SECOND)).values()) == {100.0}
    unknown = placed(changed(FIRST, 0, lemma="_"), SECOND)
    assert scores(unknown, GOLD)["Lemmas"] == 100.0


def test_a_function_word_counts_for_the_word_it_hangs_on():
    form, (word, copula) = FIRST[1]
    own = [FIRST[0], (form, [word, replace(copula, feats="Tense=Pres")]), FIRST[2]]
    found = scores(GOLD, placed(own, SECOND))
    assert found["MLAS"] == round(100 * 2 / 3, 2)
    assert found["CLAS"] == 100.0


def test_a_token_left_whole_costs_its_words_but_not_the_token():
    whole = Token("Kars'taydı", "Kars", "PROPN", "Case=Loc", -1, "root")
    own = [FIRST[0], ("Kars'taydı", [whole]), (".", [replace(FIRST[2][1][0], head=1)])]
    found = scores(GOLD, placed(own, SECOND))
    assert found["Tokens"] == found["Sentences"] == 100.0
    assert found["Words"] == round(200 * 4 / (6 + 5), 2)
    # The head of the first word is not aligned any more.
    assert found["UAS"] == round(200 * 2 / (6 + 5), 2)


def test_a_lost_boundary_costs_both_sentences():
    heads = [replace(words[0], head=3 if words[0].head == 0 else 1, deprel="conj") for _, words in SECOND]
    joined = [*FIRST, *((form, [word]) for (form, _), word in zip(SECOND, heads, strict=True))]
    found = scores(GOLD, placed(joined))
    assert found["Sentences"] == 0.0
    assert found["Words"] == 100.0


def test_gold_tokens_are_found_in_the_text_that_the_task_would_give(tmp_path):
    path = tmp_path / "two.conllu"
    rows = (
        "# sent_id = a\n# text = Gel!\n1\tGel\tgel\tVERB\t_\t_\t0\troot\t_\t_\n2\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n"
    )
    path.write_text(rows + "# newpar\n" + rows + rows, encoding="utf-8")
    trees = list(read(path))
    text = text_of(trees)
    assert text == "Gel!\n\nGel! Gel!"
    assert [[token.span.letters(text) for token in sentence] for sentence in gold(trees, text)] == [["Gel", "!"]] * 3
    with pytest.raises(ValueError, match="stands before"):
        gold(trees, text.replace("Gel", "Çok Gel"))
