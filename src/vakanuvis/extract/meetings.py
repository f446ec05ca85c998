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
    if recipient or place is None or place.country is None or scene.match.event != "CONSULT":
        return both
    homes = [sides.actors[item].country for item in actor]
    if holds([scene.words[scene.match.last]], scene.table.group("ev sahipsiz")):
        return both
    if made.event not in ("CONSULT", "AGREE") or None in homes or place.country not in homes[1:]:
        return both
    hosts = tuple(item for item, home in zip(actor, homes, strict=True) if home == place.country)
    return both if actor[0] in hosts else (tuple(item for item in actor if item not in hosts), hosts)


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
