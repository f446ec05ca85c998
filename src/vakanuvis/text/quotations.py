"""Find quotations: pair the marks, also where they are wrong or missing.

In:  the cleaned text.
Out: quotations in the order of their opening marks, nested ones with their parent.

    Bakan, “Görüşmeler sürüyor" dedi.
           ~~~~~~~~~~~~~~~~~~~~
    (The minister said, “The talks go on.")

Marks are read by what stands around them, not by their shape, because careless copy mixes shapes. ’ is nearly always
an apostrophe. A mark without a partner ends with its sentence or line: 3.6 % of news texts have an odd number of
straight marks, and none of them may take the rest of the article with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vakanuvis.record.span import Span
from vakanuvis.record.words import Quotation

_DOUBLE = '"“”„‟«»″'
_SINGLE = "'‘’‚‹›"
_OPENING = "“„«‘‚‹"
_CLOSING = "”»’›"
_BEFORE_OPENING = "([{—–-/:,;."
_LONGEST_SINGLE = 400  # letters: a single mark that closes later than this is an apostrophe that went astray
# A full stop behind a word of small letters; an abbreviation rarely has more than two (Prof. has a capital).
_SENTENCE_END = re.compile(r"[a-zçğıöşüâîû]{3,}[.!?…]+(?=\s+[^\W\d_a-zçğıöşü])")
_PARAGRAPH_END = re.compile(r"[.!?…:\"”»]\s*\n")


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    double: bool
    opens: bool
    closes: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Pair the quotation marks of ``text``."""
    marks = [mark for at, letter in enumerate(text) if (mark := _mark(text, at, letter))]
    found: list[tuple[Span, bool]] = []
    open_marks: list[_Mark] = []
    for number, found_mark in enumerate(marks):
        mark = found_mark
        same = [other for other in open_marks if other.double == mark.double]
        if same and _closes_apart(text, same[-1].at, mark.at):
            mark = _Mark(mark.at, mark.double, False, True)
        if same and _crosses_line(text, same[-1].at, mark, marks[number:]):
            found.append((Span(same[-1].at, _lost_end(text, same[-1].at)), False))
            open_marks = [other for other in open_marks if other.at < same[-1].at]
            same = same[:-1]
        if same and mark.closes and not (mark.opens and _next_closes(marks, number)):
            found.append((Span(same[-1].at, mark.at + 1), True))
            open_marks = [other for other in open_marks if other.at < same[-1].at]
        elif mark.opens:
            if same and not _nests(text, marks, number, same[-1].at):
                # A second opening mark: the first was never closed.
                end = min(_last_letter(text, same[-1].at, mark.at), _lost_end(text, same[-1].at))
                found.append((Span(same[-1].at, end), False))
                open_marks = [other for other in open_marks if other.at < same[-1].at]
            if mark.double or _single_closes(text, marks, number):
                open_marks.append(mark)
    found.extend((Span(mark.at, _lost_end(text, mark.at)), False) for mark in open_marks if mark.double)
    return _with_parents(sorted(item for item in found if len(item[0]) > 2))


def _mark(text: str, at: int, letter: str) -> _Mark | None:
    double = letter in _DOUBLE
    if not double and letter not in _SINGLE:
        return None
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if not double and before.isalnum() and after.isalpha():
        return None  # an apostrophe: Rusya'ya
    blank_before = before.isspace()
    blank_after = after.isspace()
    if blank_before and blank_after:
        return _Mark(at, double, letter not in _CLOSING, letter not in _OPENING)
    opens = not blank_after and (blank_before or before in _BEFORE_OPENING or before in _DOUBLE + _SINGLE)
    closes = not blank_before and (not after.isalnum() or not opens)
    if opens and closes and before not in _DOUBLE + _SINGLE:
        # `."` ends a quotation far more often than it begins one; the shape of the mark may tell.
        opens, closes = (letter in _OPENING, letter not in _OPENING)
    if before.isalnum() and after.isalnum():
        opens = double
    return _Mark(at, double, opens, closes)


def _next_closes(marks: list[_Mark], number: int) -> bool:
    following = [mark for mark in marks[number + 1 :] if mark.double == marks[number].double][:1]
    return (
        bool(following) and following[0].closes and not following[0].opens and marks[number].at + 1 == following[0].at
    )


def _closes_apart(text: str, start: int, at: int) -> bool:
    """True for a mark that stands apart from what it closes, as the one that opened did: `“ Yol uzun ”dedi`."""
    is_apart = text[start + 1 : start + 2].isspace() and text[at - 1].isspace()
    return is_apart and not text[at + 1 : at + 2].isspace()


def _nests(text: str, marks: list[_Mark], number: int, outer: int) -> bool:
    """True if two closing marks follow before the next opening one: a quotation inside a quotation."""
    following = [mark for mark in marks[number + 1 :] if mark.double == marks[number].double][:2]
    closing = len(following) == 2 and all(mark.closes and not mark.opens for mark in following)
    return closing and (_may_cross(text, outer, following[-1].at) or "\n" not in text[outer : following[-1].at])


def _single_closes(text: str, marks: list[_Mark], number: int) -> bool:
    start = marks[number].at
    for mark in marks[number + 1 :]:
        if mark.at - start > _LONGEST_SINGLE or "\n" in text[start : mark.at]:
            return False
        if not mark.double and mark.closes:
            return True
        if not mark.double and mark.opens:
            return False
    return False


def _crosses_line(text: str, start: int, mark: _Mark, following: list[_Mark]) -> bool:
    """True if a line ends between the open mark and ``mark``, and ``mark`` does not look like its partner."""
    if "\n" not in text[start : mark.at]:
        return False
    return not mark.closes or (mark.opens and len(following) > 1) or not _may_cross(text, start, mark.at)


def _may_cross(text: str, start: int, end: int) -> bool:
    """False for a part of a sentence (`"tarihi bir adım`) behind which a paragraph ends: it stays in its sentence."""
    opening = text[start + 1 : start + 2]
    return not opening.islower() or not _PARAGRAPH_END.search(text, start, end)


def _lost_end(text: str, start: int) -> int:
    """Where a quotation without a closing mark ends.

    With its line if it opens the line or a colon announced it, otherwise with its first sentence, behind which somebody
    else may speak.
    """
    before = text[:start].rstrip(" ")
    end = _line_end(text, start)
    if not before or before[-1] in "\n:":
        return end
    full_stop = _SENTENCE_END.search(text, start, end)
    return full_stop.end() if full_stop else end


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return _last_letter(text, start, end if end >= 0 else len(text))


def _last_letter(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _with_parents(found: list[tuple[Span, bool]]) -> tuple[Quotation, ...]:
    out: list[Quotation] = []
    around: list[Quotation] = []
    for span, closed in found:
        while around and around[-1].span.end <= span.start:
            around.pop()
        if around and not around[-1].span.holds(span):
            continue
        content = Span(span.start + 1, span.end - 1 if closed else span.end)
        new = Quotation(len(out), span, content, closed, around[-1].index if around else None)
        out.append(new)
        around.append(new)
    return tuple(replace(item, index=number) for number, item in enumerate(out))
