"""What an ingest costs: articles a second on all cores, memory, bytes on disk, and the share of storing.

    python -m bench.intake [--articles 1000] [FILE.jsonl]

Storing is timed apart, in one process: the same readings written to a book, as a share of the time that reading took.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import tempfile
import time
from multiprocessing import active_children
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
    memory: list[dict[int, int]] = []
    began = time.monotonic()
    with Record.open(path, write=True) as book, Workers(cores) as workers:
        found = itertools.islice(read_sources(file), count)
        tally = ingest(found, book, workers, mark=Reader().mark, told=lambda _: memory.append(_memory()))
    seconds = time.monotonic() - began
    print(f"{tally.seen} articles, {tally.recorded / seconds:.1f} a second on {cores} cores, loading included")
    print(f"{path.stat().st_size / tally.recorded:.0f} bytes an article")
    for part in (1, 2, 3, 4):
        at = memory[len(memory) * part // 4 - 1]
        readers = sorted(kib >> 10 for pid, kib in at.items() if pid != os.getpid())
        print(f"memory after {part}/4: writer {at[os.getpid()] >> 10} MiB, readers {readers} MiB")


def _memory() -> dict[int, int]:
    """KiB resident in this process and each of its children, pages of files among them."""
    me = os.getpid()
    return {pid: _resident(pid) for pid in (me, *(child.pid for child in active_children() if child.pid))}


def _resident(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


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
