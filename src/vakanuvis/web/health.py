"""The health page: what was read by which rule, what stayed open, what could not be read, and by which reader.

In:  a visit to ``/saglik``.
Out: counts as they were taken when conclusions were last drawn; nothing is counted for the visit.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from vakanuvis.export import wording
from vakanuvis.lexicon.rules import rules
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Row, Visit

REJECTED, RULES = 50, 25
PLACES = {"known": "yeri ve devleti belli", "no state": "yeri belli, devleti değil", "none": "yeri yazılmamış"}
SPEAKERS = {"resolved": "söyleyeni bulunan", "unresolved": "söyleyeni bulunamayan"}
SAMENESS = {"same": "aynı sayılan ad çifti", "different": "ayrı tutulan ad çifti", "unsure": "açık kalan ad çifti"}
LINKS = {
    ("statement speaker", "unresolved"): {"sira": "soyleyen"},
    ("event date", "publication"): {"sira": "yayim"},
    ("event date", "none"): {"sira": "tarihsiz"},
    ("sameness", "unsure"): {"sira": "kimlik"},
}


@dataclass(frozen=True, slots=True)
class Share:
    """One value of a tally: what it is called, how many, in a hundred of all, and where they are listed."""

    label: str
    count: int
    percent: float
    address: str | None


def health(visit: Visit) -> Answer:
    """All counts."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    rows = visit.ask("health.tallies")
    for row in rows:
        found[row["name"]][row["value"]] = row["count"]
    if visit.form:
        return Answer("health.html", rows=[row for row in rows if not row["name"].endswith("month")])
    sameness = {row["verdict"]: row["count"] for row in visit.ask("health.sameness")}
    rejected = visit.ask("health.rejected", after=visit.asked("sonra") or "", limit=REJECTED)
    articles = (visit.ask_one("health.newest") or {})["articles"]
    return Answer(
        "health.html",
        {
            "counts": {
                name: found[name].get("", 0) for name in ("articles", "statements", "events", "agreements", "actors")
            },
            "behind": articles - found["articles"].get("", 0),
            "groups": [
                ("Sözlerin söyleyeni", _shares(visit, "statement speaker", found["statement speaker"], SPEAKERS)),
                ("Sözlerin türü", _shares(visit, "statement kind", found["statement kind"], wording.STATEMENT_KINDS)),
                ("Olay tarihlerinin dayanağı", _shares(visit, "event date", found["event date"], wording.DATE_BASES)),
                ("Olayların yeri", _shares(visit, "event place", found["event place"], PLACES)),
                ("Olayların gerçekleşmesi", _shares(visit, "event status", found["event status"], wording.STATUSES)),
                ("Kim kimdir", _shares(visit, "sameness", sameness, SAMENESS)),
            ],
            "rules": [
                ("Sözleri okuyan kurallar", "soz-kurali", _rules(visit, found["statement rule"])),
                ("Olayları okuyan kurallar", "olay-kurali", _rules(visit, found["event rule"])),
            ],
            "codes": found["rejected"],
            "rejected": rejected,
            "more": rejected[-1]["found_at"] if len(rejected) == REJECTED else None,
            "readers": visit.ask("health.readers"),
            "decided": visit.ask("health.decisions"),
        },
    )


def _shares(visit: Visit, name: str, counts: dict[str, int], words: dict[str, str]) -> list[Share]:
    total = sum(counts.values()) or 1
    say, ordered = visit.tongue.say, sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [
        Share(
            say(words.get(value, value)),
            count,
            100 * count / total,
            visit.to("/inceleme", **LINKS[name, value]) if (name, value) in LINKS and count else None,
        )
        for value, count in ordered
    ]


def _rules(visit: Visit, counts: dict[str, int]) -> list[Row]:
    known, places = rules(), visit.room.lexicon_places
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [
        {
            "rule": rule,
            "count": count,
            "told": visit.tongue.rule(known[rule]) if rule in known else places.get(rule, ""),
        }
        for rule, count in ordered[:RULES]
    ]
