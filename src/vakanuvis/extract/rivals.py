"""Choose between the readings of the same words.

In:  the drafts of a sentence with their scenes.
Out: those that stay: one for each predicate, and one for a promise and the act promised.

    Kenya, teklifi kabul etti.      AGREE, not CONSULT (received) or AID (took in)
           ~~~~~~~~~~~~~~~~~~
    (Kenya accepted the offer.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.frames import FrameMatch
from vakanuvis.extract.merging import Draft
from vakanuvis.extract.scenes import Scene
from vakanuvis.lexicon.frames import FOLDER
from vakanuvis.record.event import Rival

_NARROW = 3  # conditions that a frame for one tense or polarity alone is worth
_OWN_PROMISES = frozenset({"CONCEDE", "REJECT", "THREATEN"})  # what is announced, told by the act itself


@dataclass(frozen=True, slots=True)
class Ranked:
    """A draft with its scene."""

    draft: Draft
    scene: Scene

    @property
    def rank(self) -> tuple[int, int, int]:
        """How well its frame fits: longer predicates and more conditions win."""
        frame = self.scene.match.frame
        narrow = len(frame.needs) + len(frame.refuses) + _NARROW * (frame.tense != "any" or frame.polarity != "any")
        return (len(self.scene.match.words), narrow, bool(self.draft.actor) + bool(self.draft.recipient))


@dataclass(frozen=True, slots=True)
class Lost:
    """A match that is no event here, with the rule by which it lost and the slot that did not meet its condition."""

    match: FrameMatch
    rule: str
    slot: str | None = None

    @property
    def rival(self) -> Rival:
        """What the record keeps of it."""
        return Rival(
            self.match.event,
            f"event_frames:{self.match.name}",
            f"lexicon/words/{FOLDER}/{self.match.frame.at}",
            self.rule,
            self.slot,
        )


def chosen(found: list[Ranked], lost: list[Lost]) -> list[Ranked]:
    """The drafts that stay, each with the readings of its words that lost."""
    best: dict[int, Ranked] = {}
    for item in found:
        last = item.scene.match.last
        if last not in best or item.rank > best[last].rank:
            best[last] = item
    used: set[int] = set()
    out: list[Ranked] = []
    for item in sorted(best.values(), key=lambda item: -item.rank[0]):
        if not used & set(item.scene.match.words):
            used.update(item.scene.match.words)
            out.append(item)
    kept = _one_of_a_chain(out)
    beaten = [Lost(item.scene.match, _why(item, best, out)) for item in found if item not in kept]
    for item in kept:
        own = set(item.scene.match.words)
        rivals = [other.rival for other in (*lost, *beaten) if own & set(other.match.words)]
        item.draft.rivals = tuple(dict.fromkeys(rivals))
    return kept


def _why(item: Ranked, best: dict[int, Ranked], out: list[Ranked]) -> str:
    """The rule by which a draft lost to another."""
    winner = best[item.scene.match.last]
    if winner is not item:
        return "rival-wider" if len(winner.scene.match.words) == len(item.scene.match.words) else "rival-shorter"
    return "rival-chained" if item in out else "rival-shorter"


def _one_of_a_chain(found: list[Ranked]) -> list[Ranked]:
    """Of a promise and the act promised one stays: the act where it makes another type than AGREE, else the promise."""
    gone: set[int] = set()
    for outer in found:
        gone.update(id(item) for item in found if item is not outer and _is_called_off(outer, item))
        inside = {clause.at for clause in outer.scene.complements()}
        for inner in found:
            clause = inner.scene.clause
            if clause is None or clause.at not in inside:
                continue
            outweighed = outer.draft.event == "AGREE" and inner.draft.event in _OWN_PROMISES
            if inner.draft.because[0] != "event-turned" and not outweighed:
                continue
            if outer.draft.event == inner.draft.event:
                outer.draft.mode = inner.draft.mode or outer.draft.mode
            gone.add(id(outer) if outweighed else id(inner))
    return [item for item in found if id(item) not in gone]


def _is_called_off(outer: Ranked, inner: Ranked) -> bool:
    """`yapacağı ziyareti iptal etti`: the visit that will not be is no event of its own."""
    group = inner.scene.group
    if outer.draft.event != "REJECT" or not inner.scene.match.is_noun or group is None:
        return False
    return inner.draft.status == "planned" and inner.scene.parsed.holder(group) is outer.scene.clause
