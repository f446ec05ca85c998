"""The examples run on the bundled newspaper and show what they promise."""

from __future__ import annotations

import csv
import io
import json
import runpy
import sys
from collections.abc import Callable

import pytest
from bench.newspaper import NEWSPAPER, ROOT

import vakanuvis.pipeline

EXAMPLES = ROOT / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
LONGEST = 30  # lines
VISIT = str(NEWSPAPER / "ziyaret" / "article.txt")


@pytest.fixture
def run(monkeypatch, capsys, reader) -> Callable[..., tuple[str, str]]:
    """Run an example with these arguments; what it prints, and what it tells on standard error."""
    monkeypatch.setattr(vakanuvis.pipeline, "Reader", lambda: reader)

    def _run(name: str, *arguments: str) -> tuple[str, str]:
        monkeypatch.setattr(sys, "argv", [name, *arguments])
        runpy.run_path(str(EXAMPLES / name), run_name="__main__")
        return capsys.readouterr()

    return _run


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_example_is_short(script):
    assert len(script.read_text(encoding="utf-8").splitlines()) < LONGEST


def test_every_example_is_run_here():
    assert all(script.name in (ROOT / "tests" / "test_examples.py").read_text(encoding="utf-8") for script in SCRIPTS)


def test_the_speakers_are_printed(run):
    shown, _ = run("print_speakers.py", VISIT)
    assert "Aino Kallasvirta: Kuzeyde gerilim kimsenin yararına değil" in shown


def test_the_statements_are_a_table(run):
    shown, _ = run("statements_to_csv.py", VISIT, str(NEWSPAPER / "kisa-haberler" / "article.jsonl"))
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert len({row["article"] for row in rows}) > 1
    assert ("Kerem Altunsoy", "TUR", "direct", "de") in {
        (row["speaker"], row["country"], row["kind"], row["cue"]) for row in rows
    }
    assert all(row["words"] and row["start"].isdigit() for row in rows)


def test_the_events_of_two_states_are_printed(run):
    shown, _ = run("events_of_a_dyad.py", "TUR", "FIN", VISIT)
    lines = [line for line in shown.splitlines() if line.startswith("2025-03-18 CONSULT ")]
    assert any(line.endswith(" actual bir araya geldi") for line in lines)


def test_quotations_are_bold_and_no_letter_is_lost(run):
    shown, _ = run("highlight_quotations.py", VISIT)
    assert "\033[1mHedefimiz bu rakamı beş yıl içinde" in shown
    plain = shown.replace("\033[1m", "").replace("\033[0m", "")
    assert plain.removesuffix("\n") == (NEWSPAPER / "ziyaret" / "article.txt").read_text(encoding="utf-8")


def test_a_folder_is_read_and_the_bad_are_told(run, tmp_path):
    for name in ("ziyaret", "zirve-ve-imza"):
        (tmp_path / f"{name}.txt").write_bytes((NEWSPAPER / name / "article.txt").read_bytes())
    (tmp_path / "bos.txt").write_text("", encoding="utf-8")
    shown, told = run("read_a_folder.py", str(tmp_path))
    assert [json.loads(line)["format"] for line in shown.splitlines()] == [1, 1]
    assert "[A02]" in told
    assert told.endswith("2 read, 1 refused\n")
