"""``vakanuvis explain``: why each record is as it is, down to the lexicon line that a person would correct."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vakanuvis.cli.outcome import NOTHING_READ, quiet_pipe, refuse, tell, utf8
from vakanuvis.cli.reading import Tally, found_articles, open_reader, readings_of
from vakanuvis.errors import ArticleError, LexiconError

if TYPE_CHECKING:
    from vakanuvis.cli.reading import Reads
    from vakanuvis.record.doc import Article, Doc
    from vakanuvis.record.event import Rival

LONGEST_NAME = 255
"""What is longer than this, or has a blank and no file to its name, is a text and no path."""


def explain(
    what: Annotated[str, typer.Argument(metavar="PATH|TEXT", help="A file, `-`, or a sentence in quotation marks.")],
    record: Annotated[
        str | None, typer.Option("--record", "-r", help="Only this record: its id, or how that begins.")
    ] = None,
) -> None:
    """Show the reasons of each record: the rules in plain words and the lexicon lines, Turkish first."""
    from vakanuvis.cli.paper import Paper  # noqa: PLC0415
    from vakanuvis.export.reasons import trees_of  # noqa: PLC0415
    from vakanuvis.lexicon.files import lexicon_folder  # noqa: PLC0415
    from vakanuvis.lexicon.places import lexicon_places  # noqa: PLC0415
    from vakanuvis.lexicon.rules import rules  # noqa: PLC0415

    try:
        places, plain = lexicon_places(lexicon_folder()), rules()
    except LexiconError as error:
        refuse(error)
    tally, drawn, reader = Tally(), 0, _Remembering(open_reader())
    with quiet_pipe():
        paper = Paper(utf8(sys.stdout))
        for reading in readings_of(_articles(what), reader, tally):
            for tree in trees_of(reading, places, plain, record=record, rivals=reader.rivals):
                paper.print(tree)
                drawn += 1
    if tally.read and not drawn:
        tell(_nothing_drawn(record))
        raise typer.Exit(NOTHING_READ if record else tally.exit_code)
    raise typer.Exit(tally.exit_code)


class _Remembering:
    """A reader that keeps what lost against the events of the article read last."""

    def __init__(self, reader: Reads) -> None:
        self._reader = reader
        self.rivals: dict[str, tuple[Rival, ...]] = {}

    def read(self, article: Article) -> Doc:
        """The article, read."""
        doc = self._reader.read(article)
        self.rivals = {event.id: event.rivals for event in doc.events or ()}
        return doc


def _articles(what: str) -> Iterator[Article | ArticleError]:
    if _is_path(what):
        yield from found_articles([what])
        return
    from vakanuvis.text.articles import article_of  # noqa: PLC0415

    try:
        yield article_of(what)
    except ArticleError as error:
        yield error


def _is_path(what: str) -> bool:
    if what == "-":
        return True
    if len(what.encode()) > LONGEST_NAME or "\n" in what or "\0" in what:
        return False
    return Path(what).exists() or not any(letter.isspace() for letter in what)


def _nothing_drawn(record: str | None) -> str:
    if record:
        return f"{record}: böyle bir kayıt yok. (There is no such record; `vakanuvis read` shows the ids.)"
    return "Bu metinden kayıt çıkmadı. (Nothing was read from this text.)"
