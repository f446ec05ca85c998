"""Events as a table in the form of the POLECAT data set: 40 tab-separated columns with a header.

In:  entries.
Out: the header, then one line for each event that the article itself tells as done.

The table has no column for events that were only planned, denied or said by someone: they are left out. Several actors,
sectors or contexts stand in one cell, ``;`` between two. What we do not know stays empty: Wikipedia and GeoNames ids,
districts, provinces; so does ``Event Date`` where the text tells no single day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vakanuvis.export.cells import row
from vakanuvis.export.entry import Entry, Record, happened, the_day
from vakanuvis.lexicon.interchange import Interchange, interchange
from vakanuvis.version import VERSION

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
BETWEEN = ";"
LANGUAGE = "tr"


def polecat_lines(entries: Iterable[Entry], codes: Interchange | None = None) -> Iterator[str]:
    """The header and the events. Of several reports of one event the fullest is written."""
    codes = codes or interchange()
    yield row(COLUMNS)
    for entry in entries:
        story: tuple[str, ...] | None = None
        for event in entry.reading["events"]:
            if happened(event) and entry.is_fullest(event):
                story = story or _story(entry)
                yield row((*_event(event), *_sides(entry, event, codes), *_place(entry, event), *_told(entry), *story))


def _event(event: Record) -> tuple[object, ...]:
    code = (event["event"], event["mode"], event["event_scale"], event["quad_code"], _listed(event["context"]))
    return (event["id"], the_day(event["date"]), *code)


def _sides(entry: Entry, event: Record, codes: Interchange) -> Iterator[object]:
    for side in ("actor", "recipient"):
        who = [identity for actor in event[side] if (identity := entry.identity(actor))]
        sectors = [part for identity in who for part in (identity.sector or "").split(";")]
        yield _listed(identity.name for identity in who)
        yield _listed(identity.country for identity in who)
        yield _listed(codes.cow(identity.country) for identity in who)
        yield next(iter(filter(None, sectors)), None)
        yield _listed(sectors)
        yield _listed(entry.office(actor) for actor in event[side])
        yield _listed(entry.letters(entry.near(actor, event["event_span"])) for actor in event[side])
        yield None


def _place(entry: Entry, event: Record) -> tuple[object, ...]:
    place = entry.place(event) or {}
    where = (place.get("country"), place.get("latitude"), place.get("longitude"))
    return (place.get("name"), None, None, None, *where, None, entry.letters(event["location"]), None)


def _told(entry: Entry) -> tuple[object, ...]:
    return (entry.outlet, entry.day)


def _story(entry: Entry) -> tuple[str, ...]:
    def named(*kinds: str) -> str:
        found = entry.identities(actor["id"] for actor in entry.reading["actors"] if actor["kind"] in kinds)
        return _listed(identity.name for identity in found)

    places = _listed(place["name"] for place in entry.reading.get("places", ()))
    return (named("person"), named("organization"), places, LANGUAGE, f"vakanuvis-{VERSION}")


def _listed(values: Iterable[str | None]) -> str:
    """The values that there are, each once."""
    return BETWEEN.join(dict.fromkeys(value.replace(BETWEEN, ",") for value in values if value))
