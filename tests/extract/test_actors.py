"""Who is who: people, titles, states, bodies and groups. Names are made up unless they must be known."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vakanuvis.record.people import Actor


@pytest.fixture
def actors(read):
    return lambda text: read(text).actors


@pytest.fixture
def people(actors):
    return lambda text: {actor.name: actor for actor in actors(text) if actor.kind == "person"}


def only(found: dict[str, Actor]) -> Actor:
    assert len(found) == 1, sorted(found)
    return next(iter(found.values()))


def offices(actor: Actor) -> list[tuple[str, str | None, bool]]:
    return list(dict.fromkeys((title.office, title.country, title.former) for title in actor.titles))


NAMED = [
    # text, name, office, country, former
    ("Norveç Savunma Bakanı Arild Haugen konuştu.", "Arild Haugen", "Savunma Bakanı", "NOR", False),
    ("Norveç'in Savunma Bakanı Arild Haugen konuştu.", "Arild Haugen", "Savunma Bakanı", "NOR", False),
    ("Norveçli Bakan Arild Haugen konuştu.", "Arild Haugen", "Bakan", "NOR", False),
    ("Eski Norveç Başbakanı Arild Haugen konuştu.", "Arild Haugen", "Başbakan", "NOR", True),
    ("Norveç'in eski Başbakanı Arild Haugen konuştu.", "Arild Haugen", "Başbakan", "NOR", True),
    ("Dönemin Norveç Başbakanı Arild Haugen konuştu.", "Arild Haugen", "Başbakan", "NOR", True),
    ("O zamanki Kenya lideri Joseph Wafula konuştu.", "Joseph Wafula", "Lider", "KEN", True),
    ("Görevden alınan Peru Devlet Başkanı Mario Quiroga konuştu.", "Mario Quiroga", "Devlet Başkanı", "PER", True),
    ("Kenya Devlet Başkanı Joseph Wafula geldi.", "Joseph Wafula", "Devlet Başkanı", "KEN", False),
    ("ABD Başkanı Harold Whitmore geldi.", "Harold Whitmore", "Başkan", "USA", False),
    ("Kenya'nın Ankara Büyükelçisi Joseph Wafula geldi.", "Joseph Wafula", "Ankara Büyükelçisi", "KEN", False),
    ("Kenya'nın BM Daimi Temsilcisi Joseph Wafula geldi.", "Joseph Wafula", "BM Daimi Temsilcisi", "KEN", False),
    (
        "Norveç Dışişleri Bakanlığı Sözcüsü Arild Haugen yazdı.",
        "Arild Haugen",
        "Dışişleri Bakanlığı Sözcüsü",
        "NOR",
        False,
    ),
    (
        "Norveç Dışişleri Bakan Yardımcısı Arild Haugen geldi.",
        "Arild Haugen",
        "Dışişleri Bakan Yardımcısı",
        "NOR",
        False,
    ),
    ("NATO Genel Sekreteri Arild Haugen geldi.", "Arild Haugen", "Genel Sekreter", "IGO", False),
    ("BM Suriye Özel Temsilcisi Arild Haugen geldi.", "Arild Haugen", "Suriye Özel Temsilcisi", "UNO", False),
    ("CHP Genel Başkan Yardımcısı Kerem Sorgun konuştu.", "Kerem Sorgun", "Genel Başkan Yardımcısı", "TUR", False),
    (
        "Kenya Gençlik ve Spor Bakanı Joseph Wafula geldi.",
        "Joseph Wafula",
        "Gençlik ve Spor Bakanı",
        "KEN",
        False,
    ),
    ("Kenya Genelkurmay Başkanı Joseph Wafula geldi.", "Joseph Wafula", "Genelkurmay Başkanı", "KEN", False),
    ("Norveç Kralı 5. Harald geldi.", "5. Harald", "Kral", "NOR", False),
    ("NORVEÇ DIŞİŞLERİ BAKANI HAUGEN ANKARA'DA", "Haugen", "Dışişleri Bakanı", "NOR", False),
    ("Norveç başbakanı Arild Haugen imzaladı.", "Arild Haugen", "Başbakan", "NOR", False),
]


@pytest.mark.parametrize(("text", "name", "office", "country", "former"), NAMED, ids=[row[0] for row in NAMED])
def test_a_title_before_a_name_belongs_to_the_person(people, text, name, office, country, former):
    person = only(people(text))
    assert person.name == name
    assert offices(person) == [(office, country, former)]
    assert person.country == country


NAMES = [
    ("Belçikalı Bakan Ursula von der Leyen geldi.", "Ursula von der Leyen"),
    ("Kuzey Kore lideri Kim Jong-un geldi.", "Kim Jong-un"),
    ("Suriye Dışişleri Bakanı Hasan eş-Şemri geldi.", "Hasan eş-Şemri"),
    ("Suudi Bakan Halid bin Mansur geldi.", "Halid bin Mansur"),
    ("Senatör John F. Whitmore geldi.", "John F. Whitmore"),
    ("Bakan Sayın Leman Sorgun geldi.", "Leman Sorgun"),
    ("Profesör Dr. Leman Sorgun geldi.", "Leman Sorgun"),
    ("Toplantıya Leman Sorgun da katıldı.", "Leman Sorgun"),
    ("Leman Sorgun'un sözleri yankı buldu.", "Leman Sorgun"),
    ("Bakan Turki Ganim, limanı gezdi.", "Turki Ganim"),
    ("Müsteşar Nedim Çakırca, limanı gezdi.", "Nedim Çakırca"),
    ("Kenya Sözcüsü Ada Hallory-Clarfe konuştu.", "Ada Hallory-Clarfe"),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[row[0] for row in NAMES])
def test_names_with_particles_initials_and_honorifics_are_whole(people, text, name):
    assert only(people(text)).name == name


NOBODY = [
    "Süleyman Demirel Üniversitesi kapılarını açtı.",
    "Atatürk Havalimanı kapatıldı.",
    "Annan Planı oylandı.",
    "Heyet Mustafa Kemal Caddesi'nde yürüdü.",
    "Pazartesi günü Ankara'da kar yağdı.",
    "Dışişleri Bakanlığı açıklama yaptı.",
    "Bakanlar Kurulu toplandı.",
    "Cumhurbaşkanı Kararnamesi yayımlandı.",
    "Birleşmiş Milletler Güvenlik Konseyi toplandı.",
    "Kuzey Kore füze denedi.",
    "Barış görüşmeleri sürüyor.",
    "Deniz kirliliği arttı.",
    "Denize bakan ev satıldı.",
    "Cumhurbaşkanı seçimi ertelendi.",
    "AB üyesi ülkeler anlaştı.",
    "Avrupa Parlamentosu Brüksel'de toplandı.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_made_up_from_places_bodies_or_plain_words(people, text):
    assert people(text) == {}


def test_a_surname_points_back_to_its_bearer(people):
    person = only(people("Norveç Başbakanı Arild Haugen geldi. Haugen konuştu. Haugen'in sözleri uzundu."))
    assert len(person.mentions) == 3


def test_two_names_around_a_hyphen_are_two_people(people):
    assert set(people("Cumhurbaşkanı Leman Sorgun-Putin görüşmesi bitti.")) == {"Leman Sorgun", "Putin"}


def test_the_second_half_of_a_surname_points_back(people):
    found = people("Kenya Sözcüsü Ada Hallory-Clarfe geldi. Clarfe, limanı gezdi.")
    assert len(found["Ada Hallory-Clarfe"].mentions) == 2


def test_a_surname_alone_is_a_person_where_several_sentences_show_it(people):
    found = people("Delacourt, dün tasarıyı savundu. Sosyalistler, Delacourt'u istifaya çağırdı.")
    assert len(found["Delacourt"].mentions) == 2


def test_two_unknown_names_side_by_side_are_two_people(people):
    found = people("Seçimin ikinci turuna Camilo Restrepo ile Lucia Arbelaez kaldı.")
    assert set(found) == {"Camilo Restrepo", "Lucia Arbelaez"}


def test_an_unknown_surname_beside_an_official_is_a_person(people):
    assert set(people("Törene Lindqvist ile Dışişleri Bakanı Kalvans katıldı.")) == {"Lindqvist", "Kalvans"}


def test_a_surname_of_two_is_nobodys_where_the_other_was_spoken_of_last(people):
    text = "Başbakan Mihai Dragan geldi. Kardeşi Anton Dragan güldü. Dragan konuştu."
    found = people(text)
    assert [len(found[name].mentions) for name in ("Mihai Dragan", "Anton Dragan")] == [1, 1]


def test_a_body_does_not_swallow_those_to_whom_it_does_something(actors):
    assert {actor.name for actor in actors("Kenya polisi göstericileri dağıttı.")} == {"Kenya polisi", "göstericiler"}


def test_a_surname_in_the_headline_points_forward(people):
    person = only(people("Haugen Ankara'da\n\nNorveç Başbakanı Arild Haugen Ankara'ya geldi."))
    assert person.name == "Arild Haugen"


def test_a_short_title_points_back_to_its_bearer(people):
    person = only(people("Norveç Savunma Bakanı Arild Haugen geldi. Bakan, gazetecilerle konuştu."))
    assert [office for office, _, _ in offices(person)] == ["Savunma Bakanı", "Bakan"]
    assert person.mentions[-1].kind == "title"


def test_a_visiting_minister_is_the_one_named_last(people):
    found = people(
        "Norveç Savunma Bakanı Arild Haugen, Kenya Savunma Bakanı Joseph Wafula ile görüştü. Kenyalı Bakan memnundu."
    )
    assert found["Joseph Wafula"].mentions[-1].kind == "title"
    assert len(found["Arild Haugen"].mentions) == 1


def test_an_office_in_the_lead_points_to_the_name_that_follows(people):
    person = only(people("Norveç Dışişleri Bakanı yeni bir hava istedi. Norveç Dışişleri Bakanı Arild Haugen konuştu."))
    assert {mention.kind for mention in person.mentions} == {"title", "name"}


def test_a_misspelt_surname_is_tied_to_its_bearer_and_judged(read):
    doc = read("Norveç Başbakanı Arild Haugensen geldi. Dostluktan söz eden Haugnsen umutluydu.")
    person = only({actor.name: actor for actor in doc.actors if actor.kind == "person"})
    assert len(person.mentions) == 2
    assert [judgement.kind for judgement in doc.judgements] == ["same"]


def test_a_counterpart_is_the_other_holder_of_the_office(people):
    found = people(
        "Norveç Savunma Bakanı Arild Haugen, Kenya Savunma Bakanı Joseph Wafula ile görüştü. "
        "Haugen, Kenyalı mevkidaşının sözlerini övdü."
    )
    assert [mention.kind for mention in found["Joseph Wafula"].mentions] == ["name", "relation"]


def test_a_counterpart_followed_by_a_name_is_that_person(people):
    found = people("Norveç Başbakanı Arild Haugen, Kenyalı mevkidaşı Joseph Wafula ile görüştü.")
    assert found["Joseph Wafula"].country == "KEN"
    assert offices(found["Joseph Wafula"]) == [("mevkidaş", "KEN", False)]


def test_an_unnamed_counterpart_is_no_person(actors):
    found = actors("Norveç Başbakanı Arild Haugen, Kenyalı mevkidaşıyla görüştü.")
    assert [(actor.kind, actor.country) for actor in found] == [("person", "NOR"), ("group", "KEN")]


def test_a_spokesman_serves_whom_his_superior_serves(people):
    found = people("Norveç Başbakanı Arild Haugen sustu. Haugen'in sözcüsü Kari Solheim konuştu.")
    assert found["Kari Solheim"].country == "NOR"


def test_a_lawyer_serves_no_state(people):
    found = people("Norveç Başbakanı Arild Haugen sustu. Haugen'in avukatı Christophe Moreau konuştu.")
    assert found["Christophe Moreau"].country is None


def test_a_title_in_apposition_belongs_to_the_name_before_it(people):
    person = only(people("Arild Haugen, Norveç Başbakanı, konuştu. Bakan Arild Haugen yoruldu."))
    assert ("Başbakan", "NOR", False) in offices(person)


def test_a_title_behind_a_comma_that_leads_another_name_is_that_ones(people):
    found = people("Bakan Arild Haugen, Kenya Savunma Bakanı Joseph Wafula ile görüştü.")
    assert [office for office, _, _ in offices(found["Arild Haugen"])] == ["Bakan"]


def test_an_appointed_person_bears_the_title(people):
    person = only(people("Norveç Dışişleri Bakanı olarak atanan Arild Haugen konuştu."))
    assert offices(person) == [("Dışişleri Bakanı", "NOR", False)]


def test_a_time_in_office_makes_a_former_title(people):
    person = only(people("Savunma Bakanı olduğu dönemi anlatan Leman Sorgun duygulandı."))
    assert [(office, former) for office, _, former in offices(person)] == [("Savunma Bakanı", True)]


def test_two_titles_before_one_name_both_belong_to_it(people):
    person = only(people("Kenya'nın Ankara Büyükelçisi ve Suriye Özel Temsilcisi Joseph Wafula konuştu."))
    assert [office for office, _, _ in offices(person)] == ["Ankara Büyükelçisi", "Suriye Özel Temsilcisi"]
    assert person.country == "KEN"


def test_a_rank_behind_an_office_leaves_both_with_the_name(people):
    person = only(people("Kenya Genelkurmay Başkanı Orgeneral Joseph Wafula konuştu."))
    assert [office for office, _, _ in offices(person)] == ["Genelkurmay Başkanı", "Orgeneral"]


def test_a_plural_title_belongs_to_every_name_of_the_list(people):
    found = people("Bakanlar Leman Sorgun ve Kerem Aldemir konuştu.")
    assert {name: offices(person)[0][0] for name, person in found.items()} == {
        "Leman Sorgun": "Bakan",
        "Kerem Aldemir": "Bakan",
    }


def test_a_plural_office_is_given_in_the_singular(people):
    found = people("Eski dışişleri bakanları Leman Sorgun ve Kerem Aldemir konuştu.")
    assert {offices(person)[0][0] for person in found.values()} == {"Dışişleri Bakanı"}


def test_two_people_in_coordination_are_two(people):
    assert set(people("Trump ve Putin görüştü.")) == {"Trump", "Putin"}


def test_two_people_of_one_surname_are_kept_apart(people):
    found = people("Dönemin Kenya Başbakanı Joseph Wafula aramıştı. Kenya Başbakanı Wafula ise aramadı.")
    assert sorted(found) == ["Joseph Wafula", "Wafula"]


def test_two_first_names_are_two_people(people):
    assert len(people("Leman Sorgun geldi. Kerem Sorgun gitti.")) == 2


def test_a_reporters_line_in_capitals_is_a_person_of_the_press(people):
    person = only(people("Zirve bitti, liderler ayrıldı.\nLEMAN SORGUN"))
    assert (person.name, person.sector, person.country) == ("Leman Sorgun", "JRN", None)


def test_a_lost_apostrophe_does_not_hide_the_name(people):
    found = people(
        "Türkiyenin tutumu sürüyor. Irakın işgali sürüyor. Dönemin ABD Başkanı Harold Bushun araması bekleniyor."
    )
    assert set(found) == {"Harold Bush"}


def test_a_domestic_office_without_a_state_is_turkish_in_turkish_copy(people):
    person = only(people("Başbakan Yardımcısı Leman Sorgun konuştu."))
    assert person.country == "TUR"
    assert "domestic-title" in person.because


def test_what_stands_in_one_breath_shares_the_state(people):
    found = people("Peru Cumhurbaşkanı Mario Quiroga ve İçişleri Bakanı Pedro Salas geldi.")
    assert found["Pedro Salas"].country == "PER"
    assert "state-of-the-companion" in found["Pedro Salas"].because


def test_a_delegation_gives_its_state_to_its_members(people):
    assert only(people("Peru heyetinde ise Dışişleri Bakanı Pedro Salas yer aldı.")).country == "PER"


def test_a_known_politician_has_a_state_though_the_text_is_silent(people):
    person = only(people("Merkel kararı eleştirdi."))
    assert person.country == "DEU"
    assert person.because[0].startswith("politicians:")


def test_a_person_without_any_evidence_has_no_state(people):
    assert only(people("Toplantıya Leman Sorgun da katıldı.")).country is None


def test_someone_out_of_office_is_of_the_elite(people):
    assert only(people("Eski Norveç Başbakanı Arild Haugen konuştu.")).sector == "ELI"


def test_one_state_is_one_actor_under_all_its_names(actors):
    found = list(actors("ABD kararı duyurdu. Amerika Birleşik Devletleri bekliyor. Amerika'nın tutumu sürüyor."))
    assert [(actor.name, actor.country, len(actor.mentions)) for actor in found] == [("ABD", "USA", 3)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ankara öneriye tepki gösterdi.", "TUR"),
        ("Moskova'nın tutumu değişmedi.", "RUS"),
        ("Kremlin ziyareti doğruladı.", "RUS"),
        ("Beyaz Saray açıklama yaptı.", "USA"),
    ],
)
def test_a_capital_that_acts_stands_for_its_state(actors, text, country):
    actor = only({a.name: a for a in actors(text)})
    assert (actor.kind, actor.country, actor.mentions[0].kind) == ("country", country, "metonym")


@pytest.mark.parametrize("text", ["Ankara'da kar yağdı.", "Heyet Moskova'ya gitti.", "Londra'dan döndüler."])
def test_a_capital_that_is_only_a_place_is_no_state(actors, text):
    assert [actor for actor in actors(text) if actor.kind == "country"] == []


def test_mali_as_an_adjective_is_no_state(actors):
    assert [actor for actor in actors("Mali tablolar açıklandı.") if actor.kind == "country"] == []


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Norveç Savunma Bakanlığı iddiayı yalanladı.", "Norveç Savunma Bakanlığı", "NOR", "GOV"),
        ("İsrail ordusu çekildi.", "İsrail ordusu", "ISR", "MIL"),
        ("Kenya hükümeti istifa etti.", "Kenya hükümeti", "KEN", "GOV"),
        ("NATO toplandı.", "NATO", "IGO", "MIL"),
        ("Hamas ateşkesi kabul etti.", "Hamas", "PSE", "REB"),
        ("Atina Ceza Mahkemesi karar verdi.", "Atina Ceza Mahkemesi", "GRC", "JUD"),
        ("Reuters haberi geçti.", "Reuters", "GBR", "JRN"),
    ],
)
def test_bodies_have_their_state_and_sector(actors, text, name, country, sector):
    body = only({a.name: a for a in actors(text) if a.kind == "organization"})
    assert (body.name, body.country, body.sector) == (name, country, sector)


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Iraklı direnişçiler çekildi.", "Iraklı direnişçiler", "IRQ", "REB"),
        ("Amerikan askerleri bölgeden ayrıldı.", "Amerikan askerleri", "USA", "MIL"),
        ("İsrail askerlerinin ateşi sürdü.", "İsrail askerleri", "ISR", "MIL"),
        ("Filistinli mülteciler bekliyor.", "Filistinli mülteciler", "PSE", "REF"),
        ("Ruslar itiraz etti.", "Ruslar", "RUS", "CVL"),
        ("Beyaz Saray'dan bir yetkili konuştu.", "Beyaz Saray'dan bir yetkili", "USA", "GOV"),
        ("Bazı yetkililer itiraz etti.", "Bazı yetkililer", None, "GOV"),
        ("Askeri kaynaklar doğruladı.", "Askeri kaynaklar", None, None),
    ],
)
def test_groups_and_unnamed_sources_are_groups(actors, text, name, country, sector):
    group = only({a.name: a for a in actors(text) if a.kind == "group"})
    assert (group.name, group.country, group.sector) == (name, country, sector)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Haiti'deki isyancılar ilerledi.", "HTI"),
        ("Bosnalı Sırplar çekildi.", "BIH"),
        ("Nepal'de üç gösterici tutuklandı.", "NPL"),
        ("BM (UNO) gözlemcileri geldi.", "UNO"),
    ],
)
def test_a_group_has_the_state_it_is_said_to_be_in(actors, text, country):
    assert only({a.name: a for a in actors(text) if a.kind == "group"}).country == country


def test_somebodys_people_abroad_are_not_the_other_states(actors):
    found = actors("Peru, Kenya'daki askerlerini geri çekti.")
    assert [(actor.kind, actor.country) for actor in found][:2] == [("country", "PER"), ("country", "KEN")]


def test_a_postposition_is_no_body(actors):
    assert [(actor.kind, actor.name) for actor in actors("Karar Rusya tarafından alındı.")] == [("country", "Rusya")]


def test_an_unnamed_holder_of_an_office_is_a_group_of_its_state(actors):
    group = only({a.name: a for a in actors("Norveç Dışişleri Bakanlığı Sözcüsü konuştu.")})
    assert (group.kind, group.name, group.country) == ("group", "Norveç Dışişleri Bakanlığı Sözcüsü", "NOR")


def test_a_name_printed_without_an_ending_is_not_cut_elsewhere(people):
    found = people(
        "Malezya Dışişleri Bakanı Datuk Iskandar Hakimi soruları yanıtladı. Bakan Hakimi yoruldu.\n\n"
        "Hakimi: Biz konuşmayı seçiyoruz."
    )
    assert only(found).name == "Datuk Iskandar Hakimi"
    assert len(only(found).mentions) == 3


def test_mentions_never_overlap_and_leave_out_the_suffix(read):
    doc = read("Norveç Savunma Bakanı Arild Haugen'in Kenya ordusuna ve Perulu askerlere sözü, BM'nin kararıydı.")
    spans = sorted(mention.span for actor in doc.actors for mention in actor.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert [doc.letters(span) for span in spans] == ["Arild Haugen", "Kenya ordusu", "Perulu askerler", "BM"]


def test_reading_again_gives_the_same_ids(read):
    text = "Norveç Savunma Bakanı Arild Haugen geldi."
    assert [actor.id for actor in read(text).actors] == [actor.id for actor in read(text).actors]
