"""Which suffixes are words of syntax inside a printed token, as ``words/word_parts.tsv`` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vakanuvis.lexicon.files import read_tsv


@dataclass(frozen=True, slots=True)
class WordPart:
    """Suffixes that stand apart in a printed token, and behind which readings.

    ``part``: a joint of the morphotactics, whose endings are meant, or suffixes after a hyphen. ``gives``: of the
    endings only those with one of these features. ``upos``: of the token, and of what remains. ``front``: what remains
    must have these features. Examples have a plus where the token is cut.
    """

    part: tuple[str, ...]
    upos: tuple[str, ...]
    examples: tuple[str, ...]
    gives: tuple[str, ...] = ()
    front: str = ""
    never: tuple[str, ...] = ()
    at: str = ""


def read_word_parts(folder: Path) -> tuple[WordPart, ...]:
    """The entries of a lexicon folder. Raises LexiconError."""
    return read_tsv(folder / "words" / "word_parts.tsv", WordPart)
