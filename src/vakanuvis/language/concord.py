"""What the tree says of the words, and the words of the tree: agreements that Turkish does not break.

In:  readings, heads and relation scores of one sentence, chosen each for itself.
Out: the same, in agreement.

1. A noun whose owner stands in the genitive bears the possessive: with ``Norveç'in`` below it, ``eleştirileri`` is
   “its criticisms”, not an object (the criticisms, Acc). UD Turkish BOUN dev (2026): 251 of 270 nouns whose owner is a
   third person; most of the others are colloquial (`bizim kiracı`, our tenant).
2. A noun that names another without a genitive stands beside it: in ``grev üçüncü gününde`` a numeral parts the two, so
   the strike owns no day. BOUN dev: none of 579 such nouns has a numeral or determiner of its head between.
3. A bare name is no adjective: in ``Norveç insani yardım gönderdi`` (Norway sent humanitarian aid) it stands before an
   adjective and a noun that owns nothing, so it is the subject of the verb. BOUN dev: 3 of 561 names in the nominative
   are `amod` of such a noun that is not their neighbour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from vakanuvis.language.decode import Floats

OWNER = "nmod:poss"
_PARTING = ("NUM", "DET")


class _Read(Protocol):
    """What is known of a word."""

    @property
    def upos(self) -> str: ...

    @property
    def feats(self) -> Mapping[str, str]: ...


def owners_in_genitive(words: Sequence[_Read], heads: Sequence[int], relations: Sequence[str]) -> set[int]:
    """Places of the words whose owner, a third person, stands in the genitive."""
    return {
        head
        for word, head, relation in zip(words, heads, relations, strict=True)
        if relation == OWNER and word.feats.get("Case") == "Gen" and word.feats.get("Person", "3") == "3"
    }


def parted(words: Sequence[_Read], heads: Sequence[int], relations: Sequence[str]) -> list[int]:
    """Places of bare nouns that are said to own a noun from which its numeral or determiner parts them."""
    return [
        place
        for place, (word, head, relation) in enumerate(zip(words, heads, relations, strict=True))
        if relation == OWNER
        and head > place + 1
        and word.feats.get("Case") == "Nom"
        and any(heads[at] == head and words[at].upos in _PARTING for at in range(place + 1, head))
    ]


def bare_subjects(words: Sequence[_Read], heads: Sequence[int], relations: Sequence[str]) -> list[int]:
    """Places of bare names said to be adjectives, though another adjective follows and a verb above lacks a subject."""
    subjects = {head for head, relation in zip(heads, relations, strict=True) if relation == "nsubj"}
    return [
        place
        for place, (word, head, relation) in enumerate(zip(words, heads, relations, strict=True))
        if relation == "amod"
        and head > place + 1
        and word.upos == "PROPN"
        and word.feats.get("Case") == "Nom"
        and "Person[psor]" not in words[head].feats
        and heads[head] > head
        and words[heads[head]].upos == "VERB"
        and heads[head] not in subjects
        and any(heads[at] == head and words[at].upos == "ADJ" for at in range(place + 1, head))
    ]


def second_best(scores: Floats, relation: int) -> int:
    """The best relation but one."""
    left = scores.copy()
    left[relation] = -float("inf")
    return int(left.argmax())
