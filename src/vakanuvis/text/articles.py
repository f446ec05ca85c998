"""Read articles from files, pages, JSON lines or standard input.

In:  a path (``.txt``, ``.html``, ``.jsonl``) or ``-``.
Out: one Article, or one ArticleError, for each article found: a bad one never stops the others.

``article.text`` is the text exactly as it came in; of a page it is the text extracted from it.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.ids import digest
from vakanuvis.settings import Settings

KINDS = {".txt": "text", ".html": "page", ".htm": "page", ".jsonl": "lines", ".ndjson": "lines"}
_DATE = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
_HEADER = re.compile(rf"\s*date[ \t]+(?P<date>{_DATE})(?=\s|$)[ \t]*", re.ASCII)
_PUBLISHED = re.compile(rf"{_DATE}(?:[T ].*)?", re.ASCII)
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S*[.!?…][\"'”’»)]*\s*$")  # a page without one holds a menu, not an article
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BYTES_A_LETTER = 4

Found = Article | ArticleError


def read_articles(path: str, *, encoding: str | None = None, settings: Settings | None = None) -> Iterator[Found]:
    """Read all articles of ``path``. What cannot be read comes as an ArticleError in its place."""
    limit = (settings or Settings()).longest_article
    try:
        yield from _read(path, encoding, limit)
    except ArticleError as error:
        yield error


def _read(path: str, encoding: str | None, limit: int) -> Iterator[Found]:
    if path == "-":
        if sys.stdin is None:
            raise ArticleError.unreadable("<stdin>", "standard input is closed")
        data = sys.stdin.buffer.read()
        yield from _by_kind(_sniffed(data), data, "<stdin>", encoding, limit)
        return
    file = Path(path)
    try:
        there = file.exists()
    except OSError as error:
        raise ArticleError.unreadable(path, error.strerror or str(error)) from None
    if not there:
        raise ArticleError.not_found(path)
    kind = KINDS.get(file.suffix.translate(str.maketrans("HTMLJSONDX", "htmljsondx")))
    if file.is_dir():
        raise ArticleError.unreadable(path, "it is a folder")
    if kind is None:
        raise ArticleError.unknown_kind(path)
    try:
        if kind == "lines":
            with file.open("rb") as lines:
                yield from _lines(lines, file.name, encoding, limit)
            return
        if file.stat().st_size > limit * _BYTES_A_LETTER:
            raise ArticleError.too_long(path, file.stat().st_size, limit)
        data = file.read_bytes()
    except OSError as error:
        raise ArticleError.unreadable(path, error.strerror or str(error)) from None
    yield from _by_kind(kind, data, file.name, encoding, limit)


def _sniffed(data: bytes) -> str:
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return "lines"
    if re.match(rb"<(?:!doctype\s+html|html|head|body|article|div|p)\b", head, re.IGNORECASE):
        return "page"
    return "text"


def _by_kind(kind: str, data: bytes, name: str, encoding: str | None, limit: int) -> Iterator[Found]:
    if kind == "lines":
        yield from _lines(data.splitlines(), name, encoding, limit)
        return
    text, notes = decode(data, name, encoding)
    yield _from_page(text, name, notes, limit) if kind == "page" else article_of(text, name, notes=notes, limit=limit)


def decode(data: bytes, place: str, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode bytes; the notes say what had to be guessed. Raises ArticleError.

    UTF-8 with or without a mark, UTF-16 with one; else Windows-1254, or ISO-8859-9 where no byte lies in 0x80–0x9F, the
    only range in which the two differ.
    """
    if encoding:
        try:
            return data.decode(encoding), ()
        except LookupError:
            raise ArticleError.unreadable(place, f"unknown encoding {encoding!r}") from None
        except UnicodeDecodeError as error:
            raise ArticleError.unreadable(place, f"byte {error.start} is not {encoding}") from None
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data.decode(name, errors="replace"), ()
    if b"\0" in data:
        raise ArticleError.not_text(place)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = data.decode("utf-8", errors="replace")
        # Text that is nearly all well-formed UTF-8 with Turkish letters is damaged UTF-8, not another encoding.
        if any(ord(c) > 127 and c != "\ufffd" for c in broken) and broken.count("\ufffd") * 20 < len(broken.encode()):
            letters = sum(c in "çğıöşüÇĞİÖŞÜâîû’“”" for c in broken)
            if letters > broken.count("\ufffd"):
                return broken, (f"damaged UTF-8: unreadable bytes from byte {error.start} on became �",)
    high = any(0x80 <= byte < 0xA0 for byte in data)
    guess = "cp1254" if high else "iso8859-9"
    name = "Windows-1254" if high else "ISO-8859-9"
    return data.decode(guess, errors="replace"), (
        f"encoding guessed: {name} (not UTF-8); name another with --encoding",
    )


def article_of(
    text: str, source: str | None = None, *, notes: Iterable[str] = (), limit: int = Settings().longest_article
) -> Article:
    """An article from plain text, which may begin with the header ``date 2024-11``. Raises ArticleError."""
    place = source or "<text>"
    header = _HEADER.match(text)
    published, told = _date(header.group("date"), place) if header else (None, ())
    body = header.end() if header and published else 0
    _check(text[body:], place, limit)
    return Article(digest("article", text), text, source, published=published, body=body, notes=(*notes, *told))


def _check(text: str, place: str, limit: int) -> None:
    if len(text) > limit:
        raise ArticleError.too_long(place, len(text), limit)
    if not any(letter.isalnum() for letter in text):
        raise ArticleError.empty(place)


def _date(value: str, place: str) -> tuple[str | None, tuple[str, ...]]:
    """EDTF of a date, or None with a note that names it: a wrong date is left out, the text is still read."""
    found = _PUBLISHED.fullmatch(value.strip())
    if found:
        parts = [part for part in found.groups() if part]
        with suppress(ValueError):
            day = datetime.date(*(int(part) for part in (*parts, "1", "1")[:3]))
            return day.isoformat()[: (4, 7, 10)[len(parts) - 1]], ()
    return None, (str(ArticleError.wrong_date(place, value)),)


def _lines(lines: Iterable[bytes], name: str, encoding: str | None, limit: int) -> Iterator[Found]:
    nothing = True
    for number, line in enumerate(lines, 1):
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        nothing = False
        place = f"{name}:{number}"
        try:
            if len(line) > limit * _BYTES_A_LETTER:
                raise ArticleError.too_long(place, len(line), limit)
            text, notes = decode(line, place, encoding)
            yield _from_json(text, place, notes, limit)
        except ArticleError as error:
            yield error
    if nothing:
        yield ArticleError.empty(name)


def _from_json(line: str, place: str, notes: tuple[str, ...], limit: int) -> Article:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError.broken_json(place, str(error) or "nested too deeply") from None
    if not isinstance(record, dict):
        raise ArticleError.broken_json(place, f"a {type(record).__name__}")
    if "text" not in record:
        raise ArticleError.broken_json(place, "no `text` field")
    text = _string(record, "text", place) or ""
    title = _string(record, "title", place)
    given = record.get("id")
    if given is not None and (isinstance(given, bool) or not isinstance(given, str | int)):
        raise ArticleError.wrong_field(place, "id", "a string")
    published = _string(record, "published", place)
    date, told = _date(published, place) if published else (None, ())
    body = 0
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    elif not published and (header := _HEADER.match(text)):
        date, told = _date(header.group("date"), place)
        body = header.end() if date else 0
    _check(text[body:], place, limit)
    return Article(
        id=str(given) if given is not None else digest("article", text),
        text=text,
        source=_string(record, "source", place) or place,
        url=_string(record, "url", place),
        title=title,
        published=date,
        body=body,
        notes=(*notes, *told),
    )


def _string(record: dict[str, Any], name: str, place: str) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value
    raise ArticleError.wrong_field(place, name, "a string")


def _from_page(page: str, name: str, notes: tuple[str, ...], limit: int) -> Article:
    from trafilatura import bare_extraction  # noqa: PLC0415  # costs 0.3 s, and most articles are no pages

    # Only dates that the page states; a date found somewhere in the running text would be a guess.
    found: Any = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (found.text or "") if found else ""
    if not found or not any(map(_SENTENCE.search, text.splitlines())):
        raise ArticleError.no_article_in_page(name)
    if found.title and not text.lstrip().startswith(found.title):
        text = f"{found.title}\n\n{text}"
    _check(text, name, limit)
    date, told = _date(found.date, name) if found.date else (None, ())
    return Article(
        digest("article", text), text, name, url=found.url, title=found.title, published=date, notes=(*notes, *told)
    )
