"""Who may decide: people who know the token that the room was opened with.

In:  the token; a name and what someone says the token is.
Out: a cookie that this room has signed and no other room knows, and the mark that forms carry against forgery.

The token is never in an address, a page or a log: it comes in a form or in a header, and goes no further.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from time import time

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "inceleme"
LASTING = 12 * 3600
"""Seconds for which a cookie is good: a day's work."""
SHORTEST_TOKEN = 16
LONGEST_NAME = 80
BEARER = "Bearer "
VERDICTS = {
    "same": "aynı",
    "different": "farklı",
    "unsure": "belli değil",
    "accept": "kabul",
    "reject": "ret",
    "edit": "düzeltme",
}
"""What a decision says."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Someone who may decide. ``mark`` is what their forms carry; None for a program that sent the token itself."""

    name: str
    mark: str | None


class Reviewers:
    """Admits those who know the token. Its key is new at every start: cookies of a closed room are worth nothing."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()
        self._key = secrets.token_bytes(32)

    def knows(self, said: str) -> bool:
        """True if it is the token; it takes as long for a good guess as for a bad one."""
        return hmac.compare_digest(self._token, said.encode("utf-8", "replace"))

    def admit(self, response: Response, name: str, *, secure: bool) -> None:
        """Give the cookie to who has told the token."""
        told = urlsafe_b64encode(f"{int(time()) + LASTING}\n{name}".encode()).decode()
        response.set_cookie(
            COOKIE,
            f"{told}.{self._sign('cookie', told)}",
            max_age=LASTING,
            httponly=True,
            samesite="strict",
            secure=secure,
        )

    def reviewer(self, request: Request) -> Reviewer | None:
        """Who asks; None if they did not say the token."""
        header = request.headers.get("authorization", "")
        if header.startswith(BEARER) and self.knows(header.removeprefix(BEARER)):
            return Reviewer("api", None)
        told, _, signature = request.cookies.get(COOKIE, "").partition(".")
        if not told or not hmac.compare_digest(signature.encode(), self._sign("cookie", told).encode()):
            return None
        try:
            until, _, name = urlsafe_b64decode(told).decode().partition("\n")
        except (Base64Error, UnicodeDecodeError):
            return None
        return Reviewer(name, self._sign("form", told)) if int(until) > time() else None

    def _sign(self, use: str, told: str) -> str:
        return hmac.new(self._key, f"{use}\n{told}".encode(), "sha256").hexdigest()
