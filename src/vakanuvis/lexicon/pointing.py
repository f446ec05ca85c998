"""Words that point at somebody named before: pronouns, `konuğu`, `iki lider`, `taraflar`.

In:  ``lexicon/words/pointing_words.tsv``.
Out: a PointingLexicon: the words by what they say.

    Orel, konuğuna kılıç verdi. İki lider müzeyi gezdi.
          ~~~~~~~~              ~~~
    (Orel gave his guest a sword. The two leaders visited the museum.)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.lexicon.endings import NounEndings
from vakanuvis.lexicon.files import read_tsv
from vakanuvis.lexicon.matcher import Matcher
from vakanuvis.text.letters import folded

Says = Literal["other", "self", "guest", "host", "two", "pair", "people", "new", "said", "sides", "states"]
_PRONOUNS = ("other", "self")


@dataclass(frozen=True, slots=True)
class PointingWord:
    """A word in dictionary form, what it says, and a sentence in which it does."""

    word: str
    says: Says
    example: str
    never: str = ""
    at: str = ""


class PointingLexicon:
    """The words of the file: ``pronouns`` by lemma, ``nouns`` by their forms, ``two`` as printed (folded)."""

    def __init__(self, words: tuple[PointingWord, ...], endings: NounEndings) -> None:
        self.pronouns = {folded(entry.word): entry.says for entry in words if entry.says in _PRONOUNS}
        self.two = frozenset(folded(entry.word) for entry in words if entry.says == "two")
        self.hosts = frozenset(folded(entry.word) for entry in words if entry.says == "host")
        self.guests = frozenset(folded(entry.word) for entry in words if entry.says == "guest")
        self.new = frozenset(folded(entry.word) for entry in words if entry.says == "new")
        self.said = frozenset(folded(entry.word) for entry in words if entry.says == "said")
        self.nouns: Matcher[PointingWord] = Matcher(endings, owned=True)
        for entry in words:
            if entry.says not in (*_PRONOUNS, "new", "said", "two"):
                self.nouns.add(entry.word, entry)


def read_pointing_words(folder: Path) -> tuple[PointingWord, ...]:
    """The rows of ``words/pointing_words.tsv``. Raises LexiconError."""
    return read_tsv(folder / "words" / "pointing_words.tsv", PointingWord)
