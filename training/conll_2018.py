"""The measures of the CoNLL 2018 shared task: how much of a treebank comes back from raw text.

In:  two annotations of the same text, each a list of sentences whose printed tokens know their place in it.
Out: F1 of each measure in percent.

Written from the description of the task (Zeman et al. 2018, section 5). Tokens and sentences are right where both ends
are. Words are aligned first: by their place, or, where either side has taken a printed token apart, by the longest
common subsequence of the forms in the smallest stretch that cuts through no such token. The other measures count
aligned words. Relations are compared without their subtypes, features as far as they are universal.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from training.conllu import Token, as_dict
from vakanuvis.record.span import Span
from vakanuvis.text import letters

# fmt: off
UNIVERSAL = frozenset((
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
    "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
))
CONTENT = frozenset((
    "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod",
    "discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis",
    "orphan", "goeswith", "reparandum", "root", "dep",
))
FUNCTIONAL = frozenset(("aux", "cop", "mark", "det", "clf", "case", "cc"))
# What must agree for a word to count, of all words and of content words.
OF_ALL = {
    "UPOS": ("upos",), "UFeats": ("feats",), "AllTags": ("upos", "feats"), "Lemmas": ("lemma",),
    "UAS": ("head",), "LAS": ("head", "relation"),
}
OF_CONTENT = {
    "CLAS": ("head", "relation"),
    "MLAS": ("head", "relation", "upos", "feats", "functions"),
    "BLEX": ("head", "relation", "lemma"),
}
# fmt: on
_UNALIGNED = -2
_ROOT = -1


@dataclass(frozen=True, slots=True)
class PrintedToken:
    """A printed token: its place in the text and its syntactic words, whose heads count in the sentence."""

    span: Span
    words: tuple[Token, ...]


Sentences = Sequence[Sequence[PrintedToken]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A syntactic word of the whole text. ``head`` counts in it, -1 for a root; ``functions`` hang on the word."""

    span: Span
    form: str
    parted: bool
    upos: str | None
    feats: tuple[tuple[str, str], ...]
    lemma: str | None
    head: int
    relation: str
    functions: tuple[Hashable, ...] = ()


def scores(gold: Sentences, own: Sentences) -> dict[str, float]:
    """F1 of every measure. ``AllTags`` is part of speech and features: this reader gives no language-specific tags."""
    wanted, found = _words(gold), _words(own)
    pairs = _aligned(wanted, found)
    of_own = {right: left for left, right in pairs}
    both = [
        (
            wanted[left],
            replace(
                found[right],
                head=_ROOT if found[right].head == _ROOT else of_own.get(found[right].head, _UNALIGNED),
                lemma=found[right].lemma if wanted[left].lemma != "_" else "_",
            ),
        )
        for left, right in pairs
    ]
    content = [pair for pair in both if pair[0].relation in CONTENT]
    sizes = len(wanted), len(found)
    content_sizes = sum(x.relation in CONTENT for x in wanted), sum(x.relation in CONTENT for x in found)
    return {
        "Tokens": _f1_of_sets(*({token.span for sentence in side for token in sentence} for side in (gold, own))),
        "Sentences": _f1_of_sets(_extents(gold), _extents(own)),
        "Words": _f1(len(pairs), *sizes),
        **{name: _f1(_agreeing(both, keys), *sizes) for name, keys in OF_ALL.items()},
        **{name: _f1(_agreeing(content, keys), *content_sizes) for name, keys in OF_CONTENT.items()},
    }


def _agreeing(pairs: Iterable[tuple[_Word, _Word]], keys: tuple[str, ...]) -> int:
    return sum(all(getattr(gold, key) == getattr(own, key) for key in keys) for gold, own in pairs)


def _f1(right: int, gold: int, own: int) -> float:
    return round(200 * right / (gold + own), 2) if gold + own else 0.0


def _f1_of_sets(gold: set[Span], own: set[Span]) -> float:
    return _f1(len(gold & own), len(gold), len(own))


def _extents(sentences: Sentences) -> set[Span]:
    return {Span(tokens[0].span.start, tokens[-1].span.end) for tokens in sentences if tokens}


def _words(sentences: Sentences) -> list[_Word]:
    out: list[_Word] = []
    for sentence in sentences:
        first = len(out)
        out += (_word(token, word, first) for token in sentence for word in token.words)
    functions: dict[int, list[Hashable]] = {}
    for word in out:
        if word.relation in FUNCTIONAL:
            functions.setdefault(word.head, []).append((word.relation, word.upos, word.feats))
    return [replace(word, functions=tuple(functions.get(place, ()))) for place, word in enumerate(out)]


def _word(token: PrintedToken, word: Token, first: int) -> _Word:
    feats = tuple(sorted((name, value) for name, value in as_dict(word.feats).items() if name in UNIVERSAL))
    head = _ROOT if word.head is None or word.head < 0 else word.head + first
    relation = (word.deprel or "").partition(":")[0]
    return _Word(token.span, word.form, len(token.words) > 1, word.upos, feats, word.lemma, head, relation)


def _aligned(gold: Sequence[_Word], own: Sequence[_Word]) -> list[tuple[int, int]]:
    """Places of words that are the same, in both lists."""
    pairs: list[tuple[int, int]] = []
    left = right = 0
    while left < len(gold) and right < len(own):
        if gold[left].parted or own[right].parted:
            ends = _stretch(gold, left, own, right)
            if ends is None:
                # The one that is apart lies wholly behind the other's word.
                before = gold[left].span.end <= own[right].span.start
                left, right = (left + 1, right) if before else (left, right + 1)
                continue
            pairs += _common(gold, range(left, ends[0]), own, range(right, ends[1]))
            left, right = ends
        elif gold[left].span == own[right].span:
            pairs.append((left, right))
            left, right = left + 1, right + 1
        elif gold[left].span.start <= own[right].span.start:
            left += 1
        else:
            right += 1
    return pairs


def _stretch(gold: Sequence[_Word], left: int, own: Sequence[_Word], right: int) -> tuple[int, int] | None:
    """Where, in both lists, the stretch ends that begins here and cuts no parted token; None if the two do not meet."""
    if not gold[left].span.overlaps(own[right].span):
        return None
    end, before = max(word.span.end for word in (gold[left], own[right]) if word.parted), -1
    while end != before:
        before = end
        reached = (*gold[left : _behind(gold, left, end)], *own[right : _behind(own, right, end)])
        end = max([end, *(word.span.end for word in reached if word.parted)])
    return _behind(gold, left, end), _behind(own, right, end)


def _behind(words: Sequence[_Word], place: int, end: int) -> int:
    while place < len(words) and words[place].span.start < end:
        place += 1
    return place


def _common(gold: Sequence[_Word], left: range, own: Sequence[_Word], right: range) -> list[tuple[int, int]]:
    """The longest common subsequence of forms."""
    one = [letters.lower(gold[place].form) for place in left]
    two = [letters.lower(own[place].form) for place in right]
    longest = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(two))):
            same = one[i] == two[j]
            longest[i][j] = longest[i + 1][j + 1] + 1 if same else max(longest[i + 1][j], longest[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(one) and j < len(two):
        if one[i] == two[j]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
