"""Tell where the network's name label is enough to know a person whom no title and no given name shows.

In:  a Line and the number of a word.
Out: yes or no.

    Nuno Valdar, dün Rabat'a gitti.
    ~~~~~~~~~~~
    labelled as one name, and the subject before a comma
    (Nuno Valdar went to Rabat yesterday.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vakanuvis.extract.signs import Line
from vakanuvis.text.letters import folded

JOINS = ("ve", "ile")
_PERSON = "PERSON"
_SEVERAL = 2  # words of a name, or sentences that show it
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins")  # in these people act; in the others names are mostly of places


def is_seen(line: Line, at: int) -> bool:
    """True for a name of several words that is labelled from end to end and stands where somebody acts."""
    end = _end(line, at)
    if end - at < _SEVERAL:
        return False
    if line.forms[end - 1].cut:
        return line.sentence.words[end - 1].case in _CASES
    return _is_subject(line, at, end) or _is_one_of_two(line, at, end)


def seen_again(lines: Iterable[Line]) -> frozenset[str]:
    """Names of one word that several sentences show, one of them as its subject: `Delacourt, … Delacourt'un sözleri`.

    Before `ve` and another person, once is enough: `Lindqvist ve Bakan Kalvans`.
    What the network also takes for something else is left out. The words are folded.
    """
    shown: Counter[str] = Counter()
    acting: set[str] = set()
    beside: set[str] = set()
    other: set[str] = set()
    for line in lines:
        here: set[str] = set()
        for at, form in enumerate(line.forms):
            name = folded(form.stem if form.cut else form.text)
            end = _end(line, at)
            if end - at == 1:
                here.add(name)
                acting |= {name} if not form.cut and _is_subject(line, at, end) else set()
                beside |= {name} if not form.cut and _stands_beside(line, at) else set()
            elif form.capital and line.label(at) not in ("", _PERSON):
                other.add(name)
        shown.update(here)
    return frozenset(name for name in (acting | beside) - other if name in beside or shown[name] >= _SEVERAL)


def _end(line: Line, at: int) -> int:
    """Behind the last word of the name that is labelled so from this word on; ``at`` where there is none."""
    words = line.sentence.words
    if line.capitals or words[at].entity != f"B-{_PERSON}" or line.sentence.kind != "text":
        return at
    end = at + 1
    while end < len(words) and words[end].entity == f"I-{_PERSON}" and not line.forms[end - 1].cut:
        end += 1
    names = range(at, end)
    whole = all(line.forms[n].capital and line.free(n) and n not in line.places for n in names)
    return end if whole else at


def _is_subject(line: Line, at: int, end: int) -> bool:
    words = line.sentence.words
    follows = words[end] if end < len(words) else None
    return words[at].deprel == "nsubj" and follows is not None and (follows.form == "," or follows.upos == "VERB")


def _is_one_of_two(line: Line, at: int, end: int) -> bool:
    """`Camilo Restrepo ile Lucia Arbelaez kaldı`: two such names side by side, of which one is the subject."""
    forms, words = line.forms, line.sentence.words
    if end + 1 < len(forms) and forms[end].folded in JOINS:
        other, behind = end + 1, _end(line, end + 1)
        return behind - other >= _SEVERAL and (words[at].deprel == "nsubj" or words[other].deprel in ("conj", "nsubj"))
    if at > 1 and forms[at - 1].folded in JOINS:
        return line.label(at - 2) == _PERSON and words[at].deprel in ("conj", "nsubj")
    return False


def _stands_beside(line: Line, at: int) -> bool:
    """True before `ve` or `ile` and a title or another name."""
    if at + 2 >= len(line.forms) or line.forms[at + 1].folded not in JOINS:
        return False
    return at + 2 in line.titles or line.label(at + 2) == _PERSON
