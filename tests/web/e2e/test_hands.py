"""What hands do in a real browser: drag over bars, choose on the map and in the network, decide, go by keys alone."""

from __future__ import annotations

import sqlite3

import pytest
from bench.browser import Browser, chromium
from bench.serving import serving
from tests.web.e2e.axe import findings
from tests.web.full_book import write_full_book

from vakanuvis.web.app import room

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: apt-get install chromium")
TOKEN = "uzun-bir-inceleme-anahtari"


SHIFT = 8
"""As the browser's protocol counts the keys that are held."""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return write_full_book(tmp_path_factory.mktemp("hands") / "kayit.db")


@pytest.fixture(scope="module")
def host(book):
    with serving(room(book, review_token=TOKEN)) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with Browser.opened() as opened:
        opened.size(1280, 900)
        yield opened


def middle(browser, selector: str, number: int = 0) -> dict[str, float]:
    """The middle of what a selector finds."""
    where = f"document.querySelectorAll({selector!r})[{number}].getBoundingClientRect()"
    return {"x": browser.tell(f"{where}.x + {where}.width / 2"), "y": browser.tell(f"{where}.y + {where}.height / 2")}


def drag(browser, selector: str, *numbers: int) -> None:
    """Press on the first, go over the others, let go on the last."""
    first, *others = (middle(browser, selector, number) for number in numbers)
    mouse = {"button": "left", "clickCount": 1}
    browser.do("Input.dispatchMouseEvent", type="mousePressed", **mouse, **first)
    for place in others:
        browser.do("Input.dispatchMouseEvent", type="mouseMoved", button="left", buttons=1, **place)
    browser.do("Input.dispatchMouseEvent", type="mouseReleased", **mouse, **(others or [first])[-1])


def focus(browser, selector: str) -> None:
    browser.tell(f"document.querySelector({selector!r}).focus()")


def enter(browser) -> None:
    with browser.leaving():
        browser.press("Enter", code=13)


BARS = "[data-bars] > li"
SEARCH = "location.search"


def test_dragging_over_bars_chooses_their_days(browser, host):
    browser.go(f"{host}/zaman?ilk=2025&son=2025&taraf=TUR&sayfa=1")
    before = browser.tell("document.querySelector('#liste').textContent")
    with browser.leaving():
        drag(browser, BARS, 3, 2, 1)
    assert browser.tell(SEARCH) == "?ilk=2025-02&son=2025-04&taraf=TUR"
    assert browser.tell("document.querySelector('#liste').textContent") != before
    assert browser.complaints == []


def test_a_drag_that_ends_where_it_began_is_a_press_on_one_bar(browser, host):
    browser.go(f"{host}/zaman?ilk=2025&son=2025")
    with browser.leaving():
        drag(browser, BARS, 2)
    assert browser.tell(SEARCH) == "?ilk=2025-03&son=2025-03"


@pytest.mark.parametrize(("page", "more"), [("/zaman", ""), ("/ag", "&kim=TUR")])
def test_keys_choose_a_range_of_bars(browser, host, page, more):
    browser.go(f"{host}{page}?ilk=2025&son=2025{more}")
    focus(browser, f"{BARS}:nth-child(2) a")
    for _ in range(2):
        browser.press("ArrowRight", code=39, held=SHIFT)
    assert browser.tell("document.querySelectorAll('[data-bars] > li.in').length") == 3
    enter(browser)
    assert browser.tell(SEARCH) == f"?ilk=2025-02&son=2025-04{more}"
    focus(browser, f"{BARS} a")
    browser.press("End", code=35)
    assert browser.tell(
        f"document.activeElement.closest({BARS!r}) === document.querySelector('[data-bars]').lastElementChild"
    )


def names(browser) -> list[str]:
    told: list[str] = browser.tell("[...document.querySelectorAll('.network .edge title')].map(one => one.textContent)")
    return told


def test_the_network_follows_the_strip_of_times(browser, host):
    browser.go(f"{host}/ag")
    every = names(browser)
    with browser.leaving():
        drag(browser, BARS, 2, 1)
    assert browser.tell(SEARCH) == "?ilk=2023&son=2024"
    assert names(browser)
    assert names(browser) != every
    focus(browser, ".strip [rel^=next]")
    enter(browser)
    assert browser.tell(SEARCH) == "?ilk=2025&son=2026"
    assert browser.complaints == []
    assert findings(browser) == []


def test_a_line_of_the_network_opens_its_records_by_keys(browser, host):
    browser.go(f"{host}/ag")
    focus(browser, ".network .edge")
    enter(browser)
    assert browser.tell("document.querySelectorAll('.network .edge.chosen').length") == 1
    assert browser.tell("document.querySelectorAll('#kayitlar .happening').length") > 0
    assert browser.tell("location.hash") == "#kayitlar"
    assert findings(browser) == []


def test_a_dot_of_the_map_chooses_its_place(browser, host):
    browser.go(f"{host}/harita?bak=dunya")
    total = browser.tell("document.querySelectorAll('.happening').length")
    where = middle(browser, ".map a .dot")
    with browser.leaving():
        for kind in ("mousePressed", "mouseReleased"):
            browser.do("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **where)
    assert browser.tell("/[?&](yer|bak)=/.test(location.search)")
    browser.go(f"{host}/harita")
    focus(browser, ".gazetteer tbody a")
    enter(browser)
    assert "yer=" in browser.tell(SEARCH)
    assert browser.tell("document.querySelectorAll('.gazetteer tr.chosen').length") == 1
    assert 0 < browser.tell("document.querySelectorAll('.happening').length") <= total
    focus(browser, ".chips a")
    enter(browser)
    assert "yer=" not in browser.tell(SEARCH)
    assert browser.complaints == []


def test_each_dot_can_be_reached_by_keys_and_says_what_it_is(browser, host):
    browser.go(f"{host}/harita")
    told = browser.tell("[...document.querySelectorAll('.map svg a')].map(one => one.getAttribute('aria-label'))")
    assert told
    assert all(told)
    focus(browser, ".map svg a")
    for number in range(min(len(told), 3)):
        assert browser.tell("document.activeElement.getAttribute('aria-label')") == told[number]
        browser.press("Tab", code=9)


def test_what_health_counts_leads_to_its_queue(browser, host):
    browser.go(f"{host}/saglik")
    focus(browser, "main a[href*='sira=soyleyen']")
    enter(browser)
    assert browser.tell(SEARCH) == "?sira=soyleyen"
    assert browser.tell("document.querySelectorAll('[data-card]').length") > 0


def shown(browser) -> str | None:
    told: str | None = browser.tell("document.querySelector('.results .shown')?.id ?? null")
    return told


def test_keys_go_through_the_results_with_the_preview_open(browser, host):
    browser.go(f"{host}/ara?q=bakan")
    rows = browser.tell("[...document.querySelectorAll('.results > li')].map(one => one.id)")
    browser.press("j")
    browser.press("j")
    assert browser.tell("document.activeElement.closest('li').id") == rows[1]
    with browser.leaving():
        browser.press("o")
    assert shown(browser) == rows[1]
    assert findings(browser) == []
    with browser.leaving():
        browser.press("j")
    assert shown(browser) == rows[2]
    with browser.leaving():
        browser.press("k")
    assert browser.tell(SEARCH) == f"?q=bakan&onizle={rows[1].removeprefix('s-')}"
    with browser.leaving():
        browser.press("Escape", code=27)
    assert (shown(browser), browser.tell(SEARCH)) == (None, "?q=bakan")
    assert browser.complaints == []


def test_keys_can_be_switched_off_and_stay_so(browser, host):
    browser.go(f"{host}/ara?q=bakan")
    browser.tell("document.querySelector('[data-keys]').click()")
    try:
        browser.go(f"{host}/ara?q=bakan")
        browser.press("j")
        assert browser.tell("document.activeElement === document.body")
    finally:
        browser.tell("document.querySelector('[data-keys]').click()")
    browser.press("Tab", code=9)
    browser.tell("document.activeElement.blur()")
    browser.press("j")
    assert browser.tell("document.activeElement.matches('.results .title')")


@pytest.mark.parametrize("width", [1280, 1000, 390])
def test_the_preview_stands_beside_the_list_or_at_the_foot(browser, host, width):
    browser.size(width, 844)
    browser.scripts(run=False)
    try:
        browser.go(f"{host}/ara?q=bakan")
        with browser.leaving():
            browser.tell("document.querySelector('.results li:nth-child(3) .peek').click()")
        top = browser.tell("document.querySelector('.preview').getBoundingClientRect().top")
        assert 0 <= top < 744
        assert browser.tell("document.documentElement.scrollWidth") <= width
        browser.scripts(run=True)
        assert findings(browser) == []
    finally:
        browser.scripts(run=True)
        browser.size(1280, 900)


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
    told: list[str] = browser.tell(
        "[...document.querySelectorAll('[data-card]')].map(one => one.querySelector('[name=one]').value)"
    )
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


def decided(book) -> list[tuple]:
    with sqlite3.connect(book) as connection:
        return connection.execute("SELECT verdict, slot, value FROM decisions ORDER BY n").fetchall()


def test_an_edit_is_written_by_keys_alone(browser, host, book):
    sign(browser, host, "/inceleme?sira=soyleyen")
    assert findings(browser) == []
    before = cards(browser)
    browser.press("j")
    browser.press("e")
    browser.write("İnci Çınar")
    browser.press("Tab", code=9)
    assert browser.tell("document.activeElement.value") == "edit"
    enter(browser)
    assert decided(book)[-1] == ("edit", "speaker", '"İnci Çınar"')
    assert before[0] not in cards(browser)
    assert browser.complaints == []


def test_enter_in_the_field_of_an_edit_never_accepts(browser, host, book):
    sign(browser, host, "/inceleme?sira=yayim")
    before = decided(book)
    browser.press("j")
    browser.press("e")
    browser.write("2025-03")
    enter(browser)
    assert decided(book)[len(before) :] == [("edit", "event", '"2025-03"')]


def test_keys_accept_and_go_on_to_the_next_card(browser, host, book):
    sign(browser, host, "/inceleme?sira=soyleyen")
    second = cards(browser)[1]
    with browser.leaving():
        browser.press("a")
    assert decided(book)[-1][0] == "accept"
    assert cards(browser)[0] == second
    assert browser.tell("document.activeElement.querySelector('[name=one]').value") == second
    browser.press("k")
    assert browser.tell("document.activeElement.querySelector('[name=one]').value") == second


def test_typing_in_a_field_decides_nothing(browser, host, book):
    sign(browser, host, "/inceleme?sira=soyleyen")
    before = decided(book)
    browser.press("e")
    for key in "axu":
        browser.press(key)
    assert decided(book) == before
    assert browser.tell("document.activeElement.name") == "value"


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


def test_on_paper_a_dossier_has_the_addresses_of_its_letters_and_nothing_to_press(browser, host):
    browser.go(f"{host}/devlet/TUR")
    browser.do("Emulation.setEmulatedMedia", media="print")
    try:
        seen = "[...document.querySelectorAll({!r})].some(one => one.getClientRects().length > 0)"
        for gone in (".masthead nav", ".masthead .find", ".tabs", ".forms", ".source .why"):
            assert not browser.tell(seen.format(gone)), gone
        assert browser.tell("getComputedStyle(document.querySelector('.source .at'), '::after').content").count(
            "/makale/"
        )
    finally:
        browser.do("Emulation.setEmulatedMedia", media="")
