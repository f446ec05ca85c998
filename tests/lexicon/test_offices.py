"""The register of offices: what it says is so, it keeps silent where it is not sure, and slips in it are refused."""

from __future__ import annotations

import shutil

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.check import lexicon_errors
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.offices import OfficeLexicon, holds_on, owner_in


@pytest.fixture(scope="module")
def register() -> OfficeLexicon:
    return OfficeLexicon.read(lexicon_folder())


FACTS = """
2001-09-11 ABD Başkanı: George W. Bush
2003-03-20 ABD Dışişleri Bakanı: Colin Powell
2003-03-20 ABD Savunma Bakanı: Donald Rumsfeld
2012-06-01 ABD Dışişleri Bakanı: Hillary Clinton
2018-03-31 ABD Başkan Yardımcısı: Mike Pence
2023-02-06 ABD Dışişleri Bakanı: Antony Blinken
2000-01-15 Rusya Dışişleri Bakanı: İgor İvanov
2008-08-08 Rusya Devlet Başkanı: Dmitriy Medvedev
2008-08-08 Rusya Başbakanı: Vladimir Putin
2015-11-24 Rusya Savunma Bakanı: Sergey Şoygu
2024-11-30 Rusya Savunma Bakanı: Andrey Belousov
2014-01-15 Ukrayna Cumhurbaşkanı: Viktor Yanukoviç
2022-02-24 Ukrayna Dışişleri Bakanı: Dmitro Kuleba
2003-04-01 İngiltere Başbakanı: Tony Blair
2016-06-23 İngiltere Başbakanı: David Cameron
2022-10-10 İngiltere Başbakanı: Liz Truss
2005-07-07 İngiltere Dışişleri Bakanı: Jack Straw
2003-02-01 Almanya Dışişleri Bakanı: Joschka Fischer
2015-09-05 Almanya Şansölyesi: Angela Merkel
2015-09-05 Almanya Dışişleri Bakanı: Frank-Walter Steinmeier
2003-02-14 Fransa Dışişleri Bakanı: Dominique de Villepin
2011-03-19 Fransa Cumhurbaşkanı: Nicolas Sarkozy
2020-10-25 Fransa Cumhurbaşkanı: Emmanuel Macron
2011-08-01 İtalya Başbakanı: Silvio Berlusconi
2021-06-01 İtalya Başbakanı: Mario Draghi
2004-05-01 Yunanistan Başbakanı: Kostas Karamanlis
2015-07-05 Yunanistan Başbakanı: Aleksis Çipras
2004-04-24 KKTC Cumhurbaşkanı: Rauf Denktaş
2004-04-24 GKRY Cumhurbaşkanı: Tasos Papadopulos
2017-07-01 KKTC Cumhurbaşkanı: Mustafa Akıncı
2020-09-27 Azerbaycan Cumhurbaşkanı: İlham Aliyev
2020-09-27 Ermenistan Başbakanı: Nikol Paşinyan
2008-08-08 Gürcistan Cumhurbaşkanı: Mihail Saakaşvili
2011-03-15 Suriye Devlet Başkanı: Beşşar Esad
2012-10-03 Suriye Dışişleri Bakanı: Velid Muallim
2010-05-31 İsrail Başbakanı: Binyamin Netanyahu
2010-05-31 İsrail Savunma Bakanı: Ehud Barak
2009-01-15 İsrail Başbakanı: Ehud Olmert
2010-01-15 İran Cumhurbaşkanı: Mahmud Ahmedinejad
2015-07-14 İran Dışişleri Bakanı: Cevad Zarif
2016-01-15 Irak Başbakanı: Haydar el-İbadi
2013-01-15 Mısır Cumhurbaşkanı: Muhammed Mursi
2011-03-11 Japonya Başbakanı: Naoto Kan
2014-01-15 Çin Dışişleri Bakanı: Vang Yi
2018-10-02 Suudi Arabistan Dışişleri Bakanı: Adil el-Cubeyr
2003-03-01 BM Genel Sekreteri: Kofi Annan
2013-01-15 BM Genel Sekreteri: Ban Ki-mun
2011-03-31 NATO Genel Sekreteri: Anders Fogh Rasmussen
2022-06-29 NATO Genel Sekreteri: Jens Stoltenberg
2010-01-15 İİT Genel Sekreteri: Ekmeleddin İhsanoğlu
2005-10-03 Avrupa Komisyonu Başkanı: Jose Manuel Barroso
2016-03-18 AB Konseyi Başkanı: Donald Tusk
2016-03-18 AB Yüksek Temsilcisi: Federica Mogherini
2003-03-01 Türkiye Başbakanı: Abdullah Gül
2004-12-17 Türkiye Dışişleri Bakanı: Abdullah Gül
2007-05-15 Türkiye Cumhurbaşkanı: Ahmet Necdet Sezer
2009-01-29 Türkiye Başbakanı: Recep Tayyip Erdoğan
2013-01-15 Türkiye Dışişleri Bakanı: Ahmet Davutoğlu
2015-10-15 Türkiye Dışişleri Bakanı: Feridun Sinirlioğlu
2016-07-15 Türkiye Genelkurmay Başkanı: Hulusi Akar
2016-07-15 Türkiye Başbakanı: Binali Yıldırım
2016-07-15 Türkiye MİT Müsteşarı: Hakan Fidan
2019-10-09 Türkiye Milli Savunma Bakanı: Hulusi Akar
2020-02-28 Türkiye İçişleri Bakanı: Süleyman Soylu
2024-11-15 Türkiye Dışişleri Bakanı: Hakan Fidan
2024-11-15 Türkiye TBMM Başkanı: Numan Kurtulmuş
2025-01-15 Türkiye Enerji ve Tabii Kaynaklar Bakanı: Alparslan Bayraktar
""".strip().splitlines()
OFFICES = {
    "Başkanı": "Başkan",
    "Başbakanı": "Başbakan",
    "Şansölyesi": "Şansölye",
    "Genel Sekreteri": "Genel Sekreter",
    "Yüksek Temsilcisi": "Yüksek Temsilci",
    "MİT Müsteşarı": "MİT Müsteşarı",
}
CODES = {"Türkiye": "TUR", "ABD": "USA", "Rusya": "RUS", "Ukrayna": "UKR", "İngiltere": "GBR", "Almanya": "DEU"}
CODES |= {"Fransa": "FRA", "İtalya": "ITA", "Yunanistan": "GRC", "KKTC": "CYP", "GKRY": "CYP", "Azerbaycan": "AZE"}
CODES |= {"Ermenistan": "ARM", "Gürcistan": "GEO", "Suriye": "SYR", "İsrail": "ISR", "İran": "IRN", "Irak": "IRQ"}
CODES |= {"Mısır": "EGY", "Japonya": "JPN", "Çin": "CHN", "Suudi Arabistan": "SAU", "BM": "UNO", "NATO": "IGO"}
CODES |= {"İİT": "IGO", "Avrupa Komisyonu": "EUR", "AB Konseyi": "EUR", "AB": "EUR"}


@pytest.mark.parametrize("fact", FACTS)
def test_who_held_it_on_that_day(register, fact):
    told, name = fact.split(": ")
    day, title = told.split(" ", 1)
    state = max((state for state in CODES if title.startswith(f"{state} ")), key=len)
    rest = title.removeprefix(f"{state} ")
    printed = rest if state == "Türkiye" else title
    holder = register.holder_on(OFFICES.get(rest, rest), CODES[state], day, printed=printed)
    assert holder is not None
    assert holder.name == name
    assert holder.at.startswith("lexicon/world/offices/")
    assert holder.source.startswith("https://")


def test_a_month_is_no_day(register):
    """Sergey Shoigu left in May 2024, which may be before or after the twelfth."""
    assert register.holder_on("Savunma Bakanı", "RUS", "2024-05-12") is None
    assert register.holder_on("Savunma Bakanı", "RUS", "2024-04-30").name == "Sergey Şoygu"
    assert register.holder_on("Savunma Bakanı", "RUS", "2024") is None
    assert register.holder_on("Savunma Bakanı", "RUS", "2023").name == "Sergey Şoygu"


def test_nothing_is_claimed_of_days_that_nobody_has_seen(register):
    assert register.holder_on("Dışişleri Bakanı", "RUS", "2099-01-01") is None
    assert register.holder_on("Dışişleri Bakanı", "RUS", "1950-01-01") is None
    assert register.holder_on("Dışişleri Bakanı", "RUS", "") is None


@pytest.mark.parametrize(
    ("office", "country", "printed", "of"),
    [
        ("Cumhurbaşkanı", "CYP", "KKTC Cumhurbaşkanı", "KKTC"),
        ("Cumhurbaşkanı", "CYP", "Kıbrıs Cumhurbaşkanı", "Güney Kıbrıs"),
        ("Cumhurbaşkanı", "CYP", "Cumhurbaşkanı", None),
        ("Cumhurbaşkanı", "RUS", "Rusya'nın Cumhurbaşkanı", "Rusya"),
        ("Dışişleri Bakanı", "RUS", "Rus Dışişleri Bakanı", "Rusya"),
        ("Cumhurbaşkanı", "RUS", "Çeçenistan Cumhurbaşkanı", None),
        ("Başkan", "USA", "ABD'nin seçilmiş Başkanı", None),
        ("Başkan", "TUR", "Başkan", None),
        ("Genel Sekreter", "IGO", "AGİT Genel Sekreteri", "Avrupa Güvenlik ve İşbirliği Teşkilatı"),
        ("Genel Sekreter", "IGO", "Genel Sekreteri", None),
        ("Genel Sekreter", "UNO", "Genel Sekreteri", None),
        ("Başbakan", "IRQ", "IKBY Başbakanı", "Irak Kürt Bölgesel Yönetimi"),
        ("Başbakan", "IRQ", "Irak Başbakanı", "Irak"),
        ("Dışişleri Bakan Yardımcısı", "RUS", "Rusya Dışişleri Bakan Yardımcısı", None),
        ("Geçici Cumhurbaşkanı", "SYR", "Suriye Geçici Cumhurbaşkanı", None),
        ("Silahlı Kuvvetler Bakanı", "FRA", "Fransa Silahlı Kuvvetler Bakanı", "Fransa"),
        ("Milli Savunma Bakanı", "TUR", "Milli Savunma Bakanı", "Türkiye"),
    ],
)
def test_the_printed_state_tells_whose_office_it_is(register, office, country, printed, of):
    seat = register.seat(office, country, printed)
    assert (seat.of if seat else None) == of


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("Dışişleri Bakanı", "RUS", "2024-11-15", "Sergei Lavrov"),
        ("Dışişleri Bakanı", "RUS", "2024-11-15", "Lavrov"),
        ("Başbakan", "GRC", "2024-11-15", "Kyriakos Miçotakis"),
        ("Başbakan", "GRC", "2024-11-15", "Mitsotakis"),
        ("Savunma Bakanı", "RUS", "2024-11-15", "Andrey Belusov"),
        ("Cumhurbaşkanı", "USA", "2024-11-15", "Donald Trump"),
        ("Savunma Bakanı", "RUS", "2024-06-01", "Sergey Şoygu"),
        ("Başbakan", "ISR", "2006-02-15", "Ariel Şaron"),
        ("Başbakan", "LBY", "2023-01-15", "Fethi Başağa"),
        ("Dışişleri Bakanı", "TUR", "2099-01-15", "Kerem Sorgun"),
        ("Maliye Bakanı", "TUR", "2003-09-15", "Mehmet Şimşek"),
    ],
    ids=str,
)
def test_it_keeps_silent_where_it_may_be_wrong(register, office, country, day, name):
    """A spelling, a slip, a change or a coming change of holder, an acting one, rivals, days unknown, a wrong date."""
    assert register.against(register.seat(office, country), name, day) is None


def test_it_speaks_where_it_is_sure(register):
    against = register.against(register.seat("Dışişleri Bakanı", "TUR"), "Yaşar Güler", "2024-11-15")
    assert (against.holder.name, against.elsewhere.office, against.before) == ("Hakan Fidan", "Savunma Bakanı", False)
    against = register.against(register.seat("Dışişleri Bakanı", "TUR"), "Mevlüt Çavuşoğlu", "2024-11-15")
    assert (against.holder.name, against.elsewhere, against.before) == ("Hakan Fidan", None, True)


def test_the_offices_of_a_person(register):
    found = [(term.office, term.begin) for term in register.offices_of("Abdullah Gül")]
    assert found == [("Cumhurbaşkanı", "2007-08-28"), ("Başbakan", "2002-11-18"), ("Dışişleri Bakanı", "2003-03-14")]
    assert register.offices_of("Leman Sorgun") == ()


def test_the_owner_is_what_stands_before_the_office():
    assert owner_in("Rusya'nın Dışişleri Bakanı", "Dışişleri Bakanı") == "Rusya"
    assert owner_in("Dışişleri Bakanı", "Dışişleri Bakanı") == ""


def test_terms_of_one_office_follow_each_other(register):
    for seat in {id(seat): seat for every in register.seats.values() for seat in every}.values():
        for term in seat.terms:
            sure = [other for other in seat.terms if other is not term and holds_on(other, term.begin)]
            assert seat.disputed or len(sure) <= 1, (seat.of, seat.office, term.name)


# ---- slips ----


@pytest.fixture
def broken(tmp_path):
    folder = tmp_path / "lexicon"

    def _broken(file: str, old: str, new: str):
        for room in ("world", "words"):
            shutil.copytree(lexicon_folder() / room, folder / room)
        path = folder / "world" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return _broken


LAVROV = "    - {name: Sergey Lavrov, from: 2004-03-09, seen: 2025-10, other: [Sergei Lavrov]}"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("offices/rus.yaml", "of: Rusya", "of: Rusia", "L05"),
        ("offices/rus.yaml", "of: Rusya", "of: Fransa", "L05"),
        ("offices/rus.yaml", "office: Dışişleri Bakanı", "office: Dışişleri Vekili", "L05"),
        ("offices/rus.yaml", "from: 2004-03-09", "from: 9 Mart 2004", "L04"),
        ("offices/rus.yaml", "from: 2004-03-09", "from: 2004-13", "L04"),
        ("offices/rus.yaml", "from: 2004-03-09", "from: 2004-02-30", "L04"),
        ("offices/rus.yaml", "from: 2004-03-09, seen: 2025-10", "from: 2004-03-09", "L02"),
        ("offices/rus.yaml", "until: 2004-03-09", "seen: 2004-03-09", "L02"),
        ("offices/rus.yaml", "from: 2004-03-09, seen", "from: 2004-03-09, sen", "L01"),
        ("offices/rus.yaml", "from: 2004-03-09, seen: 2025-10", "from: 2004-03-09, until: 2003-01", "L11"),
        ("offices/rus.yaml", "from: 2004-03-09, seen: 2025-10", "from: 2003-03-09, seen: 2025-10", "L12"),
        ("offices/rus.yaml", LAVROV, LAVROV.replace("Sergey", "Hakan", 1).replace("Lavrov", "Fidan", 1), "L13"),
        ("offices/rus.yaml", "name: Dmitriy Medvedev", "name: Dmitri Medvedev", "L05"),
        ("offices/rus.yaml", "name: Andrey Belousov", "name: Andrey Belousov, other: [Mihail Kasyanov]", "L05"),
        ("offices/rus.yaml", "office: Savunma Bakanı", "office: Dışişleri Bakanı", "L03"),
        ("offices/rus.yaml", "  source: https", "  sorce: https", "L01"),
        ("offices/rus.yaml", "  holders:", "  holders: kimse", "L06"),
        ("office_names.yaml", "- {office: Lider", "- {office: Kral", "L03"),
        ("office_names.yaml", "english: leader", "turkish: leader", "L01"),
    ],
)
def test_a_slip_is_named_with_its_line(broken, file, old, new, code):
    folder = broken(file, old, new)
    with pytest.raises(LexiconError) as error:
        OfficeLexicon.read(folder)
    assert error.value.code == code
    assert f"{file.split('/')[-1]}, satır " in str(error.value)
    assert str(error.value) in {str(found) for found in lexicon_errors(folder)}


def test_a_state_has_a_file_of_its_own(broken):
    folder = broken("offices/rus.yaml", "of: Rusya", "of: Rusya")
    (folder / "world/offices/rus.yaml").rename(folder / "world/offices/rusya.yaml")
    with pytest.raises(LexiconError, match=r"rusya\.yaml, satır"):
        OfficeLexicon.read(folder)
