"""A wrong, lost or doubled quotation mark spoils at most the sentence that holds it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.text.articles import article_of

ARTICLES = Path(__file__).parents[2] / "examples" / "newspaper"
SEVERAL = ("ziyaret", "zirve-ve-imza", "manset-alintilari", "yazili-aciklama-ve-paylasim")
MARKS = '"“”«»'

TURNED = {"“": "”", "”": "“", "«": "»", "»": "«"}
# {0} is the mark, {1} the mark turned round; U+0091 to U+0094 are what careless archives leave of marks.
DEFECTS = {
    "lost": "",
    "doubled": "{0}{0}",
    "turned round": "{1}",
    "of another shape": "»",
    "between blanks": " {0} ",
    "opening control character": "\x93",
    "closing control character": "\x94",
    "single": "'",
    "two single ones": "''",
    "two single control characters": "\x92\x92",
}


def outside(doc: Doc, start: int, end: int) -> Counter:
    """What is said before letter ``start`` and from letter ``end`` on, and by whom."""
    names = {actor.id: actor.name for actor in doc.actors}
    return Counter(
        (one.kind, tuple(map(doc.letters, one.content)), one.cue, names.get(one.speaker))
        for one in doc.statements
        if one.content[-1].end <= start or one.content[0].start >= end
    )


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
@pytest.mark.parametrize("name", SEVERAL)
def test_a_defect_spoils_no_other_sentence(name, defect, reader):
    text = (ARTICLES / name / "article.txt").read_text(encoding="utf-8")
    whole = reader.read(article_of(text))
    tried = 0
    for place, letter in enumerate(whole.text):
        if letter not in MARKS:
            continue
        at = whole.offsets.back(Span(place, place + 1)).start
        holder = next(s for s in whole.sentences if s.quotation is None and s.span.start <= place < s.span.end)
        spoilt = reader.read(article_of(text[:at] + defect.format(letter, TURNED.get(letter, "„")) + text[at + 1 :]))
        grown = len(spoilt.text) - len(whole.text)
        around = whole.text[max(0, place - 30) : place + 30]
        assert outside(spoilt, holder.span.start, holder.span.end + grown) == outside(
            whole, holder.span.start, holder.span.end
        ), around
        tried += 1
    assert tried >= 4
