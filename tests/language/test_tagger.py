"""The trained tagger: what must hold whatever the weights are, and a few readings that any useful weights give."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vakanuvis.language.decode import allowed_labels, best_labels, best_tree
from vakanuvis.language.edit_scripts import lemma_by, scripts_for
from vakanuvis.language.tagger import MODEL, Tagged, Tagger
from vakanuvis.language.word_features import normalized, shape, vector_key
from vakanuvis.record.analysis import Analysis

# The minister met the ambassador in Ankara. / He said: "We are not hopeful." / It rained.
MEETING = ["Bakan", ",", "Ankara'da", "büyükelçiyle", "görüştü", "."]
QUOTE = ['"', "Umutlu", "değiliz", '"', "dedi", "."]
RAIN = ["Yağmur", "yağdı", "."]


@pytest.fixture(scope="module")
def tagger(traits) -> Tagger:
    return Tagger(traits)


def is_tree(words: list[Tagged]) -> bool:
    if sum(word.head == -1 for word in words) != 1:
        return False
    for start in range(len(words)):
        seen, node = set(), start
        while node != -1:
            if node in seen or not -1 <= node < len(words):
                return False
            seen.add(node)
            node = words[node].head
    return True


def test_each_word_gets_a_reading(tagger):
    (words,) = tagger.tag([MEETING])
    assert len(words) == len(MEETING)
    assert words[2].lemma == "Ankara"
    assert words[2].feats["Case"] == "Loc"
    assert words[4].upos == "VERB"
    assert words[4].lemma == "görüş"
    assert words[5].upos == "PUNCT"


def test_reading_twice_gives_the_same(tagger, traits):
    assert tagger.tag([MEETING, QUOTE]) == tagger.tag([MEETING, QUOTE])
    assert tagger.tag([MEETING]) == Tagger(traits).tag([MEETING])


def test_a_sentence_is_read_the_same_in_any_company(tagger):
    alone = [tagger.tag([words])[0] for words in (MEETING, QUOTE, RAIN)]
    long = MEETING[:-1] * 30 + ["."]
    together = tagger.tag([long, MEETING, RAIN * 3, QUOTE, long, RAIN])
    assert [together[1], together[3], together[5]] == alone
    assert together[0] == together[4]


def test_every_sentence_is_one_tree(tagger):
    for words in tagger.tag([MEETING, QUOTE, RAIN, RAIN * 5, [","] * 7]):
        assert is_tree(words)
        assert all((word.head == -1) == (word.deprel == "root") for word in words)


def test_a_very_long_sentence_is_read(tagger):
    words = tagger.tag([MEETING[:-1] * 120 + ["."]])[0]
    assert len(words) == 601
    assert is_tree(words)


def test_no_words_give_no_readings(tagger, traits):
    assert tagger.tag([]) == []
    assert tagger.tag([[], RAIN, []])[::2] == [[], []]
    assert Tagger(traits).tag([[]]) == [[]]


ODD = ["😀", "👩‍👩‍👧", "\u200b", "", "中国", "ـ", "'", "’", "''", "x" * 500, "a\u0301", "3,5", "%", "\x00"]


@pytest.mark.parametrize("odd", ODD)
def test_odd_characters_do_not_disturb(tagger, odd):
    words = tagger.tag([["Bakan", odd, "geldi", "."]])[0]
    assert len(words) == 4
    assert is_tree(words)


def test_curly_marks_are_read_as_straight_ones(tagger):
    curly = ["“", "Türkiye’nin", "tutumu", "belli", "”", "dedi", "."]
    straight = ['"', "Türkiye'nin", "tutumu", "belli", '"', "dedi", "."]
    assert [w.feats for w in tagger.tag([curly])[0]] == [w.feats for w in tagger.tag([straight])[0]]
    assert tagger.tag([curly])[0][1].lemma == "Türkiye"


def test_entity_labels_never_begin_inside(tagger):
    for words in tagger.tag([MEETING, ["Cumhurbaşkanı", "Erdoğan", "New", "York'ta", "konuştu", "."]]):
        before = "O"
        for word in words:
            assert not word.entity.startswith("I-") or before[2:] == word.entity[2:]
            before = word.entity


def test_candidates_are_chosen_among(tagger):
    def candidates(form, _):
        if form != "yağdı":
            return []
        return [
            Analysis("yağ", "NOUN", {"Case": "Nom", "Number": "Sing", "Person": "3"}, 3),
            Analysis(
                "yağ",
                "VERB",
                {"Aspect": "Perf", "Evident": "Fh", "Number": "Sing", "Person": "3", "Tense": "Past"},
                3,
            ),
        ]

    words = tagger.tag([RAIN], candidates)[0]
    assert words[1].upos == "VERB"
    assert words[1].feats["Tense"] == "Past"


def test_candidates_hear_which_word_begins_the_sentence(tagger):
    heard = []

    def candidates(form, is_initial):
        heard.append((form, is_initial))
        return []

    tagger.tag([['"', "Umutluyuz", '"', "dedi", "."]], candidates)
    assert ("Umutluyuz", True) in heard
    assert ("dedi", False) in heard


def test_a_known_candidate_mends_an_unseen_stem(tagger):
    def candidates(form, _):
        feats = {"Case": "Gen", "Number": "Sing", "Person": "3"}
        return [Analysis("Belousov", "PROPN", feats, 8)] if form == "Belousov'un" else []

    word = tagger.tag([["Belousov'un", "ziyareti", "bitti", "."]], candidates)[0][0]
    assert (word.lemma, word.upos) == ("Belousov", "PROPN")


def test_the_best_tree_has_one_root_even_if_two_words_want_to_be():
    scores = np.array([[9, 0, 1, 0], [8, 2, 0, 0], [0, 5, 1, 0]], np.float32)
    assert best_tree(scores).tolist() == [-1, 0, 0]


def test_the_best_tree_breaks_a_cycle_at_its_weakest_arc():
    # 0 and 1 choose each other; 2 is the root. Entering at 1 costs less than at 0.
    scores = np.array([[0, 0, 10, 1], [0, 10, 0, 5], [8, 0, 0, 0]], np.float32)
    assert best_tree(scores).tolist() == [1, 2, -1]


def test_trees_agree_with_trying_them_all():
    rng = np.random.default_rng(7)
    for _ in range(200):
        scores = rng.normal(size=(4, 5)).astype(np.float32)
        assert best_tree(scores).tolist() == _exhaustively(scores)


def _exhaustively(scores):
    best, best_heads = -np.inf, None
    for code in range(5**4):
        heads = [code // 5**place % 5 - 1 for place in range(4)]
        words = [Tagged("", "", {}, head) for head in heads]
        if any(head == place for place, head in enumerate(heads)) or not is_tree(words):
            continue
        total = sum(scores[place, head + 1] for place, head in enumerate(heads))
        if total > best:
            best, best_heads = total, heads
    return best_heads


def test_labels_are_the_best_allowed_ones():
    labels = ["O", "B-X", "I-X", "B-Y", "I-Y"]
    moves = allowed_labels(labels)
    scores = np.array([[1, 0, 3, 0, 0], [0, 0, 2, 0, 5]], np.float32)
    assert [labels[i] for i in best_labels(scores, moves)] == ["B-Y", "I-Y"]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("kitabı", "kitap"),
        ("Ankara'nın", "Ankara"),
        ("ANKARA'NIN", "Ankara"),
        ("TBMM’nin", "TBMM"),
        ("IĞDIR", "Iğdır"),
        ("bana", "ben"),
        ("İyi", "iyi"),
        (".", "."),
    ],
)
def test_every_script_of_a_pair_makes_the_lemma(form, lemma):
    scripts = scripts_for(form, lemma)
    assert scripts
    assert {lemma_by(script, form) for script in scripts} == {lemma}


def test_a_script_that_does_not_fit_still_gives_a_lemma():
    assert lemma_by("l|5|mek", "de") == "de"
    assert lemma_by("ca|1|", "Ankara") == "Ankar"


def test_shapes_and_keys():
    assert shape("Ankara'da") == "Xx'x"
    assert shape("TBMM") == "XX"
    assert normalized("“Bakan’ın”") == '"Bakan\'ın"'
    assert vector_key("İstanbul’un") == "istanbul"
    assert vector_key("'") == "'"


def test_the_card_stands_beside_the_weights():
    shipped = MODEL / "card.md"
    assert "CC BY-SA 4.0" in shipped.read_text(encoding="utf-8")
    source = Path(__file__).parents[2] / "training" / "card.md"
    assert shipped.read_bytes() == source.read_bytes(), "copy training/card.md to the model's folder"
