import time
from pathlib import Path

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.gazetteer import PlaceLexicon

FOLDER = lexicon_folder()
HEAD = "name\tcountry\tlatitude\tlongitude\tpopulation\tother\tcommon\n"


def lexicon_with(folder: Path, places: str) -> Path:
    for name in ("world/regions.tsv", "words/place_nouns.tsv"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text((FOLDER / name).read_text("utf-8"), "utf-8")
    (folder / "world" / "places.tsv").write_text(places, "utf-8")
    return folder


def test_there_are_at_least_five_thousand_places():
    lines = (FOLDER / "world" / "places.tsv").read_text("utf-8").splitlines()
    assert sum(not line.startswith(("#", "name\t")) for line in lines) >= 5_000


def test_every_place_lies_on_earth_and_in_a_country():
    for entry in PlaceLexicon.read(FOLDER).places.values():
        assert entry.country is None or (len(entry.country) == 3 and entry.country.isupper())
        assert entry.latitude is None or -90 <= entry.latitude <= 90
        assert entry.longitude is None or -180 <= entry.longitude <= 180


def test_the_places_are_read_quickly():
    # 60 ms is the promise; the best of five, because other work may take the processor.
    spent = []
    for _ in range(5):
        begin = time.perf_counter()
        PlaceLexicon.read(FOLDER)
        spent.append(time.perf_counter() - begin)
    assert min(spent) < 0.06


@pytest.mark.parametrize(
    ("name", "country"),
    [("Londra", "GBR"), ("Selanik", "GRC"), ("Şam", "SYR"), ("Trablus", "LBY"), ("Kudüs", "ISR"), ("Pekin", "CHN"),
     ("İstanbul", "TUR"), ("Iğdır", "TUR"), ("Kırım", "UKR"), ("Gazze", "PSE"), ("Ege", None)],
)  # fmt: skip
def test_a_city_bears_its_turkish_name(name, country):
    assert PlaceLexicon.read(FOLDER).places[name].country == country


@pytest.mark.parametrize(
    ("places", "code"),
    [
        (HEAD.replace("common", "comon"), "L01"),
        (HEAD + "Roma\tITA\t41.9\t12.5\n", "L08"),
        (HEAD + "Roma\tITA\tkuzey\t12.5\t1\t\t\n", "L04"),
        (HEAD + "Roma\tITA\t41.9\t12.5\t1\t\tbelki\n", "L05"),
        (HEAD + "\tITA\t41.9\t12.5\t1\t\t\n", "L02"),
        (HEAD.replace("\tother", ""), "L08"),
    ],
)
def test_a_slip_in_the_places_is_refused_with_its_line(tmp_path, places, code):
    with pytest.raises(LexiconError) as refused:
        PlaceLexicon.read(lexicon_with(tmp_path, places))
    assert refused.value.code == code


def test_missing_places_are_named(tmp_path):
    with pytest.raises(LexiconError, match=r"L10"):
        PlaceLexicon.read(tmp_path)
