"""Find the article in an HTML page, and the text in a piece of HTML.

In:  a page, as bytes; or the HTML that a feed's entry holds.
Out: an Article with title, date, author and newspaper as far as the page states them; text in paragraphs.
"""

from __future__ import annotations

import re
from typing import Any

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.ids import digest
from vakanuvis.record.incoming import Incoming
from vakanuvis.text.decoding import decode
from vakanuvis.text.fields import check_text, published_on
from vakanuvis.text.opened import Choices

PAGE = "text/html"

_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S*[.!?…][\"'”’»)]*\s*$")  # a page without one holds a menu, not an article
_TAG = re.compile(r"<[A-Za-z]")
_MOST_TAGS = 40_000
"""Tags that open in a page that is still read. The time grows with their square: 20,000 take 1 s, 100,000 take 45 s."""
_BLOCK = re.compile(r"address|article|blockquote|br|d[dlt]|div|h[1-6]|hr|li|[ou]l|p|pre|section|t[dr]")
_SILENT = re.compile(r"figure|iframe|noscript|script|style")
_LAYOUT = re.compile(r"\s+")


def incoming_page(data: bytes, place: str, choices: Choices, *, url: str | None = None) -> Incoming:
    """The article of a page, with the page itself. ``url``: where it was fetched, if that is known."""
    try:
        return Incoming(place, _article(data, place, choices, url), original=data, media_type=PAGE)
    except ArticleError as error:
        return Incoming(place, error=error, original=data, media_type=PAGE)


def _article(data: bytes, place: str, choices: Choices, url: str | None) -> Article:
    page, notes = decode(data, place, choices.encoding)
    if page.count("<") > _MOST_TAGS and (tags := sum(1 for _ in _TAG.finditer(page))) > _MOST_TAGS:
        raise ArticleError.too_many_tags(place, tags, _MOST_TAGS)
    found = _extracted(page)
    text = (found.text or "") if found else ""
    if not found or not any(map(_SENTENCE.search, text.splitlines())):
        raise ArticleError.no_article_in_page(place)
    if found.title and not text.lstrip().startswith(found.title):
        text = f"{found.title}\n\n{text}"
    check_text(text, place, choices.longest)
    date, told = published_on(found.date, place) if found.date else (None, ())
    return Article(
        digest("article", text),
        text,
        place,
        url=url or found.url,
        title=found.title,
        published=date,
        notes=(*notes, *told),
        outlet=found.sitename,
        author=found.author,
    )


def _extracted(page: str) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415  # costs 0.3 s, and most articles are no pages

    # Only dates that the page states; a date found somewhere in the running text would be a guess.
    return bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def text_of_html(piece: str) -> str:
    """The text of a piece of HTML, its paragraphs parted by empty lines; '' where there is none."""
    from lxml import etree, html  # noqa: PLC0415  # as heavy as the above

    try:
        root = html.fragment_fromstring(piece, create_parent="div")
    except (etree.LxmlError, ValueError):  # nothing but a comment; letters that no page can have
        return ""
    paragraphs: list[list[str]] = [[]]
    silent = 0
    for step, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        begins = step == "start"
        name = element.tag if isinstance(element.tag, str) else ""  # a comment, which has but a tail
        if _BLOCK.fullmatch(name):
            paragraphs.append([])
        if _SILENT.fullmatch(name):
            silent += 1 if begins else -1
        if not silent:
            paragraphs[-1].append((element.text if begins else element.tail) or "")
    lines = (_LAYOUT.sub(" ", "".join(pieces)).strip() for pieces in paragraphs)
    return "\n\n".join(line for line in lines if line)
