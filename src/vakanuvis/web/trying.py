"""Try it: paste a text, see its record at once. Nothing is stored.

In:  a visit to ``/dene``; a form with ``metin`` and, if known, ``tarih``.
Out: the empty form, or the proof view of the text; with a refusal the form as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vakanuvis.errors import ArticleError, VakanuvisError
from vakanuvis.record.doc import Article
from vakanuvis.record.reading import Reading
from vakanuvis.text.fields import article_of_fields
from vakanuvis.web.answers import sent
from vakanuvis.web.pages import Answer
from vakanuvis.web.proofs import Shown
from vakanuvis.web.rendering import rendered
from vakanuvis.web.rooms import Room
from vakanuvis.web.tongues import tongues
from vakanuvis.web.trial import BusyError
from vakanuvis.web.visits import Visit

FORM = "application/x-www-form-urlencoded"
# A letter is at most four bytes of UTF-8, each of them three letters in a form (%C5%9F).
BYTES_PER_LETTER = 12
PLACE = "dene"


@dataclass(frozen=True, slots=True)
class Tried:
    """What was sent: the text and the day it was published, as they came."""

    text: str = ""
    day: str = ""


def form(visit: Visit) -> Answer:
    """The empty form."""
    return Answer("try.html", _values(visit, Tried()))


async def trying(request: Request) -> Response:
    """Read what was sent."""
    room: Room = request.app.state.room
    check_origin(request)
    if request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
        raise HTTPException(415)
    body = await body_of(request, room.settings.longest_try * BYTES_PER_LETTER)
    return await run_in_threadpool(_tried, request, room, body)


route = Route("/dene", trying, methods=["POST"])


def _tried(request: Request, room: Room, body: bytes) -> Response:
    visit = Visit(request, room, tongues()[request.state.tongue], None)  # type: ignore[arg-type]  # asks no book
    tried, status, refusal, shown = _sent(body), 200, None, {}
    try:
        article = _article(tried, room.settings.longest_try)
        reading = read_with(room, article)
    except ArticleError as error:
        status, refusal = 422, error
    except BusyError:
        raise HTTPException(429) from None
    except VakanuvisError:
        raise HTTPException(500) from None
    else:
        shown = Shown(visit, reading, {}, body=article.body).values()
    return sent(request, rendered(visit, "try.html", {**_values(visit, tried, refusal), **shown}), status=status)


def _values(visit: Visit, tried: Tried, refusal: ArticleError | None = None) -> dict[str, object]:
    return {"tried": tried, "longest": visit.room.settings.longest_try, "refusal": refusal, "reading": None}


def _article(tried: Tried, limit: int) -> Article:
    return article_of_fields({"text": tried.text, "published": tried.day or None}, PLACE, limit=limit)


def read_with(room: Room, article: Article) -> Reading:
    """The article's reading. Raises ArticleError, and BusyError where others are before."""
    outcome = room.trial.read(article)
    if outcome.reading is None:
        raise outcome.error or ArticleError.empty(PLACE)
    return outcome.reading


def check_origin(request: Request) -> None:
    """Other sites may not have this room read for them."""
    origin = request.headers.get("origin")
    elsewhere = request.headers.get("sec-fetch-site") in ("cross-site", "same-site")
    if elsewhere or (origin and urlsplit(origin).netloc != request.headers.get("host")):
        raise HTTPException(403)


async def body_of(request: Request, most: int) -> bytes:
    """What was sent, at most ``most`` bytes of it."""
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > most:
        raise HTTPException(413)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413)
    return bytes(body)


def _sent(body: bytes) -> Tried:
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    except ValueError:
        raise HTTPException(400) from None
    # Browsers send line ends as CR LF; a text in a file has them as they are here.
    text = fields.get("metin", [""])[0].replace("\r\n", "\n")
    return Tried(text, fields.get("tarih", [""])[0].strip())
