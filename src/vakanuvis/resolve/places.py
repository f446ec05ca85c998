"""Decide whether two places of events can be one.

In:  the place of an event in each of two tellings.
Out: True only where both are known on the map and neither can hold the other.

    Ankara · Türkiye: may be one        Ankara · Kayseri: apart        Kervan · Kayseri: not known, so not apart
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from vakanuvis.resolve.telling import Entry, Telling, span_of
from vakanuvis.text.letters import folded

_EARTH = 6371.0  # kilometres
_APART = 120.0  # kilometres: no town lies further from the centre of the province that holds it (Konya)


def are_apart(one: Telling, mine: Entry | None, other: Telling, theirs: Entry | None) -> bool:
    """True where the two cannot be the same place, nor one inside the other."""
    if not mine or not theirs or folded(mine["name"]) == folded(theirs["name"]):
        return False
    here, there = _point(one, mine), _point(other, theirs)
    if here is None or there is None:
        # A state is no point, but two states are apart.
        countries = mine["country"], theirs["country"]
        return all(countries) and countries[0] != countries[1]
    return _kilometres(here, there) > _APART


def _point(telling: Telling, place: Entry) -> tuple[float, float] | None:
    """Where a town stands; None for what is wide (a state, a region) or not on the map."""
    found = telling.places.get(span_of(place))
    if found is None or found["latitude"] is None or _is_wide(found):
        return None
    return found["latitude"], found["longitude"]


def _is_wide(place: Entry) -> bool:
    return not any(reason.startswith("places:") for reason in place["because"])


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along a great circle (haversine formula)."""
    (lat, lon), (to_lat, to_lon) = [tuple(map(radians, point)) for point in (one, other)]
    half = sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))
