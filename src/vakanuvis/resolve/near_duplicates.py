"""Decide whether two stories tell the same thing, and how the one came from the other.

In:  two Stories.
Out: their Relation, or None where they tell of different events, however alike their subject or their mould.

    12 Mart: Kazada 6 kişi öldü.    13 Mart: Kazada ölenlerin sayısı 8'e yükseldi.    → update
    (Six people died in the accident.        The number of the dead rose to eight.)

Wording alone does not decide: the exchange closes every day in the same sentences. Two stories are one if the shorter
stands in the longer (sentence by sentence, by stems), the lead of one is told in the other, and what fills the mould,
names and numbers, is the same; numbers may grow where people are counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from vakanuvis.resolve.signatures import Signature
from vakanuvis.resolve.wording import Line, Wording, wording_of

Kind = Literal["copy", "rewrite", "update"]

# All shares below were set on the tuning half of bench/gold/duplicates; `python -m bench.duplicates` measures them.
_COVERED = 0.5  # of the shorter story's wording, to be the same story
_COVERED_LATER = 0.75  # the same, where more than _SOON days lie between: by then a paper rewrites nothing
_LEAD_COVERED = 0.4  # of the lead of one in the other: a shared background paragraph stands at the end
_NAMES = 0.7  # of the names of the story that has fewer
_NAMES_GROWN = 0.9  # the same, where the numbers differ
_NUMBERS = 0.5  # of the numbers of the story that has fewer
_NUMBERS_ANY_DAY = 0.8  # the same, where the day of one is not known: moulds of the stock exchange keep half of theirs
_SENTENCE = 0.5  # of a sentence's stems in one place of the other story, to count as told there
_COPIED = 0.8  # of the shorter story's runs of words, to be a copy
_WHOLE = 0.95  # the same, where nothing but an end was cut
_KEPT = 0.3  # the same, to be an update: whoever brings a report up to date keeps its sentences
_ADDED = 0.15  # of an update's wording, at least, is not in the story before
_SIGNED = 0.15  # of the hashes: the least alike of the tuning half share .42 of their stems
_SOON = 2  # days
_LATEST = 10  # days: what is told again after more is another event, or an old text printed again
_TOLL_DAYS = 4
_LEAD = 2  # sentences
_FEWEST_WORDS = 12  # below this only the very same words make the same story
_FEWEST_NAMES = 2
_FEWEST_STEMS = 4  # a shorter sentence (a subheading, a credit line) is no wording
_REPRINTED = 60  # words


@dataclass(frozen=True, slots=True)
class Story:
    """What is compared of an article. ``text`` is its body; a headline before it is left out. ``published``: EDTF."""

    article_id: str
    title: str | None
    text: str
    published: str | None
    outlet: str | None
    signature: Signature

    @property
    def body(self) -> str:
        """The text without the headline that some sources repeat before it."""
        text = self.text.lstrip()
        return text[len(self.title) :] if self.title and text.startswith(self.title) else text


@dataclass(frozen=True, slots=True)
class Relation:
    """``other`` tells again what ``one`` told; ``one`` is the earlier (on the same day the shorter).

    ``similarity``: the share (0 to 1) of the shorter story's wording that stands in the longer. ``words``: how long
    each is. ``because``: the rule, then what was measured.
    """

    one: str
    other: str
    kind: Kind
    similarity: float
    words: tuple[int, int]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """Two stories, the earlier first, and what they share. Shares are None where there is nothing to share."""

    one: Wording
    other: Wording
    days: int | None
    copied: float
    forward: float  # how much of one stands in the other
    back: float
    names: float | None
    numbers: float | None


def relation(one: Story, other: Story) -> Relation | None:
    """How two stories are related; the order in which they are given does not matter."""
    if one.article_id == other.article_id or _are_signed_apart(one.signature, other.signature):
        return None
    one, other = sorted((one, other), key=_order)
    days = days_between(one.published, other.published)
    first, second = wording_of(one.body), wording_of(other.body)
    if not first.words or not second.words or _is_hopeless(first, second):
        return None
    told = _Measured(
        first,
        second,
        days,
        _share(first.runs, second.runs) or 0.0,
        _covered(first.lines, second.lines),
        _covered(second.lines, first.lines),
        _share(first.names, second.names, fewest=_FEWEST_NAMES),
        _share(first.numbers, second.numbers),
    )
    if not _is_the_same(told):
        return None
    kind = _kind(told)
    return Relation(
        one.article_id,
        other.article_id,
        kind,
        round(max(told.copied, told.forward, told.back), 4),
        (len(first.words), len(second.words)),
        _because(kind, told),
    )


def days_between(one: str | None, other: str | None) -> int | None:
    """The fewest days that can lie between two EDTF dates; None where one is not known."""
    first, second = _days_of(one), _days_of(other)
    if first is None or second is None:
        return None
    return max((second[0] - first[1]).days, (first[0] - second[1]).days, 0)


def _days_of(published: str | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that a date can mean."""
    parts = (published or "")[:10].split("-")
    try:
        known = [int(part) for part in parts]
        first = datetime.date(*(*known, 1, 1)[:3])
    except ValueError:
        return None
    if len(known) == 3:
        return first, first
    later = first.replace(day=28) + datetime.timedelta(days=4) if len(known) == 2 else first.replace(month=12, day=31)
    return first, later - datetime.timedelta(days=later.day) if len(known) == 2 else later


def _order(story: Story) -> tuple[str, int, str]:
    return story.published or "", len(story.body), story.article_id


def _are_signed_apart(one: Signature, other: Signature) -> bool:
    """True if the signatures already show that too little is shared: spares the reading of both texts."""
    return one.shared(other) < _SIGNED


def _is_hopeless(one: Wording, other: Wording) -> bool:
    """True if not even all sentences together share enough: spares the comparing of sentences."""
    return (_share(one.stems, other.stems) or 0.0) < _COVERED * _SENTENCE


def _is_the_same(told: _Measured) -> bool:
    same_words = told.one.words == told.other.words
    shortest = min(len(told.one.words), len(told.other.words))
    if shortest < _FEWEST_WORDS:
        return same_words and _is_within(told, _SOON)
    if told.days is not None and told.days > _LATEST:
        return same_words and shortest >= _REPRINTED
    wording = max(told.forward, told.back)
    # Where the day of one is not known, a rewritten story cannot be told from the next day's filling of the same mould.
    if told.days is None and (told.copied < _COPIED or _names_differ(told.one, told.other, told)):
        return False
    if not _is_within(told, _SOON) and max(told.forward, told.copied) < _COVERED_LATER:
        return False
    return wording >= _COVERED and _shares_a_lead(told) and _is_filled_alike(told)


def _is_within(told: _Measured, days: int) -> bool:
    return told.days is not None and told.days <= days


def _shares_a_lead(told: _Measured) -> bool:
    one, other = told.one, told.other
    return max(_covered(_opening(one), other.lines), _covered(_opening(other), one.lines)) >= _LEAD_COVERED


def _is_filled_alike(told: _Measured) -> bool:
    """True if the mould, if it is one, is filled with the same names and numbers."""
    if told.copied >= _WHOLE:
        return True
    if told.names is None and (told.numbers is None or told.copied < _COPIED):
        return told.copied >= _COPIED and told.numbers in (None, 1.0)
    if told.names is not None and (told.names < _NAMES or _names_differ(_lead(told.one), _lead(told.other), told)):
        return False
    enough = _NUMBERS if told.days is not None else _NUMBERS_ANY_DAY
    if told.numbers is None or (told.numbers >= enough and not _lead_numbers_differ(told)):
        return True
    if not _is_within(told, _TOLL_DAYS) or told.names is None or told.names < _NAMES_GROWN:
        return False
    if told.numbers >= _NUMBERS and told.copied >= _KEPT:
        return True
    return _has_grown(told.one, told.other) or (told.days == 0 and _has_grown(told.other, told.one))


def _names_differ(one: Line | Wording, other: Line | Wording, told: _Measured) -> bool:
    """True if a part of either story names somebody whom the other names nowhere: who fills the mould."""
    return bool(one.names - told.other.stems) and bool(other.names - told.one.stems)


def _lead_numbers_differ(told: _Measured) -> bool:
    one, other = _lead(told.one), _lead(told.other)
    return bool(one.numbers - told.other.numbers) and bool(other.numbers - told.one.numbers)


def _opening(wording: Wording) -> list[Line]:
    """The first sentences that are long enough to tell something."""
    return [line for line in wording.lines if len(line.stems) >= _FEWEST_STEMS][:_LEAD]


def _lead(wording: Wording) -> Line:
    """The opening as one."""
    lines = _opening(wording)
    return Line(
        frozenset().union(*(line.stems for line in lines)),
        frozenset().union(*(line.names for line in lines)),
        frozenset().union(*(line.numbers for line in lines)),
    )


def _has_grown(before: Wording, after: Wording) -> bool:
    """True if what both count (``12 kişi`` … ``31 kişi``) has grown somewhere and shrunk nowhere.

    Known gap: the missing grow fewer as they are found, but so does any figure of a daily table.
    """
    pairs = [(before.counts[noun], after.counts[noun]) for noun in before.counts.keys() & after.counts.keys()]
    if any(max(later) < max(earlier) for earlier, later in pairs):
        return False
    return any(max(later) > max(earlier) for earlier, later in pairs)


def _kind(told: _Measured) -> Kind:
    changed = bool(told.one.numbers - told.other.numbers) and bool(told.other.numbers - told.one.numbers)
    if told.days is None:
        return "copy"
    later = told.days > _SOON
    if told.copied >= _WHOLE or (told.copied >= _COPIED and not changed and not later):
        return "copy" if told.copied >= _WHOLE or not _adds(told) else "update"
    if changed or later or (_adds(told) and _goes_on(told)):
        return "update"
    return "rewrite"


def _adds(told: _Measured) -> bool:
    """True if the later story is the longer one and tells what the earlier did not."""
    return len(told.other.words) > len(told.one.words) and told.back <= 1 - _ADDED and told.forward > told.back


def _goes_on(told: _Measured) -> bool:
    """True if the later story keeps the earlier one's sentences, or comes later with numbers of its own."""
    return told.copied >= _KEPT or (bool(told.days) and bool(told.other.numbers - told.one.numbers))


def _covered(lines: Iterable[Line], other: tuple[Line, ...]) -> float:
    """How much of the wording of ``lines`` stands in ``other``: each sentence in one or two that follow each other."""
    places = [line.stems for line in other]
    places += [first | second for first, second in pairwise(places)]
    told = there = 0.0
    for line in lines:
        count = len(line.stems)
        if count < _FEWEST_STEMS:
            continue
        there += count
        best = max((len(line.stems & place) for place in places), default=0)
        told += best if best >= _SENTENCE * count else 0
    return told / there if there else 0.0


def _share(one: frozenset[object], other: frozenset[object], *, fewest: int = 1) -> float | None:
    """How much of the smaller set is in the larger; None where it has fewer than ``fewest``."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= fewest else None


def _because(kind: Kind, told: _Measured) -> tuple[str, ...]:
    shares = {
        "wording": max(told.forward, told.back),
        "runs": told.copied,
        "names": told.names,
        "numbers": told.numbers,
    }
    measured = [f"{name}:{share:.2f}" for name, share in shares.items() if share is not None]
    return (f"story-{kind}", *measured, f"days:{'?' if told.days is None else told.days}")
