"""What stands in a clause in which part: subject, agents, caseless objects.

In:  a Predication.
Out: its noun groups.

    Kenya, İsviçre tarafından eleştirildi.
           ~~~~~~~~~~~~~~~~~~
           agent
    (Kenya was criticised by Switzerland.)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vakanuvis.extract.clauses import Predication
from vakanuvis.extract.frames import Phrase, holds
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


def announcer(clause: Predication, words: Sequence[Word], said: tuple[Phrase, ...]) -> NounGroup | None:
    """`Kenya, darbeyi kınayan bir açıklama yaptı`: what an announcement does, who makes it does."""
    carried, above = clause.carried, clause.shared_from
    participle = words[clause.at].feats.get("VerbForm") == "Part"  # `selamlama konuşması` is no clause
    if not (clause.takes_carried and participle) or carried is None or above is None or is_passive(words[above.at]):
        return None
    upper = above.own_or_shared_subject
    if upper is None or upper.head == carried.head or not holds([words[carried.head]], said):
        return None
    return upper


def agents(clause: Predication) -> list[NounGroup]:
    """`X tarafından`, `askerlerce`."""
    return [g for g in clause.groups if g.postposition == AGENT or g.case == "Equ"]


def bare_objects(clause: Predication) -> list[NounGroup]:
    """Caseless groups that are not the subject."""
    subject = clause.subject
    return [g for g in clause.groups if g.case == "Nom" and not g.postposition and g is not subject]


def in_case(clause: Predication, case: str | None) -> list[NounGroup]:
    """The groups in a case; `Kenya'ya` in `Kenya'ya müdahalesi nedeniyle Ruanda'ya uygulanan` is not the clause's."""
    found = [group for group in clause.groups if group.case == case and not group.postposition]
    if len(found) == 1 or case != "Dat":
        return found
    nouns = {g.first for g in clause.groups if g.postposition and g.possessed}
    own = [group for group in found if group.head + 1 not in nouns]
    return own or found


def is_finite(word: Word) -> bool:
    """True if the verb closes a main clause."""
    return word.upos in ("VERB", "AUX") and word.feats.get("VerbForm", "Fin") == "Fin"
