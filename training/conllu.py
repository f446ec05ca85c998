"""CoNLL-U in and out of the form that training wants, and the two ways a multiword token can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its gold analysis. ``head`` counts from 0, -1 is the root. ``None``: not annotated here."""

    form: str
    lemma: str | None = None
    upos: str | None = None
    feats: str | None = None
    head: int | None = None
    deprel: str | None = None
    entities: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence. ``ranges`` are the multiword tokens: first word, last word, printed form.

    ``text`` is how it was printed; ``begins`` says that a paragraph or a document begins with it.
    """

    name: str
    words: tuple[Token, ...]
    ranges: tuple[tuple[int, int, str], ...] = field(default=())
    text: str = ""
    begins: bool = False


def read(path: Path) -> Iterator[Tree]:
    """The sentences of a file; empty nodes are skipped."""
    name, text, begins, words, ranges = "", "", False, [], []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id"):
                name = line.partition("=")[2].strip()
            elif line.startswith("# text ="):
                text = line.partition("=")[2].strip()
            elif line.startswith(("# newdoc", "# newpar")):
                begins = True
            columns = line.rstrip("\n").split("\t")
            if not line.strip():
                if words:
                    yield Tree(name, tuple(words), tuple(ranges), text, begins)
                    begins = False
                name, text, words, ranges = "", "", [], []
            elif len(columns) == 10 and "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                ranges.append((first - 1, last - 1, columns[1]))
            elif len(columns) == 10 and columns[0].isdigit():
                words.append(_token(columns))
    if words:
        yield Tree(name, tuple(words), tuple(ranges), text, begins)


def _token(columns: list[str]) -> Token:
    lemma = None if columns[2] == "_" and columns[1] != "_" else columns[2]
    return Token(columns[1], lemma, columns[3], columns[5], int(columns[6]) - 1, columns[7])


def printed_tokens(tree: Tree) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The printed tokens, each with its words."""
    ranges = {first: (last, printed) for first, last, printed in tree.ranges}
    until = 0
    for place, word in enumerate(tree.words):
        if place >= until:
            last, printed = ranges.get(place, (place, word.form))
            until = last + 1
            yield printed, tree.words[place:until]


def merged(tree: Tree) -> Tree:
    """The sentence over printed tokens: a copula's features go to its word, heads are counted anew."""
    if not tree.ranges:
        return tree
    place, groups = _groups(tree)
    words = []
    for group in groups:
        first = tree.words[group[0]]
        if len(group) == 1:
            words.append(replace(first, head=_moved(first.head, place)))
            continue
        form = next(printed for start, _, printed in tree.ranges if start == group[0])
        outer = next(tree.words[i] for i in group if tree.words[i].head not in group)
        feats = _joined([tree.words[i] for i in group])
        words.append(Token(form, first.lemma, first.upos, feats, _moved(outer.head, place), outer.deprel))
    return Tree(tree.name, tuple(words))


def _groups(tree: Tree) -> tuple[list[int], list[list[int]]]:
    starts = {first: last for first, last, _ in tree.ranges}
    groups: list[list[int]] = []
    place = []
    until = -1
    for index in range(len(tree.words)):
        if index <= until:
            groups[-1].append(index)
        else:
            groups.append([index])
            until = starts.get(index, -1)
        place.append(len(groups) - 1)
    return place, groups


def _moved(head: int | None, place: list[int]) -> int:
    return -1 if head is None or head < 0 else place[head]


def _joined(words: list[Token]) -> str:
    feats = as_dict(words[0].feats)
    for word in words[1:]:
        if word.upos == "AUX":
            feats = as_dict(word.feats) | feats
    return as_text(feats)


def as_dict(feats: str | None) -> dict[str, str]:
    """``A=1|B=2`` as a dictionary; ``_`` is empty."""
    return dict(pair.split("=", 1) for pair in feats.split("|")) if feats and feats != "_" else {}


def as_text(feats: dict[str, str]) -> str:
    """The reverse of `as_dict`, in the order of UD."""
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats, key=str.lower)) or "_"
