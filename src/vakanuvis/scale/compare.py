"""Compare what articles tell: one saying, one event with all its reports, and where they contradict each other.

In:  a record book with its stories and its registry.
Out: the same book with ``sayings``, ``reports`` and more ``contradictions``.

Goes speaker by speaker, story by story and day by day, so that no more than one of them is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vakanuvis.language.analyser import Analyser
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.counts import CountLexicon
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.record.terms import Contradiction, Side
from vakanuvis.resolve.contradictions import Disagreements, Wording, two_speakers
from vakanuvis.resolve.numbers import Counting
from vakanuvis.resolve.printed import Dictionary
from vakanuvis.resolve.reports import DatedEvent, reports, reports_of_the_day
from vakanuvis.resolve.sayings import Statement, joined, sayings_of_speaker, sayings_of_story
from vakanuvis.resolve.telling import Party, Telling, as_one_story, span_of
from vakanuvis.resolve.ties import Ties
from vakanuvis.resolve.wordings import Wordings
from vakanuvis.store import reports as rows
from vakanuvis.store.book import Record
from vakanuvis.store.register import read_known
from vakanuvis.store.rows import BETWEEN_RUNS
from vakanuvis.store.terms import write_contradictions

_DIRECT = "direct"


def compare(record: Record) -> None:
    """Find anew what several articles tell, and where they disagree.

    To be called inside ``Record.writing``, after the registry and its own contradictions are written.
    """
    disagreements = _disagreements()
    in_stories: list[tuple[Statement, ...]] = []
    ties = Ties()
    rows.clear(record.connection)
    for story, articles in rows.stories(record.connection):
        tellings = as_one_story([telling for article in articles if (telling := _telling(record, article))])
        found = reports(tellings)
        for each in found:
            ties.add([(told.id, told.telling.id) for told in each.told])
        write_contradictions(record.connection, disagreements.of_story(tellings, found), story)
        said = [_statements(telling, story) for telling in tellings]
        in_stories += sayings_of_story(one for each in said for one in each)
        write_contradictions(record.connection, _two_speakers(said, tellings), story)
    for of_a_day in rows.dated_events(record.connection):
        for group in reports_of_the_day([_dated(row) for row in of_a_day]):
            ties.add([(event.id, event.article) for event in group])
    rows.write_reports(record.connection, ties.groups())
    _say(record, disagreements, in_stories)


def _disagreements() -> Disagreements:
    folder = lexicon_folder()
    dictionary, counts = Dictionary(Analyser.from_lexicon(folder)), CountLexicon.read(folder)
    counting = Counting(counts, dictionary)
    return Disagreements(ActorLexicon.read(folder), counting, Wordings(counting, dictionary))


def _telling(record: Record, article: str) -> Telling | None:
    reading = record.reading(article)
    return Telling(reading, read_known(record.connection, article).identities) if reading else None


def _statements(telling: Telling, story: str) -> list[Statement]:
    """What an article of a story has people say; speech inside speech left out."""
    found = []
    for statement in telling.reading["statements"]:
        if statement["nested_in"]:
            continue
        party = telling.party(statement["speaker"]) if statement["speaker"] else None
        content = BETWEEN_RUNS.join(span_of(part).letters(telling.text) for part in statement["content"])
        speaker = (party.id, party.country, party.kind == "person") if party else (None, None, False)
        found.append(
            Statement(*(statement["id"], telling.id, content, telling.published, story, *speaker, statement["same_as"]))
        )
    return found


def _two_speakers(said: Sequence[Sequence[Statement]], tellings: Sequence[Telling]) -> Iterator[Contradiction]:
    by_id = {telling.id: telling for telling in tellings}
    for one, other in two_speakers(said):
        sides = tuple(_speaker_side(each, by_id[each.article]) for each in (one, other))
        day = min(by_id[each.article].day for each in (one, other))
        text = " / ".join(side.value for side in sides)
        yield Contradiction("who", one.id, day, text, sides, ("two-speakers",))


def _speaker_side(statement: Statement, telling: Telling) -> Side:
    entry = next(each for each in telling.reading["statements"] if each["id"] == statement.id)
    place = span_of(entry["speaker_span"] or entry["content"][0])
    return Side(telling.name(entry["speaker"]), telling.id, statement.id, place)


def _dated(row: rows.DatedRow) -> DatedEvent:
    sides: Mapping[str, set[Party]] = {"actor": set(), "recipient": set()}
    for role, party, kind, country in row.parties:
        sides[role].add(Party(party, kind, country))
    parties = (frozenset(sides["actor"]), frozenset(sides["recipient"]))
    return DatedEvent(row.id, row.article, row.key, *parties, row.place, row.fullness)


def _say(record: Record, disagreements: Disagreements, in_stories: Iterable[Sequence[Statement]]) -> None:
    by_speaker = (
        group
        for said in rows.said(record.connection)
        for group in sayings_of_speaker(
            Statement(
                *(row.id, row.article, row.content, row.published, row.story),
                *(row.speaker, row.country, row.named, row.repeats),
            )
            for row in said
        )
    )
    groups = [saying.statements for saying in joined(by_speaker, in_stories)]
    rows.write_sayings(record.connection, groups)
    for group in groups:
        told = [rows.wording(record.connection, statement) for statement in group]
        stories = {row.story for row in told}
        found = disagreements.of_saying([_wording(row) for row in told])
        write_contradictions(record.connection, found, stories.pop() if len(stories) == 1 else None)


def _wording(row: rows.WordingRow) -> Wording:
    told = (row.id, row.article, row.published, row.kind == _DIRECT, row.content)
    return Wording(*told, row.spans, BETWEEN_RUNS)
