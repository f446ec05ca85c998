"""Read a treebank's raw text as an article is read, and measure what comes back.

In:  the sentences of a CoNLL-U file with their ``# text``.
Out: the measures of the CoNLL 2018 shared task (see ``conll_2018.py``), words a second, multiword tokens found.

The text is what the task would give: sentences joined with blanks, an empty line where a paragraph begins. It goes
through our own segmentation, tokens and tagger; the tagger reads printed tokens first, and once more, in parts, the
sentences in which one is taken apart. The parts it reads alone: its treebank reads them in ways that no grammar would.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from training.conll_2018 import PrintedToken, Sentences, scores
from training.conllu import Token, Tree, as_text, printed_tokens
from vakanuvis.language.analyser import Analyser
from vakanuvis.language.multiword import WordParts
from vakanuvis.language.tagger import Tagged, Tagger
from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.record.analysis import Analysis
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.span import Span
from vakanuvis.text.clean import clean
from vakanuvis.text.printed import printed_sentences
from vakanuvis.text.segment import split_sentences


class RawReader:
    """Everything that reads a text into words of syntax."""

    def __init__(self, folder: Path, tagger: Tagger) -> None:
        self._tokens = TokenLexicon.read(folder)
        self._tagger = tagger
        self._analyser = Analyser.from_lexicon(folder)
        self._parts = WordParts.from_lexicon(folder, self._analyser)

    def read(self, text: str) -> Sentences:
        """The sentences of a text; spans count in the letters that came in."""
        doc = split_sentences(Doc(Article("", text), *clean(text)), self._tokens)
        spans = printed_sentences(doc)
        forms = [[doc.letters(span) for span in sentence] for sentence in spans]
        tagged = self._tagger.tag(forms, self._candidates)
        parted = [
            [self._parts.split(form, word.lemma, word.upos, word.feats) for form, word in zip(*pair, strict=True)]
            for pair in zip(forms, tagged, strict=True)
        ]
        again = [at for at, sentence in enumerate(parted) if any(len(parts) > 1 for parts in sentence)]
        flat = [[part for parts in parted[at] for part in parts] for at in again]
        for at, words in zip(again, self._tagger.tag(flat), strict=True):
            tagged[at] = list(_in_parts(parted[at], tagged[at], words))
        return [list(_printed(doc, *sentence)) for sentence in zip(spans, parted, tagged, strict=True)]

    def _candidates(self, form: str, initial: bool) -> tuple[Analysis, ...]:
        return self._analyser.analyse(form, sentence_initial=initial)


def _in_parts(parted: Sequence[Sequence[str]], whole: Sequence[Tagged], words: Sequence[Tagged]) -> Iterator[Tagged]:
    """Heads as the tagger sees them in parts; the reading of a token that is one word stays as the analyser made it."""
    rest = iter(words)
    for parts, read in zip(parted, whole, strict=True):
        for _ in parts:
            word = next(rest)
            yield word if len(parts) > 1 else replace(read, head=word.head, deprel=word.deprel)


def _printed(
    doc: Doc, spans: Sequence[Span], parted: Sequence[Sequence[str]], words: Sequence[Tagged]
) -> Iterator[PrintedToken]:
    rest = iter(words)
    for span, parts in zip(spans, parted, strict=True):
        yield PrintedToken(doc.offsets.back(span), tuple(_token(part, next(rest)) for part in parts))


def _token(form: str, word: Tagged) -> Token:
    return Token(form, word.lemma, word.upos, as_text(dict(word.feats)), word.head, word.deprel)


def text_of(trees: Sequence[Tree]) -> str:
    """The raw text of a treebank."""
    pieces = [("\n\n" if tree.begins else " ") + tree.text for tree in trees]
    return "".join(pieces)[1:] if pieces else ""


def gold(trees: Sequence[Tree], text: str) -> Sentences:
    """The sentences of a treebank, each token where it stands in the text. Raises ValueError if one is not there."""
    at = 0
    out: list[list[PrintedToken]] = []
    for tree in trees:
        sentence = []
        for form, words in printed_tokens(tree):
            start = text.index(form, at)
            if text[at:start].strip():
                raise ValueError(f"{tree.name}: “{text[at:start]}” stands before “{form}”")
            at = start + len(form)
            sentence.append(PrintedToken(Span(start, at), words))
        out.append(sentence)
    return out


def measured(trees: Sequence[Tree], folder: Path, tagger: Tagger) -> dict[str, float]:
    """All figures."""
    text = text_of(trees)
    reader = RawReader(folder, tagger)
    reader.read("Bir.")  # opens the model, which is not to be timed
    began = time.process_time()
    own = reader.read(text)
    spent = time.process_time() - began
    wanted = gold(trees, text)
    words = sum(len(token.words) for sentence in own for token in sentence)
    ranges = [{token.span for sentence in side for token in sentence if len(token.words) > 1} for side in (wanted, own)]
    common = len(ranges[0] & ranges[1])
    return {
        **scores(wanted, own),
        "multiword tokens": len(ranges[0]),
        "multiword precision": round(100 * common / max(1, len(ranges[1])), 2),
        "multiword recall": round(100 * common / max(1, len(ranges[0])), 2),
        "words a second": round(words / max(spent, 1e-9)),
    }
