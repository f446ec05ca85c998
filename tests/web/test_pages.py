"""Every page stands in both languages, says everything in them, and needs no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record_books import accepted

from vakanuvis.export.tongue import Tongue
from vakanuvis.web import tongues as languages
from vakanuvis.web.tongues import tongues

WEB = Path(__file__).parents[2] / "src" / "vakanuvis" / "web"
ARTICLE = next(reading["article"]["id"] for reading in accepted() if reading["events"])
PAGES = [
    "/",
    "/ara",
    "/ara?q=bakan&devlet=TUR&ay=2025&olay=CONSULT&tur=direct&gazete=Somun Postası&ilk=2025-01-01&son=2025-12-31",
    "/ara?ne=soz&q=bakan&tur=direct&devlet=TUR&ilk=2025-01-01",
    "/ara?q=bakan&sira=ilgi",
    f"/ara?onizle={ARTICLE}",
    "/ara?q=olmayansözcük",
    "/ara.atom",
    f"/makale/{ARTICLE}",
    f"/makale/{ARTICLE}/dogrula",
    "/zaman",
    "/zaman?ilk=2025&son=2025&olay=CONSULT&sinif=1&durum=actual&dayanak=publication&taraf=TUR",
    "/zaman?ne=soz&tur=direct&ilk=2025-03&son=2025-03",
    "/zaman?gun=yok",
    "/zaman?ilk=1923&son=2025",
    "/harita",
    "/harita?bak=20,30,40,45",
    "/ag",
    "/ag?kim=TUR",
    "/ag?uc=FIN~TUR",
    "/ag?ilk=2025-03&son=2025-05",
    "/inceleme",
    "/inceleme?sira=soyleyen",
    "/inceleme?sira=yayim",
    "/inceleme?sira=olay-kurali",
    "/inceleme/kararlar",
    "/saglik",
    "/dene",
    "/yok",
]


class Watched(dict):
    """A dictionary that remembers what it was asked for in vain."""

    def __init__(self, words):
        super().__init__(words)
        self.missing = set()

    def get(self, key, otherwise=None):
        if key not in self:
            self.missing.add(key)
        return super().get(key, otherwise)


@pytest.mark.parametrize("path", PAGES)
def test_everything_is_said_in_english(client, monkeypatch, path):
    words = Watched(tongues()["en"].words)
    both = {**tongues(), "en": Tongue("en", words)}
    for module in ("pages", "refusals", "trying"):
        monkeypatch.setattr(f"vakanuvis.web.{module}.tongues", lambda: both)
    client.get(f"/en{path}")
    assert words.missing == set()


def said() -> Iterator[str]:
    for file in (*WEB.glob("*.py"), *WEB.glob("templates/*")):
        yield from re.findall(r'\bsay\(\s*"([^"]+)"', file.read_text("utf-8"))


@pytest.mark.parametrize("text", sorted(set(said())))
def test_every_text_in_the_code_has_its_english(text):
    assert text in tongues()["en"].words


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_anything_of_another_host_or_writes_style_or_script_into_itself(client, path):
    page = client.get(path).text
    assert not re.search(r"<style|<script>|\sstyle=|\son\w+=", page)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page.replace('href="http://127.0.0.1', ""))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_links_to_itself_in_the_other_language(client, path):
    if path.endswith(".atom"):
        return
    page = client.get(path).text
    address = path.partition("?")[0]
    assert f'hreflang="en" href="/en{address}' in page


def test_the_first_page_counts_what_the_book_holds(client):
    page = client.get("/").text
    assert "Son haberler" in page
    assert len(re.findall(r'<a href="/makale/[\w-]+" lang="tr">', page)) == 7
    assert f"<dd>{len(list(accepted()))}</dd>" in page
    assert re.search(r'<a href="/devlet/TUR" *>Türkiye</a>', page)


def test_a_person_in_an_article_leads_to_the_persons_page(client):
    assert re.search(r'<strong><a href="/kisi/\w+">', client.get(f"/makale/{ARTICLE}").text)


def test_every_link_of_the_first_pages_leads_somewhere_or_to_a_room_still_to_come(client):
    seen = set()
    for path in ("/", "/ara", f"/makale/{ARTICLE}"):
        seen |= set(re.findall(r'href="(/(?:ara|makale|dene|static|en)[^"#]*)', client.get(path).text))
    for link in sorted(seen)[:80]:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_the_texts_are_read_once():
    assert languages.tongues() is tongues()
