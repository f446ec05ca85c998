"""The article on its way through reading: one thing travels, each stage adds one layer."""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.record.event import Agreement, Event
from vakanuvis.record.judgement import Judgement
from vakanuvis.record.people import Actor
from vakanuvis.record.span import Span
from vakanuvis.record.statement import Statement
from vakanuvis.record.when_where import Place, TimeExpression
from vakanuvis.record.words import Quotation, Sentence


@dataclass(frozen=True, slots=True)
class Article:
    """What was published, as it came.

    ``text`` is the decoded input and never changes. ``published`` is EDTF level 1 or None. ``body`` is where the story
    begins, after a ``date …`` header. ``notes`` tell what had to be guessed (such as the encoding). ``outlet`` is the
    newspaper's own name and ``given_id`` the article's id there, where the input states them.
    """

    id: str
    text: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    body: int = 0
    notes: tuple[str, ...] = ()
    outlet: str | None = None
    author: str | None = None
    given_id: str | None = None


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads from the cleaned text back to the letters as they were printed.

    ``starts[i]`` and ``ends[i]`` bound, in the article's text, what became letter ``i`` of the cleaned text.
    Empty tuples mean that both texts are the same.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def back(self, span: Span) -> Span:
        """The same place in the article's own text."""
        if not self.starts or not len(span):
            at = (
                self.starts[span.start]
                if span.start < len(self.starts)
                else (self.ends[-1] if self.ends else span.start)
            )
            return span if not self.starts else Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, slots=True)
class Doc:
    """An article with what has been read of it.

    ``text`` is the cleaned text that all spans in the layers refer to; ``offsets`` maps them back to
    ``article.text``. A layer is None until its stage has run and ``()`` when it ran and found nothing.
    """

    article: Article
    text: str
    offsets: OffsetMap = OffsetMap()
    quotations: tuple[Quotation, ...] | None = None
    sentences: tuple[Sentence, ...] | None = None
    words: bool | None = None
    times: tuple[TimeExpression, ...] | None = None
    places: tuple[Place, ...] | None = None
    dateline: Place | None = None
    actors: tuple[Actor, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    events: tuple[Event, ...] | None = None
    agreements: tuple[Agreement, ...] | None = None
    judgements: tuple[Judgement, ...] | None = None

    @property
    def published(self) -> str | None:
        """The publication date (EDTF), which is this reading's today."""
        return self.article.published

    def letters(self, span: Span) -> str:
        """What stands at ``span`` in the cleaned text."""
        return self.text[span.start : span.end]

    def sentence_at(self, place: int) -> Sentence | None:
        """The innermost sentence that holds the letter at ``place``; None between sentences."""
        found = None
        for sentence in self.sentences or ():
            if sentence.span.start <= place < sentence.span.end and (
                found is None or len(sentence.span) <= len(found.span)
            ):
                found = sentence
        return found
