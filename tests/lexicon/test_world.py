"""States, capitals, names, bodies and the nouns of people: every example is a test."""

from __future__ import annotations

import shutil
import time

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.lexicon.endings import NounEndings
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.organizations import BodyLexicon
from vakanuvis.lexicon.plover import plover
from vakanuvis.lexicon.world import WorldLexicon, read_country_names

WORLD = WorldLexicon.read(lexicon_folder())
BODIES = BodyLexicon.read(lexicon_folder())
INTERNATIONAL = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"}
CODES = {country.code for country in WORLD.countries}
SECTORS = frozenset(plover().sectors)


def test_every_state_is_there():
    assert len(WORLD.countries) >= 200
    assert {"TUR", "PSE", "XKX", "TWN", "CYP", "VAT", "HKG", "RUS", "USA"} <= CODES
    assert all(len(code) == 3 and code.isupper() for code in CODES)


def test_northern_cyprus_is_coded_as_cyprus_and_kept_apart():
    rows = [country for country in WORLD.countries if country.code == "CYP"]
    assert sorted((row.name, row.sector) for row in rows) == [("Güney Kıbrıs", "GOV"), ("KKTC", "GOV;PRE")]


def test_places_get_the_names_with_their_codes():
    assert read_country_names(lexicon_folder())["Birleşik Krallık"] == "GBR"


def test_every_code_is_a_state_or_an_international_code():
    assert {row.code for row in WORLD.capitals} <= CODES | INTERNATIONAL
    assert {row.country for row in WORLD.politicians} <= CODES | INTERNATIONAL
    assert {body.code for body in BODIES.bodies if body.code} <= CODES | INTERNATIONAL


def test_every_sector_is_one_of_plover():
    nouns = [*BODIES.body_nouns, *BODIES.people_nouns, *BODIES.bodies, *WORLD.countries, *WORLD.politicians]
    given = {part for row in nouns for part in row.sector.split(";") if part and part != "source"}
    assert given <= SECTORS


def test_there_are_enough_bodies():
    assert sum(1 + len(body.like) for body in BODIES.bodies) >= 120


@pytest.mark.parametrize("row", WORLD.capitals, ids=lambda row: row.name)
def test_a_capital_acts_in_its_example_and_lies_still_in_its_counterexample(read, row):
    def metonyms(text: str) -> list[str]:
        return [actor.country for actor in read(text).actors for m in actor.mentions if m.kind == "metonym"]

    found = metonyms(row.example) or [a.country for a in read(row.example).actors if a.kind == "organization"]
    assert found[:1] == [row.code]
    assert not row.never or metonyms(row.never) == []


@pytest.mark.parametrize("row", BODIES.body_nouns, ids=lambda row: row.noun)
def test_a_noun_for_bodies_makes_a_body_or_group_in_its_example(read, row):
    kinds = {actor.kind for actor in read(row.example).actors}
    assert kinds & {"organization", "group"}


@pytest.mark.parametrize("row", BODIES.people_nouns, ids=lambda row: row.noun)
def test_a_noun_for_people_makes_a_group_in_its_examples(read, row):
    for text in row.examples:
        assert "group" in {actor.kind for actor in read(text).actors}, text
    for text in row.not_:
        assert "group" not in {actor.kind for actor in read(text).actors}, text


@pytest.mark.parametrize("body", [body for body in BODIES.bodies if body.examples], ids=lambda body: body.name)
def test_a_body_is_found_in_its_examples(read, body):
    for text in body.examples:
        assert body.name in {actor.name for actor in read(text).actors}, text
    for text in body.not_:
        assert body.name not in {actor.name for actor in read(text).actors}, text


@pytest.mark.parametrize("row", BODIES.thing_nouns, ids=lambda row: row.noun)
def test_a_thing_with_a_name_is_no_person(read, row):
    assert [a for a in read(f"Haberde {row.example} anıldı.").actors if a.kind == "person"] == []


@pytest.mark.parametrize(
    ("form", "stem", "plural", "owner", "case"),
    [
        ("bakanlarına", "bakan", True, "ı", "Dat"),
        ("sözcüsü", "sözcü", False, "sü", ""),
        ("putinin", "putin", False, "", "Gen"),
        ("abdnin", "abd", False, "", "Gen"),
        ("rusyadaki", "rusya", False, "", "Loc"),
    ],
)
def test_endings_are_read_behind_a_stem(form, stem, plural, owner, case):
    found = NounEndings.read(lexicon_folder()).split(form, stem, acronym=stem == "abd")
    assert (found.plural, found.owner, found.case) == (plural, owner, case)


def test_what_is_no_ending_is_refused():
    endings = NounEndings.read(lexicon_folder())
    assert endings.split("rusya", "rus") is None
    assert endings.split("bakanlık", "bakan") is None


def test_the_lexicon_of_actors_loads_fast():
    best = 1.0
    for _ in range(3):
        begun = time.perf_counter()
        ActorLexicon.read(lexicon_folder())
        best = min(best, time.perf_counter() - begun)
    assert best < 0.25  # 0.07 s on one quiet core; the slack is for busy machines


@pytest.fixture
def broken(tmp_path):
    def _broken(file: str, old: str, new: str):
        folder = tmp_path / "lexicon"
        for room in ("world", "words"):
            shutil.copytree(lexicon_folder() / room, folder / room)
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return _broken


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("world/countries.tsv", "\tİngiltere\t", "\tFransa\t", "Fransa"),
        ("world/countries.tsv", "code\tname\t", "code\tnam\t", "nam"),
        ("world/capitals_as_states.tsv", "\tseat\t", "\tthrone\t", "throne"),
        ("world/given_names.tsv", "\tgiven\t", "\tgivn\t", "givn"),
        ("world/politicians.tsv", "\tyes\t", "\tmaybe\t", "maybe"),
        ("world/organizations.yaml", "{name: NATO,", "{nme: NATO,", "alan yok"),
        ("world/organizations.yaml", "{name: NATO,", "{name: Hamas,", "Hamas"),
        ("words/people_nouns.yaml", "- noun: asker", "- nown: asker", "alan yok"),
        ("words/body_nouns.tsv", "\torgan\t", "\torgn\t", "orgn"),
        ("words/noun_endings.tsv", "\tnumber\t", "\tnumbr\t", "numbr"),
    ],
)
def test_a_broken_file_is_refused_in_turkish(broken, file, old, new, says):
    with pytest.raises(LexiconError, match=says) as error:
        ActorLexicon.read(broken(file, old, new))
    assert "satır" in str(error.value)
