from dataclasses import replace

import pytest
from tests.extract.small_docs import small_doc

from vakanuvis.extract.places import find_places
from vakanuvis.extract.times import find_times
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.gazetteer import PlaceLexicon
from vakanuvis.lexicon.times import TimeLexicon
from vakanuvis.record.doc import Doc

LEXICON = PlaceLexicon.read(lexicon_folder())
TIMES = TimeLexicon.read(lexicon_folder())
COUNTRIES = {"Türkiye": "TUR", "Rusya": "RUS", "Suudi Arabistan": "SAU", "Irak": "IRQ", "Mali": "MLI", "Kuveyt": "KWT"}


def read(*sentences: str) -> Doc:
    return find_places(small_doc(*sentences), LEXICON, COUNTRIES, {"Mali"})


def places_of(*sentences: str) -> list[tuple[str, str, str | None]]:
    doc = read(*sentences)
    return [(doc.letters(place.span), place.name, place.country) for place in doc.places or ()]


@pytest.mark.parametrize(
    ("sentence", "printed", "name", "country"),
    [
        ("Lider Moskova'da konuştu.", "Moskova'da", "Moskova", "RUS"),  # The leader spoke in Moscow.
        ("Heyet Halep kentine gitti.", "Halep", "Halep", "SYR"),  # The delegation went to the city of Aleppo.
        ("Heyet New York'taki binada toplandı.", "New York'taki", "New York", "USA"),
        ("Heyet Suudi Arabistan'a gitti.", "Suudi Arabistan'a", "Suudi Arabistan", "SAU"),
        ("Zirve Baden-Baden kentinde yapıldı.", "Baden-Baden", "Baden-Baden", "DEU"),
        ("Çatışmalar Batı Şeria'da sürüyor.", "Batı Şeria'da", "Batı Şeria", "PSE"),
        ("Ateşkes Dağlık Karabağ'da sürüyor.", "Dağlık Karabağ'da", "Dağlık Karabağ", "AZE"),
        ("Barış Ortadoğu'ya gelmedi.", "Ortadoğu'ya", "Ortadoğu", None),
        ("Birlikler Kuzey Irak'taki üsten çekildi.", "Kuzey Irak'taki", "Kuzey Irak", "IRQ"),
        ("Törenler HALEP'te başladı.", "HALEP'te", "Halep", "SYR"),
        ("Heyet Hakkâri'ye gitti.", "Hakkâri'ye", "Hakkari", "TUR"),
        ("Elçi Kiev ve Odessa kentlerini gezdi.", "Odessa", "Odessa", "UKR"),
        ("Lider Kudüs'ü ziyaret etti.", "Kudüs'ü", "Kudüs", "ISR"),
        ("Patlama Kobani'de oldu.", "Kobani'de", "Ayn el Arab", "SYR"),
    ],
)
def test_a_place_is_known_by_its_printed_name(sentence, printed, name, country):
    assert (printed, name, country) in places_of(sentence)


def test_the_longest_name_wins():
    # The ship passed through the Taiwan Strait.
    assert [name for _, name, _ in places_of("Gemi Tayvan Boğazı'ndan geçti.")] == ["Tayvan Boğazı"]


def test_a_country_wins_over_a_city_of_the_same_name():
    doc = read("Lider Kuveyt'e gitti.")  # The leader went to Kuwait.
    assert [place.because for place in doc.places or ()] == ["countries:Kuveyt"]


def test_a_people_is_no_place():
    assert places_of("Gazze'li çocuklar geldi.", "Toplantıya Moskova'lı iş insanları katıldı.") == []


def test_a_word_in_small_letters_is_no_place():
    assert places_of("Kapı ordu tarafından kapatıldı, van gölü anıldı.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Heyet Van'da toplandı.",  # The delegation met in Van.
        "Ordu ilinde deprem oldu.",  # There was an earthquake in the province of Ordu.
        "Bakan dün akşam Tire ilçesine gitti.",
        "Deprem dün Ağrı yakınlarında oldu.",
    ],
)
def test_an_everyday_word_is_a_place_where_something_says_so(sentence):
    assert len(places_of(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Ordu sınıra asker yığdı.",  # The army massed troops at the border.
        "Van Hollen senatoda konuştu.",  # Van Hollen spoke in the senate.
        "Mali tablo ağır.",  # The financial picture is grave.
        "Sözcü Ayşe Aydın konuştu.",
    ],
)
def test_an_everyday_word_is_no_place_without_evidence(sentence):
    assert places_of(sentence) == []


def test_a_day_of_the_week_is_no_town():
    # The delegation came on Wednesday, 29 October.
    doc = find_times(small_doc("Heyet 29 Ekim Çarşamba günü geldi.", published="2025-11-06"), TIMES)
    assert find_places(doc, LEXICON, COUNTRIES).places == ()


def test_a_suffix_without_its_apostrophe_is_cut_off_by_the_lemma():
    doc = small_doc("Heyet Moskovada toplandı.")
    sentence = (doc.sentences or ())[0]
    word = replace(sentence.words[1], lemma="Moskova", upos="PROPN")
    words = (sentence.words[0], word, *sentence.words[2:])
    doc = find_places(replace(doc, sentences=(replace(sentence, words=words),)), LEXICON, COUNTRIES)
    assert [place.name for place in doc.places or ()] == ["Moskova"]


def test_a_place_has_its_coordinates_and_its_reason():
    place = (read("Lider Halep kentinde konuştu.").places or ())[0]
    assert (place.latitude, place.longitude) == (pytest.approx(36.2, abs=0.1), pytest.approx(37.16, abs=0.1))
    assert place.because == "places:Halep"


@pytest.mark.parametrize(
    ("sentences", "printed"),
    [
        (("Heyetler dün görüştü.", "Görüşme iki saat sürdü. - TAHRAN"), "TAHRAN"),
        (("ANKARA (AA) - Bakan dün Roma'ya gitti.",), "ANKARA"),
        (("Ankara/AA Bakan dün Roma'ya gitti.",), "Ankara"),
        (("MOSKOVA, 3 Kasım (Reuters) Lider konuştu.",), "MOSKOVA"),
        (("NEW YORK - Konsey toplandı.",), "NEW YORK"),
        (("Zirve bugün başlıyor AYŞE DEMİR Ankara Bakan dün konuştu.",), "Ankara"),
        (("Bakan yeni bir hava doğacağını söyledi ANKARA Gazete Dışişleri Bakanı konuştu.",), "ANKARA"),
    ],
)
def test_the_dateline_tells_where_the_report_was_written(sentences, printed):
    doc = read(*sentences)
    assert doc.dateline is not None
    assert doc.letters(doc.dateline.span) == printed
    assert all(not place.span.overlaps(doc.dateline.span) for place in doc.places or ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Ankara, görüşmelerin sürdüğünü açıkladı.",  # Ankara announced that the talks go on.
        "Moskova ile Ankara dün görüştü.",
        "DIŞ HABERLER SERVİSİ Bağdat'taki elçilik vuruldu.",
        "BM Cenevre ofisi açıklama yaptı.",
    ],
)
def test_a_place_in_the_story_is_no_dateline(sentence):
    assert read(sentence).dateline is None


def test_a_doc_without_places_has_an_empty_layer():
    assert read("Taraflar görüştü.").places == ()
