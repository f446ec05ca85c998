"""Words that point at somebody without a name, before they are a mention.

In:  a Line, words of it, and why they point.
Out: a Pointer.

    Konuk Bakan, onu kutladı.
    ~~~~~~~~~~~  ~~~
    title        pronoun
    (The visiting minister congratulated him.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.signs import Line
from vakanuvis.record.people import Mention, MentionKind


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words ``first`` up to ``end``. ``keep``: how many letters of the last word the mention keeps, if not all."""

    first: int
    end: int
    kind: MentionKind
    because: str
    keep: int | None = None

    def mention(self, line: Line) -> Mention:
        """The words as a mention."""
        return Mention(line.span(self.first, self.end, keep=self.keep), line.sentence.index, self.kind, self.because)
