"""Clean an article's text on a copy, with the way back to the printed letters.

In:  the text as it came in.
Out: a cleaned text and the OffsetMap that leads from its letters to the printed ones.

Cleaning decides nothing about the language: control characters of old encodings become the marks they stood for
(U+0092 → ’), invisible characters go, decomposed letters are composed, character references are resolved, every
kind of blank becomes a space and every kind of line end a line feed.
"""

from __future__ import annotations

import html
import re
import unicodedata

from vakanuvis.record.doc import OffsetMap

# What Windows-1254 bytes 0x80–0x9F mean when a page declared ISO-8859-9: the C1 controls of careless archives.
_WINDOWS = {byte: bytes([byte]).decode("cp1254", errors="ignore") for byte in range(0x80, 0xA0)}
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_APOSTROPHES = "’‘ʼ´`′‛＇"
_DOUBLE = {"''": '"', "``": "“", "´´": "”", "’’": "”", "‘‘": "“", "\r\n": "\n"}
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PLAIN = re.compile(r"[ \nA-Za-zÇĞİÖŞÜÂÎÛçğıöşüâîû0-9.,:;!?()%/\"“”«»-]+")


def clean(text: str, begin: int = 0) -> tuple[str, OffsetMap]:
    """Clean ``text`` from ``begin`` on; what stands before (a ``date`` header) is left out."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = begin
    while at < len(text):
        plain = _PLAIN.match(text, at)
        # The last letter of a plain run may carry a combining mark, so it is looked at on its own.
        if plain and plain.end() - at > 1:
            stop = plain.end() if plain.end() == len(text) else plain.end() - 1
            letters.append(text[at:stop])
            starts.extend(range(at, stop))
            ends.extend(range(at + 1, stop + 1))
            at = stop
            continue
        length, new = _next(text, at)
        for letter in new:
            letters.append(letter)
            starts.append(at)
            ends.append(at + length)
        at += length
    cleaned = "".join(letters)
    if begin == 0 and cleaned == text:
        return text, OffsetMap()
    return cleaned, OffsetMap(tuple(starts), tuple(ends))


def _next(text: str, at: int) -> tuple[int, str]:
    """How many printed letters are taken at ``at``, and what they become."""
    letter = text[at]
    pair = text[at : at + 2]
    if pair in _DOUBLE:
        return 2, _DOUBLE[pair]
    if letter == "&" and (found := _REFERENCE.match(text, at)):
        meant = html.unescape(found.group())
        return len(found.group()), meant if len(meant) == 1 else found.group()
    if letter in _LINE_ENDS:
        return 1, "\n"
    code = ord(letter)
    if 0x80 <= code < 0xA0:
        letter = _WINDOWS.get(code, "")
    elif letter.isspace():
        return 1, " "
    if letter in _APOSTROPHES and _between_letters(text, at):
        return 1, "'"
    length = 1
    while at + length < len(text) and unicodedata.combining(text[at + length]):
        length += 1
    if length > 1:
        return length, unicodedata.normalize("NFC", text[at : at + length])
    if unicodedata.category(letter or "\0") in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return 1, ""
    return 1, letter


def _between_letters(text: str, at: int) -> bool:
    before, after = at - 1, at + 1
    while before >= 0 and unicodedata.category(text[before]) == "Cf":
        before -= 1
    while after < len(text) and unicodedata.category(text[after]) == "Cf":
        after += 1
    return before >= 0 and text[before].isalnum() and after < len(text) and text[after].isalpha()
