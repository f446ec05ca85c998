"""Refuse a fall: the scores of newspaper and attribution gold may not go below the floors of ``bench/floors.json``.

    python -m bench.gate                             exits with 1 where something fell, and names it
    python -m bench.gate --update                    raises floors to the scores less the margin; never lowers one
    python -m bench.gate --update --allow-regression lowers them too

The floors hold for one gold and its articles, whose digests are pinned beside them: other articles are another exam.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Mapping
from math import floor
from pathlib import Path
from typing import Any

from bench.attribution import ARTICLES, GOLD
from bench.newspaper import digests
from bench.score import attribution_scores, newspaper_scores

FLOORS = Path(__file__).parent / "floors.json"
# Scores of one machine and the next differ by rounding in the model only; this is well above it.
EPSILON = 0.002
# Between a score and its floor: room for a change that costs one item of the rarest measure.
MARGIN = 0.02
# The one measure of which less is better, in its own unit.
CEILINGS = {"extra_events_per_100_sentences": 1.0}

Pinned = dict[str, Any]


def measured() -> dict[str, float]:
    """The scores of both sets as the library reads them now; those of the attribution gold by that name."""
    attribution = attribution_scores().figures()
    return newspaper_scores().figures() | {f"attribution {name}": score for name, score in attribution.items()}


def all_digests() -> dict[str, str]:
    """What the scores rest on: the digests of both sets."""
    attribution = {"attribution gold": GOLD, "attribution articles": ARTICLES}
    return digests() | {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in attribution.items()}


def read_floors(path: Path) -> Pinned:
    """What is pinned; nothing where the file is not there yet."""
    if not path.exists():
        return {"digests": {}, "floors": {}, "ceilings": {}}
    pinned: Pinned = json.loads(path.read_text(encoding="utf-8"))
    return pinned


def falls(pinned: Pinned, scores: Mapping[str, float]) -> list[str]:
    """What fell, one line each; empty if all floors hold."""
    lines = []
    for name, least in pinned["floors"].items():
        score = scores.get(name)
        if score is None:
            lines.append(f"{name}: is measured no more; its floor is {least:.3f}")
        elif score < least - EPSILON:
            lines.append(f"{name}: {score:.3f} is below its floor of {least:.3f}")
    for name, most in pinned["ceilings"].items():
        score = scores.get(name)
        if score is None:
            lines.append(f"{name}: is measured no more; its ceiling is {most:.1f}")
        elif score > most + EPSILON:
            lines.append(f"{name}: {score:.1f} is above its ceiling of {most:.1f}")
    return lines


def changed(pinned: Pinned, now: Mapping[str, str]) -> list[str]:
    """Which of gold and articles are not those that the floors were set on."""
    return [name for name, digest in now.items() if pinned["digests"].get(name) != digest]


def raised(pinned: Pinned, scores: Mapping[str, float], now: Mapping[str, str], *, lower: bool = False) -> Pinned:
    """The floors after an update. With ``lower`` they follow the scores down as well."""
    floors, ceilings = {}, {}
    for name, score in scores.items():
        if name in CEILINGS:
            wished = round(score + CEILINGS[name], 1)
            ceilings[name] = wished if lower else min(wished, pinned["ceilings"].get(name, wished))
        else:
            wished = max(0.0, floor((score - MARGIN) * 1000) / 1000)
            floors[name] = wished if lower else max(wished, pinned["floors"].get(name, wished))
    return {"digests": dict(now), "floors": floors, "ceilings": ceilings}


def main(
    arguments: list[str] | None = None,
    *,
    path: Path = FLOORS,
    measure: Callable[[], Mapping[str, float]] = measured,
    digest: Callable[[], Mapping[str, str]] = all_digests,
) -> int:
    """Hold the scores against the floors, or update the floors. 0 if all is well, else 1."""
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description="Refuse a fall of the scores.")
    parser.add_argument("--update", action="store_true", help="raise the floors to the scores less the margin")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors as well")
    options = parser.parse_args(arguments)
    if options.allow_regression and not options.update:
        parser.error("--allow-regression goes with --update")
    pinned, scores, now = read_floors(path), measure(), digest()
    fallen = falls(pinned, scores)
    if options.update:
        return _update(path, pinned, raised(pinned, scores, now, lower=options.allow_regression), fallen, options)
    other = changed(pinned, now)
    for name in other:
        print(f"the {name} changed since the floors were set: review, then python -m bench.gate --update")
    for line in fallen:
        print(line)
    if not other and not fallen:
        print(f"all {len(pinned['floors']) + len(pinned['ceilings'])} floors hold")
    return 1 if other or fallen else 0


def _update(path: Path, old: Pinned, new: Pinned, fallen: list[str], options: argparse.Namespace) -> int:
    if fallen and not options.allow_regression:
        print("refused: a floor would have to be lowered (--allow-regression lowers it)", *fallen, sep="\n")
        return 1
    path.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    for kind in ("floors", "ceilings"):
        for name, value in new[kind].items():
            before = old[kind].get(name)
            if before != value:
                print(f"{name}: {before} → {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
