"""Read what stands without a cue of its own: quotations that stand alone, announced words, labelled lines.

In:  a Reading.
Out: drafts.

    Sözcü şöyle konuştu:
    "Kararımız kesindir."
     ~~~~~~~~~~~~~~~~~~ announced by the line before
    (The spokesman spoke thus: “Our decision is final.”)
"""

from __future__ import annotations

from vakanuvis.extract.cues import Cue, find_cues, noun_at
from vakanuvis.extract.drafts import NOBODY, Announced, Draft, Reading, Voice, voice_of
from vakanuvis.extract.lines import Quoted
from vakanuvis.extract.speakers import group_at, leading_subject
from vakanuvis.record.span import Span

_SHORTEST_HEADING = 2  # words of a quotation that is a heading
_LONGEST_HEADING = 12  # words of a quotation in running text that is rather a heading
_SHORTEST_BARE = 6  # words of a quotation inside a sentence that no cue claims; shorter ones are names of things
_LONGEST_LABEL = 9  # words before a label's colon
_TURNS = ("label", "question-answer")  # rules of words that a label announces


def floating_quotes(reading: Reading) -> list[Draft]:
    """Statements of the quoted runs that no cue has claimed."""
    line, memory = reading.line, reading.memory
    out: list[Draft] = []
    alone = _stands_alone(reading)
    for run in line.quotes:
        if run.number in memory.used:
            continue
        announced = memory.announced
        colon = run.first > 0 and line.printed(run.first - 1) == ":"
        if announced is not None and (colon or alone) and (run.speech or run.words > 1):
            out.append(_announced_draft(reading, announced, (run.content,)))
        elif alone and (run.speech or run.words >= _SHORTEST_HEADING):
            whole = line.doc.letters(run.content)[-1:].isalnum()  # no full stop: rather a heading than speech
            heading = line.sentence.kind == "heading" or run.words < 4 or (whole and run.words <= _LONGEST_HEADING)
            if heading or run.speech:
                voice = NOBODY if heading else memory.dropped()
                out.append(_plain(reading, run, voice, "floating-heading" if heading else "floating", heading=heading))
        elif run.speech and run.sentence and (colon or _ends_line(reading, run)) and _is_long(reading, run):
            subject = leading_subject(line, 0, run.first, reading.mentions, fresh=True)
            voice = voice_of(line, subject) if subject else memory.dropped()
            out.append(_plain(reading, run, voice, "direct-colon" if colon else "direct-bare"))
        else:
            continue
        memory.take((run,))
        memory.announced = None
        if out[-1].voice.named:
            memory.speaker = out[-1].voice
            memory.speaker_sentence = memory.position
    return out


def _stands_alone(reading: Reading) -> bool:
    line = reading.line
    return bool(line.quotes) and all(
        line.quote_at[word.index] is not None or not word.form[:1].isalnum() for word in line.words
    )


def _ends_line(reading: Reading, run: Quoted) -> bool:
    line = reading.line
    return not any(word.form[:1].isalnum() for word in line.words[run.last + 1 :])


def _is_long(reading: Reading, run: Quoted) -> bool:
    """True if the run is too long for the name of a thing; `Bakan Tekin, "Bu …` without a closing mark opens none."""
    if run.words >= _SHORTEST_BARE:
        return True
    line = reading.line
    whole = line.doc.letters(run.content)[:1].isupper()
    unclosed = whole and any(one.index == run.number and not one.closed for one in line.doc.quotations or ())
    subject = leading_subject(line, 0, run.first, reading.mentions, fresh=True) if unclosed else None
    return subject is not None and subject.known


def _plain(reading: Reading, run: Quoted, voice: Voice, rule: str, *, heading: bool = False) -> Draft:
    sentence = reading.line.sentence
    return Draft(
        "direct",
        (run.content,),
        voice,
        sentence.index,
        sentence.paragraph,
        rules=(rule,),
        heading=heading,
        floating=heading,
    )


def _announced_draft(reading: Reading, announced: Announced, content: tuple[Span, ...]) -> Draft:
    sentence, cue = reading.line.sentence, announced.cue
    return Draft(
        "direct",
        content,
        announced.voice,
        sentence.index,
        sentence.paragraph,
        cue.name if cue else None,
        announced.cue_span if cue else None,
        cue.force if cue else None,
        rules=(announced.rule, cue.entry) if cue else (announced.rule,),
        heading=sentence.kind == "heading",
    )


def announced_words(reading: Reading) -> list[Draft] | None:
    """Words without marks that a colon announced, here or in the line before; None where there are none.

    They run to the end of their paragraph or to the next sentence in which somebody else is said to speak.
    """
    line, memory = reading.line, reading.memory
    sentence = line.sentence
    if memory.running is not None:
        if label(reading):
            memory.running = None
        elif sentence.kind == "text" and not _somebody_speaks(reading) and _runs_on(reading, memory.running):
            return []
        memory.running = None
    if memory.announced is None:
        return None
    if memory.position - memory.announced.sentence > 1:
        memory.announced = None
        return None
    colon = _colon(reading)
    begin = colon + 1 if colon is not None else 0
    announced = memory.announced
    if begin >= len(line.words) or sentence.kind == "byline":
        return None
    memory.announced = None
    if sentence.paragraph - announced.paragraph > 1 or (colon is None and sentence.kind == "heading"):
        return None
    draft = _announced_draft(reading, announced, (Span(line.words[begin].span.start, _last_letter(reading)),))
    new_line = sentence.paragraph > announced.paragraph
    memory.running = draft if sentence.kind == "text" and (new_line or announced.runs_on) else None
    memory.running_paragraph = sentence.paragraph
    if draft.voice.named:
        memory.speaker, memory.speaker_sentence = draft.voice, memory.position
    return [draft]


def _runs_on(reading: Reading, running: Draft) -> bool:
    """Let running words go on with this sentence; True if they do.

    They end with their paragraph. The answer of an interview goes on with each paragraph in which its speaker says
    `I` or `we`, is not named, and asks nothing at the end: that would be the next question.
    """
    line, memory = reading.line, reading.memory
    sentence = line.sentence
    last = running.content[-1]
    if sentence.paragraph == memory.running_paragraph:
        running.content = (*running.content[:-1], Span(last.start, _last_letter(reading)))
        return True
    turn = running.rules[0] in _TURNS and sentence.paragraph == memory.running_paragraph + 1
    if not turn or line.quotes or not _goes_on(reading, running.voice):
        return False
    running.content = (*running.content, Span(sentence.span.start, _last_letter(reading)))
    memory.running_paragraph = sentence.paragraph
    return True


def _goes_on(reading: Reading, voice: Voice) -> bool:
    number = reading.line.sentence.paragraph
    sentences = [one for one in reading.line.doc.sentences or () if one.paragraph == number and one.quotation is None]
    words = [word for one in sentences for word in one.words]
    known = [reading.mentions.at(word.span.start) for word in words]
    named = any(pair is not None and pair[1].id == voice.actor for pair in known)
    own = any(word.is_finite and word.feats.get("Person") == "1" for word in words)
    return own and not named and words[-1].form != "?"


def _colon(reading: Reading) -> int | None:
    announced = reading.memory.announced
    line = reading.line
    start = announced.cue_span.start if announced and announced.cue_span else 0
    return next((word.index for word in line.words if word.form == ":" and word.span.start >= start), None)


def _last_letter(reading: Reading) -> int:
    return reading.line.sentence.span.end


def _somebody_speaks(reading: Reading) -> bool:
    line = reading.line
    cues = [cue for cue in find_cues(line, reading.lexicon) if cue.shape == "finite"]
    if cues and line.words[cues[-1].last].feats.get("Person") == "1":
        return False  # … istiyoruz: the speaker's own
    return bool(cues) and leading_subject(line, 0, cues[-1].first, reading.mentions, fresh=True) is not None


def _is_turn(reading: Reading) -> bool:
    """Take `Soru: …` and `Yanıt: …` of an interview as announcements; the answer is the last speaker's."""
    line, memory = reading.line, reading.memory
    noun = noun_at(line, 0, reading.lexicon)
    if noun is None or noun.force not in ("ask", "answer") or len(line.words) < 3:
        return False
    cue = Cue(0, 0, "noun", noun.noun, noun.force, None, noun)
    voice = memory.dropped() if noun.force == "answer" else NOBODY
    if noun.force == "answer" and not voice.named:
        before = reading.mentions.person_before(line.sentence.span.start)
        voice = Voice(before.id) if before is not None else NOBODY
    span = line.words[0].span
    memory.announced = Announced(voice, cue, span, memory.position, line.sentence.paragraph, "question-answer")
    return True


def label(reading: Reading) -> bool:
    """Take `Kremlin: …` as an announcement; True if the line has such a label."""
    line = reading.line
    colon = next((word.index for word in line.words[: _LONGEST_LABEL + 1] if word.form == ":"), None)
    if colon == 1 and _is_turn(reading):
        return True
    if not colon or colon + 2 >= len(line.words):
        return False
    named = line.sentence.kind == "heading" and all(word.form[:1].isupper() for word in line.words[:colon])
    if not line.is_nominative(colon - 1) and not (named and line.words[colon - 1].upos != "NOUN"):
        return False
    group = group_at(line, colon - 1, 0, reading.mentions)
    if group.first != 0 or not (group.known or (named and line.words[colon - 1].upos == "PROPN")):
        return False
    if line.quote_at[colon + 1] is None or line.sentence.kind == "heading":
        reading.memory.announced = Announced(
            voice_of(line, group),
            None,
            line.words[colon].span,
            reading.memory.position,
            line.sentence.paragraph,
            "label",
        )
        return line.quote_at[colon + 1] is None
    return False
