"""What the analyser proposes for words as the news prints them."""

from __future__ import annotations

import pytest

from vakanuvis.language.analyser import Analyser
from vakanuvis.lexicon.files import lexicon_folder


@pytest.fixture(scope="module")
def analyser():
    return Analyser.from_lexicon(lexicon_folder())


def has(analyser, word, lemma, upos="", /, *, initial=False, names=frozenset(), **feats):
    wanted = {name.replace("_psor", "[psor]"): value for name, value in feats.items()}
    return any(
        reading.lemma == lemma
        and upos in ("", reading.upos)
        and all(reading.feats.get(name, "") == value for name, value in wanted.items())
        for reading in analyser.analyse(word, sentence_initial=initial, names=names)
    )


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("IAG'nin", "IAG", "Gen"),  # of the IAG
        ("2004'te", "2004", "Loc"),  # in 2004
        ("Trump'ın", "Trump", "Gen"),  # Trump's
        ("Trump’a", "Trump", "Dat"),  # to Trump
        ("AB'ye", "AB", "Dat"),  # to the EU
        ("Apple'ın", "Apple", "Gen"),  # of Apple
        ("Belousov'un", "Belousov", "Gen"),  # Belousov's
        ("Kwang-chol'un", "Kwang-chol", "Gen"),  # Kwang-chol's
        ("Pyongyang'da", "Pyongyang", "Loc"),  # in Pyongyang
        ("Putin'le", "Putin", "Ins"),  # with Putin
        ("ABD'den", "ABD", "Abl"),  # from the USA
        ("NATO'yu", "NATO", "Acc"),  # NATO (object)
    ],
)
def test_a_suffix_behind_an_apostrophe_is_read_alone(analyser, word, stem, case):
    readings = analyser.analyse(word)
    assert {reading.feats.get("Case") for reading in readings} == {case}
    assert {reading.stem_length for reading in readings} == {len(stem)}
    assert any(reading.lemma == stem for reading in readings)
    assert not any(reading.feats.get("Person[psor]") in ("1", "2") for reading in readings)


@pytest.mark.parametrize(
    ("word", "lemma", "case"),
    [
        ("Bakanlığı'nın", "bakanlık", "Gen"),  # of its Ministry
        ("Kurulu'na", "kurul", "Dat"),  # to its Council
        ("Meclisi'nde", "meclis", "Loc"),  # in its Assembly
        ("Üniversitesi'nden", "üniversite", "Abl"),  # from its University
    ],
)
def test_a_name_that_ends_in_a_possessive_keeps_it(analyser, word, lemma, case):
    assert has(analyser, word, lemma, "PROPN", Case=case, Person_psor="3")
    assert has(analyser, word, lemma, "NOUN", Case=case, Person_psor="3")


def test_a_plural_before_an_apostrophe_stays_plural(analyser):
    assert has(analyser, "Türkler'in", "Türk", "PROPN", Case="Gen", Number="Plur")  # of the Turks


def test_an_unknown_name_is_nominative_or_carries_a_case(analyser):
    readings = analyser.analyse("Selemdzhasov")
    assert [(r.lemma, r.upos, r.known) for r in readings] == [("Selemdzhasov", "PROPN", False)]
    assert has(analyser, "Zelenzkinin", "Zelenzki", "PROPN", Case="Gen")


@pytest.mark.parametrize(("word", "name", "case"), [("Zorbushtan", "Zorbush", "Abl"), ("Vlatkinin", "Vlatkin", "Gen")])
def test_a_name_of_the_document_is_known_under_a_suffix(analyser, word, name, case):
    best = analyser.analyse(word, names=frozenset({name}))[0]
    assert (best.lemma, best.feats["Case"], best.known) == (name, case, True)


def test_a_known_name_needs_no_apostrophe(analyser):
    assert has(analyser, "Türkiyenin", "Türkiye", "PROPN", Case="Gen")  # of Turkey
    assert has(analyser, "Ankaraya", "Ankara", "PROPN", Case="Dat")  # to Ankara


@pytest.mark.parametrize(
    ("word", "lemma", "feats"),
    [
        ("belirtildi", "belirt", {"Voice": "Pass", "Tense": "Past"}),  # was stated
        ("belirtti", "belirt", {"Voice": "", "Tense": "Past", "Evident": "Fh"}),  # stated
        ("vurgulayan", "vurgula", {"VerbForm": "Part", "Tense": "Pres"}),  # stressing
        ("kaydetti", "kaydet", {"Tense": "Past"}),  # noted
        ("kaydedildi", "kaydet", {"Voice": "Pass"}),  # was noted
        ("aktardığına", "aktar", {"VerbForm": "Part", "Case": "Dat", "Person[psor]": "3"}),  # that he passed on
        ("ettiklerini", "et", {"VerbForm": "Part", "Case": "Acc", "Number[psor]": "Plur"}),  # that they did
        ("kınanmasını", "kına", {"VerbForm": "Vnoun", "Voice": "Pass", "Case": "Acc", "Person[psor]": "3"}),
        ("görüşecek", "görüş", {"Tense": "Fut"}),  # will meet
        ("görüşecekti", "görüş", {"Tense": "Past", "Aspect": "Prosp"}),  # was going to meet
        ("imzalandığını", "imzala", {"Voice": "Pass", "VerbForm": "Part", "Case": "Acc"}),  # that it was signed
        ("kalındı", "kal", {"Voice": "Pass"}),  # was stayed
        ("getirmiştir", "getir", {"Evident": "Nfh", "Tense": "Past"}),  # has brought
        ("edilmesinin", "et", {"Voice": "Pass", "VerbForm": "Vnoun", "Case": "Gen", "Person[psor]": "3"}),
        ("gelebilir", "gel", {"Mood": "Pot", "Aspect": "Hab"}),  # may come
        ("yapılacağını", "yap", {"Voice": "Pass", "Tense": "Fut", "Case": "Acc", "Person[psor]": "3"}),
        ("yapamayacaklarını", "yap", {"Mood": "Pot", "Polarity": "Neg", "Number[psor]": "Plur"}),
        ("diyor", "de", {"Aspect": "Prog"}),  # says
        ("diyen", "de", {"VerbForm": "Part"}),  # saying
        ("diyerek", "de", {"VerbForm": "Conv"}),  # saying
        ("denildi", "de", {"Voice": "Pass"}),  # was said
        ("çevrildi", "çevir", {"Voice": "Pass"}),  # was turned
        ("çeviriyor", "çevir", {"Aspect": "Prog"}),  # turns
        ("söylüyor", "söyle", {"Aspect": "Prog", "Polarity": "Pos"}),  # says
        ("söylemiyor", "söyle", {"Aspect": "Prog", "Polarity": "Neg"}),  # does not say
        ("gidecek", "git", {"Tense": "Fut"}),  # will go
        ("yapmadan", "yap", {"VerbForm": "Conv", "Polarity": "Neg"}),  # without doing
        ("olmalıdır", "ol", {"Mood": "Nec"}),  # must be
        ("olsun", "ol", {"Mood": "Imp", "Person": "3"}),  # let it be
    ],
)
def test_verbs_of_the_news(analyser, word, lemma, feats):
    assert has(
        analyser, word, lemma, "VERB", **{name.replace("[psor]", "_psor"): value for name, value in feats.items()}
    )


@pytest.mark.parametrize(
    ("word", "lemma", "upos", "case"),
    [
        ("bana", "ben", "PRON", "Dat"),  # to me
        ("onun", "o", "PRON", "Gen"),  # his
        ("buna", "bu", "PRON", "Dat"),  # to this
        ("neyi", "ne", "PRON", "Acc"),  # what
        ("birbirleriyle", "birbiri", "PRON", "Ins"),  # with one another
        ("kendisine", "kendi", "PRON", "Dat"),  # to himself
        ("suyun", "su", "NOUN", "Gen"),  # of the water
        ("ağzından", "ağız", "NOUN", "Abl"),  # from his mouth
        ("hakkı", "hak", "NOUN", "Acc"),  # the right
        ("saate", "saat", "NOUN", "Dat"),  # to the hour
        ("cezaevlerinde", "cezaevi", "NOUN", "Loc"),  # in their prisons
        ("dışişlerine", "dışişleri", "NOUN", "Dat"),  # to foreign affairs
        ("zulmün", "zulüm", "NOUN", "Gen"),  # of oppression
        ("kitabı", "kitap", "NOUN", "Acc"),  # the book
        ("rengi", "renk", "NOUN", "Acc"),  # the colour
        ("reddine", "ret", "NOUN", "Dat"),  # to its rejection
        ("bakanlığınca", "bakanlık", "NOUN", "Equ"),  # by its ministry
        ("anlaşmazlığın", "anlaşmazlık", "NOUN", "Gen"),  # of the disagreement
    ],
)
def test_irregular_words(analyser, word, lemma, upos, case):
    assert has(analyser, word, lemma, upos, Case=case)


def test_an_attributive_ki_is_an_adjective_that_keeps_its_case(analyser):
    assert has(analyser, "arasındaki", "ara", "ADJ", Case="Loc", Person_psor="3")  # the one between
    assert has(analyser, "Ankara'daki", "Ankara", "ADJ", Case="Loc")  # the one in Ankara
    assert has(analyser, "bugünkü", "bugün", "ADJ")  # today's


def test_a_copula_adds_to_the_noun(analyser):
    assert has(analyser, "bakandı", "bakan", "NOUN", Case="Nom", Tense="Past")  # was the minister
    assert has(analyser, "kararlıyız", "kararlı", "ADJ", Person="1", Number="Plur")  # we are determined


def test_a_derived_word_is_its_own_lemma(analyser):
    assert has(analyser, "arabuluculuğunu", "arabuluculuk", "NOUN", Case="Acc", Person_psor="3")
    assert has(analyser, "kınayıcı", "kınayıcı", "ADJ")  # condemning


@pytest.mark.parametrize(
    ("word", "lemma", "upos"),
    [
        ("BAŞBAKANI", "başbakan", "NOUN"),
        ("IRAK", "Irak", "PROPN"),
        ("İRAN", "İran", "PROPN"),
        ("mahkûm", "mahkum", ""),
        ("hâlâ", "hâlâ", "ADV"),
        (",", ",", "PUNCT"),
        ("...", "...", "PUNCT"),
        ("2004", "2004", "NUM"),
        ("%5", "%5", "NUM"),
        ("10-15", "10-15", "NUM"),
        ("3.", "3", "NUM"),
        ("F-16", "F-16", "PROPN"),
        ("Rusya-Ukrayna", "Rusya-Ukrayna", "PROPN"),
        ("siyasi-askeri", "siyasi-askeri", "ADJ"),
        ("G7'ye", "G7", "PROPN"),
        ("III'üncü", "III", "NUM"),
        ("Fidan", "Fidan", "PROPN"),
    ],
)
def test_other_shapes(analyser, word, lemma, upos):
    assert any(r.upos == upos or not upos for r in analyser.analyse(word) if r.lemma in (lemma, word.strip("."))), (
        analyser.analyse(word)
    )


def test_punctuation_has_one_reading(analyser):
    assert [reading.upos for reading in analyser.analyse(";")] == ["PUNCT"]


@pytest.mark.parametrize(
    "word", ["", " ", "'", "''", "'ın", "…’…", "'68", "x'", "İ'ı", "ß", "🙂", "a" * 300, "Ğ" * 60, "-", "--a"]
)
def test_no_string_breaks_it(analyser, word):
    assert analyser.analyse(word)


def test_an_unknown_word_is_guessed_by_its_suffixes(analyser):
    assert has(analyser, "flompilerinden", "flompi", "NOUN", Case="Abl", Person_psor="3")
    assert not any(reading.known for reading in analyser.analyse("flompilerinden"))


def test_a_refused_stem_is_not_read(analyser):
    assert not has(analyser, "dışişlerinden", "dışişi")
    assert has(analyser, "dışişlerinden", "dışişleri", "NOUN", Case="Abl")


def test_the_passive_of_a_listed_verb_is_read_as_its_passive(analyser):
    assert {reading.lemma for reading in analyser.analyse("imzalandı")} == {"imzala"}  # was signed
    assert {reading.lemma for reading in analyser.analyse("söylendi")} == {"söyle"}  # was said


def test_few_candidates(analyser):
    # Foreign Minister Fidan stated in his declaration in Ankara that the talks were going on.
    text = ["Dışişleri", "Bakanı", "Fidan", "Ankara'da", "açıklamada", "görüşmelerin", "sürdüğünü", "belirtti"]
    assert sum(len(analyser.analyse(word)) for word in text) / len(text) <= 4
