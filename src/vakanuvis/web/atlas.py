"""The map without a network: where places stand on the page, which share a dot, which names there is room for.

In:  places with their counts, and a window on the world in degrees.
Out: dots, names and the lines of the graticule in points of a drawing that is 1000 wide.

The projection is equidistant cylindrical, true to scale at the middle of the window (Snyder 1987, chapter 12): straight
meridians, and land that looks familiar everywhere but near the poles.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from vakanuvis.lexicon.files import lexicon_folder, read_tsv
from vakanuvis.lexicon.gazetteer import PlaceLexicon
from vakanuvis.lexicon.world import Country, read_country_names

WIDE = 1000.0
SMALLEST_DOT, LARGEST_DOT = 5.0, 34.0
MANY = 40
"""In a small book the largest dot is still a small one."""
LETTER, LINE = 7.6, 16.0
"""Room for a letter and a line of a name, in points, at the 13 points that charts.css writes them."""


@dataclass(frozen=True, slots=True)
class Window:
    """West, south, east and north of what is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def across(self) -> float:
        """Points of a degree of longitude."""
        return WIDE / (self.east - self.west)

    @property
    def up(self) -> float:
        """Points of a degree of latitude."""
        return self.across / math.cos(math.radians((self.south + self.north) / 2))

    @property
    def high(self) -> float:
        """Height of the drawing."""
        return (self.north - self.south) * self.up

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place stands."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.up

    def has(self, longitude: float, latitude: float) -> bool:
        """True if the place is in view."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def around(self, longitude: float, latitude: float, share: float) -> Window:
        """A window on ``share`` of this one's width, with the place in its middle."""
        wide, high = (self.east - self.west) * share / 2, (self.north - self.south) * share / 2
        return Window(longitude - wide, latitude - high, longitude + wide, latitude + high)


WORLD = Window(-170, -56, 190, 76)
WINDOWS: Mapping[str, tuple[str, Window]] = {
    "turkiye": ("Türkiye", Window(24, 34, 46, 43)),
    "yakin": ("Türkiye ve çevresi", Window(8, 22, 66, 50)),
    "avrupa": ("Avrupa", Window(-26, 33, 62, 71)),
    "dunya": ("Dünya", WORLD),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place that events name. ``state``: a state alone was named; it stands at its capital."""

    key: str
    name: str
    country: str
    longitude: float
    latitude: float
    count: int
    state: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """Places that stand too near each other to be drawn apart; the one of most events gives the name."""

    places: tuple[Place, ...]
    x: float
    y: float
    radius: float

    @property
    def count(self) -> int:
        """The events of all its places."""
        return sum(place.count for place in self.places)


@dataclass(frozen=True, slots=True)
class Name:
    """A name with room around it; ``end``: it ends at its point, for what stands at the right edge."""

    text: str
    x: float
    y: float
    end: bool


def placed(counts: Mapping[str, int]) -> tuple[list[Place], list[tuple[str, int]]]:
    """The places of a facet's values (``Bükreş|ROU|44.432|26.106``), and the names that no gazetteer knows."""
    found, unknown = [], []
    for key, count in counts.items():
        name, country, latitude, longitude = key.split("|")
        if latitude:
            found.append(Place(key, name, country, float(longitude), float(latitude), count))
        elif name in country_names() and country in capitals():
            found.append(Place(key, name, country, *capitals()[country], count, state=True))
        else:
            unknown.append((key, count))
    found.sort(key=lambda place: (-place.count, place.key))
    return found, sorted(unknown, key=lambda one: (-one[1], one[0]))


@cache
def country_names() -> Mapping[str, str]:
    """Every name of every state, and its code."""
    return read_country_names(lexicon_folder())


@cache
def capitals() -> Mapping[str, tuple[float, float]]:
    """Longitude and latitude of each state's capital, where the gazetteer knows it."""
    folder = lexicon_folder()
    places = PlaceLexicon.read(folder).places
    found = {}
    for country in read_tsv(folder / "world" / "countries.tsv", Country):
        capital = places.get(country.capital)
        if capital is not None and capital.longitude is not None and capital.latitude is not None:
            found[country.code] = (capital.longitude, capital.latitude)
    return found


def window_for(places: Iterable[Place]) -> str:
    """The smallest of the WINDOWS that shows nearly all events."""
    listed = list(places)
    total = sum(place.count for place in listed)
    for name, (_, window) in WINDOWS.items():
        seen = sum(place.count for place in listed if window.has(place.longitude, place.latitude))
        if total and seen >= 0.9 * total:
            return name
    return "dunya"


def dots(places: Iterable[Place], window: Window) -> list[Dot]:
    """A dot for each place in view; those that would lie on each other become one."""
    seen = [place for place in places if window.has(place.longitude, place.latitude)]
    largest = max((place.count for place in seen), default=1)
    largest = max(largest, MANY)
    groups: list[tuple[float, float, list[Place]]] = []
    for place in seen:  # those of most events first
        x, y = window.at(place.longitude, place.latitude)
        near = next(
            (group for group in groups if math.hypot(group[0] - x, group[1] - y) < _radius(group[2][0].count, largest)),
            None,
        )
        if near is None:
            groups.append((x, y, [place]))
        else:
            near[2].append(place)
    return [Dot(tuple(group), x, y, _radius(sum(place.count for place in group), largest)) for x, y, group in groups]


def _radius(count: int, largest: int) -> float:
    # By area: twice the events, twice the ink.
    return min(SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * math.sqrt(count / largest), LARGEST_DOT * 1.3)


def names(drawn: Iterable[Dot], words: Mapping[str, str]) -> Iterator[Name]:
    """The names for which there is room beside their dot, the largest dots first. ``words``: a name by place key."""
    taken: list[tuple[float, float, float, float]] = [
        (dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius) for dot in drawn
    ]
    for dot in drawn:
        text = words[dot.places[0].key]
        wide = len(text) * LETTER
        for end in (False, True):
            x = dot.x - dot.radius - 4 if end else dot.x + dot.radius + 4
            box = (x - wide if end else x, dot.y - LINE / 2, x if end else x + wide, dot.y + LINE / 2)
            if box[0] > 0 and box[2] < WIDE and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield Name(text, x, dot.y, end)
                break


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def graticule(window: Window) -> tuple[list[float], list[float]]:
    """Where meridians and parallels run, every 30, 10 or 5 degrees."""
    wide = window.east - window.west
    step = 30 if wide > 120 else 10 if wide > 35 else 5
    meridians = [window.at(degree, 0)[0] for degree in range(-360, 361, step) if window.west < degree < window.east]
    parallels = [window.at(0, degree)[1] for degree in range(-90, 91, step) if window.south < degree < window.north]
    return meridians, parallels
