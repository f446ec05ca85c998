from pathlib import Path

import pytest
from tests.extract.small_docs import small_doc

from vakanuvis.errors import LexiconError
from vakanuvis.extract.times import find_times
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.times import TimeLexicon
from vakanuvis.text.letters import folded

LEXICON = TimeLexicon.read(lexicon_folder())
EXAMPLES = [(entry, example) for entry in LEXICON.entries for example in entry.examples]
COUNTEREXAMPLES = [(entry, example) for entry in LEXICON.entries for example in entry.not_]


@pytest.mark.parametrize("example", [x for _, x in EXAMPLES], ids=[f"{e.word}: {x.text}" for e, x in EXAMPLES])
def test_every_example_of_a_time_word_is_read_as_its_entry_says(example):
    doc = find_times(small_doc(example.text, published=example.published), LEXICON)
    found = [(doc.letters(time.span), time.edtf or "", time.basis) for time in doc.times]
    assert (example.finds, example.edtf, example.basis) in found


@pytest.mark.parametrize(("entry", "example"), COUNTEREXAMPLES, ids=[f"{e.word}: {x.text}" for e, x in COUNTEREXAMPLES])
def test_no_counterexample_of_a_time_word_is_read_as_that_word(entry, example):
    doc = find_times(small_doc(example.text, published=example.published), LEXICON)
    forms = (entry.word, *entry.also)
    found = [folded(doc.letters(time.span)) for time in doc.times]
    assert [time for time in found if any(form in time for form in forms)] == []


def test_a_word_is_known_in_its_inflected_form():
    found = LEXICON.inflected(("martta",), ("",))
    assert [(hit.entry.word, hit.ending) for hit in found] == [("mart", "in")]


def test_an_ending_that_breaks_vowel_or_consonant_rules_is_refused():
    # dünya (world) is not dün (yesterday) with the dative, which would be düne.
    assert LEXICON.inflected(("dünya",), ("",)) == ()


def test_an_entry_without_an_example_is_refused(tmp_path: Path):
    words = tmp_path / "words"
    words.mkdir()
    for name in ("numbers.tsv", "word_endings.tsv", "tense_words.tsv"):
        (words / name).write_text((lexicon_folder() / "words" / name).read_text("utf-8"), "utf-8")
    (words / "time_words.yaml").write_text("- {word: dün, kind: day, english: yesterday, examples: []}", "utf-8")
    with pytest.raises(LexiconError, match=r"L0[29]"):
        TimeLexicon.read(tmp_path)
