"""Addresses that nobody links to: whatever is asked, the room answers or refuses; it never breaks.

    python -m bench.hostile_addresses BOOK.db [--examples 2000]

Every route is asked with parts and parameters made by hypothesis, and the room for programs is tried by schemathesis
against its own description. What is found is told with the address that shows it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import parse_qsl, quote, quote_from_bytes, urlsplit

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.testclient import TestClient

from bench.addresses import crawled
from vakanuvis.web.app import room
from vakanuvis.web.routes import routes

BROKEN = 500
"""From here on the fault is the room's; 503 says that a question took too long, which no small book's may."""
NAMES = (
    *("q", "ne", "ay", "gazete", "devlet", "tur", "olay", "celiski", "taraf", "ilk", "son", "sayfa", "adet", "sira"),
    *("of", "about", "to", "with", "from", "until", "words", "named", "event", "kind", "status", "office", "country"),
    *("article", "limit", "before_day", "before_n", "before_articles", "after_id", "after_day", "after_what", "v"),
)
"""Parameters that some page knows; those of a page's own forms and links are added."""
VALUES = (
    *("TUR", "GRC", "TUR-GRC", "2025", "2025-03", "2025-13-45", "2024~", "../2025", "0", "-1", "1", "500", "501"),
    *("9" * 30, "1e9", "٣", "NaN", "null", "true", "%", "%00", "\x00", "'", '"', "--", "*", "a" * 301, "ı" * 600),
    *("bakan", '"dışişleri bakanı"', "NEAR(a b)", "direct", "CONSULT", "soz", "eski", "yok", "<script>", "{{ 7 }}"),
    *("\ud7ff", "\u202e", "I\u0307", "ﬀ", "𝕏", "../../etc/passwd", "//evil.example", "javascript:alert(1)"),
)
texts = st.one_of(st.sampled_from(VALUES), st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
written = st.one_of(texts.map(lambda text: quote(text, safe="")), st.binary(max_size=12).map(quote_from_bytes))


def queries(names: Iterable[str] = NAMES) -> st.SearchStrategy[str]:
    """Queries of known and unknown parameters."""
    pair = st.tuples(st.one_of(st.sampled_from(sorted(names)), written.filter(bool)), written)
    pairs = st.lists(pair, max_size=5).map(lambda some: "&".join(f"{name}={value}" for name, value in some))
    return st.one_of(pairs, written)


def addresses(path: str, known: Sequence[str] = ()) -> st.SearchStrategy[str]:
    """Addresses of a route, its parts filled with anything or taken from ``known`` addresses of it."""
    pieces = re.split(r"\{[^}]*\}", path)
    forms = st.sampled_from(("json", "csv", "jsonl"))
    parts = [forms if "form" in part else written.filter(bool) for part in re.findall(r"\{([^}]*)\}", path)]
    filled = st.tuples(*parts).map(lambda some: "".join(map("".join, zip(pieces, (*some, ""), strict=True))))
    there = st.sampled_from([urlsplit(address).path for address in known]) if known else filled
    names = {*NAMES, *(name for address in known for name, _ in parse_qsl(urlsplit(address).query))}
    whole = st.tuples(st.sampled_from(("", "/en")), st.one_of(there, filled), queries(names))
    return whole.map(lambda told: f"{told[0]}{told[1]}?{told[2]}")


def paths() -> list[str]:
    """The paths of all routes that are read."""
    found = [route.path for route in routes() if isinstance(route, Route) and "GET" in (route.methods or ())]
    return list(dict.fromkeys(found))


def ask(path: str, check: Callable[[str], None], *, examples: int, known: Sequence[str] = ()) -> None:
    """Call ``check`` with so many addresses of a route, some of them ``known`` ones with other parameters."""
    quiet = settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    quiet(given(addresses(path, known))(check))()


def main() -> None:
    """Ask a room over a book."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("record", type=Path)
    options.add_argument("--examples", type=int, default=2_000)
    asked = options.parse_args()
    client = TestClient(
        room(asked.record), base_url="http://127.0.0.1", raise_server_exceptions=False, follow_redirects=False
    )
    found = crawled(client, few=10)
    broken = sum(_tell(client, path, found.get(path, ()), asked.examples) for path in paths())
    print(f"broken: {broken}")
    sys.exit(bool(broken))


def _tell(client: TestClient, path: str, known: Sequence[str], examples: int) -> int:
    """Ask for so many addresses of a route, print what came; how many broke it."""
    statuses: Counter[int] = Counter()
    wrong: list[str] = []

    def check(address: str) -> None:
        answer = client.get(address)
        statuses[answer.status_code] += 1
        if answer.status_code >= BROKEN:
            wrong.append(address)

    ask(path, check, examples=examples, known=known)
    print(f"{path:44} {'  '.join(f'{status}: {count}' for status, count in sorted(statuses.items()))}", flush=True)
    for address in wrong[:3]:
        print(f"    broken: {address}")
    return len(wrong)


if __name__ == "__main__":
    main()
