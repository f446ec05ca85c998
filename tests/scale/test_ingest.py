"""Articles come into the book whole, once, whatever becomes of their neighbours."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.incoming import Incoming
from vakanuvis.record.reading import ReaderMark
from vakanuvis.scale import workers as pool
from vakanuvis.scale.ingest import ingest, recorded_as
from vakanuvis.scale.workers import Outcome, Workers
from vakanuvis.settings import Settings
from vakanuvis.store.book import Record

MARK = ReaderMark("0", "lexicon", "model")
EMPTY = {name: [] for name in ("actors", "statements", "events", "agreements", "judgements", "times", "places")}


@dataclass
class Readers:
    """Reads by writing nothing down but the article; fails where the text says so."""

    read_texts: list[str]

    def read(self, articles):
        for article in articles:
            self.read_texts.append(article.text)
            if "kusur" in article.text:
                yield Outcome(article, error=ArticleError.reading_failed(article.id, "a defect"))
                continue
            head = {"id": article.id, "source": article.source, "url": article.url, "title": article.title}
            head |= {"published": article.published, "dateline": None, "text": article.text, "notes": []}
            yield Outcome(article, {"format": 1, "article": head, **EMPTY})


@pytest.fixture
def book(tmp_path):
    with Record.open(tmp_path / "kayit.db", write=True) as record:
        yield record


def incoming(*texts):
    return [Incoming(f"haber.jsonl:{number}", Article("x", text)) for number, text in enumerate(texts, 1)]


def test_reading_again_reads_only_what_is_not_recorded(book):
    readers = Readers([])
    assert ingest(incoming("Bir.", "İki."), book, readers, mark=MARK).recorded == 2
    tally = ingest(incoming("Bir.", "İki.", "Üç."), book, readers, mark=MARK)
    assert (tally.recorded, tally.known) == (1, 2)
    assert readers.read_texts == ["Bir.", "İki.", "Üç."]


def test_a_bad_article_is_set_aside_and_the_others_are_recorded(book):
    refused = Incoming("haber.jsonl:9", error=ArticleError.empty("haber.jsonl:9"))
    tally = ingest([*incoming("Bir.", "Bir kusur.", "İki."), refused], book, Readers([]), mark=MARK)
    assert (tally.recorded, tally.rejected) == (2, 2)
    assert [(place, code) for place, code, _ in book.rejected()] == [("haber.jsonl:2", "A11"), ("haber.jsonl:9", "A02")]


def test_letters_that_sqlite_cannot_hold_set_one_article_aside(book):
    tally = ingest(incoming("Bir.", "Yarım \ud800 harf.", "İki."), book, Readers([]), mark=MARK)
    assert (tally.recorded, tally.rejected) == (2, 1)
    assert next(book.rejected())[1] == "A31"


def test_a_copy_in_another_paper_is_another_article():
    one, other = Article("1", "Metin.", outlet="Ufuk"), Article("1", "Metin.", outlet="Boğaz")
    assert recorded_as(one).id != recorded_as(other).id
    assert recorded_as(Article("1", "Metin.")).id == recorded_as(Article("2", "Metin.")).id


def lives_badly(pipe, _folder, _settings):
    """A worker that dies or sleeps where the text says so."""
    while True:
        try:
            article = pipe.recv()
        except EOFError:
            return
        if "ölür" in article.text:
            os._exit(1)
        if "uyur" in article.text:
            time.sleep(60)
        head = {"id": article.id, "source": None, "url": None, "title": None, "published": None}
        pipe.send(
            ({"format": 1, "article": {**head, "dateline": None, "text": article.text, "notes": []}, **EMPTY}, "")
        )


def test_a_worker_that_dies_or_sleeps_costs_its_article_alone(book, monkeypatch):
    monkeypatch.setattr(pool, "_work", lives_badly)
    monkeypatch.setattr(pool, "_LOADING_SECONDS", 3.0)
    texts = [f"Haber {number}." for number in range(20)]
    texts[3], texts[11] = "Bu işlemi okuyan ölür.", "Bu işlemi okuyan uyur."
    with Workers(2, settings=Settings(longest_reading=5.0)) as workers:
        tally = ingest(incoming(*texts), book, workers, mark=MARK)
    assert (tally.recorded, tally.rejected) == (18, 2)
    assert {code for _, code, _ in book.rejected()} == {"A11", "A30"}


def test_the_command_ingests_goes_on_and_tells_what_was_set_aside(tmp_path):
    from typer.testing import CliRunner  # noqa: PLC0415

    from vakanuvis.cli import app  # noqa: PLC0415

    newspaper = Path(__file__).parents[2] / "examples" / "newspaper" / "ziyaret" / "article.txt"
    lines = tmp_path / "haber.jsonl"
    lines.write_text('{"text": "Bakan Ankara’ya geldi."}\nbozuk satır\n', "utf-8")
    runner, record = CliRunner(), str(tmp_path / "kayit.db")
    first = runner.invoke(app, ["ingest", str(newspaper), str(lines), "--record", record, "--processes", "1"])
    assert first.exit_code == 1
    assert "2 recorded, 0 were there already, 1 set aside" in first.stderr
    assert "haber.jsonl:2\tA04" in runner.invoke(app, ["rejected", record]).stdout
    again = runner.invoke(app, ["ingest", str(newspaper), "--record", record, "--processes", "1"])
    assert again.exit_code == 0
    assert "0 recorded, 1 were there already" in again.stderr
    assert runner.invoke(app, ["verify", record]).exit_code == 0
    asked = runner.invoke(app, ["ask", record, "articles", "--words", "Ankara", "--format", "csv"])
    assert asked.exit_code == 0
    assert asked.stdout.startswith("n,id,headline")
