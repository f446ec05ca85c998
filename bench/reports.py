"""Measure how well reports of one event, wordings of one saying and contradictions between articles are found.

In:  ``bench/gold/reports/*.yaml``: invented stories of two or three articles each, and what they share.
Out: precision and recall of ties and of each kind of contradiction, for either half.

The articles are read by the real reader and compared in a record book; which of them tell one story is taken from the
gold, so that the figures say nothing of `bench.duplicates`' work.

    python -m bench.reports            # the figures
    python -m bench.reports --wrong    # and what was missed or found wrongly
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.newspaper import ROOT
from vakanuvis.export.contract import reading_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.record.span import Span
from vakanuvis.scale.conclude import draw_registry
from vakanuvis.store.book import Intake, Record
from vakanuvis.store.stories import ClusterRow, write_clusters

GOLD = ROOT / "bench" / "gold" / "reports"
HALVES = ("dev", "held-out")
TIES = ("event", "saying")
KINDS = ("title", "number", "date", "place", "who", "wording")

Letters = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What should be found (a tie or a contradiction), with its letters in each article; None where it has none."""

    kind: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the place in each article, by the article's number."""

    kind: str
    spans: Mapping[int, tuple[Span, ...]]
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its articles, what they share, where they disagree, and what is no disagreement."""

    name: str
    articles: tuple[Article, ...]
    same: tuple[Expected, ...]
    against: tuple[Expected, ...]
    tempting: tuple[Expected, ...]


@dataclass(slots=True)
class Tally:
    """By kind: what was rightly found, found wrongly, missed; and which temptations were fallen for."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    tempted: int = 0
    temptations: int = 0
    misses: list[str] = field(default_factory=list)

    def precision(self, *kinds: str) -> float:
        """Of what was found of these kinds, how much is right; 1 where nothing was found."""
        right, wrong = (sum(counts[kind] for kind in kinds) for counts in (self.right, self.wrong))
        return right / (right + wrong) if right + wrong else 1.0

    def recall(self, *kinds: str) -> float:
        """Of what is there of these kinds, how much was found."""
        right, missed = (sum(counts[kind] for kind in kinds) for counts in (self.right, self.missed))
        return right / (right + missed) if right + missed else 1.0


def stories(half: str) -> tuple[Story, ...]:
    """The stories of one half."""
    return tuple(_story(entry) for entry in yaml.safe_load((GOLD / f"{half}.yaml").read_text("utf-8")))


def _story(entry: Mapping[str, Any]) -> Story:
    articles = tuple(
        Article(
            id=f"{entry['story']} {number}",
            text=f"{each['title']}\n\n{each['text'].strip()}",
            title=each["title"],
            published=str(each["published"]),
            outlet=each["outlet"],
        )
        for number, each in enumerate(entry["articles"])
    )
    same = tuple(Expected(kind, tuple(letters)) for tie in entry["same"] for kind, letters in tie.items())
    told = ([Expected(one["kind"], tuple(one["letters"])) for one in entry[name]] for name in ("against", "tempting"))
    return Story(entry["story"], articles, same, *map(tuple, told))


@cache
def _reader() -> Reader:
    return Reader()


def compared(story: Story) -> tuple[list[Found], list[Found]]:
    """The ties and the contradictions that the library finds in a story."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "kayit.db", write=True) as book:
        with book.writing():
            for article in story.articles:
                reading = reading_of(_reader().read(article))
                book.add(reading, _reader().mark, Intake(outlet=article.outlet))
            fullest, *others = sorted(story.articles, key=lambda article: -len(article.text))
            members = ((fullest.id, "fullest", 1.0), *((article.id, "rewrite", 1.0) for article in others))
            write_clusters(book.connection, [ClusterRow(members, len(members))])
        draw_registry(book)
        numbers = {article.id: number for number, article in enumerate(story.articles)}
        return list(_ties(book, numbers)), list(_contradictions(book, numbers))


def _ties(book: Record, numbers: Mapping[str, int]) -> Iterator[Found]:
    groups: dict[tuple[str, str], dict[int, tuple[Span, ...]]] = {}
    for kind, table, slot in (("event", "reports", "event"), ("saying", "sayings", "content")):
        column = "event_id" if kind == "event" else "statement_id"
        for row in book.connection.execute(
            f"SELECT fullest, article_id, start, end FROM {table} "
            f"JOIN spans ON record_id = {column} WHERE slot IN (?, 'mention')",
            (slot,),
        ):
            group = groups.setdefault((kind, row["fullest"]), {})
            number = numbers[row["article_id"]]
            group[number] = (*group.get(number, ()), Span(row["start"], row["end"]))
    yield from (Found(kind, spans, kind) for (kind, _), spans in groups.items())


def _contradictions(book: Record, numbers: Mapping[str, int]) -> Iterator[Found]:
    for told in book.connection.execute("SELECT id, kind, text FROM contradictions ORDER BY id").fetchall():
        spans: dict[int, tuple[Span, ...]] = {}
        for side in book.connection.execute(
            "SELECT article_id, start, end FROM contradiction_sides WHERE contradiction_id = ?", (told["id"],)
        ):
            number = numbers[side["article_id"]]
            spans[number] = (*spans.get(number, ()), Span(side["start"], side["end"]))
        yield Found(told["kind"], spans, told["text"])


def is_found(expected: Expected, found: Found, articles: tuple[Article, ...]) -> bool:
    """True where kind and letters are those of at least two articles, the ones that the gold parts among them."""
    if expected.kind != found.kind:
        return False
    told = {number: letters for number, letters in enumerate(expected.letters) if letters}
    met = {n for n, letters in told.items() if _stands(letters, articles[n].text, found.spans.get(n, ()))}
    return len({told[number] for number in met}) > 1 or (len(met) > 1 and len(set(told.values())) == 1)


def _stands(letters: str, text: str, spans: tuple[Span, ...]) -> bool:
    at = text.find(letters)
    assert at >= 0, f"{letters} does not stand in the article"
    while at >= 0:
        if any(span.overlaps(Span(at, at + len(letters))) for span in spans):
            return True
        at = text.find(letters, at + 1)
    return False


def measure(half: str) -> Tally:
    """Compare all stories of a half with the gold. Ties are only measured by recall: the gold does not list all."""
    tally = Tally()
    for story in stories(half):
        ties, contradictions = compared(story)
        for expected in story.same:
            _count(tally, story, expected, ties)
        for expected in story.against:
            _count(tally, story, expected, contradictions)
        for found in contradictions:
            if not any(is_found(expected, found, story.articles) for expected in story.against):
                tally.wrong[found.kind] += 1
                tally.misses.append(f"{story.name}: not against each other, {found.kind}: {found.text}")
        for tempting in story.tempting:
            tally.temptations += 1
            tally.tempted += any(
                is_found(tempting, found, story.articles)
                and not any(is_found(expected, found, story.articles) for expected in story.against)
                for found in contradictions
            )
    return tally


def _count(tally: Tally, story: Story, expected: Expected, found: list[Found]) -> None:
    if any(is_found(expected, one, story.articles) for one in found):
        tally.right[expected.kind] += 1
    else:
        tally.missed[expected.kind] += 1
        tally.misses.append(f"{story.name}: missed, {expected.kind}: {expected.letters}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="What do several articles share, and where do they disagree?")
    parser.add_argument("--wrong", choices=HALVES, help="name what was missed or found wrongly in this half")
    parser.add_argument("--half", choices=HALVES, help="measure this half only")
    asked = parser.parse_args()
    for half in (asked.half,) if asked.half else HALVES:
        tally = measure(half)
        print(f"{half}: contradictions precision {tally.precision(*KINDS):.3f}, recall {tally.recall(*KINDS):.3f}; "
              f"fell for {tally.tempted} of {tally.temptations} temptations")  # fmt: skip
        for kind in KINDS:
            print(f"{kind:>10}: {tally.right[kind]} right, {tally.wrong[kind]} wrong, {tally.missed[kind]} missed")
        for kind in TIES:
            print(f"{kind:>10}: {tally.right[kind]} of {tally.right[kind] + tally.missed[kind]} ties found")
        if asked.wrong == half:
            print("\n".join(tally.misses))


if __name__ == "__main__":
    main()
