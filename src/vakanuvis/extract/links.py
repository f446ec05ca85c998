"""Lead from a place in the text to the actor that stands there.

In:  a Doc with actors, and a span or a word.
Out: the actor meant, or None.

    Rusya Savunma Bakanı Andrey Belousov
                         ~~~~~~~~~~~~~~~
    (the person, not his title and not his state)

A Turkish noun group has its head at the end, so of several mentions in a span the last one is meant: in
`Putin'in sözcüsü` the spokesman, not Putin. Mentions of one Doc never overlap.
"""

from __future__ import annotations

from collections.abc import Iterator

from vakanuvis.record.doc import Doc
from vakanuvis.record.people import Actor, ActorKind, Mention
from vakanuvis.record.span import Span

ANYONE: tuple[ActorKind, ...] = ("person", "country", "organization", "group")


def actor_of(doc: Doc, actor_id: str | None) -> Actor | None:
    """The actor with this id."""
    return next((actor for actor in doc.actors or () if actor.id == actor_id), None)


def mentions_in(doc: Doc, span: Span, *, kinds: tuple[ActorKind, ...] = ANYONE) -> tuple[tuple[Mention, Actor], ...]:
    """All mentions that share a letter with ``span``, with their actors, in the order of the text."""
    found = [(mention, actor) for mention, actor in _mentions(doc, kinds) if mention.span.overlaps(span)]
    return tuple(sorted(found, key=lambda pair: (pair[0].span.start, pair[0].span.end)))


def actor_at(doc: Doc, span: Span, *, kinds: tuple[ActorKind, ...] = ANYONE) -> Actor | None:
    """The actor that the noun group at ``span`` means: its last mention, the head over the possessor.

    A title that stands after its bearer's name (`Schröder, Almanya Başbakanı`) is the bearer's own mention.
    """
    found = mentions_in(doc, span, kinds=kinds)
    return found[-1][1] if found else None


def actors_at(doc: Doc, span: Span, *, kinds: tuple[ActorKind, ...] = ANYONE) -> tuple[Actor, ...]:
    """Every actor mentioned in ``span``, each once, in the order of the text: for coordinations."""
    return tuple(dict.fromkeys(actor for _, actor in mentions_in(doc, span, kinds=kinds)))


def mention_at(doc: Doc, place: int) -> tuple[Mention, Actor] | None:
    """The mention that holds the letter at ``place``."""
    found = mentions_in(doc, Span(place, place + 1))
    return found[0] if found else None


def bearer_of(doc: Doc, sentence: int, word: int) -> Actor | None:
    """Whom word number ``word`` of sentence number ``sentence`` points at, be it in a name, a title or a relation.

    A word inside a printed title stands for the title's bearer.
    """
    words = (doc.sentences or ())[sentence].words
    span = words[word].stem
    at = mention_at(doc, span.start)
    if at is not None:
        return at[1]
    for actor in doc.actors or ():
        if any(title.span.overlaps(span) for title in actor.titles):
            return actor
    return None


def country_actor(doc: Doc, code: str | None) -> Actor | None:
    """The state with this code, where the article names it."""
    return next((actor for actor in doc.actors or () if actor.kind == "country" and actor.country == code), None)


def actors_in_sentence(doc: Doc, sentence: int, *, kinds: tuple[ActorKind, ...] = ANYONE) -> tuple[Actor, ...]:
    """The actors mentioned in sentence number ``sentence``, each once, in the order of the text."""
    found = [(mention, actor) for mention, actor in _mentions(doc, kinds) if mention.sentence == sentence]
    found.sort(key=lambda pair: pair[0].span.start)
    return tuple(dict.fromkeys(actor for _, actor in found))


def last_actor_before(doc: Doc, place: int, *, kinds: tuple[ActorKind, ...] = ("person",)) -> Actor | None:
    """The actor of one of ``kinds`` that was mentioned last before the letter at ``place``."""
    found = [(mention.span.end, actor) for mention, actor in _mentions(doc, kinds) if mention.span.end <= place]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _mentions(doc: Doc, kinds: tuple[ActorKind, ...]) -> Iterator[tuple[Mention, Actor]]:
    for actor in doc.actors or ():
        if actor.kind in kinds:
            for mention in actor.mentions:
                yield mention, actor
