"""The order of reading: which stage needs what, and what it adds.

In:  an Article.
Out: a Doc with every layer filled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

from vakanuvis.errors import PipelineError
from vakanuvis.extract.actors import find_actors
from vakanuvis.extract.agreements import find_agreements
from vakanuvis.extract.contradictions import find_contradictions
from vakanuvis.extract.events import find_events
from vakanuvis.extract.places import find_places
from vakanuvis.extract.statements import find_statements
from vakanuvis.extract.times import find_times
from vakanuvis.language.words import WordReader
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.frames import FrameLexicon
from vakanuvis.lexicon.gazetteer import PlaceLexicon
from vakanuvis.lexicon.offices import OfficeLexicon
from vakanuvis.lexicon.report import ReportLexicon
from vakanuvis.lexicon.times import TimeLexicon
from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.lexicon.world import read_country_names, read_everyday_names
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.reading import ReaderMark
from vakanuvis.settings import Settings
from vakanuvis.text.clean import clean
from vakanuvis.text.segment import split_sentences
from vakanuvis.version import VERSION


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of reading: a pure function from Doc to Doc that adds ``adds`` and needs ``needs`` to be there."""

    read: Callable[[Doc], Doc]
    adds: str
    needs: tuple[str, ...] = ()


def in_order(*stages: Stage) -> tuple[Stage, ...]:
    """The stages, once it is sure that each finds what it needs. Raises PipelineError."""
    there: set[str] = set()
    for stage in stages:
        name = stage.adds
        for layer in stage.needs:
            if layer not in there:
                raise PipelineError.missing_layer(name, layer)
        if stage.adds in there:
            raise PipelineError.layer_twice(name, stage.adds)
        there.add(stage.adds)
    return stages


class Reader:
    """Reads articles. It remembers the lexicon and the model, so make one and read many."""

    def __init__(self, folder: Path | None = None, settings: Settings | None = None) -> None:
        self.folder = folder or lexicon_folder()
        self.settings = settings or Settings()

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The order of reading, checked."""
        tokens = TokenLexicon.read(self.folder)
        words = WordReader(self.folder, self.settings)
        times = TimeLexicon.read(self.folder)
        places = PlaceLexicon.read(self.folder)
        countries = read_country_names(self.folder)
        everyday = read_everyday_names(self.folder)
        actors = ActorLexicon.read(self.folder)
        offices = OfficeLexicon.read(self.folder)
        report = ReportLexicon.read(self.folder)
        frames = FrameLexicon.read(self.folder)
        return in_order(
            Stage(lambda doc: split_sentences(doc, tokens), adds="sentences"),
            Stage(words.tag_words, needs=("sentences",), adds="words"),
            Stage(lambda doc: find_times(doc, times), needs=("words",), adds="times"),
            Stage(lambda doc: find_places(doc, places, countries, everyday), needs=("words", "times"), adds="places"),
            Stage(lambda doc: find_actors(doc, actors), needs=("words", "places"), adds="actors"),
            Stage(lambda doc: find_statements(doc, report), needs=("actors",), adds="statements"),
            Stage(lambda doc: find_events(doc, frames), needs=("statements", "times", "places"), adds="events"),
            Stage(lambda doc: find_agreements(doc, frames), needs=("events",), adds="agreements"),
            Stage(
                lambda doc: find_contradictions(doc, actors, offices),
                needs=("actors", "statements", "events"),
                adds="judgements",
            ),
        )

    @cached_property
    def mark(self) -> ReaderMark:
        """What made the records of this reader, so that those of two readers can be told apart."""
        with as_file(files("vakanuvis.language")) as language:
            return ReaderMark(VERSION, _digest_of(self.folder), _digest_of(language))

    def read(self, article: Article) -> Doc:
        """Read one article whole."""
        text, offsets = clean(article.text, article.body)
        doc = Doc(article, text, offsets)
        for stage in self.stages:
            doc = stage.read(doc)
        return doc


def _digest_of(folder: Path) -> str:
    """SHA-256 of all data files below ``folder``, by their names and contents."""
    total = hashlib.sha256()
    for file in sorted(
        path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc", ".md")
    ):
        total.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
