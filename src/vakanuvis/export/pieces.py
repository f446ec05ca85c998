"""Cut a text at every boundary of its slots, so that slots that cross each other are drawn right.

In:  a text and its slots, in any order, overlapping as they like.
Out: pieces that, put together, are the text again; each with all slots that cover it, the longest first.

    kapının "sonuna kadar açık" olduğunu        content  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            ~~~~~~~~~~~~~~~~~~~                 other            ~~~~~~~~~~~~~~~~~~~
    (that the gate was "open all the way")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from vakanuvis.export.slots import Slot

_GAP = re.compile(r"[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that the same slots cover. ``slots`` is ordered from the longest to the shortest."""

    start: int
    end: int
    slots: tuple[Slot, ...]


def pieces_of(length: int, slots: Iterable[Slot], also: Iterable[int] = ()) -> Iterator[Piece]:
    """The pieces of a text of ``length`` letters, in order, cut also where ``also`` says."""
    coming = sorted((s for s in slots if 0 <= s.start < s.end <= length), key=lambda s: s.start)
    cuts = sorted({0, length, *(s.start for s in coming), *(s.end for s in coming), *also})
    waiting, live = 0, list[Slot]()
    for left, right in pairwise(cuts):
        while waiting < len(coming) and coming[waiting].start <= left:
            live.append(coming[waiting])
            waiting += 1
        live = [slot for slot in live if slot.end > left]
        yield Piece(left, right, tuple(sorted(live, key=lambda slot: slot.start - slot.end)))


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """From letter to letter of each paragraph; what lies between two begins with a line break and is white space."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for gap in _GAP.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    if start < end:
        yield start, end
