"""``vakanuvis export``: from a book or from lines, as every form, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.export.exported import newspaper
from typer.testing import CliRunner

from vakanuvis.cli import app
from vakanuvis.cli.export import DOSSIERS, FOLDERS, Form
from vakanuvis.export.lines import line_of
from vakanuvis.export.sheets import TABLES
from vakanuvis.record.days import may_overlap
from vakanuvis.store.book import Intake, ReaderMark, Record

STREAMS = [form for form in Form if form not in (*FOLDERS, *DOSSIERS)]


def run(*words) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["export", *map(str, words)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    path = tmp_path_factory.mktemp("lines") / "kayit.jsonl"
    readings = sorted((entry.reading for entry in newspaper()), key=lambda reading: reading["article"]["id"])
    path.write_text("".join(line_of(reading) + "\n" for reading in readings), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "kayit.db"
    with Record.open(path, write=True) as record, record.writing():
        for entry in newspaper():
            record.add(entry.reading, ReaderMark("0", "lexicon", "model"), Intake())
    return path


@pytest.mark.parametrize("form", STREAMS)
def test_a_book_without_conclusions_gives_what_its_lines_give(book, lines, form):
    ended, told, errors = run(book, "--as", form)
    assert (ended, errors) == (0, "")
    assert told
    assert (ended, told, errors) == run(lines, "--as", form)


@pytest.mark.parametrize("form", FOLDERS)
def test_folders_are_made_and_filled(lines, tmp_path, form):
    folder = tmp_path / "yeni" / "klasor"
    assert run(lines, "--as", form, "-o", folder)[0] == 0
    names = {path.name for path in folder.iterdir()}
    assert {
        Form.CSV: "events.csv",
        Form.PARQUET: "events.parquet",
        Form.GDELT: "vakanuvis.mentions.CSV",
        Form.BRAT: "annotation.conf",
    }[form] in names
    assert not any(name.startswith(".") for name in names)


def test_brat_without_letters_writes_no_texts(lines, tmp_path):
    run(lines, "--as", "brat", "-o", tmp_path, "--positions-only")
    assert {path.suffix for path in tmp_path.iterdir()} == {".ann", ".conf"}


@pytest.mark.parametrize("form", STREAMS)
def test_positions_only_reaches_every_form(lines, form):
    words = next(entry for entry in newspaper()).text.split("\n\n")[1][:60]
    ended, told, _ = run(lines, "--as", form, "--positions-only")
    assert ended == 0
    assert words not in told


def test_a_dossier_of_two_states_by_their_names(lines):
    ended, told, _ = run(lines, "--as", "dossier", "--of", "Romanya", "--with", "Gürcistan")
    assert ended == 0
    assert told.startswith("# Romanya – Gürcistan\n")


def test_days_may_be_months_and_years(lines):
    told = [
        json.loads(line)
        for line in run(lines, "--as", "plover", "--from", "2024-03", "--until", "2024")[1].splitlines()
    ]
    assert told
    assert all(may_overlap(row["edtf"], "2024-03/2024") for row in told)


def test_a_line_that_is_no_reading_is_told_and_left_out(lines, tmp_path):
    path = tmp_path / "bozuk.jsonl"
    path.write_text('{"format": 2}\n\nno json\n' + lines.read_text(encoding="utf-8"), encoding="utf-8")
    ended, told, errors = run(path, "--as", "jsonl")
    assert ended == 1
    assert told == lines.read_text(encoding="utf-8")
    assert re.findall(r"bozuk\.jsonl:(\d+)", errors) == ["1", "3"]


def test_a_reading_with_a_broken_record_is_refused_by_name(tmp_path):
    reading = json.loads(line_of(next(entry for entry in newspaper()).reading))
    del reading["events"][0]["status"]
    path = tmp_path / "eksik.jsonl"
    path.write_text(json.dumps(reading) + "\n", encoding="utf-8")
    ended, _, errors = run(path, "--as", "polecat")
    assert ended == 2
    assert "[R15]" in errors
    assert "reading 1" in errors
    output = tmp_path / "olaylar.tsv"
    output.write_text("eski", encoding="utf-8")
    assert run(path, "--as", "polecat", "-o", output)[0] == 2
    assert output.read_text(encoding="utf-8") == "eski"
    assert {name.name for name in tmp_path.iterdir()} == {"eksik.jsonl", "olaylar.tsv"}


def test_every_form_and_every_table_is_explained():
    page = (Path(__file__).parents[2] / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
    headings = "\n".join(re.findall(r"^### .*$", page, re.MULTILINE))
    assert {form for form in Form if f"`{form}`" not in headings} == set()
    assert {table for table in TABLES if f"`{table}`" not in page} == set()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--as", "csv"], "--output"),
        (["--as", "dossier"], "--of"),
        (["--as", "plover", "--with", "TUR"], "--of"),
        (["--as", "plover", "--from", "yarın"], "R09"),
    ],
)
def test_what_does_not_go_together_is_refused(lines, words, message):
    ended, told, errors = run(lines, *words)
    assert (ended, told) == (2, "")
    assert message in errors


def test_the_source_is_not_overwritten(lines):
    before = lines.read_bytes()
    assert run(lines, "--as", "jsonl", "-o", lines)[0] == 2
    assert lines.read_bytes() == before


def test_no_such_source_and_an_empty_one(tmp_path):
    assert run(tmp_path / "yok.db", "--as", "jsonl")[0] == 2
    (tmp_path / "bos.jsonl").write_text("", encoding="utf-8")
    assert run(tmp_path / "bos.jsonl", "--as", "jsonl")[0] == 2


def test_a_folder_that_cannot_be_made_is_named(lines, tmp_path):
    (tmp_path / "dosya").write_text("x", encoding="utf-8")
    ended, _, errors = run(lines, "--as", "csv", "-o", tmp_path / "dosya")
    assert ended == 2
    assert "dosya" in errors
