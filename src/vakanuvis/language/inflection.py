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
from vakanuvis.language.phonology import SIGNATURES, ending_of, harmony_of, signature_of
from vakanuvis.language.stems import Stem, Stems
from vakanuvis.language.suffixes import ANY, Features, Step, SuffixTable, fits, needs_of

_ANY_SIGNATURE = (1 << SIGNATURES) - 1
_AFTER_A_SUFFIX = needs_of("aorist_i long")  # a stem with a suffix on it is long, and long stems take -Ir


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
        self._longest = tuple(max(map(len, links), default=0) for links in table.links)
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
            bit = _ANY_SIGNATURE if signature is None else 1 << signature
            rest = letters[at:]
            for state in self._table.opened[number]:
                for step in self._table.endings[state].get(rest, ()):
                    if step.mask & bit and not step.needs & ~needs and fits(following, rest):
                        yield _onward(before, step, letters[start:at])
                links = self._table.links[state]
                for end in range(at, min(size, at + self._longest[state]) + 1):
                    for step in links.get(letters[at:end], ()):
                        if not step.mask & bit or step.needs & ~needs:
                            continue
                        ending = _onward(before, step, letters[start:at])
                        if end == at:
                            waiting.append((at, step.to, signature, following, needs, ending))
                        elif fits(following, letters[at:end]) and (
                            signature is None or not self._is_listed(letters, end, step)
                        ):
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


def _onward(before: Ending, step: Step, stem_tail: str) -> Ending:
    """The ending with one more step; a derivation begins the features anew."""
    if step.tail is not None:
        return Ending(step.feats, step.upos or before.upos, stem_tail + step.tail)
    feats = merged(before.feats, step.feats) if before.feats else step.feats
    return Ending(feats, step.upos or before.upos, before.tail)


def _signature(letters: str, at: int, end: int, before: int) -> int:
    return harmony_of(letters[at:end], before // 4) * 4 + ending_of(letters[end - 1])
