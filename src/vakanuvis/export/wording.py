"""Turkish words for the codes of a reading: for the page, the terminal and the reasons.

In:  a code or a date of the contract.
Out: how a Turkish reader would say it; an unknown code stays as it is.

    2024-11-29/2024-11-30   29 Kasım 2024 – 30 Kasım 2024
    (29 November 2024 to 30 November 2024)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from vakanuvis.lexicon.plover import Plover
from vakanuvis.record.reading import Reading

ACTOR_KINDS = {"person": "kişi", "country": "devlet", "organization": "kuruluş", "group": "topluluk"}
ALLIANCES = {
    "EUR": "Avrupa Birliği",
    "UNO": "Birleşmiş Milletler",
    "IGO": "uluslararası kuruluşlar",
    "NGO": "sivil toplum kuruluşları",
    "MNC": "uluslararası şirketler",
    "IMG": "uluslararası silahlı gruplar",
}
"""Codes that stand in a state's place for those who belong to no state."""
STATEMENT_KINDS = {"direct": "doğrudan", "indirect": "dolaylı", "mixed": "karma"}
STATUSES = {
    "actual": "gerçekleşti",
    "planned": "planlandı",
    "negated": "gerçekleşmedi",
    "hypothetical": "varsayım",
    "historical": "geçmişte",
}
AGREEMENT_STATUSES = {"signed": "imzalandı", "planned": "planlandı", "rejected": "reddedildi", "mentioned": "anıldı"}
JUDGEMENT_KINDS = {"contradiction": "çelişki", "same": "aynı kişi"}
DATE_BASES = {
    "explicit": "metinde yazılı",
    "relative": "yayım gününe göre",
    "publication": "yayım tarihinden",
    "none": "tarih verilmemiş",
}
SLOTS = {
    "content": "söz",
    "speaker": "konuşan",
    "cue": "aktaran söz",
    "addressee": "muhatap",
    "mention": "anılma",
    "title": "unvan",
    "event": "olay",
    "actor": "yapan",
    "recipient": "alıcı",
    "time": "zaman",
    "place": "yer",
    "agreement": "anlaşma",
    "provision": "hüküm",
    "about": "konu",
}
MONTHS = (
    "Ocak",
    "Şubat",
    "Mart",
    "Nisan",
    "Mayıs",
    "Haziran",
    "Temmuz",
    "Ağustos",
    "Eylül",
    "Ekim",
    "Kasım",
    "Aralık",
)
SEASONS = {21: "ilkbahar", 22: "yaz", 23: "sonbahar", 24: "kış"}
DOUBTS = {"~": "yaklaşık ", "?": "belki ", "%": "belki yaklaşık "}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ELLIPSIS = "…"


def _as_it_is(turkish: str, **values: str) -> str:
    return turkish.format_map(values) if values else turkish


def date_words(edtf: str | None, say: Callable[..., str] = _as_it_is) -> str:
    """An EDTF date in words; what is no plain date stays as it is. ``say`` puts them into another language."""
    if not edtf:
        return ""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if first in ("", ".."):
            return say("{date} tarihine kadar", date=date_words(last, say))
        if last in ("", ".."):
            return say("{date} tarihinden beri", date=date_words(first, say))
        return f"{date_words(first, say)} – {date_words(last, say)}"
    found = _DATE.fullmatch(edtf)
    if not found:
        return edtf
    year, month, day, doubt = found.groups()
    words = " ".join(_date_parts(year, month, day, say))
    return say(DOUBTS[doubt]) + words if doubt else words


def _date_parts(year: str, month: str | None, day: str | None, say: Callable[..., str]) -> Iterable[str]:
    if day:
        yield str(int(day))
    if month and 1 <= int(month) <= len(MONTHS):
        yield say(MONTHS[int(month) - 1])
    yield year
    if month and int(month) in SEASONS:
        yield say(SEASONS[int(month)])


def shown(text: str) -> str:
    """``text`` on one line and without control letters, which could play tricks on a terminal."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def shortened(text: str, longest: int) -> str:
    """``text`` as ``shown`` gives it, cut between words where it is longer than ``longest``."""
    line = shown(text)
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:") + ELLIPSIS


def event_words(event: Mapping[str, Any], codes: Plover, say: Callable[..., str] = _as_it_is) -> str:
    """``görüşme, ziyaret`` for CONSULT visit."""
    code = codes.events.get(event["event"])
    mode = codes.mode(event["event"], event["mode"]) if event["mode"] else None
    return ", ".join(say(item.turkish) for item in (code, mode) if item)


def actor_names(reading: Reading) -> dict[str, str]:
    """What to call each actor of the reading, by id."""
    return {actor["id"]: str(actor["name"]) for actor in reading["actors"]}


def country_names(reading: Reading) -> dict[str, str]:
    """Turkish names of the states that the article names, by code."""
    return {
        actor["country"]: str(actor["name"])
        for actor in reading["actors"]
        if actor["kind"] == "country" and actor["country"]
    }


def sector_words(sectors: str | None, codes: Plover, say: Callable[..., str] = _as_it_is) -> str:
    """``yürütme, ordu`` for ``GOV;MIL``."""
    names = (sectors or "").split(";")
    return ", ".join(say(codes.sectors[name].turkish) if name in codes.sectors else name for name in names if name)
