"""Find who said what.

In:  a Doc with words and actors; the lexicon of saying.
Out: the same Doc with statements (and with an actor of kind ``group`` for each source without a name).

    Bakan Fidan, görüşmelerin sürdüğünü söyledi.
    ~~~~~~~~~~~  ~~~~~~~~~~~~~~~~~~~~~~ ~~~~~~~
    speaker      content                cue
    (Minister Fidan said that the talks are going on.)
"""

from __future__ import annotations

from dataclasses import replace

from vakanuvis.extract.drafts import Draft, Memory, Reading, Voice
from vakanuvis.extract.floating import announced_words, floating_quotes, label
from vakanuvis.extract.lines import Line, line_of
from vakanuvis.extract.media import find_media
from vakanuvis.extract.mentioned import actors_inside, draft_around
from vakanuvis.extract.mentions import Mentions
from vakanuvis.extract.paragraphs import join_paragraphs
from vakanuvis.extract.repetitions import settle_headings, tie_repetitions
from vakanuvis.extract.sayings import read_line
from vakanuvis.lexicon.report import ReportLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.ids import digest
from vakanuvis.record.people import Actor
from vakanuvis.record.people import Mention as ActorMention
from vakanuvis.record.statement import Statement
from vakanuvis.text.letters import folded

_STEM = 6  # letters by which two forms of a noun are the same
_ENDING = 3  # letters by which they may differ in length: Bakanlık, Bakanlığı; not Bakan, Bakanlığı


def find_statements(doc: Doc, lexicon: ReportLexicon) -> Doc:
    """Add the layer ``statements``."""
    mentions = Mentions(doc)
    memory = Memory()
    drafts: list[Draft] = []
    inner: dict[int, list[Line]] = {}
    for sentence in doc.sentences or ():
        line = line_of(doc, sentence, lexicon)
        if sentence.quotation is not None:
            inner.setdefault(sentence.quotation, []).append(line)
            continue
        if sentence.kind == "byline":
            continue
        drafts.extend(_read(Reading(line, lexicon, mentions, memory)))
    drafts = join_paragraphs(doc, drafts)
    drafts.extend(_nested(inner, drafts, lexicon, mentions))
    drafts.sort(key=lambda draft: (draft.content[0].start, -draft.content[-1].end))
    settle_headings(doc, drafts)
    tie_repetitions(doc, drafts)
    find_media(doc, drafts, lexicon)
    return _recorded(doc, drafts)


def _read(reading: Reading) -> list[Draft]:
    """The statements of one sentence outside quotations."""
    memory, line = reading.memory, reading.line
    memory.position += 1
    if memory.running is not None or (memory.announced is not None and not line.quotes):
        words = announced_words(reading)
        if words is not None:
            return words
    if label(reading):
        return announced_words(reading) or []
    found = read_line(reading)
    announced = memory.announced
    if announced is not None and announced.cue_span is not None:
        behind = [run for run in line.quotes if run.span.start >= announced.cue_span.end]
        if not behind or behind[0].first > _word_behind(line, announced.cue_span.end) + 1:
            found.extend(announced_words(reading) or [])
    elif announced is not None and not line.quotes:
        found.extend(announced_words(reading) or [])
    found.extend(floating_quotes(reading))
    return sorted(found, key=lambda draft: draft.content[0].start)


def _word_behind(line: Line, place: int) -> int:
    """The first word behind a letter: the colon of an announcement."""
    return next((word.index for word in line.words if word.span.start >= place), len(line.words))


def _nested(
    inner: dict[int, list[Line]], outer: list[Draft], lexicon: ReportLexicon, mentions: Mentions
) -> list[Draft]:
    """Quotations inside quotations, where they have a cue of their own."""
    out: list[Draft] = []
    for lines in inner.values():
        around = next((d for d in outer for line in lines if d.content[0].holds(line.sentence.span)), None)
        for line in lines:
            if not line.quotes:
                continue
            memory = Memory(speaker=around.voice if around else Voice())
            out.extend(read_line(Reading(line, lexicon, mentions, memory, inside=True)))
    return out


def _recorded(doc: Doc, drafts: list[Draft]) -> Doc:
    """Give ids; add actors for sources without a name."""
    ids = {id(draft): digest("statement", doc.article.id, *draft.content, draft.cue or "") for draft in drafts}
    sources: dict[str, Actor] = {}
    statements: list[Statement] = []
    seen: set[str] = set()
    for draft in drafts:
        name = ids[id(draft)]
        if name in seen:
            continue
        seen.add(name)
        speaker = draft.voice.actor
        if speaker is None and draft.voice.name and draft.voice.span is not None:
            speaker = _bearer(doc, draft.voice) or _source(doc, draft, sources)
        around = draft_around(draft, drafts)
        statement = _statement(draft, name, speaker)
        statements.append(
            replace(
                statement,
                same_as=ids[id(draft.repeats)] if draft.repeats is not None else None,
                nested_in=ids[id(around)] if around is not None else None,
            )
        )
    doc = doc if not sources else replace(doc, actors=(*(doc.actors or ()), *sources.values()))
    told = (replace(one, about=actors_inside(doc, one.content, one.speakers)) for one in statements)
    return replace(doc, statements=tuple(told))


def _statement(draft: Draft, name: str, speaker: str | None) -> Statement:
    medium, rules = draft.medium, draft.rules
    if medium is not None:
        post = ("social-post",) if medium.entry.medium == "social" else ()
        rules = (*rules, *post, f"media:{medium.entry.words}")
    return Statement(
        name,
        draft.kind,
        draft.content,
        speaker=speaker,
        speaker_span=draft.voice.span,
        cue=draft.cue,
        cue_span=draft.cue_span,
        addressee=draft.addressee,
        force=draft.force,
        negated=draft.negated,
        because=rules,
        speakers=tuple(dict.fromkeys((speaker, *draft.voice.others))) if speaker is not None else (),
        medium=medium.entry.medium if medium is not None else None,
        medium_span=medium.span if medium is not None else None,
    )


def _source(doc: Doc, draft: Draft, sources: dict[str, Actor]) -> str:
    """The id of the actor for a source as printed (`bazı yetkililer`)."""
    voice = draft.voice
    key = _known_as(folded(voice.name), sources)
    mention = ActorMention(voice.span, draft.sentence, "title", "speaker") if voice.span else None
    known = sources.get(key)
    if known is None:
        identity = digest("actor", doc.article.id, "group", key)
        sources[key] = Actor(
            identity, "group", voice.name, mentions=(mention,) if mention else (), because=("speaker",)
        )
    elif mention is not None and mention not in known.mentions:
        sources[key] = replace(known, mentions=(*known.mentions, mention))
    return sources[key].id


def _bearer(doc: Doc, voice: Voice) -> str | None:
    """The actor that a single noun points back to: `Bakanlık` after `Dışişleri Bakanlığı`, `Bakan` after its head."""
    key = folded(voice.name)
    if " " in key or voice.span is None:
        return None
    best: tuple[int, str] | None = None
    for actor in doc.actors or ():
        names = [actor.name] if actor.kind != "person" else [title.office for title in actor.titles]
        if not any(_same_noun(key, folded(name).split()[-1]) for name in names if name.strip()):
            continue
        before = [mention.span.start for mention in actor.mentions if mention.span.start < voice.span.start]
        if before and (best is None or max(before) > best[0]):
            best = (max(before), actor.id)
    return best[1] if best else None


def _same_noun(key: str, other: str) -> bool:
    return other.startswith(key[:_STEM]) and abs(len(other) - len(key)) <= _ENDING


def _known_as(key: str, sources: dict[str, Actor]) -> str:
    """The source that a single noun points back to: after `Batılı bir yetkili` he is `yetkili`."""
    if " " in key:
        return key
    return next((other for other in reversed(sources) if _same_noun(key, other.split()[-1])), key)
