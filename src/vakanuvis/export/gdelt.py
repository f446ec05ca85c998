"""Events and mentions as GDELT 2.0 tables: 61 and 16 tab-separated columns without a header.

In:  entries.
Out: lines of the events table (``.export.CSV``) and of the mentions table (``.mentions.CSV``).

A row of events is a dyad: each actor with each recipient; where all are actors, each pair of them once. As in POLECAT
only what the article itself tells as done is written. Two ways of our own: offsets count letters of the Turkish text,
and ``Extras`` holds our event id. What we do not measure stays empty: tone, confidence, where an actor was, ADM
codes.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from urllib.parse import urlsplit

from vakanuvis.export.cells import row
from vakanuvis.export.entry import Entry, Record, happened, the_day
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.gazetteer import PlaceLexicon
from vakanuvis.lexicon.interchange import Interchange, interchange
from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.lexicon.world import read_country_names
from vakanuvis.record.days import days_of
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.known import Identity
from vakanuvis.text.clean import clean
from vakanuvis.text.segment import split_sentences

_PARTY = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
_TYPES = ("Type1Code", "Type2Code", "Type3Code")
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENT_COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in (*_PARTY, *_TYPES)),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
MENTION_COLUMNS = (
    *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier"),
    *("SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"),
    *("MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)
COUNTRY, WORLD_CITY = 1, 4
WEB, CITATION_ONLY = 1, 2
_EMPTY_GEO = ("",) * len(_GEO)
# GDELT's ids are whole numbers; sixty bits fit the signed 64-bit columns that its readers use.
_ID_DIGITS = 15


@dataclass(frozen=True, slots=True)
class _Dyad:
    """One side, the other, and the actor ids by which the article knows them."""

    one: Identity | None
    other: Identity | None
    actors: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Gazette:
    """What the tables need from the lexicon."""

    codes: Interchange
    states: frozenset[str]
    cities: frozenset[str]
    tokens: TokenLexicon

    @classmethod
    def of_the_lexicon(cls) -> Gazette:
        """The one that is installed with the library. Raises LexiconError."""
        folder = lexicon_folder()
        places = PlaceLexicon.read(folder).places
        cities = frozenset(name for name, place in places.items() if place.kind == "city")
        return cls(interchange(), frozenset(read_country_names(folder)), cities, TokenLexicon.read(folder))


def event_lines(entries: Iterable[Entry], gazette: Gazette | None = None) -> Iterator[str]:
    """The events table. Of several reports of one event the fullest is written, with the counts of all."""
    gazette = gazette or Gazette.of_the_lexicon()
    for entry in entries:
        for event in entry.reading["events"]:
            if happened(event) and entry.is_fullest(event):
                for dyad in _dyads(entry, event):
                    yield row(_event_row(entry, event, dyad, gazette))


def mention_lines(entries: Iterable[Entry], gazette: Gazette | None = None) -> Iterator[str]:
    """The mentions table: each place where an article tells an event."""
    gazette = gazette or Gazette.of_the_lexicon()
    for entry in entries:
        events = [event for event in entry.reading["events"] if happened(event)]
        starts = _sentence_starts(entry, gazette.tokens) if events else []
        for event in events:
            for dyad in _dyads(entry, event):
                for span in (event["event_span"], *event["mentions"]):
                    yield row(_mention_row(entry, event, dyad, span, bisect_right(starts, span["start"])))


def _dyads(entry: Entry, event: Record) -> Iterator[_Dyad]:
    actors, recipients = list(dict.fromkeys(event["actor"])), list(dict.fromkeys(event["recipient"]))
    pairs: Iterable[tuple[str | None, str | None]]
    if recipients:
        pairs = product(actors or [None], recipients)
    else:
        pairs = combinations(actors, 2) if len(actors) > 1 else ((actor, None) for actor in actors)
    seen = set()
    for one, other in pairs:
        dyad = _Dyad(one and entry.identity(one), other and entry.identity(other), (one, other))  # type: ignore[arg-type]
        key = (dyad.one and dyad.one.id, dyad.other and dyad.other.id)
        if key not in seen:
            seen.add(key)
            yield dyad


def _number(entry: Entry, event: Record, dyad: _Dyad) -> int:
    report = entry.known.reports.get(event["id"])
    parts = (report.fullest if report else event["id"], *(side.id if side else "" for side in (dyad.one, dyad.other)))
    return int(hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_ID_DIGITS], 16)


def _event_row(entry: Entry, event: Record, dyad: _Dyad, gazette: Gazette) -> Iterator[object]:
    yield _number(entry, event, dyad)
    yield from _date(event["date"])
    yield from _party(dyad.one, gazette.codes)
    yield from _party(dyad.other, gazette.codes)
    yield int(entry.is_in_lead(event))
    yield from _code(event, gazette.codes)
    report = entry.known.reports.get(event["id"])
    yield from (report.mentions, report.outlets, report.articles) if report else (1 + len(event["mentions"]), 1, 1)
    yield None
    yield from _EMPTY_GEO
    yield from _EMPTY_GEO
    yield from _geo(entry, event, gazette)
    yield _added(entry, event)
    yield entry.article["url"]


def _date(edtf: str | None) -> tuple[object, ...]:
    day = the_day(edtf)
    if day:
        year, month, date = day.split("-")
        fraction = ((int(month) - 1) * 30 + int(date)) / 365  # GDELT's months have thirty days, its years 365
        return (year + month + date, year + month, year, f"{int(year) + fraction:.4f}")
    first, last = days_of(edtf)
    if not first or not last or first[:4] != last[:4]:
        return (None, None, None, None)
    return (None, first[:7].replace("-", "") if first[:7] == last[:7] else None, first[:4], None)


def _party(who: Identity | None, codes: Interchange) -> Iterator[object]:
    if who is None:
        yield from ("",) * (len(_PARTY) + len(_TYPES))
        return
    body, state = codes.actors.get(who.country or ""), codes.countries.get(who.country or "")
    country = body.country if body else state.cameo if state else ""
    group, first = (body.group, body.type) if body else ("", "")
    # CAMEO writes a state itself without the sector of its government.
    sectors = () if who.kind == "country" else (who.sector or "").split(";")
    types = list(dict.fromkeys([first, *(codes.sectors[name].type for name in sectors if name in codes.sectors)]))
    types = [name for name in types if name]
    start = [first, country, group] if body else [country]
    yield "".join([*start, *(name for name in types if name != first)])
    yield from (who.name, country, group, "", "", "")
    yield from (types + [""] * len(_TYPES))[: len(_TYPES)]


def _code(event: Record, codes: Interchange) -> tuple[object, ...]:
    code = event["cameo"] or ""
    known = codes.events.get(code)
    quad = codes.events[code[:2]].quad if code[:2] in codes.events else event["quad_code"]
    return (code, code[:3], code[:2], quad, known.scale if known else None)


def _geo(entry: Entry, event: Record, gazette: Gazette) -> tuple[object, ...]:
    place = entry.place(event)
    if place is None:
        return _EMPTY_GEO
    name = place["name"]
    kind = COUNTRY if name in gazette.states else WORLD_CITY if name in gazette.cities else None
    fips = gazette.codes.fips(place["country"])
    return (kind, name, fips, None, None, place["latitude"], place["longitude"], None)


def _added(entry: Entry, event: Record) -> str | None:
    """When the event became known: the day of the first article that tells it. No clock is asked."""
    report = entry.known.reports.get(event["id"])
    return _moment((report and report.first_day) or entry.day)


def _moment(day: str | None) -> str | None:
    return day.replace("-", "") + "000000" if day else None


def _mention_row(entry: Entry, event: Record, dyad: _Dyad, span: Record, sentence: int) -> tuple[object, ...]:
    url = entry.page
    told = (_number(entry, event, dyad), _added(entry, event), _moment(entry.day))
    where = (WEB, entry.known.outlet or urlsplit(url).hostname, url) if url else (CITATION_ONLY, entry.outlet, entry.id)
    near = [entry.near(actor, span) if actor else None for actor in dyad.actors]
    offsets = (*(mention["start"] if mention else None for mention in near), span["start"])
    length = len(entry.article["text"])
    return (*told, *where, sentence or None, *offsets, 1, None, length, None, None, f"vakanuvis:{event['id']}")


def _sentence_starts(entry: Entry, tokens: TokenLexicon) -> list[int]:
    """Where the sentences begin; those inside a quotation belong to the sentence around it."""
    text, offsets = clean(entry.article["text"])
    article = Article(entry.id, entry.article["text"])
    sentences = split_sentences(Doc(article, text, offsets), tokens).sentences or ()
    return [offsets.back(sentence.span).start for sentence in sentences if sentence.quotation is None]
