"""Sentences, words and quotations: what the text and language rooms find.

    Bakan, "Görüşmeler sürüyor. Umutluyuz." dedi.
    ~~~~~  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ~~~~~
    (The minister said, "The talks go on. We are hopeful.")

A quotation that holds sentences of its own is lifted out: its sentences stand in the list with ``quotation``
set, and the sentence around it keeps one placeholder word in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vakanuvis.record.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of text between quotation marks.

    ``span`` includes the marks, ``content`` does not. ``closed`` is False where the closing mark is missing
    and the end was inferred. ``parent`` is the index of the quotation around it.
    """

    index: int
    span: Span
    content: Span
    closed: bool = True
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One token with its morphology and its place in the parse.

    ``span`` covers the printed token, ``stem`` the part before an apostrophe (the whole token without one).
    ``lemma``, ``upos``, ``feats`` and ``deprel`` follow Universal Dependencies as in UD Turkish BOUN; verb lemmas are
    bare stems (``söyle``). ``head`` is an index into the sentence's words, -1 for the root.
    ``entity`` is the neural name label in BIO form (``B-PERSON``), one vote among others.
    ``quotation`` is set on the placeholder that stands for a lifted quotation.
    """

    index: int
    form: str
    span: Span
    stem: Span
    lemma: str = ""
    upos: str = "X"
    feats: Mapping[str, str] = field(default_factory=dict)
    head: int = -1
    deprel: str = "dep"
    entity: str = "O"
    quotation: int | None = None

    @property
    def case(self) -> str:
        """The UD value of Case, or the empty string."""
        return self.feats.get("Case", "")

    @property
    def is_finite(self) -> bool:
        """True for a verb with tense or mood and person that is no participle, converb or verbal noun."""
        return self.upos in ("VERB", "AUX") and self.feats.get("VerbForm", "Fin") == "Fin"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or line of its own.

    ``kind``: ``text``; ``heading`` (a line of its own without a full stop: headline or sub-heading); ``byline``
    (reporter, agency or dateline). ``quotation`` is the quotation it was lifted from. ``paragraph`` counts from 0.
    """

    index: int
    span: Span
    words: tuple[Word, ...] = ()
    kind: Literal["text", "heading", "byline"] = "text"
    paragraph: int = 0
    quotation: int | None = None
