"""Take a printed token apart into the words of syntax.

In:  a token as it is printed and the reading that was chosen for it.
Out: its parts, whose letters join to the token again: the token itself, or a word and what leans on it.

    bakandı = bakan + dı      gelmişti = gelmiş + ti      arasındaki = arasında + ki
    (was a minister · had come · that is between)

Universal Dependencies makes a word of the copula, and UD Turkish BOUN of most -ki as well. Which suffixes these are,
and behind what, says ``words/word_parts.tsv``; that what remains is a word by itself, says the analyser: it must read
it with the lemma of the whole. The words of the library stay printed tokens; treebanks and CoNLL-U want the parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vakanuvis.errors import LexiconError
from vakanuvis.language.analyser import APOSTROPHES, Analyser
from vakanuvis.language.morphotactics import features_of
from vakanuvis.language.suffixes import Features, SuffixTable, read_table
from vakanuvis.lexicon.word_parts import WordPart, read_word_parts
from vakanuvis.text import letters

_SHORTEST = 2  # letters of what remains: ne + dir


class _Rule(NamedTuple):
    strings: frozenset[str]
    upos: tuple[str, ...]
    front: Features


class WordParts:
    """The rules of ``words/word_parts.tsv`` and the analyser that knows what is a word."""

    def __init__(self, entries: tuple[WordPart, ...], analyser: Analyser, table: SuffixTable) -> None:
        self._analyser = analyser
        self._rules = tuple(_rule(entry, table) for entry in entries)

    @classmethod
    def from_lexicon(cls, folder: Path, analyser: Analyser) -> WordParts:
        """The rules of a lexicon folder. Raises LexiconError."""
        return cls(read_word_parts(folder), analyser, read_table())

    def split(self, form: str, lemma: str, upos: str, feats: Mapping[str, str]) -> tuple[str, ...]:
        """The parts of a token that was read so; they join to ``form``, the apostrophe with the suffix behind it."""
        for at in range(_SHORTEST, len(form)):
            back = letters.folded(form[at:])
            fitting = [rule for rule in self._rules if back in rule.strings and upos in rule.upos]
            front = form[:at].rstrip(APOSTROPHES)
            if fitting and self._remains(front, lemma, feats.get("VerbForm", ""), fitting):
                return front, form[len(front) :]
        return (form,)

    def _remains(self, front: str, lemma: str, verb_form: str, rules: list[_Rule]) -> bool:
        """True if the letters before the cut are a word of that lemma, in a form that one of the rules wants."""
        return any(
            letters.folded(reading.lemma) == letters.folded(lemma)
            # “etmedim” is no verbal noun with a copula. That -ken makes a converb of its noun says nothing of the noun.
            and (reading.upos != "VERB" or reading.feats.get("VerbForm", "") == verb_form)
            and any(reading.upos in rule.upos and _has(reading.feats, rule.front) for rule in rules)
            for reading in self._analyser.analyse(front)
        )


def _rule(entry: WordPart, table: SuffixTable) -> _Rule:
    strings: set[str] = set()
    for part in entry.part:
        if part.startswith("-"):
            strings.add(part[1:])
        elif part in table.joints:
            strings |= {
                string
                for string, steps in table.endings[table.joints.index(part)].items()
                if string and any(name in entry.gives for step in steps for name, _ in step.feats)
            }
        else:
            raise LexiconError.wrong_value(entry.at, "part", part, [*table.joints, "-ek"])
    try:
        return _Rule(frozenset(strings), entry.upos, features_of(entry.front))
    except ValueError:
        raise LexiconError.wrong_shape(entry.at, "front", "“Ad=Değer|Ad=Değer” biçiminde") from None


def _has(feats: Mapping[str, str], wanted: Features) -> bool:
    return all(feats.get(name) == value for name, value in wanted)
