"""The table of suffix strings: what the morphotactics allow, spelled out once for every kind of stem.

In:  Morphotactics.
Out: for each joint state, suffix string → the readings it has there.

    bare + (y)A → "a" after kitab-, "e" after ev-, "ya" after banka-, "ye" after ülke-
    (to the book, to the house, to the bank, to the country)

A string is one row with a 16-bit mask of the stem endings it may follow (harmony class × kind of last letter).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from vakanuvis.language.morphotactics import END, NEEDS, Morphotactics, Rule, features_of
from vakanuvis.language.phonology import SIGNATURES, VOWELS, ending_of, joined, sample_of, settled

Features = tuple[tuple[str, str], ...]
ANY, BEFORE_VOWEL, BEFORE_CONSONANT, BEFORE_Y = range(4)  # what a form may be followed by
_NEED_BITS = {name: 1 << place for place, name in enumerate(NEEDS)}
TABLE = Path(__file__).parent / "data" / "suffixes.tsv"


class Step(NamedTuple):
    """A suffix string from a joint to the end of the word (``to`` -1) or to another joint."""

    mask: int
    to: int
    next: int
    needs: int
    upos: str
    tail: str | None
    feats: Features


@dataclass(frozen=True, slots=True)
class SuffixTable:
    """``endings[joint][string]`` end the word, ``links[joint][string]`` lead to another joint.

    ``opened[joint]`` are the joints it opens into without a letter, itself first.
    """

    joints: tuple[str, ...]
    opened: tuple[tuple[int, ...], ...]
    endings: tuple[dict[str, list[Step]], ...]
    links: tuple[dict[str, list[Step]], ...]


@dataclass(frozen=True, slots=True)
class _Path:
    state: str
    form: str
    feats: tuple[tuple[str, str], ...] = ()
    upos: str = ""
    needs: int = 0
    tail: str | None = None


def rows_of(grammar: Morphotactics) -> list[str]:
    """The table as lines of text, sorted: what ``data/suffixes.tsv`` holds."""
    masks: dict[tuple[str, ...], int] = {}
    rules: dict[str, list[Rule]] = {}
    for rule in grammar.rules:
        for state in rule.state:
            rules.setdefault(state, []).append(rule)
    joints = grammar.joints
    for joint in joints:
        for signature in range(SIGNATURES):
            for row in _strings(joint, sample_of(signature), rules, joints):
                masks[row] = masks.get(row, 0) | 1 << signature
    head = [f"{joint}\t{' '.join(grammar.opened(joint))}" for joint in joints]
    feats = sorted({row[-1] for row in masks})
    number = {text: place for place, text in enumerate(feats)}
    rows = sorted((*row[:-1], mask, number[row[-1]]) for row, mask in masks.items())
    return [*head, "", *feats, "-", *("\t".join(f"{cell}" for cell in row) for row in rows)]


def _strings(
    joint: str, sample: str, rules: dict[str, list[Rule]], joints: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    waiting = [_Path(joint, sample)]
    while waiting:
        path = waiting.pop()
        for rule in rules.get(path.state, ()):
            if path.state == joint and rule.is_silent and rule.to in joints:
                continue
            if ending_of(settled(path.form, before_vowel=False)) not in rule.follows:
                continue
            onward = _onward(path, rule, len(sample))
            if rule.to == END or rule.to in joints:
                yield from _rows(joint, onward, len(sample))
            else:
                waiting.append(onward)


def _onward(path: _Path, rule: Rule, start: int) -> _Path:
    form = joined(path.form, rule.sounds)
    feats = dict(path.feats)
    for name, value in features_of(rule.feats):
        feats.pop(name, None)
        feats[name] = value
    needs = path.needs
    for name in rule.needs.split():
        needs |= _NEED_BITS[name]
    tail = settled(form[start:], before_vowel=False) if rule.lemma else path.tail
    return _Path(rule.to, form, tuple(sorted(feats.items())), rule.upos or path.upos, needs, tail)


def _rows(joint: str, path: _Path, start: int) -> Iterator[tuple[str, ...]]:
    feats = "|".join(f"{name}={value}" for name, value in path.feats)
    text = path.form[start:]
    ends: list[tuple[str, int]] = [(settled(text, before_vowel=False), ANY)]
    if path.state != END and text.endswith("K"):
        ends = [
            (settled(text, before_vowel=False), BEFORE_CONSONANT),
            (settled(text, before_vowel=True), BEFORE_VOWEL),
        ]
    for string, following in ends:
        tail = "-" if path.tail is None else path.tail
        yield joint, string, path.state, str(following), str(path.needs), path.upos, tail, feats


def read_table(path: Path = TABLE) -> SuffixTable:
    """Read the table as it was written by `rows_of`."""
    return table_of(path.read_text(encoding="utf-8").splitlines())


def table_of(lines: list[str]) -> SuffixTable:
    """The table from its lines."""
    gap = lines.index("")
    head = [line.split("\t") for line in lines[:gap]]
    joints = tuple(name for name, _ in head)
    number = {name: place for place, name in enumerate(joints)} | {END: -1}
    opened = tuple(tuple(number[name] for name in names.split()) for _, names in head)
    endings: tuple[dict[str, list[Step]], ...] = tuple({} for _ in joints)
    links: tuple[dict[str, list[Step]], ...] = tuple({} for _ in joints)
    begin = lines.index("-", gap)
    features = [features_of(line) for line in lines[gap + 1 : begin]]
    for line in lines[begin + 1 :]:
        joint, string, to, following, needs, upos, tail, mask, feats = line.split("\t")
        step = Step(
            int(mask),
            number[to],
            int(following),
            int(needs),
            upos,
            None if tail == "-" else tail,
            features[int(feats)],
        )
        (endings if step.to < 0 else links)[number[joint]].setdefault(string, []).append(step)
    return SuffixTable(joints, opened, endings, links)


def kind_of(string: str) -> int:
    """How a suffix string begins, as `fits` wants it."""
    if not string:
        return BEFORE_CONSONANT
    if string[0] in VOWELS:
        return BEFORE_VOWEL
    return BEFORE_Y if string[0] == "y" else BEFORE_CONSONANT


def fits(following: int, string: str) -> bool:
    """True if a form that asks to be followed by ``following`` may be followed by the string."""
    if following == ANY:
        return True
    kind = kind_of(string)
    return kind == following or (following == BEFORE_CONSONANT and kind == BEFORE_Y)


def needs_of(names: str) -> int:
    """Marks of a stem as bits."""
    return sum(_NEED_BITS[name] for name in names.split() if name in _NEED_BITS)
