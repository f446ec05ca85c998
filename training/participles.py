"""Whose deed a reported participle tells: the possessor of -DIğInI and -(y)AcAğInI.

In:  trees with their text, and how the reader reads their printed tokens.
Out: how many participles there are and how many have the right possessor.

    Bakan, geldiğini söyledi.     geldiğini: -n-I of a third person (he), or -In-I of a second (you)
    (The minister said that he had come.)

Both readings are printed alike; outside quotations a newspaper addresses nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from training.conllu import Token, Tree, as_dict
from training.raw_text import gold
from vakanuvis.language.tagger import Tagged
from vakanuvis.record.span import Span
from vakanuvis.text.quotations import find_quotations

POSSESSOR = ("Person[psor]", "Number[psor]")
TENSES = ("Past", "Fut")


def participles(trees: Sequence[Tree], read: Sequence[Sequence[Tagged]]) -> dict[str, float]:
    """Counts and shares in percent, of all, and of those with a third person outside quotations."""
    every: list[bool] = []
    third: list[bool] = []
    for tree, words in zip(trees, read, strict=True):
        quoted = [quotation.span for quotation in find_quotations(tree.text)]
        for place, (span, token) in enumerate(_placed(tree)):
            if not is_reported(token):
                continue
            wanted, given = as_dict(token.feats), words[place].feats
            is_right = all(wanted.get(name) == given.get(name) for name in POSSESSOR)
            every.append(is_right)
            if wanted["Person[psor]"] == "3" and not any(quotation.holds(span) for quotation in quoted):
                third.append(is_right)
    return {
        "participles": len(every),
        "possessor right": _share(every),
        "of a third person outside quotations": len(third),
        "possessor of these right": _share(third),
    }


def is_reported(token: Token) -> bool:
    """True for a past or future participle with possessor and case: `geldiğini`, not `gelenleri` (those who come)."""
    feats = as_dict(token.feats)
    is_participle = feats.get("VerbForm") == "Part" and feats.get("Tense") in TENSES
    return is_participle and "Person[psor]" in feats and "Case" in feats


def _placed(tree: Tree) -> list[tuple[Span, Token]]:
    """Printed tokens with their place in the sentence's own text; of those in parts the first."""
    (sentence,) = gold([tree], tree.text)
    return [(token.span, token.words[0]) for token in sentence]


def _share(verdicts: Sequence[bool]) -> float:
    return round(100 * sum(verdicts) / max(1, len(verdicts)), 2)
