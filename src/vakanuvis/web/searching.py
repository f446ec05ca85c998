"""The search page, its feed, and its rows.

In:  a visit to ``/ara``.
Out: articles or statements with facets, chips and the search in one sentence; as JSON, CSV, JSON lines and Atom.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from vakanuvis.web.answers import sent
from vakanuvis.web.asked import Asked
from vakanuvis.web.headlines import headline
from vakanuvis.web.navigation import entity_path
from vakanuvis.web.pages import Answer
from vakanuvis.web.previews import preview
from vakanuvis.web.rendering import rendered
from vakanuvis.web.search import Found, Search, find
from vakanuvis.web.snippets import snippet
from vakanuvis.web.visits import Row, Visit

LONGEST_BEGINNING = 60_000
"""Letters of an article in which the searched words are looked for, to show them."""
WITHOUT_WORDS = 400
ORDER_NAMES = (
    (None, "en yenisi önce", "newest"),
    ("eski", "en eskisi önce", "oldest"),
    ("ilgi", "en ilgilisi önce", "relevant"),
)
"""The value of ``sira``, what it is called, and the order."""
ATOM = "application/atom+xml; charset=utf-8"


def search(visit: Visit) -> Answer:
    """What the address asks for, a page of it."""
    wanted = Search.of(visit)
    party = visit.ask_one("search.party", party=wanted.party) if wanted.party else None
    asked = Asked(visit, wanted, party["name"] if party else None)
    found = find(visit, wanted)
    rows = _rows(visit, wanted, found)
    sentence = asked.sentence(found)
    if visit.form:
        plain = [_plain(visit, wanted, row) for row in rows]
        whole = {
            "query": sentence,
            "total": found.total,
            "cut": found.cut,
            "page": wanted.page,
            "pages": _pages(wanted, found),
            "facets": found.counts,
            "results": plain,
        }
        return Answer("search.html", rows=plain, whole=whole)
    return Answer(
        "search.html",
        {
            "search": wanted,
            "found": found,
            "sentence": sentence,
            "chips": asked.chips(),
            "facets": asked.facets(found),
            "results": [_shown(wanted, row) for row in rows],
            "pages": _pages(wanted, found),
            "preview": preview(visit, wanted),
            "orders": ORDER_NAMES,
        },
    )


def feed(visit: Visit) -> Response:
    """The newest rows of a search as an Atom feed. Articles of an unknown day have no place in it."""
    wanted = replace(Search.of(visit), order="newest")
    found = find(visit, wanted)
    rows = [row for row in _rows(visit, wanted, found) if row["day"]]
    values = {
        "sentence": Asked(visit, wanted).sentence(found),
        "results": [_shown(wanted, row) for row in rows],
        "query": visit.request.url.query,
    }
    return sent(visit.request, rendered(visit, "feed.xml", values), ATOM)


def _rows(visit: Visit, wanted: Search, found: Found) -> list[Row]:
    longest = LONGEST_BEGINNING if wanted.words and not visit.form else WITHOUT_WORDS
    numbers = json.dumps(found.numbers.tolist())
    return visit.ask(f"search.{wanted.scope}", numbers=numbers, longest=longest)


def _shown(wanted: Search, row: Row) -> dict[str, Any]:
    """A row as the page shows it."""
    name = headline(row["title"], row["beginning"])
    if wanted.scope == "articles":
        text = row["beginning"]
        return {**row, "headline": name, "path": f"/makale/{row['id']}", "snippet": snippet(text, wanted.words)}
    speaker = row["speaker_entity"]
    return {
        **row,
        "headline": name,
        "path": f"/makale/{row['article_id']}#{row['id']}",
        "snippet": snippet(row["content"], wanted.words, 500),
        "speaker_path": entity_path(row["speaker_kind"], speaker) if speaker else None,
    }


def _plain(visit: Visit, wanted: Search, row: Row) -> Row:
    """A row as other programs read it."""
    article = row["id"] if wanted.scope == "articles" else row["article_id"]
    name = headline(row["title"], row["beginning"])
    left_out = ("n", "beginning", "day", "speaker_kind")
    kept = {key: value for key, value in row.items() if key not in left_out}
    return {**kept, "title": name, "address": visit.whole(f"/makale/{article}")}


def _pages(wanted: Search, found: Found) -> int:
    return max(-(-found.total // wanted.size), 1)
