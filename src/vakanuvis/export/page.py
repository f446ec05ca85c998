"""One page that shows readings beside their texts: it asks nothing of the network and works without JavaScript.

In:  readings or Docs.
Out: an HTML page, style and script inlined.

The text is cut at every boundary of its slots (``pieces.py``); each piece knows all slots that cover it, so that
slots that cross are drawn right, and the page's text is the article's text, letter for letter.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from vakanuvis.export import wording
from vakanuvis.export.cards import Cards, labels_of, span_name
from vakanuvis.export.contract import reading_of
from vakanuvis.export.markup import Markup, escaped, joined, tag
from vakanuvis.export.pieces import Piece, paragraphs_of, pieces_of
from vakanuvis.export.slots import slots_of
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.lexicon.rules import Rule, rules
from vakanuvis.record.doc import Doc
from vakanuvis.record.reading import Reading

LAYERS = (
    ("content", "söz"),
    ("cue", "aktaran söz"),
    ("mention", "kişi, taraf"),
    ("title", "unvan"),
    ("event", "olay"),
    ("agreement", "anlaşma"),
    ("time", "zaman"),
    ("place", "yer"),
    ("about", "yargı"),
)
"""What the marks at rest show, and what the legend calls it. A speaker is a mention, a provision an agreement."""
AT_REST = {
    "speaker": "mention",
    "addressee": "mention",
    "actor": "mention",
    "recipient": "mention",
    "provision": "agreement",
}
LONGEST_HEADING = 120
_NO_ANCHOR = re.compile(r"[^\w.-]")
_SENTENCES = re.compile(r"\n|[.!?…][\"'”’»]? ")
_ENDS_A_SENTENCE = ".!?…:;,"
_QUOTES = "\"'“”‘’«» "


def page_of(articles: Iterable[Doc | Reading], codes: Plover | None = None) -> str:
    """The whole page. With several articles it begins with a list of them."""
    codes = codes or plover()
    readings = [reading_of(item, codes) if isinstance(item, Doc) else item for item in articles]
    anchors = _anchors(readings)
    shown = [_Sheet(reading, anchor, codes, rules()) for reading, anchor in zip(readings, anchors, strict=True)]
    headings = [sheet.heading for sheet in shown]
    return Template(_asset("page.html")).substitute(
        title=escaped(headings[0] if len(headings) == 1 else f"vakanüvis: {len(headings)} haber"),
        policy=_policy(),
        style=_asset("page.css"),
        script=_asset("page.js"),
        legend=_legend(),
        contents=_contents(shown),
        articles=joined((sheet.article() for sheet in shown), "\n"),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One article on the page."""

    reading: Reading
    anchor: Callable[[str], str]
    codes: Plover
    rules: Mapping[str, Rule]

    @property
    def name(self) -> str:
        """What the article is called where it came from."""
        article = self.reading["article"]
        return wording.shortened(article["source"] or article["title"] or article["id"], LONGEST_HEADING)

    @property
    def heading(self) -> str:
        """What a reader would call the article: its title, or how it begins."""
        article = self.reading["article"]
        start, end = next(paragraphs_of(article["text"]), (0, 0))
        return wording.shortened(article["title"] or article["text"][start:end] or self.name, LONGEST_HEADING)

    def article(self) -> Markup:
        return tag(
            "article",
            self.header(),
            tag("div", joined(self.text()), class_="text", lang="tr"),
            tag("section", *self.records(), class_="records", aria_label="Kayıtlar"),
            id=self.anchor("haber"),
            class_="reading",
        )

    def header(self) -> Markup:
        article = self.reading["article"]
        line = article["dateline"]
        parts: list[str | None] = [
            tag("time", wording.date_words(article["published"])) if article["published"] else None,
            tag("span", line["name"]) if line else None,
            _link(article["url"]) if article["url"] else None,
        ]
        notes = [tag("p", note, class_="note") for note in article.get("notes", ())]
        return tag("header", tag("h2", self.name), tag("p", joined(parts, " · ")), *notes)

    def records(self) -> Iterator[Markup]:
        names, countries = wording.actor_names(self.reading), wording.country_names(self.reading)
        labels = labels_of(self.reading, self.codes)
        cards = Cards(self.reading, self.codes, self.rules, self.anchor, names, countries, labels)
        empty = True
        for name, turkish, english, made in cards.sections():
            empty = False
            gloss = tag("small", english, lang="en")
            count = tag("span", str(len(made)), class_="count")
            yield tag("h3", turkish, " ", count, " ", gloss, class_=name)
            yield tag("ol", *made, class_=name)
        if empty:
            yield tag("p", "Bu metinden kayıt çıkmadı.", class_="none")

    def text(self) -> Iterator[Markup]:
        """The article's text, letter for letter, in paragraphs."""
        text = self.reading["article"]["text"]
        paragraphs = list(paragraphs_of(text))
        pieces = pieces_of(len(text), slots_of(self.reading), (cut for pair in paragraphs for cut in pair))
        waiting = next(pieces, None)
        done, anchored = 0, set[str]()
        for start, end in paragraphs:
            inside = list[Markup]()
            while waiting and waiting.end <= end:
                if waiting.start >= start:
                    inside.append(self.piece(text, waiting, anchored))
                waiting = next(pieces, None)
            yield escaped(text[done:start])
            yield tag("p", *inside, class_=_kind_of_line(text[start:end], self.reading["article"]["title"]))
            done = end
        yield escaped(text[done:])

    def piece(self, text: str, piece: Piece, anchored: set[str]) -> Markup:
        """Letters that the same slots cover. The first piece of a span carries its anchor."""
        words = escaped(text[piece.start : piece.end])
        if not piece.slots:
            return words
        begun = {span_name({"start": slot.start, "end": slot.end}): None for slot in piece.slots}
        anchors = [self.anchor(name) for name in begun if name not in anchored]
        anchored.update(begun)
        classes = dict.fromkeys(AT_REST.get(slot.name, slot.name) for slot in piece.slots)
        more = (tag("span", id=anchor) for anchor in anchors[1:])
        mark = tag(
            "mark",
            words,
            id=anchors[0] if anchors else None,
            class_=" ".join(classes),
            data_in=" ".join(f"{self.anchor(slot.record)}:{slot.name}" for slot in piece.slots),
        )
        return joined((*more, mark))


def _anchors(readings: list[Reading]) -> list[Callable[[str], str]]:
    """How each reading's names become ids: as they are, or with a number before them where two articles would clash."""
    counts = Counter(name for reading in readings for name in _names(reading))
    alone = len(readings) == 1
    clash = not alone and any(count > 1 for count in counts.values())

    def anchor(number: int, name: str) -> str:
        # Spans, judgements and the article itself have names that are the same in each article.
        numbered = clash or (not alone and name not in counts)
        return _NO_ANCHOR.sub("-", f"m{number}-{name}" if numbered else name)

    return [lambda name, number=number: anchor(number, name) for number in range(1, len(readings) + 1)]  # type: ignore[misc]


def _names(reading: Reading) -> set[str]:
    layers = ("actors", "statements", "events", "agreements")
    return {record["id"] for layer in layers for record in reading[layer]}


def _legend() -> Markup:
    return joined(
        tag(
            "label",
            Markup(f'<input type="checkbox" id="show-{name}" checked> '),
            tag("span", words, class_=f"key {name}"),
        )
        for name, words in LAYERS
    )


def _contents(sheets: list[_Sheet]) -> Markup | None:
    if len(sheets) < 2:
        return Markup()
    rows = (tag("li", tag("a", sheet.heading, href=f"#{sheet.anchor('haber')}")) for sheet in sheets)
    return tag("nav", tag("h2", "Haberler"), tag("ol", *rows), class_="contents", aria_label="Haberler")


def _link(url: str) -> Markup:
    # Only addresses of pages: an article's url could be a script.
    safe = re.match(r"https?://", url) is not None
    return tag("a", url, href=url, rel="noopener noreferrer") if safe else tag("span", url)


def _kind_of_line(text: str, title: str | None) -> str | None:
    """A guess for the eye alone: the title, or a short line without a full stop."""
    bare = text.strip(_QUOTES)
    if title and text.strip() == title.strip():
        return "headline"
    ends = not bare or bare[-1] in _ENDS_A_SENTENCE
    return None if ends or len(bare) > LONGEST_HEADING or _SENTENCES.search(bare) else "heading"


@cache
def _policy() -> str:
    """Nothing from the network, and no style or script but the page's own."""
    style, script = (b64encode(sha256(_asset(name).encode()).digest()).decode() for name in ("page.css", "page.js"))
    allowed = f"style-src 'sha256-{style}'; script-src 'sha256-{script}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


@cache
def _asset(name: str) -> str:
    return files("vakanuvis.export").joinpath("assets", name).read_text("utf-8")
