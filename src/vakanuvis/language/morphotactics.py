"""Read the written morphotactics: which suffix may follow what, and which features it gives.

In:  the folder ``lexicon/words/morphology``: ``states.tsv`` and one table of rules per part of the grammar.
Out: Morphotactics, checked: every state is known, every template and feature can be read, every rule has an example.

    state  suffix  to     feats      examples
    bare   (y)A    cased  Case=Dat   eve; ülkeye
    (a noun that waits for its case takes -(y)A and is dative: to the house, to the country)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.language.phonology import LIQUID, UNVOICED, VOICED, VOWEL, Sound, sounds_of
from vakanuvis.lexicon.files import read_tsv

END = "end"
NEEDS = ("aorist_a", "aorist_i", "long", "time")
UPOS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
_AFTER = {
    "": frozenset({VOWEL, LIQUID, VOICED, UNVOICED}),
    "vowel": frozenset({VOWEL}),
    "consonant": frozenset({LIQUID, VOICED, UNVOICED}),
    "liquid": frozenset({LIQUID}),
    "other": frozenset({VOICED, UNVOICED}),
}


@dataclass(frozen=True, slots=True)
class State:
    """A place in a word. Stems begin at a ``joint``, and chains of suffixes are cut there."""

    state: str
    meaning: str
    joint: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One suffix between two states. An empty suffix is the unmarked form."""

    state: tuple[str, ...]
    to: str
    examples: tuple[str, ...]
    suffix: str = ""
    feats: str = ""
    upos: str = ""
    after: Literal["", "vowel", "consonant", "liquid", "other"] = ""
    needs: str = ""
    lemma: bool = False
    at: str = ""

    @property
    def sounds(self) -> tuple[Sound, ...]:
        """The suffix, letter by letter."""
        return sounds_of(self.suffix)

    @property
    def follows(self) -> frozenset[int]:
        """The endings that the rule attaches to."""
        return _AFTER[self.after]

    @property
    def is_silent(self) -> bool:
        """True if the rule adds neither letters nor features: one state opens into another."""
        return not (self.suffix or self.feats or self.upos or self.needs or self.after)


@dataclass(frozen=True, slots=True)
class Morphotactics:
    """States and rules, as written."""

    states: tuple[State, ...]
    rules: tuple[Rule, ...]

    @property
    def joints(self) -> tuple[str, ...]:
        """The states at which stems begin, in the order of the file."""
        return tuple(state.state for state in self.states if state.joint)

    def opened(self, joint: str) -> tuple[str, ...]:
        """The joint and all joints it opens into without a letter."""
        found = [joint]
        for state in found:
            for rule in self.rules:
                if rule.is_silent and state in rule.state and rule.to in self.joints and rule.to not in found:
                    found.append(rule.to)
        return tuple(found)


def read_morphotactics(folder: Path) -> Morphotactics:
    """Read and check all tables of the folder. Raises LexiconError."""
    states = read_tsv(folder / "states.tsv", State)
    rules: list[Rule] = []
    for path in sorted(folder.glob("*.tsv")):
        if path.name != "states.tsv":
            rules += read_tsv(path, Rule)
    known = [state.state for state in states]
    for rule in rules:
        _check(rule, known)
    return Morphotactics(states, tuple(rules))


def features_of(text: str) -> tuple[tuple[str, str], ...]:
    """``Case=Nom|Number=Sing`` in pairs; an empty value takes the feature away."""
    pairs = [part.partition("=") for part in text.split("|") if part]
    if any(not name or not sign for name, sign, _ in pairs):
        raise ValueError(text)
    return tuple((name, value) for name, _, value in pairs)


def _check(rule: Rule, known: list[str]) -> None:
    for state in (*rule.state, rule.to):
        if state not in known:
            raise LexiconError.wrong_value(rule.at, "state" if state in rule.state else "to", state, known)
    for needed in rule.needs.split():
        if needed not in NEEDS:
            raise LexiconError.wrong_value(rule.at, "needs", needed, list(NEEDS))
    if rule.upos and rule.upos not in UPOS:
        raise LexiconError.wrong_value(rule.at, "upos", rule.upos, list(UPOS))
    try:
        rule.sounds  # noqa: B018  # reading is the check
    except ValueError as error:
        raise LexiconError.wrong_shape(
            rule.at, f"suffix: {error}", "ek yazımıyla (A I D C K, (y) (s) (n) (ş) (I) (A), küçük harf)"
        ) from None
    try:
        features_of(rule.feats)
    except ValueError:
        raise LexiconError.wrong_shape(rule.at, "feats", "“Ad=Değer|Ad=Değer” biçiminde") from None
