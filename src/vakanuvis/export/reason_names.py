"""What a string of a ``because`` names: a rule in plain words, or a line of the lexicon.

In:  the string, the places of the lexicon's entries, the rules.
Out: a Reason.

    direct-post       Tırnak içindeki sözden sonra gelen söz fiili, sözü öznesine bağlar.
    report_verbs:de   lexicon/words/report_verbs.yaml:12
    (A reporting verb after the quotation ties it to its subject.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vakanuvis.lexicon.rules import Rule


@dataclass(frozen=True, slots=True)
class Reason:
    """One string of a ``because``, resolved: where its lexicon line stands, or what its rule says."""

    name: str
    place: str | None = None
    rule: Rule | None = None


def resolved(name: str, places: Mapping[str, str], rules: Mapping[str, Rule]) -> Reason:
    """The reason called ``name``. What follows a slash in a key (``gel/visit``) only tells senses apart."""
    if ":" not in name:
        return Reason(name, rule=rules.get(name))
    return Reason(name, places.get(name) or places.get(name.rpartition("/")[0]))
