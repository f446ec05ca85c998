"""What hands do in a real browser: drag over the bars of the timeline, decide by keys, decide without a script."""

from __future__ import annotations

import pytest
from bench.browser import Browser, chromium
from bench.serving import serving
from tests.web.full_book import write_full_book

from vakanuvis.web.app import room

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: apt-get install chromium")
TOKEN = "uzun-bir-inceleme-anahtari"


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    book = write_full_book(tmp_path_factory.mktemp("hands") / "kayit.db")
    with serving(room(book, review_token=TOKEN)) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with Browser.opened() as opened:
        opened.size(1280, 900)
        yield opened


def point(browser, number: int) -> dict[str, float]:
    """The middle of a bar."""
    where = f"document.querySelectorAll('[data-bars] > li')[{number}].getBoundingClientRect()"
    return {"x": browser.tell(f"{where}.x + {where}.width / 2"), "y": browser.tell(f"{where}.y + {where}.height / 2")}


def test_dragging_over_bars_chooses_their_days(browser, host):
    browser.go(f"{host}/zaman?ilk=2025&son=2025&taraf=TUR")
    first, last = point(browser, 1), point(browser, 3)
    with browser.leaving():
        browser.do("Input.dispatchMouseEvent", type="mousePressed", button="left", clickCount=1, **last)
        browser.do("Input.dispatchMouseEvent", type="mouseMoved", button="left", buttons=1, **point(browser, 2))
        browser.do("Input.dispatchMouseEvent", type="mouseMoved", button="left", buttons=1, **first)
        browser.do("Input.dispatchMouseEvent", type="mouseReleased", button="left", clickCount=1, **first)
    assert browser.tell("location.search") == "?ilk=2025-02&son=2025-04&taraf=TUR"
    assert browser.complaints == []


def test_a_bar_is_a_link_without_a_script(browser, host):
    browser.scripts(run=False)
    try:
        browser.go(f"{host}/zaman")
        assert browser.tell("[...document.querySelectorAll('[data-bars] a')].every(one => one.href.includes('ilk='))")
        assert browser.tell("getComputedStyle(document.querySelector('.js-only')).display") == "none"
    finally:
        browser.scripts(run=True)


def sign(browser, host, address: str) -> None:
    browser.go(host + address)
    if browser.tell("document.querySelector('#anahtar') !== null"):
        browser.tell("document.querySelector('#ad').focus()")
        browser.write("Deniz Sorgun")
        browser.tell("document.querySelector('#anahtar').focus()")
        browser.write(TOKEN)
        with browser.leaving():
            browser.press("Enter", code=13)


def cards(browser) -> list[str]:
    told: list[str] = browser.tell("[...document.querySelectorAll('[data-card] [name=one]')].map(one => one.value)")
    return told


def test_keys_go_from_card_to_card_decide_and_take_back(browser, host):
    sign(browser, host, "/inceleme?sira=yayim")
    before = cards(browser)
    browser.press("j")
    browser.press("j")
    assert browser.tell("document.activeElement.querySelector('[name=one]').value") == before[2]
    with browser.leaving():
        browser.press("x")
    assert before[2] not in cards(browser)
    with browser.leaving():
        browser.press("u")
    assert cards(browser) == before
    browser.press("e")
    assert browser.tell("document.activeElement.name") == "value"
    assert TOKEN not in browser.tell("location.href + document.documentElement.outerHTML + document.cookie")
    assert browser.complaints == []


def test_decisions_need_no_script(browser, host):
    sign(browser, host, "/inceleme?sira=yayim")
    before = cards(browser)
    browser.scripts(run=False)
    try:
        browser.go(f"{host}/inceleme?sira=yayim")
        with browser.leaving():
            browser.tell("document.querySelector('[data-card] button[value=accept]').click()")
        assert before[0] not in cards(browser)
    finally:
        browser.scripts(run=True)
