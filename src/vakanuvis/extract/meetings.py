"""Tell what kind of meeting it is: who is host and who is guest, and in whose company they meet.

In:  the sides of a meeting and the place where it is held.
Out: actor and recipient, mode and CAMEO code.

    Rabat'ta Fas Başbakanı ile görüştü.
    ~~~~~~~~ ~~~~~~~~~~~~~~~~~
    place    host
    (He met the Prime Minister of Morocco in Rabat.)
"""

from __future__ import annotations

from vakanuvis.extract.arguments import PAIR
from vakanuvis.extract.frames import holds
from vakanuvis.extract.scenes import Scene
from vakanuvis.extract.sides import Sides
from vakanuvis.extract.turns import Turned
from vakanuvis.record.when_where import Place


def guests_first(
    made: Turned, scene: Scene, sides: Sides, both: tuple[tuple[str, ...], tuple[str, ...]], place: Place | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`Rabat'ta Fas Başbakanı ile görüştü`: who meets somebody at that one's home is the guest, the other the host."""
    actor, recipient = both
    if recipient or scene.match.event != "CONSULT":
        return both
    if _is_in_visit(scene):
        return _visitor_first(sides, actor, place) or both
    if place is None or place.country is None:
        return both
    homes = [sides.actors[item].country for item in actor]
    if holds([scene.words[scene.match.last]], scene.table.group("ev sahipsiz")):
        return both
    if made.event not in ("CONSULT", "AGREE") or None in homes or place.country not in homes[1:]:
        return both
    hosts = tuple(item for item, home in zip(actor, homes, strict=True) if home == place.country)
    return both if actor[0] in hosts else (tuple(item for item in actor if item not in hosts), hosts)


def _is_in_visit(scene: Scene) -> bool:
    """`ziyaret boyunca Başbakan ile görüştü`: a meeting in the course of a visit that nobody else is said to pay."""
    words, parsed = scene.words, scene.parsed
    for group in parsed.groups:
        if group.first < scene.first_word() or group.head > scene.last_word() or group.head in parsed.owners:
            continue
        if holds(words[group.first : group.head + 2], scene.table.group("ziyaret içinde")):
            return True
    return False


def _visitor_first(
    sides: Sides, actor: tuple[str, ...], place: Place | None
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who pays the visit, and whom he meets of one other country; None where that is not told."""
    homes = [sides.actors[item].country for item in actor]
    hosts = set(homes[1:]) - {None}
    if len(hosts) != 1 or homes[0] is None or homes[0] in hosts or (place is not None and place.country == homes[0]):
        return None
    return actor[:1], actor[1:]


def company(
    made: Turned, scene: Scene, sides: Sides, actor: tuple[str, ...], place: Place | None
) -> tuple[str | None, str | None]:
    """The mode and CAMEO code of a meeting that more than two states hold, or two in a third."""
    homes = {sides.actors[item].country for item in actor}
    if made.event != "CONSULT" or made.mode is not None or not scene.match.frame.sides or None in homes:
        return made.mode, made.cameo
    if len(homes) > PAIR:
        return "multilateral", "046"
    if len(homes) == PAIR and place is not None and place.country is not None and place.country not in homes:
        return "third-party", "044"
    return made.mode, made.cameo
