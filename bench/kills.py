"""Kill an ingest again and again, go on each time, and compare the record with an uninterrupted one.

    python -m bench.kills --articles 300 --kills 50 [--seed 1]

The process group gets SIGKILL after a random time, in whatever it is doing: reading, writing, concluding. At the end
the export of the much killed book must be, byte for byte, that of the book nobody disturbed, and both must be whole.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.variations import articles
from vakanuvis.store.book import Record
from vakanuvis.store.verify import verify


def main() -> None:
    """Run the test; exit code 1 if the records differ or are damaged."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=300)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "articles.jsonl")
        with lines.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(asked.articles))
        quiet, killed = Path(folder, "quiet.db"), Path(folder, "killed.db")
        began = time.monotonic()
        _ingest(lines, quiet)
        seconds = time.monotonic() - began
        print(f"uninterrupted: {seconds:.1f} s")
        chance = random.Random(asked.seed)
        kills = 0
        while kills < asked.kills:
            # Loading takes some seconds; a kill spread over twice the rest meets every stage of the work.
            kills += _ingest(lines, killed, kill_after=chance.uniform(0.2, max(8.0, 4 * seconds / asked.kills)))
            print(f"kill {kills}: {_count(killed)} articles", flush=True)
        _ingest(lines, killed)
        same = _export(quiet) == _export(killed)
        damages = _damages(quiet) + _damages(killed)
    print(f"{kills} kills; export identical: {same}; damages: {damages}")
    raise SystemExit(0 if same and not damages else 1)


def _ingest(lines: Path, record: Path, *, kill_after: float | None = None) -> bool:
    """Run the command; True if it was killed before it ended."""
    command = [str(Path(sys.executable).with_name("vakanuvis")), "ingest", str(lines), "--record", str(record)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(timeout=kill_after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def _count(record: Path) -> int:
    if not record.exists():
        return 0
    with Record.open(record, write=True) as book:
        return len(book)


def _export(record: Path) -> bytes:
    with Record.open(record) as book:
        return b"\n".join(json.dumps(reading, ensure_ascii=False).encode() for reading in book.readings())


def _damages(record: Path) -> int:
    with Record.open(record) as book:
        return sum(1 for _ in verify(book.connection))


if __name__ == "__main__":
    main()
