"""What stands before every page: the host is checked, answers carry their headers, ``/en`` chooses the language.

In:  a request (ASGI).
Out: the same request with its language, or a refusal; the answer with the headers that keep it safe.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vakanuvis.web.tongues import split_tongue

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
POLICY = "; ".join(
    (
        *("default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'"),
        *("font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """Wraps the room. ``hosts`` are the names it answers to, so that no other site can borrow it (DNS rebinding)."""

    app: ASGIApp
    hosts: frozenset[str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, choose the language, and pass on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if host_of(Headers(scope=scope).get("host", "")) not in self.hosts:
            refusal = PlainTextResponse("Bu ad altında bir okuma odası yok. (No reading room by this name.)\n", 400)
            await refusal(scope, receive, send_guarded)
            return
        tongue, path = split_tongue(scope["path"])
        state = {**scope.get("state", {}), "tongue": tongue}
        await self.app({**scope, "path": path, "raw_path": path.encode(), "state": state}, receive, send_guarded)


def host_of(header: str) -> str:
    """The host of a ``Host`` header without its port."""
    if header.startswith("["):
        return header.partition("]")[0] + "]"
    return header.partition(":")[0]


def hosts_of(names: Iterable[str]) -> frozenset[str]:
    """The names a room answers to: loopback and what it was told; an IPv6 address stands in brackets."""
    return frozenset((*LOOPBACK, *(f"[{name}]" if ":" in name else name for name in names)))
