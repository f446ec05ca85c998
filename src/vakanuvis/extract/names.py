"""Find the names of people, each with what shows it to be one.

In:  Lines with their titles.
Out: NameUses in the order of the text.

    Bakan Ursula von der Leyen, Sinem Sorgun'u ve Putin'i kabul etti.
          ~~~~~~~~~~~~~~~~~~~~  ~~~~~~~~~~~~      ~~~~~
          title                 given name        known
    (The minister received …)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from vakanuvis.extract.name_words import NameWords, joined
from vakanuvis.extract.seen_names import is_seen
from vakanuvis.extract.signs import Line
from vakanuvis.extract.titles import TitleUse
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.matcher import Form
from vakanuvis.lexicon.world import Politician
from vakanuvis.record.span import Span
from vakanuvis.text.letters import folded

LONGEST_NAME = 5  # words, particles not counted
UNDECLINED = ("", "Nom", "Equ")  # the last three letters of `Çakırca` are no ending: names do not take it
_ROMAN = re.compile(r"[IVX]+\.|\d{1,2}\.")
_RULES = {
    "title": "title-before-name",
    "label": "name-label",
    "byline": "byline",
    "known": "surname-again",
    "relation": "relation",
}


@dataclass(slots=True)
class NameUse:
    """A name at its place, with the titles that stand with it.

    ``words`` is the name without endings; ``evidence`` what showed it: ``title``, ``known``, ``given``, ``label``
    (behind a word of kinship), ``relation`` (behind `mevkidaşı`) or ``byline``.
    """

    line: Line
    first: int
    end: int
    words: tuple[str, ...]
    span: Span
    evidence: str
    known: Politician | None = None
    titles: list[TitleUse] = field(default_factory=list)

    @property
    def because(self) -> str:
        """The rule or the lexicon entry that showed the name."""
        if self.evidence == "known" and self.known is not None:
            return f"politicians:{self.known.name}"
        return f"given_names:{self.words[0]}" if self.evidence == "given" else _RULES[self.evidence]

    @property
    def sentence(self) -> int:
        """Index of the sentence."""
        return self.line.sentence.index


def find_names(
    line: Line, titles: list[TitleUse], lexicon: ActorLexicon, *, marks_lost: bool, seen: Collection[str] = ()
) -> list[NameUse]:
    """All names of people in a sentence, as far as the sentence itself shows them.

    ``marks_lost``: the article prints names without apostrophes (`Putinin`). ``seen``: names of one word, folded, that
    the article as a whole shows.
    """
    found: dict[int, NameUse] = {}
    taken: set[int] = set()
    finder = _Finder(line, lexicon, marks_lost, seen)
    for title in titles:
        if title.case:
            continue
        for named in finder.after_title(title):
            if not taken & set(range(named.first, named.end)):
                named.titles.append(title)
                found[named.first] = named
                taken.update(range(named.first, named.end))
    for title in titles:
        tied = finder.around_title(title) if not title.case and not title.plural else None
        if tied is not None and not taken & set(range(tied.first, tied.end)):
            tied.titles.append(title)
            found[tied.first] = tied
            taken.update(range(tied.first, tied.end))
    for at in range(len(line.forms)):
        use = None if at in taken else finder.alone(at, taken)
        if use is not None:
            found[use.first] = use
            taken.update(range(use.first, use.end))
    return [found[first] for first in sorted(found)]


class _Finder:
    """Finds names in one sentence."""

    def __init__(self, line: Line, lexicon: ActorLexicon, marks_lost: bool, seen: Collection[str]) -> None:
        self.line = line
        self.seen = seen
        self.lexicon = lexicon
        self.marks_lost = marks_lost
        self.words = NameWords(line, lexicon)

    def after_title(self, title: TitleUse) -> Iterator[NameUse]:
        """The name behind a title; behind a title in the plural, all names of the coordination."""
        at = title.end
        while True:
            use = self._name(at, "title", title=title)
            if use is None:
                return
            yield use
            if not title.plural or use.end >= len(self.line.forms) or not self._joins(use.end):
                return
            at = use.end + 1

    def around_title(self, title: TitleUse) -> NameUse | None:
        """A name in apposition (`Sorgun, Merova Başbakanı,`) or tied by a word (`Bakan olarak atanan Sorgun`)."""
        forms, end = self.line.forms, title.end
        if title.first > 1 and forms[title.first - 1].printed == "," and title.owner is not None:
            closed = end >= len(forms) or not forms[end].printed[:1].isalnum()
            first = title.first - 1
            while first and self.words.is_name_word(first - 1, first=False):
                first -= 1
            use = self._name(first, "title", title=title) if closed and first < title.first - 1 else None
            if use is not None and use.end == title.first - 1 and not forms[use.end - 1].cut:
                return use
        if end < len(forms) and forms[end].folded in self.lexicon.serving:
            for at in range(end + 1, min(end + 3, len(forms))):
                if self.words.is_name_word(at, first=True):
                    return self._name(at, "title", title=title)
        return None

    def _joins(self, at: int) -> bool:
        return self.line.forms[at].folded in (",", "ve", "ile")

    def alone(self, at: int, taken: set[int]) -> NameUse | None:
        """A name that no title shows: a known one, a given name with a surname, or what the label says."""
        form = self.line.forms[at]
        if not form.capital and not _ROMAN.fullmatch(form.printed):
            return None
        return (
            self._known(at, taken)
            or self._given(at, taken)
            or self._labelled(at, taken)
            or self._counterpart(at, taken)
        )

    def _known(self, at: int, taken: set[int]) -> NameUse | None:
        line = self.line
        hits = self.lexicon.politicians.longest(line.forms, at)
        if not hits or not line.forms[at].capital or any(n in taken for n in range(at, hits[0].end)):
            return None
        hit = hits[0]
        whole = hit.end - hit.first > 1
        if not whole and not line.free(at):
            return None
        # A short name may be the middle of somebody else's: Ali Erdoğan, Erdoğan Toprak.
        if not whole and (
            self.words.is_name_word(hit.end, first=False) and not line.forms[at].cut and not line.capitals
        ):
            return None
        if not whole and at and not line.opens(at) and self.words.is_given(at - 1) and (at - 1) not in taken:
            return None
        if self.words.is_thing(at, hit.end):
            return None
        keep = hit.stem_length
        words = (*tuple(f.text for f in line.forms[at : hit.end - 1]), line.forms[hit.end - 1].text[:keep])
        return NameUse(line, at, hit.end, words, line.span(at, hit.end, keep=keep), "known", hit.entry)

    def _given(self, at: int, taken: set[int]) -> NameUse | None:
        form = self.line.forms[at]
        if form.cut or not self.line.free(at):
            return None
        byline = self.line.sentence.kind == "byline" and len(self.line.forms) <= 4 and at == 0
        everyday = form.folded in self.lexicon.world.everyday_given
        if form.folded not in self.lexicon.world.given and not (everyday and (byline or self._is_surname(at + 1))):
            return None
        if self.line.capitals and not byline:
            return None
        use = self._name(at, "byline" if byline else "given")
        if use is None or len(use.words) < 2 or taken & set(range(use.first, use.end)):
            return None
        return use

    def _is_surname(self, at: int) -> bool:
        """True if the label says that a person's name goes on here."""
        return (
            at < len(self.line.forms) and self.line.label(at) == "PERSON" and self.words.is_name_word(at, first=False)
        )

    def _labelled(self, at: int, taken: set[int]) -> NameUse | None:
        """A name that only the network sees counts behind a word of kinship (`eşi`), or where it acts as people do.

        By itself the label takes every second foreign company for a person.
        """
        line = self.line
        kin = at and line.forms[at - 1].folded in self.lexicon.kin and line.label(at) == "PERSON"
        again = folded(line.forms[at].stem if line.forms[at].cut else line.forms[at].text) in self.seen
        if not kin and not again and not is_seen(line, at):
            return None
        use = self._name(at, "label") if line.free(at) and self.words.is_name_word(at, first=True) else None
        return None if use is None or taken & set(range(use.first, use.end)) else use

    def _counterpart(self, at: int, taken: set[int]) -> NameUse | None:
        """`Rus mevkidaşı Sidorkov`: as behind a title."""
        hits = self.lexicon.relations.longest(self.line.forms, at - 1) if at else []
        if not hits or not hits[0].inflection.owner or hits[0].inflection.case or hits[0].inflection.plural:
            return None
        use = self._name(at, "relation") if self.line.free(at) and self.words.is_name_word(at, first=True) else None
        return None if use is None or taken & set(range(use.first, use.end)) else use

    def _name(self, at: int, evidence: str, *, title: TitleUse | None = None) -> NameUse | None:
        """The run of name words that begins here, or None. Behind a title one word is enough."""
        forms = self.line.forms
        while at < len(forms) and forms[at].folded in self.lexicon.honorifics:
            at += 1
        first = at
        count = 0
        while at < len(forms) and count < LONGEST_NAME:
            form = forms[at]
            if count and not form.capital and form.printed in self.lexicon.world.particles and self._reaches(at):
                at += 1
                continue
            if not count and _ROMAN.fullmatch(form.printed) and self.words.is_name_word(at + 1, first=True):
                at += 1
                continue
            if not self.words.is_name_word(at, first=not count, behind_title=title is not None):
                break
            if self.line.capitals and count and evidence != "byline" and not self.words.is_given(at - 1):
                break
            count += 1
            at += 1
            if form.cut:
                break
            if count > 1 and self.words.is_double(at):
                at += 1
                continue
            if form.printed.endswith("-") or (self.marks_lost and self._fused(form, at - 1) != form.text and count):
                break
        if not count:
            return None
        whole = [hit for hit in self.lexicon.politicians.longest(forms, first) if first + 1 < hit.end <= at]
        at = whole[0].end if whole else at
        if self.words.is_thing(first, at):
            return None
        known = self._known_as(first, at)
        words = self._words(first, at)
        keep = None if forms[at - 1].cut else len(self._fused(forms[at - 1], at - 1))
        return NameUse(self.line, first, at, words, self.line.span(first, at, keep=keep), evidence, known)

    def _reaches(self, at: int) -> bool:
        """True if name words follow the particles that begin here."""
        forms = self.line.forms
        while at < len(forms) and forms[at].printed in self.lexicon.world.particles:
            at += 1
        return at < len(forms) and self.words.is_name_word(at, first=False)

    def _words(self, first: int, end: int) -> tuple[str, ...]:
        forms = self.line.forms
        last = forms[end - 1]
        plain = last.text[: len(last.stem)] if last.cut else self._fused(last, end - 1)
        return joined([*(form.text for form in forms[first : end - 1]), plain])

    def _fused(self, form: Form, at: int) -> str:
        """A surname without the ending that lost its apostrophe: `Putinin` → `Putin`."""
        case = self.line.sentence.words[at].case
        if case in UNDECLINED or at in self.line.whole:
            return form.text
        for hit in self.lexicon.politicians.longest(self.line.forms, at):
            if hit.end == at + 1 and hit.inflection.letters:
                return form.text[: hit.stem_length]
        if not self.marks_lost or form.folded in self.lexicon.world.given:
            return form.text
        for length in range(len(form.folded) - 1, 2, -1):
            found = self.lexicon.endings.split(form.folded, form.folded[:length], strict=True)
            if found is not None and not found.plural and (found.case == case or (found.owner and case == "Acc")):
                return form.text[:length]
        return form.text

    def _known_as(self, first: int, end: int) -> Politician | None:
        for hit in self.lexicon.politicians.longest(self.line.forms, first):
            if hit.end == end:
                return hit.entry
        if end - first > 1:
            # The full name with a middle name or without one: the surname, if it is enough by itself.
            for hit in self.lexicon.politicians.longest(self.line.forms, end - 1):
                first_name = folded(hit.entry.name.split()[0])
                if hit.end == end and self.line.forms[first].folded == first_name:
                    return hit.entry
        return None
