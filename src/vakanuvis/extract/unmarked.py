"""Find words that lost their quotation marks.

In:  a Reading and a cue such as `dedi` that has no quotation.
Out: a draft from where its speaker was named to the cue.

    Tekin, Bu yolu birlikte açtık. Kimseye borcumuz yok dedi.
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    (Tekin said, We opened this road together. We owe nobody anything.)
"""

from __future__ import annotations

from vakanuvis.extract.cues import Cue
from vakanuvis.extract.drafts import Draft, Opening, Reading, voice_of
from vakanuvis.extract.speakers import leading_subject
from vakanuvis.record.span import Span

_LONGEST = 8  # sentences between the speaker and the cue
_SHORTEST = 3  # words


def find_opening(reading: Reading) -> Opening | None:
    """Where a sentence like `Tekin, Bu yolu …` may begin to quote."""
    line, sentence = reading.line, reading.line.sentence
    subject = leading_subject(line, 0, len(line.words) - 1, reading.mentions, fresh=True)
    if subject is None or sentence.kind == "byline":
        return None
    if not subject.known and line.words[subject.head].upos != "PROPN":
        return None
    at = subject.after
    if at >= len(line.words) or line.printed(at - 1) != "," or not line.words[at].form[:1].isupper():
        return None
    return Opening(voice_of(line, subject), line.words[at].span.start, reading.memory.position, sentence.paragraph)


def unmarked_words(reading: Reading, cue: Cue) -> Draft | None:
    """The words before `dedi` where no quotation stands; None where it is no such cue."""
    line, sentence = reading.line, reading.line.sentence
    before = cue.first - 1
    takes_words = cue.verb is not None and "words" in cue.verb.content
    if reading.inside or cue.shape != "finite" or not takes_words or before < 0 or line.quote_at[before] is not None:
        return None
    last = before - 1 if line.printed(before) in reading.lexicon.links else before
    if last < 0:
        return None
    opening = find_opening(reading) or reading.memory.opening
    if opening is None or opening.paragraph != sentence.paragraph:
        return None
    if reading.memory.position - opening.sentence > _LONGEST:
        return None
    span = Span(opening.start, line.words[last].span.end)
    if len(span.letters(line.doc.text).split()) < _SHORTEST or span.end <= span.start:
        return None
    reading.memory.opening = None
    reading.memory.speaker, reading.memory.speaker_sentence = opening.voice, reading.memory.position
    return Draft(
        "direct",
        (span,),
        opening.voice,
        sentence.index,
        sentence.paragraph,
        cue.name,
        line.span(cue.first, cue.last),
        cue.force,
        negated=cue.negated,
        rules=("direct-unmarked", cue.entry),
    )
