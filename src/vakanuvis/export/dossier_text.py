"""A dossier as Markdown (CommonMark) or as an HTML page that asks nothing of the network.

In:  a Dossier.
Out: text. What is printed in an article is escaped: it can neither become a heading nor a link nor a script.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from string import Template

from vakanuvis.export import wording
from vakanuvis.export.dossier import Dossier, Item
from vakanuvis.export.markup import Markup, escaped, joined, tag

# What is markup in CommonMark wherever it stands, and what is at the beginning of a line.
_MARKS = re.compile(r"([\\`*_\[\]#|<>&~])|^([-+=]|\d+(?=[.)]))")


def markdown(dossier: Dossier) -> Iterator[str]:
    """The dossier in Markdown, piece by piece."""
    yield f"# {_plain(dossier.heading)}\n"
    if dossier.facts:
        yield "\n"
    for fact in dossier.facts:
        yield f"- {_plain(fact)}\n"
    for title, items in dossier.sections:
        yield f"\n## {_plain(title)} ({len(items)})\n"
        for item in items:
            yield _paragraph(item)


def page(dossier: Dossier) -> str:
    """The dossier as an HTML page."""
    page_of = files("vakanuvis.export").joinpath("assets")
    style = page_of.joinpath("dossier.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return Template(page_of.joinpath("dossier.html").read_text("utf-8")).substitute(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        title=escaped(dossier.heading),
        style=style,
        facts=tag("ul", *(tag("li", fact) for fact in dossier.facts)) if dossier.facts else Markup(),
        sections=joined((_section(title, items) for title, items in dossier.sections), "\n"),
    )


def _paragraph(item: Item) -> str:
    lines = [f"\n**{_plain(item.when or 'tarihsiz')}** · {_plain(item.told)}\n"]
    if item.letters is not None:
        lines.append(f"\n> {_plain(item.letters)}\n")
    source = _plain(item.source)
    address = f" <{item.url}>" if item.url else ""
    lines.append(f"\n*{source}*{address}\n")
    return "".join(lines)


def _plain(text: str) -> str:
    return _MARKS.sub(_escaped, wording.shown(text))


def _escaped(found: re.Match[str]) -> str:
    # A digit cannot be escaped, so a number that would begin a list is followed by an escaped full stop.
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _section(title: str, items: tuple[Item, ...]) -> Markup:
    return tag("section", tag("h2", f"{title} ({len(items)})"), tag("ol", *map(_entry, items)))


def _entry(item: Item) -> Markup:
    head = tag("p", tag("time", item.when or "tarihsiz"), " · ", item.told)
    quote = tag("blockquote", item.letters, lang="tr") if item.letters is not None else None
    link = tag("a", item.url, href=item.url, rel="noopener noreferrer") if item.url else None
    return tag("li", head, quote, tag("p", joined((tag("cite", item.source), link), " "), class_="source"))
