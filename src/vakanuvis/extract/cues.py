"""Find the words that tie something said to whoever said it.

In:  a Line, the lexicon of saying.
Out: cues from left to right.

    Sözcü, kararın hatalı olduğunu belirterek uyarıda bulundu.
                                   ~~~~~~~~~~ ~~~~~~~~~~~~~~~
                                   converb    finite
    (Stating that the decision was wrong, the spokesman issued a warning.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from vakanuvis.extract.lines import Line
from vakanuvis.lexicon.report import ReportLexicon, ReportNoun, ReportVerb
from vakanuvis.record.words import Word
from vakanuvis.text.letters import lower

Shape = Literal["finite", "participle", "converb", "nested", "noun"]

WIDEST_GAP = 2  # words inside a multiword cue: sözlerini şöyle sürdürdü
_MAY_STAND_BETWEEN = frozenset({"ADV", "CCONJ", "PART", "DET", "ADJ", "PRON", "NUM", "AUX"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun of saying where it stands.

    ``first`` to ``last`` are word indexes; the last one carries the inflection. ``verb`` or ``noun`` is the entry, both
    None for a verb that only a ``link`` such as ``diye`` makes a verb of saying. ``shape``: ``nested`` is a reported
    clause itself (söylediğini).
    """

    first: int
    last: int
    shape: Shape
    name: str
    force: str
    verb: ReportVerb | None = None
    noun: ReportNoun | None = None
    passive: bool = False
    negated: bool = False
    link: str = ""

    @property
    def entry(self) -> str:
        """The lexicon entry, as `because` names it."""
        if self.noun is not None:
            return f"report_nouns:{self.noun.noun}"
        return f"report_verbs:{self.verb.verb}" if self.verb is not None else f"report_links:{self.link}"


def find_cues(line: Line, lexicon: ReportLexicon) -> list[Cue]:
    """Cues outside quotation marks; of two that share words the longer one stands."""
    found = [cue for at in range(len(line.words)) for cue in _cues_at(line, at, lexicon)]
    found.sort(key=lambda cue: (cue.first - cue.last, cue.noun is None, cue.first))
    out: list[Cue] = []
    for cue in found:
        clash = [other for other in out if cue.first <= other.last and other.first <= cue.last]
        if not clash:
            out.append(cue)
        elif clash[0].first == cue.first and clash[0].last == cue.last:
            # Noun and verb entry of one predicate (tepki + göster, tepki göster): what either governs.
            out[out.index(clash[0])] = replace(clash[0], verb=clash[0].verb or cue.verb)
    return sorted(out, key=lambda cue: cue.first)


def _cues_at(line: Line, at: int, lexicon: ReportLexicon) -> list[Cue]:
    word = line.words[at]
    if line.quote_at[at] is not None or not word.form[:1].isalpha() or line.printed(at) in lexicon.links:
        return []
    return [*_verb_cues(line, at, lexicon), *_noun_cues(line, at, lexicon), *_linked_cues(line, at, lexicon)]


def _verb_cues(line: Line, at: int, lexicon: ReportLexicon) -> list[Cue]:
    word, form = line.words[at], line.printed(at)
    shape = _shape(line, at)
    if shape is None:
        return []
    if word.upos not in ("VERB", "AUX", "X") and not line.forms[at]:
        return []
    for verb in lexicon.verbs_of(lower(word.lemma), form):
        first = _reach_back(line, at, verb.parts, lexicon)
        if first is not None:
            passive = form.startswith(verb.passive)
            return [Cue(first, at, shape, verb.verb, verb.force, verb, None, passive, lexicon.is_negated(form))]
    return []


def _noun_cues(line: Line, at: int, lexicon: ReportLexicon) -> list[Cue]:
    noun = noun_at(line, at, lexicon)
    if noun is None:
        return []
    genitive = line.words[at].case == "Gen"  # taahhütlerin bulunduğunu: no predicate with the noun
    for end in range(at + 1, at + 1 if genitive else min(at + 2 + WIDEST_GAP, len(line.words))):
        if line.quote_at[end] is not None or not line.words[end].form[:1].isalpha():
            break
        last = _light_verb(line, end, noun)
        shape = _shape(line, last) if last is not None else None
        if last is not None and shape is not None:
            word = line.words[last]
            passive = _is_passive(word, line.printed(last), lexicon)
            return [
                Cue(at, last, shape, noun.noun, noun.force, None, noun, passive, lexicon.is_negated(line.printed(last)))
            ]
    return [Cue(at, at, "noun", noun.noun, noun.force, None, noun)]


def noun_at(line: Line, at: int, lexicon: ReportLexicon) -> ReportNoun | None:
    """The noun of saying at a word, known by its printed form: the tagger may take açıklama for a verb."""
    if line.words[at].upos == "PROPN" and at and not line.words[at].form.islower():
        return None
    found = lexicon.noun_of(line.printed(at))
    return found[0] if found else None


def is_owned(line: Line, at: int, lexicon: ReportLexicon) -> bool:
    """True if a noun of saying carries a possessive."""
    found = lexicon.noun_of(line.printed(at))
    return "Person[psor]" in line.words[at].feats or (found is not None and found[1].startswith("owned"))


def is_located(line: Line, at: int, lexicon: ReportLexicon) -> bool:
    """True if a noun of saying stands in the locative: `açıklamada`."""
    found = lexicon.noun_of(line.printed(at))
    return found is not None and found[1].endswith("in")


def _light_verb(line: Line, at: int, noun: ReportNoun) -> int | None:
    """The word that carries the inflection of noun and verb: `uyarısında bulundu`, `ifadelerine yer verdi`."""
    lemma, form = lower(line.words[at].lemma), line.printed(at)
    if not any(lemma == part or (len(part) > 3 and form.startswith(part)) for part in noun.with_):
        return None
    if line.words[at].upos in ("VERB", "AUX") or _shape(line, at) == "converb":
        return at
    verb = at + 1
    return verb if verb < len(line.words) and line.words[verb].upos in ("VERB", "AUX") else None


def _linked_cues(line: Line, at: int, lexicon: ReportLexicon) -> list[Cue]:
    """Any verb behind `"…" diye`."""
    word = line.words[at]
    if at < 2 or word.upos != "VERB" or line.printed(at - 1) not in lexicon.links:
        return []
    quoted = line.quote_at[at - 2]
    link = lexicon.links[line.printed(at - 1)]
    if quoted is None or not quoted.speech or "quote" not in link.takes or "-dığı" in link.takes:
        return []
    shape = _shape(line, at)
    if shape in (None, "nested"):
        return []
    negated = lexicon.is_negated(line.printed(at))
    return [Cue(at - 1, at, shape or "finite", lower(word.lemma), "assert", negated=negated, link=link.link)]


def _reach_back(line: Line, at: int, parts: tuple[str, ...], lexicon: ReportLexicon) -> int | None:
    """The first word of a multiword cue that ends at ``at``."""
    first = at
    for part in reversed(parts[:-1]):
        before, gap = first - 1, 0
        while before >= 0 and not _is_part(line, before, part, lexicon):
            if gap == WIDEST_GAP or line.words[before].upos not in _MAY_STAND_BETWEEN:
                return None
            gap += 1
            before -= 1
        if before < 0:
            return None
        first = before
    return first


def _is_part(line: Line, at: int, part: str, lexicon: ReportLexicon) -> bool:
    form = line.printed(at)
    noun = lexicon.noun_of(form)
    if noun is not None and noun[0].noun == part:
        return line.words[at].case != "Gen"
    return part in (form, lower(line.words[at].lemma)) or (
        len(part) > 2 and form.startswith(part) and len(form) > len(part) + 2
    )


def _shape(line: Line, at: int) -> Shape | None:
    """How the predicate is bound; None for verbal nouns, which tie nothing to anybody."""
    word, form = line.words[at], line.forms[at]
    if form in ("participle", "converb"):
        return "participle" if form == "participle" else "converb"
    if form.startswith("-dığ"):
        return "nested"
    verb_form = word.feats.get("VerbForm", "")
    if verb_form == "Conv":
        return "converb"
    if at in line.gerunds and not word.is_finite:
        return None
    if form or verb_form == "Vnoun" or (word.case and not verb_form) or word.upos not in ("VERB", "AUX", "X", "NOUN"):
        return "converb" if verb_form == "Vnoun" and word.case == "Ins" else None
    if word.upos == "NOUN" and (word.case or "Person[psor]" in word.feats):
        return None
    return "finite"


def _is_passive(word: Word, form: str, lexicon: ReportLexicon) -> bool:
    """True for the passive of a verb that goes with a noun: `çağrısı yapıldı`."""
    known = [passive for stem, passive in lexicon.passives.items() if form.startswith((stem, passive))]
    return form.startswith(max(known, key=len)) if known else "Pass" in word.feats.get("Voice", "")
