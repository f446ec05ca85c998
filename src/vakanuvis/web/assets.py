"""Style and script of the room, read once: no address can lead out of what was read.

In:  the name of a file in ``static``.
Out: the file, which browsers keep for as long as its address has the same digest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
}
SHARED = {"reading.css": "page.css", "reading.js": "page.js"}
"""What the page of ``vakanuvis read --format html`` uses too."""
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file and the digest of its bytes."""

    body: bytes
    media_type: str
    digest: str


@cache
def assets() -> Mapping[str, Asset]:
    """All files by name."""
    found = {file.name: file.read_bytes() for file in files("vakanuvis.web").joinpath("static").iterdir()}
    shared = files("vakanuvis.export").joinpath("assets")
    found |= {name: shared.joinpath(there).read_bytes() for name, there in SHARED.items()}
    return {
        name: Asset(body, TYPES[ending], sha256(body).hexdigest()[:12])
        for name, body in found.items()
        if (ending := name.rpartition(".")[2]) in TYPES
    }


def asset_address(name: str) -> str:
    """The address of a file, with its digest."""
    return f"/static/{name}?v={assets()[name].digest}"


def asset(request: Request) -> Response:
    """The file that the address names."""
    found = assets().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    current = request.query_params.get("v") == found.digest
    headers = {"Cache-Control": FOREVER if current else "no-cache", "ETag": f'"{found.digest}"'}
    if f'"{found.digest}"' in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(found.body, headers=headers, media_type=found.media_type)
