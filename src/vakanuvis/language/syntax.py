"""Walk the parse of a sentence.

In:  a Sentence with heads.
Out: children, subtrees, spans.
"""

from __future__ import annotations

from collections.abc import Iterable

from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence, Word


def children(sentence: Sentence, index: int) -> list[Word]:
    """The words whose head is ``index``, from left to right."""
    return [word for word in sentence.words if word.head == index]


def subtree(sentence: Sentence, index: int) -> list[int]:
    """``index`` and all words below it, from left to right."""
    below: dict[int, list[int]] = {}
    for word in sentence.words:
        below.setdefault(word.head, []).append(word.index)
    out: list[int] = []
    waiting = [index]
    while waiting:
        at = waiting.pop()
        out.append(at)
        waiting.extend(below.get(at, ()))
    return sorted(out)


def ancestors(sentence: Sentence, index: int) -> list[int]:
    """Heads of ``index`` up to the root, nearest first."""
    out: list[int] = []
    at = sentence.words[index].head
    while at >= 0 and at not in out:
        out.append(at)
        at = sentence.words[at].head
    return out


def span_of(sentence: Sentence, indexes: Iterable[int]) -> Span:
    """From the first letter of the first to the last letter of the last of these words."""
    chosen = sorted(indexes)
    return Span(sentence.words[chosen[0]].span.start, sentence.words[chosen[-1]].span.end)


def left_edge(sentence: Sentence, index: int) -> int:
    """Leftmost word that belongs to ``index`` without a gap: where its clause or group begins."""
    below = set(subtree(sentence, index))
    at = index
    while at - 1 in below:
        at -= 1
    return at
