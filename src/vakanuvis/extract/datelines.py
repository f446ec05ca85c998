"""Find the dateline: where the report was written.

In:  a Doc with sentences, and the names of places.
Out: its dateline, or None.

    ANKARA (AA) - Bakan dün konuştu.        … endişelere neden olmuştu. - PYONGYANG        AYŞE DEMİR Ankara Bakan …
    ~~~~~~                                                                 ~~~~~~~~~                  ~~~~~~
    (ANKARA (AA) - The minister spoke yesterday.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.place_names import KnownPlace, Names
from vakanuvis.record.doc import Doc
from vakanuvis.record.when_where import Place
from vakanuvis.record.words import Sentence, Word
from vakanuvis.text.letters import is_all_capitals, is_capitalized

_DASHES = ("-", "–", "—")
# A dateline inside the running text stands behind headline and lead; farther on, capitals mean something else.
_HEAD_WORDS = 120
_LONGEST_NAME = 3  # words
_BYLINE_NAMES = (2, 4)  # words of a reporter's name in capitals


@dataclass(frozen=True, slots=True)
class _Token:
    """A word with the sentence it stands in, and whether it opens a paragraph."""

    word: Word
    sentence: Sentence
    opens: bool


def find_dateline(doc: Doc, names: Names) -> Place | None:
    """The dateline at the end, at the head, or behind the reporter's name."""
    tokens = _tokens(doc)
    return _trailing(doc, names, tokens) or _leading(doc, names, tokens) or _behind_a_byline(doc, names, tokens)


def _tokens(doc: Doc) -> list[_Token]:
    tokens: list[_Token] = []
    paragraph = -1
    for sentence in sorted(doc.sentences or (), key=lambda sentence: sentence.span):
        for word in sentence.words:
            if word.quotation is None:
                tokens.append(_Token(word, sentence, sentence.paragraph != paragraph))
                paragraph = sentence.paragraph
    return tokens


def _trailing(doc: Doc, names: Names, tokens: list[_Token]) -> Place | None:
    """``… olmuştu. - PYONGYANG``: the last words of the article."""
    for count in range(_LONGEST_NAME, 0, -1):
        at = len(tokens) - count
        if at < 2 or tokens[at - 1].word.form not in _DASHES:
            continue
        if found := _city(doc, names, tokens, at, count):
            return found
    return None


def _leading(doc: Doc, names: Names, tokens: list[_Token]) -> Place | None:
    """``ANKARA (AA) -``, ``Ankara/AA``, ``MOSKOVA, 3 Kasım (Reuters)`` at the head of a paragraph."""
    for at in range(min(len(tokens), _HEAD_WORDS)):
        if not tokens[at].opens:
            continue
        for count in range(_LONGEST_NAME, 0, -1):
            found = _city(doc, names, tokens, at, count)
            if found and _is_followed_by_an_agency(tokens, at + count):
                return found
    return None


def _is_followed_by_an_agency(tokens: list[_Token], at: int) -> bool:
    ahead = [token.word.form for token in tokens[at : at + 8]]
    if not ahead:
        return False
    if ahead[0] in ("/", *_DASHES):
        return len(ahead) > 1 and (ahead[0] != "/" or is_all_capitals(ahead[1]))
    if ahead[0] not in ("(", ",") or "(" not in ahead:
        return False
    opens = ahead.index("(")
    return ")" in ahead[opens : opens + 4] and is_capitalized(ahead[opens + 1])


def _behind_a_byline(doc: Doc, names: Names, tokens: list[_Token]) -> Place | None:
    """``AYŞE DEMİR Ankara``; ``ANKARA Milliyet`` amid words in small letters; ``ANKARA`` on a line of its own."""
    for at in range(min(len(tokens), _HEAD_WORDS)):
        found = _city(doc, names, tokens, at, 1)
        if found is None:
            continue
        shouts = is_all_capitals(tokens[at].word.form)
        before, after = _capitals_before(names, tokens, at), tokens[at + 1].word.form if at + 1 < len(tokens) else ""
        if not shouts and _BYLINE_NAMES[0] <= before <= _BYLINE_NAMES[1] and is_capitalized(after):
            return found
        alone = not before and is_capitalized(after) and not is_all_capitals(after)
        if shouts and alone and not is_all_capitals(doc.letters(tokens[at].sentence.span)):
            return found
        if tokens[at].sentence.kind == "byline" and _is_at_an_edge(tokens[at]) and (shouts or before):
            return found
    return None


def _is_at_an_edge(token: _Token) -> bool:
    return token.word.index in (0, len(token.sentence.words) - 1)


def _capitals_before(names: Names, tokens: list[_Token], at: int) -> int:
    """How many words in capitals that are no place stand right before."""
    count = 0
    while at - count > 0 and tokens[at - count - 1].sentence.paragraph == tokens[at].sentence.paragraph:
        word = tokens[at - count - 1].word
        if not is_all_capitals(word.form) or word.stem != word.span or names.find(word.form):
            break
        count += 1
    return count


def _city(doc: Doc, names: Names, tokens: list[_Token], at: int, count: int) -> Place | None:
    """The city named by so many whole words, if it is one."""
    run = tokens[at : at + count]
    if len(run) < count or not is_capitalized(run[0].word.form):
        return None
    if any(token.word.stem != token.word.span for token in run):
        return None
    span = run[0].word.span
    letters = " ".join(doc.text[span.start : run[-1].word.span.end].split())
    known: KnownPlace | None = names.find(letters)
    if known is None or not known.is_city:
        return None
    whole = type(span)(span.start, run[-1].word.span.end)
    return Place(whole, run[0].sentence.index, known.name, known.country, known.latitude, known.longitude,
                 f"dateline; {known.because}")  # fmt: skip
