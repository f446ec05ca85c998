"""Lay the lexicon over a sentence: states, peoples, capitals, bodies and titles, each word in one sign at most.

In:  a Doc and one of its sentences, the lexicon of actors.
Out: a Line: the sentence with its words made ready and its signs.

    Rusya Savunma Bakanı, Ankara'daki NATO toplantısına katıldı.
    ~~~~~ ~~~~~~~~~~~~~~  ~~~~~~      ~~~~
    (The Russian Defence Minister attended the NATO meeting in Ankara.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from vakanuvis.lexicon.actors import ActorLexicon, Owner
from vakanuvis.lexicon.matcher import Form, Hit, form_of
from vakanuvis.lexicon.titles import TitleEntry
from vakanuvis.record.doc import Doc
from vakanuvis.record.span import Span
from vakanuvis.record.words import Sentence
from vakanuvis.text.letters import folded, is_all_capitals

# A line in capitals tells nothing by its capital letters; shorter runs are acronyms.
CAPITALS_FLOOR = 0.7
_LONGEST_SAID = 2  # words: `söz konusu`
Entry = TypeVar("Entry")
_BEHIND_SUBJECT = (":", ",")
_OPENING = frozenset("\"“‘'(«-–*•:")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence made ready.

    ``owners`` and ``titles`` hold the signs at the word they begin with; ``owner_at`` tells for every word which
    owner it belongs to, ``title_at`` likewise. ``capitals``: the sentence is printed in capitals throughout. ``whole``:
    words that the article prints where no ending can stand, so that what looks like one belongs to the name (`Hakimi`).
    """

    sentence: Sentence
    forms: tuple[Form, ...]
    owners: dict[int, Hit[Owner]]
    titles: dict[int, Hit[TitleEntry]]
    owner_at: dict[int, Hit[Owner]]
    title_at: dict[int, Hit[TitleEntry]]
    places: dict[int, str | None]
    times: frozenset[int]
    capitals: bool
    whole: frozenset[int] = frozenset()

    def span(self, first: int, end: int, *, keep: int | None = None) -> Span:
        """Letters of words ``first`` up to ``end``, the last one without its apostrophe suffix.

        ``keep``: how many letters of the last word to keep, where its ending is not behind an apostrophe.
        """
        last = self.sentence.words[end - 1]
        stop = last.stem.end if keep is None else min(last.stem.end, last.span.start + keep)
        return Span(self.sentence.words[first].span.start, stop)

    def opens(self, at: int) -> bool:
        """True if the word begins the sentence or stands behind an opening mark: its capital letter tells nothing."""
        return at == 0 or all(form.printed in _OPENING for form in self.forms[:at])

    def free(self, at: int) -> bool:
        """True if the word belongs to no sign."""
        return at not in self.owner_at and at not in self.title_at

    def label(self, at: int) -> str:
        """The neural name label without its B- or I-."""
        return self.sentence.words[at].entity[2:]


def read_lines(doc: Doc, lexicon: ActorLexicon) -> tuple[Line, ...]:
    """All sentences of the Doc, made ready."""
    forms = [
        tuple(form_of(doc.letters(word.span), doc.letters(word.stem)) for word in sentence.words)
        for sentence in doc.sentences or ()
    ]
    whole = _undeclined(forms)
    lines = tuple(
        _read_line(doc, sentence, words, whole, lexicon)
        for sentence, words in zip(doc.sentences or (), forms, strict=True)
    )
    _part_sides(lines, lexicon)
    return lines


def _part_sides(lines: Sequence[Line], lexicon: ActorLexicon) -> None:
    """`Türk tarafı`, `Türk lider` in an article on Cyprus are of its northern side, not of the state of that people."""
    there = {hit.entry.code for line in lines for hit in line.owners.values()}
    for line in lines:
        for first, hit in line.owners.items():
            side = lexicon.sides.get(folded(hit.phrase)) if hit.entry.kind == "people" else None
            if side is None or side.code not in there or hit.end >= len(line.forms):
                continue
            hits = lexicon.body_nouns.longest(line.forms, hit.end)
            body = bool(hits) and hits[0].entry.kind == "rule"
            title = line.titles.get(hit.end)
            if body or (title is not None and title.entry.small and not line.forms[hit.end].capital):
                part = replace(hit, entry=side)
                line.owners[first] = part
                line.owner_at.update(dict.fromkeys(range(hit.first, hit.end), part))


def _undeclined(sentences: Iterable[Sequence[Form]]) -> frozenset[str]:
    """Words that open a sentence before a colon or a comma: a subject or a label, neither of which takes an object's
    or an owned noun's ending (`Hakimi: Biz …`, `Hakimi, …`).
    """
    return frozenset(
        forms[0].folded
        for forms in sentences
        if len(forms) > 1 and forms[0].capital and not forms[0].cut and forms[1].printed in _BEHIND_SUBJECT
    )


def _read_line(
    doc: Doc, sentence: Sentence, forms: tuple[Form, ...], undeclined: frozenset[str], lexicon: ActorLexicon
) -> Line:
    spelt = [form for form in forms if form.printed[:1].isalpha()]
    capitals = len(spelt) > 1 and sum(is_all_capitals(f.text) for f in spelt) >= CAPITALS_FLOOR * len(spelt)
    line = Line(
        sentence,
        forms,
        {},
        {},
        {},
        {},
        _place_codes(doc, sentence),
        _time_words(doc, sentence),
        capitals,
        frozenset(at for at, form in enumerate(forms) if form.capital and form.folded in undeclined),
    )
    at = 0
    while at < len(forms):
        at = _sign(line, at, lexicon) if forms[at].printed[:1].isalnum() else at + 1
    return line


def _sign(line: Line, at: int, lexicon: ActorLexicon) -> int:
    """Put down the longest sign at this word; says where the next one may begin."""
    titles = [hit for hit in lexicon.titles.longest(line.forms, at) if not _cuts_name(line, hit)]
    owners = [hit for hit in lexicon.owners.longest(line.forms, at) if _is_owner(line, hit)]
    if titles and _is_title(line, titles[0], lexicon) and (not owners or titles[0].end >= owners[0].end):
        _put(line.titles, line.title_at, titles[0])
        return titles[0].end
    if owners:
        _put(line.owners, line.owner_at, owners[0])
        return owners[0].end
    return at + 1


def _cuts_name(line: Line, hit: Hit[Entry]) -> bool:
    """True if a sign of one word takes the last letters of a name for an ending: `Hakimi` is no judge."""
    ended = hit.inflection.case == "Acc" or bool(hit.inflection.owner)
    return hit.end - hit.first == 1 and hit.first in line.whole and ended


def _put(by_first: dict[int, Hit[Entry]], by_word: dict[int, Hit[Entry]], hit: Hit[Entry]) -> None:
    by_first[hit.first] = hit
    for at in range(hit.first, hit.end):
        by_word[at] = hit


def _is_title(line: Line, hit: Hit[TitleEntry], lexicon: ActorLexicon) -> bool:
    """A title in small letters is one where its entry says so, or what stands around it does."""
    if hit.entry.needs and hit.end - hit.first == 1 and not hit.inflection.owner:
        return False
    if hit.end - hit.first > 1 or line.forms[hit.first].capital or hit.entry.small:
        return True
    if hit.first and (hit.first - 1 in line.owner_at or line.forms[hit.first - 1].folded in lexicon.former):
        return True
    if said_before(line, hit.first, lexicon) or (hit.inflection.owner and body_noun_at(line, hit.first - 1, lexicon)):
        return True
    follows = hit.end if hit.end < len(line.forms) else None
    return follows is not None and line.forms[follows].capital and line.sentence.words[hit.first].upos != "VERB"


def said_before(line: Line, at: int, lexicon: ActorLexicon) -> int:
    """How many words before this one say that somebody was named already: `adı geçen`, `aynı`."""
    for count in range(min(_LONGEST_SAID, at), 0, -1):
        if " ".join(form.folded for form in line.forms[at - count : at]) in lexicon.pointing.said:
            return count
    return 0


def body_noun_at(line: Line, at: int, lexicon: ActorLexicon) -> str | None:
    """The noun for bodies that this word is a form of, in dictionary form: `sendika başkanı`, `derneğinin başkanı`."""
    hits = lexicon.body_nouns.longest(line.forms, at) if at >= 0 and not line.forms[at].cut else []
    return hits[0].entry.noun if hits and hits[0].end == at + 1 else None


def _is_owner(line: Line, hit: Hit[Owner]) -> bool:
    form = line.forms[hit.first]
    if not form.capital:
        return False
    acronym = is_all_capitals(hit.phrase) and len(hit.phrase) < 5
    if acronym and not is_all_capitals(form.text[: len(hit.phrase)]):
        return False
    if hit.entry.everyday:
        # `Mali, kararı kınadı`, but `Mali, hukuki ve idari sorunlar`.
        words, end = line.sentence.words, hit.end
        subject = end < len(words) and words[end].form == "," and words[end - 1].deprel == "nsubj"
        return form.cut or subject or not (line.opens(hit.first) or line.capitals)
    return True


def _place_codes(doc: Doc, sentence: Sentence) -> dict[int, str | None]:
    """The country of every word that is part of a place."""
    return {
        word.index: place.country
        for place in doc.places or ()
        if place.sentence == sentence.index
        for word in sentence.words
        if place.span.overlaps(word.stem) and len(word.stem)
    }


def _time_words(doc: Doc, sentence: Sentence) -> frozenset[int]:
    spans = [time.span for time in doc.times or () if time.sentence == sentence.index]
    return frozenset(
        word.index for word in sentence.words for span in spans if span.overlaps(word.stem) and len(word.stem)
    )
