"""Find how something was said: in a speech, in writing, on the telephone …

In:  a Doc, the drafts of its statements, the words for media.
Out: the same drafts, with ``medium`` where the text shows it.

    Bakan Tekin, düzenlediği basın toplantısında, sınırın açık kalacağını söyledi.
                             ~~~~~~~~~~~~~~~~~~~  ~~~~~~~~~~~~~~~~~~~~~~~
                             press_conference     content: what it mentions is no medium
    (At the press conference that he held, Minister Tekin said that the border would stay open.)
"""

from __future__ import annotations

from collections.abc import Sequence

from vakanuvis.extract.drafts import Draft, FoundMedium
from vakanuvis.extract.lines import as_printed
from vakanuvis.lexicon.media import MediumWords, Printed, Shown
from vakanuvis.lexicon.report import ReportLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence
from vakanuvis.text.letters import lower

_FARTHEST = 3  # sentences between `yazılı açıklamada` and the bare `açıklamada` that points back to it


def find_media(doc: Doc, drafts: Sequence[Draft], lexicon: ReportLexicon) -> None:
    """Give every draft its medium."""
    last: FoundMedium | None = None
    for draft in drafts:
        place = draft.cue_span or draft.content[0]
        sentence = doc.sentence_at(place.start)
        if draft.cue_span is None or sentence is None:
            continue
        words = _counting(doc, sentence, draft, drafts)
        found = _best(sentence, lexicon.media.shown_in(words), draft.cue_span)
        if found is None and last is not None and sentence.index - last.sentence <= _FARTHEST:
            found = last if _points_back(words, last.entry, lexicon) else None
        if found is not None:
            draft.medium = found
            last = FoundMedium(found.entry, found.span, sentence.index)


def _counting(doc: Doc, sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> list[Printed | None]:
    """The words of a sentence as printed; None for those inside what was said."""
    cue = draft.cue_span or draft.content[0]
    said = [span for other in drafts for span in other.content if not span.holds(cue)]
    marked = [q.span for q in doc.quotations or () if not q.span.holds(cue)]
    return [
        None if any(span.overlaps(word.span) for span in (*said, *marked)) else as_printed(doc, word, lower(word.form))
        for word in sentence.words
    ]


def _best(sentence: Sentence, shown: list[Shown], cue: Span) -> FoundMedium | None:
    """The medium of highest rank; of two alike the one nearer before the cue."""
    if not shown:
        return None

    def worth(one: Shown) -> tuple[bool, int, int]:
        start = sentence.words[one.first].span.start
        return start > cue.end, one.rank, abs(cue.start - start)

    best = min(shown, key=worth)
    span = Span(sentence.words[best.first].span.start, sentence.words[best.last].span.end)
    return FoundMedium(best.entry, span, sentence.index)


def _points_back(words: Sequence[Printed | None], entry: MediumWords, lexicon: ReportLexicon) -> bool:
    """True for `açıklamada` after `yazılı açıklamada`."""
    for word in words:
        known = lexicon.noun_of(word.stem) if word is not None else None
        if known is not None and known[1].endswith("in") and known[0].noun in entry.words.split():
            return True
    return False
