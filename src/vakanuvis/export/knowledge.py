"""What a page of records is written with: codes, rules, a language, and where it leads beyond itself.

In:  the codebook, the rules, the places of the lexicon's lines.
Out: what ``cards.py`` and ``proof.py`` need besides the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vakanuvis.export.markup import Markup
from vakanuvis.export.tongue import Tongue
from vakanuvis.lexicon.plover import Plover
from vakanuvis.lexicon.rules import Rule


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What pages say codes, rules and lexicon lines with, and in which language.

    ``places`` leads from a reason to its line in the lexicon, ``states`` from a code to a state's name.
    """

    codes: Plover
    rules: Mapping[str, Rule]
    tongue: Tongue = field(default_factory=Tongue)
    places: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)


def _nothing(_: str) -> None:
    """Nothing to add."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """What lies beyond the page: the address of an actor's own page, and what else to show in a record's drawer."""

    page_of: Callable[[str], str | None] = _nothing
    drawer: Callable[[str], Markup | None] = _nothing
