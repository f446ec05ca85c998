"""The preview beside the results of a search: the letters around what was found, without leaving the list.

In:  a visit to ``/ara`` with ``onizle``, the id of an article or of a statement.
Out: its passages, each with the address of its place, and what was read of the article; None where none is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.exceptions import HTTPException

from vakanuvis.web.headlines import headline
from vakanuvis.web.search import Search
from vakanuvis.web.snippets import Passage, passage, passages
from vakanuvis.web.visits import Row, Visit

LONGEST = 60_000
"""Letters of the article in which the words are looked for."""
RECORDS = 4


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands beside the list. ``id`` is the result's, ``path`` leads to the article at the first passage."""

    id: str
    row: Row
    headline: str
    path: str
    passages: list[tuple[Passage, str]]
    records: list[Row]


def preview(visit: Visit, search: Search) -> Preview | None:
    """What the address asks to see beside the list. Refuses what the book does not hold."""
    asked = visit.asked("onizle")
    if asked is None:
        return None
    row = visit.ask_one(f"search.preview_of_{search.scope}", id=asked, longest=LONGEST)
    if row is None:
        raise HTTPException(404)
    text, article = row["beginning"], f"/makale/{row['article_id']}"
    if row["end"] is not None and row["end"] <= len(text):
        found = [(passage(text, row["start"], row["end"]), f"{article}#{asked}")]
    else:
        found = [(one, f"{article}{_place(one)}") for one in passages(text, search.words)]
    records = visit.ask("search.preview_records", article=row["article_id"], limit=RECORDS + 1)
    return Preview(
        asked,
        row,
        headline(row["title"], text),
        found[0][1],
        found,
        [one for one in records if one["id"] != asked][:RECORDS],
    )


def _place(found: Passage) -> str:
    """A fragment that browsers find in the text themselves; those that cannot begin at the article's top."""
    # A dash or a comma would be read as the fragment's own.
    return f"#:~:text={quote(found.quoted, safe='').replace('-', '%2D')}" if found.quoted else ""
