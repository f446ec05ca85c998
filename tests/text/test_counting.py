"""How many articles there will be is told beforehand, or not at all."""

from __future__ import annotations

import gzip

from vakanuvis.text.counting import expected_articles


def test_files_and_lines_are_counted(tmp_path):
    (tmp_path / "a.txt").write_text("Bir haber.", "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "Bir."}\n{"text": "İki."}', "utf-8")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Bir."}\n'))
    assert expected_articles(str(tmp_path)) == 4
    assert expected_articles(str(tmp_path / "b.jsonl")) == 2


def test_what_only_reading_would_tell_is_not_guessed(tmp_path):
    (tmp_path / "a.txt").write_text("Bir haber.", "utf-8")
    (tmp_path / "b.csv").write_text("text\nBir haber.\n", "utf-8")
    assert expected_articles(str(tmp_path)) is None
    assert expected_articles("-") is None
    (tmp_path / "c.jsonl.gz").write_bytes(b"not packed")
    assert expected_articles(str(tmp_path / "c.jsonl.gz")) is None
