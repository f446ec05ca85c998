"""Find the statements of several articles that are one saying.

In:  statements with their speakers in the registry, one speaker (or one story) after the other.
Out: groups of statement ids, the fullest wording first.

    Gün:     Orel, "Sınırda bekleyen kamyon görmek istemiyoruz, kapılar açılacak" dedi.
    Akşam:   Orel, sınırda bekleyen kamyon görmek istemediklerini söyledi.
    (“We want to see no lorries waiting at the border, the gates will open.” · … that they want to see no lorries …)

Words are compared by their stems, so that reported speech is known again and a cut quotation stands in the whole one.
What many occasions have in common (thanks, condolences) ties nothing by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from vakanuvis.resolve.clusters import Clusters
from vakanuvis.resolve.near_duplicates import days_between
from vakanuvis.resolve.printed import words_of

# Letters that make a stem. Shorter than for whole stories: a reported clause bends nearly every word (ülke, ülkenin).
_STEM = 4
_SHORTEST = 3
_RUN = 2  # stems in a row by which statements are looked up
_LONG_RUN = 4  # the same, for long statements, whose shorter runs very many may share
_FEWEST = 4  # stems that a statement must have to be known again elsewhere
_FEWEST_IN_A_STORY = 3
_SHARED = 0.75  # of the shorter one's stems, in order
_SHARED_IN_A_STORY = 0.6
_SHARED_LONG_AFTER = 0.9
_SOON = 3  # days
_LONG_AFTER = 30
_LONG = 8  # stems: nobody says so many twice
_COMPARED = 8  # statements, those that share most runs
_IN_ALL = 60  # statements of one speaker that share a run of stems: a set phrase


@dataclass(frozen=True)
class Statement:
    """A statement to be compared. ``speaker`` is None where the registry knows nobody; ``published`` is EDTF.

    ``named``: the speaker is a person; ``repeats``: the fuller statement of the same article that this one repeats.
    """

    id: str
    article: str
    content: str
    published: str | None
    story: str | None = None
    speaker: str | None = None
    country: str | None = None
    named: bool = False
    repeats: str | None = None

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems in order, without the shortest words."""
        return tuple(
            word.folded if word.is_figure else word.folded[:_STEM]
            for word in words_of(self.content)
            if word.is_figure or len(word.folded) >= _SHORTEST
        )

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Stems in a row. Not kept: they take more room than the statement, and are asked for twice at most."""
        return frozenset(
            self.stems[at : at + size] for size in (_RUN, _LONG_RUN) for at in range(len(self.stems) - size + 1)
        )


@dataclass(frozen=True, slots=True)
class Saying:
    """Statements that are one saying, by id; the fullest first."""

    statements: tuple[str, ...]


class _Seen:
    """Looks statements up by their runs of stems."""

    def __init__(self) -> None:
        self._by_run: dict[tuple[str, ...], list[Statement]] = defaultdict(list)

    def add(self, statement: Statement) -> None:
        """Let ``statement`` be found."""
        for run in statement.runs:
            self._by_run[run].append(statement)

    def near(self, statement: Statement) -> list[Statement]:
        """Those that share most runs with this one. A run that very many share is a set phrase."""
        runs: Counter[str] = Counter()
        found: dict[str, Statement] = {}
        for run in statement.runs:
            sharing = self._by_run.get(run, ())
            if len(sharing) < _IN_ALL:
                for one in sharing:
                    runs[one.id] += 1
                    found[one.id] = one
        return [found[one] for one in sorted(runs, key=lambda one: (-runs[one], one))[:_COMPARED]]


def sayings_of_speaker(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """What one speaker is told to have said in several articles.

    Each statement goes to the fullest one that it repeats, so that nothing hangs on a chain.
    """
    groups: dict[str, list[Statement]] = {}
    leaders = _Seen()
    for statement in _fullest_first(statements):
        best = max(
            (leader for leader in leaders.near(statement) if are_one(leader, statement)),
            key=lambda leader: (shared(leader, statement), leader.id),
            default=None,
        )
        if best is None:
            leaders.add(statement)
            groups[statement.id] = [statement]
        else:
            groups[best.id].append(statement)
    yield from filter(_is_told_twice, map(tuple, groups.values()))


def sayings_of_story(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """What is told in several articles of one story, where not all of them say by whom.

    Chains are wanted: a quotation may be more like another quotation than like the fullest report of it. Two different
    people are two, also by way of a third one without a name.
    """
    told = _fullest_first(statements)
    clusters, seen = Clusters(statement.id for statement in told), _Seen()
    pairs: list[tuple[Statement, Statement]] = []
    for statement in told:
        pairs += ((fuller, statement) for fuller in seen.near(statement))
        seen.add(statement)
    for fuller, other in pairs:
        if not _may_be_of_one_speaker(fuller, other):
            clusters.keep_apart(fuller.id, other.id)
    for fuller, other in pairs:
        if are_one(fuller, other):
            clusters.join(fuller.id, other.id)
    groups: dict[str, list[Statement]] = {}
    for statement in told:
        groups.setdefault(clusters.find(statement.id), []).append(statement)
    yield from filter(_is_told_twice, map(tuple, groups.values()))


def _fullest_first(statements: Iterable[Statement]) -> list[Statement]:
    told = (statement for statement in statements if len(statement.stems) >= _FEWEST_IN_A_STORY)
    return sorted(told, key=lambda one: (-len(one.stems), -len(one.content), one.id))


def _is_told_twice(group: Sequence[Statement]) -> bool:
    return len({statement.article for statement in group}) > 1


def are_one(fuller: Statement, other: Statement) -> bool:
    """True where the other repeats the fuller one, whole or cut."""
    if fuller.article == other.article:
        return other.repeats == fuller.id
    if not _may_be_of_one_speaker(fuller, other):
        return False
    fewest = len(other.stems)
    in_story = fuller.story is not None and fuller.story == other.story
    if in_story:
        return shared(fuller, other) >= _SHARED_IN_A_STORY
    days = days_between(fuller.published, other.published)
    if fewest < _FEWEST or days is None or days > _LONG_AFTER:
        return False
    if days <= _SOON:
        return shared(fuller, other) >= _SHARED
    return fewest >= _LONG and shared(fuller, other) >= _SHARED_LONG_AFTER


def _may_be_of_one_speaker(one: Statement, other: Statement) -> bool:
    if one.speaker is None or other.speaker is None or one.speaker == other.speaker:
        return True
    of_one_state = one.country is None or other.country is None or one.country == other.country
    return of_one_state and not (one.named and other.named)


def shared(fuller: Statement, other: Statement) -> float:
    """How much of the other's wording stands in one place of the fuller one, in the same order; 0 to 1.

    A long speech holds the words of nearly every short sentence somewhere: only what stands around the longest run in
    common counts, no further off than the other statement is long.
    """
    matcher = SequenceMatcher(None, fuller.stems, other.stems, autojunk=False)
    blocks = matcher.get_matching_blocks()
    longest = max(blocks, key=lambda block: block.size)
    if longest.size < _RUN:
        return 0.0
    first, last = longest.a - len(other.stems), longest.a + longest.size + len(other.stems)
    return sum(block.size for block in blocks if first <= block.a < last) / len(other.stems)


def joined(by_speaker: Iterable[Sequence[Statement]], by_story: Iterable[Sequence[Statement]]) -> tuple[Saying, ...]:
    """Both kinds of groups together: where a speaker is not named, the story tells which saying it is."""
    leader: dict[str, str] = {}
    length: dict[str, int] = {}
    for group in by_speaker:
        for one in group:
            leader[one.id], length[one.id] = group[0].id, len(one.stems)
    for group in by_story:
        known = next((leader[one.id] for one in group if one.id in leader), group[0].id)
        for one in group:
            leader.setdefault(one.id, known)
            length[one.id] = len(one.stems)
    return tuple(_by_length(leader, length))


def _by_length(leader: Mapping[str, str], length: Mapping[str, int]) -> Iterator[Saying]:
    groups: dict[str, list[str]] = defaultdict(list)
    for identity, first in leader.items():
        groups[first].append(identity)
    for _, members in sorted(groups.items()):
        if len(members) > 1:
            yield Saying(tuple(sorted(members, key=lambda one: (-length[one], one))))
