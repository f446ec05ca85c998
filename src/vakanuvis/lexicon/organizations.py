"""Bodies known by name, and the nouns for bodies, for groups of people and for things that carry names.

In:  ``world/organizations.yaml``, ``words/body_nouns.tsv``, ``words/people_nouns.yaml``, ``words/thing_nouns.tsv``.
Out: a BodyLexicon.

    BM yetkilileri İsrail ordusunu uyardı.
    ~~ ~~~~~~~~~~~        ~~~~~~~~
    (UN officials warned the Israeli army.)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_tsv, read_yaml


@dataclass(frozen=True, slots=True)
class Body:
    """One entry of ``organizations.yaml``; its fields are explained at the top of that file."""

    name: str
    code: str = ""
    sector: str = ""
    also: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A noun for a kind of body (``bakanlık``)."""

    noun: str
    sector: str
    kind: Literal["organ", "body", "rule"]
    example: str
    never: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class PeopleNoun:
    """A noun for people (``asker``). Sector ``source`` leaves the sector to the words before it.

    ``many``: only its plural is people (``güçler``).
    """

    noun: str
    sector: str
    examples: tuple[str, ...]
    many: bool = False
    not_: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class ThingNoun:
    """A noun at the end of a run of capitalised words that shows it to be no person (``Planı``)."""

    noun: str
    example: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class BodyLexicon:
    """All four files."""

    bodies: tuple[Body, ...]
    body_nouns: tuple[BodyNoun, ...]
    people_nouns: tuple[PeopleNoun, ...]
    thing_nouns: tuple[ThingNoun, ...]

    @classmethod
    def read(cls, folder: Path) -> BodyLexicon:
        """Read the files from the lexicon folder. Raises LexiconError."""
        bodies = read_yaml(folder / "world" / "organizations.yaml", Body)
        seen: dict[str, str] = {}
        for body in bodies:
            for name in (body.name, *body.also, *body.like):
                if name in seen:
                    file, _, line = body.at.rpartition(":")
                    raise LexiconError.repeated(f"{file}, satır {line}", name, seen[name])
                seen[name] = body.at
        words = folder / "words"
        return cls(
            bodies,
            read_tsv(words / "body_nouns.tsv", BodyNoun),
            read_yaml(words / "people_nouns.yaml", PeopleNoun),
            read_tsv(words / "thing_nouns.tsv", ThingNoun),
        )
