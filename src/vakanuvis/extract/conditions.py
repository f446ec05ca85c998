"""Check the conditions of a frame: what must, or must not, stand in a slot.

In:  the scene of a match, the actors of the Doc.
Out: the first condition that does not hold.

    Kalabalık meydanda toplandı.      toplan: the subject must be a body or people of a state
    ~~~~~~~~~
    (The crowd gathered in the square.)
"""

from __future__ import annotations

from vakanuvis.extract.arguments import Around, unseen_subject
from vakanuvis.extract.frames import holds
from vakanuvis.extract.scenes import Scene
from vakanuvis.extract.sides import Sides
from vakanuvis.language.chunks import NounGroup
from vakanuvis.lexicon.frames import Condition
from vakanuvis.record.span import Span


def unmet(scene: Scene, sides: Sides, around: Around) -> Condition | None:
    """The first of the frame's conditions that does not hold; None if all do."""
    frame = scene.match.frame
    for needed in frame.needs:
        if not (_holds(scene, sides, needed) or _holds_unseen(scene, sides, around, needed)):
            return needed
    return next((refused for refused in frame.refuses if _holds(scene, sides, refused)), None)


def _holds_unseen(scene: Scene, sides: Sides, around: Around, condition: Condition) -> bool:
    """`Pirinç gönderdik`: what a condition asks of a subject that only an ending tells."""
    if condition.slot != "subject" or not condition.is_:
        return False
    return any(sides.actors[item].kind in condition.is_ for item in unseen_subject(scene, around))


def _holds(scene: Scene, sides: Sides, condition: Condition) -> bool:
    if condition.words and scene.holds(condition.slot, scene.table.phrases(condition.words)):
        return True
    if any(_is(scene, sides, condition.slot, being) for being in condition.is_):
        return True
    if condition.words or condition.is_:
        return False
    return bool(scene.complements() if condition.slot == "clause" else scene.groups(condition.slot))


def _is(scene: Scene, sides: Sides, slot: str, being: str) -> bool:
    if being == "infinitive":
        return _is_infinitive(scene)
    if slot == "any":
        words = scene.words
        span = Span(words[scene.first_word()].span.start, words[scene.last_word()].span.end)
        return any(being in (actor.kind, "inside") for _, actor in sides.within(span))
    if being == "inside" and any(sides.inside(scene.parsed, group) for group in scene.own_groups(slot)):
        return True
    return any(_group_is(scene, sides, group, being) for group in scene.groups(slot))


def _group_is(scene: Scene, sides: Sides, group: NounGroup, being: str) -> bool:
    parsed = scene.parsed
    if being == "inside":
        return bool(sides.inside(parsed, group))
    if being == "place":
        return sides.is_place(group) or sides.is_a(parsed, group, "country")
    if being == "delegation":
        words = scene.words[group.first : group.head + 1]
        return sides.is_a(parsed, group, "person") or holds(words, scene.table.group("heyet"))
    if being == "persons":
        return scene.words[group.head].feats.get("Number") == "Plur" and sides.of_group(parsed, group) is not None
    return sides.is_a(parsed, group, being)


def _is_infinitive(scene: Scene) -> bool:
    """True if the nearest complement has no subject of its own: `gitmek istedi`."""
    complements = scene.complements()
    if not complements:
        return False
    nearest = complements[0]
    feats = scene.words[nearest.at].feats
    return "Person[psor]" not in feats and nearest.subject is None
