"""Who is meant where no name stands: pronouns, guests, pairs, counterparts, dropped subjects. Names are made up."""

from __future__ import annotations

import pytest


@pytest.fixture
def meant(read):
    """The names of those whom the words mean."""

    def _meant(text: str, words: str) -> list[str]:
        doc = read(text)
        place = doc.text.rindex(words)
        return [
            actor.name
            for actor in doc.actors
            for mention in actor.mentions
            if mention.span.start == place and mention.kind != "name"
        ]

    return _meant


TALKS = "Norveç Savunma Bakanı Arild Haugen, Kenya Savunma Bakanı Joseph Wafula ile Oslo'da görüştü. "
MEANT = [
    (TALKS + "İki bakan anlaştı.", "İki bakan", ["Arild Haugen", "Joseph Wafula"]),
    (TALKS + "İkili, müzeyi gezdi.", "İkili", ["Arild Haugen", "Joseph Wafula"]),
    (TALKS + "Taraflar, anlaşmaya vardı.", "Taraflar", ["Arild Haugen", "Joseph Wafula"]),
    (TALKS + "Konuk Bakan, müzeyi gezdi.", "Konuk Bakan", ["Joseph Wafula"]),
    (TALKS + "Ev sahibi Bakan, müzeyi gezdi.", "Ev sahibi Bakan", ["Arild Haugen"]),
    (TALKS + "Norveçli Bakan, müzeyi gezdi.", "Norveçli Bakan", ["Arild Haugen"]),
    (TALKS + "Haugen, konuğuna teşekkür etti.", "konuğuna", ["Joseph Wafula"]),
    (TALKS + "Haugen, onu müzeye davet etti.", "onu", ["Joseph Wafula"]),
    (TALKS + "Wafula, ona teşekkür etti.", "ona", ["Arild Haugen"]),
    (TALKS + "Wafula, mevkidaşına teşekkür etti.", "mevkidaşı", ["Arild Haugen"]),
    (TALKS + "Wafula, Norveçli mevkidaşına teşekkür etti.", "Norveçli mevkidaşı", ["Arild Haugen"]),
    (TALKS + "Müzeyi de gezdi.", "gezdi", ["Arild Haugen"]),
    (TALKS + "Haugen, kendisine yöneltilen soruları yanıtladı.", "kendisine", ["Arild Haugen"]),
    (TALKS + "Haugen, kendisine teşekkür etti.", "kendisine", ["Joseph Wafula"]),
    (TALKS + "İkisi, müzeyi gezdi.", "İkisi", ["Arild Haugen", "Joseph Wafula"]),
    (TALKS + "İki isim, müzeyi gezdi.", "İki isim", ["Arild Haugen", "Joseph Wafula"]),
    (TALKS + "Wafula, ev sahibine teşekkür etti.", "ev sahibine", ["Arild Haugen"]),
    (TALKS + "Kenyalı konuğuna bir kılıç hediye etti.", "konuğuna", ["Joseph Wafula"]),
    ("Kenya ile Peru anlaştı. İki ülke, liman kuracak.", "İki ülke", ["Kenya", "Peru"]),
    ("Bakan Arild Haugen konuştu. Adı geçen bakan, yarın gelecek.", "Adı geçen bakan", ["Arild Haugen"]),
    ("Emekli General Arild Haugen konuştu. Gazete, emekli Generali eleştirdi.", "emekli General", ["Arild Haugen"]),
    ("Liman İşçileri Sendikası Başkanı Arild Haugen geldi. Sendika başkanı konuştu.", "Sendika", ["Arild Haugen"]),
    ("Kenya'nın Oslo Büyükelçisi Joseph Wafula geldi. Kenyalı diplomat konuştu.", "Kenyalı", ["Joseph Wafula"]),
    ("Arild Haugen konuştu.\nMüzeyi de gezdi.", "gezdi", ["Arild Haugen"]),
    (TALKS + "Görüşmeyi üç saat sürdürdüler.", "sürdürdüler", ["Arild Haugen", "Joseph Wafula"]),
    ("Göstericiler toplandı. Slogan attılar.", "attılar", ["Göstericiler"]),
    ("Arild Haugen konuştu. O da gülümsedi.", "O", ["Arild Haugen"]),
]


@pytest.mark.parametrize(("text", "words", "names"), MEANT)
def test_words_without_a_name_point_at_whom_they_mean(meant, text, words, names):
    assert sorted(meant(text, words)) == sorted(names)


NOBODY = [
    # Two could be meant, or something instead of somebody.
    ("Bakanlar Arild Haugen ve Joseph Wafula geldi. Bakan konuştu.", "Bakan"),
    ("Peru, Kenya ve Norveç anlaştı. İki ülke, liman kuracak.", "İki ülke"),
    ("Arild Haugen geldi. O sırada yağmur başladı.", "O"),
    ("Arild Haugen geldi. Ona rağmen toplantı sürdü.", "Ona"),
    ("Arild Haugen köprüyü açtı. Onu işçiler yaptı.", "Onu"),
    ("Arild Haugen bütçeyi sundu. Yarın oylanacak.", "oylanacak"),
    ("Arild Haugen geldi. Yağmur başladı. Müzeyi gezdi.", "gezdi"),
    ("Arild Haugen konuştu. Adı geçen köprü yıkıldı.", "Adı"),
    ("Arild Haugen konuştu. Sendika başkanı güldü.", "Sendika"),
    ("Bakan Arild Haugen istifa etti. Yerine Leman Sorgun atandı. Yeni Bakan konuştu.", "Yeni Bakan"),
    ("Bakan Arild Haugen, göstericileri dinledi. Slogan attılar.", "attılar"),
    ("Arild Haugen konuştu.\nMuhalefetteki Kızıl Blok kararı tanımadı.", "tanımadı"),
    (TALKS + "İkili anlaşmalar imzalandı.", "İkili"),
    (TALKS + "İkili ilişkiler gelişti.", "İkili"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_words_that_could_mean_two_or_a_thing_point_at_nobody(meant, text, words):
    assert not [name for name in meant(text, words) if name != words]


def test_a_surname_of_two_people_is_nobodys(read):
    text = "Suat Özkaya ile Meral Özkaya geldi. Suat Özkaya oturdu. Özkaya konuştu."
    last = text.rindex("Özkaya")
    doc = read(text)
    offset = doc.text.index("Suat")
    assert not [mention for actor in doc.actors for mention in actor.mentions if mention.span.start == offset + last]


def test_a_counterpart_with_a_name_is_a_person_of_the_other_side(read):
    doc = read("Norveç Savunma Bakanı Arild Haugen, Gürcü mevkidaşı Vahtang Beridze ile görüştü.")
    found = next(actor for actor in doc.actors if actor.name == "Vahtang Beridze")
    assert (found.kind, found.country, found.sector) == ("person", "GEO", "GOV")


@pytest.mark.parametrize("again", ["Konuk heyet", "Söz konusu heyet"])
def test_a_body_that_is_pointed_at_is_the_one_named_before(read, again):
    doc = read(f"Kenya heyeti Oslo'ya geldi. {again}, limanı gezdi.")
    assert len(next(actor for actor in doc.actors if actor.name == "Kenya heyeti").mentions) == 2


def test_the_same_official_is_the_one_named_before(read):
    doc = read("Kenyalı bir yetkili konuştu. Aynı yetkili güldü.")
    assert [len([m for m in actor.mentions if m.kind == "name"]) for actor in doc.actors] == [2]


def test_both_of_a_pair_speak(read):
    doc = read(TALKS + "İki bakan, görüşmelerin sürdüğünü söyledi.")
    names = {actor.id: actor.name for actor in doc.actors}
    assert [names[speaker] for speaker in doc.statements[0].speakers] == ["Arild Haugen", "Joseph Wafula"]


CYPRUS = "KKTC Cumhurbaşkanı Ersan Yeşilada, Rum lider Andreas Hristofidis ile görüştü. "


@pytest.mark.parametrize(("words", "name"), [("Rum lider", "Andreas Hristofidis"), ("Cumhurbaşkanı", "Ersan Yeşilada")])
def test_the_two_sides_of_cyprus_are_kept_apart(meant, words, name):
    assert meant(f"{CYPRUS}{words} konuştu.", words) == [name]


def test_the_turkish_side_is_of_cyprus_where_the_article_is(read):
    doc = read("Rum tarafı çekildi. Türk tarafı kaldı.")
    assert {actor.name: actor.country for actor in doc.actors}["Türk tarafı"] == "CYP"
    doc = read("Rusya çekildi. Türk tarafı kaldı.")
    assert {actor.name: actor.country for actor in doc.actors}["Türk tarafı"] == "TUR"
