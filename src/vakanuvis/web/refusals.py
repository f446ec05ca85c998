"""Pages for what cannot be shown: each says what went wrong and what to do, in the language of the visit.

In:  an error on the way to an answer.
Out: a page with its status, or the same as JSON where JSON was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from vakanuvis.web.answers import FORMS, sent
from vakanuvis.web.connections import TooSlowError
from vakanuvis.web.rendering import rendered
from vakanuvis.web.rooms import Room
from vakanuvis.web.tongues import tongues
from vakanuvis.web.visits import Visit

SAID = {
    400: ("Bu istek anlaşılamadı.", "Adresteki değerlerden biri beklenen biçimde değil."),
    403: ("Buna izin yok.", "Bu iş için okuma odasının yetkilendirilmiş olması gerekir."),
    404: ("Böyle bir sayfa yok.", "Adres yanlış yazılmış olabilir ya da aranan kayıt bu defterde yoktur."),
    405: ("Bu adres böyle kullanılmaz.", "Okuma odası yalnızca okur."),
    413: ("Metin çok uzun.", "Metni bölün ya da “vakanuvis read” komutuyla okutun."),
    415: ("Bu içerik türü kabul edilmiyor.", "Metni formdan gönderin."),
    429: ("Şu anda çok istek var.", "Biraz sonra yeniden deneyin."),
    500: ("Sayfa hazırlanamadı.", "Bu bir program hatasıdır; sunucunun günlüğünde ayrıntısı vardır."),
    503: ("Bu soru çok uzun sürdü.", "Daha dar bir soru sorun ya da biraz sonra yeniden deneyin."),
}


def refused(request: Request, status: int) -> Response:
    """The page of an error."""
    room: Room = request.app.state.room
    tongue = tongues()[getattr(request.state, "tongue", "tr")]
    heading, remedy = (tongue.say(text) for text in SAID.get(status, SAID[500]))
    if request.path_params.get("form") in FORMS or request.url.path.startswith("/api/"):
        return JSONResponse({"error": {"status": status, "message": heading, "remedy": remedy}}, status)
    # The page of an error asks the book nothing.
    visit = Visit(request, room, tongue, None)  # type: ignore[arg-type]
    values: Mapping[str, Any] = {"status": status, "heading": heading, "remedy": remedy}
    return sent(request, rendered(visit, "refusal.html", values), status=status)


def refusals() -> Mapping[Any, Callable[[Request, Any], Any]]:
    """Which error becomes which page."""

    async def by_status(request: Request, error: HTTPException) -> Response:
        response = await run_in_threadpool(refused, request, error.status_code)
        response.headers.update(error.headers or {})
        return response

    async def too_slow(request: Request, _: TooSlowError) -> Response:
        return await run_in_threadpool(refused, request, 503)

    async def broken(request: Request, _: Exception) -> Response:
        return await run_in_threadpool(refused, request, 500)

    return {HTTPException: by_status, TooSlowError: too_slow, Exception: broken}
