"""Kill an ingest again and again, go on each time, and compare the record with an uninterrupted one.

    python -m bench.kills --articles 300 --kills 50 [--seed 1]

The process group gets SIGKILL once a random number of articles more is recorded and a random moment has passed, in
whatever it is doing: loading, reading, writing, concluding. At the end the export of the much killed book must be, byte
for byte, that of the book nobody disturbed, and both must be whole.
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
from contextlib import suppress
from pathlib import Path

from bench.variations import articles
from vakanuvis.errors import RecordError
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
            more = chance.randrange(0, 2 * asked.articles // asked.kills)
            at = min(_count(killed) + more, asked.articles)  # once all are there, the concluding is what is killed
            kills += _ingest(lines, killed, at=at, then=chance.uniform(0.0, 2.0))
            print(f"kill {kills}: {_count(killed)} articles", flush=True)
        _ingest(lines, killed)
        same = _export(quiet) == _export(killed)
        damages = _damages(quiet) + _damages(killed)
    print(f"{kills} kills; export identical: {same}; damages: {damages}")
    raise SystemExit(0 if same and not damages else 1)


def _ingest(lines: Path, record: Path, *, at: int | None = None, then: float = 0.0) -> bool:
    """Run the command; True if it was killed before it ended: ``then`` seconds after ``at`` articles are there."""
    command = [str(Path(sys.executable).with_name("vakanuvis")), "ingest", str(lines), "--record", str(record)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    if at is None:
        process.wait()
        return False
    while process.poll() is None and _count(record) < at:
        time.sleep(0.05)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=then)
        return False
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return True


def _count(record: Path) -> int:
    if not record.exists():
        return 0
    with suppress(RecordError), Record.open(record) as book:  # killed before the tables were there
        return len(book)
    return 0


def _export(record: Path) -> bytes:
    with Record.open(record) as book:
        return b"\n".join(json.dumps(reading, ensure_ascii=False).encode() for reading in book.readings())


def _damages(record: Path) -> int:
    with Record.open(record) as book:
        return sum(1 for _ in verify(book.connection))


if __name__ == "__main__":
    main()
