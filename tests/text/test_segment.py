import pytest

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.record.doc import Article, Doc
from vakanuvis.text.segment import split_sentences
from vakanuvis.text.tokens import LONGEST_TOKEN, split_tokens

LEXICON = TokenLexicon.read(lexicon_folder())


def tokens(text):
    return [span.letters(text) for span in split_tokens(text, 0, len(text), LEXICON)]


def sentences(text):
    doc = split_sentences(Doc(Article("x", text), text), LEXICON)
    return [" ".join(word.form for word in sentence.words) for sentence in doc.sentences]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rusya'ya gitti.", ["Rusya'ya", "gitti", "."]),
        ("Kim Jong-un geldi", ["Kim", "Jong-un", "geldi"]),
        ("Rusya- Kore", ["Rusya", "-", "Kore"]),
        ("Trump-Putin görüşmesi", ["Trump", "-", "Putin", "görüşmesi"]),
        ("Ömer El-Beşir", ["Ömer", "El-Beşir"]),
        ("Dr. Kaya, M. Demir", ["Dr.", "Kaya", ",", "M.", "Demir"]),
        ("5. toplantı", ["5.", "toplantı"]),
        ("Yıl 2024. Bakan", ["Yıl", "2024", ".", "Bakan"]),
        ("16.10.2025 günü saat 14.30'da", ["16.10.2025", "günü", "saat", "14.30'da"]),
        ("20-21 Kasım", ["20-21", "Kasım"]),
        ("%5,5'i", ["%5,5'i"]),
        ("A.B.D.'nin", ["A.B.D.'nin"]),
        ("Bitti... Sonra", ["Bitti", "...", "Sonra"]),
        ("Su-35 uçağı", ["Su-35", "uçağı"]),
        ("Adres https://ornek.com/a.html. Bitti", ["Adres", "https://ornek.com/a.html", ".", "Bitti"]),
        ("(www.ornek.com.tr) ve ornek.com.tr'de", ["(", "www.ornek.com.tr", ")", "ve", "ornek.com.tr'de"]),
        ("Bitti.Bakan geldi", ["Bitti", ".", "Bakan", "geldi"]),
        ("Yargıtay E. 2024/15", ["Yargıtay", "E.", "2024/15"]),
    ],
)
def test_tokens_are_cut_as_news_prints_them(text, found):
    assert tokens(text) == found


def test_a_run_of_letters_that_is_no_word_is_cut():
    assert max(map(len, tokens("a" * 1000))) == LONGEST_TOKEN


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bakan geldi. Sözcü gitti.", ["Bakan geldi .", "Sözcü gitti ."]),
        ("Prof. Dr. Ali Kaya geldi.", ["Prof. Dr. Ali Kaya geldi ."]),
        ("Toplantı bitti.Sözcü gitti.", ["Toplantı bitti .", "Sözcü gitti ."]),
        ("Başlık cümlesi\n\nBakan geldi.", ["Başlık cümlesi", "Bakan geldi ."]),
        ("2. Dünya Savaşı bitti. Barış geldi.", ["2. Dünya Savaşı bitti .", "Barış geldi ."]),
        (
            'Bakan, "Görüşmeler sürüyor. Umutluyuz." dedi. Sonra gitti.',
            ["Bakan , “…” dedi .", "Görüşmeler sürüyor .", "Umutluyuz .", "Sonra gitti ."],
        ),
        ('Şunları söyledi: "Biz hazırız." Sözcü sustu.', ["Şunları söyledi : “…”", "Biz hazırız .", "Sözcü sustu ."]),
        ('"Barış Planı" masada.', ['" Barış Planı " masada .']),
        ("Gazete\n, haberi yazdı.", ["Gazete , haberi yazdı ."]),
        # Numbers, initials, dates.
        ("5. Kolordu döndü. II. Abdülhamid öldü.", ["5. Kolordu döndü .", "II. Abdülhamid öldü ."]),
        ("Tören 12 Mart 2024. Katılan yok.", ["Tören 12 Mart 2024 .", "Katılan yok ."]),
        ("M. Kaya ve Ali D. geldi. Veli K. gitti.", ["M. Kaya ve Ali D. geldi .", "Veli K. gitti ."]),
        # Abbreviations: most never end a sentence, some do before a capital.
        (
            "Örn. Ankara. Md. 3 uyarınca İnş. San. Tic. Ltd. Şti. kapandı.",
            ["Örn. Ankara .", "Md. 3 uyarınca İnş. San. Tic. Ltd. Şti. kapandı ."],
        ),
        (
            "Elma, armut vb. satıldı. Ceviz vb. Bunlar kaldı.",
            ["Elma , armut vb. satıldı .", "Ceviz vb.", "Bunlar kaldı ."],
        ),
        ("Kanun m. 15 uygulandı.", ["Kanun m. 15 uygulandı ."]),
        # What a sentence may begin with.
        ("Karar çıktı. iPhone satıldı. 17 kişi aldı.", ["Karar çıktı .", "iPhone satıldı .", "17 kişi aldı ."]),
        ("a) Bakan geldi. b) Sözcü gitti.", ["a ) Bakan geldi .", "b ) Sözcü gitti ."]),
        ("1) Bakan geldi. 2) Sözcü gitti.", ["1 ) Bakan geldi .", "2 ) Sözcü gitti ."]),
        ("Bakan geldi. — Sözcü gitti.", ["Bakan geldi .", "— Sözcü gitti ."]),
        # Full stops in a row.
        (
            "Bekledik.... Gelmediler. Bekledik... gelmediler.",
            ["Bekledik ....", "Gelmediler .", "Bekledik ... gelmediler ."],
        ),
        # A heading in capitals that was run into the text, also behind a full stop.
        (
            "Bakan geldi. BÜYÜK GÜN GELDİ Sözcü gitti.",
            ["Bakan geldi .", "BÜYÜK GÜN GELDİ", "Sözcü gitti ."],
        ),
        ("Bakan geldi. BM GENEL Sekreteri gitti.", ["Bakan geldi .", "BM GENEL Sekreteri gitti ."]),
        ("19 KİŞİ TUTUKLANDI Bakan geldi.", ["19 KİŞİ TUTUKLANDI", "Bakan geldi ."]),
        (
            "Bakan geldi. KAYA: 3 İSİM DAHA VAR Heyet döndü.",
            ["Bakan geldi .", "KAYA : 3 İSİM DAHA VAR", "Heyet döndü ."],
        ),
        ("ORTAKLIK ÇALIŞIYOR 31 Ocak günü kuruldu.", ["ORTAKLIK ÇALIŞIYOR", "31 Ocak günü kuruldu ."]),
        ("SÜRE DOLDU, MECLİS TOPLANDI AB Meclisi sustu.", ["SÜRE DOLDU , MECLİS TOPLANDI", "AB Meclisi sustu ."]),
        ("Yıllardır ortak olduğu OEP RHA Turan’dan çıktı.", ["Yıllardır ortak olduğu OEP RHA Turan ’ dan çıktı ."]),
        ("ÖRNEK KAYA: Takım kazandı.", ["ÖRNEK KAYA : Takım kazandı ."]),
        # A full stop before a number needs a word before it.
        ("Bedel TL.4,57 ve (II-15.1) sayılı.", ["Bedel TL . 4,57 ve ( II-15 . 1 ) sayılı ."]),
        ("Sayı B.02.6.KDK.0.13 ile bildirildi.", ["Sayı B. 02.6 . KDK . 0.13 ile bildirildi ."]),
        ("Karar çıktı.17 kişi döndü.", ["Karar çıktı .", "17 kişi döndü ."]),
        # A quoted sub-heading that was run into its text, and names in quotation marks, which are none.
        ("'Olumlu geçti' Heyet döndü. Sözcü gitti.", ["' Olumlu geçti '", "Heyet döndü .", "Sözcü gitti ."]),
        ("“BÜYÜK GÜN GELDİ” Heyet döndü. Sözcü gitti.", ["“ BÜYÜK GÜN GELDİ ”", "Heyet döndü .", "Sözcü gitti ."]),
        ('Heyet döndü. "GÜN BUGÜN" Sözcü sustu.', ["Heyet döndü .", '" GÜN BUGÜN "', "Sözcü sustu ."]),
        ('"Barış Planı" Ankara’da görüşüldü.', ['" Barış Planı " Ankara ’ da görüşüldü .']),
        ('"Evet" Kampanyası başladı.', ['" Evet " Kampanyası başladı .']),
        # What a colon announced ends its sentence.
        (
            'Sözcü şöyle dedi: "Yol artık çok uzun" Heyet sustu.',
            ["Sözcü şöyle dedi : “…”", "Yol artık çok uzun", "Heyet sustu ."],
        ),
        # Lines that were broken inside a sentence, around a link or behind a dateline; headings stay lines.
        ("Heyet dün\nAnkara\n'ya döndü.", ["Heyet dün Ankara ' ya döndü ."]),
        ("Heyet\nTuran Birliği\nülkelerini gezdi.", ["Heyet Turan Birliği ülkelerini gezdi ."]),
        ("ANKARA -\nBakan geldi (\nGazete\n).", ["ANKARA - Bakan geldi ( Gazete ) ."]),
        ("Yeni gün\nBakan dün geldi.\nsonra gitti.", ["Yeni gün", "Bakan dün geldi .", "sonra gitti ."]),
        ("Yeni gün\n\nAnkara\n\nBakan geldi.", ["Yeni gün", "Ankara", "Bakan geldi ."]),
        (
            "Şöyle dedi:\n“Yol çok\nuzun. Ama artık\nyürüyoruz.”",
            ["Şöyle dedi :", "“…”", "Yol çok uzun .", "Ama artık yürüyoruz ."],
        ),
        # Datelines, lists, links.
        ("ANKARA (AA) - Bakan geldi. Sözcü gitti.", ["ANKARA ( AA ) - Bakan geldi .", "Sözcü gitti ."]),
        ("- Bakan geldi.\n- Sözcü gitti.", ["- Bakan geldi .", "- Sözcü gitti ."]),
        ("ornek.com.tr kapandı. Sözcü gitti.", ["ornek.com.tr kapandı .", "Sözcü gitti ."]),
        # A quotation is not cut, whatever stands in it.
        (
            "Bakan, 'Geldik. Gördük.' dedi. Sözcü, \"Bitti mi? Hayır!\" diye sordu.",
            ["Bakan , “…” dedi .", "Geldik .", "Gördük .", "Sözcü , “…” diye sordu .", "Bitti mi ?", "Hayır !"],
        ),
    ],
)
def test_sentences_are_cut_where_a_reader_would(text, found):
    assert sentences(text) == found


def test_a_line_without_a_full_stop_is_a_heading():
    text = 'Kim ve Putin buluştu\n\nİki lider görüştü.\n\n"Her şey çok iyi gidiyor"\n\nGörüşme bitti.'
    doc = split_sentences(Doc(Article("x", text), text), LEXICON)
    assert [s.kind for s in doc.sentences] == ["heading", "text", "heading", "text", "text"]


def test_a_place_behind_a_dash_is_a_byline():
    text = "Görüşme sona erdi. - LEFKOŞA"
    doc = split_sentences(Doc(Article("x", text), text), LEXICON)
    assert [s.kind for s in doc.sentences] == ["text", "byline"]
