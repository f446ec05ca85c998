"""Stems and the shapes they take before suffixes.

In:  the folder ``lexicon/words/stems``.
Out: surface shape → the stems it may stand for.

    kitap: "kitap" before consonants and alone, "kitab" before vowels · söyle: also "söyl" before -Iyor
    (book · say)

The tables are long, so they are read in one pass; every line is checked on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from vakanuvis.errors import LexiconError
from vakanuvis.language.morphotactics import END, UPOS, features_of
from vakanuvis.language.phonology import harmony_of, syllables, voiced, without_last_vowel
from vakanuvis.language.suffixes import ANY, BEFORE_CONSONANT, BEFORE_VOWEL, BEFORE_Y, Features, needs_of
from vakanuvis.lexicon.files import read_text
from vakanuvis.text.letters import folded

TABLES = ("own.tsv", "common.tsv", "names.tsv")
REFUSED = "refused"
_FOLLOWED_BY = {"any": ANY, "vowel": BEFORE_VOWEL, "consonant": BEFORE_CONSONANT, "y": BEFORE_Y}
_JOINTS = {
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "VERB": "verb",
    "ADV": "uninflected",
    "INTJ": "uninflected",
    "NUM": "number",
}
_MARKS = ("voicing", "dropping", "doubling", "inverse", "time", "aorist_a", "aorist_i")


class Stem(NamedTuple):
    """A stem in one of its shapes. ``joint`` is the state where its suffixes begin, ``next`` what may follow.

    ``harmony`` is set where the letters do not tell it: saat (front), zulm- (from zulüm).
    """

    lemma: str
    upos: str
    joint: str
    next: int = ANY
    needs: int = 0
    harmony: int = -1
    feats: Features = ()


Stems = dict[str, list[Stem]]


def read_stems(folder: Path, joints: Sequence[str]) -> Stems:
    """All stems of the folder by shape, lower case and without circumflex. Raises LexiconError."""
    allowed = [*joints, END]
    found: Stems = {}
    refused: set[tuple[str, str]] = set()
    for name in TABLES:
        for place, (stem, upos, marks) in _lines(folder / name, ["stem", "upos", "marks"]):
            if upos not in _JOINTS:
                raise LexiconError.wrong_value(place, "upos", upos, list(_JOINTS))
            if marks == REFUSED:
                refused.add((stem, upos))
            if (stem, upos) in refused:
                continue
            for shape, entry in _shapes(place, stem, upos, marks):
                found.setdefault(shape, []).append(entry)
    for place, cells in _lines(
        folder / "irregular.tsv", ["stem", "lemma", "upos", "joint", "next", "feats", "examples"]
    ):
        shape, lemma, upos, joint, following, feats, _ = cells
        if following not in _FOLLOWED_BY:
            raise LexiconError.wrong_value(place, "next", following, list(_FOLLOWED_BY))
        entry = Stem(
            lemma,
            _one_of(place, "upos", upos, UPOS),
            _one_of(place, "joint", joint, allowed),
            _FOLLOWED_BY[following],
            _needs(shape, ""),
            feats=_features(place, feats),
        )
        _replace(found, folded(shape), entry)
    for place, (form, lemma, upos, feats, state) in _lines(
        folder / "function_words.tsv", ["form", "lemma", "upos", "feats", "joint"]
    ):
        joint = _one_of(place, "joint", state or END, allowed)
        entry = Stem(lemma, _one_of(place, "upos", upos, UPOS), joint, feats=_features(place, feats))
        found.setdefault(folded(form), []).append(entry)
    return found


def _shapes(place: str, stem: str, upos: str, marks: str) -> Iterator[tuple[str, Stem]]:
    joint, word = _JOINTS[upos], folded(stem)
    if not marks:
        yield word, Stem(stem, upos, joint, ANY, _needs(word, "") if upos == "VERB" else 0)
        if upos == "VERB" and word[-1] in "ae":
            yield word[:-1], Stem(stem, upos, "verb_dropped", BEFORE_VOWEL)
        return
    names = marks.split()
    for mark in names:
        if mark not in _MARKS and not mark.startswith("compound:"):
            raise LexiconError.wrong_value(place, "marks", mark, [*_MARKS, "compound:KÖK", REFUSED])
    if joint == "uninflected" and "time" in names:
        joint = "time"
    changed = word
    if "dropping" in names:
        changed = without_last_vowel(changed)
    if "voicing" in names:
        changed = voiced(changed)
    if "doubling" in names:
        changed = changed + changed[-1]
    harmony = harmony_of(word) | 1 if "inverse" in names else harmony_of(word) if "dropping" in names else -1
    base = Stem(stem, upos, joint, ANY, _needs(word, marks), harmony)
    compound = next((mark.partition(":")[2] for mark in names if mark.startswith("compound:")), "")
    if compound:
        yield word, base._replace(joint="compound")
        yield folded(compound), base._replace(joint="compound_stem", next=BEFORE_CONSONANT)
    elif changed == word:
        yield word, base
    else:
        # A verb that drops its vowel does so before the passive alone: çeviriyor, çevrildi.
        yield word, base._replace(next=ANY if upos == "VERB" and "dropping" in names else BEFORE_CONSONANT)
        yield changed, base._replace(next=BEFORE_VOWEL)


def _needs(stem: str, marks: str) -> int:
    """The marks as bits; the aorist vowel follows from the length unless a mark says otherwise."""
    long = syllables(stem) > 1
    bits = needs_of(marks)
    if not bits & needs_of("aorist_a aorist_i"):
        bits |= needs_of("aorist_i" if long else "aorist_a")
    return bits | (needs_of("long") if long else 0)


def _replace(found: Stems, shape: str, entry: Stem) -> None:
    """An irregular stem takes the place of the regular one of its lemma."""
    kept = [
        stem
        for stem in found.get(shape, ())
        if stem.lemma != entry.lemma or stem.next != ANY or stem.upos != entry.upos
    ]
    found[shape] = [*kept, entry]


def _one_of(place: str, name: str, value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        raise LexiconError.wrong_value(place, name, value, list(allowed))
    return value


def _features(place: str, text: str) -> Features:
    try:
        return features_of(text)
    except ValueError:
        raise LexiconError.wrong_shape(place, "feats", "“Ad=Değer|Ad=Değer” biçiminde") from None


def _lines(path: Path, columns: list[str]) -> Iterator[tuple[str, list[str]]]:
    begun = False
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise LexiconError.wrong_columns(f"{path.name}, satır {number}", len(cells), columns)
        if not begun:
            begun = True
            for name in cells:
                if name not in columns:
                    raise LexiconError.unknown_field(f"{path.name}, satır {number}", name, columns)
            continue
        if not cells[0]:
            raise LexiconError.missing_field(f"{path.name}, satır {number}", columns[0])
        yield f"{path.name}, satır {number}", cells
