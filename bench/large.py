"""A record book of any size, and how long its questions take.

    python -m bench.large build BOOK.db --articles 100000
    python -m bench.large ask BOOK.db [--times 20]

The records are the newspaper's, their people, states and days exchanged: a few are in every tenth article, most in a
handful, as in news. Texts repeat, so that stories are not looked for; everything else is as an ingest would leave it.
"""

from __future__ import annotations

import argparse
import copy
import datetime
import json
import random
import statistics
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.variations import NEWSPAPER, OUTLETS
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.world import WorldLexicon
from vakanuvis.record.reading import ReaderMark, Reading
from vakanuvis.scale.conclude import draw_registry
from vakanuvis.store.book import Intake, Record
from vakanuvis.store.questions import questions

_MARK = ReaderMark("bench", "bench", "bench")
_FIRST = datetime.date(2015, 1, 1)
_DAYS = 3650
_PEOPLE = 20_000
_A_COMMIT = 500


def main() -> None:
    """Build a book, or ask one."""
    options = argparse.ArgumentParser(description=__doc__)
    verbs = options.add_subparsers(required=True)
    build = verbs.add_parser("build")
    build.add_argument("record", type=Path)
    build.add_argument("--articles", type=int, default=100_000)
    build.set_defaults(run=lambda asked: _build(asked.record, asked.articles))
    ask = verbs.add_parser("ask")
    ask.add_argument("record", type=Path)
    ask.add_argument("--times", type=int, default=20)
    ask.set_defaults(run=lambda asked: _ask(asked.record, asked.times))
    asked = options.parse_args()
    asked.run(asked)


def _build(path: Path, count: int) -> None:
    began = time.monotonic()
    with Record.open(path, write=True) as book:
        readings = _readings(count)
        for _ in range(0, count, _A_COMMIT):
            with book.writing():
                for _, (reading, outlet) in zip(range(_A_COMMIT), readings, strict=False):
                    book.add(reading, _MARK, Intake(outlet=outlet))
        print(f"written: {time.monotonic() - began:.0f} s")
        began = time.monotonic()
        draw_registry(book)
        print(f"concluded: {time.monotonic() - began:.0f} s; {path.stat().st_size / count:.0f} bytes an article")


def _readings(count: int) -> Iterator[tuple[Reading, str]]:
    chance = random.Random(11)
    sources = []
    for file in sorted(NEWSPAPER.glob("*/record.json")):
        found = json.loads(file.read_text("utf-8"))
        sources += found if isinstance(found, list) else [found]
    world = WorldLexicon.read(lexicon_folder())
    given, states = sorted(world.given), [country.code for country in world.countries]
    people = [f"{chance.choice(given)} {chance.choice(given)}oğlu" for _ in range(_PEOPLE)]
    for number in range(count):
        reading = _renamed(copy.deepcopy(chance.choice(sources)), number)
        _exchange(reading, chance, people, states)
        day = _FIRST + datetime.timedelta(days=chance.randrange(_DAYS))
        reading["article"]["published"] = day.isoformat()
        for event in reading["events"]:
            event["date"] = day.isoformat() if event["date"] else None
        yield reading, chance.choice(OUTLETS)


def _renamed(reading: Reading, number: int) -> Reading:
    """The same reading with ids of its own."""
    ids = [reading["article"]["id"]]
    ids += [entry["id"] for layer in ("actors", "statements", "events", "agreements") for entry in reading[layer]]
    text = json.dumps(reading, ensure_ascii=False)
    for identity in ids:
        text = text.replace(f'"{identity}"', f'"{identity[:10]}{number:07x}"')
    renamed: Reading = json.loads(text)
    return renamed


def _exchange(reading: Reading, chance: random.Random, people: list[str], states: list[str]) -> None:
    """Other people and states: few of them often, most of them seldom."""

    def one_of(many: list[str]) -> str:
        return many[min(int(len(many) * chance.random() ** 3), len(many) - 1)]

    exchanged: dict[str, str] = {}
    for actor in reading["actors"]:
        if actor["country"] in states:
            actor["country"] = exchanged.setdefault(actor["country"], one_of(states))
        if actor["kind"] == "person":
            actor["name"] = one_of(people)
            # One state each, whatever article they are in.
            home = random.Random(actor["name"]).random()
            actor["country"] = states[int(len(states) * home**3)]
        elif actor["kind"] == "country" and actor["country"]:
            actor["name"] = actor["country"]
        for title in actor["titles"]:
            title["country"] = exchanged.get(title["country"], title["country"])
    for agreement in reading["agreements"]:
        agreement["parties"] = [exchanged.get(code, code) for code in agreement["parties"]]


def _ask(path: Path, times: int) -> None:
    with Record.open(path) as book:
        usual = _usual(book)
        worst = 0.0
        for name, question in questions().items():
            for key in question.keys:
                filters = {each: usual[each] for each in key}
                seconds = []
                for _ in range(times):
                    began = time.perf_counter()
                    rows = len(book.ask(name, **filters))
                    seconds.append(time.perf_counter() - began)
                middle, high = statistics.median(seconds) * 1000, sorted(seconds)[int(times * 0.95)] * 1000
                worst = max(worst, high)
                print(f"{name:14} {' '.join(key):12} {rows:4} rows  p50 {middle:7.1f} ms  p95 {high:7.1f} ms")
        print(f"worst p95: {worst:.1f} ms at {len(book)} articles")


def _usual(book: Record) -> Mapping[str, Any]:
    """Filters of the hardest kind: the parties and words that most rows have."""
    rows = book.connection.execute("SELECT one, other FROM state_pairs ORDER BY statements + events DESC LIMIT 1")
    one, other = rows.fetchone()
    article = book.connection.execute("SELECT id FROM articles ORDER BY n DESC LIMIT 1").fetchone()[0]
    return {
        **{"of": one, "about": other, "to": other, "with": other, "country": one, "kind": "person"},
        **{"words": "görüşme", "named": "meh", "event": "CONSULT", "article": article},
    }


if __name__ == "__main__":
    main()
