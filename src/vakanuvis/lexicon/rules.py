"""The rules of reading in plain words, for those who ask why a record is as it is.

In:  ``lexicon/codes/rules.tsv``.
Out: a mapping from a rule's name to its row.

    direct-post: Tırnak içindeki sözden sonra gelen söz fiili, sözü öznesine bağlar.
    (A reporting verb after the quotation ties it to its subject.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import lexicon_folder, read_tsv

FILE = Path("codes") / "rules.tsv"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name in ``because``, what it says, and an example."""

    rule: str
    turkish: str
    english: str
    example: str = ""
    at: str = ""


def read_rules(folder: Path) -> dict[str, Rule]:
    """All rules by name. Raises LexiconError."""
    rules: dict[str, Rule] = {}
    for row in read_tsv(folder / FILE, Rule):
        if row.rule in rules:
            name, _, line = row.at.rpartition(":")
            raise LexiconError.repeated(f"{name}, satır {line}", row.rule, rules[row.rule].at)
        rules[row.rule] = row
    return rules


@cache
def rules() -> Mapping[str, Rule]:
    """The rules of the lexicon that is installed with the library."""
    return read_rules(lexicon_folder())
