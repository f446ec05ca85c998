"""The page of a story: its articles, whose words they are, and how they differ.

In:  a visit to ``/haber-kumesi/{id}``; ``?karsi=`` names the article that is compared with the fullest one.
Out: the page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from starlette.exceptions import HTTPException

from vakanuvis.text.letters import folded
from vakanuvis.web.lists import answered
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Row, Visit

MOST = 60
"""Articles of one story that the page lists, and records of each kind."""
LONGEST = 1_200
"""Words of each article that are compared: comparing takes time with their product."""
MOST_ALIKE = 20_000
"""Pairs of equal words up to which every word counts. Two reports of 1,200 words have some thousand; texts that say
one word over and over have a million, and took half a minute: there frequent words count for nothing."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand one after the other: in both articles, or in this one only."""

    text: str
    own: bool


def story(visit: Visit) -> Answer:
    """A story. Refuses an id that the book does not hold, and an article that does not tell it."""
    identity = visit.part("id")
    head = visit.ask_one("story.head", id=identity)
    if head is None:
        raise HTTPException(404)
    articles = visit.ask("story.articles", id=identity, limit=MOST)
    other = visit.asked("karsi") or next((one["id"] for one in articles if one["id"] != head["fullest"]), None)
    texts = [visit.ask_one("story.text", id=identity, article=one) for one in (head["fullest"], other) if one]
    if any(text is None for text in texts):
        raise HTTPException(404)
    lists = {
        "articles": articles,
        "relations": visit.ask("story.relations", id=identity, limit=MOST),
        "events": visit.ask("story.events", id=identity, limit=4 * MOST),
        "statements": visit.ask("story.statements", id=identity, limit=4 * MOST),
        "contradictions": visit.ask("story.contradictions", id=identity, limit=MOST),
    }
    compared = compare(*(text for text in texts if text)) if len(texts) == 2 else None
    values = {
        "head": head,
        "articles": articles,
        "compared": compared,
        "other": other,
        "by_id": {one["id"]: one for one in articles},
        "contradictions": lists["contradictions"],
        "events": _tied(lists["events"]),
        "statements": _tied(lists["statements"]),
    }
    return answered(visit, "story.html", values, lists)


def _tied(rows: Sequence[Row]) -> list[tuple[Row, dict[str, Row]]]:
    """Records that are told by several articles, each with its telling by article; the most told first."""
    told: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        if row["same_as"]:
            told[row["same_as"]].setdefault(row["article_id"], row)
    several = [found for found in told.items() if len(found[1]) > 1]
    several.sort(key=lambda one: -len(one[1]))
    return [(next((r for r in by.values() if r["id"] == whole), next(iter(by.values()))), by) for whole, by in several]


def compare(one: Row, other: Row) -> tuple[list[Run], list[Run]]:
    """The words of two articles in runs."""
    words = [_words(one), _words(other)]
    first, second = ([_bare(word[0]) for word in found] for found in words)
    matcher = SequenceMatcher(None, first, second, autojunk=_alike(first, second) > MOST_ALIKE)
    blocks = matcher.get_opcodes()
    return (
        list(_runs(one["text"], words[0], [(how != "equal", begin, end) for how, begin, end, _, _ in blocks])),
        list(_runs(other["text"], words[1], [(how != "equal", begin, end) for how, _, _, begin, end in blocks])),
    )


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """In how many ways a word of one can be paired with an equal one of the other."""
    there = Counter(second)
    return sum(there[word] for word in first)


def _words(article: Row) -> list[re.Match[str]]:
    found = list(_WORD.finditer(article["text"], article["body"]))
    return found[:LONGEST]


def _bare(word: str) -> str:
    """Case and the marks around a word are no difference of wording."""
    return folded(word).strip("“”\"'’‘«».,;:!?()") or word


def _runs(text: str, words: Sequence[re.Match[str]], blocks: Sequence[tuple[bool, int, int]]) -> Iterator[Run]:
    for own, begin, end in blocks:
        if begin < end:
            yield Run(text[words[begin].start() : words[end - 1].end()], own)
