"""The language in which records are worded: Turkish as it is written in the code, another one by a table.

In:  a Turkish text of the interface, a code of the contract, an EDTF date.
Out: the same in the language of the reader.

    say("{count} haber", count=3)   3 articles
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from vakanuvis.errors import LexiconError
from vakanuvis.export import wording
from vakanuvis.lexicon.plover import Code, Mode
from vakanuvis.lexicon.rules import Rule

TURKISH, ENGLISH = "tr", "en"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language and its words. ``words`` leads from the Turkish text to the other language's; Turkish needs none."""

    code: str = TURKISH
    words: Mapping[str, str] = field(default_factory=dict)

    def say(self, turkish: str, **values: object) -> str:
        """The text in this language, its ``{names}`` filled. ``one|many`` in the table is chosen by ``count``."""
        text = self.words.get(turkish, turkish)
        if "|" in text and "count" in values:
            one, _, many = text.partition("|")
            text = one if values["count"] in (1, "1") else many
        return text.format_map(values) if values else text

    def coded(self, item: Code | Mode | None) -> str:
        """A code of PLOVER in words."""
        return self.say(item.turkish) if item else ""

    def date(self, edtf: str | None) -> str:
        """An EDTF date in words."""
        return wording.date_words(edtf, self.say)

    def number(self, count: int) -> str:
        """``12.345``, in English ``12,345``."""
        grouped = f"{count:,}"
        return grouped.replace(",", ".") if self.code == TURKISH else grouped

    def rule(self, rule: Rule) -> str:
        """What a rule says."""
        return rule.turkish if self.code == TURKISH else rule.english


def read_words(table: Traversable) -> Iterator[tuple[str, str]]:
    """The rows of a table ``turkish<TAB>english``; ``#`` begins a comment. Raises LexiconError."""
    for number, line in enumerate(table.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 2:
            raise LexiconError.wrong_columns(f"{table.name}, satır {number}", len(cells), ["turkish", "english"])
        yield cells[0], cells[1]


def english(tables: Iterable[Traversable] = ()) -> Tongue:
    """English, with the words of records and those of ``tables``. Raises LexiconError where two differ."""
    words = dict(_record_words())
    for table in tables:
        for turkish, told in read_words(table):
            if words.get(turkish, told) != told:
                raise LexiconError.repeated(table.name, turkish, "önceki tabloda")
            words[turkish] = told
    return Tongue(ENGLISH, words)


@cache
def _record_words() -> Mapping[str, str]:
    return dict(read_words(files("vakanuvis.export").joinpath("assets", "english.tsv")))
