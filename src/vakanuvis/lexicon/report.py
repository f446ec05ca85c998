"""Read what the lexicon knows about saying: verbs, nouns, links and endings.

In:  ``words/report_verbs.yaml``, ``report_nouns.yaml``, ``report_links.tsv``, ``report_endings.tsv``, ``media.yaml``.
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
from vakanuvis.lexicon.media import Media

Force = Literal[
    "accuse", "announce", "answer", "ask", "assert", "call", "claim", "condemn", "confirm", "demand", "deny",
    "estimate", "inform", "praise", "promise", "propose", "remind", "stress", "thank", "threaten", "warn", "wish",
    "write",
]  # fmt: skip
Content = Literal[
    "quote",
    "words",
    "-dığını",
    "-dığına",
    "-dığından",
    "-dığının",
    "-dığı",
    "-masını",
    "-masına",
    "-masından",
    "-ması",
    "-ma",
    "-maya",
]
Takes = Literal["quote", "-dığı", "-ması", "-ma", "-dığına", "occasion", "source", "informant"]
Form = Literal[
    "-dığını", "-dığına", "-dığından", "-dığının", "-dığı", "-masını", "-masına", "-masından", "-ması", "-ma", "-maya",
    "participle", "converb", "attribute", "negated", "noun", "noun in",
    "owned noun", "owned noun in",
]  # fmt: skip

# In the passive what was said becomes the subject: gideceğini söyledi → gideceği söylendi.
_IN_PASSIVE = {"-dığını": "-dığı", "-masını": "-ması"}
_NOUN_FORMS = ("noun", "noun in", "owned noun", "owned noun in")
_VOWELS = "aeıioöuü"
_SHORTEST_PREFIX = 4  # letters: shorter stems (de, sor) are found by their lemma alone
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
    """A verb of saying.

    ``content``: what it governs; ``passive``: stem of its last word in the passive; ``stems``: other spellings.
    """

    verb: str
    passive: str
    english: str
    force: Force
    content: tuple[Content, ...]
    stems: tuple[str, ...] = ()
    examples: tuple[ReportExample, ...] = ()
    not_: tuple[str, ...] = ()
    at: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words; the last one is the verb."""
        return tuple(self.verb.split())

    def governs(self, *, passive: bool) -> frozenset[str]:
        """Clause forms of what is said, in the active or the passive."""
        clauses = [form for form in self.content if form not in ("quote", "words")]
        return frozenset(_IN_PASSIVE.get(form, form) if passive else form for form in clauses)


@dataclass(frozen=True, slots=True)
class ReportNoun:
    """A noun of saying.

    ``takes``: what it ties to a speaker; ``with_``: verbs that form a predicate with it; ``stems``: how its stem is
    spelt before some endings (cevap, cevab-).
    """

    noun: str
    english: str
    force: Force
    takes: tuple[Takes, ...]
    stems: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    examples: tuple[ReportExample, ...] = ()
    not_: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class ReportLink:
    """A word between what is said and the verb or noun of saying, or behind the one who says it."""

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
        media: Media,
    ) -> None:
        self.media = media
        self.verbs = verbs
        self.nouns = {noun.noun: noun for noun in nouns}
        small = {link.link: link.takes for link in links if {"subject", "join", "agent"} & set(link.takes)}
        self.links = {link.link: link for link in links if link.link not in small}
        self.markers = frozenset(word for word, takes in small.items() if "subject" in takes)
        self.agents = frozenset(word for word, takes in small.items() if "agent" in takes)
        self.announcers = frozenset(word for word, link in self.links.items() if "announce" in link.takes)
        self.joins = frozenset(word for word, takes in small.items() if "join" in takes)
        self._by_lemma: dict[str, list[ReportVerb]] = {}
        self._by_prefix: dict[str, list[ReportVerb]] = {}
        for verb in verbs:
            stems = _spellings(verb)
            for stem in {verb.parts[-1], verb.passive, *verb.stems}:
                self._by_lemma.setdefault(stem, []).append(verb)
            for stem in stems:
                if _long_enough(verb, stem):
                    self._by_prefix.setdefault(stem[:2], []).append(verb)
        self.passives = {verb.parts[-1]: verb.passive for verb in verbs}
        self._noun_stems = {stem: noun for noun in nouns for stem in (noun.noun, *noun.stems)}
        by_length = sorted(endings, key=lambda entry: -len(entry.ending))
        self._endings = tuple(
            (_pattern(e.ending), e.form) for e in by_length if e.form not in (*_NOUN_FORMS, "negated")
        )
        self._negations = tuple(_pattern(e.ending) for e in by_length if e.form == "negated")
        self._tails = tuple((_pattern(e.ending), e.form) for e in endings if e.form in _NOUN_FORMS)
        self.form_of = lru_cache(maxsize=4096)(self._form_of)
        self.verbs_of = lru_cache(maxsize=4096)(self._verbs_of)
        self.noun_of = lru_cache(maxsize=4096)(self._noun_of)

    @classmethod
    def read(cls, folder: Path) -> ReportLexicon:
        """Read the five files from the lexicon folder. Raises LexiconError."""
        words = folder / "words"
        verbs = read_yaml(words / "report_verbs.yaml", ReportVerb)
        nouns = read_yaml(words / "report_nouns.yaml", ReportNoun)
        _check(verbs, "verb")
        _check(nouns, "noun")
        links = read_tsv(words / "report_links.tsv", ReportLink)
        endings = read_tsv(words / "report_endings.tsv", ReportEnding)
        tails = [_pattern(entry.ending) for entry in endings if entry.form in (*_NOUN_FORMS, "attribute")]
        return cls(verbs, nouns, links, endings, Media.read_with(folder, tails))

    def _form_of(self, form: str) -> str:
        """The form of a printed word in lower case (``sürdüğünü`` → ``-dığını``), or the empty string."""
        return next((name for pattern, name in self._endings if pattern.search(form)), "")

    def _verbs_of(self, lemma: str, form: str) -> tuple[ReportVerb, ...]:
        """Entries whose last word a verb may be, longest first: by its lemma, or by its stem if that is amiss."""
        found = list(self._by_lemma.get(lemma, ()))
        for verb in self._by_prefix.get(form[:2], ()):
            if verb not in found and any(
                form.startswith(stem) and _long_enough(verb, stem) for stem in _spellings(verb)
            ):
                found.append(verb)
        return tuple(sorted(found, key=lambda verb: (-len(verb.parts), -len(verb.parts[-1]))))

    def is_negated(self, form: str) -> bool:
        """True for the negative of a verb as printed: söylemedi, açıklamayan."""
        return any(pattern.search(form) for pattern in self._negations)

    def _noun_of(self, form: str) -> tuple[ReportNoun, str] | None:
        """The noun of a printed word, and its form: ``owned`` with a possessive, ``in`` in the locative."""
        for end in range(len(form), 2, -1):
            noun = self._noun_stems.get(form[:end])
            if noun is None:
                continue
            tail = form[end:]
            if not tail:
                return noun, _NOUN_FORMS[0]
            for pattern, name in self._tails:
                if pattern.fullmatch(tail):
                    return noun, name
        return None


def _spellings(verb: ReportVerb) -> frozenset[str]:
    """Stems by which the last word is known as printed: kaydet, kayded-; açıkla, açıkl-ıyor."""
    out = {verb.parts[-1], verb.passive, *verb.stems}
    for stem in (verb.parts[-1],):
        if stem.endswith("t"):
            out.add(stem[:-1] + "d")
        if stem[-1] in _VOWELS and len(stem) > _SHORTEST_PREFIX:
            out.add(stem[:-1])
    return frozenset(out)


def _long_enough(verb: ReportVerb, stem: str) -> bool:
    return len(stem) >= _SHORTEST_PREFIX or len(verb.parts) > 1 or stem in verb.stems


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
