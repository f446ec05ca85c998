from __future__ import annotations

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.check import lexicon_errors
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.places import lexicon_places
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.lexicon.rules import read_rules, rules

EVENT = """
- kind: event
  code: CONSULT
  turkish: görüşme
  explanation: Görüşür.
  example: Taraflar görüştü.
  quad: 1
  score: 2.5
"""


def book(folder, text):
    (folder / "codes").mkdir(exist_ok=True)
    (folder / "codes" / "plover.yaml").write_text(text, encoding="utf-8")
    return Plover.read(folder)


def test_there_are_16_event_types_67_modes_and_37_contexts():
    codes = plover()
    assert len(codes.events) == 16
    assert sum(len(code.modes) for code in codes.events.values()) == 67
    assert len(codes.contexts) == 37
    assert set(codes.quads) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("event", "mode", "quad", "scale"),
    [
        ("CONSULT", "visit", 1, 4.0),
        ("CONSULT", None, 1, 2.5),
        ("SANCTION", "expel", 4, -5.5),
        ("ACCUSE", None, 3, -3.0),
        ("AID", None, 2, 10.0),
        ("PROTEST", "vandalize", 4, None),
    ],
)
def test_an_event_scores_by_its_mode_and_counts_by_its_type(event, mode, quad, scale):
    assert plover().quad_code(event) == quad
    assert plover().event_scale(event, mode) == scale


def test_a_mode_belongs_to_its_event_type_alone():
    assert plover().has("RETREAT", "release")
    assert not plover().has("CONSULT", "release")
    assert not plover().has("DEMAND")


def test_every_code_is_explained_in_turkish():
    codes = plover()
    for code in (*codes.events.values(), *codes.contexts.values(), *codes.sectors.values()):
        assert code.turkish
        assert code.explanation.endswith(".")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (("  quad: 1\n", ""), "L02"),
        (("quad: 1", "quad: 5"), "L05"),
        (("score: 2.5", "score: 25"), "L04"),
        (("score: 2.5", "score: çok"), "L04"),
        (("  score: 2.5\n", ""), "L02"),
        (("  example: Taraflar görüştü.\n", ""), "L09"),
        (("kind: event", "kind: olay"), "L05"),
        (("kind: event", "kind: context"), "L05"),
        (("turkish:", "türkçe:"), "L01"),
    ],
)
def test_a_slip_in_the_codebook_is_told(tmp_path, change, error):
    with pytest.raises(LexiconError) as raised:
        book(tmp_path, EVENT.replace(*change))
    assert raised.value.code == error
    assert "satır" in str(raised.value)


def test_a_code_written_twice_is_told(tmp_path):
    with pytest.raises(LexiconError, match="iki kez"):
        book(tmp_path, EVENT + EVENT)


def test_every_rule_is_told_in_two_languages():
    for rule in rules().values():
        assert rule.turkish
        assert rule.english


def test_a_rule_written_twice_is_told(tmp_path):
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes" / "rules.tsv").write_text("rule\tturkish\tenglish\na\tb\tc\na\tb\tc\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="iki kez"):
        read_rules(tmp_path)


def test_a_lexicon_entry_is_found_by_its_file_and_first_field(tmp_path):
    (tmp_path / "words" / "frames").mkdir(parents=True)
    (tmp_path / "words" / "verbs.yaml").write_text("# söz\n- verb: de\n- verb: söyle\n", encoding="utf-8")
    (tmp_path / "words" / "frames" / "a.yaml").write_text("- predicate: [kına, ayıpla]\n", encoding="utf-8")
    (tmp_path / "words" / "c.tsv").write_text("code\tname\nRUS\tRusya;Rusya Federasyonu\n", encoding="utf-8")
    places = lexicon_places(tmp_path)
    assert places["verbs:söyle"] == "lexicon/words/verbs.yaml:3"
    assert places["frames:ayıpla"] == places["a:kına"] == "lexicon/words/frames/a.yaml:1"
    assert places["c:RUS"] == places["c:Rusya Federasyonu"] == "lexicon/words/c.tsv:2"


def test_the_lexicon_has_no_slip():
    assert [str(error) for error in lexicon_errors(lexicon_folder())] == []
