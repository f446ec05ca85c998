"""Find what a cue says was said, and where it begins.

In:  a Line, a Cue, the first word that is still free.
Out: a Found: the quoted run or the reported clause.

    Sözcü, dün yaptığı açıklamada, sınırın açık kalacağını söyledi.
                                   ~~~~~~~~~~~~~~~~~~~~~~~
    (In a statement yesterday the spokesman said that the border would stay open.)
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vakanuvis.extract.cues import Cue, is_located, is_owned, noun_at
from vakanuvis.extract.lines import Line, Quoted
from vakanuvis.lexicon.report import ReportLexicon

WIDEST_GAP = 9  # words between what was said and the cue: a speaker with a long title, a time, a place
_WIDEST_LINK = 2  # words between a link and a cue: yönünde bir taahhütte bulundu
# Slips of careless copy: gerçekleşeceği kaydetti, getirildiğini sözlerine eklendi.
_SLIPS = (("-dığı", False), ("-dığını", True))
_FRAME_CASES = ("Loc", "Abl", "Ins")
_SHORTEST_ANSWER = 2  # words of a quoted run that a cue may tie; one word only as an answer


@dataclass(frozen=True, slots=True)
class Found:
    """What was said: quoted runs, or a clause whose predicate is the word ``last``.

    ``first`` is the first word for quoted runs; for a clause it is found later, when the speaker is known. ``linked``
    says that a word such as ``diye`` or ``yönündeki`` stands behind it.
    """

    quotes: tuple[Quoted, ...]
    first: int | None
    last: int
    linked: bool = False

    @property
    def direct(self) -> bool:
        """True for quoted runs."""
        return bool(self.quotes)


def find_content(line: Line, cue: Cue, floor: int, lexicon: ReportLexicon) -> Found | None:
    """The nearest thing to the left of the cue that the cue can govern; None where there is none."""
    forms, quotes = _governed(cue)
    adjacent = cue.noun is not None and cue.verb is None
    at, gap, linked = cue.first - 1, 0, False
    if cue.entry.startswith("report_links"):
        at = cue.first  # the link itself is the first word of such a cue
    while at >= floor and gap <= WIDEST_GAP:
        quoted = line.quote_at[at]
        if quoted is not None:
            if quoted.form in forms and not (quoted.sentence and quotes):
                return Found((), None, at, linked)
            if quotes and _is_said(quoted, cue, gap):
                return _with_earlier(line, quoted, floor, linked)
            at, gap = quoted.first - 1, gap + 1
            continue
        link = lexicon.links.get(line.printed(at))
        if link is not None and gap <= _WIDEST_LINK and not linked:
            linked, at, gap = True, at - 1, 0
            quotes = "quote" in link.takes
            takes_clause = not adjacent or bool(forms)
            forms = frozenset(form for form in link.takes if form != "quote" and takes_clause)
            continue
        if gap == 0 and at in line.gerunds and "-ma" in forms:
            return Found((), None, at, linked)
        if line.forms[at] in forms and not _is_relative(
            line, at, cue, gap=gap, owned=linked or is_owned(line, cue.first, lexicon)
        ):
            return Found((), None, at, linked)
        if gap == 0 and _is_slip(line, at, cue):
            return Found((), None, at, linked)
        if line.is_finite(at) or line.words[at].form in (":", ";"):
            return None
        if cue.shape == "noun" and not linked and (gap >= _WIDEST_LINK or not _may_split(line, at)):
            return None
        if adjacent and not linked and not quotes:
            return None
        at, gap = at - 1, gap + 1
    return None


def _governed(cue: Cue) -> tuple[Collection[str], bool]:
    if cue.noun is not None:
        takes = cue.noun.takes
        forms: set[str] = {
            form for form in takes if form in ("-dığı", "-dığına") or (form in ("-ması", "-ma") and cue.shape != "noun")
        }
        if cue.verb is not None:
            forms |= cue.verb.governs(passive=cue.passive)
        return forms, "quote" in takes
    if cue.verb is not None:
        if cue.passive and cue.shape == "nested":
            # -dığının belirtildiği açıklamada: what was said owns the passive.
            return ("-dığının",), False
        return cue.verb.governs(passive=cue.passive), "quote" in cue.verb.content
    return (), True


def _is_said(quoted: Quoted, cue: Cue, gap: int) -> bool:
    """True if the quoted run is speech, or a short one that stands right before a cue and is no title."""
    if quoted.speech:
        return True
    if gap or quoted.named:
        return False
    return quoted.words >= _SHORTEST_ANSWER or (cue.force == "answer" and cue.shape != "noun")


def _is_slip(line: Line, at: int, cue: Cue) -> bool:
    if cue.verb is None or cue.shape != "finite" or "-dığını" not in cue.verb.content:
        return False
    return (line.forms[at], cue.passive) in _SLIPS


def _may_split(line: Line, at: int) -> bool:
    """True for words between a link and a noun cue: `konusunda Putin'e uyarısı`, `ilişkin Reuters'tan gelen haber`."""
    word = line.words[at]
    return word.case in ("Dat", "Abl") or word.upos in ("ADJ", "DET") or line.forms[at] == "participle"


def _with_earlier(line: Line, quoted: Quoted, floor: int, linked: bool) -> Found:
    """The run with those before it that only a comma or `ve` separates."""
    runs = [quoted]
    while True:
        at = runs[0].first - 1
        if at >= floor and (line.printed(at) == "," or line.printed(at) in line.joins) and line.quote_at[at] is None:
            at -= 1
        before = line.quote_at[at] if at >= floor else None
        if before is None or not before.speech:
            return Found(tuple(runs), runs[0].first, quoted.last, linked)
        runs.insert(0, before)


def _is_relative(line: Line, at: int, cue: Cue, *, gap: int, owned: bool) -> bool:
    """True for `yaptığı açıklama`: the clause tells of the noun, it is not what was said (-dığı açıklaması)."""
    governed = cue.verb is not None and line.forms[at] in cue.verb.governs(passive=cue.passive)
    if cue.noun is None or governed:
        return False
    lemma, form = line.words[at].lemma, line.printed(at)
    if lemma in cue.noun.with_ or any(len(verb) > 2 and form.startswith(verb) for verb in cue.noun.with_):
        return True
    return gap > 0 or not owned


def clause_start(line: Line, floor: int, last: int, lexicon: ReportLexicon) -> int:
    """First word of the clause that ends at ``last``, without the frame of the saying (`dün yaptığı açıklamada`)."""
    start = _skipped(line, floor, last)
    frame = frame_end(line, start, last, lexicon)
    if frame is not None:
        start = _skipped(line, frame + 1, last)
    addressee = _addressee_end(line, start, last)
    if addressee is not None and floor > 0:
        start = _skipped(line, addressee + 1, last)
    ends = line.joins | {",", ";"}
    finite = [at for at in range(start, last) if line.is_finite(at) and line.printed(at + 1) in ends]
    if finite:
        start = _skipped(line, finite[-1] + 1, last)
    return min(start, last)


def reported_start(line: Line, first: int, last: int) -> int:
    """``first``, moved behind converbs whose doer the clause of a passive does not share: `… ele alınarak, …`."""
    for at in range(last - 1, first, -1):
        converb = line.forms[at] == "converb" or line.words[at].feats.get("VerbForm") == "Conv"
        if not converb or line.printed(at + 1) != "," or line.quote_at[at] is not None:
            continue
        before, after = (
            any(line.words[i].case == "Gen" for i in stretch) for stretch in (range(first, at), range(at + 2, last))
        )
        return at + 2 if after and not before else first
    return first


def _addressee_end(line: Line, start: int, last: int) -> int | None:
    """The comma behind a name in the dative or ablative that opens the stretch: `Ecevit'ten, … istedi`."""
    for at in range(start, last):
        word = line.words[at]
        if line.printed(at) == ",":
            before = line.words[at - 1]
            named = before.stem != before.span or before.feats.get("Number") == "Plur"  # Ecevit'ten, gazetecilere
            return at if at > start and before.case in ("Dat", "Abl") and named else None
        if not line.is_nominal(at) or line.forms[at] or word.case not in ("", "Nom", "Dat", "Abl"):
            return None
    return None


def frame_end(line: Line, start: int, last: int, lexicon: ReportLexicon) -> int | None:
    """Last word of the occasions at ``start``: `konuşmasında`, `yazılı açıklamada`, `bir soru üzerine`.

    One may stand inside the next: `basın toplantısında yaptığı konuşmada`.
    """
    end = _occasion_end(line, start, last, lexicon)
    while end is not None:
        further = _occasion_end(line, end + 1, last, lexicon)
        if further is None or not any(line.forms[at] == "-dığı" for at in range(end + 1, further)):
            break
        end = further
    return end


def _occasion_end(line: Line, start: int, last: int, lexicon: ReportLexicon) -> int | None:
    for at in range(start, last):
        if line.quote_at[at] is not None or (line.forms[at] and line.forms[at] not in ("-dığı", "participle")):
            return None
        noun = noun_at(line, at, lexicon)
        comma = line.printed(at + 1) == ","
        if noun is not None and "occasion" in noun.takes and is_located(line, at, lexicon):
            owned = is_owned(line, at, lexicon) or any(line.forms[i] for i in range(start, at))
            if not comma and at + 1 == last:
                return None  # törende olmamasını: its place, not that of the saying
            if comma or owned or at == start:
                return at + 1 if comma else at
        if comma and line.words[at].case in _FRAME_CASES and any(i in line.media for i in range(start, at + 1)):
            return at + 1  # resmî hesabından,
        if noun is not None and noun.force == "ask" and line.words[at].case in ("Dat", "Loc", "") and comma:
            return at + 1
        if noun is not None and noun.force == "ask" and line.printed(at + 2) == ",":
            return at + 2  # bir soru üzerine,
        if comma and line.words[at].case not in ("Loc", "Abl", "Dat", "Ins", "") and at > start:
            return None
    return None


def _skipped(line: Line, at: int, last: int) -> int:
    """``at``, moved over commas, dashes and connectives with a comma that do not belong to a clause."""
    while at < last and (
        (not line.words[at].form[:1].isalnum() and line.quote_at[at] is None)
        or line.printed(at) in line.joins | line.markers
    ):
        at += 1
    if at + 1 < last and line.printed(at + 1) == "," and line.words[at].upos in ("ADV", "CCONJ"):
        return _skipped(line, at + 2, last)
    return at
