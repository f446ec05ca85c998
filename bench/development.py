"""Score the reader on the development gold, which lies beside the repository where it is at hand.

    python -m bench.development [FOLDER]     FOLDER holds NAME-articles.jsonl, NAME-gold.jsonl and score.py

The sets are other people's texts and are not part of the repository; without them this says so and ends well.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.newspaper import ROOT

FOLDER = ROOT.parent / "shared" / "gold"
SETS = ("news-dev", "gsr-dev")


def main() -> int:
    """Read each set that is there and print the scorer's table. 0 if all went well."""
    parser = argparse.ArgumentParser(prog="python -m bench.development", description="Score on the development gold.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().folder
    worst = 0
    for name in SETS:
        articles, gold = folder / f"{name}-articles.jsonl", folder / f"{name}-gold.jsonl"
        if not articles.exists():
            print(f"{name}: not at hand ({articles.name} is missing)")
            continue
        print(f"\n{name}", flush=True)
        worst = max(worst, _score(folder / "score.py", articles, gold))
    return worst


def _score(scorer: Path, articles: Path, gold: Path) -> int:
    with tempfile.TemporaryDirectory() as room:
        readings = Path(room) / "readings.jsonl"
        read = [sys.executable, "-c", "from vakanuvis.cli import main; main()", "read", str(articles)]
        done = subprocess.run([*read, "--format", "jsonl", "--output", str(readings)], check=False)
        if done.returncode > 1:
            return done.returncode
        return subprocess.run([sys.executable, "-B", str(scorer), articles, gold, readings], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
