"""Count the events that the reader finds where there are none: sport, weather, markets, culture, town, science.

    python -m bench.no_events     the figure, and what was taken for an event

In:  the stories of ``bench/gold/no_events``, parted by blank lines, each with its headline.
Out: events per 100 sentences. Every one is too much: many verbs of these pages only look political.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.newspaper import ROOT

FOLDER = ROOT / "bench" / "gold" / "no_events"
MOST = 2.0
"""Events per 100 sentences from which on the reader talks politics where there is none."""


@dataclass(slots=True)
class Found:
    """How many sentences were read, and what was taken for an event: page, type, sentence."""

    sentences: int = 0
    events: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def per_100_sentences(self) -> float:
        """Events in 100 sentences."""
        return 100 * len(self.events) / self.sentences if self.sentences else 0.0


def stories() -> Iterator[tuple[str, str]]:
    """Page and text of each story."""
    for page in sorted(FOLDER.glob("*.txt")):
        for story in page.read_text(encoding="utf-8").split("\n\n"):
            yield page.stem, story.strip()


def read_stories() -> Found:
    """Read all stories as the library does."""
    from vakanuvis.pipeline import Reader  # noqa: PLC0415  # the stories can be had without a reader
    from vakanuvis.record.doc import Article  # noqa: PLC0415

    reader, found = Reader(), Found()
    for number, (page, story) in enumerate(stories()):
        doc = reader.read(Article(f"{page}-{number}", story))
        sentences = doc.sentences or ()
        found.sentences += len(sentences)
        for event in doc.events or ():
            told = next(doc.letters(each.span) for each in sentences if each.span.holds(event.span))
            found.events.append((page, " ".join(filter(None, (event.event, event.mode))), told))
    return found


def main() -> int:
    """Print the figure and the events. 0 if it is not above ``MOST``, else 1."""
    found = read_stories()
    for event in found.events:
        print(*event, sep=" | ")
    print(f"{found.per_100_sentences:.1f} events per 100 sentences ({len(found.events)} in {found.sentences})")
    return 0 if found.per_100_sentences <= MOST else 1


if __name__ == "__main__":
    raise SystemExit(main())
