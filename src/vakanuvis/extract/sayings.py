"""Read one sentence: tie every cue to what was said and to who said it.

In:  a Reading: a Line with the lexicon, the mentions and the memory of who spoke.
Out: drafts of statements.

    Kararı eleştiren Petrova, sayımın durduğunu belirterek, "Sandık bizimdir" dedi.
                     ~~~~~~~  ~~~~~~~~~~~~~~~~~ ~~~~~~~~~~   ~~~~~~~~~~~~~~~  ~~~~
                     speaker  first content     cue          second content   cue
    (Petrova, who criticised the decision, stated that the count had stopped and said, “The ballot box is ours”.)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vakanuvis.extract.according import according_to, find_source
from vakanuvis.extract.contents import Found, clause_start, find_content, frame_end
from vakanuvis.extract.cues import Cue, find_cues, is_located, noun_at
from vakanuvis.extract.drafts import NOBODY, Announced, Draft, Reading, Voice, voice_of
from vakanuvis.extract.lines import Line
from vakanuvis.extract.speakers import (
    Group,
    group_before,
    group_behind,
    leading_subject,
    owner_before,
)
from vakanuvis.record.span import Span
from vakanuvis.record.statement import StatementKind


@dataclass(slots=True)
class _Progress:
    """How far a sentence has been read: the first free word, its subject, where the words after the subject begin."""

    floor: int = 0
    subject: Group | None = None
    after_subject: int = 0
    author: Voice = NOBODY
    written: bool = True
    drafts: list[Draft] = field(default_factory=list)


def read_line(reading: Reading) -> list[Draft]:
    """All statements that have a cue in this sentence."""
    line = reading.line
    progress = _Progress(_heading_end(line))
    told = None if reading.inside else find_source(reading)
    if told is not None:
        progress.author = told.voice
        progress.written = told.written
        if told.opens:
            progress.floor = told.after
    for cue in find_cues(line, reading.lexicon):
        _read_cue(reading, progress, cue)
    if told is not None:
        progress.drafts.extend(according_to(reading, told, progress.drafts))
    if not reading.inside:
        _remember(reading, progress)
    return progress.drafts


def _heading_end(line: Line) -> int:
    """First word behind a short quoted heading that opens a sentence in running text: `"Umutluyuz" Bakan Tekin, …`."""
    run = line.quotes[0] if line.quotes else None
    if run is None or run.first != 0 or run.last + 1 >= len(line.words) or run.named:
        return 0
    behind = line.words[run.last + 1]
    return run.last + 1 if behind.form[:1].isupper() and behind.span.start > run.span.end and run.words > 1 else 0


def _read_cue(reading: Reading, progress: _Progress, cue: Cue) -> None:
    line = reading.line
    found = find_content(line, cue, progress.floor, reading.lexicon)
    if (reading.inside and (found is None or not found.direct)) or _is_aside(reading, cue):
        return
    if found is None and not _has_colon(line, cue):
        if cue.shape in ("finite", "converb") and line.printed(cue.last + 1) in (",", ";", "ve"):
            _take_subject(reading, progress, cue.first, lone=True)
            progress.floor = max(progress.floor, cue.last + 1)
        return
    limit = found.last + 1 if found is not None and not found.direct else found.first if found else cue.first
    _pass_semicolon(progress, line, limit or 0)
    if not cue.passive:
        _take_subject(reading, progress, limit or 0, lone=found is None or found.direct)
    if found is None:
        _announce(reading, progress, cue)
        return
    author = _author(reading, progress.floor, limit or 0)
    if author.named:
        progress.author = author
    start = max(progress.floor, progress.after_subject)
    voice, start, floor = _speaker(reading, progress, cue, found, start)
    if cue.shape == "nested" and not voice.named:
        return  # söylediklerini belirtti: the outer report tells it already
    kind, content, first = _content(reading, found, start)
    draft = _draft(reading, cue, kind, content, voice)
    draft.rules = (_rule(cue, found, kind), cue.entry)
    draft.addressee = _addressee(reading, found, cue, first, start, voice)
    progress.drafts.append(draft)
    reading.memory.take(found.quotes)
    progress.floor = max(progress.floor, floor)
    if voice.named and cue.shape != "nested" and not cue.passive and not (cue.noun and cue.shape == "noun"):
        reading.memory.speaker = voice
        reading.memory.speaker_sentence = line.sentence.index
        reading.memory.speaker_paragraph = line.sentence.paragraph


def _is_aside(reading: Reading, cue: Cue) -> bool:
    """True for participles that describe a thing: `beklenen zam`, `kaldırılmasını talep eden karar`."""
    if cue.shape != "participle":
        return False
    if cue.passive:
        return cue.force == "estimate"
    if cue.force != "demand":
        return False
    line = reading.line
    group = group_behind(line, cue.last + 1, reading.mentions)
    if group is None or group.known or line.words[group.head].feats.get("Number") == "Plur":
        return False
    noun = noun_at(line, group.head, reading.lexicon)
    return noun is None or "informant" not in noun.takes


def _take_subject(reading: Reading, progress: _Progress, end: int, *, lone: bool) -> None:
    line = reading.line
    start = max(progress.floor, progress.after_subject)
    fresh = start == 0 or progress.subject is None
    frame = frame_end(line, progress.floor, end, reading.lexicon) if fresh else None
    subject = leading_subject(line, start, end, reading.mentions, fresh=fresh, lone=lone)
    if subject is None and frame is not None:
        subject = leading_subject(line, frame + 1, end, reading.mentions, fresh=True, lone=lone)
    if subject is not None:
        progress.subject, progress.after_subject = subject, subject.after


def _pass_semicolon(progress: _Progress, line: Line, end: int) -> None:
    """Begin anew behind a semicolon: what follows is a sentence of its own."""
    for at in range(progress.floor, end):
        if line.printed(at) == ";" and line.quote_at[at] is None:
            progress.floor = progress.after_subject = at + 1
            progress.subject = None


def _author(reading: Reading, start: int, end: int) -> Voice:
    """Whose statement or report a sentence tells from: `Bakanlıktan yapılan açıklamada`, `AP'nin haberinde`."""
    line = reading.line
    for at in range(start, end):
        noun = noun_at(line, at, reading.lexicon) if line.quote_at[at] is None else None
        if noun is None or "occasion" not in noun.takes or not is_located(line, at, reading.lexicon):
            continue
        owner = owner_before(line, start, at, reading.mentions, cases=("Gen", "Abl"))
        if owner is not None:
            return voice_of(line, owner)
        memory = reading.memory
        near = line.sentence.index - max(memory.speaker_sentence, memory.author_at) <= 3
        told = memory.author if memory.author_at >= memory.speaker_sentence else memory.speaker
        return told if near and "source" in noun.takes else NOBODY
    return NOBODY


def _speaker(
    reading: Reading, progress: _Progress, cue: Cue, found: Found, start: int
) -> tuple[Voice, int, int]:
    """Who speaks, where the content may begin, and the first word that is free afterwards."""
    line, mentions = reading.line, reading.mentions
    begin = found.first if found.first is not None else found.last
    if cue.shape == "participle" and not cue.passive:
        group = group_behind(line, cue.last + 1, mentions)
        if group is None:  # … belirten, … vurgulayan Tekin
            later = [at for at in range(cue.last + 1, len(line.words)) if line.forms[at] == "participle"]
            group = group_behind(line, later[0] + 1, mentions) if later else None
            return voice_of(line, group), start, cue.last + 1
        if line.is_nominative(group.head):
            progress.subject, progress.after_subject = group, group.after
        return voice_of(line, group), start, group.after
    if cue.shape == "nested":
        owner = _owner(reading, progress.floor, begin, found, nested=True)
        return voice_of(line, owner), owner.after if owner else start, progress.floor
    if cue.shape == "noun":
        free = cue.last + 1 if line.printed(cue.last + 1) == "," or found.direct else progress.floor
        owner = owner_before(line, found.last + 1, cue.first, mentions, cases=("Gen", "Abl"))
        owner = owner or _owner(reading, progress.floor, begin, found)
        if owner is not None:
            if owner.first > found.last:
                return voice_of(line, owner), start, free
            return voice_of(line, owner), owner.after, free
        doer = progress.subject if line.words[cue.last].case == "Ins" else None
        return voice_of(line, doer), start, free
    after = cue.last + 1
    if cue.passive:
        return _passive_voice(reading, progress), start, after
    between = group_before(line, cue.first, found.last + 1, mentions)
    if between is not None and (progress.subject is None or progress.subject.actor != between.actor):
        progress.subject = between
    elif progress.subject is None and found.direct and cue.shape == "finite":
        behind = group_behind(line, after, mentions) if line.printed(after) != "," else None
        if behind is not None and (behind.known or behind.after >= len(line.words) - 1):
            return voice_of(line, behind), start, behind.after
    voice = voice_of(line, progress.subject)
    pronoun = progress.subject is not None and line.words[progress.subject.head].upos == "PRON" and voice.actor is None
    if not voice.named or pronoun:
        first_person = line.words[cue.last].feats.get("Person") == "1"
        voice = reading.memory.speaker if reading.inside and first_person else NOBODY if reading.inside else reading.memory.dropped()
    return voice, start, after


def _owner(reading: Reading, start: int, end: int, found: Found, *, nested: bool = False) -> Group | None:
    """The genitive group that owns a noun cue or a nested clause, when the clause has a subject of its own or is quoted."""
    line = reading.line
    if found.direct:
        return owner_before(line, start, end, reading.mentions)
    genitives = [at for at in range(start, end) if line.quote_at[at] is None and line.words[at].case == "Gen"]
    for at in genitives[:1]:
        group = owner_before(line, start, at + 1, reading.mentions)
        comma = line.printed(at + 1) == ","
        name = group is not None and (group.known or line.words[at].upos == "PROPN")
        if group is not None and ((comma and not nested) or (name and (nested or len(genitives) > 1))):
            return group
    return None


def _passive_voice(reading: Reading, progress: _Progress) -> Voice:
    if progress.author.named:
        return progress.author
    memory = reading.memory
    return memory.author if memory.author_at == reading.line.sentence.index - 1 else NOBODY


def _content(reading: Reading, found: Found, start: int) -> tuple[StatementKind, tuple[Span, ...], int]:
    line = reading.line
    if found.direct:
        return "direct", tuple(quoted.content for quoted in found.quotes), found.first or 0
    first = clause_start(line, start, found.last, reading.lexicon)
    inside = line.quote_at[found.last]
    if inside is not None and first >= inside.first:
        return "direct", (inside.content,), inside.first
    last = inside.last if inside is not None else found.last
    quoted = any(run.first >= first and run.last <= last and not run.named for run in line.quotes)
    return "mixed" if quoted else "indirect", (line.span(first, last),), first


def _rule(cue: Cue, found: Found, kind: StatementKind) -> str:
    prefix = "direct" if kind == "direct" else "mixed" if kind == "mixed" else "indirect"
    if cue.shape == "noun" or cue.noun is not None:
        return f"{prefix}-noun"
    if cue.passive:
        return "impersonal"
    shapes = {"finite": "post" if found.direct else "finite", "nested": "nested"}
    return f"{prefix}-{shapes.get(cue.shape, cue.shape)}"


def _draft(reading: Reading, cue: Cue, kind: StatementKind, content: tuple[Span, ...], voice: Voice) -> Draft:
    sentence = reading.line.sentence
    return Draft(
        kind,
        content,
        voice,
        sentence.index,
        sentence.paragraph,
        cue.name,
        reading.line.span(cue.first, cue.last),
        cue.force,
        negated=cue.negated,
        heading=sentence.kind == "heading",
    )


def _addressee(reading: Reading, found: Found, cue: Cue, first: int, start: int, voice: Voice) -> str | None:
    """The known actor in the dative that stands between speaker and content, or between content and cue."""
    line = reading.line
    stretches = [range(found.last + 1, cue.first)]
    if found.direct:
        stretches.append(range(start, first))
    for stretch in stretches:
        for at in reversed(stretch):
            if line.quote_at[at] is None and line.words[at].case == "Dat":
                known = reading.mentions.at(line.words[at].span.start)
                if known is not None and known[1].id != voice.actor:
                    return known[1].id
    return None


def _announce(reading: Reading, progress: _Progress, cue: Cue) -> None:
    """Remember a cue that ends in a colon: its words follow."""
    line = reading.line
    colon = next((at for at in range(cue.last + 1, min(cue.last + 3, len(line.words))) if line.printed(at) == ":"), None)
    if colon is None or (cue.passive and cue.shape != "finite"):
        return
    if cue.shape == "noun":
        owner = owner_before(line, 0, cue.first, reading.mentions, cases=("Gen", "Abl"))
        voice = voice_of(line, owner or progress.subject)
    else:
        voice = voice_of(line, progress.subject) if progress.subject else reading.memory.dropped()
    span = line.span(cue.first, cue.last)
    stretch = range(max(0, cue.first - 2), cue.last)
    links = (reading.lexicon.links.get(line.printed(at)) for at in stretch)
    announced = Announced(voice, cue, span, line.sentence.index, line.sentence.paragraph)
    announced.runs_on = any(link is not None and "announce" in link.takes for link in links)
    reading.memory.announced = announced


def _has_colon(line: Line, cue: Cue) -> bool:
    return any(line.printed(at) == ":" for at in (cue.last + 1, cue.last + 2))


def _remember(reading: Reading, progress: _Progress) -> None:
    """Keep subject and author of the sentence for the next ones."""
    line, memory = reading.line, reading.memory
    if line.sentence.kind == "text":
        subject = progress.subject
        if subject is None and not progress.drafts:
            subject = leading_subject(line, 0, len(line.words), reading.mentions, fresh=True)
        if subject is not None and subject.actor is not None:
            memory.subject, memory.subject_sentence = voice_of(line, subject), line.sentence.index
    impersonal = [draft for draft in progress.drafts if "impersonal" in draft.rules and draft.voice.named]
    if not progress.written:
        pass  # an informant is no text that passives go on telling from
    elif impersonal:
        memory.author, memory.author_at = impersonal[-1].voice, line.sentence.index
    elif progress.author.named:
        memory.author, memory.author_at = progress.author, line.sentence.index
    announced = memory.announced
    if announced is not None and announced.sentence == line.sentence.index:
        behind = [run for run in line.quotes if announced.cue_span and run.span.start >= announced.cue_span.end]
        if any(run.number in memory.used for run in behind):
            memory.announced = None  # şöyle konuştu: "…" dedi
