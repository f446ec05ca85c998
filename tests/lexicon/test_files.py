from dataclasses import dataclass
from typing import Literal

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_tsv, read_yaml


@dataclass(frozen=True)
class Example:
    text: str
    speaker: str = ""


@dataclass(frozen=True)
class Verb:
    verb: str
    examples: tuple[Example, ...]
    force: Literal["assert", "deny"] = "assert"
    not_: tuple[Example, ...] = ()
    direct: bool = True
    at: str = ""


@dataclass(frozen=True)
class Row:
    code: str
    names: tuple[str, ...] = ()
    at: str = ""


GOOD = """
- verb: on   # on (ten) stays a word
  examples:
    - text: |
        "Tamam" dedi Fidan.
      speaker: Fidan
  not:
    - text: Olmaz.
"""


def test_an_entry_knows_its_line_and_words_stay_words(tmp_path):
    path = tmp_path / "verbs.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (verb,) = read_yaml(path, Verb)
    assert verb.verb == "on"
    assert verb.at == "verbs.yaml:2"
    assert verb.examples[0].text == '"Tamam" dedi Fidan.'
    assert verb.not_[0].text == "Olmaz."


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("- verb: de\n  exmaples: []\n", "L01", "satır 2: “exmaples” diye bir alan yok. “examples” mi"),
        ("- verb: de\n", "L02", "satır 1: “examples” alanı eksik"),
        ("- verb: de\n  verb: söyle\n", "L03", "satır 2: “verb” iki kez"),
        ("- verb: [de]\n  examples: []\n", "L04", "satır 1: “verb” tek bir değer"),
        ("- verb: de\n  examples: evet\n", "L04", "satır 2: “examples” bir liste"),
        ("verb: de\n", "L04", "“- ” ile başlayan bir liste"),
        ("- de\n", "L04", "satır 1"),
        ("- verb: de\n  force: dney\n  examples: [{text: a}]\n", "L05", "“deny” mi demek istediniz"),
        ("- verb: de\n  direct: belki\n  examples: [{text: a}]\n", "L05", "satır 2"),
        ('- verb: de\n  examples:\n    - text: "Tamam" dedi.\n', "L06", "satır 3"),
        ("- verb: de\n  examples: []\n", "L02", "examples"),
    ],
)
def test_a_slip_is_named_with_line_and_remedy(tmp_path, text, code, says):
    path = tmp_path / "verbs.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_yaml(path, Verb)
    assert caught.value.code == code
    assert says in str(caught.value)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "verbs.yaml"
    path.write_bytes("- verb: söyle\n".encode("iso8859-9"))
    with pytest.raises(LexiconError, match="UTF-8"):
        read_yaml(path, Verb)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LexiconError, match="bulunamadı"):
        read_yaml(tmp_path / "none.yaml", Verb)


def test_table_rows_know_their_line(tmp_path):
    path = tmp_path / "rows.tsv"
    path.write_text("# açıklama\ncode\tnames\nTUR\tTürkiye; Türkiye Cumhuriyeti\n", encoding="utf-8")
    assert read_tsv(path, Row) == (Row("TUR", ("Türkiye", "Türkiye Cumhuriyeti"), "rows.tsv:3"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [("code\tname\nTUR\tx\n", "L01"), ("code\tnames\nTUR\n", "L08"), ("code\tnames\n\tx\n", "L02")],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path, text, code):
    path = tmp_path / "rows.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_tsv(path, Row)
    assert caught.value.code == code
