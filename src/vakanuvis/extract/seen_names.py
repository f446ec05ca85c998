"""Tell where the network's name label is enough to know a person whom no title and no given name shows.

In:  a Line and the number of a word.
Out: yes or no.

    Nuno Valdar, dün Rabat'a gitti.
    ~~~~~~~~~~~
    labelled as one name, and the subject before a comma
    (Nuno Valdar went to Rabat yesterday.)
"""

from __future__ import annotations

from vakanuvis.extract.signs import Line

_PERSON = "PERSON"
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins")  # in these people act; in the others names are mostly of places


def is_seen(line: Line, at: int) -> bool:
    """True for a name of several words that is labelled from end to end and stands where somebody acts."""
    words = line.sentence.words
    if line.capitals or words[at].entity != f"B-{_PERSON}" or line.sentence.kind != "text":
        return False
    end = at + 1
    while end < len(words) and words[end].entity == f"I-{_PERSON}" and not line.forms[end - 1].cut:
        end += 1
    names = range(at, end)
    if len(names) < 2 or not all(line.forms[n].capital and line.free(n) and n not in line.places for n in names):
        return False
    last = words[end - 1]
    if line.forms[end - 1].cut:
        return last.case in _CASES
    follows = words[end] if end < len(words) else None
    return words[at].deprel == "nsubj" and follows is not None and (follows.form == "," or follows.upos == "VERB")
