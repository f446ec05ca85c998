"""A wrong, lost or doubled quotation mark spoils at most the sentence that holds it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.span import Span
from vakanuvis.text.articles import read_articles

ARTICLES = sorted((Path(__file__).parents[2] / "examples" / "newspaper").glob("*/article.*"))
EVERY = 4  # each mark gets every fourth defect, the next mark the ones after: all defects at all marks take two minutes
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


def disturbed(path: Path, reader: Reader, every: int = EVERY) -> tuple[int, list[tuple[str, str]]]:
    """How many defects were tried, and those that change what is said in another sentence, with what stands around."""
    tried = 0
    found = []
    for article in read_articles(str(path)):
        assert isinstance(article, Article)
        whole = reader.read(article)
        marks = [place for place, letter in enumerate(whole.text) if letter in MARKS]
        for number, place in enumerate(marks):
            letter = whole.text[place]
            at = whole.offsets.back(Span(place, place + 1)).start
            holder = next(s for s in whole.sentences if s.quotation is None and s.span.start <= place < s.span.end)
            start, end = holder.span.start, holder.span.end
            for name in list(DEFECTS)[number % every :: every]:
                wrong = DEFECTS[name].format(letter, TURNED.get(letter, "„"))
                spoilt = reader.read(replace(article, text=article.text[:at] + wrong + article.text[at + 1 :]))
                grown = len(spoilt.text) - len(whole.text)
                tried += 1
                if outside(spoilt, start, end + grown) != outside(whole, start, end):
                    found.append((name, whole.text[max(0, place - 30) : place + 30]))
    return tried, found


@pytest.mark.parametrize("path", ARTICLES, ids=[path.parent.name for path in ARTICLES])
def test_a_defect_spoils_no_other_sentence(path, reader):
    _, found = disturbed(path, reader)
    assert not found
