"""A sentence as the finder of statements sees it: words, their clause forms, and what stands in quotation marks.

In:  a Doc with words, one of its sentences, the lexicon of saying.
Out: a Line.

    Bakan, kararın "geri alınamaz" olduğunu söyledi.
                   ~~~~~~~~~~~~~~~ ~~~~~~~~
                   quoted run      -dığını
    (The minister said that the decision was “irrevocable”.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.lexicon.media import Printed
from vakanuvis.lexicon.report import ReportLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Quotation, Sentence, Word
from vakanuvis.text.letters import is_all_capitals, lower

SHORTEST_SPEECH = 4  # words; shorter quoted runs without a cue are titles or highlighted words (27 % of all)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted run in a sentence: word indexes with the marks, and what stands between the marks.

    ``words`` counts its words; ``sentence`` says that it was lifted out because it holds a sentence; ``form`` is the
    clause form of its last word; ``named`` says that all its words are capitalised, as in a title.
    """

    number: int
    first: int
    last: int
    span: Span
    content: Span
    words: int
    sentence: bool
    form: str
    named: bool

    @property
    def speech(self) -> bool:
        """True if it is long enough to be what somebody said."""
        return self.sentence or (self.words >= SHORTEST_SPEECH and not self.named)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with the clause form of each word and the quoted run that each word stands in.

    ``attributes`` are words such as ``kentteki``, ``gerunds`` such as ``etme``; ``markers`` may stand behind a subject
    (``ise``), ``joins`` between two names (``ve``), ``agents`` behind the doer of a passive
    (``tarafından``), ``announcers`` before a colon (``şunları``). ``media`` are words that tell how something was said
    (``basın toplantısında``).
    """

    doc: Doc
    sentence: Sentence
    forms: tuple[str, ...]
    lowered: tuple[str, ...]
    quotes: tuple[Quoted, ...]
    quote_at: tuple[Quoted | None, ...]
    attributes: frozenset[int] = frozenset()
    gerunds: frozenset[int] = frozenset()
    markers: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    announcers: frozenset[str] = frozenset()
    media: frozenset[int] = frozenset()

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.sentence.words

    def span(self, first: int, last: int) -> Span:
        """The letters from one word to another."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def is_nominal(self, at: int) -> bool:
        """True if the word can belong to a noun group."""
        word = self.words[at]
        verbal_noun = "VerbForm" not in word.feats or at in self.gerunds
        declined = word.upos in _VERBAL and bool(word.case) and verbal_noun
        nominal = word.upos in _NOMINAL or declined or _is_title(word)
        return nominal and self.quote_at[at] is None and word.form[:1].isalnum()

    def is_finite(self, at: int) -> bool:
        """True if the word is a finite verb outside quotation marks."""
        word = self.words[at]
        return (
            word.upos in _VERBAL
            and word.is_finite
            and not word.case
            and self.quote_at[at] is None
            and not self.forms[at]
            and word.deprel != "cop"
        )

    def is_nominative(self, at: int) -> bool:
        """True if the word carries no case ending and no apostrophe suffix."""
        word = self.words[at]
        # Names take their endings behind an apostrophe; what looks like one (Adeyemi) is none before a comma.
        whole = word.lemma == word.form or (self.printed(at + 1) == "," and word.case != "Gen")
        bare = word.upos == "PROPN" and whole
        return self.is_nominal(at) and (bare or word.case in ("", "Nom")) and word.stem == word.span

    def past_brackets(self, at: int) -> int:
        """``at``, or the word behind the brackets that open there: `Birleşmiş Milletler (BM), …`."""
        if self.printed(at) != "(":
            return at
        closing = next((i for i in range(at, len(self.words)) if self.printed(i) == ")"), at - 1)
        return closing + 1

    def printed(self, at: int) -> str:
        """The word in lower case, or the empty string where there is none."""
        return self.lowered[at] if 0 <= at < len(self.lowered) else ""


def line_of(doc: Doc, sentence: Sentence, lexicon: ReportLexicon) -> Line:
    """The view of one sentence."""
    quotes = tuple(_quotes(doc, sentence, lexicon))
    quote_at: list[Quoted | None] = [None] * len(sentence.words)
    for quoted in quotes:
        for at in range(quoted.first, quoted.last + 1):
            quote_at[at] = quoted
    lowered = tuple(lower(word.form) for word in sentence.words)
    forms = tuple(_form(word, low, lexicon) for word, low in zip(sentence.words, lowered, strict=True))
    attributes = frozenset(at for at, form in enumerate(forms) if form == "attribute")
    gerunds = frozenset(at for at, form in enumerate(lowered) if lexicon.form_of(form) == "-ma")
    printed = [
        as_printed(doc, word, low) if quote_at[word.index] is None else None
        for word, low in zip(sentence.words, lowered, strict=True)
    ]
    # Neither makes a clause of itself: kentteki, savunma.
    clauses = tuple("" if form in ("attribute", "-ma") else form for form in forms)
    return Line(
        doc,
        sentence,
        clauses,
        lowered,
        quotes,
        tuple(quote_at),
        attributes,
        gerunds,
        lexicon.markers,
        lexicon.joins,
        lexicon.agents,
        lexicon.announcers,
        frozenset(at for shown in lexicon.media.shown_in(printed) for at in range(shown.first, shown.last + 1)),
    )


def as_printed(doc: Doc, word: Word, lowered: str) -> Printed:
    """A word in the form in which media are looked for."""
    cut = word.stem != word.span
    return Printed(lower(doc.letters(word.stem)) if cut else lowered, cut, word.case)


def _is_title(word: Word) -> bool:
    """True for a capitalised word inside a sentence that was taken for a participle: `Bakan`, `Yazar`."""
    return word.index > 0 and word.form[:1].isupper() and word.form[1:].islower() and "VerbForm" in word.feats


def _form(word: Word, lowered: str, lexicon: ReportLexicon) -> str:
    if word.quotation is not None or not lowered[:1].isalpha():
        return ""
    form = lexicon.form_of(lowered)
    if not form or word.upos == "PROPN" or (form == "participle" and _is_title(word)):
        return ""
    if form.startswith("-ma") and lexicon.noun_of(lowered) is not None:
        return ""  # açıklamasını is a noun before it is a clause
    verbal = word.upos in (*_VERBAL, "X") or "VerbForm" in word.feats
    # -dığı endings are hardly ever anything else; -ması and -an are: elması, zaman.
    return form if verbal or form.startswith("-dığ") or form in ("attribute", "-ma") else ""


def _quotes(doc: Doc, sentence: Sentence, lexicon: ReportLexicon) -> list[Quoted]:
    out: list[Quoted] = []
    for quotation in doc.quotations or ():
        if quotation.index == sentence.quotation or not sentence.span.holds(quotation.span):
            continue
        inside = [word.index for word in sentence.words if quotation.span.holds(word.span)]
        if not inside or (out and inside[0] <= out[-1].last):
            continue
        out.append(_quoted(doc, sentence, quotation, (inside[0], inside[-1]), lexicon))
    return out


def _quoted(
    doc: Doc, sentence: Sentence, quotation: Quotation, ends: tuple[int, int], lexicon: ReportLexicon
) -> Quoted:
    lifted = sentence.words[ends[0]].quotation == quotation.index
    content = _trimmed(doc.text, quotation.content)
    spelt = [word for word in content.letters(doc.text).split() if any(letter.isalnum() for letter in word)]
    capitals = bool(spelt) and all(word[:1].isupper() or not word[:1].isalpha() for word in spelt)
    named = capitals and len(spelt) > 1 and not all(is_all_capitals(word) for word in spelt if len(word) > 1)
    form = lexicon.form_of(lower(spelt[-1]).strip(".,;:!?…")) if spelt else ""
    return Quoted(quotation.index, *ends, quotation.span, content, len(spelt), lifted, form, named)


def _trimmed(text: str, span: Span) -> Span:
    letters = span.letters(text)
    return Span(span.start + len(letters) - len(letters.lstrip()), span.end - len(letters) + len(letters.rstrip()))
