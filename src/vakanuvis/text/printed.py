"""Sentences as a reader of the page counts them: quotations stand where they were printed.

In:  a Doc with sentences.
Out: the tokens of each printed sentence.

    Bakan, "Görüşmeler sürüyor. Umutluyuz." dedi. Sonra gitti.
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ~~~~~~~~~~~~
    (The minister said, "The talks go on. We are hopeful." Then he left.)

The rooms that read want the clause and its quotation apart; treebanks and whoever looks at the page want them together.
A quotation that stands alone is as many sentences as it holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence


def printed_sentences(doc: Doc) -> tuple[tuple[Span, ...], ...]:
    """The spans of the tokens of each printed sentence, in the order of the text."""
    ends = sorted(end for sentence in doc.sentences or () if sentence.quotation is None for end in _ends(doc, sentence))
    grouped = groupby(sorted(_tokens(doc)), key=lambda token: bisect_left(ends, token.end))
    return tuple(tuple(tokens) for _, tokens in grouped)


def _ends(doc: Doc, sentence: Sentence) -> Iterator[int]:
    yield sentence.span.end
    lifted = [word.quotation for word in sentence.words if word.quotation is not None]
    if lifted and not any(word.form[0].isalnum() for word in sentence.words):
        for number in lifted:
            inner = [found.span.end for found in doc.sentences or () if found.quotation == number]
            yield from inner[:-1]


def _tokens(doc: Doc) -> Iterator[Span]:
    """Every token once; the marks of a lifted quotation in place of the word that stands for it."""
    for sentence in doc.sentences or ():
        for word in sentence.words:
            if word.quotation is None:
                yield word.span
                continue
            quotation = (doc.quotations or ())[word.quotation]
            yield Span(quotation.span.start, quotation.content.start)
            if quotation.closed:
                yield Span(quotation.content.end, quotation.span.end)
