"""How fast one process reads, and where its time goes.

    python -m bench.speed [--articles 1000]

In:  the newspaper of the examples, repeated under new ids until there are enough articles.
Out: one JSON object: articles and tokens per second, seconds to start, the share of each stage, peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from time import perf_counter
from typing import Any

from bench.newspaper import articles
from vakanuvis.export.contract import reading_of
from vakanuvis.export.lines import line_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article, Doc
from vakanuvis.text.clean import clean


def many(number: int) -> Iterator[Article]:
    """``number`` articles: the newspaper again and again, each time under other ids."""
    for count, (_, article) in enumerate(islice(cycle(tuple(articles())), number)):
        yield replace(article, id=f"{article.id}-{count}")


def read_timed(reader: Reader, article: Article, spent: Counter[str]) -> Doc:
    """Read one article as the reader does, adding the seconds of each stage to ``spent``."""
    began = perf_counter()
    doc = Doc(article, *clean(article.text, article.body))
    ended = perf_counter()
    spent["clean"] += ended - began  # type: ignore[assignment]  # a Counter of seconds
    for stage in reader.stages:
        began = ended
        doc = stage.read(doc)
        ended = perf_counter()
        spent[stage.adds] += ended - began  # type: ignore[assignment]
    line_of(reading_of(doc))
    spent["export"] += perf_counter() - ended  # type: ignore[assignment]
    return doc


def speed(number: int) -> dict[str, Any]:
    """Read ``number`` articles and say how fast."""
    began = perf_counter()
    reader = Reader()
    read_timed(reader, next(many(1)), Counter())  # loads lexicon and model
    started = perf_counter() - began
    spent: Counter[str] = Counter()
    tokens = letters = 0
    began = perf_counter()
    for article in many(number):
        doc = read_timed(reader, article, spent)
        tokens += sum(len(sentence.words) for sentence in doc.sentences or ())
        letters += len(article.text)
    seconds = perf_counter() - began
    whole = sum(spent.values())
    return {
        "articles": number,
        "tokens": tokens,
        "letters": letters,
        "seconds": round(seconds, 3),
        "articles_per_second": round(number / seconds, 2),
        "tokens_per_second": round(tokens / seconds, 1),
        "seconds_to_start": round(started, 3),
        "stages": {name: round(part / whole, 4) for name, part in spent.items()},
        "peak_memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "threads": reader.settings.threads,
        "cpus": os.cpu_count(),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }


def main(arguments: list[str] | None = None) -> None:
    """Print the speed as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description="How fast one process reads.")
    parser.add_argument("--articles", type=int, default=1000, help="how many articles to read (1000)")
    print(json.dumps(speed(parser.parse_args(arguments).articles), indent=1))


if __name__ == "__main__":
    main()
