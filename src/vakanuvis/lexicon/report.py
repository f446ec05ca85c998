"""Read what the lexicon knows about saying: verbs, nouns, links and endings.

In:  ``words/report_verbs.yaml``, ``report_nouns.yaml``, ``report_links.tsv``, ``report_endings.tsv``.
Out: a ReportLexicon that answers which entries end in a word and which clause form a word has.

    Bakan, görüşmelerin sürdüğünü dile getirdi.
                        ~~~~~~~~~ ~~~~~~~~~~~~~
                        -dığını   dile getir
    (The minister voiced that the talks go on.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_tsv, read_yaml

Force = Literal[
    "accuse", "announce", "answer", "ask", "assert", "call", "claim", "condemn", "confirm", "demand", "deny", "estimate",
    "inform", "praise", "promise", "propose", "remind", "stress", "thank", "threaten", "warn",
    "wish", "write",
]  # fmt: skip
Content = Literal[
    "quote", "-dığını", "-dığına", "-dığından", "-dığının", "-dığı", "-masını", "-masına", "-masından", "-ması"
]
Takes = Literal["quote", "-dığı", "-ması", "-dığına", "occasion", "source", "informant"]
Form = Literal[
    "-dığını", "-dığına", "-dığından", "-dığının", "-dığı", "-masını", "-masına", "-masından", "-ması",
    "participle", "converb",
]  # fmt: skip

# In the passive what was said becomes the subject: gideceğini söyledi → gideceği söylendi.
_IN_PASSIVE = {"-dığını": "-dığı", "-masını": "-ması"}
_SHORTEST_PREFIX = 4  # letters: shorter stems (de, et, sor) are found by their lemma alone
_ARCHIPHONEMES = {"D": "[dt]", "I": "[ıiuü]", "A": "[ae]"}


@dataclass(frozen=True, slots=True)
class ReportExample:
    """A sentence with one statement in it; ``speaker`` and ``content`` as printed there."""

    text: str
    content: str
    speaker: str = ""
    kind: Literal["direct", "indirect", "mixed"] = "indirect"


@dataclass(frozen=True, slots=True)
class ReportVerb:
    """A verb of saying. ``content``: what it governs; ``passive``: stem of its last word in the passive."""

    verb: str
    passive: str
    english: str
    force: Force
    content: tuple[Content, ...]
    examples: tuple[ReportExample, ...] = ()
    not_: tuple[str, ...] = ()
    at: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words; the last one is the verb."""
        return tuple(self.verb.split())

    def governs(self, *, passive: bool) -> frozenset[str]:
        """Clause forms of what is said, in the active or the passive."""
        clauses = [form for form in self.content if form != "quote"]
        return frozenset(_IN_PASSIVE.get(form, form) if passive else form for form in clauses)


@dataclass(frozen=True, slots=True)
class ReportNoun:
    """A noun of saying. ``takes``: what it ties to a speaker; ``with_``: verbs that form a predicate with it."""

    noun: str
    english: str
    force: Force
    takes: tuple[Takes, ...]
    with_: tuple[str, ...] = ()
    examples: tuple[ReportExample, ...] = ()
    not_: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class ReportLink:
    """A word between what is said and the verb or noun of saying."""

    link: str
    english: str
    takes: tuple[str, ...]
    example: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class ReportEnding:
    """An ending, written with D for d/t, I for ı/i/u/ü and A for a/e, and the form that it makes."""

    ending: str
    form: Form
    example: str
    at: str = ""


class ReportLexicon:
    """Verbs, nouns, links and endings of saying, ready to be asked."""

    def __init__(
        self,
        verbs: tuple[ReportVerb, ...],
        nouns: tuple[ReportNoun, ...],
        links: tuple[ReportLink, ...],
        endings: tuple[ReportEnding, ...],
    ) -> None:
        self.verbs = verbs
        self.nouns = {noun.noun: noun for noun in nouns}
        self.links = {link.link: link for link in links}
        self._by_stem: dict[str, list[ReportVerb]] = {}
        for verb in verbs:
            for stem in {verb.parts[-1], verb.passive}:
                self._by_stem.setdefault(stem, []).append(verb)
        for found in self._by_stem.values():
            found.sort(key=lambda verb: -len(verb.parts))
        stems = [stem for stem in self._by_stem if len(stem) >= _SHORTEST_PREFIX]
        self._longest_first = tuple(sorted(stems, key=len, reverse=True))
        by_length = sorted(endings, key=lambda entry: -len(entry.ending))
        self._endings = tuple((_pattern(entry.ending), entry.form) for entry in by_length)
        self.form_of = lru_cache(maxsize=4096)(self._form_of)
        self.verbs_of = lru_cache(maxsize=4096)(self._verbs_of)

    @classmethod
    def read(cls, folder: Path) -> ReportLexicon:
        """Read the four files from the lexicon folder. Raises LexiconError."""
        words = folder / "words"
        verbs = read_yaml(words / "report_verbs.yaml", ReportVerb)
        nouns = read_yaml(words / "report_nouns.yaml", ReportNoun)
        _check(verbs, "verb")
        _check(nouns, "noun")
        links = read_tsv(words / "report_links.tsv", ReportLink)
        return cls(verbs, nouns, links, read_tsv(words / "report_endings.tsv", ReportEnding))

    def _form_of(self, form: str) -> str:
        """The form of a printed word in lower case (``sürdüğünü`` → ``-dığını``), or the empty string."""
        return next((name for pattern, name in self._endings if pattern.search(form)), "")

    def _verbs_of(self, lemma: str, form: str, verbal: bool) -> tuple[ReportVerb, ...]:
        """Entries whose last word this may be, longest first: by its lemma, or by its stem where the lemma is amiss."""
        found = self._by_stem.get(lemma)
        if found is None and verbal:
            stem = next((stem for stem in self._longest_first if form.startswith(stem)), "")
            found = self._by_stem.get(stem)
        return tuple(found or ())


Entry = TypeVar("Entry", ReportVerb, ReportNoun)


def _check(entries: tuple[Entry, ...], field: str) -> None:
    """Refuse entries without an example and entries written twice."""
    seen: dict[str, str] = {}
    for entry in entries:
        name = str(getattr(entry, field))
        place = entry.at.replace(":", ", satır ")
        if not entry.examples:
            raise LexiconError.no_examples(place, name)
        if name in seen:
            raise LexiconError.repeated(place, name, seen[name])
        seen[name] = place


def _pattern(ending: str) -> re.Pattern[str]:
    return re.compile("".join(_ARCHIPHONEMES.get(letter, re.escape(letter)) for letter in ending) + "$")
