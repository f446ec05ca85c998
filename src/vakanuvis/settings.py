"""All settings in one place. Nothing else holds a limit that a user could want to change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of reading.

    ``longest_article``: characters of one article. ``longest_sentence``: words after which a sentence is cut for
    the parser, whose cost grows with the square of the length. ``threads``: threads of the neural model.
    ``longest_reading``: seconds after which a process that reads many articles gives one up.

    ``largest_unpacked``: bytes that may come out of one packed file; ``highest_packing``: how many times larger than
    the packed bytes that may be (news packs 3 to 10 times, rows that repeat themselves some 50). ``largest_feed``:
    bytes of one feed, which is read whole.
    """

    longest_article: int = 2_000_000
    longest_sentence: int = 160
    threads: int = 1
    longest_reading: float = 120.0
    largest_unpacked: int = 64 << 30
    highest_packing: int = 200
    largest_feed: int = 32 << 20


@dataclass(frozen=True, slots=True)
class RoomSettings:
    """Limits of the reading room.

    ``connections``: pages that are made at the same time; one interpreter makes more of them no sooner, and each then
    waits for all the others. ``longest_question``: seconds that a page may take for
    its questions. ``longest_try``: characters of a text that is pasted to be read at once; ``longest_trying``: seconds
    that reading it may take.
    """

    connections: int = 2
    longest_question: float = 5.0
    longest_try: int = 50_000
    longest_trying: float = 30.0
