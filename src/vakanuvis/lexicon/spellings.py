"""How a foreign name may sound that Turkish papers spell in several ways.

In:  ``world/name_languages.tsv`` (which languages the names of a state come from) and ``world/name_spellings.tsv``
     (which groups of letters write the same sound in a language).
Out: NameSpellings: for a word and a state, the sounds that it may write. Two spellings are one name if they share one.

    Zaharova, Zakharova     →  ru:zaharova
    Cinping, Jinping        →  zh:cinping
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from vakanuvis.lexicon.files import read_tsv
from vakanuvis.text.letters import unmarked

# A letter with two sounds doubles the readings of a word; the longest name of the lexicon's examples has 24.
_MOST_SOUNDS = 64
_DOUBLED = re.compile(r"(.)\1+")
_WORD_BREAK = re.compile(r"[\s\-‐‑–]+")
_INSIDE_A_WORD = str.maketrans("", "", "'’‘`.,\"“”()")

Where = Literal["", "start", "end", "word"]


@dataclass(frozen=True, slots=True)
class NameLanguage:
    """A language that names come from; its fields are explained at the top of ``name_languages.tsv``."""

    language: str
    countries: tuple[str, ...]
    surname: Literal["first", "last"]
    example: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class NameSpelling:
    """Spellings of one sound; its fields are explained at the top of ``name_spellings.tsv``."""

    sound: str
    spellings: tuple[str, ...]
    languages: tuple[str, ...]
    where: Where = ""
    example: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    at: str = ""


class NameSpellings:
    """Both files, ready for asking how a word may sound."""

    def __init__(self, languages: Iterable[NameLanguage], rows: Iterable[NameSpelling]) -> None:
        self.languages = tuple(languages)
        self.rows = tuple(rows)
        self.surname_first = frozenset(
            code for language in self.languages if language.surname == "first" for code in language.countries
        )
        self._spoken: dict[str, tuple[str, ...]] = {}
        for language in self.languages:
            for code in language.countries:
                self._spoken[code] = (*self._spoken.get(code, ()), language.language)
        self._tables = {language.language: _table(language.language, self.rows) for language in self.languages}
        self._sounds_in = lru_cache(maxsize=1 << 15)(self._read_word)
        self.sounds = lru_cache(maxsize=1 << 15)(self._read_words)

    @classmethod
    def read(cls, folder: Path) -> NameSpellings:
        """Read both files from the lexicon folder. Raises LexiconError."""
        world = folder / "world"
        return cls(
            read_tsv(world / "name_languages.tsv", NameLanguage), read_tsv(world / "name_spellings.tsv", NameSpelling)
        )

    def languages_of(self, country: str | None, *, is_state: bool = True) -> tuple[str, ...]:
        """The languages of a state's names; all of them where no state, or a body of many states, is given."""
        if country is None or not is_state:
            return tuple(self._tables)
        return self._spoken.get(country, ())

    def _read_words(self, words: tuple[str, ...], languages: tuple[str, ...]) -> frozenset[str]:
        """The sounds of a name, given as its words in plain letters: ``language:sound``, and the letters themselves.

        Where the words are cut does not count: Jae-in is Jaein, Abdel Fattah is Abdülfettah.
        """
        found = {":" + _single("".join(words))}
        for language in languages:
            ways = [""]
            for word in words:
                ways = [way + sound for way in ways for sound in self._sounds_in(word, language)][:_MOST_SOUNDS]
            found.update(f"{language}:{_single(way)}" for way in ways)
        return frozenset(found)

    def _read_word(self, word: str, language: str) -> tuple[str, ...]:
        whole, table = self._tables[language]
        regular = _sounds(word, table)
        return tuple(dict.fromkeys([*whole.get(word, ()), *regular]))[:_MOST_SOUNDS]


def _single(letters: str) -> str:
    """Doubled letters come and go: Bennett, Bennet."""
    return _DOUBLED.sub(r"\1", letters)


_Table = Mapping[str, tuple[tuple[str, Where], ...]]


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters: ``Ebu Muhammed el-Colani`` → ebu, muhammed, el, colani."""
    return tuple(word for word in _WORD_BREAK.split(unmarked(name).translate(_INSIDE_A_WORD)) if word)


def _table(language: str, rows: Iterable[NameSpelling]) -> tuple[dict[str, tuple[str, ...]], _Table]:
    """Whole words with their sounds, and groups of letters with their sounds and places."""
    whole: dict[str, tuple[str, ...]] = {}
    parts: dict[str, tuple[tuple[str, Where], ...]] = {}
    for row in rows:
        if language not in row.languages:
            continue
        for spelling in map(unmarked, (row.sound, *row.spellings)):
            if row.where == "word":
                whole[spelling] = (*whole.get(spelling, ()), row.sound)
            else:
                parts[spelling] = (*parts.get(spelling, ()), (row.sound, row.where))
    return whole, parts


def _sounds(word: str, table: _Table) -> tuple[str, ...]:
    """Every way to read the word, taking the longest group of letters at each place."""
    longest = max(map(len, table), default=1)
    ways: list[list[str]] = [[] for _ in range(len(word) + 1)]
    ways[0] = [""]
    for start in range(len(word)):
        if not ways[start]:
            continue
        end, sounds = _next_group(word, start, table, longest)
        reached = [way + sound for way in ways[start] for sound in sounds]
        ways[end] = list(dict.fromkeys(ways[end] + reached))[:_MOST_SOUNDS]
    return tuple(ways[len(word)])


def _next_group(word: str, start: int, table: _Table, longest: int) -> tuple[int, tuple[str, ...]]:
    for end in range(min(len(word), start + longest), start, -1):
        fitting = tuple(
            sound
            for sound, where in table.get(word[start:end], ())
            if not where or (where == "start" and not start) or (where == "end" and end == len(word))
        )
        if fitting:
            return end, tuple(dict.fromkeys(fitting))
    return start + 1, (word[start],)
