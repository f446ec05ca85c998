"""Take the pictures of the reading room anew, from its own pages over the bundled newspaper.

    python -m docs.pictures

Needs a Chromium (apt-get install chromium). The pages are taken as they stand, in light and, one of them, in dark.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.addresses import crawled
from bench.browser import Browser, chromium
from bench.serving import serving
from starlette.testclient import TestClient

from vakanuvis.store.book import Record
from vakanuvis.web.app import room

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 1080, 700
LARGEST = 150_000
"""Bytes of a picture: it is in git."""


@dataclass(frozen=True, slots=True)
class Picture:
    """``path`` is a route's, of which the first address is taken that ``address`` does not name; ``at`` scrolls to."""

    name: str
    path: str
    address: str | None = None
    at: str | None = None
    scheme: str = "light"
    width: int = WIDTH


PICTURES = (
    Picture("first-page", "/"),
    Picture("article", "/makale/{id}", "/makale/{visit}"),
    Picture("article-at-night", "/makale/{id}", "/makale/{visit}", scheme="dark"),
    Picture("article-on-a-phone", "/makale/{id}", "/makale/{visit}", width=390),
    Picture("search", "/ara", "/ara?devlet=TUR"),
    Picture("preview", "/ara", "/ara?q=bakan&onizle={visit}"),
    Picture("state", "/devlet/{id}", "/devlet/TUR"),
    Picture("people", "/kisiler"),
    Picture("timeline", "/zaman"),
    Picture("map", "/harita"),
    Picture("network", "/ag"),
    Picture("for-programs", "/api"),
)


def main() -> None:
    """Write docs/pictures/*.png."""
    if chromium() is None:
        sys.exit("no Chromium on this machine: apt-get install chromium")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        book = _book(Path(folder) / "kayit.db")
        found = crawled(TestClient(room(book), base_url="http://127.0.0.1"), few=1)
        with serving(room(book)) as host, Browser.opened() as browser:
            for picture in PICTURES:
                address = picture.address or found[picture.path][0]
                _take(browser, f"{host}{address.format(visit=_visit(book))}", picture)


def _take(browser: Browser, address: str, picture: Picture) -> None:
    browser.size(picture.width, HEIGHT)
    browser.scheme(picture.scheme)
    browser.go(address)
    taken = browser.picture()
    if len(taken) > LARGEST:
        sys.exit(f"{picture.name}: {len(taken)} bytes, more than {LARGEST}")
    FOLDER.joinpath(f"{picture.name}.png").write_bytes(taken)


def _book(path: Path) -> Path:
    files = sorted((ROOT / "examples" / "newspaper").glob("*/article.*"))
    subprocess.run([Path(sys.executable).with_name("vakanuvis"), "ingest", *files, "--record", path], check=True)
    return path


def _visit(book: Path) -> str:
    """The article that the README shows too."""
    with Record.open(book) as record:
        return record.ask("articles", words="orman yangınları eğitim merkezi", limit=1)[0].id


if __name__ == "__main__":
    main()
