"""Find what a content holds: other statements, and the actors it mentions.

In:  drafts of statements; a Doc with actors.
Out: for each draft the draft around it; the ids of the actors in its content.

    Okafor, Petrova'nın seçimi kazandığını söylediğini aktardı.
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ about Petrova
                        ~~~~~~~~~~~~~~~~~~ nested in it
    (Okafor related that Petrova had said that she had won the election.)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vakanuvis.extract.drafts import Draft
from vakanuvis.extract.links import mentions_in
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span


def draft_around(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft with the shortest run that holds content and cue of this one."""
    told = (*draft.content, draft.cue_span) if draft.cue_span is not None else draft.content
    holding = [
        (len(run), number)
        for number, other in enumerate(drafts)
        if other is not draft
        for run in other.content
        if all(run.holds(span) for span in told) and run not in draft.content
    ]
    return drafts[min(holding)[1]] if holding else None


def actors_inside(doc: Doc, content: Sequence[Span], speakers: Collection[str]) -> tuple[str, ...]:
    """The actors that the content mentions, each once, in the order of the text."""
    found = [actor.id for run in content for mention, actor in mentions_in(doc, run) if run.holds(mention.span)]
    return tuple(name for name in dict.fromkeys(found) if name not in speakers)
