"""Hand an article on to spaCy: our words, tree, names and records as a ``spacy.tokens.Doc``.

In:  a Doc with all layers. Needs the extra ``vakanuvis[spacy]``.
Out: a spaCy Doc of the same text, so that matchers and displaCy work on it.

    Bakan, "Görüşmeler sürüyor." dedi.      doc.spans["statements"]: Görüşmeler sürüyor  (direct)
    (The minister said, "The talks go on.")

Tags, features, lemmas, heads and relations are those of the tagger (UD). A quotation with sentences of its own hangs
where its placeholder hung, so that the clause around it is whole; our own sentences are ``spans["sentences"]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

# displaCy and most pipelines know these labels (OntoNotes); groups of people are its NORP.
_LABELS = {"person": "PERSON", "organization": "ORG", "country": "GPE", "group": "NORP"}
_NAMED = ("name", "metonym")


@dataclass(slots=True)
class _Tokens:
    """Tokens in the order of the text, blanks that are more than one space among them, as spaCy wants them."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    sources: list[Word | None] = field(default_factory=list)
    places: dict[tuple[int, int], int] = field(default_factory=dict)

    def add(self, letters: str, source: Word | None = None) -> None:
        self.words.append(letters)
        self.spaces.append(False)
        self.sources.append(source)


def spacy_doc_of(doc: Doc, vocab: Vocab | None = None) -> SpacyDoc:
    """The article for spaCy.

    ``doc.ents`` are names of actors, dates and places; ``doc.spans`` has the groups ``sentences``, ``actors`` (all
    mentions, labelled by kind), ``titles``, ``statements`` (labelled direct, indirect, mixed), ``speakers``, ``cues``,
    ``events`` (labelled by PLOVER type), ``times`` and ``places``; a span's ``id_`` is the id of its record. Letters
    count in ``doc.text``, the cleaned text. ``vocab``: by default a new one for Turkish. Raises ImportError.
    """
    from spacy.tokens import Doc as Made  # noqa: PLC0415  # an extra
    from spacy.vocab import Vocab as Begun  # noqa: PLC0415

    tokens = _tokens(doc)
    heads, relations = _tree(doc, tokens)
    words = tokens.sources
    made = Made(
        vocab if vocab is not None else Begun(),
        words=tokens.words,
        spaces=tokens.spaces,
        pos=[word.upos if word else "SPACE" for word in words],
        morphs=[
            "|".join(f"{name}={value}" for name, value in sorted(word.feats.items())) if word else "" for word in words
        ],
        lemmas=[word.lemma if word else letters for word, letters in zip(words, tokens.words, strict=True)],
        heads=heads,
        deps=relations,
    )
    _mark(made, doc)
    return made


def _tokens(doc: Doc) -> _Tokens:
    tokens = _Tokens()
    found = sorted(
        (
            (word.span, sentence.index, word)
            for sentence in doc.sentences or ()
            for word in sentence.words
            if _is_seen(word)
        ),
        key=lambda each: each[0],
    )
    at = 0
    for span, sentence, word in found:
        _gap(tokens, doc.text[at : span.start])
        tokens.places[sentence, word.index] = len(tokens.words)
        tokens.add(doc.letters(span), word)
        at = span.end
    _gap(tokens, doc.text[at:])
    return tokens


def _features(word: Word) -> str:
    return "|".join(f"{name}={value}" for name, value in sorted(word.feats.items()))


def _is_seen(word: Word) -> bool:
    """False for a placeholder: the quotation's own words stand there."""
    return word.quotation is None and len(word.span) > 0


def _gap(tokens: _Tokens, letters: str) -> None:
    """What stands between two words: one space belongs to the word before, anything more is a token."""
    if letters.startswith(" ") and tokens.words:
        tokens.spaces[-1] = True
        letters = letters[1:]
    if letters:
        tokens.add(letters)


def _tree(doc: Doc, tokens: _Tokens) -> tuple[list[int], list[str]]:
    """Head and relation of every token; a root is its own head."""
    heads = list(range(len(tokens.words)))
    relations = ["ROOT" if word else "" for word in tokens.sources]
    hosts = {
        word.quotation: (sentence, word)
        for sentence in doc.sentences or ()
        for word in sentence.words
        if word.quotation is not None
    }
    for sentence in doc.sentences or ():
        for word in sentence.words:
            place = tokens.places.get((sentence.index, word.index))
            if place is None:
                continue
            head, relation = _head(sentence, word, hosts, tokens)
            if head is not None:
                heads[place], relations[place] = head, relation
    for place, source in enumerate(tokens.sources):
        if source is None and place:
            heads[place], relations[place] = place - 1, "dep"
    return heads, relations


def _head(
    sentence: Sentence, word: Word, hosts: dict[int, tuple[Sentence, Word]], tokens: _Tokens
) -> tuple[int | None, str]:
    relation = word.deprel
    seen: set[tuple[int, int]] = set()
    while (sentence.index, word.index) not in seen:
        seen.add((sentence.index, word.index))
        if word.head < 0:
            host = hosts.get(sentence.quotation) if sentence.quotation is not None else None
            if host is None:
                return None, "ROOT"
            sentence, word = host
            relation = word.deprel
            continue
        place = tokens.places.get((sentence.index, word.head))
        if place is not None:
            return place, relation
        word = sentence.words[word.head]  # a placeholder: what hangs on it hangs on its head
    return None, "ROOT"


def _mark(made: SpacyDoc, doc: Doc) -> None:
    from spacy.util import filter_spans  # noqa: PLC0415

    def at(span: Span | None, label: str, identity: str = "") -> Iterator[SpacySpan]:
        if span is None:
            return
        found = made.char_span(span.start, span.end, label=label, span_id=identity, alignment_mode="expand")
        if found is not None:
            yield found

    groups = _groups(doc, at)
    for name, spans in groups.items():
        made.spans[name] = spans
    names = [
        span
        for actor in doc.actors or ()
        for mention in actor.mentions
        if mention.kind in _NAMED
        for span in at(mention.span, _LABELS[actor.kind], actor.id)
    ]
    made.ents = filter_spans([*names, *groups["times"], *groups["places"]])


def _groups(doc: Doc, at: Callable[..., Iterable[Any]]) -> dict[str, list[Any]]:
    actors, statements, events = doc.actors or (), doc.statements or (), doc.events or ()
    return {
        "sentences": [s for sentence in doc.sentences or () for s in at(sentence.span, sentence.kind)],
        "actors": [s for actor in actors for m in actor.mentions for s in at(m.span, _LABELS[actor.kind], actor.id)],
        "titles": [s for actor in actors for title in actor.titles for s in at(title.span, "TITLE", actor.id)],
        "statements": [s for told in statements for span in told.content for s in at(span, told.kind, told.id)],
        "speakers": [s for told in statements for s in at(told.speaker_span, "SPEAKER", told.id)],
        "cues": [s for told in statements for s in at(told.cue_span, "CUE", told.id)],
        "events": [s for event in events for s in at(event.span, event.event, event.id)],
        "times": [s for time in doc.times or () for s in at(time.span, "DATE")],
        "places": [s for place in doc.places or () for s in at(place.span, "LOC")],
    }
