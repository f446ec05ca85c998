"""Files, folders and standard input: what is found where, and under which name."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from bench.hostile_kinds import PAGE, TEXT, record

from vakanuvis.errors import ArticleError
from vakanuvis.text.articles import columns_of, read_articles, read_sources


def places(path, **options):
    return [(each.place, each.error.code if each.error else "read") for each in read_sources(str(path), **options)]


def test_a_folder_is_read_by_name_and_inner_folders_in_their_place(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/iki.jsonl", "c.TXT"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    assert [place for place, _ in places(tmp_path)] == ["a/iki.jsonl:1", "a/z.txt", "b.txt", "c.TXT"]


def test_hidden_files_are_passed_over_and_other_kinds_told_once(tmp_path):
    for name in (".gizli.txt", "haber.txt", "a.png", "b.png", "adsız"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    *found, last = read_sources(str(tmp_path))
    assert [each.place for each in found] == ["haber.txt"]
    assert last.error.code == "A21"
    assert ".png 2, without an ending 1" in str(last.error)


def test_a_link_that_is_named_is_followed(tmp_path):
    (tmp_path / "haber.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "kısayol.txt").symlink_to(tmp_path / "haber.txt")
    assert places(tmp_path / "kısayol.txt") == [("kısayol.txt", "read")]


def test_a_bad_file_of_a_folder_leaves_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\0")
    (tmp_path / "b.txt.gz").write_bytes(b"x")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    assert places(tmp_path) == [("a.txt", "A03"), ("b.txt.gz", "A12"), ("c.txt", "read")]


def test_a_long_name_stays_whole_in_the_place(tmp_path):
    file = tmp_path / f"{'uzun' * 40}.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert places(file) == [(file.name, "read")]


def test_the_page_is_kept_beside_its_text(tmp_path):
    (tmp_path / "haber.html.gz").write_bytes(gzip.compress(PAGE))
    (found,) = read_sources(str(tmp_path))
    assert found.original == PAGE
    assert found.media_type == "text/html"
    assert found.article.text.startswith("Haber\n")


def test_a_refused_page_is_kept_too(tmp_path):
    (tmp_path / "menü.html").write_bytes(b"<p>yok</p>")
    (found,) = read_sources(str(tmp_path))
    assert found.error.code == "A07"
    assert found.original == b"<p>yok</p>"


def test_of_a_page_newspaper_and_author_are_what_it_states(tmp_path):
    head = b'<head><meta property="og:site_name" content="Deneme"><meta name="author" content="Derya Kaya">'
    (tmp_path / "haber.html").write_bytes(PAGE.replace(b"<head>", head))
    (article,) = read_articles(str(tmp_path))
    assert (article.outlet, article.author) == ("Deneme", "Derya Kaya")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (gzip.compress(json.dumps({"text": TEXT}).encode()), [("<stdin>:1", "read")]),
        (json.dumps([{"text": TEXT}, {}]).encode(), [("<stdin>:1", "read"), ("<stdin>:2", "A04")]),
        (f"[ANKARA] {TEXT}".encode(), [("<stdin>", "read")]),
        (record(), [("<stdin>:1", "read")]),
        (f"<?xml version='1.0'?><rss><channel><item><title>{TEXT}</title></item></channel></rss>".encode(), None),
    ],
    ids=["packed lines", "array", "text", "archive", "feed"],
)
def test_standard_input_is_known_by_how_it_begins(data, found, monkeypatch):
    stdin = io.BufferedReader(io.BytesIO(data))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stdin))
    assert places("-") == (found or [("<stdin>:1", "read")])
    assert not stdin.closed


def test_one_article_at_a_time_is_taken_from_a_file(tmp_path):
    (tmp_path / "iki.jsonl").write_text(f"{json.dumps({'text': TEXT})}\nbozuk\n", encoding="utf-8")
    found = read_articles(str(tmp_path / "iki.jsonl"))
    assert next(found).text == TEXT
    assert isinstance(next(found), ArticleError)


def test_columns_are_read_from_pairs():
    assert columns_of("text=içerik, title = başlık") == {"text": "içerik", "title": "başlık"}


@pytest.mark.parametrize("given", ["", "text", "text=", "metin=icerik", "text=a,text=b", "text=a,"])
def test_columns_that_are_no_pairs_are_refused(given):
    with pytest.raises(ArticleError, match=r"\[A15\]"):
        columns_of(given)


def test_a_folder_that_may_not_be_read_leaves_the_others(tmp_path, monkeypatch):
    (tmp_path / "kapalı").mkdir()
    (tmp_path / "açık.txt").write_text(TEXT, encoding="utf-8")
    listed = Path.iterdir

    def refuse(path):
        if path.name == "kapalı":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [code for _, code in places(tmp_path)] == ["read", "A09"]
