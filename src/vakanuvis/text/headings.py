"""Find the headings that were run into their text: lines in capitals, quoted sub-headings.

In:  the tokens of a line.
Out: where the heading ends.

    Heyet akşam döndü. KAYA: 3 İSİM DAHA VAR Sözcü de konuştu.
                       ~~~~~~~~~~~~~~~~~~~~~
    (The delegation returned in the evening. KAYA: 3 MORE NAMES The spokesman talked too.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vakanuvis.record.span import Span
from vakanuvis.record.words import Quotation
from vakanuvis.text.letters import is_all_capitals

FINAL = (".", "!", "?", "…")
SHORTEST_HEADING = 3  # words in capitals that were run into the text behind a full stop
SHORTEST_SUBHEADING = 2  # words in quotation marks
LONGEST_HEADING = 22  # words
CLOSERS = "\"'”’»)]"
_LONGER_THAN_A_BODY = 5  # letters; OEP, NATO are names of bodies
_IN_HEADINGS = (":", ",", "-", "–", "/", "&", "’", "'")
_BEFORE_CAPITALS = (",", "-", "–", "(", '"', "“")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a line. ``quotation`` is set where it stands for a lifted one."""

    span: Span
    form: str
    quotation: int | None = None


def at_capitals(tokens: list[Token]) -> Iterator[list[Token]]:
    """Cut at a line in capitals that was run into the text: `… bulundu DIŞ HABERLER SERVİSİ Irak'ın …`."""
    begin = 0
    at = 0
    while at < len(tokens):
        end = _heading_end(tokens, begin, at)
        if end:
            if at > begin:
                yield tokens[begin:at]
            yield tokens[at:end]
            begin = end
        at = max(end, at + 1)
    if begin < len(tokens):
        yield tokens[begin:]


def _heading_end(tokens: list[Token], begin: int, at: int) -> int:
    """Where a line in capitals ends that begins at ``at``; 0 if none does.

    Where a sentence may begin it may hold numbers and marks (`ÖZEN: 3 İSİM DAHA VAR Heyet …`), inside one only words.
    """
    before = tokens[at - 1] if at > begin else None
    closed = before is not None and before.form in CLOSERS and at - 1 > begin and is_final(tokens[at - 2])
    is_fresh = before is None or is_final(before) or closed
    if before is not None and not is_fresh and (before.form in _BEFORE_CAPITALS or _in_capitals(before)):
        return 0
    end = at
    while end < len(tokens) and end - at <= LONGEST_HEADING and _is_shouted(tokens[end], with_marks=is_fresh):
        end += 1
    goes_on = end < len(tokens) and tokens[end].form[0].isupper() and any(map(str.islower, tokens[end].form))
    while end > at and tokens[end - 1].form.isalnum() and not _in_capitals(tokens[end - 1]):
        end -= 1  # … ÜLKEYLE ÇALIŞIYOR 31 Ocak; … SÜRESİ UZADI AB Rusya'ya
    words = [token for token in tokens[at:end] if _in_capitals(token)]
    # Behind a full stop two words may be the first of a sentence (NATO GENEL Sekreterliği); a heading is longer.
    fewest = SHORTEST_HEADING if before is not None and is_fresh else 2
    are_bodies = len(words) < SHORTEST_HEADING and all(len(token.form) < _LONGER_THAN_A_BODY for token in words)
    is_whole = end > at and tokens[end - 1].form[0].isalnum()
    return end if goes_on and is_whole and len(words) >= fewest and not are_bodies else 0


def _is_shouted(token: Token, *, with_marks: bool) -> bool:
    """True for what may stand in a line in capitals."""
    if token.quotation is not None or any(letter.islower() for letter in token.form):
        return False
    return _in_capitals(token) or (with_marks and (token.form[0].isalnum() or token.form in _IN_HEADINGS))


def _in_capitals(token: Token) -> bool:
    # Two letters are a state or a body (AB, BM), not a line in capitals.
    return len(token.form) > 2 and token.form.replace("'", "").isalpha() and is_all_capitals(token.form)


def is_final(token: Token) -> bool:
    """True for what ends a sentence, and for full stops in a row."""
    return token.form in FINAL or token.form.startswith("..")


def is_subheading(tokens: list[Token], begin: int, at: int, inline: list[Quotation]) -> bool:
    """True if a quoted sub-heading from ``begin`` to ``at`` was run into its text: `'Olumlu geçti' Heyet akşam döndü.`

    Of 60 lines of news that begin with a quotation and go on with a capital, all but four were such. A name (`"Barış
    Planı" Ankara'da görüşüldü`) ends in a capital itself. Inside a line only capitals tell it from what somebody said.
    """
    if tokens[at].form not in CLOSERS:
        return False
    whole = Span(tokens[begin].span.start, tokens[at].span.end)
    quoted = any(quotation.closed and quotation.span == whole for quotation in inline)
    words = [token.form for token in tokens[begin + 1 : at] if token.form[0].isalnum()] if quoted else []
    following = tokens[at + 1].form
    if len(words) < SHORTEST_SUBHEADING or not following[0].isupper() or is_all_capitals(following):
        return False
    return (begin == 0 and words[-1][0].islower()) or all(map(is_all_capitals, words))
