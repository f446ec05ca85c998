"""Every example of the titles is a test, and broken files are refused in Turkish."""

from __future__ import annotations

import shutil

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.titles import TitleLexicon
from vakanuvis.text.letters import folded

TITLES = TitleLexicon.read(lexicon_folder())
EXAMPLES = [(entry, text) for entry in TITLES.entries for text in entry.examples]
COUNTEREXAMPLES = [(entry, text) for entry in TITLES.entries for text in entry.not_]


def titles_in(doc) -> set[str]:
    return {folded(title.office) for actor in doc.actors if actor.kind == "person" for title in actor.titles}


@pytest.mark.parametrize(("entry", "text"), EXAMPLES, ids=[f"{entry.at} {text}" for entry, text in EXAMPLES])
def test_an_example_gives_its_title_to_the_person(read, entry, text):
    names = [folded(name) for name in (entry.title, *entry.also)]
    assert any(name in office for office in titles_in(read(text)) for name in names)


@pytest.mark.parametrize(("entry", "text"), COUNTEREXAMPLES, ids=[f"{e.at} {text}" for e, text in COUNTEREXAMPLES])
def test_a_counterexample_gives_it_to_nobody(read, entry, text):  # noqa: ARG001
    assert titles_in(read(text)) == set()


def test_there_are_enough_titles():
    assert len(TITLES.entries) >= 120


def test_every_short_form_is_a_title_too():
    known = {name for entry in TITLES.entries for name in (entry.title, *entry.also)}
    assert {short for entry in TITLES.entries for short in entry.short} <= known


def test_every_word_around_a_title_stands_in_its_example():
    for row in TITLES.words:
        assert folded(row.word) in folded(row.example), row.at


@pytest.fixture
def broken(tmp_path):
    def _broken(file: str, old: str, new: str):
        folder = tmp_path / "lexicon"
        shutil.copytree(lexicon_folder() / "words", folder / "words")
        path = folder / "words" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return _broken


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("titles.yaml", "  english: foreign minister", "  englsh: foreign minister", "alan yok"),
        ("titles.yaml", "  of: state", "  of: stat", "stat"),
        ("titles.yaml", "- title: Savunma Bakanı\n", "- title: Dışişleri Bakanı\n", "Dışişleri Bakanı"),
        ("title_words.tsv", "eski\tformer", "eski\tformerly", "formerly"),
        ("title_words.tsv", "eski\tformer\t", "eski\tformer", "sütun"),
    ],
)
def test_a_broken_file_is_refused_in_turkish(broken, file, old, new, says):
    with pytest.raises(LexiconError, match=says) as error:
        TitleLexicon.read(broken(file, old, new))
    assert "satır" in str(error.value)
