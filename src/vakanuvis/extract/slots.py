"""What stands in a clause in which part: subject, agents, caseless objects.

In:  a Predication.
Out: its noun groups.

    Kenya, İsviçre tarafından eleştirildi.
           ~~~~~~~~~~~~~~~~~~
           agent
    (Kenya was criticised by Switzerland.)
"""

from __future__ import annotations

from collections.abc import Collection

from vakanuvis.extract.clauses import Predication
from vakanuvis.language.chunks import NounGroup
from vakanuvis.record.words import Word

AGENT = "tarafından"


def is_passive(word: Word) -> bool:
    """True if the verb is in the passive."""
    return "Pass" in word.feats.get("Voice", "")


def subject_of(clause: Predication, own: Collection[int]) -> NounGroup | None:
    """The subject, where the words of the predicate itself (`izin` in `izin verdi`) are none."""
    if clause.takes_carried and clause.subject is None and clause.carried is not None:
        return clause.carried
    return clause.subject_but(own)


def agents(clause: Predication) -> list[NounGroup]:
    """`X tarafından`, `askerlerce`."""
    return [g for g in clause.groups if g.postposition == AGENT or g.case == "Equ"]


def bare_objects(clause: Predication) -> list[NounGroup]:
    """Caseless groups that are not the subject."""
    subject = clause.subject
    return [g for g in clause.groups if g.case == "Nom" and not g.postposition and g is not subject]


def is_finite(word: Word) -> bool:
    """True if the verb closes a main clause."""
    return word.upos in ("VERB", "AUX") and word.feats.get("VerbForm", "Fin") == "Fin"
