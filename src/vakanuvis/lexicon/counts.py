"""Read the words around a number: what multiplies it, how exact it is, what was counted.

In:  ``words/count_words.tsv``, with ``words/numbers.tsv`` beside it.
Out: CountLexicon, which knows what a word says of a number.

    yaklaşık 3 bin kişi öldü
    ~~~~~~~~   ~~~ ~~~~ ~~~
    about      times    dead
    (about three thousand people died)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.lexicon.files import read_tsv
from vakanuvis.lexicon.times import NumberWord
from vakanuvis.text.letters import folded

Says = Literal["times", "about", "least", "most", "grown", "total", "dead", "hurt", "people", "hour"]


@dataclass(frozen=True, slots=True)
class CountWord:
    """A word beside a number, in its dictionary form; its fields are explained at the top of the file."""

    word: str
    says: Says
    example: str
    value: int = 0
    never: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class CountLexicon:
    """``numbers``: value of each number word; ``times``: what multiplies; ``words``: by what they say, as lemmas."""

    numbers: Mapping[str, int]
    times: Mapping[str, int]
    words: Mapping[str, tuple[CountWord, ...]]

    @classmethod
    def read(cls, folder: Path) -> CountLexicon:
        """Read both files from the lexicon folder. Raises LexiconError."""
        entries = read_tsv(folder / "words" / "count_words.tsv", CountWord)
        numbers = read_tsv(folder / "words" / "numbers.tsv", NumberWord)
        words: dict[str, tuple[CountWord, ...]] = {}
        for entry in entries:
            words[entry.says] = (*words.get(entry.says, ()), entry)
        return cls(
            {folded(number.word): number.value for number in numbers if number.value > 0},
            {folded(entry.word): entry.value for entry in entries if entry.says == "times"},
            words,
        )
