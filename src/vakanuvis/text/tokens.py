"""Split a text into tokens as Turkish news prints them.

In:  cleaned text and a range of it.
Out: spans of tokens. An apostrophe suffix stays with its word (``Rusya'ya``), as do the full stop of an
     abbreviation (``Dr.``), of an initial (``M.``) and of an ordinal (``5.``), and the hyphen inside one name
     (``Jong-un``); two names joined by a hyphen (``Trump-Putin``) are two.
"""

from __future__ import annotations

import re

from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.record.span import Span
from vakanuvis.text.letters import lower

_TOKEN = re.compile(
    r"""
    (?:https?://|www\.)[^\s"“”<>]*[^\s"“”<>.,;:!?…)\]»’']      # an address, without the full stop behind it
  | (?:[\w-]+\.)+(?i:com|org|net|gov|edu)(?i:\.[a-z]{2})?(?![\w-])(?:'[^\W\d_]+)?   # ornek.com.tr'de
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # a mailbox
  | [@\#]\w+                                            # an account, a hashtag
  | %\d+(?:[.,]\d+)*(?:'\w+)?                           # %5,5'i
  | \d+(?:[.,:/]\d+)*(?:[-–]\d+(?:[.,:/]\d+)*)*(?:'[^\W\d_]+)?   # 2,5  16.10.2025  20-21  2004'te
  | (?:[^\W\d_]\.){2,}(?:'[^\W\d_]+)?                   # A.B.D.
  | \w+(?:['-]\w+)*                                     # Rusya'ya  Jong-un  Su-35
  | \.{2,} | …
  | \S
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"[IVX]{1,6}")
LONGEST_TOKEN = 200  # letters
_LONGEST_ORDINAL = 2  # digits: `5. yıl` is an ordinal, `2024.` ends a sentence


def split_tokens(text: str, start: int, end: int, lexicon: TokenLexicon) -> list[Span]:
    """Tokens of ``text[start:end]``."""
    out: list[Span] = []
    at = start
    while found := _TOKEN.search(text, at, end):
        # What is longer is no word; cut, it cannot cost the rooms to come the square of its length.
        span = Span(found.start(), min(found.end(), found.start() + LONGEST_TOKEN))
        if text[span.start].isalnum():
            span = _with_full_stop(text, span, end, lexicon)
            out.extend(_at_hyphens(text, span, lexicon))
        else:
            out.append(span)
        at = span.end
    return out


def _with_full_stop(text: str, span: Span, end: int, lexicon: TokenLexicon) -> Span:
    if span.end >= end or text[span.end] != "." or text[span.end : span.end + 2] == "..":
        return span
    word = span.letters(text)
    taken = Span(span.start, span.end + 1)
    if word + "." in lexicon.abbreviations:
        return taken
    follows = text[span.end + 1 : end].lstrip(" ")[:1]
    if len(word) == 1 and word.isupper() and follows.isalnum():
        return taken
    if not follows.isalpha():
        return span
    if word.isdigit() and (len(word) <= _LONGEST_ORDINAL or (len(word) == 3 and follows.islower())):
        return taken
    if _ROMAN.fullmatch(word):
        return taken
    return span


def _at_hyphens(text: str, span: Span, lexicon: TokenLexicon) -> list[Span]:
    """Two capitalised names around a hyphen are two tokens, unless the first is a particle (``El-Beşir``)."""
    if "-" not in text[span.start : span.end] or text[span.start].isdigit():
        return [span]
    out: list[Span] = []
    begin = span.start
    for at in range(span.start, span.end):
        if text[at] != "-" or at + 1 >= span.end:
            continue
        before = text[begin:at]
        if text[at + 1].isupper() and len(before) > 1 and lower(before) not in lexicon.particles:
            out.extend((Span(begin, at), Span(at, at + 1)))
            begin = at + 1
    out.append(Span(begin, span.end))
    return out


def stem_of(text: str, span: Span) -> Span:
    """The part of a token before its last apostrophe; the whole token where there is none."""
    at = text.rfind("'", span.start + 1, span.end - 1)
    return Span(span.start, at) if at > span.start else span
