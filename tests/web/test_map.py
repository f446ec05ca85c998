"""The map puts places where they are, joins those that would lie on each other, and says the same in a table."""

from __future__ import annotations

import csv
import io
from types import SimpleNamespace

import pytest

from vakanuvis.web.assets import assets
from vakanuvis.web.atlas import WIDE, WINDOWS, WORLD, Place, Window, capitals, dots, names, placed, window_for
from vakanuvis.web.maps import _name
from vakanuvis.web.tongues import States, tongues

NEAR = WINDOWS["yakin"][1]


def place(name, longitude, latitude, count=1) -> Place:
    return Place(f"{name}||{latitude}|{longitude}", name, "", longitude, latitude, count)


def test_corners_of_a_window_are_corners_of_the_drawing():
    assert NEAR.at(NEAR.west, NEAR.north) == (0, 0)
    x, y = NEAR.at(NEAR.east, NEAR.south)
    assert (round(x), round(y)) == (WIDE, round(NEAR.high))


def test_a_place_keeps_the_gazetteers_coordinates_and_a_state_stands_at_its_capital():
    found, unknown = placed({"Bükreş|ROU|44.432|26.106": 3, "Türkiye|TUR||": 2, "Yokyer|||": 1})
    assert [(one.name, one.longitude, one.state) for one in found] == [
        ("Bükreş", 26.106, False),
        ("Türkiye", capitals()["TUR"][0], True),
    ]
    assert unknown == [("Yokyer|||", 1)]


def test_places_that_would_lie_on_each_other_become_one_dot_and_nothing_is_lost():
    places = [place("A", 30, 40, 9), place("B", 30.05, 40, 4), place("C", 50, 30)]
    drawn = dots(places, NEAR)
    assert sorted(len(dot.places) for dot in drawn) == [1, 2]
    assert sum(dot.count for dot in drawn) == 14
    assert len(dots(places, Window(29.5, 39.5, 30.5, 40.5))) == 2


def test_names_never_overlap():
    drawn = dots([place(f"Uzun adlı bir yer {n}", 10 + n % 7 * 8, 25 + n // 7 * 2.5) for n in range(60)], NEAR)
    told = list(names(drawn, {one.key: one.name for dot in drawn for one in dot.places}))
    boxes = [(n.x - len(n.text) * 7.6 if n.end else n.x, n.y) for n in told]
    assert told
    for i, (x, y) in enumerate(boxes):
        for other_x, other_y in boxes[:i]:
            assert abs(y - other_y) >= 15.9 or abs(x - other_x) > 60


@pytest.mark.parametrize(
    ("places", "window"),
    [
        ([place("A", 33, 39)], "turkiye"),
        ([place("A", 44, 33)], "yakin"),
        ([place("A", 0, 52)], "avrupa"),
        ([], "dunya"),
    ],
)
def test_the_smallest_window_that_shows_nearly_all_is_chosen(places, window):
    assert window_for(places) == window


def test_the_land_is_carried_along_and_names_its_shape():
    assert b'id="land"' in assets()["land.svg"].body
    assert WORLD.high > 0


def test_the_page_draws_dots_and_tells_them_in_a_table(client):
    page = client.get("/harita").text
    assert 'class="dot' in page
    assert "land.svg" in page
    rows = list(csv.DictReader(io.StringIO(client.get("/harita.csv").text)))
    assert rows
    assert all(-90 <= float(row["latitude"]) <= 90 for row in rows)


def test_a_place_narrows_the_list(client):
    first = client.get("/harita.json").json()[0]
    place = {"yer": f"{first['name']}|{first['country']}|{first['latitude']}|{first['longitude']}"}
    dated, undated = (client.get("/zaman.json", params=place | more).json() for more in ({}, {"gun": "yok"}))
    if first["at"] == "place":
        assert dated["total"] + undated["total"] == first["events"]


@pytest.mark.parametrize(
    "window", ["x", "1,2,3", "nan,0,1,1", "0,0,0,0", "10,20,5,30", "0,-89,300,-88", "-9999,0,9999,1"]
)
def test_a_window_that_no_page_can_show_is_refused(client, window):
    assert client.get(f"/harita?bak={window}").status_code == 400


@pytest.mark.parametrize("window", [*WINDOWS, "20,30,40,45"])
def test_every_window_can_be_shown(client, window):
    assert client.get(f"/en/harita?bak={window}").status_code == 200


def test_a_state_that_is_written_in_two_ways_is_told_apart_by_how_it_is_written():
    visit = SimpleNamespace(room=SimpleNamespace(states=States.read()), tongue=tongues()["tr"])
    (one, other), _ = placed({"Türkiye|TUR||": 4, "Türkiye Cumhuriyeti|TUR||": 1})
    assert [_name(visit, each, alone=False) for each in (one, other)] == ["Türkiye", "Türkiye (Türkiye Cumhuriyeti)"]
    assert _name(visit, other, alone=True) == "Türkiye"
