"""Tell whether a word can be part of a person's name.

In:  a Line and the number of a word.
Out: yes or no.

    Süleyman Demirel Üniversitesi, Hasan eş-Şemri'yi ağırladı.
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~  ~~~~~~~~~~~~~~
    a thing                        a name
    (Süleyman Demirel University hosted Hasan al-Shammari.)
"""

from __future__ import annotations

import re

from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.matcher import Form
from vakanuvis.text.letters import is_all_capitals, is_capitalized

_INITIAL = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*")


class NameWords:
    """Knows the name words of one sentence."""

    def __init__(self, line: Line, lexicon: ActorLexicon) -> None:
        self.line = line
        self.lexicon = lexicon

    def is_name_word(self, at: int, *, first: bool, behind_title: bool = False) -> bool:
        """True if the word can be part of a person's name."""
        if at >= len(self.line.forms):
            return False
        form = self.line.forms[at]
        word = self.line.sentence.words[at]
        if (
            not self._is_capital(form)
            or word.quotation is not None
            or at in self.line.times
            or any(letter.isdigit() for letter in form.text)
        ):
            return False
        if form.folded in self.lexicon.postpositions:
            return False
        if _INITIAL.fullmatch(form.printed):
            return not first or behind_title
        if at in self.line.title_at:
            # A title word can be a surname: behind a given name, and not leading to another name.
            return not first and self.is_given(at - 1) and self.line.forms[at].cut
        if at in self.line.owner_at:
            return self._is_name_in_spite(at, first=first)
        mine = word.feats.get("Person[psor]") in ("1", "2") and (first or self.line.capitals)  # but Turki Ganim
        if mine or (word.upos == "VERB" and not self.is_given(at) and self.line.label(at) != "PERSON"):
            return False
        owned = word.upos == "NOUN" and word.feats.get("Person[psor]") == "3" and at not in self.line.whole
        if owned and self.line.label(at) != "PERSON":
            return False
        short = is_all_capitals(form.name) and len(form.name) < 4 and not self.line.capitals
        if len(form.folded) < 2 or (short and (first or not is_all_capitals(self.line.forms[at - 1].name))):
            return False
        if at in self.line.places and self.line.label(at) != "PERSON":
            return self._acts(at) if first and behind_title else not first and self.is_given(at - 1)
        shown = behind_title and self.line.label(at) == "PERSON"
        return not (self.lexicon.things.longest(self.line.forms, at) and not shown and first)

    def _is_capital(self, form: Form) -> bool:
        """`Sorgun` and `eş-Şemri`."""
        particle, _, name = form.printed.partition("-")
        return form.capital or (particle in self.lexicon.world.particles and is_capitalized(name))

    def _is_name_in_spite(self, at: int, *, first: bool) -> bool:
        """A people's name as a surname: `Hikmet Sami Türk'ün`."""
        hit = self.line.owner_at[at]
        label = self.line.label(at) == "PERSON"
        if hit.end - hit.first > 1 or (hit.entry.kind == "body" and not label):
            return False
        if hit.entry.kind in ("people", "capital") and not first:
            return self.is_given(at - 1) and (self.line.forms[at].cut or label)
        return label and not first and self.is_given(at - 1) and hit.entry.kind != "country"

    def is_thing(self, first: int, end: int) -> bool:
        """True if the run goes on to a noun for things: `Annan Planı`, `Süleyman Demirel Üniversitesi`."""
        forms = self.line.forms
        if self.line.capitals:
            return False
        for at in range(first + 1, min(len(forms), end + 3)):
            if forms[at - 1].cut or not forms[at].capital:
                break
            hits = self.lexicon.things.longest(forms, at)
            if hits and (hits[0].inflection.owner or at >= end or self.line.label(at) != "PERSON"):
                return True
        return False

    def _acts(self, at: int) -> bool:
        """A surname that is a place too: `Bakan Sorgun konuştu`, but not `Bakan Sorgun ilçesine gitti`."""
        follows = self.line.sentence.words[at + 1] if at + 1 < len(self.line.forms) else None
        return not self.line.forms[at].cut and (follows is None or follows.upos in ("VERB", "PUNCT", "CCONJ", "ADP"))

    def is_given(self, at: int) -> bool:
        """True for a given name, everyday word or not."""
        given = self.line.forms[at].folded
        return given in self.lexicon.world.given or given in self.lexicon.world.everyday_given

    def is_double(self, at: int) -> bool:
        """True before the second half of a surname: `Ada Halloway-Clarke`, but not `Leman Sorgun-Putin görüşmesi`."""
        words, behind = self.line.sentence.words, at + 1
        if behind >= len(words) or words[at].form != "-" or words[at].span.start != words[at - 1].span.end:
            return False
        if words[at].span.end != words[behind].span.start or self.lexicon.politicians.longest(self.line.forms, behind):
            return False
        name = self.is_name_word(behind, first=True) and not self.is_given(behind)
        return name and not self.is_name_word(behind + 1, first=False)


def joined(words: list[str]) -> tuple[str, ...]:
    """The words of a name; a surname of two halves is one."""
    whole = list(words)
    while "-" in whole:
        at = whole.index("-")
        whole[at - 1 : at + 2] = ["-".join((whole[at - 1], whole[at + 1]))]
    return tuple(whole)
