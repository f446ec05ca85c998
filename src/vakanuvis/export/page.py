"""One page that shows readings beside their texts: it asks nothing of the network and works without JavaScript.

In:  readings or Docs.
Out: an HTML page, style and script inlined.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from vakanuvis.export.contract import reading_of
from vakanuvis.export.knowledge import Knowledge
from vakanuvis.export.markup import Markup, escaped, joined, tag
from vakanuvis.export.proof import Proof
from vakanuvis.lexicon.plover import Plover, plover
from vakanuvis.lexicon.rules import rules
from vakanuvis.record.doc import Doc
from vakanuvis.record.reading import Reading

LAYERS = (
    ("content", "söz"),
    ("cue", "aktaran söz"),
    ("mention", "kişi, taraf"),
    ("title", "unvan"),
    ("event", "olay"),
    ("agreement", "anlaşma"),
    ("time", "zaman"),
    ("place", "yer"),
    ("about", "yargı"),
)
"""What the marks at rest show, and what the legend calls it. A speaker is a mention, a provision an agreement."""
_NO_ANCHOR = re.compile(r"[^\w.-]")


def page_of(articles: Iterable[Doc | Reading], codes: Plover | None = None) -> str:
    """The whole page. With several articles it begins with a list of them."""
    codes = codes or plover()
    readings = [reading_of(item, codes) if isinstance(item, Doc) else item for item in articles]
    anchors = _anchors(readings)
    knowledge = Knowledge(codes, rules())
    shown = [Proof(reading, knowledge, anchor) for reading, anchor in zip(readings, anchors, strict=True)]
    headings = [proof.heading for proof in shown]
    return Template(_asset("page.html")).substitute(
        title=escaped(headings[0] if len(headings) == 1 else f"vakanüvis: {len(headings)} haber"),
        policy=_policy(),
        style=_asset("page.css"),
        script=_asset("page.js"),
        legend=_legend(),
        contents=_contents(shown),
        articles=joined((proof.article() for proof in shown), "\n"),
    )


def _anchors(readings: list[Reading]) -> list[Callable[[str], str]]:
    """How each reading's names become ids: as they are, or with a number before them where two articles would clash."""
    counts = Counter(name for reading in readings for name in _names(reading))
    alone = len(readings) == 1
    clash = not alone and any(count > 1 for count in counts.values())

    def anchor(number: int, name: str) -> str:
        # Spans, judgements and the article itself have names that are the same in each article.
        numbered = clash or (not alone and name not in counts)
        return _NO_ANCHOR.sub("-", f"m{number}-{name}" if numbered else name)

    return [lambda name, number=number: anchor(number, name) for number in range(1, len(readings) + 1)]  # type: ignore[misc]


def _names(reading: Reading) -> set[str]:
    layers = ("actors", "statements", "events", "agreements")
    return {record["id"] for layer in layers for record in reading[layer]}


def _legend() -> Markup:
    return joined(
        tag(
            "label",
            Markup(f'<input type="checkbox" id="show-{name}" checked> '),
            tag("span", words, class_=f"key {name}"),
        )
        for name, words in LAYERS
    )


def _contents(proofs: list[Proof]) -> Markup | None:
    if len(proofs) < 2:
        return Markup()
    rows = (tag("li", tag("a", proof.heading, href=f"#{proof.anchor('haber')}")) for proof in proofs)
    return tag("nav", tag("h2", "Haberler"), tag("ol", *rows), class_="contents", aria_label="Haberler")


@cache
def _policy() -> str:
    """Nothing from the network, and no style or script but the page's own."""
    style, script = (b64encode(sha256(_asset(name).encode()).digest()).decode() for name in ("page.css", "page.js"))
    allowed = f"style-src 'sha256-{style}'; script-src 'sha256-{script}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


@cache
def _asset(name: str) -> str:
    return files("vakanuvis.export").joinpath("assets", name).read_text("utf-8")
