"""What an ingest costs: articles a second on all cores, memory, bytes on disk, and the share of storing.

    python -m bench.intake [--articles 1000] [FILE.jsonl]

Storing is timed apart, in one process: the same readings written to a book, as a share of the time that reading took.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import tempfile
import time
from pathlib import Path

from bench.variations import articles
from vakanuvis.pipeline import Reader
from vakanuvis.scale.ingest import ingest, recorded_as
from vakanuvis.scale.workers import Workers, read_one
from vakanuvis.store.book import Intake, Record
from vakanuvis.text.sources import read_sources

_APART = 200


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("file", nargs="?", help="JSON lines; by default the newspaper's articles, varied")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = asked.file
        if file is None:
            file = str(Path(folder, "articles.jsonl"))
            with Path(file).open("w", encoding="utf-8") as out:
                out.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in articles(asked.articles))
        _whole(file, asked.articles, Path(folder, "whole.db"))
        _apart(file, Path(folder, "apart.db"))


def _whole(file: str, count: int, path: Path) -> None:
    cores = len(os.sched_getaffinity(0))
    memory: list[int] = []
    began = time.monotonic()
    with Record.open(path, write=True) as book, Workers(cores) as workers:
        found = itertools.islice(read_sources(file), count)
        tally = ingest(found, book, workers, mark=Reader().mark, told=lambda _: memory.append(_resident()))
    seconds = time.monotonic() - began
    print(f"{tally.seen} articles, {tally.recorded / seconds:.1f} a second on {cores} cores, loading included")
    print(f"{path.stat().st_size / tally.recorded:.0f} bytes an article")
    quarter = max(1, len(memory) // 4)
    print(
        f"the writing process: {memory[quarter] >> 10} MiB after a quarter, {memory[-1] >> 10} MiB at the end (highest)"
    )
    workers_peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"a reading process: {workers_peak >> 10} MiB at most")


def _resident() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _apart(file: str, path: Path) -> None:
    reader = Reader()
    found = [recorded_as(each.article) for each in itertools.islice(read_sources(file), _APART) if each.article]
    read_one(reader, found[0])  # loads lexicon and model
    began = time.process_time()
    answers = [read_one(reader, article) for article in found]
    reading = time.process_time() - began
    began = time.process_time()
    with Record.open(path, write=True) as book, book.writing():
        for answer in answers:
            if isinstance(answer, tuple):
                book.add(answer[0], reader.mark, Intake(stems=answer[1]))
    storing = time.process_time() - began
    print(f"storing takes {100 * storing / reading:.1f} % of the time of reading")


if __name__ == "__main__":
    main()
