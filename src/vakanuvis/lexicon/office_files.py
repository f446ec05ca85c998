"""The files of the office register, read and checked.

In:  ``world/office_names.yaml`` and one file of ``world/offices/`` for each state.
Out: their entries. Refused: an unknown state, office or date, a term that ends before it begins, two terms of one
     office at one time, two spellings of one person, a person who is another state's in ``world/politicians.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_yaml
from vakanuvis.lexicon.spellings import name_words
from vakanuvis.lexicon.world import Politician, WorldLexicon
from vakanuvis.record.days import days_of
from vakanuvis.text.letters import folded, unmarked

FOLDER = "world"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office and the names that mean the same in every state; explained at the top of ``office_names.yaml``."""

    office: str
    english: str
    also: tuple[str, ...] = ()
    listed: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of office; its fields are explained in ``lexicon/README.md``."""

    name: str
    from_: str
    until: str = ""
    seen: str = ""
    acting: bool = False
    other: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office of one state or body, and who held it."""

    office: str
    of: str
    source: str
    holders: tuple[Holder, ...]
    also: tuple[str, ...] = ()
    disputed: bool = False
    at: str = ""


def read_office_names(folder: Path) -> tuple[OfficeName, ...]:
    """The names of offices. Raises LexiconError."""
    names = read_yaml(folder / FOLDER / "office_names.yaml", OfficeName)
    seen: dict[str, str] = {}
    for row in names:
        for name in (row.office, *row.also):
            if folded(name) in seen:
                raise LexiconError.repeated(_place(row.at), name, seen[folded(name)])
            seen[folded(name)] = row.at
    return names


def office_entries(
    folder: Path, names: Iterable[OfficeName], codes: Mapping[str, str], world: WorldLexicon
) -> tuple[OfficeEntry, ...]:
    """All entries, checked. ``codes`` leads from every name of a state or body to its code. Raises LexiconError."""
    offices = [row.office for row in names]
    entries: list[OfficeEntry] = []
    for path in sorted((folder / FOLDER / "offices").glob("*.yaml")):
        for entry in read_yaml(path, OfficeEntry):
            _check_entry(entry, path.stem, offices, codes)
            entries.append(entry)
    _refuse_repeated(entries)
    _check_people(entries, codes, world)
    return tuple(entries)


def _check_entry(entry: OfficeEntry, stem: str, offices: list[str], codes: Mapping[str, str]) -> None:
    if entry.office not in offices:
        raise LexiconError.wrong_value(_place(entry.at), "office", entry.office, offices)
    code = codes.get(entry.of)
    if code is None or unmarked(code) != stem:
        own = [name for name, known in codes.items() if unmarked(known) == stem]
        raise LexiconError.wrong_value(_place(entry.at), "of", entry.of, own)
    for number, holder in enumerate(entry.holders, 1):
        _check_holder(holder, is_last=number == len(entry.holders))
    if not entry.disputed:
        for before, after in pairwise(entry.holders):
            _check_order(before, after)


def _check_holder(holder: Holder, *, is_last: bool) -> None:
    place = _place(holder.at)
    for field, written in (("from", holder.from_), ("until", holder.until), ("seen", holder.seen)):
        if written and not _is_date(written):
            raise LexiconError.wrong_shape(place, field, "2024, 2024-11 ya da 2024-11-15 gibi bir tarih")
    if not holder.until and not (holder.seen and is_last):
        raise LexiconError.missing_field(place, "seen" if is_last else "until")
    end = days_of(holder.until or holder.seen)[1]
    begin = days_of(holder.from_)[0]
    if end and begin and end < begin:
        raise LexiconError.ends_before_it_begins(place, holder.name)


def _is_date(written: str) -> bool:
    first = days_of(written)[0] if _DATE.fullmatch(written) else None
    try:
        return first is not None and bool(date.fromisoformat(first))
    except ValueError:
        return False


def _check_order(before: Holder, after: Holder) -> None:
    """A day may be shared: the old holder leaves and the new one comes."""
    end, begin = days_of(before.until or before.seen)[0], days_of(after.from_)[1]
    if end and begin and begin < end:
        raise LexiconError.two_holders(_place(after.at), after.name, before.name)


def _refuse_repeated(entries: list[OfficeEntry]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in entries:
        key = (entry.office, entry.of)
        if key in seen:
            raise LexiconError.repeated(_place(entry.at), f"{entry.of}: {entry.office}", seen[key])
        seen[key] = entry.at


def _check_people(entries: list[OfficeEntry], codes: Mapping[str, str], world: WorldLexicon) -> None:
    known: dict[tuple[str, ...], list[Politician]] = {}
    for politician in world.politicians:
        for name in (politician.name, *politician.other):
            known.setdefault(name_words(name), []).append(politician)
    states = {country.code for country in world.countries}
    serves: dict[str, set[str]] = {}
    spelt: dict[tuple[str, ...], str] = {}
    for entry, holder in _every_holder(entries):
        serves.setdefault(holder.name, set()).add(codes[entry.of])
        spelt.setdefault(name_words(holder.name), holder.name)
    for entry, holder in _every_holder(entries):
        _check_spelling(holder, spelt, known)
        countries = [politician.country for politician in known.get(name_words(holder.name), ())]
        # Who heads a body of many states, too, is known as its own state's or as the body's.
        if countries and serves[holder.name] <= states and codes[entry.of] not in countries:
            raise LexiconError.other_country(_place(holder.at), holder.name, countries[0])


def _check_spelling(
    holder: Holder, spelt: Mapping[tuple[str, ...], str], known: Mapping[tuple[str, ...], list[Politician]]
) -> None:
    words = name_words(holder.name)
    right = [politician.name for politician in known.get(words, ())]
    if right and holder.name not in right:
        raise LexiconError.wrong_value(_place(holder.at), "name", holder.name, right)
    others = {spelt.get(name_words(name), holder.name) for name in holder.other} | {spelt[words]}
    if others != {holder.name}:
        raise LexiconError.wrong_value(_place(holder.at), "name", holder.name, sorted(others - {holder.name}))


def _every_holder(entries: list[OfficeEntry]) -> Iterator[tuple[OfficeEntry, Holder]]:
    return ((entry, holder) for entry in entries for holder in entry.holders)


def _place(at: str) -> str:
    file, _, line = at.rpartition(":")
    return f"{file}, satır {line}"
