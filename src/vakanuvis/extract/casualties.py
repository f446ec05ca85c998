"""Find who died or was hurt, told in a clause behind the act of violence.

In:  a cut-up sentence and the words of the act.
Out: noun groups.

    Saldırıda üç asker öldü.
              ~~~~~~~~
    (Three soldiers died in the attack.)
"""

from __future__ import annotations

from collections.abc import Sequence

from vakanuvis.extract.clauses import Parsed
from vakanuvis.extract.frames import FrameTable, holds
from vakanuvis.extract.slots import bare_objects, subject_of
from vakanuvis.language.chunks import NounGroup


def casualties(parsed: Parsed, table: FrameTable, act: Sequence[int]) -> list[NounGroup]:
    """Who died or was hurt. ``act``: indexes of the words that tell the violence."""
    hurting = table.group("öldüren")
    words = parsed.sentence.words
    out: list[NounGroup] = []
    for clause in parsed.predications:
        alone = clause.at == 0 or parsed.predication_at(clause.at - 1) is not None
        verb = words[clause.at if alone else clause.at - 1 : clause.at + 1]
        if clause.at <= act[0] or not holds(verb, hurting):
            continue
        subject = subject_of(clause, ())
        acting = [group for group in clause.groups if group.case == "Acc"]
        for group in acting or ([subject] if subject else bare_objects(clause)):
            if group.head not in act and group not in out:
                out.append(group)
    return out
