"""The dossier of a person or a dyad, read by a Markdown parser and an HTML parser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from tests.export.exported import hostile, newspaper, registered, sample

from vakanuvis.export.choosing import Choice
from vakanuvis.export.dossier import dossier_of
from vakanuvis.export.dossier_text import markdown, page

LEMAN = Choice(of="Leman Sorgun")


class Elements(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_a_person_s_words_deeds_and_offices_stand_in_their_order():
    made = dossier_of(newspaper(), Choice(of="Zurab Lomtaridze"))
    titles = dict(made.sections)
    assert made.heading == "Zurab Lomtaridze"
    assert any("Savunma Bakanı" in fact for fact in made.facts)
    assert {"Sözler", "Olaylar", "Yargılar"} <= set(titles)
    for items in titles.values():
        assert [item.order for item in items] == sorted(item.order for item in items)


def test_every_item_has_its_letters_and_where_they_stand():
    texts = {entry.id: entry.text for entry in newspaper()}
    for _, items in dossier_of(newspaper(), Choice(of="PER")).sections:
        for item in items:
            _, article, *places = item.source.split(", ")
            runs = [tuple(map(int, place.split("–"))) for place in places]
            assert " … ".join(texts[article][start:end] for start, end in runs) == item.letters


def test_a_dyad_is_what_stands_between_the_two():
    made = dossier_of(newspaper(), Choice(of="ROU", together_with="GEO"))
    swapped = dossier_of(newspaper(), Choice(of="GEO", together_with="ROU"))
    assert made.heading == "Romanya – Gürcistan"
    assert [len(items) for _, items in made.sections] == [len(items) for _, items in swapped.sections]
    assert dossier_of(newspaper(), Choice(of="ROU", together_with="PER")).sections == ()


def test_a_dyad_of_the_registry_is_called_by_its_names():
    entry = sample(registered(sample()))
    made = dossier_of([entry], Choice(of="p-a1", together_with="p-a2"))
    assert made.heading == "Leman Sorgun (kayıtlı) – Davit Orel (kayıtlı)"


def test_markdown_holds_the_letters_and_nothing_that_they_make():
    entry = hostile(sample())
    made = dossier_of([entry], Choice(of=entry.reading["actors"][0]["name"]))
    tokens = MarkdownIt("commonmark").parse("".join(markdown(made)))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert not kinds & {"html_block", "html_inline", "link_open", "code_inline", "image", "fence"}
    text = "".join(child.content for token in tokens for child in token.children or () if child.type == "text")
    assert "*Orel*" in text
    assert "<b>" in text


def test_markdown_begins_with_one_heading():
    tokens = MarkdownIt("commonmark").parse("".join(markdown(dossier_of(newspaper(), LEMAN))))
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1


def test_the_page_escapes_names_and_makes_no_link_of_a_script():
    entry = hostile(sample())
    made = dossier_of([entry], Choice(of=entry.reading["actors"][0]["name"]))
    found = Elements(page(made))
    assert not any(tag in ("script", "b", "i", "a") for tag, _ in found.elements)
    assert "<b>" in found.text


def test_the_page_links_to_pages_of_the_web():
    entry = sample(url="https://example.org/kapi")
    found = Elements(page(dossier_of([entry], LEMAN)))
    assert {attributes["href"] for tag, attributes in found.elements if tag == "a"} == {"https://example.org/kapi"}


def test_the_page_asks_nothing_of_the_network():
    text = page(dossier_of(newspaper(), Choice(of="PER")))
    assert "default-src 'none'" in text
    assert not re.search(r"<(script|img|link|iframe)\b", text)


@pytest.mark.parametrize("write", [lambda made: "".join(markdown(made)), page])
def test_the_same_record_gives_the_same_letters(write):
    assert write(dossier_of(newspaper(), Choice(of="PER"))) == write(dossier_of(newspaper(), Choice(of="PER")))
