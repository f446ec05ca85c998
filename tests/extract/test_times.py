"""Every row of times.tsv, and what the table cannot say."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.extract.small_docs import small_doc

from vakanuvis.extract.times import find_times
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.times import TimeLexicon
from vakanuvis.record.doc import Doc

LEXICON = TimeLexicon.read(lexicon_folder())
_LINES = (Path(__file__).parent / "times.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")][1:]


def times_of(*sentences: str, published: str | None = "2025-11-06") -> list[tuple[str, str | None, str]]:
    doc = find_times(small_doc(*sentences, published=published), LEXICON)
    return [(doc.letters(time.span), time.edtf, time.basis) for time in doc.times or ()]


def test_the_table_has_at_least_400_rows():
    assert len(ROWS) >= 400


@pytest.mark.parametrize(
    ("published", "sentence", "expression", "edtf", "basis"), ROWS, ids=[f"{r[0]} {r[1]} [{r[2]}]" for r in ROWS]
)
def test_a_time_means_what_the_table_says(published, sentence, expression, edtf, basis):
    found = times_of(sentence, published=published or None)
    if not expression:
        assert found == []
    else:
        assert (expression, edtf or None, basis) in found


def test_a_doc_without_times_has_an_empty_layer():
    assert find_times(small_doc("Taraflar görüştü."), LEXICON).times == ()


def test_a_doc_without_sentences_is_read_without_complaint():
    empty = small_doc("x")
    assert find_times(Doc(empty.article, empty.text), LEXICON).times == ()


def test_a_day_without_a_year_takes_the_year_of_the_date_told_just_before():
    found = times_of("Savaş 27 Eylül 2020'de başladı.", "Ülkeler kınadı.", "Hükümet 28 Eylül'de sıkıyönetim ilan etti.")
    assert found[-1] == ("28 Eylül'de", "2020-09-28", "relative")


def test_a_date_told_long_before_no_longer_lends_its_year():
    between = ["Taraflar görüştü."] * 4
    found = times_of("Savaş 27 Eylül 2020'de başladı.", *between, "Heyet 28 Ekim'de geldi.")
    assert found[-1] == ("28 Ekim'de", "2025-10-28", "relative")


def test_the_reason_names_the_entry_of_the_lexicon():
    doc = find_times(small_doc("Bakan dün geldi.", published="2025-11-06"), LEXICON)
    assert [time.because for time in doc.times or ()] == ["time_words:dün"]


def test_nothing_is_dated_more_finely_than_the_day_of_publication_allows():
    assert times_of("Bakan dün geldi.", published="2025-11") == [("dün", "2025-11", "relative")]
    assert times_of("Bakan dün geldi.", published="2025") == [("dün", "2025", "relative")]


def test_the_tag_tells_the_tense_where_the_ending_does_not():
    doc = small_doc("Heyet aralık ayında gelir.", published="2025-11-06")  # The delegation comes in December.
    sentence = (doc.sentences or ())[0]
    verb = replace(sentence.words[3], upos="VERB", feats={"Tense": "Fut"})
    words = (*sentence.words[:3], verb, *sentence.words[4:])
    doc = find_times(replace(doc, sentences=(replace(sentence, words=words),)), LEXICON)
    assert [time.edtf for time in doc.times or ()] == ["2025-12"]


def test_a_lifted_quotation_is_no_part_of_the_time_around_it():
    doc = small_doc("Bakan 3 sözünü Mayıs ayında söyledi.", published="2025-11-06")
    sentence = (doc.sentences or ())[0]
    words = tuple(replace(word, quotation=0) if word.form == "sözünü" else word for word in sentence.words)
    doc = find_times(replace(doc, sentences=(replace(sentence, words=words),)), LEXICON)
    assert [doc.letters(time.span) for time in doc.times or ()] == ["Mayıs ayında"]
