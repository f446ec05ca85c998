from __future__ import annotations

import io

from rich.console import Console
from tests.export.sample import TEXT, sample_doc, small_doc

from vakanuvis.export.contract import reading_of
from vakanuvis.export.terminal import record_of
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.span import Span
from vakanuvis.record.statement import Statement


def printed(doc, *, colour=False, width=120, **options):
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="truecolor" if colour else None
    )
    console.print(record_of(reading_of(doc), **options))
    return console.file.getvalue()


def test_every_kind_of_record_is_shown_with_its_letters():
    shown = printed(sample_doc())
    for words in (
        "kapi.txt · 14 Mart 2025 · Belgrin (MRV)",
        "Dışişleri Bakanı (ARD) “Ardalya Dışişleri Bakanı”",
        "“Sorgun” ×2",
        "doğrudan  Leman Sorgun “Sorgun” · “dedi”",
        "“Kapı açık. Umutluyuz.”",
        "→ Leman Sorgun",
        "aynı söz: s1",
        "CONSULT visit  görüşme, ziyaret  “geldi”  gerçekleşti",
        "Leman Sorgun → Merova",
        "13 Mart 2025 (yayım gününe göre) “dün”",
        "Ortak Kapı Anlaşması  imzalandı  Mart 2025",
        "hüküm: “gemilerin limanda kalmasını”",
        "aynı kişi: “Sorgum”, Leman Sorgun olmalı",
    ):
        assert words in shown


def test_there_are_colours_only_where_a_terminal_can_show_them():
    assert "\x1b[" not in printed(sample_doc())
    assert "\x1b[" in printed(sample_doc(), colour=True)


def test_plain_lines_end_without_blanks():
    assert all(line == line.rstrip() for line in printed(sample_doc()).splitlines())


def test_a_narrow_terminal_breaks_lines_and_keeps_the_indent():
    assert max(map(len, printed(sample_doc(), width=40).splitlines())) <= 40


def test_a_long_content_is_cut_unless_the_whole_is_asked_for():
    text = "Uzun söz " * 100
    doc = small_doc(text, (Statement("s1", "direct", (Span(0, len(text) - 1),)),))
    assert "…" in printed(doc)
    assert "…" not in printed(doc, longest=10_000)


def test_markup_and_control_letters_of_an_article_play_no_tricks():
    text = "[bold]Dikkat[/bold] \x1b[31mkırmızı\x07"
    shown = printed(small_doc(text, (Statement("s1", "direct", (Span(0, len(text)),)),)), colour=True)
    assert "[bold]Dikkat[/bold]" in shown
    assert "\x1b[31mkırmızı" not in shown
    assert "\x07" not in shown


def test_an_article_without_records_shows_its_header_alone():
    assert printed(Doc(Article("m1", TEXT, "bos.txt"), TEXT)).startswith("bos.txt ─")
