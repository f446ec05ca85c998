"""What type an event has once tense, mood and polarity are known.

In:  a match, its circumstance.
Out: PLOVER type, mode, CAMEO code and status, or None where the words tell no event.

    Gana Cumhurbaşkanı Brezilya'yı ziyaret edecek.      CONSULT in the future is AGREE, planned
                                   ~~~~~~~~~~~~~~
    (The President of Ghana will visit Brazil.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vakanuvis.extract.frames import holds
from vakanuvis.extract.scenes import Scene
from vakanuvis.extract.status import Circumstance
from vakanuvis.lexicon.frames import BY_CONTENT
from vakanuvis.record.event import Status

# The codebook's own rules: what a type turns into when the act lies ahead.
_AHEAD: Mapping[str, str] = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE",
    "COERCE": "THREATEN", "ASSAULT": "THREATEN", "PROTEST": "THREATEN",
}  # fmt: skip
# What the refusal of an act is; a type that is not here keeps its name and is negated.
_REFUSED: Mapping[str, str] = {
    "AGREE": "REJECT", "CONSULT": "REJECT", "SUPPORT": "REJECT", "COOPERATE": "REJECT", "AID": "REJECT",
    "RETREAT": "REJECT", "CONCEDE": "REJECT",
}  # fmt: skip
_THREATENED: Mapping[str, str] = {
    "curfew": "restrict", "martial-law": "restrict", "censor": "restrict", "restrict": "restrict", "arrest": "arrest",
    "deport": "expel", "seize": "territory", "strike": "restrict", "obstruct": "restrict", "boycott": "restrict",
}  # fmt: skip
# Acts of force; announced under a condition they are threats.
_FORCEFUL = frozenset({"RETREAT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_CAMEO: Mapping[str, str] = {"AGREE": "030", "REJECT": "120", "CONCEDE": "080", "THREATEN": "130", "REQUEST": "100"}


@dataclass(frozen=True, slots=True)
class Turned:
    """A type with what goes with it. ``demanded``: the speaker demands of the actor what the words tell."""

    event: str
    mode: str | None
    cameo: str | None
    status: Status
    demanded: bool = False


def turned(scene: Scene, found: Circumstance) -> Turned | None:
    """The type of a match, or None."""
    frame, event = scene.match.frame, scene.match.event
    if frame.polarity == "negative" and not found.negative:
        return None
    if frame.tense == "future" and not found.future:
        return None
    if found.necessary and not found.negative:
        return Turned("REQUEST", content_mode(scene, "REQUEST"), _CAMEO["REQUEST"], "actual", demanded=True)
    if found.reality == "unreal" and not _is_act_itself(scene):
        return None
    if found.reality == "hypothetical" and not _is_act_itself(scene):
        return _supposed(scene, found)
    if found.negative and frame.polarity != "negative":
        return _refused(scene, found)
    if frame.inner_negated and _inner_is_negated(scene):
        return _made(scene, frame.inner_negated, "actual")
    if found.future or found.reality == "planned":
        return _ahead(scene, found)
    status: Status = "historical" if found.reality == "historical" else "actual"
    planning = event == "AGREE" and holds([scene.words[scene.match.last]], scene.table.group("planlayan"))
    return Turned(event, _own_mode(scene), frame.cameo, "planned" if planning else status)


def _is_act_itself(scene: Scene) -> bool:
    """`önlenen suikast girişimi`, `yönelttiği suçlama`: the attempt and the charge are acts, come what may of them."""
    if not scene.match.is_noun or not holds([scene.words[scene.match.last]], scene.table.group("kendisi olay")):
        return False
    clause = scene.clause
    return clause is None or (clause.carried is not None and clause.carried.head == scene.match.last)


def content_mode(scene: Scene, event: str) -> str | None:
    """The mode that the words of the complement, else of the object, else of the clause tell."""
    for slot in ("clause", "object", "any"):
        for name, mode, phrases in scene.table.modes:
            if name == event and scene.holds(slot, phrases):
                return mode
    return None


def _own_mode(scene: Scene) -> str | None:
    frame = scene.match.frame
    return content_mode(scene, scene.match.event) if frame.mode == BY_CONTENT else frame.mode


def _ahead(scene: Scene, found: Circumstance) -> Turned | None:
    frame, event = scene.match.frame, scene.match.event
    # A meeting or a visit that is told of lies ahead all the same; of other acts the promise itself is the event.
    status: Status = "actual" if found.reported and event != "CONSULT" else "planned"
    if event in _FORCEFUL and _has_condition(scene):
        return _made(scene, "THREATEN", status)
    becomes = frame.future or _AHEAD.get(event, "same")
    if becomes == "none":
        return None
    if becomes in ("same", event):
        return Turned(event, _own_mode(scene), frame.cameo, status if event in _CAMEO else "planned")
    return _made(scene, becomes, "actual" if becomes == "CONCEDE" else status)


def _supposed(scene: Scene, found: Circumstance) -> Turned | None:
    """`imzalanabileceğini`, `saldırması halinde`: what could be, not what is."""
    if found.negative:
        return None
    made = (
        _ahead(scene, found)
        if found.future
        else Turned(scene.match.event, _own_mode(scene), scene.match.frame.cameo, "actual")
    )
    return replace(made, status="hypothetical") if made is not None else None


def _refused(scene: Scene, found: Circumstance) -> Turned | None:
    frame, event = scene.match.frame, scene.match.event
    ahead = found.future or found.reality == "planned"
    becomes = frame.negated or (_REFUSED.get(event) if ahead or event == "AGREE" else None)
    if becomes == "none":
        return None
    if becomes is None or becomes in ("same", event):
        return Turned(event, _own_mode(scene), frame.cameo, "negated")
    return _made(scene, becomes, "actual")


def _made(scene: Scene, event: str, status: Status) -> Turned:
    frame = scene.match.frame
    mode = None
    if event == "REJECT":
        mode = frame.negated_mode or content_mode(scene, event)
    elif event == "THREATEN":
        mode = _THREATENED.get(frame.mode or "") or ("violence" if scene.match.event == "ASSAULT" else None)
        mode = mode or ("relations" if scene.match.event in ("RETREAT", "SANCTION") else None)
    elif event == "REQUEST":
        mode = content_mode(scene, event)
    return Turned(event, mode, _CAMEO.get(event), status)


def _has_condition(scene: Scene) -> bool:
    """`… olmaması halinde … çekeceğini açıkladı`: an announcement under a condition is a threat."""
    clause = scene.clause
    above = clause.above if clause is not None else None
    stretch = scene.words[(above or clause).first : clause.at] if clause is not None else ()
    return holds(stretch, scene.table.group("koşul"))


def _inner_is_negated(scene: Scene) -> bool:
    return any(scene.words[item.at].feats.get("Polarity") == "Neg" for item in scene.complements()[:1])
