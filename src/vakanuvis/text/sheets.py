"""Articles as the rows of a ``.csv`` or ``.tsv`` file.

In:  an open file whose first row names the columns; which of them are which, where they have names of their own.
Out: an Incoming for each row, numbered as a spreadsheet does: the names are row 1.

The separator is the one that yields the columns asked for, of those that programs write: comma, semicolon, tab, bar.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial

from vakanuvis.errors import ArticleError
from vakanuvis.record.doc import Article
from vakanuvis.record.incoming import Incoming
from vakanuvis.text.decoding import as_utf8, bounded_lines, decode
from vakanuvis.text.fields import article_of_fields
from vakanuvis.text.opened import Choices, Opened, fields_at, incoming

_SEPARATORS = (",", ";", "\t", "|")


def read_sheet(opened: Opened) -> Iterator[Incoming]:
    """One article per row. Raises ArticleError where the columns are not there or a quotation mark never closes."""
    # The module's limit of a field, one for the whole process, is shorter than an article may be; `_Lines` has its own.
    csv.field_size_limit(max(csv.field_size_limit(), opened.choices.largest))
    lines = _Lines(opened)
    header = next(lines, "")
    if not header.strip():
        raise ArticleError.empty(opened.place)
    names = {separator: _names(header, separator, opened.place) for separator in _SEPARATORS}
    fitting = (separator for separator, found in names.items() if opened.choices.column("text") in found)
    separator = next(fitting, max(names, key=lambda separator: len(names[separator])))
    columns = fields_at(names[separator], opened.place, opened.choices)
    rows = csv.reader(lines, delimiter=separator, strict=True)
    width, nothing = len(names[separator]), True
    for number, row in enumerate(_rows(rows, lines, opened.place), 2):
        place = f"{opened.place}:{number}"
        if isinstance(row, ArticleError):
            yield Incoming(place, error=row)
        elif row:
            yield incoming(place, partial(_article, row, width, columns, lines.notes, (place, opened.choices)))
        nothing = nothing and not row
    if nothing:
        raise ArticleError.empty(opened.place)


def _names(line: str, separator: str, place: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error as error:  # a line end of old Macs: the whole file is one line
        raise ArticleError.broken_row(f"{place}:1", str(error).partition(" - ")[0]) from None


def _rows(rows: Iterator[list[str]], lines: _Lines, place: str) -> Iterator[list[str] | ArticleError]:
    number = 1
    while True:
        number += 1
        lines.begin_row(f"{place}:{number}")
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield ArticleError.broken_row(f"{place}:{number}", str(error))
        except ArticleError as error:
            yield error


def _article(row: list[str], width: int, columns: dict[str, int], notes: list[str], at: tuple[str, Choices]) -> Article:
    place, choices = at
    if len(row) != width:
        raise ArticleError.broken_row(place, f"{len(row)} columns where the first row has {width}")
    fields = {name: row[index] or None for name, index in columns.items()}
    return article_of_fields(fields, place, notes=dict.fromkeys(notes), limit=choices.longest)


class _Lines:
    """The lines of a sheet, decoded; a row of many lines may have no more letters than an article.

    An iterator of its own, because it goes on after it has raised, which a generator does not.
    """

    def __init__(self, opened: Opened) -> None:
        choices = opened.choices
        stream = as_utf8(opened.stream, opened.place, choices.encoding)
        self._lines = bounded_lines(stream, choices.largest)
        self._encoding = choices.encoding if stream is opened.stream else None
        self._longest, self._largest, self._room = choices.longest, choices.largest, choices.largest
        self._place = f"{opened.place}:1"
        self.notes: list[str] = []

    def begin_row(self, place: str) -> None:
        """What comes now belongs to another row."""
        self._place, self._room = place, self._largest
        self.notes = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line, length = next(self._lines)
        self._room -= length
        if line is None:
            raise ArticleError.too_long(self._place, length, self._longest)
        if self._room < 0:
            raise ArticleError.broken_row(
                self._place, "a quotation mark is not closed before it is longer than an article"
            )
        text, notes = decode(line, self._place, self._encoding)
        self.notes += notes
        return text
