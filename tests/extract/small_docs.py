"""Docs cut by hand: one sentence, untagged words, an apostrophe suffix apart from its stem."""

import re

from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*(?:[-–]\d+(?:[.,:/]\d+)*)*(?:'\w+)?|\w+(?:['-]\w+)*|\S")


def small_doc(*sentences: str, published: str | None = None) -> Doc:
    """A Doc of these sentences, one paragraph, no tags."""
    text = " ".join(sentences)
    cut, at = [], 0
    for index, sentence in enumerate(sentences):
        cut.append(Sentence(index, Span(at, at + len(sentence)), _words(text, at, at + len(sentence))))
        at += len(sentence) + 1
    return Doc(Article("a", text, published=published), text, sentences=tuple(cut), words=True)


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    words = []
    for index, found in enumerate(_TOKEN.finditer(text, start, end)):
        mark = found.group().rfind("'", 1)
        stem_end = found.end() if mark < 1 or mark == len(found.group()) - 1 else found.start() + mark
        words.append(Word(index, found.group(), Span(*found.span()), Span(found.start(), stem_end)))
    return tuple(words)
