"""Make an article of a text, or of the named fields of a JSON object, a table's row or a feed's entry.

In:  text, or fields (``text`` and, if known, ``id``, ``title``, ``published``, ``url``, ``source``, ``author``).
Out: an Article, or an ArticleError raised.

``article.text`` is the text exactly as it came in; a title that the text does not begin with stands above it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.ids import digest
from vakanuvis.settings import Settings

_DATE = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
_HEADER = re.compile(rf"\s*date[ \t]+(?P<date>{_DATE})(?=\s|$)[ \t]*", re.ASCII)
_PUBLISHED = re.compile(rf"{_DATE}(?:[T ].*)?", re.ASCII)


def article_of(
    text: str, source: str | None = None, *, notes: Iterable[str] = (), limit: int = Settings().longest_article
) -> Article:
    """An article from plain text, which may begin with the header ``date 2024-11``. Raises ArticleError."""
    place = source or "<text>"
    header = _HEADER.match(text)
    published, told = published_on(header.group("date"), place) if header else (None, ())
    body = header.end() if header and published else 0
    check_text(text[body:], place, limit)
    return Article(digest("article", text), text, source, published=published, body=body, notes=(*notes, *told))


def article_of_fields(
    fields: Mapping[str, Any], place: str, *, notes: Iterable[str] = (), limit: int = Settings().longest_article
) -> Article:
    """An article from named fields; those that are None or not there are not known. Raises ArticleError."""
    text = _string(fields, "text", place) or ""
    title = _string(fields, "title", place)
    given = fields.get("id")
    if given is not None and (isinstance(given, bool) or not isinstance(given, str | int)):
        raise ArticleError.wrong_field(place, "id", "a string")
    published = _string(fields, "published", place)
    date, told = published_on(published, place) if published else (None, ())
    body = 0
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    elif not published and (header := _HEADER.match(text)):
        date, told = published_on(header.group("date"), place)
        body = header.end() if date else 0
    check_text(text[body:], place, limit)
    outlet = _string(fields, "source", place)
    given_id = None if given is None else str(given)
    return Article(
        id=given_id or digest("article", text),
        text=text,
        source=outlet or place,
        url=_string(fields, "url", place),
        title=title,
        published=date,
        body=body,
        notes=(*notes, *told),
        outlet=outlet,
        author=_author(fields.get("author")),
        given_id=given_id,
    )


def check_text(text: str, place: str, limit: int) -> None:
    """Raise ArticleError where a text is too long to be one article, or says nothing."""
    if len(text) > limit:
        raise ArticleError.too_long(place, len(text), limit)
    if not any(letter.isalnum() for letter in text):
        raise ArticleError.empty(place)


def published_on(value: str, place: str) -> tuple[str | None, tuple[str, ...]]:
    """EDTF of a date, or None with a note that names it: a wrong date is left out, the text is still read."""
    found = _PUBLISHED.fullmatch(value.strip())
    if found:
        parts = [part for part in found.groups() if part]
        with suppress(ValueError):
            day = datetime.date(*(int(part) for part in (*parts, "1", "1")[:3]))
            return day.isoformat()[: (4, 7, 10)[len(parts) - 1]], ()
    return None, (str(ArticleError.wrong_date(place, value)),)


def _string(fields: Mapping[str, Any], name: str, place: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise ArticleError.wrong_field(place, name, "a string")


def _author(given: object) -> str | None:
    """One author or several; what is neither was never promised to be read."""
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return ", ".join(given) or None
    return given if isinstance(given, str) else None
