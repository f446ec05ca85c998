"""Find when: the times that a text prints, and what they mean on the day it was published.

In:  a Doc with sentences (words may still be untagged) and the words of ``lexicon/words/time_words.yaml``.
Out: the same Doc with times.

    Lider haziran ayında Ankara'ya geldi.   published 2024-11   →   2024-06, relative
          ~~~~~~~~~~~~~
    (The leader came to Ankara in June.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vakanuvis.extract.calendar import Moment, read_moment
from vakanuvis.extract.time_dates import Match
from vakanuvis.extract.time_grammar import placed
from vakanuvis.extract.time_line import Line, line_of
from vakanuvis.extract.time_readings import Date, FromAnchor, Year
from vakanuvis.extract.time_reckoning import Standpoint, is_explicit, reckon
from vakanuvis.lexicon.times import Tense, TimeLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.when_where import DateBasis, TimeExpression
from vakanuvis.record.words import Sentence, Word

# A date told from the one before it ("ertesi gün", "28 Eylül'de") stands at most this many sentences behind it.
_ANCHOR_REACH = 3
_TENSES: dict[str, Tense] = {"Fut": "future", "Past": "past"}


def find_times(doc: Doc, lexicon: TimeLexicon) -> Doc:
    """Read the times of every sentence."""
    published = read_moment(doc.published)
    anchor: tuple[int, Moment] | None = None
    found: list[TimeExpression] = []
    for sentence in doc.sentences or ():
        line = line_of(doc, sentence, lexicon)
        for begin, match in placed(line):
            near = anchor[1] if anchor and sentence.index - anchor[0] <= _ANCHOR_REACH else None
            at = Standpoint(published, _tense_after(line, sentence, match.end), near)
            time = _expression(line, sentence, (begin, match), at)
            found.append(time)
            if moment := _anchor_of(match, time):
                anchor = (sentence.index, moment)
    return replace(doc, times=tuple(sorted(found, key=lambda time: time.span)))


def _expression(line: Line, sentence: Sentence, found: tuple[int, Match], at: Standpoint) -> TimeExpression:
    begin, match = found
    span = Span(line.pieces[begin].span.start, line.pieces[match.end - 1].span.end)
    basis: DateBasis = "explicit" if is_explicit(match.reading) else "relative"
    edtf = reckon(match.reading, at)
    return TimeExpression(span, sentence.index, edtf, basis, f"time_words:{match.word}")


def _anchor_of(match: Match, time: TimeExpression) -> Moment | None:
    """The date that later ones may be told from: one with its year, or one told from such a one."""
    reading = match.reading
    if isinstance(reading, Date) or (isinstance(reading, Year) and reading.number) or isinstance(reading, FromAnchor):
        return read_moment(time.edtf)
    return None


def _tense_after(line: Line, sentence: Sentence, at: int) -> Tense | None:
    """Whether the first verb behind the time looks ahead or back."""
    for word in _words_behind(line, sentence, at):
        if word.upos not in ("X", "VERB", "AUX", "NOUN", "ADJ"):
            continue
        tense = _tense_of(line, word)
        if tense in ("future", "past"):
            return tense
    return None


def _words_behind(line: Line, sentence: Sentence, at: int) -> Iterator[Word]:
    first = line.pieces[at - 1].word + 1
    return (word for word in sentence.words if word.index >= first and word.quotation is None)


def _tense_of(line: Line, word: Word) -> Tense | None:
    is_verb = word.upos in ("VERB", "AUX")
    letters = next((piece.letters for piece in line.pieces if piece.word == word.index), "")
    is_cased = any(piece.word == word.index and piece.capital for piece in line.pieces)
    told = None
    if letters and not is_cased and len(letters) == len(word.form):
        told = line.lexicon.tense_of(letters, is_verb=is_verb)
    # The ending is surer than the tag: a tagger that meets "geleceğini" seldom settles on one tense.
    return told or (_TENSES.get(word.feats.get("Tense", "")) if is_verb else None)
