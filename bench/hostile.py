"""What files that were made to do harm cost: seconds and memory of a process that reads nothing else.

    python -m bench.hostile [--size 200] [NAME …]

In:  the kinds of ``bench/hostile_kinds.py``, the large ones ``--size`` MiB large.
Out: a table: what came of each, seconds, and the largest memory beyond that of a process that reads one small text.
     Ends with 1 if an answer is not the expected one or memory passes the limit.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from bench.hostile_kinds import TEXT, Kind, kinds
from vakanuvis.text.articles import read_sources

MOST_MEMORY = 400
"""MiB beyond the bare process. The longest article is 2 million letters; a feed of 32 MiB is read whole."""
MOST_FOR_PARQUET = 800
"""The same for a Parquet file: DuckDB unpacks its pages in at most 512 MiB, and one value is handed over whole."""


def codes_of(path: Path) -> tuple[str, ...]:
    """What comes of a path: ``read`` or an error code for each article, in order."""
    return tuple(each.error.code if each.error else "read" for each in read_sources(str(path)))


def measured(path: Path) -> tuple[tuple[str, ...], float, float]:
    """What comes of ``path`` in a process of its own, its seconds and the MiB that it had at most."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.hostile", "--one", str(path)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return (f"crash: {done.stderr[-200:]}",), 0.0, 0.0
    codes, seconds, memory = json.loads(done.stdout)
    return tuple(codes), seconds, memory


def _one(path: Path) -> None:
    began = perf_counter()
    codes = codes_of(path)
    print(json.dumps([codes, perf_counter() - began, _peak()]))


def _peak() -> float:
    """MiB that this process had at most."""
    status = Path("/proc/self/status")
    if status.exists():  # the other count begins with what the parent had, which made the file
        (peak,) = re.findall(r"VmHWM:\s*(\d+) kB", status.read_text(encoding="ascii"))
        return int(peak) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _row(kind: Kind, size: int, bare: float) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / kind.name
        kind.make(path, size)
        codes, seconds, memory = measured(path)
    most = MOST_FOR_PARQUET if kind.name.endswith(".parquet") else MOST_MEMORY
    as_expected = kind.is_answered_by(codes) and memory - bare <= most
    told = ", ".join(f"{code} ×{number}" if number > 1 else code for code, number in Counter(codes).items())
    print(
        f"{'  ' if as_expected else '✗ '}{kind.name:32} {told:24} {seconds:7.2f} s {memory - bare:7.0f} MiB", flush=True
    )
    return as_expected


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description="What hostile files cost.")
    parser.add_argument("names", nargs="*", help="only these kinds")
    parser.add_argument("--size", type=int, default=200, help="MiB of the large files (200)")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        _one(given.one)
        return
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "haber.txt"
        small.write_text(TEXT, encoding="utf-8")
        bare = measured(small)[2]
    wanted = [kind for kind in kinds() if not given.names or kind.name in given.names]
    good = [_row(kind, given.size << 20, bare) for kind in wanted]
    print(f"{sum(good)} of {len(good)} as expected; a bare process has {bare:.0f} MiB")
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
