"""Entries that the tests of all exports share: the newspaper's accepted records, and one article made by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.export.sample import sample_doc

from vakanuvis.export.contract import reading_of
from vakanuvis.export.entry import Entry
from vakanuvis.record.known import Identity, Known, Report

NEWSPAPER = Path(__file__).parents[2] / "examples" / "newspaper"


@cache
def _readings() -> tuple[dict[str, Any], ...]:
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(NEWSPAPER.glob("*/record.json"))]
    return tuple(reading for found in files for reading in (found if isinstance(found, list) else [found]))


def newspaper(*, positions_only: bool = False) -> Iterator[Entry]:
    """Every article of the bundled newspaper."""
    return (Entry(reading, positions_only=positions_only) for reading in _readings())


def sample(known: Known | None = None, *, positions_only: bool = False, **head: Any) -> Entry:
    """The invented meeting; ``head`` replaces fields of its article."""
    reading = reading_of(sample_doc())
    reading["article"] |= head
    return Entry(reading, known or Known(), positions_only=positions_only)


def registered(entry: Entry) -> Known:
    """What a book could know about ``entry``: everybody under a name of the registry, every event told three times."""
    return Known(
        {
            actor["id"]: Identity(
                f"p-{actor['id']}", actor["kind"], f"{actor['name']} (kayıtlı)", country="TUR", sector="GOV"
            )
            for actor in entry.reading["actors"]
        },
        {event["id"]: Report(event["id"], 3, 2, 5, "2025-03-01") for event in entry.reading["events"]},
        outlet="Kapı Postası",
        cluster="c1",
    )


def hostile(entry: Entry) -> Entry:
    """The same entry with names, titles and addresses that try to break out of every format."""
    text = json.dumps(entry.reading, ensure_ascii=False)
    reading = json.loads(text)
    for actor in reading["actors"]:
        actor["name"] = '=1+1\t"Kapı"; <b>&\'\n]]>\r\n\x0b\x00, # *Orel* `x` [a](javascript:b) \ud800 😀'
    reading["article"] |= {"url": "javascript:alert(1)", "title": "T\t<i>\n", "source": "G\t;,\n"}
    return Entry(reading, entry.known, positions_only=entry.positions_only)
