"""Searching: what an address asks for, and what the catalogue finds.

In:  a visit to ``/ara``.
Out: the numbers found, in the order that is asked for, and for each facet how many of them have what.

Within an outlet or a month any of the chosen values will do (an article has one); of states, events and kinds of
statements all must be there. The counts of a facet of the first sort are those that choosing another value would give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Literal

import numpy as np
from starlette.exceptions import HTTPException

from vakanuvis.errors import RecordError
from vakanuvis.record.days import days_of
from vakanuvis.store.questions import search_words
from vakanuvis.web.catalogue import NONE, Mask, Numbers, Shelf
from vakanuvis.web.visits import Visit

Scope = Literal["articles", "statements"]
Order = Literal["newest", "oldest", "relevant"]
ORDERS: Mapping[str | None, Order] = {"eski": "oldest", "ilgi": "relevant"}
"""By the value of ``sira``; without one of these the newest come first."""
MOST_WITH_WORDS = 50_000
"""Rows that hold the words of a search; there may be more of a common word, and only the last taken in are sorted."""
MOST_RANKED = 5_000
"""Rows that are sorted by relevance, the last taken in of those with the words; the others follow by their days.
Of a word that nearly all of 100 000 articles hold, 5 000 take 30 ms and 50 000 take 120 (2026-11)."""
LONGEST_WORDS = 300
MOST_CHOSEN = 20
PAGE, MOST_ON_PAGE = 25, 500


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet as an address names it. ``either``: one of the chosen values is enough."""

    parameter: str
    facet: str
    scopes: tuple[Scope, ...] = ("articles", "statements")
    either: bool = False


CHOICES = (
    Choice("ay", "month", either=True),
    Choice("gazete", "outlet", either=True),
    Choice("devlet", "state"),
    Choice("tur", "kind"),
    Choice("olay", "event", ("articles",)),
    Choice("celiski", "contradiction", ("articles",)),
)


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for. ``chosen`` holds the values by parameter; ``first`` and ``last`` are ISO days."""

    scope: Scope
    words: str | None
    chosen: Mapping[str, tuple[str, ...]]
    party: str | None
    first: str | None
    last: str | None
    order: Order
    page: int
    size: int

    @classmethod
    def of(cls, visit: Visit) -> Search:
        """What the address asks for. Refuses what no page of the room links to."""
        first, last = (visit.asked(name) for name in ("ilk", "son"))
        words = visit.asked("q")
        scope: Scope = "statements" if visit.asked("ne") == "soz" else "articles"
        chosen = {one.parameter: visit.asked_many(one.parameter) for one in CHOICES if scope in one.scopes}
        if (words and len(words) > LONGEST_WORDS) or any(len(values) > MOST_CHOSEN for values in chosen.values()):
            raise HTTPException(400)
        size = visit.asked_number("adet", PAGE)
        if not 1 <= size <= MOST_ON_PAGE:
            raise HTTPException(400)
        return cls(
            scope,
            words,
            {name: values for name, values in chosen.items() if values},
            visit.asked("taraf"),
            _day(first, 0),
            _day(last, 1),
            ORDERS.get(visit.asked("sira"), "newest"),
            max(visit.asked_number("sayfa", 1), 1),
            size,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. ``counts`` are by parameter, then by value; ``cut`` tells that the words have more bearers.

    ``ranked``: how many of the last taken in were sorted by relevance, where those are not all.
    """

    numbers: Numbers
    counts: Mapping[str, Mapping[str, int]]
    total: int
    cut: bool
    ranked: int | None = None


def find(visit: Visit, search: Search) -> Found:
    """The numbers of the page that is asked for, how many there are in all, and the counts of each facet."""
    shelves = visit.room.catalogue.read()
    shelf = shelves.articles if search.scope == "articles" else shelves.statements
    drawn, cut = _drawn(visit, search, shelf)
    choices = [one for one in CHOICES if search.scope in one.scopes]
    masks = {one: _mask(shelf, one, search.chosen[one.parameter]) for one in choices if one.parameter in search.chosen}
    all_of = reduce(np.logical_and, masks.values(), drawn)
    counts = {}
    for one in choices:
        # Choosing another value of the same kind widens the search: its own filter does not count.
        others = (mask for other, mask in masks.items() if other is not one)
        among = reduce(np.logical_and, others, drawn) if one.either and one in masks else all_of
        counts[one.parameter] = shelf.counts(one.facet, among)
    ranked = _ranked(visit, search, shelf) if search.words and search.order == "relevant" else None
    ordered = _in_order(shelf, all_of, search, ranked)
    start = (search.page - 1) * search.size
    few = None if ranked is None or len(ranked) < MOST_RANKED else len(ranked)
    return Found(ordered[start : start + search.size], counts, len(ordered), cut, few)


def _in_order(shelf: Shelf, mask: Mask, search: Search, ranked: Numbers | None) -> Numbers:
    if ranked is None:
        return shelf.in_order(mask, oldest=search.order == "oldest")
    first = ranked[ranked < shelf.size]
    first = first[mask[first]]
    return np.concatenate((first, shelf.in_order(mask & ~shelf.only(first))))


def _ranked(visit: Visit, search: Search, shelf: Shelf) -> Numbers:
    """The last MOST_RANKED rows with the words, the most relevant first."""
    found = _with_words(visit, search, shelf)
    if not len(found):
        return NONE
    words = search_words(search.words or "")
    # A row that came since makes another order: the newest row is in the key.
    kept, key = visit.room.catalogue.kept, (search.scope, "ranked", words, int(found[0]))
    ranked = kept.get(key)
    if ranked is None:
        oldest = int(found[:MOST_RANKED][-1])
        ranked = visit.numbers(f"search.{search.scope}_ranked", words=words, oldest=oldest)[:MOST_RANKED]
        kept.keep(key, ranked)
    return ranked


def _drawn(visit: Visit, search: Search, shelf: Shelf) -> tuple[Mask, bool]:
    """The rows with the words, of the party and within the days."""
    mask, cut = shelf.there, False
    if search.words:
        found = _with_words(visit, search, shelf)
        mask, cut = mask & shelf.only(found), len(found) == MOST_WITH_WORDS
    if search.party:
        mask = mask & shelf.only(_of_party(visit, search.scope, search.party))
    if search.first:
        mask = mask & (shelf.days >= int(search.first.replace("-", "")))
    if search.last:
        mask = mask & (shelf.days > 0) & (shelf.days <= int(search.last.replace("-", "")))
    return mask, cut


def _with_words(visit: Visit, search: Search, shelf: Shelf) -> Numbers:
    try:
        words = search_words(search.words or "")
    except RecordError:  # Marks only: no word to look for.
        return NONE
    # Pages and facets of one search ask for the same words; what the catalogue has not seen is shown by none.
    newest = min((visit.ask_one(f"catalogue.newest_{search.scope}") or {})["n"], shelf.size - 1)
    question, most = f"search.{search.scope}_with", MOST_WITH_WORDS
    return visit.room.catalogue.kept.grown(
        (search.scope, words),
        newest,
        lambda after: visit.numbers(question, words=words, after=after, limit=most),
        most=most,
    )


def _of_party(visit: Visit, scope: Scope, party: str) -> Numbers:
    """Where a party was found when conclusions were last drawn."""
    kept, key = visit.room.catalogue.kept, (scope, "of", party, visit.conclusions())
    found = kept.get(key)
    if found is None:
        found = visit.numbers(f"search.{scope}_of", party=party)
        kept.keep(key, found)
    return found


def _mask(shelf: Shelf, choice: Choice, values: tuple[str, ...]) -> Mask:
    facet = shelf.facet(choice.facet)
    if choice.facet == "month":  # A year stands for its months.
        bearers = [facet.bearers(month, shelf.size) for month in facet.values if month.startswith(values)]
    else:
        bearers = [facet.bearers(value, shelf.size) for value in values]
    if choice.either:
        return reduce(np.logical_or, bearers, np.zeros(shelf.size, dtype=np.bool_))
    return reduce(np.logical_and, bearers, shelf.there)


def _day(asked: str | None, side: int) -> str | None:
    if asked is None:
        return None
    day = days_of(asked)[side]
    if day is None:
        raise HTTPException(400)
    return day
