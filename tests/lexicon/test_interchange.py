"""The codes of other people's tables: complete, well formed, and none twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.frames import FrameLexicon
from vakanuvis.lexicon.interchange import interchange
from vakanuvis.lexicon.plover import plover
from vakanuvis.lexicon.world import WorldLexicon

TABLES = interchange()


def test_every_state_has_its_codes():
    assert {country.code for country in WorldLexicon.read(lexicon_folder()).countries} == set(TABLES.countries)


@pytest.mark.parametrize(
    ("field", "shape"), [("iso2", "[A-Z]{2}"), ("fips", "[A-Z]{2}"), ("cameo", "[A-Z]{3}"), ("cow", r"\d{1,3}")]
)
def test_the_codes_of_a_system_are_well_formed_and_belong_to_one_state_each(field, shape):
    codes = [code for row in TABLES.countries.values() if (code := getattr(row, field))]
    assert all(re.fullmatch(shape, code) for code in codes)
    assert [code for code, count in Counter(codes).items() if count > 1] == []


@pytest.mark.parametrize(
    ("code", "fips", "cameo", "cow"),
    [
        ("TUR", "TU", "TUR", "640"),
        ("DEU", "GM", "DEU", "255"),
        ("ROU", "RO", "ROM", "360"),
        ("VNM", "VM", "VNM", "816"),
        ("PSE", "", "PSE", ""),
        ("XKX", "KV", "", "347"),
    ],
)
def test_states_whose_codes_are_easily_mistaken(code, fips, cameo, cow):
    row = TABLES.countries[code]
    assert (row.fips, row.cameo, row.cow) == (fips, cameo, cow)


def test_a_body_that_is_no_state_has_no_code_of_a_state():
    assert (TABLES.iso2("UNO"), TABLES.fips(None), TABLES.cow("IGO")) == ("", "", "")


def test_every_cameo_code_has_a_scale_and_the_class_of_its_root():
    for code, row in TABLES.events.items():
        assert -10 <= row.scale <= 10
        assert row.quad == TABLES.events[code[:2]].quad


def test_frames_use_codes_that_exist():
    known = set(TABLES.events) | {"155", "176"}  # published without a Goldstein scale
    frames = FrameLexicon.read(lexicon_folder()).frames
    assert {frame.cameo for _, frame in frames if frame.cameo} <= known


def test_sectors_are_those_of_the_codebook():
    assert set(TABLES.sectors) <= set(plover().sectors)
    assert (TABLES.sectors["MED"].type, TABLES.sectors["JRN"].type) == ("HLH", "MED")
