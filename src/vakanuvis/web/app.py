"""The reading room as an ASGI application.

In:  the path of a record book.
Out: an application that shows it, reading only.

    uvicorn.run(room(Path("kayit.db")))
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.places import lexicon_places
from vakanuvis.lexicon.plover import plover
from vakanuvis.settings import RoomSettings
from vakanuvis.web.cataloguing import Catalogue
from vakanuvis.web.connections import Connections
from vakanuvis.web.guard import Guard, hosts_of
from vakanuvis.web.refusals import refusals
from vakanuvis.web.rendering import environment
from vakanuvis.web.reviewers import Reviewers
from vakanuvis.web.rooms import Room
from vakanuvis.web.routes import routes
from vakanuvis.web.tongues import States, tongues
from vakanuvis.web.trial import Trial

SMALLEST_PACKED = 1_000  # bytes: smaller ones fit into one packet anyway


def room(
    book: Path, *, settings: RoomSettings | None = None, hosts: Iterable[str] = (), review_token: str | None = None
) -> ASGIApp:
    """The room over the record book at ``book``. ``hosts`` are names beside loopback that it answers to.

    Who knows ``review_token`` may write decisions beside the record; without it the room only reads.

    Raises RecordError where the book cannot be read, LexiconError where the lexicon is broken.
    """
    settings = settings or RoomSettings()
    tongues()
    catalogue, trial = Catalogue(book), Trial(settings)
    connections = Connections(book, many=settings.connections, seconds=settings.longest_question)

    @asynccontextmanager
    async def opened(_: Starlette) -> AsyncIterator[None]:
        # Seconds for a hundred thousand articles: whoever comes meanwhile waits at the door, not on a page's time.
        await run_in_threadpool(catalogue.read)
        yield
        connections.close()
        trial.close()

    app = Starlette(routes=routes(), exception_handlers=refusals(), lifespan=opened)
    app.state.room = Room(
        book,
        settings,
        connections,
        environment(),
        plover(),
        States.read(),
        lexicon_places(lexicon_folder()),
        catalogue,
        trial,
        Reviewers(review_token) if review_token else None,
    )
    return Guard(GZipMiddleware(app, minimum_size=SMALLEST_PACKED, compresslevel=5), hosts_of(hosts))
