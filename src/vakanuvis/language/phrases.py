"""Find multiword expressions by their dictionary forms.

In:  phrases of dictionary words (``dile getir``, ``ziyaret et``) and the words of a sentence.
Out: where each phrase stands, whatever endings its words carry and whatever small words stand between them.

    Bakan, endişelerini dile de getirmişti.
                        ~~~~    ~~~~~~~~~~
    (The minister had also voiced her concerns.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vakanuvis.record.words import Word
from vakanuvis.text.letters import lower

Entry = TypeVar("Entry")

# Words that may stand inside a phrase: `sözlerini şöyle sürdürdü`, `ifade de etti`, `açıklamayı bugün yaptı`.
_MAY_STAND_BETWEEN = frozenset({"ADV", "CCONJ", "PART", "DET", "ADJ", "PRON", "NUM", "AUX"})
WIDEST_GAP = 2  # words


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """A phrase found: its entry and the indexes of its words; the last one carries tense and person."""

    entry: Entry
    words: tuple[int, ...]

    @property
    def last(self) -> int:
        """Index of the word that carries the inflection of the whole."""
        return self.words[-1]


class PhraseTable(Generic[Entry]):
    """Phrases by their last word, which carries the inflection."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for phrase, entry in phrases:
            parts = tuple(phrase.split())
            self._by_last[parts[-1]].append((parts, entry))
        for found in self._by_last.values():
            found.sort(key=lambda item: -len(item[0]))

    def matches(self, words: Sequence[Word]) -> list[Match[Entry]]:
        """All phrases in ``words``. At each last word the longest phrases win; equally long ones all stand."""
        keys = [word_keys(word) for word in words]
        out: list[Match[Entry]] = []
        for at in range(len(words)):
            longest = 0
            for key in keys[at]:
                for parts, entry in self._by_last.get(key, ()):
                    if len(parts) < longest:
                        break
                    found = _reach_back(words, keys, parts, at)
                    if found:
                        if len(parts) > longest:
                            out = [match for match in out if match.last != at]
                        longest = len(parts)
                        out.append(Match(entry, found))
        return out


def word_keys(word: Word) -> tuple[str, ...]:
    """The dictionary forms under which a word is looked up: its lemma, then the form as printed."""
    keys = dict.fromkeys((lower(word.lemma), lower(word.form)))
    return tuple(key for key in keys if key)


def _reach_back(
    words: Sequence[Word], keys: list[tuple[str, ...]], parts: tuple[str, ...], at: int
) -> tuple[int, ...] | None:
    found = [at]
    for part in reversed(parts[:-1]):
        before = found[0] - 1
        gap = 0
        while before >= 0 and part not in keys[before]:
            if gap == WIDEST_GAP or words[before].upos not in _MAY_STAND_BETWEEN:
                return None
            gap += 1
            before -= 1
        if before < 0:
            return None
        found.insert(0, before)
    return tuple(found)
