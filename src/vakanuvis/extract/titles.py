"""Find titles with what belongs to them: the state or body they are of, `eski`, the field of the office.

In:  a Line with its signs.
Out: TitleUses in the order of the text.

    ABD'nin eski Ankara Büyükelçisi
    ~~~~~~~ ~~~~ ~~~~~~~~~~~~~~~~~~
    owner  former office
    (the former US ambassador to Ankara)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon, Owner
from vakanuvis.lexicon.matcher import Form, Hit
from vakanuvis.lexicon.titles import TitleEntry
from vakanuvis.record.span import Span
from vakanuvis.text.letters import capitalized, is_all_capitals

WIDEST_OFFICE = 8  # words before the title's own: `Ulaştırma, Denizcilik ve Haberleşme`
_WIDEST_PLAIN = 2  # words in small letters between owner and title
_WIDEST_PRINTED = 4  # words with capitals between owner and title: `Sel ve Kuraklık Bakanı`
_LONGEST_ORDINAL = 3  # letters, full stop counted: a year is no ordinal
_LONGEST_FORMER = 3  # words: `o zamanki`, `görevden alınan`


@dataclass(frozen=True, slots=True)
class TitleUse:
    """A title at its place.

    Words ``first`` up to ``end``; ``core`` is where the office begins after state and `eski`. ``then``: of its time
    (`dönemin`). ``owner`` is the state or body it is of, ``holder`` the word of a person in the genitive before it
    (`Putin'in danışmanı`).
    """

    line: Line
    first: int
    core: int
    end: int
    entry: TitleEntry
    office: str
    case: str
    plural: bool
    owner: Owner | None = None
    holder: int | None = None
    former: bool = False
    then: bool = False
    because: str = ""

    @property
    def span(self) -> Span:
        """The title as printed, with its state, without an apostrophe suffix."""
        return self.line.span(self.first, self.end)

    @property
    def bare(self) -> bool:
        """True if it is one word and tells neither field nor state."""
        return self.owner is None and self.end - self.core == 1


def find_titles(line: Line, lexicon: ActorLexicon) -> list[TitleUse]:
    """All titles of a sentence."""
    uses = [_use(line, hit, lexicon) for _, hit in sorted(line.titles.items())]
    return [use for use in uses if not any(other.first <= use.first and use.end < other.end for other in uses)]


def _use(line: Line, hit: Hit[TitleEntry], lexicon: ActorLexicon) -> TitleUse:
    core = _field(line, hit, lexicon)
    first, owner, says, inner = _owner(line, core, hit.entry, lexicon)
    if inner is not None:
        core = inner
    holder = first - 1 if owner is None and first and _is_holder(line, first - 1) else None
    return TitleUse(
        line,
        first,
        core,
        hit.end,
        hit.entry,
        _office(line, core, hit),
        hit.inflection.case,
        hit.inflection.plural,
        owner,
        holder,
        says in ("former", "then") or _is_numbered(line, core),
        says == "then",
        f"titles:{hit.entry.title}",
    )


def _field(line: Line, hit: Hit[TitleEntry], lexicon: ActorLexicon) -> int:
    """Where the field of the office begins: `Gençlik ve` before `Spor Bakanı`."""
    core = hit.first
    owned = bool(hit.inflection.owner) or hit.end - hit.first > 1
    at = hit.first - 1
    while at >= 0 and hit.first - at <= WIDEST_OFFICE and not line.forms[at].cut:
        form = line.forms[at]
        joins = form.folded in ("ve", ",") and at and _is_part(line, at - 1, lexicon) and core <= at + 1
        if joins and owned and not (form.folded == "," and core == hit.first):
            at -= 1
        elif _is_part(line, at, lexicon) or (owned and hit.entry.open and _is_name_of_body(line, at, core, lexicon)):
            core = at
            at -= 1
        else:
            break
    if owned and hit.entry.open and not line.capitals:
        core = _printed_field(line, core)
    return _plain_field(line, core) if owned and not line.forms[hit.end - 1].capital else core


def _printed_field(line: Line, core: int) -> int:
    """A field that nobody has listed counts where its capitals reach to the owner: `Kenya Balıkçılık Bakanı`."""
    at = core - 1
    while at >= 0 and core - at <= _WIDEST_PRINTED and line.free(at) and not line.forms[at].cut:
        if not line.forms[at].capital and line.forms[at].folded != "ve":
            return core
        at -= 1
    owner = line.owner_at.get(at) if at >= 0 else None
    reached = owner is not None and _goes_on(owner) and owner.entry.kind in ("country", "people")
    return at + 1 if reached and line.forms[at + 1].capital else core


def _plain_field(line: Line, core: int) -> int:
    """A field in small letters counts where it ties the title to its owner: `BM iyi niyet elçisi`."""
    at = core - 1
    while at >= 0 and core - at <= _WIDEST_PLAIN and line.free(at) and not line.forms[at].capital:
        word = line.sentence.words[at]
        if word.upos not in ("NOUN", "ADJ") or word.case not in ("", "Nom"):
            return core
        at -= 1
    owner = line.owner_at.get(at) if at >= 0 else None
    return at + 1 if owner is not None and _goes_on(owner) else core


def _is_part(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    form = line.forms[at]
    if at in line.title_at:
        follows = line.title_at.get(at + 1)
        # `Genel Müdür Yardımcısı`, and a word printed twice: `Parlamento Başkanı Başkanı`.
        owned = follows is not None and follows is not line.title_at[at] and bool(follows.inflection.owner)
        plain = not line.title_at[at].inflection.case and not line.title_at[at].inflection.plural
        inside = follows is line.title_at[at]
        return form.folded in lexicon.parts or (plain and not form.cut and (owned or inside) and form.capital)
    if at in line.owner_at or form.cut:
        return False
    return form.folded in lexicon.parts and (form.capital or form.folded != "bakan")


def _is_name_of_body(line: Line, at: int, core: int, lexicon: ActorLexicon) -> bool:
    """True for the words of a body's name that end in a noun for bodies: `Merkez Bankası`, `Evin Hapishanesi`."""
    form = line.forms[at]
    if not form.capital or line.capitals or not line.free(at) or at in line.places:
        return False
    if lexicon.things.longest(line.forms, at):
        return True
    body = any(lexicon.things.longest(line.forms, n) for n in range(at + 1, core + 1) if n < len(line.forms))
    return body and (not line.opens(at) or line.sentence.words[at].upos in ("PROPN", "NOUN"))


def _owner(
    line: Line, core: int, entry: TitleEntry, lexicon: ActorLexicon
) -> tuple[int, Owner | None, str, int | None]:
    """Where the whole title begins, whose it is, whether it is a former one, and where the office begins if earlier."""
    first, owner, says = core, None, ""
    inner: int | None = None
    while first > 0:
        taken, said = _leading(line, first, lexicon)
        if taken:
            first, says = first - taken, says or said
            continue
        hit = line.owner_at.get(first - 1)
        if hit is None:
            if entry.posted and owner is None and inner is None and first == core and _is_post(line, first - 1):
                first = inner = first - 1
                continue
            if owner is None and first == core and _is_ordinal(line.forms[first - 1]):
                first -= 1
            break
        if owner is not None:
            if owner.kind != "body" or not _goes_on(hit):
                break
            # A state before a body owns both: ABD'nin BM Daimi Temsilcisi
            inner = min(first, core)
        elif entry.posted and _is_posting(line, hit, entry, first):
            first = inner = hit.first
            continue
        owner, first = hit.entry, hit.first
        if not _goes_on(hit):
            owner, first = None, hit.end
            break
    return first, owner, says, inner


def _goes_on(hit: Hit[Owner]) -> bool:
    """True if the state or body may own what follows: bare or in the genitive."""
    return hit.inflection.case in ("", "Gen")


def _is_posting(line: Line, hit: Hit[Owner], entry: TitleEntry, first: int) -> bool:
    """True if the state or city before a posted title is where it is posted, not whom it serves."""
    if hit.inflection.case:
        return False
    if hit.entry.kind == "capital" or entry.of == "body":
        return hit.entry.kind != "body"
    before = line.owner_at.get(hit.first - 1)
    return hit.entry.kind == "country" and before is not None and _goes_on(before) and first > 0


def _is_post(line: Line, at: int) -> bool:
    form = line.forms[at]
    return at in line.places and form.capital and not form.cut and line.free(at)


def _leading(line: Line, first: int, lexicon: ActorLexicon) -> tuple[int, str]:
    """How many words before ``first`` say `former`, `then` or `now`, and which of these."""
    for count in range(min(_LONGEST_FORMER, first), 0, -1):
        words = " ".join(form.folded for form in line.forms[first - count : first])
        for says, known in (
            ("then", lexicon.then),
            ("former", lexicon.former),
            ("now", lexicon.now | lexicon.pointing.said),
        ):
            if words in known:
                return count, says
    return 0, ""


def _is_ordinal(form: Form) -> bool:
    """`9.` and `9'uncu`."""
    return (form.printed[:-1].isdigit() and form.printed.endswith(".")) or (form.cut and form.stem.isdigit())


def _is_numbered(line: Line, core: int) -> bool:
    """`9. Cumhurbaşkanı` is one of the past: the one in office goes without his number."""
    return core > 0 and _is_ordinal(line.forms[core - 1]) and len(line.forms[core - 1].stem) <= _LONGEST_ORDINAL


def _is_holder(line: Line, at: int) -> bool:
    """True for a person's name in the genitive: `Putin'in sözcüsü`."""
    word = line.sentence.words[at]
    return line.forms[at].capital and line.free(at) and (word.case == "Gen" or line.forms[at].cut)


def _office(line: Line, core: int, hit: Hit[TitleEntry]) -> str:
    """The office in dictionary form."""
    if core == hit.first:
        return hit.phrase
    words = [line.forms[at].text for at in range(core, hit.first)]
    last = line.forms[hit.end - 1]
    head = [form.text for form in line.forms[hit.first : hit.end - 1]]
    within = not hit.inflection.plural and not (last.cut and hit.stem_length == len(last.stem))
    keep = hit.stem_length + (hit.inflection.length if within else 0)
    head.append(last.text[:keep])
    office = " ".join([*words, *head])
    if is_all_capitals(office):
        office = " ".join(capitalized(word) for word in office.split())
    return office
