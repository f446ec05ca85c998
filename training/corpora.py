"""Which sentences are learnt from, under which treebank id, and what is held out."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.conllu import Token, Tree, as_dict, as_text, merged, read
from vakanuvis.text import letters

TARGET = "boun"
"""The treebank whose annotation is wanted: that of 2026."""
TREEBANKS = (TARGET, "boun-old", "kenet", "penn", "gb", "framenet", "boun-upos")

FILES = {
    "boun": "boun-dev.conllu",
    "boun-old": "boun-train-3123.conllu",
    "kenet": "kenet-3289.conllu",
    "penn": "penn-1546.conllu",
    "gb": "gb.conllu",
    "framenet": "framenet.conllu",
}

# The 19 labels of the Wikipedia set and the 6 of Milliyet in one set. Numbers, quantities and languages are left out:
# nothing asks for them.
ENTITIES = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "TITLE": "TITLE",
    "DATE": "DATE", "TIME": "TIME", "MONEY": "MONEY", "PERCENT": "PERCENT", "EVENT": "EVENT", "WORK_OF_ART": "WORK",
    "LAW": "LAW", "PRODUCT": "PRODUCT",
}  # fmt: skip
LABELS = ("O", *(f"{mark}-{name}" for name in dict.fromkeys(ENTITIES.values()) for mark in "BI"))

# A Milliyet label says less than ours: its LOC may be a state or a building, and its O may be any label that the set
# does not know. Training counts every allowed label as right.
MILLIYET = {
    "PER": ("PERSON",), "ORG": ("ORG",), "COMPANY": ("ORG",), "GROUP": ("ORG",), "LOC": ("GPE", "LOC", "FAC"),
    "MOVIE": ("WORK",),
}  # fmt: skip
_MILLIYET_O = tuple(x for x in LABELS if x[2:] not in {name for names in MILLIYET.values() for name in names})

_YEAR = ("yıl", "yüzyıl")
_WITHOUT_COMMA = ("PERSON", "GPE", "NORP", "ORG", "TITLE")
_WITHOUT_SUFFIX = ("PERSON", "GPE")
_TITLES, _TITLE_SHARE = 5, 0.3

_OLD_RELATIONS = {
    "aux:q": "discourse:q", "advcl:cond": "advcl", "advcl:codn": "advcl", "adcl": "advcl", "adbmod": "advmod",
    "admod": "advmod", "advmode": "advmod", "onl": "obl", "17": "dep", "cubj": "csubj", "nmod:poıss": "nmod:poss",
    "nmod:opss": "nmod:poss", "nmod:podd": "nmod:poss", "comp": "compound", "conjd": "conj", "ocnj": "conj",
    "disourse": "discourse", "compoud:lvc": "compound:lvc", "oprhan": "orphan", "obj:cau": "obj", "nsubj:cau": "nsubj",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence to learn from. ``variants`` are equal readings of which each pass takes one."""

    source: str
    variants: tuple[Tree, ...]
    times: int = 1


def share(name: str) -> float:
    """A number in [0, 1) that depends on the name alone: who is held out stays held out."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:6], "big") / 2**48


def held_out(tree: Tree) -> str:
    """``dev``, ``test`` or ``train``: what of the target treebank the shipped weights have seen (``card.md``)."""
    place = share(tree.name)
    return "dev" if place < 0.0766 else "test" if place < 0.157 else "train"


def half(tree: Tree) -> int:
    """0 or 1, by the name alone: the two halves of the 2026 annotation, each measured by a model of the other."""
    return int(share(tree.name) * 2)


def modernized(token: Token) -> Token:
    """A word of the 2020 annotation with the defaults that the 2026 annotation no longer writes taken away."""
    feats = as_dict(token.feats)
    feats.pop("Polite", None)
    form = feats.get("VerbForm")
    if feats.get("Tense") == "Pqp" or "," in feats.get("Tense", ""):
        feats["Tense"] = "Past"
    if feats.get("Mood") == "Ind":
        del feats["Mood"]
    past = feats.get("Tense") == "Past"
    if form in ("Vnoun", "Conv"):
        feats.pop("Tense", None)
    if feats.get("Aspect") == "Perf" and (not past or form in ("Vnoun", "Conv") or feats.get("Evident") == "Nfh"):
        del feats["Aspect"]
    if form is None and past and "Evident" not in feats:
        feats["Evident"] = "Fh"
    if feats.get("Mood") == "Imp":
        feats.pop("Tense", None)
    if form in ("Vnoun", "Part") and "Case" in feats:
        feats.setdefault("Number", "Sing")
        feats.setdefault("Person", "3")
    return replace(token, feats=as_text(feats), deprel=_OLD_RELATIONS.get(token.deprel or "", token.deprel))


def treebank(folder: Path, name: str) -> Iterator[Tree]:
    """The sentences of a treebank, converted where that is obvious; without duplicates."""
    for tree in read(folder / FILES[name]):
        yield replace(tree, words=tuple(map(modernized, tree.words))) if name == "boun-old" else tree


def examples(folder: Path, names: Iterable[str]) -> list[Example]:
    """All sentences of these treebanks."""
    found = []
    for name in names:
        for tree in treebank(folder, name):
            joined = merged(tree)
            found.append(Example(name, (tree, joined, joined) if tree.ranges else (tree,)))
    return found


def upos_examples(path: Path, known: Iterable[str]) -> Iterator[Example]:
    """Sentences that carry parts of speech alone, less those that are known in full."""
    skip = set(known)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] not in skip:
                words = tuple(Token(form, upos=upos) for form, upos in zip(row["tokens"], row["upos"], strict=True))
                yield Example("boun-upos", (Tree(row["id"], words),))


def wiki_entities(path: Path) -> Iterator[Example]:
    """The Wikipedia set: one token and label a line, an empty line between sentences."""
    words: list[Token] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        form, _, label = line.rpartition("\t") if "\t" in line else line.rpartition(" ")
        if form:
            mark, _, name = label.partition("-")
            words.append(Token(form, entities=(f"{mark}-{ENTITIES[name]}" if name in ENTITIES else "O",)))
        elif words:
            yield Example("boun", (Tree("", tuple(words)),))
            words = []


def evened(examples: Iterable[Example]) -> Iterator[Example]:
    """The training part of the Wikipedia set, whose two styles of labels differ, nearer to that of its dev part.

    Of 1,206 dates before `yılında` (in the year) half take the noun in, all 64 do in the dev part. Of 1,237 states
    before a comma 200 go on behind it as one name, none of 84 does in the dev part; of 4,351 with a suffix behind an
    apostrophe 202, and 1 of 253 (`Fransa'nın Lyon`, Lyon in France). What a person is (`yazar`, writer) is a title in
    one sentence and nothing in the next. The first three are put right; where a word that is often a title has no
    label, training counts both as right.
    """
    examples = list(examples)
    titles = _often_titles(examples)
    for example in examples:
        words = list(example.variants[0].words)
        for place, word in enumerate(words):
            before = words[place - 1].entities or ("O",) if place else ("O",)
            (label,) = word.entities or ("O",)
            if label == "O" and before[0][2:] == "DATE" and letters.lower(word.form).startswith(_YEAR):
                label = "I-DATE"
            if label[2:] in _WITHOUT_COMMA:
                if word.form == ",":
                    label = "O"
                elif label[0] == "I" and (before == ("O",) or _is_cut(words[place - 1].form, label[2:])):
                    label = f"B-{label[2:]}"
            either = label == "O" and letters.lower(word.form) in titles
            words[place] = replace(word, entities=("O", "B-TITLE", "I-TITLE") if either else (label,))
        yield replace(example, variants=(replace(example.variants[0], words=tuple(words)),))


def _is_cut(form: str, label: str) -> bool:
    """True for a name of a person or state that ends with this word: a suffix stands behind its apostrophe."""
    return label in _WITHOUT_SUFFIX and any(mark in form[1:-1] for mark in "'’")


def _often_titles(examples: Iterable[Example]) -> set[str]:
    """Words that are part of a title in at least so many sentences, and so often among all that print them."""
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for example in examples:
        for word in example.variants[0].words:
            form = letters.lower(word.form)
            seen[form] += 1
            named[form] += bool(word.entities and word.entities[0].endswith("-TITLE"))
    return {form for form, times in named.items() if times >= _TITLES and times >= _TITLE_SHARE * seen[form]}


def milliyet_entities(path: Path, times: int) -> Iterator[Example]:
    """The Milliyet set, its split-off suffixes (``'ne``) put back on the name."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            words: list[Token] = []
            for form, label in zip(row["tokens"], row["tags"], strict=True):
                if words and form[0] in "'’" and len(form) > 1:
                    words[-1] = replace(words[-1], form=words[-1].form + form)
                    continue
                mark, _, name = label.partition("-")
                allowed = tuple(f"{mark}-{ours}" for ours in MILLIYET[name]) if name else _MILLIYET_O
                words.append(Token(form, entities=allowed))
            yield Example("boun", (Tree("", tuple(words)),), times)


def shouted(tree: Tree) -> Tree:
    """The sentence in capitals, as headings are printed."""
    return _reprinted(tree, letters.upper)


def unpointed(tree: Tree) -> Tree:
    """The sentence without its final punctuation, as headings are printed."""
    last = len(tree.words) - 1
    words = tree.words[:-1]
    if last < 2 or tree.words[-1].form not in ".!…?:" or any(word.head == last for word in words):
        return tree
    return replace(tree, words=words, ranges=())


def _reprinted(tree: Tree, change: Callable[[str], str]) -> Tree:
    return replace(tree, words=tuple(replace(word, form=change(word.form)) for word in tree.words))
