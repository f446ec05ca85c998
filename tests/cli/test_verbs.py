from __future__ import annotations

import dataclasses
import importlib
import json
import subprocess
import sys

import pytest
from tests.export.sample import TEXT, sample_doc
from typer.testing import CliRunner

from vakanuvis import __version__
from vakanuvis.cli import app
from vakanuvis.errors import LexiconError
from vakanuvis.record.doc import Doc

RUN = [sys.executable, "-c", "from vakanuvis.cli import main; main()"]


class FakeReader:
    """Gives the sample's record for the sample's text, an empty one for others, and fails where the text says so."""

    def read(self, article):
        if "bozuk" in article.text:
            raise ValueError("beklenmedik")
        doc = sample_doc() if article.text == TEXT else Doc(article, article.text)
        return dataclasses.replace(doc, article=article)


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    for verb in ("read", "explain"):
        # The package's own names `read` and `explain` are the verbs, so the modules are looked up by their full name.
        monkeypatch.setattr(importlib.import_module(f"vakanuvis.cli.{verb}"), "open_reader", FakeReader)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "kapi.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "bozuk.txt"
    path.write_text("Bu haber bozuk.", encoding="utf-8")
    return path


def run(*arguments, given=None):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


def test_text_is_what_read_writes_unless_told_otherwise(article):
    result = run("read", article)
    assert result.exit_code == 0
    assert "doğrudan  Leman Sorgun “Sorgun”" in result.stdout


def test_jsonl_writes_one_reading_a_line_in_the_order_of_the_articles(article, tmp_path):
    other = tmp_path / "baska.txt"
    other.write_text("Başka bir haber.", encoding="utf-8")
    result = run("read", other, article, "--format", "jsonl")
    assert [json.loads(line)["article"]["source"] for line in result.stdout.splitlines()] == ["baska.txt", "kapi.txt"]
    assert result.exit_code == 0


def test_json_of_one_article_is_an_object(article):
    assert json.loads(run("read", article, "-f", "json").stdout)["article"]["text"] == TEXT


def test_html_is_one_page(article):
    result = run("read", article, article, "-f", "html")
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert result.stdout.count("<!DOCTYPE") == 1


def test_standard_input_is_read():
    result = run("read", "-", "-f", "jsonl", given=TEXT)
    assert json.loads(result.stdout)["article"]["published"] == "2025-03-14"


def test_a_refused_article_does_not_stop_the_others(article, broken, tmp_path):
    result = run("read", tmp_path / "yok.txt", broken, article, "-f", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "[A01]" in result.stderr
    assert "[A11]" in result.stderr
    assert "ValueError: beklenmedik" in result.stderr


def test_nothing_readable_ends_with_2_and_writes_nothing(tmp_path):
    for form in ("text", "json", "jsonl", "html"):
        result = run("read", tmp_path / "yok.txt", "-f", form)
        assert result.exit_code == 2
        assert result.stdout == ""


@pytest.mark.parametrize("arguments", [["read"], ["read", "a.txt", "--format", "xml"], ["nix"], ["read", "--nix", "a"]])
def test_wrong_usage_ends_with_2(arguments):
    assert run(*arguments).exit_code == 2


def test_output_goes_to_the_file(article, tmp_path):
    path = tmp_path / "kayit.jsonl"
    result = run("read", article, "-f", "jsonl", "-o", path)
    assert result.stdout == ""
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == 1


def test_output_never_overwrites_an_article(article):
    result = run("read", article, "-o", article)
    assert result.exit_code == 2
    assert article.read_text(encoding="utf-8") == TEXT


def test_output_never_lies_in_a_folder_that_is_read(article):
    result = run("read", article.parent, "-f", "jsonl", "-o", article.parent / "kayit.jsonl")
    assert result.exit_code == 2
    assert not (article.parent / "kayit.jsonl").exists()


def test_a_folder_is_read_whole(article):
    (article.parent / "iki.csv").write_text("no,icerik\n7,Bakan geldi.\n", encoding="utf-8")
    result = run("read", article.parent, "-f", "jsonl", "--columns", "text=icerik,id=no")
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [reading["article"]["source"] for reading in readings] == ["iki.csv:2", "kapi.txt"]
    assert readings[0]["article"]["id"] == "7"
    assert result.exit_code == 0


def test_columns_that_name_nothing_end_with_2(article):
    result = run("read", article, "--columns", "metin=icerik")
    assert result.exit_code == 2
    assert "[A15]" in result.stderr


def test_output_that_cannot_be_written_is_told(article, tmp_path):
    result = run("read", article, "-o", tmp_path / "yok" / "kayit.txt")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_broken_lexicon_ends_the_batch_with_2(article, monkeypatch):
    class Broken:
        def read(self, _article):
            raise LexiconError.missing_file("titles.yaml")

    monkeypatch.setattr(importlib.import_module("vakanuvis.cli.read"), "open_reader", Broken)
    result = run("read", article)
    assert result.exit_code == 2
    assert "[L10]" in result.stderr


def test_the_whole_of_a_statement_is_shown_on_demand(article):
    assert run("read", article, "--full").exit_code == 0


def test_explain_takes_a_file_and_a_record(article):
    result = run("explain", article, "--record", "s1")
    assert result.exit_code == 0
    assert "Söz s1" in result.stdout
    assert "lexicon/words/report_verbs.yaml:" in result.stdout
    assert "Olay" not in result.stdout


def test_explain_takes_a_text():
    result = run("explain", "Hava bugün güzel.")
    assert result.exit_code == 0
    assert "Bu metinden kayıt çıkmadı." in result.stderr


def test_explain_of_an_unknown_record_ends_with_2(article):
    result = run("explain", article, "-r", "s99")
    assert result.exit_code == 2
    assert "s99: böyle bir kayıt yok." in result.stderr


def test_explain_of_a_missing_file_ends_with_2():
    assert run("explain", "yok.txt").exit_code == 2


def test_codes_shows_every_type_mode_and_context():
    shown = run("codes").stdout
    for word in ("CONSULT", "third-party", "+4.0", "−10.0", "görüşme", "diplomatic", "sözlü iş birliği", "JRN"):
        assert word in shown


def test_codes_of_one_type_comes_with_examples_on_demand():
    shown = run("codes", "RETREAT", "--examples").stdout
    assert "ceasefire" in shown
    assert "Kandora Maliye Bakanı" in shown
    assert "CONSULT" not in shown


def test_codes_of_an_unknown_type_ends_with_2():
    result = run("codes", "DEMAND")
    assert result.exit_code == 2
    assert "böyle bir olay türü yok" in result.stderr


def test_lexicon_check_tells_every_slip_turkish_first(tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "a.tsv").write_text("bir\tiki\nx\ny\n", encoding="utf-8")
    (tmp_path / "words" / "b.yaml").write_text('- text: "yarım\n', encoding="utf-8")
    (tmp_path / "words" / "c.yaml").write_bytes("- text: şöyle\n".encode("iso8859-9"))
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 1
    assert "[L08] a.tsv, satır 2: 1 sütun var, 2 olmalı" in result.stdout
    assert "[L08] a.tsv, satır 3" in result.stdout
    assert "[L06] b.yaml" in result.stdout
    assert "[L07] c.yaml: dosya UTF-8 değil" in result.stdout


def test_lexicon_check_of_a_folder_without_lexicon_ends_with_2(tmp_path):
    assert run("lexicon", "check", tmp_path).exit_code == 2


def test_the_version_is_told():
    assert run("--version").stdout == f"vakanuvis {__version__}\n"


def test_help_imports_nothing_heavy():
    heavy = "{'numpy', 'onnxruntime', 'trafilatura', 'yaml', 'vakanuvis.pipeline', 'rich.console'}"
    code = f"import sys, vakanuvis.cli; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_broken_pipe_is_quiet():
    with subprocess.Popen([*RUN, "codes", "-e"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait() == 0
    assert told == b""


def test_letters_are_written_as_utf8_whatever_the_locale_says():
    done = subprocess.run(
        [*RUN, "codes", "CONSULT"],
        capture_output=True,
        check=True,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert "görüşme" in done.stdout.decode("utf-8")
