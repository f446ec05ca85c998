"""Languages by address, and what states are called where several rows share a code."""

from __future__ import annotations

import pytest

from vakanuvis.web.tongues import States, split_tongue, tongues


@pytest.mark.parametrize(
    ("path", "language", "rest"),
    [("/", "tr", "/"), ("/en", "en", "/"), ("/en/", "en", "/"), ("/en/ara", "en", "/ara"), ("/enlem", "tr", "/enlem")],
)
def test_the_language_stands_before_the_path(path, language, rest):
    assert split_tongue(path) == (language, rest)


@pytest.mark.parametrize(
    ("code", "turkish", "english"),
    [
        ("RUS", "Rusya", "Russia"),
        ("CZE", "Çekya", "Czechia"),
        ("DEU", "Almanya", "Germany"),
        ("HKG", "Hong Kong", "Hong Kong"),
        ("XYZ", "XYZ", "XYZ"),
    ],
)
def test_a_code_is_called_by_the_state_it_belongs_to_now(code, turkish, english):
    states = States.read()
    assert [states.name(code, tongues()[one]) for one in ("tr", "en")] == [turkish, english]


def test_a_code_that_two_states_share_names_both():
    assert States.read().name("CYP", tongues()["tr"]) == "Güney Kıbrıs / KKTC"


@pytest.mark.parametrize(("tongue", "name"), [("tr", "uluslararası kuruluşlar"), ("en", "international organisations")])
def test_what_stands_in_a_states_place_has_a_name(tongue, name):
    assert States.read().name("IGO", tongues()[tongue]) == name
    assert States.read().name("XYZ", tongues()["tr"]) == "XYZ"
