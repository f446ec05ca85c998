"""Every page in a real browser: silent console, nothing asked of others, for every eye and screen, scripts or none."""

from __future__ import annotations

import pytest
from bench.addresses import HTML_PATHS, crawled
from bench.browser import Browser, chromium
from bench.serving import serving
from starlette.testclient import TestClient
from tests.web.conftest import HERE
from tests.web.e2e.axe import findings
from tests.web.full_book import write_full_book

from vakanuvis.web.app import room

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: apt-get install chromium")

SCHEMES = ("light", "dark")
DESKTOP, PHONE = (1280, 900), (390, 844)
WIDE = """
[...document.querySelectorAll("main *, footer *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => one.outerHTML.slice(0, 100)).slice(0, 3)
"""
TEXT = "Bakan Deniz Orel, dün Ardalya ile anlaşma imzalandığını söyledi."


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return write_full_book(tmp_path_factory.mktemp("full") / "kayit.db")


@pytest.fixture(scope="module")
def addresses(book) -> dict[str, list[str]]:
    return crawled(TestClient(room(book), base_url=HERE), few=1)


@pytest.fixture(scope="module")
def host(book):
    with serving(room(book)) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with Browser.opened() as opened:
        yield opened


@pytest.fixture(autouse=True)
def as_it_was(browser):
    browser.size(*DESKTOP)
    browser.scheme("light")
    browser.scripts(run=True)


@pytest.mark.parametrize("path", HTML_PATHS)
def test_a_page_is_silent_and_asks_nothing_of_others(browser, host, addresses, path):
    for address in addresses.get(path, ()):
        browser.go(host + address)
        assert browser.complaints == [], address
        assert {one for one in browser.requests if not one.startswith((f"{host}/", "data:"))} == set(), address


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", HTML_PATHS)
def test_a_page_is_for_every_eye_and_reader(browser, host, addresses, path, scheme):
    browser.scheme(scheme)
    for address in addresses.get(path, ()):
        browser.go(host + address)
        assert findings(browser) == [], address


@pytest.mark.parametrize("path", HTML_PATHS)
def test_a_page_fits_a_phone_and_every_eye_there(browser, host, addresses, path):
    browser.size(*PHONE)
    for address in addresses.get(path, ()):
        browser.go(host + address)
        wide = browser.tell(WIDE)
        assert browser.tell("document.documentElement.scrollWidth") <= PHONE[0], f"{address}: {wide}"
        for scheme in SCHEMES:
            browser.scheme(scheme)
            assert findings(browser) == [], f"{address}, {scheme}"


@pytest.mark.parametrize("path", HTML_PATHS)
def test_a_page_says_the_same_without_scripts(browser, host, addresses, path):
    def said() -> str:
        browser.go(host + address)
        document = browser.do("DOM.getDocument")["root"]["nodeId"]
        main = browser.do("DOM.querySelector", nodeId=document, selector="main")["nodeId"]
        return browser.do("DOM.getOuterHTML", nodeId=main)["outerHTML"]

    for address in addresses.get(path, ()):
        with_scripts = len(said())
        browser.scripts(run=False)
        without = len(said())
        browser.scripts(run=True)
        assert without > 0.6 * with_scripts, address


def test_the_first_key_leads_to_the_content(browser, host):
    browser.go(f"{host}/")
    browser.press("Tab", code=9)
    assert browser.tell("document.activeElement.getAttribute('href')") == "#icerik"


@pytest.mark.parametrize("run", [True, False])
def test_a_search_is_typed_and_sent(browser, host, run):
    browser.scripts(run=run)
    browser.go(f"{host}/")
    document = browser.do("DOM.getDocument")["root"]["nodeId"]
    field = browser.do("DOM.querySelector", nodeId=document, selector=".masthead input[name=q]")["nodeId"]
    browser.do("DOM.focus", nodeId=field)
    browser.write("bakan")
    with browser.leaving():
        browser.press("Enter", code=13)
    assert any(one.endswith("/ara?q=bakan") for one in browser.requests)


def test_arrows_step_from_record_to_record(browser, host, addresses):
    browser.go(host + addresses["/makale/{id}"][0])
    lit = "document.querySelectorAll('.lit, [aria-current], .on').length + location.hash"
    before = browser.tell(lit)
    browser.press("ArrowRight", code=39)
    assert browser.tell(lit) != before


@pytest.mark.parametrize("run", [True, False])
def test_a_text_is_pasted_and_read(browser, host, run):
    browser.scripts(run=run)
    browser.go(f"{host}/dene")
    document = browser.do("DOM.getDocument")["root"]["nodeId"]
    field = browser.do("DOM.querySelector", nodeId=document, selector="#metin")["nodeId"]
    browser.do("DOM.focus", nodeId=field)
    browser.write(TEXT)
    browser.press("Tab", code=9)
    for _ in range(4):  # the parts of the date, then the button
        browser.press("Tab", code=9)
    with browser.leaving():
        browser.press("Enter", code=13)
    document = browser.do("DOM.getDocument")["root"]["nodeId"]
    page = browser.do("DOM.getOuterHTML", nodeId=document)["outerHTML"]
    assert "hiçbir yere yazılmadı" in page
    assert browser.complaints == []
