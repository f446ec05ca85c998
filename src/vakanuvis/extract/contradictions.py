"""Find where an article contradicts itself about who holds which office.

In:  a Doc with actors.
Out: the same Doc with judgements of the kind `contradiction`.

    Kuzey Kore Savunma Bakanı Pak Myong-sik … Kuzey Kore Dışişleri Bakanı Pak Myong-sik
               ~~~~~~~~~~~~~~                            ~~~~~~~~~~~~~~~~
    (one man, one state, two ministries)

Only offices that exclude each other count: two fields of one kind of office (two ministries, two spokesmen's posts),
both held at the time of the article, for the same state. A promotion, `eski …`, a short form beside its long form, and
two offices that one person can hold at once (Prime Minister and party leader) are no contradiction. A title that the
register of offices gives to somebody else on that day is one too: see `office_holders`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from vakanuvis.extract.office_holders import misplaced_titles
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.offices import OfficeLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.judgement import Judgement
from vakanuvis.record.people import Actor, Title
from vakanuvis.text.letters import folded

_NEAR = 4  # words behind a title in which an appointment is told: `Dışişleri Bakanı olarak atandı`


def find_contradictions(doc: Doc, lexicon: ActorLexicon, offices: OfficeLexicon) -> Doc:
    """Add a judgement for every pair of titles that cannot both be true, and every title that is another's that day."""
    found: list[Judgement] = []
    for actor in doc.actors or ():
        if actor.kind == "person":
            told = [title for title in actor.titles if not title.former and not _is_told_as_new(doc, title, lexicon)]
            among = _among_themselves(doc, actor, told, lexicon)
            found += _with_register(among, misplaced_titles(doc, actor, told, offices))
    return replace(doc, judgements=(*(doc.judgements or ()), *found))


def _with_register(among: list[Judgement], misplaced: list[Judgement]) -> list[Judgement]:
    """Both kinds; where the register says which of two titles is wrong, it only adds its rows to their judgement."""
    joined = [
        replace(pair, because=tuple(dict.fromkeys([*pair.because, *(why for one in told for why in one.because)])))
        for pair in among
        for told in [[one for one in misplaced if one.about[0] in pair.about]]
    ]
    return [*joined, *(one for one in misplaced if not any(one.about[0] in pair.about for pair in among))]


def _among_themselves(doc: Doc, person: Actor, titles: list[Title], lexicon: ActorLexicon) -> list[Judgement]:
    first: dict[str, Title] = {}
    for title in titles:
        first.setdefault(folded(title.office), title)
    return [
        Judgement(
            "contradiction",
            (one.span, other.span),
            f"{person.name} is {one.office} in one place and {other.office} in another",
            (one.because, other.because),
        )
        for one, other in combinations(first.values(), 2)
        if exclude_each_other(one, other, lexicon) and not _stand_together(doc, one, other)
    ]


def exclude_each_other(one: Title, other: Title, lexicon: ActorLexicon) -> bool:
    """True for two offices of one state of which one person holds one at a time: two ministries."""
    if one.country is None or one.country != other.country:
        return False
    mine, theirs = folded(one.office).split(), folded(other.office).split()
    entry = lexicon.by_title.get(folded(one.office))
    against = lexicon.by_title.get(folded(other.office))
    if entry is None or against is None or mine[-1] != theirs[-1]:
        return False
    # The short form beside the long one, or a field told in more words: Savunma Bakanı, Milli Savunma Bakanı.
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return False
    return entry.of == against.of == "state" and len(mine) > 1 and len(theirs) > 1 and mine[-1] in lexicon.exclusive


def _is_told_as_new(doc: Doc, title: Title, lexicon: ActorLexicon) -> bool:
    """True where the sentence tells of an appointment or a time in office."""
    sentence = doc.sentence_at(title.span.start)
    words = [word for word in sentence.words if word.span.start >= title.span.end] if sentence else []
    return any(folded(word.form) in lexicon.serving | lexicon.served for word in words[:_NEAR])


def _stand_together(doc: Doc, one: Title, other: Title) -> bool:
    """True where the article itself names both offices in one breath: `Başbakan Yardımcısı ve Dışişleri Bakanı`."""
    between = doc.text[one.span.end : other.span.start].split()
    return len(between) <= 1
