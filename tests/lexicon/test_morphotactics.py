"""Every rule of the morphotactics is tested by its own examples, and broken tables are refused."""

from __future__ import annotations

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.language.analyser import Analyser
from vakanuvis.language.morphotactics import features_of, read_morphotactics
from vakanuvis.language.stems import read_stems
from vakanuvis.language.suffixes import TABLE, rows_of
from vakanuvis.lexicon.files import lexicon_folder

FOLDER = lexicon_folder() / "words" / "morphology"
GRAMMAR = read_morphotactics(FOLDER)
EXAMPLES = [(rule, word) for rule in GRAMMAR.rules for word in rule.examples]
STEMS = lexicon_folder() / "words" / "stems"
IRREGULAR = [
    (cells[1], word.strip())
    for line in (STEMS / "irregular.tsv").read_text(encoding="utf-8").splitlines()[3:]
    for cells in [line.split("\t")]
    for word in cells[6].split(";")
]


@pytest.fixture(scope="module")
def analyser():
    return Analyser.from_lexicon(lexicon_folder())


@pytest.mark.parametrize(("rule", "word"), EXAMPLES, ids=[f"{rule.at}-{word}" for rule, word in EXAMPLES])
def test_the_example_of_a_rule_is_read_by_it(analyser, rule, word):
    wanted = {(name, value) for name, value in features_of(rule.feats) if value}
    readings = [reading for reading in analyser.analyse(word) if reading.known]
    assert any(wanted <= set(reading.feats.items()) and rule.upos in ("", reading.upos) for reading in readings), (
        readings
    )


@pytest.mark.parametrize(("lemma", "word"), IRREGULAR, ids=[word for _, word in IRREGULAR])
def test_the_example_of_an_irregular_stem_is_read(analyser, lemma, word):
    assert lemma in {reading.lemma for reading in analyser.analyse(word)}


def test_the_table_is_what_the_rules_generate():
    assert TABLE.read_text(encoding="utf-8").splitlines() == rows_of(GRAMMAR), "run `python -m training.build_tables`"


IRREGULAR_HEAD = "stem\tlemma\tupos\tjoint\tnext\tfeats\texamples\n"
HEAD = "state\tsuffix\tto\tfeats\tupos\tafter\tneeds\tlemma\texamples\n"


@pytest.mark.parametrize(
    ("row", "code", "says"),
    [
        ("noun\tlAr\tplurall\tNumber=Plur\t\t\t\t\tevler", "L05", "plural"),
        ("nuon\tlAr\tplural\tNumber=Plur\t\t\t\t\tevler", "L05", "noun"),
        ("noun\tlEr\tplural\tNumber=Plur\t\t\t\t\tevler", "L04", "suffix"),
        ("noun\t(z)I\tplural\tNumber=Plur\t\t\t\t\tevler", "L04", "suffix"),
        ("noun\tlAr\tplural\tPlur\t\t\t\t\tevler", "L04", "feats"),
        ("noun\tlAr\tplural\tNumber=Plur\tNOUNN\t\t\t\tevler", "L05", "NOUN"),
        ("noun\tlAr\tplural\tNumber=Plur\t\tvowels\t\t\tevler", "L05", "vowel"),
        ("noun\tlAr\tplural\tNumber=Plur\t\t\taorist\t\tevler", "L05", "aorist_"),
        ("noun\tlAr\tplural\tNumber=Plur\t\t\t\tbelki\tevler", "L05", "lemma"),
        ("noun\tlAr\tplural\tNumber=Plur\t\t\t\t\t", "L02", "examples"),
        ("noun\tlAr\tplural\tNumber=Plur\t\t\t\tevler", "L08", "examples"),
    ],
)
def test_a_broken_rule_is_refused_with_its_line(tmp_path, row, code, says):
    (tmp_path / "states.tsv").write_text((FOLDER / "states.tsv").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "rules.tsv").write_text(HEAD + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_morphotactics(tmp_path)
    assert caught.value.code == code
    assert says in str(caught.value)
    assert "2" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("own.tsv", "stem\tupos\tmarks\nbelirt\tVERBB\t\n", "L05"),
        ("own.tsv", "stem\tupos\tmarks\nkitap\tNOUN\tvoicin\n", "L05"),
        ("own.tsv", "stem\tupos\tmarks\nkitap\tNOUN\n", "L08"),
        ("own.tsv", "stem\tpos\tmarks\nkitap\tNOUN\t\n", "L01"),
        ("own.tsv", "stem\tupos\tmarks\n\tNOUN\t\n", "L02"),
        ("irregular.tsv", IRREGULAR_HEAD + "suy\tsu\tNOUN\tnoun\tvowels\t\tsuyu\n", "L05"),
        ("irregular.tsv", IRREGULAR_HEAD + "suy\tsu\tNOUN\tnuon\tvowel\t\tsuyu\n", "L05"),
        ("function_words.tsv", "form\tlemma\tupos\tfeats\tjoint\nve\tve\tCONJ\t\t\n", "L05"),
        ("function_words.tsv", "form\tlemma\tupos\tfeats\tjoint\nbu\tbu\tDET\tDem\t\n", "L04"),
    ],
)
def test_a_broken_stem_is_refused(tmp_path, name, text, code):
    for path in STEMS.glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        (tmp_path / path.name).write_text(next(line for line in lines if line[0] != "#") + "\n", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_stems(tmp_path, GRAMMAR.joints)
    assert caught.value.code == code


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"own\.tsv"):
        read_stems(tmp_path, GRAMMAR.joints)
