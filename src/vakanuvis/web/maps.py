"""The map of events: a dot for each place, a table beside it, and the list of the events in view.

In:  a visit to ``/harita``; ``bak`` names a window or gives it as ``west,south,east,north``.
Out: the page; as JSON, CSV and JSON lines the places with their counts.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.web.atlas import WINDOWS, Dot, Place, Window, dots, graticule, names, placed, window_for
from vakanuvis.web.happenings import listed
from vakanuvis.web.narrowing import Narrowing
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Visit

IN_TABLE = 60
CLOSER = 0.35
"""How much of the window remains when one goes closer to a dot of several places."""
NARROWEST = 3.0  # degrees; the coast is drawn for no closer look


def world(visit: Visit) -> Answer:
    """Where events took place."""
    narrowing = Narrowing.of(visit)
    if narrowing.scope != "events":
        raise HTTPException(400)
    shelf, everywhere = narrowing.shelf, narrowing.selection(anywhere=True)
    elsewhere = everywhere.numbers(narrowing.part(everywhere), narrowing.wanted())
    found, unknown = placed(
        shelf.counts("place", shelf.there if len(elsewhere) == shelf.many else shelf.only(elsewhere))
    )
    if visit.form:
        return Answer("map.html", rows=[_plain(place) for place in found])
    asked = visit.asked("bak") or window_for(found)
    window = _window(asked)
    drawn, selected = dots(found, window), narrowing.selected
    told = Counter(place.country for place in found if place.state)
    words = {place.key: _name(visit, place, alone=told[place.country] < 2) for place in found}
    located = sum(place.count for place in found) + sum(count for _, count in unknown)
    return Answer(
        "map.html",
        {
            "narrowing": narrowing,
            "window": window,
            "asked": asked,
            "windows": [(name, told) for name, (told, _) in WINDOWS.items()],
            "dots": [(dot, _title(visit, dot, words), _closer(visit, dot, window)) for dot in drawn],
            "names": list(names(drawn, words)),
            "graticule": graticule(window),
            "places": [(place, words[place.key]) for place in found[:IN_TABLE]],
            "others": found[IN_TABLE:],
            "unknown": [(key.partition("|")[0], key, count) for key, count in unknown[:IN_TABLE]],
            "placeless": len(elsewhere) - located,
            "out_of_view": sum(place.count for place in found) - sum(dot.count for dot in drawn),
            "list": listed(narrowing, selected.numbers(narrowing.part(selected), narrowing.wanted())),
        },
    )


def _window(asked: str) -> Window:
    if asked in WINDOWS:
        return WINDOWS[asked][1]
    try:
        west, south, east, north = (float(part) for part in asked.split(","))
    except ValueError:
        raise HTTPException(400) from None
    told = Window(west, south, east, north)
    sound = (
        all(map(math.isfinite, (west, south, east, north)))
        and west >= -360
        and east <= 360
        and south >= -89
        and north <= 89
    )
    # Neither thinner nor flatter than a page can show.
    if not sound or east - west < 1 or north - south < 1 or not 0.2 < told.high / 1000 < 5:
        raise HTTPException(400)
    return told


def _closer(visit: Visit, dot: Dot, window: Window) -> str:
    """The address of a dot: its events, or a closer look where it holds several places."""
    first = dot.places[0]
    closer = window.around(first.longitude, first.latitude, CLOSER)
    if len(dot.places) == 1 or closer.east - closer.west < NARROWEST:
        return visit.here(sayfa=None, yer=first.key)
    told = ",".join(
        f"{degree:.2f}" for degree in (closer.west, max(closer.south, -89), closer.east, min(closer.north, 89))
    )
    return visit.here(sayfa=None, bak=told)


def _name(visit: Visit, place: Place, *, alone: bool) -> str:
    """What a place is called; a state that is written in several ways with the way it is written."""
    if not place.state:
        return place.name
    name = visit.room.states.name(place.country, visit.tongue)
    return name if alone or name == place.name else f"{name} ({place.name})"


def _title(visit: Visit, dot: Dot, words: dict[str, str]) -> str:
    say = visit.tongue.say
    told = [
        f"{words[place.key]}: {say('{count} olay', count=visit.tongue.number(place.count))}" for place in dot.places[:8]
    ]
    more = len(dot.places) - len(told)
    return ", ".join((*told, say("{count} yer daha", count=more)) if more else told)


def _plain(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country or None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "at": "capital of the state" if place.state else "place",
        "events": place.count,
    }
