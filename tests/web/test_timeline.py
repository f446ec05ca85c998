"""The timeline counts by day, month, year or decade, and says what stands in no bar."""

from __future__ import annotations

import numpy as np
import pytest

from vakanuvis.web.bars import CENTURY, DAY, DECADE, MONTH, YEAR, Chart, Classes, unit_for
from vakanuvis.web.bars import chart as charted
from vakanuvis.web.catalogue import Facet, Shelf
from vakanuvis.web.selecting import Aspects, Selection

DAYS = {1: 20250301, 2: 20250301, 3: 20250315, 4: 20250101, 5: 0, 6: 19740720}
KNOWN = {1: "day", 2: "day", 3: "day", 4: "year", 6: "day"}
CLASS = {1: "1", 2: "4", 3: "1"}


@pytest.fixture
def shelf() -> Shelf:
    days = np.full(7, -1, dtype=np.int32)
    for row, day in DAYS.items():
        days[row] = day
    return Shelf(days, {"aspects": Facet().grown((n, f"{CLASS.get(n, '')}|{KNOWN.get(n, '')}") for n in DAYS)})


def chart(shelf: Shelf, first: str, last: str) -> Chart:
    aspects = Aspects(shelf, ("quad", "precision"))
    return charted(Selection(shelf), first, last, Classes.of(aspects, aspects.wanted({}), "quad", ("1", "4", "")))


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        ("2025-03-01", "2025-03-31", DAY),
        ("2025-01-01", "2025-12-31", MONTH),
        ("2015-01-01", "2025-12-31", YEAR),
        ("1923-01-01", "2025-12-31", DECADE),
        ("0001-01-01", "9999-12-31", CENTURY),
    ],
)
def test_the_unit_follows_the_days_in_view(first, last, unit):
    assert unit_for(first, last) is unit


def test_days_are_stacked_by_class_and_leave_no_gaps(shelf):
    made = chart(shelf, "2025-03-01", "2025-03-31")
    assert len(made.bars) == 31
    assert (made.bars[0].edtf, made.bars[0].counts) == ("2025-03-01", (1, 1, 0))
    assert (made.bars[14].counts, made.highest, made.rough) == ((1, 0, 0), 2, 0)


def test_what_is_known_by_its_year_alone_stands_in_no_month(shelf):
    made = chart(shelf, "2025-01-01", "2025-12-31")
    assert [bar.total for bar in made.bars] == [0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert made.rough == 1


def test_a_year_holds_it(shelf):
    made = chart(shelf, "2020-01-01", "2025-12-31")
    assert [(bar.edtf, bar.total) for bar in made.bars][-1] == ("2025", 4)


def test_decades_are_addressed_by_their_years(shelf):
    made = chart(shelf, "1923-01-01", "2025-12-31")
    found = {bar.edtf: bar for bar in made.bars if bar.total}
    assert set(found) == {"1970/1979", "2020/2029"}
    assert (found["1970/1979"].first, found["1970/1979"].last) == ("1970", "1979")


def whole(client, address):
    return client.get(address).json()


def test_the_bars_of_all_years_and_what_stands_beside_them_are_all_dated_events(client):
    told = whole(client, "/zaman.json")
    inside = sum(count for bar in told["bars"] for name, count in bar.items() if name != "date") + told["too_rough"]
    first, last = told["days"]
    before, after = (whole(client, f"/zaman.json?{side}")["total"] for side in (f"son={first}", f"ilk={last}"))
    same = sum(whole(client, f"/zaman.json?ilk={day}&son={day}")["total"] for day in (first, last))
    assert told["total"] == inside + before + after - same


def test_a_bar_leads_deeper_and_the_page_tells_where_one_is(client):
    page = client.get("/zaman?ilk=2025&son=2025").text
    assert 'href="/zaman?ilk=2025-03&amp;son=2025-03"' in page
    assert '<strong aria-current="location">2025</strong>' in page
    page = client.get("/zaman?ilk=2025-03&son=2025-03").text
    assert '<a href="/zaman?ilk=2025&amp;son=2025">2025</a>' in page


def test_every_row_leads_to_its_letters_and_tells_how_its_day_is_known(client):
    for row in whole(client, "/zaman.json?dayanak=publication")["results"]:
        start, end = row["address"].rpartition("#c")[2].split("-")
        assert int(start) < int(end)
        assert row["date_basis"] == "publication"
    assert "yayım tarihinden" in client.get("/zaman?dayanak=publication").text


def test_those_without_a_date_can_be_seen(client):
    told = whole(client, "/zaman.json?gun=yok")
    assert told["total"] > 0
    assert all(row["date"] is None or row["date"].startswith("..") for row in told["results"])


def test_filters_narrow_the_whole_page(client):
    every, some = whole(client, "/zaman.json"), whole(client, "/zaman.json?olay=CONSULT&sinif=1&durum=actual")
    assert 0 < some["total"] < every["total"]
    assert all(row["event"] == "CONSULT" for row in some["results"])
    party = whole(client, "/zaman.json?taraf=TUR")
    assert 0 < party["total"] < every["total"]


def test_statements_have_a_timeline_too(client):
    told = whole(client, "/zaman.json?ne=soz&tur=direct")
    assert told["by"] == "kind"
    assert all(row["kind"] == "direct" for row in told["results"])


@pytest.mark.parametrize(
    "query", ["ilk=dün", "adet=0", "adet=9999", "sayfa=x", "ilk=2025-13", "son=2025-02-30", "ilk=0000", "son=%00"]
)
def test_an_address_that_no_page_links_to_is_refused(client, query):
    assert client.get(f"/zaman?{query}").status_code == 400


@pytest.mark.parametrize(
    "query", ["olay=YOK", "sinif=9", "yer=yok", "taraf=yok", "ilk=2025&son=1999", "sayfa=99999", "ilk=0001&son=9999"]
)
def test_what_nothing_has_is_an_empty_page(client, query):
    assert client.get(f"/zaman?{query}").status_code == 200


def test_a_book_without_articles_has_an_empty_timeline(empty):
    for path in ("/zaman", "/zaman?ne=soz", "/harita", "/ag", "/inceleme", "/inceleme?sira=yayim", "/saglik"):
        assert empty.get(path).status_code == 200
