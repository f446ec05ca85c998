"""The gate lets nothing fall unseen."""

from __future__ import annotations

import json

import pytest
from bench.gate import CEILINGS, FLOORS, all_digests, changed, falls, main, read_floors

EXTRA = "extra_events_per_100_sentences"
SAME = {"gold": "1", "articles": "2"}


@pytest.fixture
def floors(tmp_path):
    path = tmp_path / "floors.json"
    pinned = {"digests": SAME, "floors": {"people": 0.9, "speaker": 0.8}, "ceilings": {EXTRA: 10.0}}
    path.write_text(json.dumps(pinned), encoding="utf-8")
    return path


def gate(path, scores, *arguments, now=SAME):
    return main(list(arguments), path=path, measure=lambda: scores, digest=lambda: now)


def test_scores_at_their_floors_pass(floors, capsys):
    assert gate(floors, {"people": 0.9, "speaker": 0.8, EXTRA: 10.0}) == 0
    assert "all 3 floors hold" in capsys.readouterr().out


def test_a_fall_is_named(floors, capsys):
    assert gate(floors, {"people": 0.95, "speaker": 0.7, EXTRA: 10.0}) == 1
    out = capsys.readouterr().out
    assert "speaker: 0.700 is below its floor of 0.800" in out
    assert "people" not in out


def test_more_extra_events_are_a_fall(floors, capsys):
    assert gate(floors, {"people": 0.95, "speaker": 0.9, EXTRA: 12.5}) == 1
    assert "above its ceiling" in capsys.readouterr().out


def test_a_measure_that_vanishes_is_a_fall(floors, capsys):
    assert gate(floors, {"people": 0.95}) == 1
    assert "speaker: is measured no more" in capsys.readouterr().out


def test_noise_is_no_fall(floors):
    assert gate(floors, {"people": 0.899, "speaker": 0.8, EXTRA: 10.0}) == 0


def test_other_gold_is_another_exam(floors, capsys):
    assert gate(floors, {"people": 1, "speaker": 1, EXTRA: 0}, now={**SAME, "gold": "other"}) == 1
    assert "the gold changed" in capsys.readouterr().out


def test_an_update_raises_floors_to_the_score_less_the_margin(floors):
    assert gate(floors, {"people": 0.97, "speaker": 0.8, EXTRA: 4.0}, "--update") == 0
    pinned = read_floors(floors)
    assert pinned["floors"] == {"people": 0.95, "speaker": 0.8}
    assert pinned["ceilings"] == {EXTRA: 4.0 + CEILINGS[EXTRA]}


def test_an_update_never_lowers_a_floor_that_the_score_still_reaches(floors):
    assert gate(floors, {"people": 0.9, "speaker": 0.8, EXTRA: 9.9}, "--update") == 0
    assert read_floors(floors)["floors"] == {"people": 0.9, "speaker": 0.8}
    assert read_floors(floors)["ceilings"] == {EXTRA: 10.0}


def test_an_update_refuses_to_lower_a_floor(floors, capsys):
    before = floors.read_text(encoding="utf-8")
    assert gate(floors, {"people": 0.5, "speaker": 0.9, EXTRA: 4.0}, "--update") == 1
    assert floors.read_text(encoding="utf-8") == before
    assert "people: 0.500 is below" in capsys.readouterr().out


def test_a_regression_that_is_allowed_lowers_the_floor_and_says_so(floors, capsys):
    scores = {"people": 0.5, "speaker": 0.9, EXTRA: 20.0}
    assert gate(floors, scores, "--update", "--allow-regression") == 0
    assert read_floors(floors)["floors"] == {"people": 0.48, "speaker": 0.88}
    assert "people: 0.9 → 0.48" in capsys.readouterr().out
    assert gate(floors, scores) == 0


def test_allowing_a_regression_without_an_update_is_refused(floors, capsys):
    with pytest.raises(SystemExit):
        gate(floors, {}, "--allow-regression")
    assert "--update" in capsys.readouterr().err


def test_the_first_update_pins_everything(tmp_path):
    path = tmp_path / "floors.json"
    assert gate(path, {"people": 0.9}) == 1
    assert gate(path, {"people": 0.9, EXTRA: 3.0}, "--update") == 0
    assert gate(path, {"people": 0.9, EXTRA: 3.0}) == 0


def test_the_pinned_floors_are_those_of_this_gold():
    if not FLOORS.exists():
        pytest.skip("bench/floors.json is not there yet: python -m bench.gate --update")
    pinned = read_floors(FLOORS)
    assert not changed(pinned, all_digests())
    assert falls(pinned, dict.fromkeys(pinned["floors"], 1.0) | dict.fromkeys(pinned["ceilings"], 0.0)) == []
