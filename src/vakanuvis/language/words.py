"""Fill every word: lemma, part of speech, features, head.

In:  a Doc with sentences.
Out: the same Doc, its words tagged and parsed.

    Bakan Ankara'ya geldi.
    ~~~~~ ~~~~~~~~~ ~~~~~
    NOUN  PROPN Dat VERB Past
    (The minister came to Ankara.)
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vakanuvis.language.analyser import Analyser
from vakanuvis.language.tagger import Tagger
from vakanuvis.language.traits import WordTraits
from vakanuvis.record.analysis import Analysis
from vakanuvis.record.doc import Doc
from vakanuvis.record.words import Sentence, Word
from vakanuvis.settings import Settings
from vakanuvis.text.letters import is_capitalized

# What the parser sees in place of a lifted quotation: "Bakan, şunu dedi". An accusative pronoun is what `de-` governs,
# and it keeps the parser's view of the sentence grammatical.
PLACEHOLDER_FORM = "şunu"


class WordReader:
    """Holds the analyser, which proposes readings, and the tagger, which scores them in context."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.longest = settings.longest_sentence
        self.analyser = Analyser.from_lexicon(folder)
        self.tagger = Tagger(WordTraits(folder, self.analyser), threads=settings.threads)

    def tag_words(self, doc: Doc) -> Doc:
        """Add the layer ``words``: every word of every sentence filled."""
        sentences = doc.sentences or ()
        pieces = [(number, piece) for number, sentence in enumerate(sentences) for piece in self._pieces(sentence)]
        names = _names(doc)

        def candidates(form: str, initial: bool) -> tuple[Analysis, ...]:
            return self.analyser.analyse(form, sentence_initial=initial, names=names)

        tagged = self.tagger.tag([[_seen(word) for word in piece] for _, piece in pieces], candidates)
        filled: dict[int, list[Word]] = {}
        for (number, piece), tags in zip(pieces, tagged, strict=True):
            words = filled.setdefault(number, [])
            offset = len(words)
            for word, tag in zip(piece, tags, strict=True):
                words.append(
                    replace(
                        word,
                        lemma=word.form if word.quotation is not None else tag.lemma,
                        upos=tag.upos,
                        feats=tag.feats,
                        head=tag.head + offset if tag.head >= 0 else -1,
                        deprel=tag.deprel,
                        entity=tag.entity,
                    )
                )
        done = tuple(replace(s, words=tuple(filled.get(number, ()))) for number, s in enumerate(sentences))
        return replace(doc, sentences=done, words=True)

    def _pieces(self, sentence: Sentence) -> list[tuple[Word, ...]]:
        """The sentence, cut at commas where it is too long for the parser, whose cost grows with the square."""
        words = sentence.words
        out: list[tuple[Word, ...]] = []
        while len(words) > self.longest:
            commas = [at for at in range(self.longest // 2, self.longest) if words[at].form in (",", ";", ":")]
            cut = (commas[-1] if commas else self.longest - 1) + 1
            out.append(words[:cut])
            words = words[cut:]
        return [*out, words] if words else out


def _names(doc: Doc) -> frozenset[str]:
    """Names that stand before an apostrophe somewhere in the article: ``Putinin`` is read by ``Putin'in``."""
    words = (word for sentence in doc.sentences or () for word in sentence.words)
    return frozenset(doc.letters(word.stem) for word in words if word.stem != word.span and is_capitalized(word.form))


def _seen(word: Word) -> str:
    return PLACEHOLDER_FORM if word.quotation is not None else word.form
