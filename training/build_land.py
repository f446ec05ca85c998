"""Bake src/vakanuvis/web/static/land.svg, the land of the map, from Natural Earth as world-atlas carries it.

In:  ``land-50m.json`` of world-atlas 2.0.2 (TopoJSON of Natural Earth 1:50m, public domain).
Out: one SVG symbol in degrees (longitude, and latitude turned over), coasts only: the map draws no borders.

    python training/build_land.py land-50m.json --out src/vakanuvis/web/static/land.svg
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]
# In degrees. At the closest the map shows 24 degrees in a thousand points: what is less than that cannot be seen.
TOLERANCE = 0.07
# Islets below this are left out, in square degrees; in the Aegean and off Cyprus smaller ones are in the news.
SMALLEST, SMALLEST_NEAR = 0.8, 0.01
NEAR_WEST, NEAR_EAST, NEAR_SOUTH, NEAR_NORTH = 10, 45, 30, 47


def main() -> None:
    """Read, thin out, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("atlas", type=Path)
    options.add_argument("--out", type=Path, required=True)
    asked = options.parse_args()
    atlas = json.loads(asked.atlas.read_text("utf-8"))
    rings = [thinned(ring) for ring in rings_of(atlas) if is_seen(ring)]
    path = "".join(drawn(ring) for ring in rings if len(ring) > 3)
    asked.out.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180">'
        f'<path id="land" fill-rule="evenodd" d="{path}"/></svg>\n',
        "utf-8",
    )


def rings_of(atlas: dict[str, Any]) -> Iterator[list[Point]]:
    """Every ring of the land, as (longitude, latitude)."""
    (x_step, y_step), (x_first, y_first) = atlas["transform"]["scale"], atlas["transform"]["translate"]

    def arc(number: int) -> list[Point]:
        x = y = 0
        points = []
        for across, up in atlas["arcs"][number if number >= 0 else ~number]:
            x, y = x + across, y + up
            points.append((x * x_step + x_first, y * y_step + y_first))
        return points if number >= 0 else points[::-1]

    for geometry in atlas["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                yield unbroken([point for number in ring for point in arc(number)[:-1]])


def unbroken(ring: list[Point]) -> list[Point]:
    """The ring closed and in one piece: what lies beyond the date line goes on east of 180 degrees."""
    points, turns = [ring[0]], 0
    for before, point in zip(ring, [*ring[1:], ring[0]], strict=True):
        step = point[0] - before[0]
        turns += -360 if step > 180 else 360 if step < -180 else 0
        points.append((point[0] + turns, point[1]))
    # Where most of it lies decides on which side of the date line the whole is drawn.
    aside = 360 * round(sum(x for x, _ in points) / len(points) / 360)
    return [(x - aside, y) for x, y in points]


def is_seen(ring: list[Point]) -> bool:
    """True for what is large enough where it is; Antarctica is off the map."""
    longitudes, latitudes = [point[0] for point in ring], [point[1] for point in ring]
    if max(latitudes) < -60:
        return False
    x, y = longitudes[0], latitudes[0]
    near = NEAR_WEST < x < NEAR_EAST and NEAR_SOUTH < y < NEAR_NORTH
    size = (max(longitudes) - min(longitudes)) * (max(latitudes) - min(latitudes))
    return size > (SMALLEST_NEAR if near else SMALLEST)


def thinned(ring: list[Point]) -> list[Point]:
    """Douglas and Peucker (1973): points that are nearer than TOLERANCE to the line without them are left out."""
    kept = {0, len(ring) - 1}
    # A ring begins where it ends: its first part runs to the point farthest from there.
    far = max(range(len(ring)), key=lambda at: _length(ring[0], ring[at]))
    waiting = [(0, far), (far, len(ring) - 1)]
    while waiting:
        first, last = waiting.pop()
        kept.add(last)
        if last - first < 2:
            continue
        at = max(range(first + 1, last), key=lambda one: _off(ring[one], ring[first], ring[last]))
        if _off(ring[at], ring[first], ring[last]) > TOLERANCE:
            waiting += [(first, at), (at, last)]
    return [ring[at] for at in sorted(kept)]


def _length(one: Point, other: Point) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def _off(point: Point, begin: Point, end: Point) -> float:
    long = _length(begin, end)
    if not long:
        return _length(point, begin)
    across, up = end[0] - begin[0], end[1] - begin[1]
    return abs(up * (point[0] - begin[0]) - across * (point[1] - begin[1])) / long


def drawn(ring: list[Point]) -> str:
    """A ring as path data, in hundredths of a degree that follow each other."""
    steps = [(round(x * 100), round(-y * 100)) for x, y in ring[:-1]]
    (x, y), path = steps[0], [f"M{_short(steps[0][0])} {_short(steps[0][1])}l"]
    for next_x, next_y in steps[1:]:
        if (next_x, next_y) != (x, y):
            path.append(f"{_short(next_x - x)} {_short(next_y - y)} ")
        x, y = next_x, next_y
    return "".join(path).rstrip() + "z"


def _short(hundredths: int) -> str:
    return f"{hundredths / 100:g}"


if __name__ == "__main__":
    main()
