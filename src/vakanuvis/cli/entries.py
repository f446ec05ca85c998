"""Where an export comes from: a record book, or a file of readings as ``vakanuvis read --format jsonl`` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vakanuvis.cli.outcome import ALL_READ, NOTHING_READ, SOME_REFUSED, tell
from vakanuvis.errors import RecordError

if TYPE_CHECKING:
    from vakanuvis.export.entry import Entry

SQLITE = b"SQLite format 3\0"
LAYERS = ("actors", "statements", "events", "agreements", "judgements")


@dataclass(slots=True)
class Source:
    """A path that entries come from, as often as they are asked for. ``taken`` and ``refused`` count the last time."""

    path: Path
    positions_only: bool = False
    taken: int = 0
    refused: int = 0

    @property
    def exit_code(self) -> int:
        """0 all was written, 1 some lines were refused, 2 nothing was there."""
        if not self.taken:
            return NOTHING_READ
        return SOME_REFUSED if self.refused else ALL_READ

    def is_book(self) -> bool:
        """True for a SQLite file. Raises RecordError if there is no file."""
        try:
            with self.path.open("rb") as file:
                return file.read(len(SQLITE)) == SQLITE
        except FileNotFoundError:
            raise RecordError.not_found(str(self.path)) from None
        except OSError as error:
            raise RecordError.unreadable(str(self.path), error.strerror or str(error)) from None

    def entries(self) -> Iterator[Entry]:
        """Every article of the path, one at a time. Raises RecordError; a bad line is told and left out."""
        self.taken = self.refused = 0
        for entry in self._of_book() if self.is_book() else self._of_lines():
            self.taken += 1
            yield entry

    def party(self, name: str | None) -> str | None:
        """The id that a book gives to ``name``, or a state's code; else the name. Raises RecordError."""
        from vakanuvis.lexicon.files import lexicon_folder  # noqa: PLC0415
        from vakanuvis.lexicon.world import read_country_names  # noqa: PLC0415
        from vakanuvis.store.book import Record  # noqa: PLC0415
        from vakanuvis.store.questions import party  # noqa: PLC0415

        if name is None:
            return None
        if self.is_book():
            with Record.open(self.path) as book:
                try:
                    return party(book.connection, name)
                except RecordError as error:
                    # In a book where nothing was concluded nobody has an id yet: the articles' own names are left.
                    if error.code != "R11":
                        raise
        return read_country_names(lexicon_folder()).get(name, name)

    def _of_book(self) -> Iterator[Entry]:
        from vakanuvis.export.entry import Entry  # noqa: PLC0415
        from vakanuvis.store.book import Record  # noqa: PLC0415
        from vakanuvis.store.register import read_known  # noqa: PLC0415

        with Record.open(self.path) as book:
            for reading in book.readings():
                known = read_known(book.connection, reading["article"]["id"])
                yield Entry(reading, known, positions_only=self.positions_only)

    def _of_lines(self) -> Iterator[Entry]:
        from vakanuvis.export.entry import Entry  # noqa: PLC0415

        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield Entry(_reading(line, f"{self.path}:{number}"), positions_only=self.positions_only)
                except RecordError as error:
                    self.refused += 1
                    tell(error)


def _reading(line: bytes, place: str) -> dict[str, Any]:
    from vakanuvis.record.reading import FORMAT  # noqa: PLC0415

    try:
        reading = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError.no_reading(place, f"not JSON: {error}") from None
    if not isinstance(reading, dict) or reading.get("format") != FORMAT:
        raise RecordError.no_reading(place, "`format` is not 1")
    if not isinstance(reading.get("article"), dict) or not isinstance(reading["article"].get("text"), str):
        raise RecordError.no_reading(place, "`article` has no `text`")
    for layer in LAYERS:
        if not isinstance(reading.get(layer), list):
            raise RecordError.no_reading(place, f"`{layer}` is no list")
    return reading
