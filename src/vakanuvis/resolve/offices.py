"""Do two observations of a person hold the same office, or offices that one person cannot hold?

In:  two observations, with their offices and the days of the articles.
Out: the name of a rule that speaks for or against one bearer, or None.

    Dışişleri Bakanı Hakan Fidan (2024)    Dışişleri Bakanı Fidan (2025)
    ~~~~~~~~~~~~~~~~                       ~~~~~~~~~~~~~~~~
    (Foreign Minister …: the same office.)
"""

from __future__ import annotations

from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.record.registry import Observation, Office
from vakanuvis.text.letters import folded

# Sectors of the PLOVER code book for those who govern, serve the state or seek to: people move among them all the time.
_PUBLIC = frozenset({"GOV", "LEG", "MIL", "PTY", "JUD", "OPP", "ELI", "SPY", "COP", "PRE"})
# Years between two windows of articles after which a name alone is no longer the same bearer: a long public life.
_LIFETIME = 40
# Years for which the news speaks of whoever holds an office: two terms of most heads of state.
_TERMS = 8


def shared_office(one: Observation, other: Observation, names: NameLexicon) -> str | None:
    """The office that both hold for the same state, or for one that one of them leaves open."""
    mine = {folded(office.office): office.country for office in _offices(one, names)}
    for office in sorted(_offices(other, names), key=lambda held: held.office):
        plain = folded(office.office)
        if plain in mine and (mine[plain] is None or office.country is None or mine[plain] == office.country):
            return plain
    return None


def share_own_office(one: Observation, other: Observation, names: NameLexicon) -> bool:
    """True if both hold one office that has one holder at a time, and articles speak of both in the same years."""
    office = shared_office(one, other, names)
    return office is not None and names.is_own_office(office) and years_between(one, other) <= _TERMS


def what_parts(one: Observation, other: Observation, names: NameLexicon) -> str | None:
    """Why two bearers of one name in one state are perhaps not the same; None if nothing speaks against it."""
    if years_between(one, other) > _LIFETIME:
        return "far-apart"
    if not one.offices or not other.offices or _share_any(one, other):
        return "other-sector" if _walks_differ(one, other) and not _share_any(one, other) else None
    if _walks_differ(one, other) or _is_trade(one, names) != _is_trade(other, names):
        return "other-sector"
    return "other-office" if _clash(one, other, names) else None


def hold_other_offices(one: Observation, other: Observation, names: NameLexicon) -> bool:
    """True if the articles give offices to both, and none to both: a whole name bears that, a part of one does not."""
    return bool(_offices(one, names) and _offices(other, names)) and not _share_any(one, other)


def may_be_successors(one: Observation, other: Observation, names: NameLexicon) -> bool:
    """True if the same office was held so far apart that the names must be equal to mean one bearer: the two Bushes."""
    return shared_office(one, other, names) is not None and years_between(one, other) > _TERMS


def years_between(one: Observation | Office, other: Observation | Office) -> int:
    """Years from the end of the earlier window to the beginning of the later; 0 where they meet or are not known."""
    if not (one.first and one.last and other.first and other.last):
        return 0
    return max(0, _year(one.first) - _year(other.last), _year(other.first) - _year(one.last))


def _year(day: str) -> int:
    # EDTF may write 2024-11, 2024-11-15, 202X or 2024?.
    digits = day[:4].replace("X", "5")
    return int(digits) if digits.isdigit() else 0


def _offices(seen: Observation, names: NameLexicon) -> list[Office]:
    return [office for office in seen.offices if folded(office.office) not in names.trades]


def _share_any(one: Observation, other: Observation) -> bool:
    """True if an office of one is an office of the other, perhaps shortened: `Bakan` for `Dışişleri Bakanı`."""
    return any(_fits(mine.office, theirs.office) for mine in one.offices for theirs in other.offices)


def _fits(one: str, other: str) -> bool:
    short, long = sorted((folded(one).split(), folded(other).split()), key=len)
    # The last word says what the office is: a chairman's deputy is no chairman.
    return long[-1].startswith(short[-1]) and all(any(word.startswith(part) for word in long) for part in short)


def _walks_differ(one: Observation, other: Observation) -> bool:
    """True if one is known to serve the state and the other known not to: a minister and a reporter."""
    if one.sector is None or other.sector is None:
        return False
    return _is_public(one.sector) != _is_public(other.sector)


def _is_public(sector: str) -> bool:
    return sector.partition(";")[0] in _PUBLIC


def _is_trade(seen: Observation, names: NameLexicon) -> bool:
    return not _offices(seen, names)


def _clash(one: Observation, other: Observation, names: NameLexicon) -> bool:
    """True if both hold, at one time, different offices of which nobody holds two."""
    for mine in one.offices:
        for theirs in other.offices:
            both = (folded(mine.office), folded(theirs.office))
            if mine.former or theirs.former or any(office.split()[-1] not in names.exclusive for office in both):
                continue
            if all(map(names.is_own_office, both)) and years_between(mine, theirs) == 0:
                return True
    return False
