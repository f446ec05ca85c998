"""Take a word apart: stem shapes from the left, suffix strings to the end.

In:  lower-case letters without circumflex.
Out: every stem with every chain of suffixes that the sound laws allow.

    edilmesinin = ed (et-, before a vowel) + il·me (passive, verbal noun) + sinin (its, genitive)
    (of its being done)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vakanuvis.language.morphotactics import END
from vakanuvis.language.phonology import VOWELS, ending_of, signature_of
from vakanuvis.language.stems import Stem, Stems
from vakanuvis.language.suffixes import ANY, Features, Step, SuffixTable, fits, needs_of

_AFTER_A_SUFFIX = needs_of("aorist_i long")  # a stem with a suffix on it is long, and long stems take -Ir
_LONGEST_SUFFIX = 24


class Ending(NamedTuple):
    """What the letters behind a stem say. ``tail`` are those that belong to the lemma, from the stem on."""

    feats: Features = ()
    upos: str = ""
    tail: str = ""


class Reading(NamedTuple):
    """A stem with an ending; ``shape`` is how the stem is printed."""

    stem: Stem
    shape: str
    ending: Ending

    @property
    def lemma(self) -> str:
        """Dictionary form, with derivational suffixes where there are some (ed-ici → edici)."""
        if not self.ending.tail:
            return self.stem.lemma
        regular = len(self.shape) == len(self.stem.lemma) and self.shape[-1] == self.stem.lemma[-1]
        return (self.stem.lemma if regular else self.shape) + self.ending.tail

    @property
    def length(self) -> int:
        """Letters that the stem takes."""
        return len(self.shape)

    @property
    def upos(self) -> str:
        """Part of speech."""
        return self.ending.upos or self.stem.upos

    @property
    def feats(self) -> Features:
        """UD features, sorted."""
        return merged(self.stem.feats, self.ending.feats)


def merged(*layers: Features) -> Features:
    """Features of all layers; a later one writes over an earlier one, an empty value takes it away."""
    out = dict(pair for layer in layers for pair in layer)
    return tuple(sorted((name, value) for name, value in out.items() if value))


class Inflection:
    """Stems and suffix table, ready to take words apart."""

    def __init__(self, stems: Stems, table: SuffixTable) -> None:
        self.stems = stems
        self._table = table
        self._numbers = {name: number for number, name in enumerate(table.joints)}
        self._causative = self._numbers.get("causative", -2)

    def readings(self, letters: str) -> list[Reading]:
        """Every way to read the letters with a known stem."""
        found = []
        for length in range(1, len(letters) + 1):
            for stem in self.stems.get(letters[:length], ()):
                found += [Reading(stem, letters[:length], ending) for ending in self.after(letters, length, stem)]
        return found

    def after(self, letters: str, length: int, stem: Stem) -> Iterator[Ending]:
        """The endings a stem may have that takes the first ``length`` letters."""
        if stem.joint == END:
            if length == len(letters):
                yield Ending()
            return
        signature = signature_of(letters[:length], stem.harmony)
        yield from self._walk(letters, length, stem.joint, signature, (stem.next, stem.needs))

    def alone(self, suffix: str, joint: str) -> Iterator[Ending]:
        """The readings of a suffix behind an apostrophe: names are foreign, so harmony and buffers do not count."""
        yield from self._walk(suffix, 0, joint, None, (ANY, 0))

    def _walk(
        self, letters: str, at: int, joint: str, signature: int | None, constraint: tuple[int, int]
    ) -> Iterator[Ending]:
        waiting = [(at, self._numbers[joint], signature, *constraint, Ending())]
        size, start = len(letters), at
        while waiting:
            at, number, signature, following, needs, before = waiting.pop()
            for state in self._table.opened[number]:
                steps = self._table.steps[state]
                for end in range(at, min(size, at + _LONGEST_SUFFIX) + 1):
                    string = letters[at:end]
                    for step in steps.get(string, ()):
                        if step.to < 0 and end < size:
                            continue
                        if signature is not None and not step.mask >> signature & 1:
                            continue
                        if step.needs & ~needs or not ((end == at and step.to >= 0) or fits(following, string)):
                            continue
                        if step.tail is None:
                            feats = merged(before.feats, step.feats) if before.feats else step.feats
                            ending = Ending(feats, step.upos or before.upos, before.tail)
                        else:
                            ending = Ending(step.feats, step.upos or before.upos, letters[start:at] + step.tail)
                        if step.to < 0:
                            yield ending
                        elif end == at:
                            waiting.append((at, step.to, signature, following, needs, ending))
                        else:
                            if signature is not None and self._is_listed(letters, end, step):
                                continue
                            onward = None if signature is None else _signature(letters, at, end, signature)
                            waiting.append((end, step.to, onward, step.next, _AFTER_A_SUFFIX, ending))

    def _is_listed(self, letters: str, end: int, step: Step) -> bool:
        """True if the dictionary has the derived stem: then it is read whole, not taken apart."""
        if step.to != self._causative and step.tail is None:
            return False
        shape = letters[:end]
        stems = self.stems.get(shape, ())
        if step.tail is None:
            return any(stem.upos == "VERB" for stem in stems)
        return any(stem.upos in ("NOUN", "ADJ", "VERB", "ADV") and stem.joint != END for stem in stems)


def _signature(letters: str, at: int, end: int, before: int) -> int:
    if any(letter in VOWELS for letter in letters[at:end]):
        return signature_of(letters[:end])
    return before // 4 * 4 + ending_of(letters[:end])
