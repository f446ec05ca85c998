"""A few lines of HTML building: everything that is no ``Markup`` is escaped.

In:  names, attributes, texts.
Out: ``Markup``, which is put into other markup as it is.

    tag("q", "Kapı <açık>", lang="tr")      <q lang="tr">Kapı &lt;açık&gt;</q>
    (The gate is <open>.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}
# What no HTML page may hold, one letter each: NUL, lone surrogates, other control letters and noncharacters.
_REFUSED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNSAFE = re.compile("[&<>\"'\r]")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()

    def __html__(self) -> str:
        """As it is: template engines ask by this name what needs no escaping."""
        return self


def escaped(text: str) -> Markup:
    """``text`` as HTML that shows just these letters. Letters that HTML refuses become ``�``, one for one."""
    return Markup(_UNSAFE.sub(lambda found: _ESCAPES[found[0]], _REFUSED.sub("\ufffd", text)))


def joined(parts: Iterable[str | None], between: str = "") -> Markup:
    """The parts, one after the other; None is left out."""
    return Markup(escaped(between).join(_as_markup(part) for part in parts if part is not None))


def tag(name: str, *children: str | None, **attributes: str | bool | None) -> Markup:
    """An element. In an attribute's name a last ``_`` is dropped, others become ``-``; None and False leave it out."""
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escaped(value)}"'


def _as_markup(part: str) -> str:
    return part if isinstance(part, Markup) else escaped(part)
