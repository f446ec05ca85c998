"""Tie a headline's or lead's shortened quotation to the fuller statement it repeats.

In:  the drafts of an article, in the order of the text.
Out: the same drafts, with ``repeats`` set and headings given their speaker.

    "Kapımız açık"                                heading
    Bakan, "Kapımız herkese açık, bekliyoruz" dedi.
    (“Our door is open”: The minister said, “Our door is open to everyone, we are waiting”.)
"""

from __future__ import annotations

import re

from vakanuvis.extract.drafts import NOBODY, Draft
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.text.letters import folded

# Share of the shorter one's words that the fuller one must hold. Headlines paraphrase, leads hardly do.
HEADING_SHARE = 0.6
LEAD_SHARE = 0.8
_STEM = 5  # letters by which two forms of a word are the same
_FEWEST = 2  # words
_NEAREST = 4  # paragraphs in which a heading's speaker is looked for

_WORD = re.compile(r"[^\W_]+")


def settle_headings(doc: Doc, drafts: list[Draft]) -> None:
    """Give quotations that are headings the speaker of what they repeat, or of the next statement."""
    for at, draft in enumerate(drafts):
        if not draft.floating:
            continue
        others = [other for other in drafts if other is not draft and not other.heading]
        full = _fuller(doc, draft, others, HEADING_SHARE)
        if full is not None:
            draft.repeats, draft.voice = full, full.voice
            draft.rules = (*draft.rules, "headline-repeats")
            continue
        following = [other for other in drafts[at + 1 :] if not other.heading and other.voice.named]
        near = [other for other in following if other.paragraph - draft.paragraph <= _NEAREST]
        before = [other for other in drafts[:at] if other.voice.named]
        draft.voice = near[0].voice if near else before[-1].voice if before else NOBODY


def tie_repetitions(doc: Doc, drafts: list[Draft]) -> None:
    """Tie every statement to a later, fuller one that holds nearly all its words."""
    for at, draft in enumerate(drafts):
        if draft.repeats is None and not draft.floating:
            share = HEADING_SHARE if draft.heading else LEAD_SHARE
            later = [other for other in drafts[at + 1 :] if not other.heading]
            draft.repeats = _fuller(doc, draft, later, share)
            if draft.repeats is not None and draft.heading and not draft.voice.named:
                draft.voice = draft.repeats.voice


def _fuller(doc: Doc, draft: Draft, others: list[Draft], share: float) -> Draft | None:
    words = _words(doc, draft.content)
    if len(words) < _FEWEST:
        return None
    best: tuple[float, Draft] | None = None
    for other in others:
        if any(a.overlaps(b) for a in draft.content for b in other.content):
            continue
        if draft.voice.actor and other.voice.actor and draft.voice.actor != other.voice.actor:
            continue
        held = _words(doc, other.content)
        found = len(words & held) / len(words)
        if found >= share and len(held) >= len(words) and (best is None or found > best[0]):
            best = (found, other)
    return best[1] if best else None


def _words(doc: Doc, content: tuple[Span, ...]) -> set[str]:
    return {word[:_STEM] for span in content for word in _WORD.findall(folded(doc.letters(span))) if len(word) > 1}
