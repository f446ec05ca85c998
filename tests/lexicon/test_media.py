"""Every example in media.yaml is a test; so is every counterexample."""

from __future__ import annotations

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.media import Media
from vakanuvis.lexicon.report import ReportLexicon

ENTRIES = ReportLexicon.read(lexicon_folder()).media.entries
EXAMPLES = [pytest.param(e, text, id=f"{e.words}: {text}") for e in ENTRIES for text in e.examples]
COUNTEREXAMPLES = [pytest.param(e, text, id=f"{e.words}: {text}") for e in ENTRIES for text in e.not_]


@pytest.mark.parametrize(("entry", "text"), EXAMPLES)
def test_an_example_shows_its_medium(entry, text, read):
    assert [statement.medium for statement in read(text).statements] == [entry.medium]


@pytest.mark.parametrize(("entry", "text"), COUNTEREXAMPLES)
def test_a_counterexample_shows_no_such_medium(entry, text, read):
    assert entry.medium not in [statement.medium for statement in read(text).statements]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- words: mektup\n  medium: letter\n", "L09"),
        ("- words: mektup\n  medium: paper\n  examples: [Mektupta yazdı.]\n", "L05"),
        ("- words: mektup\n  medium: letter\n  examples: [a]\n" * 2, "L03"),
    ],
    ids=["no example", "an unknown medium", "written twice"],
)
def test_a_broken_file_is_refused_with_its_code(text, code, tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "media.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        Media.read_with(tmp_path, ())
    assert error.value.code == code
