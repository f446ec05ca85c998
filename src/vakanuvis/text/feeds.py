"""Articles as the entries of an RSS or Atom file.

In:  an open feed of at most ``largest_feed`` bytes: a feed is read whole.
Out: an Incoming for each entry, numbered from 1: its content or, failing that, its description, below its title.

A feed that declares entities is refused before anything is made of it: no newspaper needs them, and they can multiply.
"""

from __future__ import annotations

import email.utils
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any
from xml.parsers import expat

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.incoming import Incoming
from vakanuvis.text.decoding import as_utf8
from vakanuvis.text.fields import article_of_fields
from vakanuvis.text.opened import Choices, Opened, incoming
from vakanuvis.text.pages import PAGE, text_of_html

_TAG = re.compile(rb"(?:<|&lt;)[A-Za-z]")
_MOST_TAGS = 500_000
"""Tags that open in a feed that is still read, its entries' own among them; each costs 20 µs and up to 500 bytes."""


def read_feed(opened: Opened) -> Iterator[Incoming]:
    """One article per entry. Raises ArticleError where the file is no feed, or not one to be trusted."""
    import feedparser  # noqa: PLC0415  # most articles come otherwise

    stream = as_utf8(opened.stream, opened.place, opened.choices.encoding)
    data = Opened(stream, opened.place, opened.choices).whole(opened.choices.settings.largest_feed)
    if (tags := sum(1 for _ in _TAG.finditer(data))) > _MOST_TAGS:
        raise ArticleError.too_many_tags(opened.place, tags, _MOST_TAGS)
    _refuse_entities(data, opened.place)
    headers = {"content-type": "application/xml; charset=utf-8"} if stream is not opened.stream else {}
    # Handed over as a stream: of a string it would ask whether it is an address or a file.
    feed = feedparser.parse(io.BytesIO(data), response_headers=headers)
    if not feed.entries:
        raise ArticleError.broken_feed(opened.place, "it has no entries")
    newspaper = _plain(feed.feed.get("title")) or None
    for number, entry in enumerate(feed.entries, 1):
        place = f"{opened.place}:{number}"
        letters, is_page = _letters(entry)
        found = incoming(place, partial(_article, entry, letters, newspaper, (place, opened.choices)))
        yield replace(found, original=letters.encode("utf-8", "replace"), media_type=PAGE) if is_page else found


def _refuse_entities(data: bytes, place: str) -> None:
    def refuse(*_: object) -> None:
        raise ArticleError.broken_feed(place, "it declares entities")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # the last piece
    except expat.ExpatError:
        # Not well-formed: what is no longer parsed must not hold a declaration either.
        if b"<!ENTITY" in data:
            refuse()


def _letters(entry: Any) -> tuple[str, bool]:
    """What an entry says, and whether that is HTML."""
    found = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    best: Any = next((one for one in found if one.get("value")), {})
    letters = best.get("value") or ""
    return letters, best.get("type") != "text/plain" and _is_marked_up(letters)


def _article(entry: Any, letters: str, newspaper: str | None, at: tuple[str, Choices]) -> Article:
    place, choices = at
    fields = {
        "text": _plain(letters),
        "title": _plain(entry.get("title")) or None,
        "published": _day(entry.get("published" if "published" in entry else "updated")),
        # Without an address of its own an entry's id stands in for it, which need not be one.
        "url": link if "://" in (link := entry.get("link") or "") else None,
        "author": entry.get("author"),
        "id": entry.get("id"),
        "source": _plain((entry.get("source") or {}).get("title")) or newspaper,
    }
    return article_of_fields(fields, place, limit=choices.longest)


def _plain(letters: str | None) -> str:
    return text_of_html(letters) if letters and _is_marked_up(letters) else letters or ""


def _is_marked_up(letters: str) -> bool:
    return "<" in letters or "&" in letters


def _day(printed: str | None) -> str | None:
    """The day as the newspaper's own clock has it, not as it is in Greenwich."""
    parts = email.utils.parsedate(printed) if printed else None
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}" if parts else printed
