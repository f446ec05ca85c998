"""Split an article into sentences and tokens.

In:  a Doc with cleaned text.
Out: the same Doc with quotations and sentences (words hold form and span only; the language room fills the rest).

    Bakan, "Görüşmeler sürüyor. Umutluyuz." dedi.
           ~~~~~~~~~~~~~~~~~~~ ~~~~~~~~~~
    (The minister said, "The talks go on. We are hopeful.")

A quotation that holds a sentence of its own is lifted out: the sentence around it keeps a placeholder, so that
`Bakan … dedi` stays one short clause however long the quotation is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Quotation, Sentence, Word
from vakanuvis.text.letters import is_all_capitals
from vakanuvis.text.quotations import find_quotations
from vakanuvis.text.tokens import split_tokens, stem_of

FINAL = (".", "!", "?", "…")
SHORTEST_LIFTED = 4  # words; shorter quoted runs are titles or highlighted words (27 % of all quoted runs)
SHORTEST_HEADING = 3  # words in capitals that were run into the text behind a full stop
SHORTEST_SUBHEADING = 2  # words in quotation marks
LONGEST_HEADING = 22  # words
_CLOSERS = "\"'”’»)]"
_OPENERS = ('"', "“", "«", "'", "‘", "-", "–", "—", "*", "•", "(")
_LONGER_THAN_A_BODY = 5  # letters; OEP, NATO are names of bodies
_IN_HEADINGS = (":", ",", "-", "–", "/", "&", "’", "'")
_BEFORE_CAPITALS = (",", "-", "–", "(", '"', "“")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    form: str
    quotation: int | None = None


def split_sentences(doc: Doc, lexicon: TokenLexicon) -> Doc:
    """Add the layers ``quotations`` and ``sentences``."""
    quotations = find_quotations(doc.text)
    sentences: list[Sentence] = []
    for number, block in enumerate(_blocks(doc.text, quotations)):
        sentences.extend(_sentences(doc.text, block, quotations, lexicon, paragraph=number))
    sentences.sort(key=lambda sentence: (sentence.span.start, -sentence.span.end, sentence.quotation is not None))
    return replace(
        doc,
        quotations=quotations,
        sentences=tuple(replace(sentence, index=index) for index, sentence in enumerate(sentences)),
    )


def _blocks(text: str, quotations: tuple[Quotation, ...]) -> Iterator[Span]:
    """Lines, joined where a quotation runs on over the line end."""
    start = None
    for line in _LINE.finditer(text):
        begin = line.start() if start is None else start
        if any(q.span.start < line.end() < q.span.end for q in quotations) or _runs_on(text, line.end()):
            start = begin
            continue
        start = None
        if text[begin : line.end()].strip():
            yield Span(begin, line.end())
    if start is not None:
        yield Span(start, len(text))


def _runs_on(text: str, end: int) -> bool:
    """True if the line that ends here was broken inside a sentence: the next one goes on in lower case."""
    line = text[:end].rstrip()
    after = text[end : end + 200].lstrip()
    return bool(line) and line[-1] not in ".!?…:" and (after[:1].islower() or after[:1] == ",")


def _sentences(
    text: str,
    block: Span,
    quotations: tuple[Quotation, ...],
    lexicon: TokenLexicon,
    *,
    paragraph: int,
    inside: Quotation | None = None,
) -> Iterator[Sentence]:
    parent = inside.index if inside else None
    children = [q for q in quotations if q.parent == parent and block.holds(q.span)]
    lifted = [q for q in children if _is_lifted(text, q, lexicon)]
    inline = [q for q in children if q not in lifted]
    tokens = _tokens(text, block, lifted, lexicon)
    groups = [group for part in _at_capitals(tokens) for group in _at_full_stops(text, part, inline, lexicon)]
    for group in groups:
        kind = _kind(text, group, alone=len(groups) == 1, inside=inside is not None)
        yield Sentence(
            0,
            Span(group[0].span.start, group[-1].span.end),
            tuple(_word(text, index, token) for index, token in enumerate(group)),
            kind,
            paragraph,
            parent,
        )
    for quotation in lifted:
        for line in _LINE.finditer(text, quotation.content.start, quotation.content.end):
            if line.group().strip():
                yield from _sentences(
                    text, Span(*line.span()), quotations, lexicon, paragraph=paragraph, inside=quotation
                )


def _is_lifted(text: str, quotation: Quotation, lexicon: TokenLexicon) -> bool:
    content = quotation.content.letters(text).strip()
    if not content:
        return False
    tokens = split_tokens(text, quotation.content.start, quotation.content.end, lexicon)
    words = [token for token in tokens if text[token.start].isalnum()]
    if content[-1] in "!?…" and len(words) > 1:
        return True
    if len(words) < SHORTEST_LIFTED:
        return content[-1] == "." and len(words) > 1
    if "\n" in content or any(text[word.end : word.end + 1] in (".", "!", "?") for word in words[:-1]):
        return True
    opens_sentence = words[0].letters(text)[:1].isupper() or words[0].letters(text)[:1].isdigit()
    # A run of capitalised words is a name: "Kapsamlı Stratejik Ortaklık Anlaşması".
    return opens_sentence and not all(word.letters(text)[:1].isupper() for word in words)


def _tokens(text: str, block: Span, lifted: list[Quotation], lexicon: TokenLexicon) -> list[_Token]:
    out: list[_Token] = []
    at = block.start
    for quotation in lifted:
        out.extend(_Token(span, span.letters(text)) for span in split_tokens(text, at, quotation.span.start, lexicon))
        out.append(_Token(quotation.span, "“…”", quotation.index))
        at = quotation.span.end
    out.extend(_Token(span, span.letters(text)) for span in split_tokens(text, at, block.end, lexicon))
    return out


def _at_capitals(tokens: list[_Token]) -> Iterator[list[_Token]]:
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


def _heading_end(tokens: list[_Token], begin: int, at: int) -> int:
    """Where a line in capitals ends that begins at ``at``; 0 if none does.

    Where a sentence may begin it may hold numbers and marks (`ÖZEN: 3 İSİM DAHA VAR Heyet …`), inside one only words.
    """
    before = tokens[at - 1] if at > begin else None
    closed = before is not None and before.form in _CLOSERS and at - 1 > begin and _is_final(tokens[at - 2])
    is_fresh = before is None or _is_final(before) or closed
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


def _is_shouted(token: _Token, *, with_marks: bool) -> bool:
    """True for what may stand in a line in capitals."""
    if token.quotation is not None or any(letter.islower() for letter in token.form):
        return False
    return _in_capitals(token) or (with_marks and (token.form[0].isalnum() or token.form in _IN_HEADINGS))


def _in_capitals(token: _Token) -> bool:
    # Two letters are a state or a body (AB, BM), not a line in capitals.
    return len(token.form) > 2 and token.form.replace("'", "").isalpha() and is_all_capitals(token.form)


def _is_final(token: _Token) -> bool:
    return token.form in FINAL or token.form.startswith("..")


def _at_full_stops(
    text: str, tokens: list[_Token], inline: list[Quotation], lexicon: TokenLexicon
) -> Iterator[list[_Token]]:
    begin = 0
    opening = {q.span.start for q in inline}
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        if begin == 0 and _is_subheading(tokens, at, inline):
            yield tokens[: at + 1]
            begin = at + 1
            continue
        closes = following.form in _CLOSERS and following.span.start not in opening
        if closes or token.span.start in opening or any(q.content.start < token.span.end < q.span.end for q in inline):
            continue
        if _ends_sentence(text, tokens, begin, at) or _closes(tokens, at, lexicon):
            yield tokens[begin : at + 1]
            begin = at + 1
    if begin < len(tokens):
        yield tokens[begin:]


def _ends_sentence(text: str, tokens: list[_Token], begin: int, at: int) -> bool:
    token, following = tokens[at], tokens[at + 1]
    opens = _opens(tokens, at + 1)
    if _is_final(token):
        gap = following.span.start - token.span.end
        if not gap and following.form[0].isdigit() and at > begin and not tokens[at - 1].form[-1].islower():
            return False  # TL.4,57  (II-15.1)
        return opens or gap > 1
    if token.form in _CLOSERS and at > begin and _is_final(tokens[at - 1]):
        return opens
    if token.quotation is not None and opens and following.form[:1] != "(":
        content = text[token.span.start + 1 : token.span.end].rstrip("\"'”’»")
        whole = content.endswith((".", "!", "?", "…"))
        # A lifted quotation that opens a sentence and is followed by a new one is a sub-heading or stands alone.
        # One that a colon announced closes its clause, with or without a full stop.
        announced = at > begin and tokens[at - 1].form == ":" and following.form not in _OPENERS
        return announced or (whole and (at > begin or following.quotation is None)) or at == begin
    return False


def _is_subheading(tokens: list[_Token], at: int, inline: list[Quotation]) -> bool:
    """True for the end of a quoted sub-heading that was run into its text: `'Olumlu geçti' Heyet akşam döndü.`

    Of 60 lines of news that begin with a quotation and go on with a capital, all but four were such. A name (`"Barış
    Planı" Ankara'da görüşüldü`) ends in a capital itself.
    """
    quoted = [
        q for q in inline if q.closed and q.span.start == tokens[0].span.start and q.span.end == tokens[at].span.end
    ]
    words = [token.form for token in tokens[1:at] if token.form[0].isalnum()]
    following = tokens[at + 1].form
    if not quoted or len(words) < SHORTEST_SUBHEADING or not following[0].isupper() or is_all_capitals(following):
        return False
    return words[-1][0].islower() or all(map(is_all_capitals, words))


def _closes(tokens: list[_Token], at: int, lexicon: TokenLexicon) -> bool:
    """True for an abbreviation that ends its sentence: `elma, armut vb. Bunlar` (apples, pears etc. These)."""
    return tokens[at].form in lexicon.closing and not tokens[at + 1].form[0].isdigit() and _opens(tokens, at + 1)


def _opens(tokens: list[_Token], at: int) -> bool:
    """True if a sentence may begin with the token: with a capital (also of iPhone), a number, a mark, `b)`."""
    token = tokens[at]
    if token.quotation is not None or token.form in _OPENERS or token.form[:1].isdigit():
        return True
    is_item = len(token.form) == 1 and at + 1 < len(tokens) and tokens[at + 1].form == ")"
    return any(letter.isupper() for letter in token.form[:2]) or (is_item and token.form.isalpha())


def _kind(text: str, group: list[_Token], *, alone: bool, inside: bool) -> Literal["text", "heading", "byline"]:
    words = [token for token in group if token.form[:1].isalnum() or token.quotation is not None]
    if group[0].form in ("-", "–", "(") and 0 < len(words) <= 3 and words[0].form[:1].isupper():
        return "byline"  # … olmuştu. - PYONGYANG
    spelt = [token.form for token in words if token.form[:1].isalpha()]
    if not inside and 1 < len(words) <= 6 and spelt and all(map(is_all_capitals, spelt)):
        return "heading" if alone and len(words) > 3 else "byline"
    if inside or not alone or len(words) > LONGEST_HEADING or _is_final(group[-1]) or group[-1].form in (":", ",", ";"):
        return "text"
    lifted = " ".join(token.span.letters(text) for token in words if token.quotation is not None)
    # A quotation of several sentences that stands alone is a paragraph of speech, no sub-heading.
    return "text" if len(lifted.split()) > LONGEST_HEADING or ". " in lifted else "heading"


def _word(text: str, index: int, token: _Token) -> Word:
    stem = token.span if token.quotation is not None else stem_of(text, token.span)
    return Word(index, token.form, token.span, stem, quotation=token.quotation)
