"""The registers: people, states, organisations and groups from A to Z; agreements, stories, outlets.

In:  a visit to ``/kisiler``, ``/devletler``, ``/kurumlar``, ``/topluluklar``, ``/anlasmalar``, ``/haber-kumeleri`` or
     ``/gazeteler``.
Out: the page. ``?harf=`` is a letter of the Turkish alphabet, ``?ad=`` the beginning of a word of the name,
     ``?sira=cok`` puts who is named most first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.errors import RecordError
from vakanuvis.store.questions import search_words
from vakanuvis.text.letters import sorting
from vakanuvis.web.lists import LAST, answered, place
from vakanuvis.web.lists import part as part_of
from vakanuvis.web.pages import Answer
from vakanuvis.web.tongues import sorted_as
from vakanuvis.web.visits import LARGEST_NUMBER, Row, Visit

SIZE = 60
CAP = 1_000
"""So many names that hold the searched beginning are put in order."""
ALPHABET = "ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ"
AFTER_ALL = "\U0010ffff"
TITLES = {
    "person": "Kişiler",
    "country": "Devletler",
    "organization": "Kurumlar",
    "group": "Topluluklar",
}


def people(visit: Visit) -> Answer:
    """The people of the book."""
    return _register(visit, "person")


def organizations(visit: Visit) -> Answer:
    """The organisations of the book."""
    return _register(visit, "organization")


def groups(visit: Visit) -> Answer:
    """The groups of the book."""
    return _register(visit, "group")


def states(visit: Visit) -> Answer:
    """The states of the book: so few that all stand on one page, in the order of the reader's language."""
    most = visit.asked("sira") == "cok"
    rows = visit.ask("register.states")
    names = {row["id"]: visit.room.states.name(row["id"], visit.tongue) for row in rows}
    rows.sort(key=lambda row: (-row["articles"] if most else 0, sorted_as(names[row["id"]]), row["id"]))
    shown = [{**row, "name": names[row["id"]]} for row in rows]
    values = {"kind": "country", "letter": None, "beginning": None, "most": most, "rows": shown, "more": None}
    return answered(visit, "register.html", {**values, **_fixed(), "letters": ""}, {"country": shown})


def _fixed() -> Mapping[str, Any]:
    return {"titles": TITLES, "letters": ALPHABET, "cap": CAP}


def _register(visit: Visit, kind: str) -> Answer:
    letter, beginning = visit.asked("harf"), visit.asked("ad")
    most = visit.asked("sira") == "cok"
    if letter and letter not in ALPHABET:
        raise HTTPException(400)
    if beginning:
        rows, more = _beginning(visit, kind, beginning), None
    elif most:
        rows, more = _most_seen(visit, kind)
    else:
        rows, more = _alphabetical(visit, kind, letter)
    values = {"kind": kind, "letter": letter, "beginning": beginning, "most": most, "rows": rows, "more": more}
    return answered(visit, "register.html", {**values, **_fixed()}, {kind: rows})


def _beginning(visit: Visit, kind: str, beginning: str) -> list[Row]:
    try:
        words = search_words(beginning)
    except RecordError:
        return []  # no letters in it: nobody is called so
    return visit.ask("register.beginning", kind=kind, words=words, cap=CAP, limit=CAP)


def _alphabetical(visit: Visit, kind: str, letter: str | None) -> tuple[list[Row], str | None]:
    low, high = between(letter)
    name, _, identity = (visit.asked("sonra") or "").rpartition("|")
    after = {"after_name": name, "after_id": identity}
    rows = visit.ask("register.alphabetical", kind=kind, low=low, high=high, limit=SIZE + 1, **after)
    shown = rows[:SIZE]
    more = visit.here(sonra=f"{shown[-1]['sort_name']}|{shown[-1]['id']}") if len(rows) > SIZE else None
    return shown, more


def _most_seen(visit: Visit, kind: str) -> tuple[list[Row], str | None]:
    count, identity = _counted(visit)
    rows = visit.ask("register.most_seen", kind=kind, limit=SIZE + 1, before_articles=count, before_id=identity)
    shown = rows[:SIZE]
    more = visit.here(sonra=f"{shown[-1]['articles']}.{shown[-1]['id']}") if len(rows) > SIZE else None
    return shown, more


def _counted(visit: Visit) -> tuple[int, str]:
    """After which count and id the asked part begins."""
    value = visit.asked("sonra")
    if value is None:
        return LARGEST_NUMBER, AFTER_ALL
    count, _, identity = value.partition(".")
    if not (count.isascii() and count.isdigit() and len(count) < 16):
        raise HTTPException(400)
    return int(count), identity


def between(letter: str | None) -> tuple[str, str]:
    """Between which sorting names the names with a first letter stand: ç, written ``c~``, comes after all of c."""
    if letter is None:
        return "", AFTER_ALL
    low = sorting(letter)
    return low, f"{low}~" if len(low) == 1 else chr(ord(low[0]) + 1)


def agreements(visit: Visit) -> Answer:
    """All agreements, or those of one state, the newest first."""
    state = visit.asked("devlet")
    after = place(visit, otherwise=LAST)
    of = {"country": state} if state else {}
    rows = visit.ask("register.agreements_of" if state else "register.agreements", limit=SIZE + 1, **of, **after)
    shown = part_of(visit, rows, SIZE)
    return answered(visit, "agreements.html", {"part": shown, "state": state}, {"anlasmalar": shown.rows})


def stories(visit: Visit) -> Answer:
    """Stories that several articles tell, the most told first."""
    count, identity = _counted(visit)
    rows = visit.ask("register.stories", limit=SIZE + 1, count=count, id=identity)
    shown = rows[:SIZE]
    more = visit.here(sonra=f"{shown[-1]['articles']}.{shown[-1]['id']}") if len(rows) > SIZE else None
    return answered(visit, "stories.html", {"rows": shown, "more": more}, {"kumeler": shown})


def outlets(visit: Visit) -> Answer:
    """All outlets with the number of their articles."""
    rows = sorted(visit.ask("register.outlets"), key=lambda row: sorted_as(row["name"]))
    return answered(visit, "outlets.html", {"rows": rows}, {"gazeteler": rows})
