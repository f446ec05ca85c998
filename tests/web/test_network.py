"""The network draws the same ties in the same places, and every line leads to its records."""

from __future__ import annotations

import re

import numpy as np
import pytest

from vakanuvis.web.layout import places
from vakanuvis.web.ties import EDGES, NODES, SAY, Tie, _strongest


def test_the_same_network_stands_in_the_same_places():
    edges = ((0, 1, 5.0), (1, 2, 1.0), (3, 4, 2.0))
    one = places(5, edges)
    places.cache_clear()
    assert np.array_equal(one, places(5, edges))
    assert one.min() >= 0
    assert one.max() <= 1


def test_those_that_have_much_with_each_other_stand_nearer():
    found = places(6, ((0, 1, 50.0), (2, 3, 50.0), (4, 5, 50.0)))
    far = np.linalg.norm(found[:, None] - found[None], axis=2)
    assert far[0, 1] < far[0, 2:].min()


@pytest.mark.parametrize("nodes", [0, 1])
def test_a_network_of_nobody_or_one_needs_no_springs(nodes):
    assert places(nodes, ()).shape == (nodes, 2)


def test_the_strongest_ties_are_kept_and_the_party_in_the_middle_stays():
    ties = [Tie(f"A{n:03}", f"B{n:03}", {SAY: 100 - n}) for n in range(100)]
    kept = _strongest(ties, "M")
    assert len(kept) <= EDGES
    assert len({end for tie in kept for end in (tie.one, tie.other)} | {"M"}) <= NODES
    assert kept[0].total == 100


def rows(client, address="/ag.json"):
    return client.get(address).json()


def test_states_are_drawn_and_told_in_a_table(client):
    page, found = client.get("/ag").text, rows(client)
    assert found
    assert page.count('class="edge') == len(found)
    assert page.count('<th scope="row">') == len(found)


def test_a_line_leads_to_as_many_records_as_it_tells(client):
    for row in rows(client)[:5]:
        page = client.get("/ag", params={"uc": f"{row['one']}~{row['other']}"}).text
        section = page.partition('id="kayitlar"')[2].partition("</section>")[0]
        assert len(re.findall(r'<li class="happening', section)) == row["records"], row


def test_a_kind_of_tie_leaves_only_its_own(client):
    for row in rows(client, "/ag.json?bag=SAY"):
        assert {*row["one_to_other"], *row["other_to_one"]} == {SAY}


def test_days_narrow_the_ties(client):
    every, year = rows(client), rows(client, "/ag.json?ilk=2025&son=2025")
    assert sum(row["records"] for row in year) < sum(row["records"] for row in every)
    assert rows(client, "/ag.json?ilk=1900&son=1901") == []


def strip(client, address):
    """The periods of the strip by their names, and all its addresses."""
    page = client.get(address).text.partition('<nav class="strip"')[2].partition("</nav>")[0]
    periods = re.findall(r'data-first="([^"]+)"[^>]*?( class="chosen")?>', page)
    return {name: bool(chosen) for name, chosen in periods}, re.findall(r'href="([^"]+)"', page)


def test_the_strip_of_times_leads_to_years_and_in_a_year_to_its_months(client):
    years, addresses = strip(client, "/ag")
    assert list(years) == ["2022", "2023", "2024", "2025"]
    assert not any(years.values())
    assert "/ag?ilk=2024&amp;son=2024" in addresses
    months, addresses = strip(client, "/ag?ilk=2024&son=2024&kim=TUR")
    assert len(months) == 12
    assert {"/ag?kim=TUR", "/ag?ilk=2024-05&amp;son=2024-05&amp;kim=TUR"} <= set(addresses)


@pytest.mark.parametrize(
    ("first", "last", "before", "after"),
    [
        ("2024", "2024", "ilk=2023&amp;son=2023", "ilk=2025&amp;son=2025"),
        ("2024-02", "2024-03", "ilk=2023-12&amp;son=2024-01", "ilk=2024-04&amp;son=2024-05"),
        ("2024-02-01", "2024-02-10", "ilk=2024-01-22&amp;son=2024-01-31", "ilk=2024-02-11&amp;son=2024-02-20"),
        ("2023-02", "2024-01", "ilk=2022-02&amp;son=2023-01", "ilk=2024-02&amp;son=2025-01"),
    ],
)
def test_a_stretch_of_time_can_be_pushed_back_and_on(client, first, last, before, after):
    _, addresses = strip(client, f"/ag?ilk={first}&son={last}")
    assert {f"/ag?{before}", f"/ag?{after}"} <= set(addresses)


def test_the_months_in_view_are_marked(client):
    months, _ = strip(client, "/ag?ilk=2024-02&son=2024-03")
    assert [name for name, chosen in months.items() if chosen] == ["2024-02", "2024-03"]


@pytest.mark.parametrize(
    "days", ["ilk=0001&son=0001", "ilk=9999&son=9999", "ilk=2025", "son=2023", "ilk=2025&son=2023"]
)
def test_no_days_break_the_strip(client, days):
    assert client.get(f"/ag?{days}").status_code == 200


def test_a_person_has_a_network_of_their_own(client):
    person, name = re.search(r'href="/kisi/(\w+)" lang="tr">([^<]+)<', client.get("/").text).groups()
    page = client.get(f"/ag?kim={person}")
    assert page.status_code == 200
    assert f"İlişki ağı: {name}" in page.text


def test_nobody_has_no_network(client):
    assert client.get("/ag?kim=yok").status_code == 404
    assert client.get("/ag?ilk=dün").status_code == 400
    assert client.get("/ag?uc=YOK~HIC").status_code == 200


def test_the_health_page_tells_every_tally_that_is_no_month(client):
    told = client.get("/saglik.json").json()
    assert {"statement rule", "event date", "statement speaker", "article reader"} <= {row["name"] for row in told}
    page = client.get("/saglik").text
    assert "Okunamayan haberler" in page
    assert 'href="/inceleme?sira=yayim"' in page
