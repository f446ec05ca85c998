"""Read `X'e göre`: a whole sentence told on somebody's word.

In:  a Reading; the drafts that cues have made of the sentence.
Out: at most one draft more. Where a passive cue ends the sentence, its draft gets the source as speaker instead.

    Reuters'ın haberine göre, iki heyet Cenevre'de buluşacak.
    ~~~~~~~                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    speaker                   content
    (According to a Reuters report, the two delegations will meet in Geneva.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.cues import noun_at
from vakanuvis.extract.drafts import NOBODY, Draft, Reading, Voice, voice_of
from vakanuvis.extract.speakers import group_at, owner_before
from vakanuvis.record.span import Span

_LATEST_START = 4  # words before the source; further on, `göre` compares more often than it reports
_SHORTEST = 3  # words of a content


@dataclass(frozen=True, slots=True)
class Told:
    """A source: who it is, the first word of its group, the word ``göre``, the first word behind it.

    ``written`` says that it is a text, from which later passives may go on telling.
    """

    voice: Voice
    first: int
    link: int
    after: int
    written: bool

    @property
    def opens(self) -> bool:
        """True if the source opens the sentence, so that all behind it is told."""
        return self.first <= _LATEST_START


def find_source(reading: Reading) -> Told | None:
    """The source that `göre` marks in a sentence."""
    line = reading.line
    for at in range(1, len(line.words) - 1):
        link = reading.lexicon.links.get(line.printed(at))
        if link is None or "source" not in link.takes or line.quote_at[at] is not None:
            continue
        told = _source(reading, at)
        if told is not None:
            begin = at + 1
            while begin < len(line.words) and not line.words[begin].form[:1].isalnum() and line.quote_at[begin] is None:
                begin += 1
            noun = noun_at(line, at - 1, reading.lexicon)
            return Told(*told, at, begin, noun is not None and "source" in noun.takes)
    return None


def according_to(reading: Reading, told: Told, drafts: list[Draft]) -> list[Draft]:
    """The statement that the source makes, unless a passive cue has made it."""
    start = reading.line.words[told.link].span.start
    if any("impersonal" in draft.rules and draft.content[0].start > start for draft in drafts):
        return []
    draft = _draft(reading, told.voice, told.first, told.link)
    return [draft] if draft is not None else []


def _source(reading: Reading, at: int) -> tuple[Voice, int] | None:
    """Who is the source that ends before word ``at``, and the first word of its group."""
    line, head = reading.line, at - 1
    noun = noun_at(line, head, reading.lexicon)
    if line.quote_at[head] is not None or (noun is None and not line.is_nominal(head)):
        return None
    if noun is None and line.words[head].case not in ("Dat", ""):
        return None
    group = group_at(line, head, 0, reading.mentions)
    if noun is not None and "source" in noun.takes:
        owner = owner_before(line, 0, head, reading.mentions)
        if owner is not None:
            return voice_of(line, owner), owner.first
        return (voice_of(line, group) if group.known else NOBODY), group.first
    early = group.first <= _LATEST_START or line.printed(at + 1) == ","
    if (noun is not None and "informant" in noun.takes and early) or (
        group.known and early and line.words[head].form[:1].isupper()
    ):
        return voice_of(line, group), group.first
    return None


def _draft(reading: Reading, voice: Voice, first: int, at: int) -> Draft | None:
    line = reading.line
    begin = at + 1
    while begin < len(line.words) and not line.words[begin].form[:1].isalnum() and line.quote_at[begin] is None:
        begin += 1
    end = len(line.words) - 1
    while end > begin and not line.words[end].form[:1].isalnum() and line.quote_at[end] is None:
        end -= 1
    if end - begin + 1 < _SHORTEST or line.sentence.kind != "text":
        return None
    spans: tuple[Span, ...] = (line.span(begin, end),)
    before = first - 1 if first and line.printed(first - 1) == "," else first
    if before > 1:
        spans = (line.span(0, before - 1), *spans)
    quoted = any(run.first >= begin for run in line.quotes)
    sentence = line.sentence
    link = line.printed(at)
    return Draft(
        "mixed" if quoted else "indirect",
        spans,
        voice,
        sentence.index,
        sentence.paragraph,
        link,
        line.words[at].span,
        "inform",
        rules=("according", f"report_links:{link}"),
    )
