"""Join a quotation that runs over several paragraphs, each opened by a mark of its own.

In:  the drafts of an article.
Out: the same drafts; paragraphs that were not closed belong to the statement that closes them.

    "Yol uzun. Yürüyoruz.
    "Köprü de bitti" dedi Tekin.      two runs of one statement
    (“The road is long. We are walking. | “The bridge is finished too”, said Tekin.)
"""

from __future__ import annotations

from itertools import pairwise

from vakanuvis.extract.drafts import Draft
from vakanuvis.record.doc import Doc
from vakanuvis.record.words import Quotation

_FINAL = tuple(".!?…")


def join_paragraphs(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of unclosed paragraphs joined to the next paragraph's."""
    outer = [quotation for quotation in doc.quotations or () if quotation.parent is None]
    out = list(drafts)
    for quotation, following in reversed(tuple(pairwise(outer))):
        if quotation.closed or not _goes_on(doc, quotation, following):
            continue
        first, last = _draft_of(quotation, out), _draft_of(following, out)
        if first is None or last is None or first is last or (first.cue is not None and last.cue is not None):
            continue
        kept, gone = (last, first) if first.cue is None else (first, last)
        kept.content = (*first.content, *last.content)
        kept.floating = kept.heading = False
        out = [draft for draft in out if draft is not gone]
    return out


def _goes_on(doc: Doc, quotation: Quotation, following: Quotation) -> bool:
    """True if a paragraph of whole sentences opens with the one mark, and the next paragraph with the other."""
    opens = not doc.text[: quotation.span.start].rpartition("\n")[2].strip()
    whole = doc.letters(quotation.content).rstrip()[-1:] in _FINAL
    return opens and whole and not doc.text[quotation.span.end : following.span.start].strip()


def _draft_of(quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    return next((draft for draft in drafts if draft.kind == "direct" and quotation.span.holds(draft.content[0])), None)
