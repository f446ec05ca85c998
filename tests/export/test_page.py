from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sample import TEXT, sample_doc, small_doc

from vakanuvis.export.contract import reading_of
from vakanuvis.export.page import page_of
from vakanuvis.export.pieces import paragraphs_of, pieces_of
from vakanuvis.export.slots import Slot, nearest, slots_of
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.event import Event
from vakanuvis.record.people import Actor, Mention
from vakanuvis.record.span import Span
from vakanuvis.record.statement import Statement

VOID = {"meta", "input"}


class Page(HTMLParser):
    """What a browser would make of a page: elements with their text, and whether they nest."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.elements = [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "text": "", **{key: value or "" for key, value in attrs}}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def of(self, class_):
        return [element for element in self.elements if class_ in element.get("class", "").split()]

    def marks(self):
        return [element for element in self.elements if element["tag"] == "mark"]

    def ids(self):
        return [element["id"] for element in self.elements if "id" in element]


def text_of(doc):
    return Page(page_of([doc])).of("text")[0]["text"]


def test_the_text_on_the_page_is_the_text_of_the_article():
    assert text_of(sample_doc()) == TEXT


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)
LETTERS = st.text(
    st.one_of(st.sampled_from("aşİ <>&\"'\n\r\t$"), st.characters(codec="utf-8")), min_size=1, max_size=60
)
REFUSED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@settings(max_examples=150, deadline=None)
@given(LETTERS, SPANS)
def test_spans_that_overlap_as_they_like_leave_the_text_as_it_is(text, pairs):
    spans = [Span(min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) < len(text)]
    statements = tuple(
        Statement(f"s{number}", "direct", (span,), speaker_span=spans[-number]) for number, span in enumerate(spans)
    )
    assert text_of(small_doc(text, statements)) == REFUSED.sub("\ufffd", text)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 60), SPANS)
def test_each_piece_has_just_the_slots_that_cover_it(length, pairs):
    slots = [Slot(f"s{number}", "content", min(pair), max(pair)) for number, pair in enumerate(pairs)]
    pieces = list(pieces_of(length, slots))
    assert [place for piece in pieces for place in range(piece.start, piece.end)] == list(range(length))
    for piece in pieces:
        for place in range(piece.start, piece.end):
            covering = {slot.record for slot in slots if slot.start <= place < slot.end <= length}
            assert {slot.record for slot in piece.slots} == covering
        lengths = [slot.end - slot.start for slot in piece.slots]
        assert lengths == sorted(lengths, reverse=True)


def test_crossing_spans_are_cut_where_they_cross():
    statements = (Statement("s1", "direct", (Span(0, 6),)), Statement("s2", "direct", (Span(4, 9),)))
    marks = Page(page_of([small_doc("abcdefghi", statements)])).marks()
    assert [(mark["text"], mark["data-in"]) for mark in marks] == [
        ("abcd", "s1:content"),
        ("ef", "s1:content s2:content"),
        ("ghi", "s2:content"),
    ]


def test_an_article_that_holds_a_script_is_harmless():
    bad = '<script>alert(1)</script> "><img src=x onerror=alert(1)> ${title} $script </textarea>'
    article = Article(bad, bad, bad, "javascript:alert(1)", bad, notes=(bad,))
    doc = Doc(
        article,
        bad,
        actors=(Actor(bad, "person", bad, bad, bad, (Mention(Span(0, 8), 0),), because=(bad,)),),
        statements=(Statement(bad, "direct", (Span(3, 20),), bad, Span(0, 4), cue=bad, because=(bad,)),),
        events=(Event(bad, "CONSULT", Span(2, 9), actor=(bad,), because=(bad,)),),
    )
    page = Page(page_of([doc]))
    assert page.of("text")[0]["text"] == bad
    assert [element["tag"] for element in page.elements].count("script") == 1
    assert not any(element["tag"] in ("img", "iframe", "textarea") for element in page.elements)
    assert not any(name.startswith("on") for element in page.elements for name in element)
    assert not any(element.get("href", "").startswith("javascript") for element in page.elements)


def test_the_page_asks_nothing_of_the_network():
    page = page_of([sample_doc()])
    assert "default-src 'none'" in page
    assert not re.search(r"\b(?:src|srcset|action)=|url\(|@import|https?://", page)


def test_the_policy_knows_the_pages_own_style_and_script():
    page = page_of([sample_doc()])
    for name in ("style", "script"):
        inside = re.search(f"<{name}>(.*?)</{name}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name}-src &#39;sha256-{digest}&#39;" in page or f"{name}-src 'sha256-{digest}'" in page


def test_every_record_and_every_span_has_an_anchor():
    page = Page(page_of([sample_doc()]))
    reading = reading_of(sample_doc())
    ids = page.ids()
    for layer in ("actors", "statements", "events", "agreements"):
        assert {record["id"] for record in reading[layer]} <= set(ids)
    assert {f"c{slot.start}-{slot.end}" for slot in slots_of(reading)} <= set(ids)
    assert len(ids) == len(set(ids))


def test_every_link_leads_somewhere():
    page = Page(page_of([sample_doc(), small_doc("Başka bir haber.")]))
    links = {element["href"][1:] for element in page.elements if element.get("href", "").startswith("#")}
    assert links <= set(page.ids())


@pytest.mark.parametrize("docs", [[sample_doc(), sample_doc()], [sample_doc(), small_doc("Kısa.")]])
def test_ids_stay_unique_with_several_articles(docs):
    page = Page(page_of(docs))
    assert len(page.ids()) == len(set(page.ids()))
    assert len(page.of("reading")) == len(docs)
    assert page.of("contents")


def test_each_mark_names_records_of_its_own_article():
    page = Page(page_of([sample_doc(), sample_doc()]))
    known = {element["data-record"] for element in page.of("record")}
    named = {part.rpartition(":")[0] for mark in page.marks() for part in mark["data-in"].split()}
    assert {name for name in known if name.endswith("s1")} == {"m1-s1", "m2-s1"}
    assert {"m1-s1", "m2-s1"} <= named


def test_reasons_are_told_in_turkish():
    details = [element for element in Page(page_of([sample_doc()])).elements if element["tag"] == "details"]
    assert any("direct-post Tırnak içindeki sözden sonra" in element["text"] for element in details)


def test_a_page_is_made_of_readings_as_well():
    assert page_of([reading_of(sample_doc())]) == page_of([sample_doc()])


def test_an_article_without_records_says_so():
    assert "Bu metinden kayıt çıkmadı." in page_of([small_doc("Kısa bir haber.")])


def test_a_title_becomes_the_headline():
    doc = Doc(Article("m1", "Kapı açık\n\nMetin.", title="Kapı açık"), "Kapı açık\n\nMetin.")
    assert [element["text"] for element in Page(page_of([doc])).of("headline")] == ["Kapı açık"]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_a_date_that_a_file_begins_with_stands_apart_from_the_headline(between):
    doc = small_doc(f"date 2025-03-18{between}Bakan geldi\nGörüşme sürdü.")
    paragraphs = [(one.get("class"), one["text"]) for one in Page(page_of([doc])).elements if one["tag"] == "p"]
    assert ("dated", "date 2025-03-18") in paragraphs
    assert ("heading", "Bakan geldi") in paragraphs


def test_paragraphs_are_parted_by_line_breaks():
    text = "  bir\n\n iki\r\nüç  \n"
    assert [text[start:end] for start, end in paragraphs_of(text)] == ["bir", "iki", "üç"]


def test_an_actor_of_an_event_lights_where_the_event_is_told():
    text = "Orel konuştu.\n\nOrel geldi. Sonra Orel gitti."
    mentions = [{"start": match.start(), "end": match.end()} for match in re.finditer("Orel", text)]
    told = {"start": text.index("geldi"), "end": text.index("geldi") + 5}
    assert nearest(mentions, told, text) == mentions[1]
    assert nearest([], told, text) is None


def test_the_script_works_on_nothing_but_the_page():
    script = (Path(__file__).parents[2] / "src/vakanuvis/export/assets/page.js").read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|eval|fetch|XMLHttp|localStorage|import ", script)
