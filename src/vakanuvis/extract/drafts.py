"""Statements on the way to the record: what is known while an article is read from top to bottom.

In:  groups, cues and contents.
Out: Drafts, and the memory of who spoke last.

    Bakan Tekin geldi. "Umutluyuz" dedi.
    ~~~~~~~~~~~                    ~~~~~
    remembered                     speaks
    (Minister Tekin came. “We are hopeful”, he said.)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vakanuvis.extract.cues import Cue
from vakanuvis.extract.lines import Line, Quoted
from vakanuvis.extract.mentions import Mentions
from vakanuvis.extract.speakers import Group
from vakanuvis.lexicon.media import MediumWords
from vakanuvis.lexicon.report import ReportLexicon
from vakanuvis.record.span import Span
from vakanuvis.record.statement import StatementKind
from vakanuvis.text.letters import lower


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: an actor, the letters that name it, or both; neither for an unnamed source.

    ``others`` speak with them: `Tekin ve Moreau`.
    """

    actor: str | None = None
    span: Span | None = None
    name: str = ""
    others: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """True if the text says who speaks."""
        return self.actor is not None or bool(self.name)


NOBODY = Voice()


@dataclass(frozen=True, slots=True)
class FoundMedium:
    """A medium, the letters that show it, and their sentence."""

    entry: MediumWords
    span: Span
    sentence: int


@dataclass(slots=True)
class Draft:
    """A statement before it gets its id. ``rules`` name the constructions that made it."""

    kind: StatementKind
    content: tuple[Span, ...]
    voice: Voice
    sentence: int
    paragraph: int
    cue: str | None = None
    cue_span: Span | None = None
    force: str | None = None
    addressee: str | None = None
    negated: bool = False
    rules: tuple[str, ...] = ()
    heading: bool = False
    floating: bool = False
    repeats: Draft | None = None
    medium: FoundMedium | None = None


@dataclass(slots=True)
class Announced:
    """A cue with a colon whose words come later: `şunları söyledi:`.

    ``runs_on`` says that they may be more than one sentence.
    """

    voice: Voice
    cue: Cue | None
    cue_span: Span | None
    sentence: int
    paragraph: int
    rule: str = "direct-pre"
    runs_on: bool = True


@dataclass(frozen=True, slots=True)
class Opening:
    """Where words that lost their quotation marks may begin, and who would say them."""

    voice: Voice
    start: int
    sentence: int
    paragraph: int


@dataclass(slots=True)
class Memory:
    """Who was last heard of.

    ``speaker`` said the last statement, ``subject`` opened the last sentence, ``author`` wrote the statement or report
    that passives go on telling from (`açıklamada … belirtildi`), ``author_at`` is its sentence. ``opening`` is the last
    sentence that opens like `Tekin, Bu yol …`: marks may have been lost there. ``position`` counts the sentences
    outside quotations; all places of sentences here are such counts. ``running`` are announced words without marks that
    may go on, ``running_paragraph`` is where they stand.
    """

    speaker: Voice = NOBODY
    subject: Voice = NOBODY
    subject_sentence: int = -10
    speaker_sentence: int = -10
    author: Voice = NOBODY
    author_at: int = -10
    announced: Announced | None = None
    running: Draft | None = None
    running_paragraph: int = -10
    opening: Opening | None = None
    position: int = 0
    used: set[int] = field(default_factory=set)

    def dropped(self) -> Voice:
        """Who speaks where the subject is dropped: the last speaker, or a later subject of a sentence."""
        later = self.subject.actor is not None and self.subject_sentence > self.speaker_sentence
        return self.subject if later or not self.speaker.named else self.speaker

    def take(self, quotes: tuple[Quoted, ...]) -> None:
        """Remember that these quoted runs belong to a statement."""
        self.used.update(quoted.number for quoted in quotes)


@dataclass(frozen=True, slots=True)
class Reading:
    """A Line with all that is needed to read it. ``inside`` says that it stands inside a quotation."""

    line: Line
    lexicon: ReportLexicon
    mentions: Mentions
    memory: Memory
    inside: bool = False


def voice_of(line: Line, group: Group | None) -> Voice:
    """The voice of a group; a group that is no actor is named as in the nominative."""
    if group is None:
        return NOBODY
    if group.actor is not None:
        return Voice(group.actor, group.span, others=group.others)
    head = line.words[group.head]
    begin = line.doc.text[group.span.start : head.span.start]
    declined = head.case not in ("", "Nom") and head.stem == head.span and head.lemma
    last = head.form[: len(head.lemma)] if declined and same_start(head.form, head.lemma) else ""
    return Voice(None, group.span, begin + (last or (head.lemma if declined else head.stem.letters(line.doc.text))))


def same_start(form: str, lemma: str) -> bool:
    """True if the printed form begins with its dictionary form."""
    return lower(form).startswith(lower(lemma))
