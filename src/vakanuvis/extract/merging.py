"""One event once, however often the article tells it.

In:  drafts of events in the order of the text.
Out: drafts, each with the places of the others that told the same.

    Nuno Melo, Fas'a geldi. … Melo'nun Fas ziyareti …
                     ~~~~~                 ~~~~~~~~
    (Nuno Melo came to Morocco. … Melo's visit to Morocco …)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vakanuvis.lexicon.frames import Frame
from vakanuvis.record.event import Rival, Status
from vakanuvis.record.people import Actor
from vakanuvis.record.span import Span
from vakanuvis.record.when_where import DateBasis, Place

_APART: tuple[Status, ...] = ("negated", "hypothetical")  # what is not so tells no act that is


@dataclass(slots=True)
class Draft:
    """An event before it is recorded."""

    event: str
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: Status
    date: str | None
    date_span: Span | None
    date_basis: DateBasis
    location: Place | None
    said_in: str | None
    span: Span
    sentence: int
    is_heading: bool
    because: tuple[str, ...]
    told_by: Frame
    is_main: bool  # told by the verb of a main clause, or of what somebody says
    leans: bool  # told by a noun or a converb, which can tell what another verb tells
    rivals: tuple[Rival, ...] = ()
    people: tuple[str, ...] = ()  # who did it by another telling, where this one names their states
    mentions: list[Span] = field(default_factory=list)

    @property
    def fullness(self) -> int:
        """How many slots the text fills; a headline counts for less than the story."""
        slots = (self.actor, self.recipient, self.mode, self.date_span, self.location)
        return sum(bool(slot) for slot in slots) * 2 + (not self.is_heading) + (self.said_in is None)


def merged(drafts: list[Draft], actors: Mapping[str, Actor]) -> list[Draft]:
    """The drafts with those that tell one event made one."""
    out: list[Draft] = []
    for draft in drafts:
        twin = next((other for other in out if _same(other, draft, actors)), None)
        if twin is None:
            out.append(draft)
        elif draft.fullness > twin.fullness:
            draft.mentions = sorted([*twin.mentions, twin.span, *draft.mentions])
            _complete(draft, twin, actors)
            out[out.index(twin)] = draft
        else:
            twin.mentions.append(draft.span)
            _complete(twin, draft, actors)
    _settle_hosts(out, actors)
    return sorted(out, key=lambda draft: draft.span)


def _complete(fuller: Draft, other: Draft, actors: Mapping[str, Actor]) -> None:
    if not any(actors[item].kind == "person" for item in fuller.actor + fuller.people):
        fuller.people = other.people or tuple(item for item in other.actor if actors[item].kind == "person")
    if not fuller.actor:
        fuller.actor = tuple(item for item in other.actor if item not in fuller.recipient)
    if not fuller.recipient:
        fuller.recipient = tuple(item for item in other.recipient if item not in fuller.actor)
    fuller.location = fuller.location or other.location
    if (fuller.status, other.status) == ("actual", "historical") and not fuller.is_main and other.is_main:
        fuller.status = other.status  # `mahkum edilen bakan …` and, further down: `mahkum edilmişti`
        if fuller.date_basis == "publication":
            fuller.date, fuller.date_basis = None, "none"  # background is not of the day of the news
    if (fuller.status, other.status) == ("historical", "actual") and other.is_main:
        # News told again further down, in the tense of background, is news all the same.
        fuller.status = other.status
        if fuller.date_span is None:
            fuller.date, fuller.date_span, fuller.date_basis = other.date, other.date_span, other.date_basis
    if fuller.date_span is None and other.date_span is not None:
        fuller.date, fuller.date_span, fuller.date_basis = other.date, other.date_span, other.date_basis


def _same(one: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    if one.event != other.event or any((one.status == it) != (other.status == it) for it in _APART):
        return False
    if one.mode != other.mode and (
        one.event == "CONSULT" or (one.mode and other.mode and not _in_one_breath(one, other))
    ):
        return False
    if one.date_span and other.date_span and one.date and other.date and not _dates_meet(one.date, other.date):
        return False
    if _is_long_past(one, other) or _is_long_past(other, one):
        return False
    if one.event == "CONSULT" and one.mode != "visit":
        return _sides_meet(set(one.actor), set(other.actor), actors, close=_close(one, other))
    if (one.is_heading or other.is_heading) and _all_states(one, actors) == _all_states(other, actors) != {None}:
        return True
    close = _close(one, other)
    if not (close or _told_alike(one, other)):
        return False
    # `İsveç karşı, Norveç destekliyor`: a headline leaves out what the story tells in the same word.
    close = close or (one.is_heading != other.is_heading and one.told_by is other.told_by)
    return _sides_meet(set(one.actor), set(other.actor), actors, close=close) and _sides_meet(
        set(one.recipient), set(other.recipient), actors, close=close
    )


def _all_states(draft: Draft, actors: Mapping[str, Actor]) -> set[str | None]:
    return {actors[item].country for item in draft.actor + draft.recipient}


def _is_long_past(one: Draft, other: Draft) -> bool:
    """True if one has its own old date and the other is news."""
    return one.status == "historical" and one.date_span is not None and other.status == "actual" and other.is_main


def _in_one_breath(one: Draft, other: Draft) -> bool:
    """`saldırıda … öldürüldü`, `vurarak öldürdü`: one act; two full verbs of two modes are two."""
    return _close(one, other) and (one.leans or other.leans)


def _told_alike(one: Draft, other: Draft) -> bool:
    """True if the second tells the act in the words of the first, leans on them, or one is a headline."""
    if (one.told_by.mode == "visit") != (other.told_by.mode == "visit"):
        return False  # a visit and a meeting during it are two
    return one.told_by is other.told_by or other.leans or one.is_heading or other.is_heading


def _close(one: Draft, other: Draft) -> bool:
    return one.sentence == other.sentence


def _dates_meet(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _sides_meet(one: set[str], other: set[str], actors: Mapping[str, Actor], *, close: bool) -> bool:
    """The same actors, or the same states where one side names the person and the other the country."""
    if not one or not other:
        return close or one == other
    if one <= other or other <= one:
        return True
    if any(actors[item].kind == "person" for item in one) and any(actors[item].kind == "person" for item in other):
        return False
    states, others = ({actors[item].country for item in side} for side in (one, other))
    return None not in states | others and (states <= others or others <= states)


def _settle_hosts(drafts: list[Draft], actors: Mapping[str, Actor]) -> None:
    """A meeting that a visitor has with somebody of the country visited: the visitor is actor, the other the host."""
    visits = [d for d in drafts if d.event == "CONSULT" and d.mode == "visit" and d.status in ("actual", "historical")]
    for draft in drafts:
        if draft.event != "CONSULT" or draft.mode is not None or len(draft.actor) < 2:
            continue
        for visit in visits:
            if draft.status != visit.status:
                continue
            hosts = {actors[item].country for item in visit.recipient} - {None}
            guests = {actors[item].country for item in visit.actor} - hosts - {None}
            visiting = tuple(
                item
                for item in draft.actor
                if item in visit.actor or (actors[item].country in guests and _can_be(item, visit.actor, actors))
            )
            hosting = tuple(item for item in draft.actor if actors[item].country in hosts and item not in visiting)
            if visiting and hosting and len(visiting) + len(hosting) == len(draft.actor):
                draft.actor, draft.recipient, draft.mode, draft.cameo = visiting, hosting, "visit", "042"
                break


def _can_be(one: str, others: tuple[str, ...], actors: Mapping[str, Actor]) -> bool:
    """True unless both sides name people: then another person is not the visitor."""
    return actors[one].kind != "person" or all(actors[item].kind != "person" for item in others)
