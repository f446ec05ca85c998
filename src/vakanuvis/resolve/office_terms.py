"""Who held which office from when to when, as many articles tell it, and where they or the register disagree.

In:  Sightings: each title that an article gives to an entity, with the article's day and the letters.
Out: Terms with the first and the last article, the register's own term beside each; Contradictions with both sides.

    2024-03-02  Rusya Savunma Bakanı Sergey Şoygu      first
    2024-05-10  Rusya Savunma Bakanı Şoygu             last; known: 2012-11-06 to 2024-05
    2024-11-15  Rusya Savunma Bakanı Sergey Şoygu      contradicts lexicon/world/offices/rus.yaml

Nothing is corrected. A title counts against somebody only if it is told as of the article's own days (`Sighting.acts`):
newspapers call the ministers of past years ministers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from vakanuvis.lexicon.offices import Against, OfficeLexicon, Seat
from vakanuvis.record.days import days_of
from vakanuvis.record.span import Span
from vakanuvis.record.terms import Contradiction, KnownTerm, Side, Sighting, Term
from vakanuvis.text.letters import folded

# Days within which one holder seen before and after another makes the two contradict each other. Longer than the news
# keeps calling one who left by the title; shorter than any return to an office in the register.
_AMID = 31
# Sides of one contradiction, beside the register's: the first article and a few more are enough to look at.
_MOST_SIDES = 5


@dataclass(frozen=True, slots=True)
class _Post:
    """An office of one state or body: in the register, or known to be held by one person wherever it is."""

    office: str
    of: str
    country: str
    seat: Seat | None


def office_terms(sightings: Iterable[Sighting], register: OfficeLexicon) -> tuple[Term, ...]:
    """One term for each entity, office, state and `eski`; the short form beside a long one (`Bakan`) is left out."""
    groups: dict[tuple[str, str, str | None, bool], list[Sighting]] = defaultdict(list)
    seats: dict[tuple[str, str, str | None, bool], Seat] = {}
    for seen in sightings:
        seat = register.seat(seen.office, seen.country, seen.printed)
        key = (seen.entity, seat.office if seat else seen.office, seen.country, seen.former)
        groups[key].append(seen)
        if seat:
            seats[key] = seat
    longer: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for entity, office, country, _ in groups:
        longer[entity, country].append(folded(office))
    return tuple(
        _term(groups[key], key[1], seats.get(key), register)
        for key in sorted(groups, key=lambda key: (key[0], key[1], key[2] or "", key[3]))
        if not _is_short(folded(key[1]), longer[key[0], key[2]])
    )


def title_contradictions(sightings: Iterable[Sighting], register: OfficeLexicon) -> tuple[Contradiction, ...]:
    """Titles that the register speaks against, and two people with one office in the same days."""
    posts: dict[_Post, list[Sighting]] = defaultdict(list)
    for seen in sorted(sightings, key=lambda seen: (days_of(seen.day)[0] or "", seen.article, seen.span)):
        post = _post(seen, register) if seen.day and not seen.former else None
        if post is not None and not (post.seat and post.seat.disputed):
            posts[post].append(seen)
    found: list[Contradiction] = []
    for post in sorted(posts, key=lambda post: (post.country, post.of, post.office)):
        against = list(_against_register(post, posts[post], register))
        wrong = {told.subject for told in against}
        found += [*against, *_against_each_other(post, posts[post], wrong, register)]
    return tuple(found)


def _term(seen: list[Sighting], office: str, seat: Seat | None, register: OfficeLexicon) -> Term:
    dated = sorted(((day, one) for one in seen if (day := days_of(one.day)[0])), key=_when)
    (first, first_seen), (last, last_seen) = (dated[0], dated[-1]) if dated else ((None, None), (None, None))
    known = _known(seen[0], first, last, seat, register) if seat else None
    return Term(
        *(seen[0].entity, office, seen[0].country, seen[0].former, first, last),
        articles=len({one.article for one in seen}),
        known=known,
        because=(known.at,) if known else (),
        first_seen=first_seen,
        last_seen=last_seen,
    )


def _when(dated: tuple[str, Sighting]) -> tuple[str, str, Span, str]:
    day, seen = dated
    return day, seen.article, seen.span, seen.record


def _known(
    seen: Sighting, first: str | None, last: str | None, seat: Seat, register: OfficeLexicon
) -> KnownTerm | None:
    return register.term_of(seat, seen.name, *((None, None) if seen.former else (first, last)))


def _is_short(office: str, others: list[str]) -> bool:
    """True for one word that begins the last word of a longer office: `bakan`, `savunma bakanı`."""
    return " " not in office and any(" " in other and other.split()[-1].startswith(office) for other in others)


def _post(seen: Sighting, register: OfficeLexicon) -> _Post | None:
    if not register.is_told_of(seen.printed, seen.office, seen.name, seen.country):
        return None
    seat = register.seat(seen.office, seen.country, seen.printed)
    if seat is not None:
        return _Post(seat.office, seat.of, seat.country, seat)
    office, of = register.office_name(seen.office), register.owner_of(seen.printed, seen.office, seen.country)
    return _Post(office, of, seen.country, None) if office and of and seen.country else None


def _against_register(post: _Post, sightings: list[Sighting], register: OfficeLexicon) -> Iterator[Contradiction]:
    groups: dict[tuple[str, str], list[Sighting]] = {}
    against: dict[tuple[str, str], Against] = {}
    for seen in sightings if post.seat else ():
        found = register.against(post.seat, seen.name, seen.day) if post.seat and seen.day else None
        if found is not None and (seen.acts or (found.elsewhere is not None and not found.before)):
            key = (seen.entity, found.holder.at)
            groups.setdefault(key, []).append(seen)
            against.setdefault(key, found)
    for key, group in groups.items():
        holder, seen = against[key].holder, group[0]
        known = f"{holder.name} ({holder.begin}/{holder.end or '..'})"
        yield Contradiction(
            "title",
            seen.entity,
            days_of(seen.day)[0] or "",
            f"{post.of} · {post.office}: {seen.name} ≠ {known}",
            (*_sides(group), Side(known, known_at=holder.at, source=holder.source)),
            (holder.at, *((own.at,) if (own := against[key].elsewhere) else ())),
        )


def _against_each_other(
    post: _Post, sightings: list[Sighting], wrong: set[str | None], register: OfficeLexicon
) -> Iterator[Contradiction]:
    by_entity: dict[str, list[Sighting]] = defaultdict(list)
    for seen in sightings:
        if seen.acts and seen.entity not in wrong and _is_day(seen):
            by_entity[seen.entity].append(seen)
    for mine, theirs in combinations(by_entity.values(), 2):
        pair = _amid(mine, theirs) or _amid(theirs, mine)
        if pair is None or not register.are_two(pair[0].name, pair[1].name, post.country):
            continue
        one, other = sorted(pair, key=lambda seen: (seen.day or "", seen.article, seen.span))
        yield Contradiction(
            "title",
            one.entity,
            one.day or "",
            f"{post.of} · {post.office}: {one.name} ≠ {other.name}",
            _sides([one, other]),
            ("one-office-two-holders",),
        )


def _amid(holder: list[Sighting], guest: list[Sighting]) -> tuple[Sighting, Sighting] | None:
    """One of the holder's and one of the guest's: of one day, or the guest's between two that lie within a month."""
    days = [_ordinal(seen) for seen in holder]
    for seen in guest:
        day = _ordinal(seen)
        at = bisect_left(days, day)
        if at < len(days) and (days[at] == day or (at and days[at] - days[at - 1] <= _AMID)):
            return holder[at], seen
    return None


def _is_day(seen: Sighting) -> bool:
    first, last = days_of(seen.day)
    return first is not None and first == last == seen.day


def _ordinal(seen: Sighting) -> int:
    return date.fromisoformat(seen.day or "").toordinal()


def _sides(sightings: list[Sighting]) -> tuple[Side, ...]:
    first: dict[str, Sighting] = {}
    for seen in sightings:
        first.setdefault(seen.article, seen)
    return tuple(
        Side(f"{seen.name}: {seen.printed}", seen.article, seen.record, seen.span)
        for seen in list(first.values())[:_MOST_SIDES]
    )
