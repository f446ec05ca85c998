"""Every example in report_verbs.yaml and report_nouns.yaml is a test; so is every counterexample."""

from __future__ import annotations

from pathlib import Path

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.extract.statements import find_statements
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.report import ReportLexicon
from vakanuvis.record.doc import Doc

LEXICON = ReportLexicon.read(lexicon_folder())
ENTRIES = [(verb.verb, verb) for verb in LEXICON.verbs] + list(LEXICON.nouns.items())
EXAMPLES = [pytest.param(e, id=f"{name}: {e.text}") for name, entry in ENTRIES for e in entry.examples]
COUNTEREXAMPLES = [pytest.param(text, id=f"{name}: {text}") for name, entry in ENTRIES for text in entry.not_]


def with_statements(doc: Doc) -> Doc:
    return doc if doc.statements is not None else find_statements(doc, LEXICON)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read_as_it_says(example, read):
    doc = with_statements(read(example.text))
    found = [
        (
            " … ".join(map(doc.letters, statement.content)),
            doc.letters(statement.speaker_span) if statement.speaker_span else "",
            statement.kind,
        )
        for statement in doc.statements
    ]
    assert found == [(example.content, example.speaker, example.kind)]


@pytest.mark.parametrize("text", COUNTEREXAMPLES)
def test_a_counterexample_is_no_statement(text, read):
    doc = with_statements(read(text))
    assert [doc.letters(span) for statement in doc.statements for span in statement.content] == []


def copied(folder: Path, name: str, text: str) -> Path:
    """A lexicon folder with one file replaced."""
    words = folder / "words"
    words.mkdir()
    for path in (*(lexicon_folder() / "words").glob("report_*"), lexicon_folder() / "words" / "media.yaml"):
        (words / path.name).write_bytes(path.read_bytes())
    (words / name).write_text(text, encoding="utf-8")
    return folder


GOOD_VERB = """
- verb: söyle
  passive: söylen
  english: say
  force: assert
  content: [quote]
  examples:
    - text: Bakan geldi.
      content: geldi
"""
BROKEN = [
    pytest.param("report_verbs.yaml", GOOD_VERB.replace("examples:", "exmaples:"), "L01", id="a misspelt field"),
    pytest.param("report_verbs.yaml", GOOD_VERB.replace("  passive: söylen\n", ""), "L02", id="a missing field"),
    pytest.param("report_verbs.yaml", GOOD_VERB + GOOD_VERB, "L03", id="a verb written twice"),
    pytest.param("report_verbs.yaml", GOOD_VERB.replace("force: assert", "force: asert"), "L05", id="an unknown force"),
    pytest.param("report_verbs.yaml", GOOD_VERB.replace("[quote]", "[-dıgını]"), "L05", id="an unknown content"),
    pytest.param(
        "report_verbs.yaml", GOOD_VERB.replace("- text: Bakan geldi.", '- text: "a" b'), "L06", id="a bare mark"
    ),
    pytest.param("report_verbs.yaml", GOOD_VERB[: GOOD_VERB.index("  examples")], "L09", id="no example"),
    pytest.param("report_verbs.yaml", "söyle", "L04", id="no list"),
    pytest.param(
        "report_nouns.yaml",
        "- noun: iddia\n  english: claim\n  force: claim\n  takes: [quotation]\n",
        "L05",
        id="an unknown construction of a noun",
    ),
    pytest.param("report_links.tsv", "link\tenglish\ttakes\texample\ndiye\tsaying\n", "L08", id="too few columns"),
    pytest.param("report_links.tsv", "link\tenglsh\ttakes\texample\n", "L01", id="a misspelt column"),
    pytest.param("report_endings.tsv", "ending\tform\texample\nDIğI\t-dıgı\tyaptığı\n", "L05", id="an unknown form"),
]


@pytest.mark.parametrize(("name", "text", "code"), BROKEN)
def test_a_broken_file_is_refused_with_its_code_and_place(tmp_path, name, text, code):
    with pytest.raises(LexiconError) as error:
        ReportLexicon.read(copied(tmp_path, name, text))
    assert error.value.code == code
    assert name in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    copied(tmp_path, "report_verbs.yaml", GOOD_VERB)
    (tmp_path / "words" / "report_nouns.yaml").unlink()
    with pytest.raises(LexiconError, match=r"report_nouns\.yaml"):
        ReportLexicon.read(tmp_path)


def test_the_lexicon_holds_at_least_ninety_verbs():
    assert len(LEXICON.verbs) >= 90


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("sürdüğünü", "-dığını"),
        ("gideceklerini", "-dığını"),
        ("yaptığımızı", "-dığını"),
        ("olduğuna", "-dığına"),
        ("geldiğinden", "-dığından"),
        ("kapatılacağı", "-dığı"),
        ("bırakılmasını", "-masını"),
        ("söyleyen", "participle"),
        ("belirterek", "converb"),
        ("söyledi", ""),
    ],
)
def test_the_form_of_a_clause_is_told_by_its_ending(word, form):
    assert LEXICON.form_of(word) == form
