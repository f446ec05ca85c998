"""Read one sentence: tie every cue to what was said and to who said it.

In:  a Reading: a Line with the lexicon, the mentions and the memory of who spoke.
Out: drafts of statements.

    Kararı eleştiren Petrova, sayımın durduğunu belirterek, "Sandık bizimdir" dedi.
                     ~~~~~~~  ~~~~~~~~~~~~~~~~~ ~~~~~~~~~~   ~~~~~~~~~~~~~~~  ~~~~
                     speaker  first content     cue          second content   cue
    (Petrova, who criticised the decision, stated that the count had stopped and said, “The ballot box is ours”.)
"""

from __future__ import annotations

from vakanuvis.extract.according import according_to, find_source
from vakanuvis.extract.addressees import URGING, addressee_of
from vakanuvis.extract.contents import Found, clause_start, find_content, reported_start
from vakanuvis.extract.cues import Cue, find_cues
from vakanuvis.extract.drafts import Announced, Draft, Reading, Voice, voice_of
from vakanuvis.extract.lines import Line
from vakanuvis.extract.progress import Progress, pass_semicolon, take_subject
from vakanuvis.extract.speakers import group_before, leading_subject, owner_before
from vakanuvis.extract.unmarked import find_opening, unmarked_words
from vakanuvis.extract.voices import author_of, is_aside, is_told, line_form, speaker_of
from vakanuvis.record.span import Span
from vakanuvis.record.statement import StatementKind


def read_line(reading: Reading) -> list[Draft]:
    """All statements that have a cue in this sentence."""
    line = reading.line
    progress = Progress(_heading_end(line))
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


def _ends_clause(line: Line, at: int) -> bool:
    return line.printed(at + 1) in (",", ";") or line.printed(at + 1) in line.joins


def _heading_end(line: Line) -> int:
    """First word behind a short quoted heading that opens a sentence in running text: `"Umutluyuz" Bakan Tekin, …`."""
    run = line.quotes[0] if line.quotes else None
    if run is None or run.first != 0 or run.last + 1 >= len(line.words) or run.named:
        return 0
    behind = line.words[run.last + 1]
    return run.last + 1 if behind.form[:1].isupper() and behind.span.start > run.span.end and run.words > 1 else 0


def _read_cue(reading: Reading, progress: Progress, cue: Cue) -> None:
    line = reading.line
    found = find_content(line, cue, progress.floor, reading.lexicon)
    if (reading.inside and (found is None or not found.direct)) or is_aside(reading, cue):
        return
    narrated = cue.shape == "finite" and line.words[cue.last].feats.get("Person") == "1" and not reading.inside
    if narrated:
        return  # anlattık, söyledim: the writer's own words, or a speaker's whose marks were lost
    if found is None and not _has_colon(line, cue):
        unmarked = unmarked_words(reading, cue)
        if unmarked is not None:
            progress.drafts.append(unmarked)
            progress.floor = cue.last + 1
            return
        if cue.shape in ("finite", "converb") and _ends_clause(line, cue.last):
            take_subject(reading, progress, cue.first, lone=True)
            progress.floor = max(progress.floor, cue.last + 1)
        return
    limit = found.last + 1 if found is not None and not found.direct else found.first if found else cue.first
    strict = cue.shape == "participle" and found is not None and not found.direct
    pass_semicolon(progress, line, limit or 0)
    described = cue.passive and cue.shape == "participle"
    strict = strict or described or reading.inside
    whole = is_told(line, cue) or (found is not None and line_form(reading, found) == "-dığını")
    if not cue.passive or described or whole:
        take_subject(reading, progress, limit or 0, lone=found is None or found.direct, strict=strict)
    if found is None:
        _announce(reading, progress, cue)
        return
    author = author_of(reading, progress.floor, limit or 0)
    if not author.named and cue.passive and cue.shape == "nested":
        author = author_of(reading, cue.last + 1, min(cue.last + 4, len(line.words)))
    if author.named:
        progress.author = author
    start = max(progress.floor, progress.after_subject)
    voice, start, floor = speaker_of(reading, progress, cue, found, start)
    if cue.shape == "nested" and not voice.named and not cue.passive:
        return  # söylediklerini belirtti: the outer report tells it already
    start = _past_object(line, found, start) if cue.force in URGING else start
    kind, content, first = _content(reading, found, cue, start)
    draft = _draft(reading, cue, kind, content, voice)
    draft.rules = (_rule(cue, found, kind), cue.entry)
    draft.addressee = addressee_of(reading, found, cue, (first, progress.floor), voice)
    progress.drafts.append(draft)
    reading.memory.take(found.quotes)
    progress.floor = max(progress.floor, floor)
    if voice.named and cue.shape != "nested" and not cue.passive and not (cue.noun and cue.shape == "noun"):
        reading.memory.speaker = voice
        reading.memory.speaker_sentence = reading.memory.position


def _past_object(line: Line, found: Found, start: int) -> int:
    """The word behind whom a warning or call addresses: `yurttaşlarını … konusunda uyardı`."""
    if not found.linked or found.direct:
        return start
    stretch = [at for at in range(start, found.last) if line.quote_at[at] is None]
    addressed = next((at for at in stretch if line.words[at].case == "Acc" and not line.forms[at]), None)
    return start if addressed is None else addressed + 1


def _content(reading: Reading, found: Found, cue: Cue, start: int) -> tuple[StatementKind, tuple[Span, ...], int]:
    line = reading.line
    if found.direct:
        return "direct", tuple(quoted.content for quoted in found.quotes), found.first or 0
    first = clause_start(line, start, found.last, reading.lexicon)
    first = reported_start(line, first, found.last) if cue.passive else first
    inside = line.quote_at[found.last]
    if inside is not None and first >= inside.first:
        return "direct", (inside.content,), inside.first
    last = inside.last if inside is not None else found.last
    quoted = any(run.first >= first and run.last <= last and not run.named for run in line.quotes)
    return "mixed" if quoted else "indirect", (line.span(first, last),), first


def _rule(cue: Cue, found: Found, kind: StatementKind) -> str:
    prefix = "direct" if kind == "direct" else "mixed" if kind == "mixed" else "indirect"
    if cue.shape == "noun" and cue.force == "ask":
        return "question-answer"
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


def _announce(reading: Reading, progress: Progress, cue: Cue) -> None:
    """Remember a cue that ends in a colon: its words follow."""
    line = reading.line
    silent = cue.shape == "noun" and cue.noun is not None and "quote" not in cue.noun.takes
    if silent or not _has_colon(line, cue) or (cue.passive and cue.shape != "finite"):
        return
    if cue.shape == "noun":
        owner = owner_before(line, 0, cue.first, reading.mentions, cases=("Gen", "Abl"))
        voice = voice_of(line, owner or progress.subject)
    else:
        subject = progress.subject or group_before(line, cue.first, 0, reading.mentions)
        voice = voice_of(line, subject) if subject else reading.memory.dropped()
    span = line.span(cue.first, cue.last)
    stretch = range(max(0, cue.first - 2), cue.last)
    links = (reading.lexicon.links.get(line.printed(at)) for at in stretch)
    announced = Announced(voice, cue, span, reading.memory.position, line.sentence.paragraph)
    announced.runs_on = any(link is not None and "announce" in link.takes for link in links)
    reading.memory.announced = announced


def _has_colon(line: Line, cue: Cue) -> bool:
    return any(line.printed(at) == ":" for at in (cue.last + 1, cue.last + 2))


def _remember(reading: Reading, progress: Progress) -> None:
    """Keep subject and author of the sentence for the next ones."""
    line, memory = reading.line, reading.memory
    if line.sentence.kind == "text":
        subject = progress.subject
        if subject is None and not progress.drafts:
            subject = leading_subject(line, 0, len(line.words), reading.mentions, fresh=True)
        if subject is not None and subject.actor is not None:
            memory.subject, memory.subject_sentence = voice_of(line, subject), memory.position
    if not progress.drafts:
        memory.opening = find_opening(reading) or memory.opening
    impersonal = [draft for draft in progress.drafts if "impersonal" in draft.rules and draft.voice.named]
    if not progress.written:
        pass  # an informant is no text that passives go on telling from
    elif impersonal:
        memory.author, memory.author_at = impersonal[-1].voice, memory.position
    elif progress.author.named:
        memory.author, memory.author_at = progress.author, memory.position
    announced = memory.announced
    if announced is not None and announced.sentence == memory.position:
        behind = [run for run in line.quotes if announced.cue_span and run.span.start >= announced.cue_span.end]
        if any(run.number in memory.used for run in behind):
            memory.announced = None  # şöyle konuştu: "…" dedi
