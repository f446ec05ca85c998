"""Fill the slots of a frame with actors.

In:  the scene of a match, the actors of the Doc.
Out: ids for actor and recipient.

    Norveç, Moldova'ya yardım gönderdi.
    ~~~~~~  ~~~~~~~~~
    actor   recipient
    (Norway sent aid to Moldova.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.frames import holds
from vakanuvis.extract.scenes import Scene
from vakanuvis.extract.sides import Sides, coordinated
from vakanuvis.extract.slots import in_case
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.span import Span

Ids = tuple[str, ...]
# Slots whose group tells the side by what is inside it: `politikalarına karşı`, `yöneticisi öldürüldü`.
_WITH_INSIDES = ("casualty", "hakkında", "aleyhine", "-A karşı", "-A yönelik", "-A ilişkin", "ile ilgili")
_WHITHER = ("-A", "-I", "compound")  # where a visit leads
# Verbal acts, which are turned to somebody.
_ADDRESSED = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST", "SUPPORT", "AGREE"})
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})  # whose object is what another did
PAIR = 2  # sides of an ordinary meeting


@dataclass(slots=True)
class Around:
    """What the sentences before tell: who speaks, whom a missing subject points at, which two sides were last named."""

    speaker: str | None = None
    dropped: str | None = None
    pair: Ids = ()


def fill(scene: Scene, sides: Sides, around: Around) -> tuple[Ids, Ids]:
    """The actors and the recipients of a match."""
    frame = scene.match.frame
    actor = _first(scene, sides, around, frame.actor)
    if frame.sides and not actor:
        found: list[str] = []
        for role in frame.sides:
            found.extend(_all(scene, sides, around, role))
        if len(set(found)) < PAIR:
            # `X, Y ile temasları sürdürme konusunda anlaştı`: the partner stands in the complement.
            found.extend(_all(scene, sides, around, "inner ile"))
        if not found and _is_said_of_nobody(scene) and len(around.pair) == PAIR:
            found.extend(around.pair)  # `anlaşma imzalandı`: between the two sides named last
        return tuple(dict.fromkeys(found)), ()
    recipient = _first(scene, sides, around, frame.recipient, but=actor)
    if not recipient and actor and scene.match.event in _JUDGING:
        actor, recipient = _judged(scene, sides) or (actor, recipient)
    if not recipient and scene.match.event in _ADDRESSED:
        recipient = _other_side(sides, actor, around.pair)
    return actor, recipient


def _judged(scene: Scene, sides: Sides) -> tuple[Ids, Ids] | None:
    """`Norveç, Kenya'nın kararını haklı bulduğunu açıkladı`: whose decision it is, not who finds it just."""
    clause = scene.clause
    if clause is None or clause.kind != "nominal" or clause.subject is None or clause.above is None:
        return None
    owner = clause.subject
    judged = any(
        group.first == owner.head + 1 and group.possessed and group.case == "Acc" and not group.postposition
        for group in clause.groups
    )
    upper = clause.above.own_or_shared_subject
    if not judged or owner.case != "Gen" or upper is None or upper.head == owner.head:
        return None
    who = sides.members(scene.parsed, upper) or sides.owners(scene.parsed, upper)
    whose = sides.members(scene.parsed, owner) or sides.owners(scene.parsed, owner)
    if not any(sides.is_public(item) for item in who):
        return None
    return tuple(who), tuple(item for item in whose if item not in who)


def _is_said_of_nobody(scene: Scene) -> bool:
    """`anlaşma imzalandı`, `imzalandığını`: a passive that asserts the act, with nobody who does it."""
    clause = scene.clause
    if clause is None or not scene.is_passive or clause.kind not in ("finite", "nominal"):
        return False
    return scene.words[clause.at].feats.get("VerbForm") != "Vnoun"


def _other_side(sides: Sides, actor: Ids, pair: Ids) -> Ids:
    """`Bolivya suçlamaları reddetti`: with nobody else named, the other of the two sides named last is meant."""
    if len(actor) != 1 or len(pair) != PAIR:
        return ()
    home = sides.actors[actor[0]].country
    homes = [sides.actors[item].country for item in pair]
    if home is None or None in homes or homes.count(home) != 1:
        return ()
    return tuple(item for item, country in zip(pair, homes, strict=True) if country != home)


def _first(scene: Scene, sides: Sides, around: Around, roles: tuple[str, ...], but: Ids = ()) -> Ids:
    for role in roles:
        found = [item for item in _all(scene, sides, around, role, but) if item not in but]
        if found:
            return tuple(found)
    return ()


def _all(scene: Scene, sides: Sides, around: Around, role: str, but: Ids = ()) -> list[str]:
    """Every actor in a slot; of those inside a group, the first that is not in ``but``."""
    parsed = scene.parsed
    if role == "speaker":
        return [sides.same(around.speaker)] if around.speaker else []
    if role == "in any":
        return _inside_clause(scene, sides)
    if role == "condition":
        return _under_condition(scene, sides)
    inner = role.startswith("inner in ")
    if inner or role.startswith("in "):
        slot = "inner " + role.removeprefix("inner in ") if inner else role.removeprefix("in ")
        groups = scene.groups(slot)
        most = None if scene.match.frame.sides else 1
        whole = [member for group in groups for member in coordinated(parsed, group)]
        held = [[item for item in _inside(scene, sides, group) if item not in but] for group in whole]
        out = list(dict.fromkeys(found for inside in held for found in inside[:most]))
        if not out and not inner:
            out = _in_own_words(scene, sides, slot)
        return out if out or (groups and slot != "object") else _carried_sides(scene, sides, slot)
    out = []
    for group in scene.groups(role):
        out.extend(sides.members(parsed, group))
        if not out and role in ("subject", "agent", "compound"):
            out.extend(sides.owners(parsed, group))
    if not out and role in _WITH_INSIDES:
        out = [found for group in scene.groups(role) for found in sides.inside(parsed, group)[:1]]
    if role == "compound":
        out = [actor.id for group in scene.groups(role) for _, actor in sides.within(group.span)]
    if not out and role in _WHITHER and scene.match.frame.mode == "visit":
        out = [found for group in scene.groups(role) for found in sides.hosts(group)]
    if role in ("subject", "agent"):
        out.extend(_joint_owners(scene, sides, role, out))
    if not out and role == "subject":
        out = _whose_it_is(scene, sides) or unseen_subject(scene, around)
    if role in ("subject", "ile", "arasında") and not any(sides.actors[item].country for item in out):
        out = _named_pair(scene, around, role) or out
    return list(dict.fromkeys(out))


def _inside(scene: Scene, sides: Sides, group: NounGroup) -> list[str]:
    """Actors inside a group; where the group carries the act's own clause, that clause is not looked into."""
    clause = scene.clause
    if clause is None or clause.carried is not group:
        return sides.inside(scene.parsed, group)
    words = scene.words
    span = Span(words[group.first].span.start, words[group.head].span.end)
    owner = scene.parsed.owners.get(group.head)
    owners = sides.owners(scene.parsed, group) if owner is not None and owner.first > clause.at else []
    return list(dict.fromkeys([*owners, *(actor.id for _, actor in sides.within(span))]))


def _joint_owners(scene: Scene, sides: Sides, role: str, found: list[str]) -> list[str]:
    """`Kenya ve Uganda'nın yetkilileri`: both states, where the group was taken for the last one's."""
    homes = {sides.actors[item].country for item in found}
    for group in scene.groups(role):
        owners = sides.owners(scene.parsed, group)
        if len(owners) >= PAIR:
            return [item for item in owners if sides.actors[item].country not in homes]
    return []


def _whose_it_is(scene: Scene, sides: Sides) -> list[str]:
    """`Kenya, askerlerinin çekildiğini duyurdu`: a possessed subject without an owner is the upper subject's."""
    above = scene.clause.above if scene.clause is not None else None
    for group in scene.groups("subject"):
        upper = above.own_or_shared_subject if above is not None else None
        while upper is not None and above is not None and upper.head == group.head:
            above = above.above
            upper = above.own_or_shared_subject if above is not None else None
        if group.possessed and group.head not in scene.parsed.owners and upper is not None:
            return sides.members(scene.parsed, upper) or sides.owners(scene.parsed, upper)
    return []


def _in_own_words(scene: Scene, sides: Sides, slot: str) -> list[str]:
    """`Nijer'in üyeliğini askıya aldı`: whom the predicate's own noun belongs to."""
    subject = {found for group in scene.groups("subject") for found in sides.members(scene.parsed, group)}
    for group in scene.own_groups(slot):
        found = [item for item in sides.inside(scene.parsed, group) if item not in subject]
        if found:
            return found[:1]
    return []


def _carried_sides(scene: Scene, sides: Sides, slot: str) -> list[str]:
    """Actors inside the complements, where the slot asked for is a clause (`satışın kaldırılmasını`)."""
    if slot not in ("object", "-I", "-A", "subject"):
        return []
    words = scene.words
    for clause in scene.complements():
        span = Span(words[clause.first].span.start, words[clause.at].span.end)
        own = in_case(clause, "Dat")
        beside = [g for g in clause.groups if g.case == "Dat" and not g.postposition and g not in own]
        topics = [g.span for g in clause.groups if g.postposition == "hakkında" or g in beside]
        inside = [(m, a) for m, a in sides.within(span) if a.kind != "group" or a.country is not None]
        found = [a.id for m, a in inside if not any(topic.overlaps(m.span) for topic in topics)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _inside_clause(scene: Scene, sides: Sides) -> list[str]:
    words = scene.words
    span = Span(words[scene.first_word()].span.start, words[scene.last_word()].span.end)
    subject = {found for group in scene.groups("subject") for found in sides.members(scene.parsed, group)}
    found = [actor for _, actor in sides.within(span) if actor.id not in subject]
    return [actor.id for actor in sorted(found, key=lambda actor: actor.country is None)][:1]


def _under_condition(scene: Scene, sides: Sides) -> list[str]:
    """`Kenya çekilmezse`, `Kenya'nın çekilmemesi halinde`: who is to meet the condition under which an act stands."""
    words = scene.words
    for clause in scene.parsed.predications:
        if not scene.first_word() <= clause.at < scene.last_word():
            continue
        behind = words[clause.at + 1 : clause.at + 2]
        if "Cnd" in words[clause.at].feats.get("Mood", "") or holds(behind, scene.table.group("koşul")):
            subject = clause.subject
            if subject is not None:
                return sides.members(scene.parsed, subject) or sides.owners(scene.parsed, subject)
    return []


def unseen_subject(scene: Scene, around: Around) -> list[str]:
    """The subject that an ending alone tells: the speaker for a first person, else the last subject."""
    clause = scene.clause
    if clause is None or scene.is_passive or clause.takes_carried:
        return []
    if clause.subject_but(scene.match.words) is not None:
        return []
    feats = scene.words[clause.at].feats
    if feats.get("Person") == "1" or feats.get("Person[psor]") == "1":
        return [around.speaker] if around.speaker else []
    if clause.kind == "finite" and feats.get("Person", "3") == "3" and around.dropped:
        return [around.dropped]
    return []


def _named_pair(scene: Scene, around: Around, role: str) -> list[str]:
    """`İki lider görüştü`: the two sides that were named before."""
    for group in scene.groups(role):
        words = scene.words[group.first : group.head + 1]
        if len(around.pair) == PAIR and holds(words, scene.table.group("iki taraf")):
            return list(around.pair)
    return []
