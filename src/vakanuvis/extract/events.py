"""Find who did what to whom.

In:  a Doc with words, times, places, actors and statements; the lexicon of event frames.
Out: the same Doc with events.

    Norveç, Moldova'ya insani yardım gönderdi.
    ~~~~~~  ~~~~~~~~~         ~~~~~~~~~~~~~~~
    actor   recipient         AID
    (Norway sent humanitarian aid to Moldova.)
"""

from __future__ import annotations

from dataclasses import replace

from vakanuvis.extract.arguments import PAIR, Around, fill
from vakanuvis.extract.conditions import unmet
from vakanuvis.extract.frames import FrameMatch, FrameTable, Phrase, frame_table, holds
from vakanuvis.extract.meetings import company, guests_first
from vakanuvis.extract.merging import Draft, merged
from vakanuvis.extract.predications import Parsed, Predication, parse
from vakanuvis.extract.rivals import Lost, Ranked, chosen
from vakanuvis.extract.scenes import Scene
from vakanuvis.extract.settling import settled
from vakanuvis.extract.sides import Sides
from vakanuvis.extract.status import circumstance
from vakanuvis.extract.turns import Turned, turned
from vakanuvis.extract.whereabouts import When, time_words, when, where
from vakanuvis.language.chunks import NounGroup
from vakanuvis.lexicon.frames import FrameLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.event import Event, Status
from vakanuvis.record.ids import digest
from vakanuvis.record.span import Span, hull
from vakanuvis.record.statement import Statement

_MOST_CONTEXTS = 3
_NEEDS_BOTH = frozenset({"AID", "COOPERATE"})
_VIOLENT = frozenset({"ASSAULT", "COERCE"})


def find_events(doc: Doc, lexicon: FrameLexicon) -> Doc:
    """Add the layer ``events``."""
    table = frame_table(lexicon)
    sides = Sides(doc)
    timed = time_words(doc)
    drafts: list[Draft] = []
    around = Around()
    paragraph = -1
    for sentence in doc.sentences or ():
        if sentence.kind == "byline" or not sentence.words:
            continue
        if sentence.paragraph != paragraph:
            around.dropped, paragraph = None, sentence.paragraph
        corrected = settled(sentence, table, sides.named(sentence), sides.heads(sentence))
        times = timed.get(sentence.index, frozenset())
        matches = table.matches(corrected.words, times)
        parsed = parse(corrected, table.postpositions, times, sides.joints(corrected, matches, table))
        for draft in _of_sentence(doc, table, sides, parsed, matches, around):
            drafts.append(draft)
            if len(draft.actor + draft.recipient) == 2:
                around.pair = draft.actor + draft.recipient
        if sentence.quotation is None:
            around.dropped = _last_subject(parsed, sides) or around.dropped
    return replace(doc, events=tuple(_recorded(doc, draft) for draft in merged(drafts, sides.actors)))


def _of_sentence(
    doc: Doc, table: FrameTable, sides: Sides, parsed: Parsed, matches: list[FrameMatch], around: Around
) -> list[Draft]:
    found: list[Ranked] = []
    lost: list[Lost] = []
    for match in matches:
        scene = _scene(parsed, table, match)
        if scene is None:
            lost.append(Lost(match, "rival-alone"))
            continue
        near = _near(doc, scene, sides, around)
        failed = unmet(scene, sides, near)
        if failed is not None:
            lost.append(Lost(match, "rival-condition", failed.slot))
            continue
        draft = _draft(doc, scene, sides, near)
        if draft is None:
            lost.append(Lost(match, "rival-untold"))
            continue
        found.append(Ranked(draft, scene))
    return sorted((item.draft for item in chosen(found, lost)), key=lambda draft: draft.span)


def _scene(parsed: Parsed, table: FrameTable, match: FrameMatch) -> Scene | None:
    if not match.is_noun:
        clause = parsed.predication_at(match.last)
        if clause is None:
            return None
        group = next((g for g in reversed(clause.groups) if g.head in match.words), None)
        return Scene(parsed, table, match, clause, group)
    group = parsed.group_of(match.last)
    if group is None or group.head != match.last:
        return None
    light = table.phrases(match.frame.light) or table.group("yardımcı fiiller")
    words = parsed.sentence.words
    carried = parsed.carries.get(group.head)
    if carried is not None and holds(words[carried.at : carried.at + 1], light) and _is_light(carried, group):
        return Scene(parsed, table, match, carried, group)
    planned = _planned_light(parsed, table, carried, light)
    if planned is not None:
        return Scene(parsed, table, match, planned, group)
    held = parsed.holder(group)
    if held is not None and holds(words[held.at : held.at + 1], light) and _beside(parsed, match.last, held.at):
        return Scene(parsed, table, match, held, group)
    return None if match.frame.only_light else Scene(parsed, table, match, None, group)


def _planned_light(
    parsed: Parsed, table: FrameTable, carried: Predication | None, light: tuple[Phrase, ...]
) -> Predication | None:
    """`yapılması planlanan zirve`: the light verb stands in the complement of the verb before the noun."""
    words = parsed.sentence.words
    if carried is None or not holds(words[carried.at : carried.at + 1], table.group("beklenti")):
        return None
    return next((item for item in carried.complements if holds(words[item.at : item.at + 1], light)), None)


def _is_light(carried: Predication, group: NounGroup) -> bool:
    """`düzenlediği saldırı`, but not `casusluk yaptığı suçlaması`: the verb tells no act of its own."""
    bare = [item for item in carried.groups if item.case == "Nom" and not item.postposition]
    return not any(item.head == carried.at - 1 for item in bare) or not group.possessed


def _beside(parsed: Parsed, noun: int, verb: int) -> bool:
    """True if only adverbs, times and places stand between an event noun and its light verb."""
    between = parsed.sentence.words[noun + 1 : verb]
    return all(
        word.case in ("Loc", "Ins", "")
        or _is_agent(parsed, word.index)
        or word.upos in ("ADV", "ADJ", "NUM", "PUNCT")
        or word.index in parsed.times
        for word in between
    )


def _is_agent(parsed: Parsed, index: int) -> bool:
    return any((group := parsed.group_of(at)) and group.postposition == "tarafından" for at in (index, index - 1))


def _near(doc: Doc, scene: Scene, sides: Sides, around: Around) -> Around:
    """What stands around, with who says the words of the match."""
    said = _statement_at(doc, hull([scene.words[index].span for index in scene.match.words]))
    return Around(sides.same(said.speaker) if said and said.speaker else None, around.dropped, around.pair)


def _draft(doc: Doc, scene: Scene, sides: Sides, around: Around) -> Draft | None:
    made = turned(scene, circumstance(scene))
    if made is None:
        return None
    sentence = scene.parsed.sentence
    span = hull([sentence.words[index].span for index in scene.match.words])
    said = _statement_at(doc, span)
    actor, recipient = fill(scene, sides, around)
    if made.demanded:
        if around.speaker is None or not actor or around.speaker in actor:
            return None
        actor, recipient = (around.speaker,), actor
    place = where(doc, scene)
    placed = scene.match.frame.agentless and made.event == "ASSAULT" and place is not None
    if not placed and not _is_told(scene, made, sides, actor, recipient):
        return None
    met = actor
    actor, recipient = guests_first(made, scene, sides, (actor, recipient), place)
    hosted = made.event == "CONSULT" and made.mode is None and actor != met
    time = when(doc, scene, made.status)
    status = _status(scene, made, time)
    mode, cameo = ("visit", "042") if hosted else company(made, scene, sides, actor, place)
    return Draft(
        made.event, mode, _contexts(scene), cameo, actor, recipient, status,
        time.date, time.span, time.basis, place, said.id if said else None, span,
        sentence.index, sentence.kind == "heading",
        (_rule(scene, made), f"event_frames:{scene.match.name}"), scene.match.frame,
        scene.clause is not None and scene.clause.kind in ("finite", "nominal"), scene.leans,
    )  # fmt: skip


def _status(scene: Scene, made: Turned, time: When) -> Status:
    """What a date tells of an act: old ones are background; `dün görüştüğünü hatırlattı` is news all the same."""
    if made.status == "actual" and time.is_old:
        return "historical"
    told = scene.clause is not None and scene.clause.kind == "nominal" and time.date is not None
    return "actual" if made.status == "historical" and told and not time.is_old else made.status


def _is_told(scene: Scene, made: Turned, sides: Sides, actor: tuple[str, ...], recipient: tuple[str, ...]) -> bool:
    """True if enough sides are known to call it an event."""
    frame = scene.match.frame
    if not any(sides.is_public(item) for item in actor + recipient):
        return False
    if made.status == "hypothetical" and len(actor) + len(recipient) < PAIR:
        return False  # of what only could be, little is worth a record
    if frame.sides and not recipient:
        kinds = {sides.actors[item].kind for item in actor}
        if len(actor) > 1 or not actor or made.event != "CONSULT":
            return len(actor) > 1
        return (kinds <= {"organization", "group"} and scene.clause is not None) or _has_partner(scene, sides, actor)
    if frame.mode == "visit" and scene.match.event == "CONSULT":
        if not (actor and recipient):
            return bool(actor) and any(sides.is_abroad(group, actor[0]) for group in scene.groups("-A"))
        homes = {sides.actors[item].country for item in actor}
        return not homes & {sides.actors[item].country for item in recipient} or homes == {None}
    if made.status == "negated" and scene.clause is not None and not recipient:
        return False
    if made.event in _NEEDS_BOTH or (made.event == "AGREE" and scene.match.event in _NEEDS_BOTH):
        return bool(actor and recipient)
    if scene.clause is None:
        return bool(actor and recipient) or (frame.agentless and bool(recipient))
    return bool(actor) or (bool(recipient) and made.event in _VIOLENT | {"ACCUSE", "SANCTION", "RETREAT", "CONCEDE"})


def _has_partner(scene: Scene, sides: Sides, actor: tuple[str, ...]) -> bool:
    """`heyetle görüştü`, but not the singer who `hayranlarıyla buluştu`: somebody of a state, or with a delegate."""
    groups = scene.groups("ile")
    if groups and any(sides.actors[item].country for item in actor):
        return True
    delegates = scene.table.group("heyet")
    return any(
        sides.of_group(scene.parsed, group) or holds(scene.words[group.first : group.head + 1], delegates)
        for group in groups
    )


def _contexts(scene: Scene) -> tuple[str, ...]:
    words = scene.words[scene.first_word() : scene.last_word() + 1]
    told = [context for context, phrases in scene.table.contexts if holds(words, phrases)]
    return tuple(dict.fromkeys([*scene.match.frame.contexts, *told]))[:_MOST_CONTEXTS]


def _rule(scene: Scene, made: Turned) -> str:
    if made.demanded:
        return "event-demanded"
    if made.event != scene.match.event:
        return "event-turned"
    return "event-noun" if scene.match.is_noun else "event-verb"


def _statement_at(doc: Doc, span: Span) -> Statement | None:
    """The innermost statement in whose content the words stand."""
    inside = [
        (len(content), statement)
        for statement in doc.statements or ()
        for content in statement.content
        if content.holds(span)
    ]
    return min(inside, key=lambda pair: pair[0])[1] if inside else None


def _last_subject(parsed: Parsed, sides: Sides) -> str | None:
    finite = (item for item in reversed(parsed.predications) if item.kind == "finite")
    for clause in finite:
        group = clause.own_or_shared_subject
        if group is not None:
            found = sides.members(parsed, group)
            return found[0] if len(found) == 1 else None
    return None


def _recorded(doc: Doc, draft: Draft) -> Event:
    return Event(
        id=digest("event", doc.article.id, draft.span.start, draft.span.end, draft.event),
        event=draft.event, span=draft.span, mode=draft.mode, context=draft.context, cameo=draft.cameo,
        actor=draft.actor, recipient=draft.recipient, people=draft.people, status=draft.status,
        date=draft.date, date_span=draft.date_span, date_basis=draft.date_basis, location=draft.location,
        said_in=draft.said_in, mentions=tuple(draft.mentions), because=draft.because, rivals=draft.rivals,
    )  # fmt: skip
