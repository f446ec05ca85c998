"""How far a sentence has been read: its subject so far, and the first word that is still free.

In:  a Reading.
Out: Progress, which the cues of one sentence share.

    Sözcü, sınırın kapandığını söyledi; Bakan ise "Yarın açılır" dedi.
    ~~~~~                             ~ ~~~~~
    subject                           the subject from here on
    (The spokesman said that the border was closed; the minister, “It will open tomorrow”.)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vakanuvis.extract.contents import frame_end
from vakanuvis.extract.drafts import NOBODY, Draft, Reading, Voice
from vakanuvis.extract.lines import Line
from vakanuvis.extract.speakers import Group, leading_subject


@dataclass(slots=True)
class Progress:
    """``floor`` is the first free word, ``after_subject`` the first one behind the subject.

    ``author`` wrote what the sentence tells from; ``written`` says that it is a text that later passives may go on
    telling from.
    """

    floor: int = 0
    subject: Group | None = None
    after_subject: int = 0
    author: Voice = NOBODY
    written: bool = True
    drafts: list[Draft] = field(default_factory=list)


def take_subject(reading: Reading, progress: Progress, end: int, *, lone: bool, strict: bool = False) -> None:
    """Find the subject that opens the free stretch before word ``end``, if a new one does.

    ``strict`` allows known actors only: before a participle, whose speaker stands behind it.
    """
    line = reading.line
    start = max(progress.floor, progress.after_subject)
    fresh = (start == 0 or progress.subject is None) and not strict
    frame = frame_end(line, progress.floor, end, reading.lexicon) if fresh else None
    subject = leading_subject(line, start, end, reading.mentions, fresh=fresh, lone=lone)
    if subject is None and frame is not None:
        subject = leading_subject(line, frame + 1, end, reading.mentions, fresh=True, lone=lone)
    if subject is not None:
        progress.subject, progress.after_subject = subject, subject.after


def pass_semicolon(progress: Progress, line: Line, end: int) -> None:
    """Begin anew behind a semicolon: what follows is a sentence of its own."""
    for at in range(progress.floor, end):
        if line.printed(at) == ";" and line.quote_at[at] is None:
            progress.floor = progress.after_subject = at + 1
            progress.subject = None
