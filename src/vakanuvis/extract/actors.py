"""Find who acts: people with their titles, states, bodies and groups.

In:  a Doc with words (and places, if they were read).
Out: the same Doc with actors; names that were tied to a bearer in spite of their spelling are judged `same`.

    Rusya Savunma Bakanı Leonid Sidorkov, Kuzey Koreli mevkidaşıyla görüştü.
    ~~~~~~~~~~~~~~~~~~~~ ~~~~~~~~~~~~~~~  ~~~~~~~~~~~~~~~~~~~~~~
    title                name             relation
    (Russian Defence Minister Leonid Sidorkov met his North Korean counterpart.)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vakanuvis.extract.allegiance import Allegiance, allegiances
from vakanuvis.extract.attention import Attention
from vakanuvis.extract.bodies import Parties, Party
from vakanuvis.extract.coreference import give_to_bearers, give_to_neighbours
from vakanuvis.extract.counterparts import find_counterparts, know_peers, name_counterparts
from vakanuvis.extract.names import UNDECLINED, find_names
from vakanuvis.extract.pairs import Meant, Pairs
from vakanuvis.extract.people import Person, find_again, tie_names
from vakanuvis.extract.pointers import Pointer
from vakanuvis.extract.pointing import Pointing
from vakanuvis.extract.seen_names import seen_again
from vakanuvis.extract.signs import Line, read_lines
from vakanuvis.extract.titles import TitleUse, find_titles
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.record.doc import Doc
from vakanuvis.record.ids import digest
from vakanuvis.record.judgement import Judgement
from vakanuvis.record.people import Actor, Mention, Title
from vakanuvis.record.span import Span

# Of the capitalised words that carry a case ending, news copy marks nearly all with an apostrophe. An article without
# any has lost them on its way.
_MARKS_FLOOR = 2


def find_actors(doc: Doc, lexicon: ActorLexicon) -> Doc:
    """Add the layer ``actors``."""
    lines = read_lines(doc, lexicon)
    titles = {line.sentence.index: find_titles(line, lexicon) for line in lines}
    lost = _marks_lost(doc)
    seen = seen_again(lines)
    uses = [
        use
        for line in lines
        for use in find_names(line, titles[line.sentence.index], lexicon, marks_lost=lost, seen=seen)
    ]
    given = [title for use in uses for title in use.titles]
    alone = [title for found in titles.values() for title in found if not any(title is one for one in given)]
    alone = give_to_neighbours(alone, uses, lexicon)
    people = tie_names(uses)
    find_again(lines, people, lexicon, marks_lost=lost)
    name_counterparts(uses, people, lexicon)
    parties = _point_back(lines, people, alone, lexicon)
    served = allegiances(people, lines, [one for found in titles.values() for one in found], lexicon)
    actors = [_person(doc, person, served[at]) for at, person in enumerate(people)]
    actors += [_party(doc, party) for party in parties.found.values() if party.mentions]
    actors.sort(key=lambda actor: min(mention.span.start for mention in actor.mentions))
    same = tuple(_same(doc, person, span) for person in people for span in person.misspelt)
    return replace(doc, actors=tuple(actors), judgements=(*(doc.judgements or ()), *same))


def _point_back(lines: tuple[Line, ...], people: list[Person], alone: list[TitleUse], lexicon: ActorLexicon) -> Parties:
    """Read the article once more, sentence by sentence: whom the words without a name mean, and the parties."""
    parties, attention = Parties(lexicon), Attention(lines, lexicon)
    pointing, pairs = Pointing(attention, lexicon), Pairs(attention, lexicon)
    taken = _taken(lines, people)
    for person in people:
        for mention in person.mentions:
            attention.add(person, mention)
    named = [person for person in people if person.relations]
    for line in lines:
        words = taken[line.sentence.index]
        mine = [title for title in alone if title.line is line]
        for title, bearer in give_to_bearers(mine, people, attention, lexicon):
            if bearer is None and _is_someone(title):
                country = title.owner.code if title.owner else None
                pointer = Pointer(title.first, title.end, "title", title.because)
                parties.unnamed(line, pointer, country, title.entry.sector or None)
            if bearer is not None or _is_someone(title):
                words |= set(range(title.first, title.end))
        know_peers(line, named, attention)
        for pointer, somebody, owner in find_counterparts(line, words, attention, lexicon):
            if somebody is None:
                parties.unnamed(line, pointer, owner.code if owner else None, "GOV")
            _put_down(line, [(pointer, (somebody,) if somebody else ())], attention, words)
        _put_down(line, pairs.several(line, words), attention, words)
        parties.read(line, words)
        for party, mention in parties.new():
            attention.add(party, mention)
        _put_down(line, pointing.single(line, words), attention, words)
        dropped = pointing.dropped(line)
        _put_down(line, [dropped] if dropped else [], attention, words)
        attention.close(line, dropped[1][0] if dropped and len(dropped[1]) == 1 else None)
    return parties


def _put_down(line: Line, pointers: Iterable[Meant], attention: Attention, taken: set[int]) -> None:
    """Give the words to whomever they mean."""
    for pointer, means in list(pointers):
        for someone in means:
            attention.tell(someone, pointer.mention(line))
        taken |= set(range(pointer.first, pointer.end))


def _marks_lost(doc: Doc) -> bool:
    marked = sum(word.stem != word.span for sentence in doc.sentences or () for word in sentence.words)
    fused = sum(
        word.stem == word.span and word.upos == "PROPN" and word.case not in UNDECLINED
        for sentence in doc.sentences or ()
        for word in sentence.words
    )
    return fused >= _MARKS_FLOOR and marked <= fused


def _is_someone(title: TitleUse) -> bool:
    """An office without a name is someone where it says of which state it is, or leads its sentence part."""
    form = title.line.forms[title.end - 1]
    return not title.entry.trade and (title.owner is not None or (form.capital and not title.entry.needs))


def _taken(lines: tuple[Line, ...], people: list[Person]) -> dict[int, set[int]]:
    spans: dict[int, list[Span]] = {line.sentence.index: [] for line in lines}
    for person in people:
        for mention in person.mentions:
            spans[mention.sentence].append(mention.span)
        for title in person.titles:
            spans[title.line.sentence.index].append(title.span)
        for span, _, _ in person.relations:
            for line in lines:
                if line.sentence.span.holds(span):
                    spans[line.sentence.index].append(span)
    return {
        line.sentence.index: {
            word.index
            for word in line.sentence.words
            for span in spans[line.sentence.index]
            if span.overlaps(word.span)
        }
        for line in lines
    }


def _person(doc: Doc, person: Person, served: Allegiance) -> Actor:
    titles = [_title(title, served) for title in person.titles]
    titles += [
        Title(span, word, (owner.code if owner else None) or served.country, False, "relation")
        for span, word, owner in person.relations
    ]
    return Actor(
        digest("actor", doc.article.id, "person", person.name, min(m.span.start for m in person.mentions)),
        "person",
        person.name,
        served.country,
        served.sector,
        _in_order(person.mentions),
        tuple(sorted(titles, key=lambda title: title.span)),
        tuple(dict.fromkeys(because for because in (served.because, *(m.because for m in person.mentions)) if because)),
    )


def _title(title: TitleUse, served: Allegiance) -> Title:
    country = title.owner.code if title.owner is not None and title.owner.kind != "body" else served.country
    return Title(title.span, title.office, country, title.former, title.because)


def _party(doc: Doc, party: Party) -> Actor:
    return Actor(
        digest("actor", doc.article.id, party.kind, party.name),
        party.kind,
        party.name,
        party.country,
        party.sector,
        _in_order(party.mentions),
        (),
        tuple(dict.fromkeys(party.because)),
    )


def _in_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _same(doc: Doc, person: Person, span: Span) -> Judgement:
    right = next((use.span for use in person.uses if use.span != span), span)
    return Judgement(
        "same", (span, right), f"{doc.letters(span)} is {person.name}, spelt differently", ("misspelt-name",)
    )
