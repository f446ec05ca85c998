"""Lead from a place in the text to the actors that stand there.

In:  a Doc with actors, and a span.
Out: the mentions that stand in it, with their actors.

    Norveç Savunma Bakanı Arild Haugen, Kenya ordusunu övdü.
                          ~~~~~~~~~~~~  ~~~~~~~~~~~~
    (Norwegian Defence Minister Arild Haugen praised the Kenyan army.)
"""

from __future__ import annotations

from vakanuvis.record.doc import Doc
from vakanuvis.record.people import Actor, Mention
from vakanuvis.record.span import Span


def mentions_in(doc: Doc, span: Span) -> tuple[tuple[Mention, Actor], ...]:
    """All mentions that share a letter with ``span``, with their actors, in the order of the text."""
    found = [(m, actor) for actor in doc.actors or () for m in actor.mentions if m.span.overlaps(span)]
    return tuple(sorted(found, key=lambda pair: pair[0].span))
