"""Find the credit line of a report: which agency wrote it first.

In:  the text, headline and outlet of a story, and the agencies.
Out: its Originator with the letters that name the agency, or None.

    KERVAN (AA) - Ticaret Bakanı dün konuştu.      … sona erdi. (DHA)        Kaynak: Reuters, AFP
            ~~                                                   ~~~                 ~~~~~~~~~~~~
    (KERVAN (AA) - The trade minister spoke yesterday. … has ended. (DHA) Source: Reuters, AFP)

A credit line stands at the head or at the end of a report. An agency that is quoted inside it is no originator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vakanuvis.lexicon.agencies import Agencies
from vakanuvis.record.span import Span
from vakanuvis.text.letters import folded, is_all_capitals, is_capitalized

_HEAD = 6  # lines: a headline, a second one, a reporter's name, a dateline
_TAIL = 4  # lines
_LONGEST_BEFORE = 8  # words before a credit: reporters, their city, the day
_LONGEST_LABELLED = 90  # letters
_DASH = "[-–—]{1,2}"
_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"[^\n]*\S")


@dataclass(frozen=True, slots=True)
class Originator:
    """The agencies that wrote a report. ``span``: the letters of the text that name them; None: the outlet is one."""

    agencies: tuple[str, ...]
    span: Span | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shapes:
    """How credits are printed. Group ``before``: reporter, city, day; ``shouted``: the same, in capitals only."""

    one: re.Pattern[str]
    labelled: re.Pattern[str]
    head: tuple[re.Pattern[str], ...]
    tail: tuple[re.Pattern[str], ...]


def originator(text: str, title: str | None, outlet: str | None, agencies: Agencies) -> Originator | None:
    """Who wrote the report, as far as its credit line or its outlet says. ``title``: a headline is no credit line."""
    lines = [line for line in _lines(text) if line.letters(text) != (title or "").strip()]
    shapes = _shapes(tuple(agencies.printed))
    places = [(line, shapes.head) for line in lines[:_HEAD]]
    places += [(line, shapes.tail) for line in reversed(lines[-_TAIL:])]
    for line, printed in places:
        if span := _credit(line.letters(text), shapes, printed, agencies):
            there = Span(line.start + span.start, line.start + span.end)
            entries = [agencies.printed[form] for form in shapes.one.findall(there.letters(text))]
            names = dict.fromkeys(entry.name for entry in entries)
            return Originator(tuple(names), there, ("credit-line", *dict.fromkeys(entry.at for entry in entries)))
    entry = agencies.outlets.get(folded(outlet or "").removeprefix("www."))
    return Originator((entry.name,), None, ("credit-outlet", entry.at)) if entry else None


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold something, without the blanks around it."""
    for found in _LINE.finditer(text):
        blanks = len(found.group()) - len(found.group().lstrip())
        yield Span(found.start() + blanks, found.end())


def _credit(line: str, shapes: _Shapes, printed: tuple[re.Pattern[str], ...], agencies: Agencies) -> Span | None:
    """Where a line names the agency it came from."""
    label, colon, rest = line.partition(":")
    says = _says(label, agencies)
    if colon and says:
        found = shapes.labelled.search(line, len(label)) if len(rest) <= _LONGEST_LABELLED else None
        return Span(*found.span("credit")) if found and says == "report" else None
    for shape in printed:
        found = shape.match(line) if printed is shapes.head else shape.search(line)
        if found and _is_before_a_credit(found, agencies):
            return Span(*found.span("credit"))
    return None


def _says(words: str, agencies: Agencies) -> str | None:
    """What a credit word says, if these words are one."""
    plain = folded(words.strip("([ "))
    return next((word.says for word in agencies.words if word.word == plain), None)


def _is_before_a_credit(found: re.Match[str], agencies: Agencies) -> bool:
    """True if what stands before the agency can be a reporter, a city, a day, and not the name that it shortens."""
    groups = found.groupdict()
    before = groups.get("before") or groups.get("shouted") or ""
    words = _WORD.findall(before)
    if len(words) > _LONGEST_BEFORE or not all(is_capitalized(word) or word.isdigit() for word in words):
        return False
    if groups.get("shouted") is not None and not is_all_capitals(before):
        return False
    short = found["credit"].replace(".", "")
    # Avrupa Parlamentosu (AP), İnsansız Hava Aracı (İHA): the letters in brackets only shorten the words before them.
    if len(words) >= len(short) > 1 and [word[0] for word in words[-len(short) :]] == list(short):
        return False
    return all(_says(word, agencies) != "other" for word in words)


@lru_cache(maxsize=4)
def _shapes(printed: tuple[str, ...]) -> _Shapes:
    one = r"(?<!\w)(?:" + "|".join(re.escape(form) for form in sorted(printed, key=len, reverse=True)) + r")(?!['’\w])"
    credit = rf"(?P<credit>{one}(?:\s*(?:[-/,&–]|\bve\b)\s*{one})*)"
    before, shouted = (rf"(?P<{name}>[^\n.!?;:()\"“”]{{0,70}}?)" for name in ("before", "shouted"))
    alone = rf"[(\[]?{credit}[)\]]?\.?$"
    goes_on = rf"(?=\s*(?:{_DASH}|:|$))"
    head = (
        alone,
        rf"{before}\({credit}\){goes_on}",
        rf"\({credit}\)\s",
        rf"{before}[/,]\s*\({credit}\)",
        rf"{before}\s*(?:/|,|{_DASH})\s*{credit}{goes_on}",
        rf"{shouted}\s*(?:/|{_DASH})\s*{credit}\s+(?=[A-ZÇĞİÖŞÜ])",
        rf"{credit}\s*(?:/|{_DASH})\s*[A-ZÇĞİÖŞÜ][^\W\d_]+(?:\s[A-ZÇĞİÖŞÜ][^\W\d_]+){{0,2}}\s*(?:{_DASH}|$)",
    )
    end = "[.!?…\"”’'»]"
    tail = (
        rf"^{alone}",
        rf"{end}\s*(?:{_DASH}\s*)?{before}\({credit}\)\.?$",
        rf"{end}\s*{_DASH}\s*{credit}\.?$",
    )
    return _Shapes(
        re.compile(one),
        re.compile(rf"{credit}[)\].\s]*$"),
        tuple(map(re.compile, head)),
        tuple(map(re.compile, tail)),
    )
