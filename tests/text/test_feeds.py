"""Feeds: an entry is an article of the feed's newspaper."""

from __future__ import annotations

import pytest

from vakanuvis.text.articles import read_articles, read_sources
from vakanuvis.text.pages import text_of_html

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Deneme &amp; Haber</title>
<item><title>Heyet &amp;amp; bakan döndü</title><link>https://gazete.example/1</link><guid isPermaLink="false">n1</guid>
<author>Derya Kaya</author><pubDate>Mon, 18 Nov 2024 00:30:00 +0300</pubDate><description>Kısa.</description>
<content:encoded><![CDATA[<p>Bakan <b>dün</b> döndü.</p><script>x()</script><p>Heyet&nbsp;kaldı.<br>Yarın dönecek.</p>
]]></content:encoded></item>
<item><title>Özet</title><description>Bakan geldi.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Deneme</title><entry><title>Dönüş</title><id>urn:n2</id>
<updated>2024-11-17T23:30:00-03:00</updated><content type="text">Bakan döndü &amp; a &lt; b.</content></entry></feed>"""


def read(tmp_path, feed, name="akış.rss"):
    (tmp_path / name).write_text(feed, encoding="utf-8")
    return list(read_articles(str(tmp_path / name)))


def test_an_entry_is_an_article_of_its_newspaper(tmp_path):
    full, short = read(tmp_path, RSS)
    assert full.text == "Heyet & bakan döndü\n\nBakan dün döndü.\n\nHeyet kaldı.\n\nYarın dönecek."
    assert (full.url, full.given_id, full.author) == ("https://gazete.example/1", "n1", "Derya Kaya")
    assert (full.outlet, full.source) == ("Deneme & Haber", "Deneme & Haber")
    assert short.text == "Özet\n\nBakan geldi."
    assert (short.published, short.url, short.given_id) == (None, None, None)


def test_the_day_is_that_of_the_newspapers_clock(tmp_path):
    assert read(tmp_path, RSS)[0].published == "2024-11-18"
    assert read(tmp_path, ATOM, "a.atom")[0].published == "2024-11-17"


def test_a_plain_text_of_atom_is_taken_as_it_is(tmp_path):
    (article,) = read(tmp_path, ATOM, "a.xml")
    assert article.text == "Dönüş\n\nBakan döndü & a < b."
    assert (article.url, article.given_id) == (None, "urn:n2")


def test_the_html_of_an_entry_is_kept_beside_its_text(tmp_path):
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    full, short = read_sources(str(tmp_path / "a.rss"))
    assert full.media_type == "text/html"
    assert b"<b>d\xc3\xbcn</b>" in full.original
    assert (short.original, short.media_type) == (None, None)
    assert [full.place, short.place] == ["a.rss:1", "a.rss:2"]


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("Bakan geldi.", "Bakan geldi."),
        ("<p>Bir</p>\n<p>iki\n üç</p>", "Bir\n\niki üç"),
        ("a<!-- gizli --> b", "a b"),
        ("<style>p{}</style>a<script>1</script>b", "ab"),
        ("&lt;p&gt; &amp; ö", "<p> & ö"),
        ("<!-- yalnız -->", ""),
        ("", ""),
        ("<p>açık <b>kalan", "açık kalan"),
    ],
)
def test_html_becomes_paragraphs(piece, text):
    assert text_of_html(piece) == text
