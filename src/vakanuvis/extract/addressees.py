"""Find to whom something was said.

In:  a Reading, a cue, what was said, who speaks.
Out: the actor addressed, or None.

    Lavrov, Rubio'ya, sınırın açılacağını söyledi.      Lavrov, Rubio'dan yanıt vermesini istedi.
            ~~~~~~~~                                            ~~~~~~~~~
    (Lavrov told Rubio that the border would open.      Lavrov asked Rubio to answer.)
"""

from __future__ import annotations

from collections.abc import Iterable

from vakanuvis.extract.contents import Found
from vakanuvis.extract.cues import Cue
from vakanuvis.extract.drafts import Reading, Voice

URGING = ("warn", "call", "demand")  # forces with an addressee in the accusative: Rusya'yı uyardı
_ASKING = ("ask", "call", "demand")  # forces with an addressee in the ablative: Rusya'dan istedi
_OPENING = 3  # words of a reported clause that may still be the addressee: Rusya'yı çekilmeye çağırdı


def addressee_of(reading: Reading, found: Found, cue: Cue, bounds: tuple[int, int], voice: Voice) -> str | None:
    """The known actor in the case that the cue gives whom it addresses.

    ``bounds`` are the first words of the content and of what is free before it. Between content and cue comes first,
    then what stands before the content, then the opening of a demand.
    """
    first, floor = bounds
    cases = {"Dat"} | ({"Acc"} if cue.force in URGING else set()) | ({"Abl"} if cue.force in _ASKING else set())
    stretches: list[tuple[Iterable[int], set[str]]] = [
        (reversed(range(found.last + 1, cue.first)), cases),
        (reversed(range(floor, first)), cases),
    ]
    if not found.direct and not found.linked:
        stretches.append((range(first, min(first + _OPENING, found.last)), cases - {"Dat"}))
    for stretch, allowed in stretches:
        for at in stretch:
            if reading.line.quote_at[at] is None and reading.line.words[at].case in allowed:
                known = reading.mentions.at(reading.line.words[at].span.start)
                if known is not None and known[1].id not in (voice.actor, *voice.others):
                    return known[1].id
    return None
