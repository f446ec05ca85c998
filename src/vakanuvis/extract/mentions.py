"""The mentions of a Doc by place.

In:  a Doc with actors.
Out: Mentions, which tells who is meant at a letter.

    Bakan Tekin geldi.
          ~~~~~
    (Minister Tekin came.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from vakanuvis.record.doc import Doc
from vakanuvis.record.people import Actor, Mention


class Mentions:
    """The mentions of a Doc by place."""

    def __init__(self, doc: Doc) -> None:
        # A verb without its subject names nobody by its letters: it is no mention that a group could hold.
        pairs = [(m, actor) for actor in doc.actors or () for m in actor.mentions if m.kind != "dropped"]
        pairs.sort(key=lambda pair: (pair[0].span.start, -pair[0].span.end))
        self._pairs = pairs
        self._starts = [mention.span.start for mention, _ in pairs]

    def at(self, place: int) -> tuple[Mention, Actor] | None:
        """The shortest mention that holds the letter at ``place``."""
        best: tuple[Mention, Actor] | None = None
        for mention, actor in reversed(self._pairs[: bisect_right(self._starts, place)]):
            if mention.span.end > place and (best is None or len(mention.span) < len(best[0].span)):
                best = (mention, actor)
            if place - mention.span.start > 200:  # letters: no mention is longer
                break
        return best

    def together(self, mention: Mention) -> tuple[Actor, ...]:
        """Everybody whom the same words mean: both of `iki lider`."""
        first = bisect_left(self._starts, mention.span.start)
        behind = self._pairs[first : bisect_right(self._starts, mention.span.start)]
        return tuple(actor for other, actor in behind if other.span == mention.span)

    def person_before(self, place: int) -> Actor | None:
        """The person mentioned last before the letter at ``place``."""
        before = [actor for mention, actor in self._pairs if mention.span.end <= place and actor.kind == "person"]
        return before[-1] if before else None
