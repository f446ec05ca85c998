"""One article as a page shows it: its text with marks, and its records beside it.

In:  a reading.
Out: HTML markup.

The text is cut at every boundary of its slots (``pieces.py``); each piece knows all slots that cover it, so that
slots that cross are drawn right, and the text on the page is the article's text, letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from vakanuvis.export import wording
from vakanuvis.export.cards import Cards, span_name
from vakanuvis.export.knowledge import Beyond, Knowledge
from vakanuvis.export.markup import Markup, escaped, joined, tag
from vakanuvis.export.pieces import Piece, paragraphs_of, pieces_of
from vakanuvis.export.slots import Slot, slots_of
from vakanuvis.record.reading import Reading

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
# A text file may begin with its date: no part of the story.
_DATED = re.compile(r"\s*date[ \t]+\d{4}(?:-\d{1,2}){0,2}\s*", re.ASCII)
_QUOTES = "\"'“”‘’«» "


def anchor_of(name: str) -> str:
    """The id of a record or span on a page that shows one article."""
    return _NO_ANCHOR.sub("-", name)


@dataclass(frozen=True, slots=True)
class Proof:
    """One article on a page. ``anchor`` turns the name of a record or of a span into its id on the page.

    ``also``: letters beside those of the reading that others point at, so that they have an address too.
    """

    reading: Reading
    knowledge: Knowledge
    anchor: Callable[[str], str] = anchor_of
    beyond: Beyond = field(default_factory=Beyond)
    also: tuple[Slot, ...] = ()

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
        """Head, text and records as one element."""
        return tag(
            "article",
            self.header(),
            tag("div", joined(self.text()), class_="text", lang="tr"),
            tag("section", *self.records(), class_="records", aria_label=self.say("Kayıtlar")),
            id=self.anchor("haber"),
            class_="reading",
        )

    def header(self) -> Markup:
        """What the article is called, its date, its place and its address."""
        article = self.reading["article"]
        line = article["dateline"]
        parts: list[str | None] = [
            tag("time", self.knowledge.tongue.date(article["published"])) if article["published"] else None,
            tag("span", line["name"]) if line else None,
            _link(article["url"]) if article["url"] else None,
        ]
        notes = [tag("p", note, class_="note") for note in article.get("notes", ())]
        return tag("header", tag("h2", self.name), tag("p", joined(parts, " · ")), *notes)

    def records(self) -> Iterator[Markup]:
        """The records as cards, layer by layer."""
        empty = True
        for name, heading, made in Cards.of(self.reading, self.knowledge, self.anchor, self.beyond).sections():
            empty = False
            count = tag("span", str(len(made)), class_="count")
            yield tag("h3", heading, " ", count, class_=name)
            yield tag("ol", *made, class_=name)
        if empty:
            yield tag("p", self.say("Bu metinden kayıt çıkmadı."), class_="none")

    def say(self, turkish: str) -> str:
        """A text in the language of the page."""
        return self.knowledge.tongue.say(turkish)

    def text(self) -> Iterator[Markup]:
        """The article's text, letter for letter, in paragraphs."""
        text = self.reading["article"]["text"]
        paragraphs = list(_lines_of(text))
        slots = (*slots_of(self.reading), *self.also)
        pieces = pieces_of(len(text), slots, (cut for pair in paragraphs for cut in pair))
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


def _lines_of(text: str) -> Iterator[tuple[int, int]]:
    """From letter to letter of each paragraph; a date that a file begins with stands apart from the headline."""
    dated = _DATED.match(text)
    for start, end in paragraphs_of(text):
        begin = dated.end() if dated and start < dated.end() < end else start
        if begin > start:
            yield start, len(text[:begin].rstrip())
        yield begin, end


def _link(url: str) -> Markup:
    # Only addresses of pages: an article's url could be a script.
    safe = re.match(r"https?://", url) is not None
    return tag("a", url, href=url, rel="noopener noreferrer") if safe else tag("span", url)


def _kind_of_line(text: str, title: str | None) -> str | None:
    """A guess for the eye alone: the title, or a short line without a full stop."""
    if _DATED.fullmatch(text):
        return "dated"
    bare = text.strip(_QUOTES)
    if title and text.strip() == title.strip():
        return "headline"
    ends = not bare or bare[-1] in _ENDS_A_SENTENCE
    return None if ends or len(bare) > LONGEST_HEADING or _SENTENCES.search(bare) else "heading"
