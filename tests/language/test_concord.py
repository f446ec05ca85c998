from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from vakanuvis.language.concord import bare_subjects, owners_in_genitive, parted, second_best


@dataclass
class Word:
    upos: str
    feats: dict[str, str] = field(default_factory=dict)


NOM, GEN, LOC = {"Case": "Nom"}, {"Case": "Gen"}, {"Case": "Loc", "Person[psor]": "3"}


@pytest.mark.parametrize(
    ("owner", "relation", "found"),
    [
        (GEN, "nmod:poss", {1}),
        (GEN | {"Person": "3"}, "nmod:poss", {1}),
        (GEN | {"Person": "1"}, "nmod:poss", set()),
        (GEN, "nsubj", set()),
        (NOM, "nmod:poss", set()),
    ],
)
def test_a_noun_owned_by_a_genitive_bears_the_possessive(owner, relation, found):
    words = [Word("PROPN", owner), Word("NOUN", NOM), Word("VERB")]
    assert owners_in_genitive(words, [1, 2, -1], [relation, "nsubj", "root"]) == found


@pytest.mark.parametrize(
    ("between", "above", "found"),
    [("NUM", 2, [0]), ("DET", 2, [0]), ("ADJ", 2, []), ("NUM", 0, [])],
)
def test_a_numeral_of_its_head_parts_a_bare_noun_from_it(between, above, found):
    words = [Word("NOUN", NOM), Word(between), Word("NOUN", LOC)]
    assert parted(words, [2, above, -1], ["nmod:poss", "nummod", "root"]) == found


def test_a_noun_beside_its_head_is_not_parted():
    assert parted([Word("NOUN", NOM), Word("NOUN", LOC)], [1, -1], ["nmod:poss", "root"]) == []


# Norveç insani yardım gönderdi
NORWAY = [Word("PROPN", NOM), Word("ADJ"), Word("NOUN", NOM), Word("VERB")]
ABOVE, NAMED = [2, 2, 3, -1], ["amod", "amod", "obj", "root"]


def test_a_bare_name_before_an_adjective_is_the_subject():
    assert bare_subjects(NORWAY, ABOVE, NAMED) == [0]


@pytest.mark.parametrize(
    ("place", "word"),
    [(0, Word("ADJ")), (0, Word("PROPN")), (2, Word("NOUN", LOC)), (3, Word("NOUN")), (1, Word("NOUN"))],
    ids=["adjective", "derived", "owned", "no verb", "no adjective between"],
)
def test_what_may_stand_like_an_adjective_stays(place, word):
    words = [*NORWAY[:place], word, *NORWAY[place + 1 :]]
    assert bare_subjects(words, ABOVE, NAMED) == []


def test_a_verb_with_a_subject_takes_no_second():
    words = [*NORWAY, Word("NOUN", NOM)]
    assert bare_subjects(words, [*ABOVE, 3], [*NAMED, "nsubj"]) == []


def test_the_second_best_is_taken():
    assert second_best(np.array([0.5, 3.0, 2.0], np.float32), 1) == 2
