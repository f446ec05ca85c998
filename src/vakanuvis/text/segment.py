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
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Quotation, Sentence, Word
from vakanuvis.text.headings import CLOSERS, LONGEST_HEADING, Token, at_capitals, is_final, is_subheading
from vakanuvis.text.letters import is_all_capitals
from vakanuvis.text.quotations import find_quotations
from vakanuvis.text.tokens import split_tokens, stem_of

LONGEST_LINK = 3  # words
SHORTEST_LIFTED = 4  # words; shorter quoted runs are titles or highlighted words (27 % of all quoted runs)
_OPENERS = ('"', "“", "«", "'", "‘", "-", "–", "—", "*", "•", "(")
_LINE = re.compile(r"[^\n]+")


def split_sentences(doc: Doc, lexicon: TokenLexicon) -> Doc:
    """Add the layers ``quotations`` and ``sentences``."""
    quotations = find_quotations(doc.text)
    sentences: list[Sentence] = []
    for number, block in enumerate(_blocks(doc.text, Span(0, len(doc.text)), quotations)):
        sentences.extend(_sentences(doc.text, block, quotations, lexicon, paragraph=number))
    sentences.sort(key=lambda sentence: (sentence.span.start, -sentence.span.end, sentence.quotation is not None))
    return replace(
        doc,
        quotations=quotations,
        sentences=tuple(replace(sentence, index=index) for index, sentence in enumerate(sentences)),
    )


def _blocks(text: str, whole: Span, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Lines of ``whole``, joined where one of the quotations or a sentence runs on over the line end."""
    start = None
    for line in _LINE.finditer(text, whole.start, whole.end):
        begin = line.start() if start is None else start
        if any(q.span.start < line.end() < q.span.end for q in quotations) or _runs_on(text, line.end()):
            start = begin
            continue
        start = None
        if text[begin : line.end()].strip():
            yield Span(begin, line.end())
    if start is not None:
        yield Span(start, whole.end)


def _runs_on(text: str, end: int) -> bool:
    """True if the line that ends here was broken inside a sentence: the next one goes on in lower case."""
    line = text[max(0, end - 200) : end].rstrip()
    if not line or line[-1] in ".!?…:":
        return False
    after = text[end : end + 200].lstrip()
    if _goes_on(after) or line.endswith((" -", " –", "(")):
        return True
    # A link had a line of its own: `Heyet⏎Ankara⏎'ya döndü`.
    word, _, rest = after.partition("\n")
    is_next = text[end : end + 2].strip("\n") != ""
    return is_next and 0 < len(word.split()) <= LONGEST_LINK and word.rstrip()[-1] not in ".!?…:" and _goes_on(rest)


def _goes_on(line: str) -> bool:
    """True if the line begins inside a sentence: in lower case, with a comma, a closing bracket or a suffix (`'ya`)."""
    line = line.lstrip()
    return line[:1].islower() or line[:1] in (",", ")") or (line[:1] in ("'", "’") and line[1:2].islower())


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
    groups = [group for part in at_capitals(tokens) for group in _at_full_stops(text, part, inline, lexicon)]
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
        nested = [q for q in quotations if q.parent == quotation.index]
        for part in _blocks(text, quotation.content, nested):
            yield from _sentences(text, part, quotations, lexicon, paragraph=paragraph, inside=quotation)


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


def _tokens(text: str, block: Span, lifted: list[Quotation], lexicon: TokenLexicon) -> list[Token]:
    out: list[Token] = []
    at = block.start
    for quotation in lifted:
        out.extend(Token(span, span.letters(text)) for span in split_tokens(text, at, quotation.span.start, lexicon))
        out.append(Token(quotation.span, "“…”", quotation.index))
        at = quotation.span.end
    out.extend(Token(span, span.letters(text)) for span in split_tokens(text, at, block.end, lexicon))
    return out


def _at_full_stops(
    text: str, tokens: list[Token], inline: list[Quotation], lexicon: TokenLexicon
) -> Iterator[list[Token]]:
    begin = 0
    opening = {q.span.start for q in inline}
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        if is_subheading(tokens, begin, at, inline):
            yield tokens[begin : at + 1]
            begin = at + 1
            continue
        closes = following.form in CLOSERS and following.span.start not in opening
        if closes or token.span.start in opening or any(q.content.start < token.span.end < q.span.end for q in inline):
            continue
        if _ends_sentence(text, tokens, begin, at) or _closes(tokens, at, lexicon):
            yield tokens[begin : at + 1]
            begin = at + 1
    if begin < len(tokens):
        yield tokens[begin:]


def _ends_sentence(text: str, tokens: list[Token], begin: int, at: int) -> bool:
    token, following = tokens[at], tokens[at + 1]
    opens = _opens(tokens, at + 1)
    if is_final(token):
        gap = following.span.start - token.span.end
        if not gap and token.form == "." and at > begin and _is_code(tokens[at - 1], following):
            return False
        return opens or gap > 1
    if token.form in CLOSERS and at > begin and is_final(tokens[at - 1]):
        return opens
    if token.quotation is not None and opens and following.form[:1] != "(":
        content = text[token.span.start + 1 : token.span.end].rstrip("\"'”’»")
        whole = content.endswith((".", "!", "?", "…"))
        # A lifted quotation that opens a sentence and is followed by a new one is a sub-heading or stands alone.
        # One that a colon announced closes its clause, with or without a full stop.
        announced = at > begin and tokens[at - 1].form == ":" and following.form not in _OPENERS
        return announced or (whole and (at > begin or following.quotation is None)) or at == begin
    return False


def _is_code(before: Token, following: Token) -> bool:
    """True for what a full stop without a blank joins: `TL.4,57`, `II-15.1`, `B.02.6.KDK`. A lost blank is not that."""
    return before.form[-1].isalnum() and not before.form[-1].islower() and following.form[0].isalnum()


def _closes(tokens: list[Token], at: int, lexicon: TokenLexicon) -> bool:
    """True for an abbreviation that ends its sentence: `elma, armut vb. Bunlar` (apples, pears etc. These)."""
    return tokens[at].form in lexicon.closing and not tokens[at + 1].form[0].isdigit() and _opens(tokens, at + 1)


def _opens(tokens: list[Token], at: int) -> bool:
    """True if a sentence may begin with the token: with a capital (also of iPhone), a number, a mark, `b)`."""
    token = tokens[at]
    if token.quotation is not None or token.form in _OPENERS or token.form[:1].isdigit():
        return True
    is_item = len(token.form) == 1 and at + 1 < len(tokens) and tokens[at + 1].form == ")"
    return any(letter.isupper() for letter in token.form[:2]) or (is_item and token.form.isalpha())


def _kind(text: str, group: list[Token], *, alone: bool, inside: bool) -> Literal["text", "heading", "byline"]:
    words = [token for token in group if token.form[:1].isalnum() or token.quotation is not None]
    if group[0].form in ("-", "–", "(") and 0 < len(words) <= 3 and words[0].form[:1].isupper():
        return "byline"  # … olmuştu. - PYONGYANG
    spelt = [token.form for token in words if token.form[:1].isalpha()]
    if not inside and 1 < len(words) <= 6 and spelt and all(map(is_all_capitals, spelt)):
        return "heading" if alone and len(words) > 3 else "byline"
    if inside or not alone or len(words) > LONGEST_HEADING or is_final(group[-1]) or group[-1].form in (":", ",", ";"):
        return "text"
    lifted = " ".join(token.span.letters(text) for token in words if token.quotation is not None)
    # A quotation of several sentences that stands alone is a paragraph of speech, no sub-heading.
    return "text" if len(lifted.split()) > LONGEST_HEADING or ". " in lifted else "heading"


def _word(text: str, index: int, token: Token) -> Word:
    stem = token.span if token.quotation is not None else stem_of(text, token.span)
    return Word(index, token.form, token.span, stem, quotation=token.quotation)
