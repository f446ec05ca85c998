"""Who said what, over the constructions in which Turkish news reports speech. The sentences are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vakanuvis.extract.statements import find_statements
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.places import lexicon_places
from vakanuvis.lexicon.report import ReportLexicon
from vakanuvis.lexicon.rules import rules

LEXICON = ReportLexicon.read(lexicon_folder())


@pytest.fixture
def told(read):
    """A text's Doc with statements, also while they are no stage of the pipeline."""

    def _told(text):
        doc = read(text)
        return doc if doc.statements is not None else find_statements(doc, LEXICON)

    return _told


def summary(doc):
    """Kind, content and speaker of each statement, as printed."""
    return [
        (
            statement.kind,
            " … ".join(map(doc.letters, statement.content)),
            doc.letters(statement.speaker_span) if statement.speaker_span else None,
        )
        for statement in doc.statements
    ]


ONE_SENTENCE = {
    "a quotation before dedi and its speaker": (
        '"Kapıyı biz açmadık" dedi Sözcü Lindqvist.',
        [("direct", "Kapıyı biz açmadık", "Sözcü Lindqvist")],
    ),
    "a speaker, a quotation, dedi": (
        'Başbakan Hoffmann, "Bu anlaşma iki halkın da yararına" dedi.',
        [("direct", "Bu anlaşma iki halkın da yararına", "Başbakan Hoffmann")],
    ),
    "a quotation of several sentences": (
        'Başbakan Hoffmann, "Yol uzun. Ama yürüyoruz. Geri dönmeyeceğiz" diye konuştu.',
        [("direct", "Yol uzun. Ama yürüyoruz. Geri dönmeyeceğiz", "Başbakan Hoffmann")],
    ),
    "curly marks and şeklinde konuştu": (
        "Petrova, “Halk bu yükü taşıyamaz” şeklinde konuştu.",
        [("direct", "Halk bu yükü taşıyamaz", "Petrova")],
    ),
    "ifadelerini kullandı": (
        'Bakan Tekin, "Masada yeni bir öneri var" ifadelerini kullandı.',
        [("direct", "Masada yeni bir öneri var", "Bakan Tekin")],
    ),
    "şunları söyledi with marks": (
        'Bakan Tekin şunları söyledi: "Heyetimiz hazır. Tarih bekliyoruz."',
        [("direct", "Heyetimiz hazır. Tarih bekliyoruz.", "Bakan Tekin")],
    ),
    "diyen before the speaker": (
        '"Bizim için konu kapandı" diyen Petrova, salondan çıktı.',
        [("direct", "Bizim için konu kapandı", "Petrova")],
    ),
    "a participle, its speaker, and a second quotation": (
        'Görüşmelerin tıkandığını belirten Moreau, "Yine de umutluyum" dedi.',
        [
            ("indirect", "Görüşmelerin tıkandığını", "Moreau"),
            ("direct", "Yine de umutluyum", "Moreau"),
        ],
    ),
    "a participle, its speaker, and a second clause": (
        "Seçimin erkene alınacağını söyleyen Başkan Salinas, tarihin martta duyurulacağını ifade etti.",
        [
            ("indirect", "Seçimin erkene alınacağını", "Başkan Salinas"),
            ("indirect", "tarihin martta duyurulacağını", "Başkan Salinas"),
        ],
    ),
    "a converb, then a quotation": (
        'Sözcü Lindqvist, kararın oy birliğiyle alındığını belirterek, "Geri adım yok" dedi.',
        [
            ("indirect", "kararın oy birliğiyle alındığını", "Sözcü Lindqvist"),
            ("direct", "Geri adım yok", "Sözcü Lindqvist"),
        ],
    ),
    "two finite cues of one speaker": (
        "Okafor, sınırın kapalı olduğunu söyledi, geçişlerin cuma günü başlayacağını bildirdi.",
        [
            ("indirect", "sınırın kapalı olduğunu", "Okafor"),
            ("indirect", "geçişlerin cuma günü başlayacağını", "Okafor"),
        ],
    ),
    "a clause without a comma behind the speaker": (
        "Dışişleri Bakanlığı vize işlemlerinin durdurulduğunu açıkladı.",
        [("indirect", "vize işlemlerinin durdurulduğunu", "Dışişleri Bakanlığı")],
    ),
    "ise behind the speaker": (
        "Başkan Salinas ise barajın zamanında biteceğini savundu.",
        [("indirect", "barajın zamanında biteceğini", "Başkan Salinas")],
    ),
    "de behind the speaker": (
        'Moreau de, "Bu hattı birlikte kuracağız" dedi.',
        [("direct", "Bu hattı birlikte kuracağız", "Moreau")],
    ),
    "several coordinated clauses": (
        "Bakan Tekin, yolun açıldığını, elektriğin geldiğini ve okulların temizlendiğini söyledi.",
        [("indirect", "yolun açıldığını, elektriğin geldiğini ve okulların temizlendiğini", "Bakan Tekin")],
    ),
    "a need": (
        "Sözcü Lindqvist, tarafların masaya dönmesi gerektiğini vurguladı.",
        [("indirect", "tarafların masaya dönmesi gerektiğini", "Sözcü Lindqvist")],
    ),
    "a dative clause": (
        "Moreau, kuraklığın göçü hızlandırdığına dikkat çekti.",
        [("indirect", "kuraklığın göçü hızlandırdığına", "Moreau")],
    ),
    "a demand": (
        "Bakan Tekin, gemilerin limandan çekilmesini istedi.",
        [("indirect", "gemilerin limandan çekilmesini", "Bakan Tekin")],
    ),
    "yönünde uyardı": (
        "Okafor, stokların tükeneceği yönünde uyardı.",
        [("indirect", "stokların tükeneceği", "Okafor")],
    ),
    "a half-quoted clause": (
        'Petrova, kararın "tarihî bir hata" olduğunu söyledi.',
        [("mixed", 'kararın "tarihî bir hata" olduğunu', "Petrova")],
    ),
    "a half-quoted clause with a subject of its own before a quotation": (
        'Bakan Tekin, Fransız mevkidaşının başkente yaptığı ziyaretin "dostluğun yeni sayfası" olduğuna inandığını '
        'belirterek, "Kapımız açık" dedi.',
        [
            (
                "mixed",
                'Fransız mevkidaşının başkente yaptığı ziyaretin "dostluğun yeni sayfası" olduğuna inandığını',
                "Bakan Tekin",
            ),
            ("direct", "Kapımız açık", "Bakan Tekin"),
        ],
    ),
    "a clause wholly inside marks": (
        'Petrova, "listelerin gece yarısı değiştirildiğini" ileri sürdü.',
        [("direct", "listelerin gece yarısı değiştirildiğini", "Petrova")],
    ),
    "an occasion behind the speaker": (
        "Sözcü Lindqvist, dün yaptığı açıklamada, köprünün onarılacağını bildirdi.",
        [("indirect", "köprünün onarılacağını", "Sözcü Lindqvist")],
    ),
    "an occasion and a quotation": (
        'Başkan Salinas mecliste yaptığı konuşmada, "Bu kürsü milletindir" dedi.',
        [("direct", "Bu kürsü milletindir", "Başkan Salinas")],
    ),
    "an impersonal passive": (
        "Yangının kısa sürede söndürüldüğü bildirildi.",
        [("indirect", "Yangının kısa sürede söndürüldüğü", None)],
    ),
    "an impersonal passive with an author": (
        "Savunma Bakanlığı'ndan yapılan açıklamada, iki geminin yola çıktığı belirtildi.",
        [("indirect", "iki geminin yola çıktığı", "Savunma Bakanlığı")],
    ),
    "a passive participle": (
        "Rüşvet aldığı öne sürülen yönetici görevden alındı.",
        [("indirect", "Rüşvet aldığı", None)],
    ),
    "according to a report": (
        "BBC'nin haberine göre, iki lider önümüzdeki ay Kahire'de buluşacak.",
        [("indirect", "iki lider önümüzdeki ay Kahire'de buluşacak", "BBC")],
    ),
    "according to sources": (
        "Güvenlik kaynaklarına göre, saldırgan sınırı gece geçti.",
        [("indirect", "saldırgan sınırı gece geçti", "Güvenlik kaynaklarına")],
    ),
    "a quotation and a noun with an owner": (
        'Moreau\'nun "Bu kapı bir daha kapanmaz" sözleri salonda alkışlandı.',
        [("direct", "Bu kapı bir daha kapanmaz", "Moreau")],
    ),
    "a warning": (
        'Okafor, "Bu rüzgâr herkesi savurur" uyarısında bulundu.',
        [("direct", "Bu rüzgâr herkesi savurur", "Okafor")],
    ),
    "a clause and a noun with its verb": (
        "Ottawa, askerlerin yıl sonunda döneceği mesajını verdi.",
        [("indirect", "askerlerin yıl sonunda döneceği", "Ottawa")],
    ),
    "a call": (
        "Adeyemi, iki tarafın silahları susturması çağrısında bulundu.",
        [("indirect", "iki tarafın silahları susturması", "Adeyemi")],
    ),
    "a ground": (
        "Petrova, oyların eksik sayıldığı gerekçesiyle kurula başvurdu.",
        [("indirect", "oyların eksik sayıldığı", "Petrova")],
    ),
    "a question and its answer": (
        'Bakan Tekin, "İstifa edecek misiniz?" sorusuna "Görevimin başındayım" yanıtını verdi.',
        [
            ("direct", "İstifa edecek misiniz?", None),
            ("direct", "Görevimin başındayım", "Bakan Tekin"),
        ],
    ),
    "a question with its asker": (
        'Bakan Tekin, bir Alman gazetecinin "Sınır ne zaman açılacak?" sorusuna, "Yakında açılacak" karşılığını verdi.',
        [
            ("direct", "Sınır ne zaman açılacak?", "bir Alman gazetecinin"),
            ("direct", "Yakında açılacak", "Bakan Tekin"),
        ],
    ),
    "a source without a name": (
        "Üst düzey bir diplomat, görüşmenin gizli yürütüldüğünü söyledi.",
        [("indirect", "görüşmenin gizli yürütüldüğünü", "Üst düzey bir diplomat")],
    ),
    "sources in the plural": (
        "Bakanlık kaynakları, mektubun salı günü ulaştığını aktardı.",
        [("indirect", "mektubun salı günü ulaştığını", "Bakanlık kaynakları")],
    ),
    "an organisation": (
        "Avrupa Komisyonu, fonların haziranda serbest bırakılacağını duyurdu.",
        [("indirect", "fonların haziranda serbest bırakılacağını", "Avrupa Komisyonu")],
    ),
    "a capital": (
        "Kremlin, heyetlerin görüşmediğini açıkladı.",
        [("indirect", "heyetlerin görüşmediğini", "Kremlin")],
    ),
    "a speaker between clause and cue": (
        "Barajın dolduğunu Bakan Tekin açıkladı.",
        [("indirect", "Barajın dolduğunu", "Bakan Tekin")],
    ),
    "two quotations by converb": (
        '"Biz sözümüzü tuttuk" diyen Okafor, "Sıra onlarda" diye ekledi.',
        [
            ("direct", "Biz sözümüzü tuttuk", "Okafor"),
            ("direct", "Sıra onlarda", "Okafor"),
        ],
    ),
    "diye and a verb that is no verb of saying": (
        'Petrova bakana "Bu hesabı kim verecek" diye yüklendi.',
        [("direct", "Bu hesabı kim verecek", "Petrova")],
    ),
    "a written post": (
        'Başkan Salinas sosyal medya hesabından yaptığı paylaşımda, "Gece uzun ama sabah yakın" ifadesini kullandı.',
        [("direct", "Gece uzun ama sabah yakın", "Başkan Salinas")],
    ),
    "the doer of a passive": (
        "Köprünün martta açılacağı Bakan Tekin tarafından duyuruldu.",
        [("indirect", "Köprünün martta açılacağı", "Bakan Tekin")],
    ),
    "what was said owns a passive": (
        "Fonun payı devraldığının belirtildiği açıklamada, satışın ertelendiği bildirildi.",
        [("indirect", "Fonun payı devraldığının", None), ("indirect", "satışın ertelendiği", None)],
    ),
    "a new subject behind a semicolon": (
        'Bakan Tekin, sınırın kapandığını söyledi; Sözcü Lindqvist, "Yarın yeniden açılır" dedi.',
        [
            ("indirect", "sınırın kapandığını", "Bakan Tekin"),
            ("direct", "Yarın yeniden açılır", "Sözcü Lindqvist"),
        ],
    ),
    "a short form in brackets behind the speaker": (
        "Dünya Sağlık Örgütü (DSÖ), aşıların dağıtıldığını açıkladı.",
        [("indirect", "aşıların dağıtıldığını", "Dünya Sağlık Örgütü")],
    ),
    "a promise with a bare verbal noun": (
        "Danimarka, yeni sığınmacıları kabul etme sözü verdi.",
        [("indirect", "yeni sığınmacıları kabul etme", "Danimarka")],
    ),
    "those who are warned are no part of the warning": (
        "Bakanlık, yurttaşlarını bölgeye gitmemeleri konusunda uyardı.",
        [("indirect", "bölgeye gitmemeleri", "Bakanlık")],
    ),
    "words that lost their marks": (
        "Bakan Tekin, Bu yolu birlikte açtık dedi.",
        [("direct", "Bu yolu birlikte açtık", "Bakan Tekin")],
    ),
    "a slip in the ending of the clause": (
        "Sözcü Lindqvist, görüşmenin salı günü yapılacağı kaydetti.",
        [("indirect", "görüşmenin salı günü yapılacağı", "Sözcü Lindqvist")],
    ),
    "a source in the genitive with a comma": (
        "Moskova'nın, hattın kapanacağı uyarısı Avrupa'yı telaşlandırdı.",
        [("indirect", "hattın kapanacağı", "Moskova")],
    ),
    "a source behind the clause": (
        "Limanın kapandığına ilişkin Reuters'tan gelen haber doğrulanmadı.",
        [("indirect", "Limanın kapandığına", "Reuters")],
    ),
    "a report inside a report": (
        "Okafor, Petrova'nın seçimi kazandığını söylediğini aktardı.",
        [
            ("indirect", "Petrova'nın seçimi kazandığını söylediğini", "Okafor"),
            ("indirect", "seçimi kazandığını", "Petrova"),
        ],
    ),
    "a sentence that begins with a quotation and a noun cue": (
        'Petrova, "Sandıktan kaçan kaybeder" sözleriyle rakibine yüklendi.',
        [("direct", "Sandıktan kaçan kaybeder", "Petrova")],
    ),
    "a comma inside the mark": (
        '"Kapıyı çalan herkese açarız," dedi Petrova.',
        [("direct", "Kapıyı çalan herkese açarız,", "Petrova")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ONE_SENTENCE.values(), ids=ONE_SENTENCE)
def test_a_sentence_yields(text, expected, told):
    assert summary(told(text)) == expected


NO_STATEMENT = {
    "a title": 'Yazar yeni kitabı "Kuzey Rüzgârı" ile ödül aldı.',
    "a highlighted word": 'Ülke ekonomik açıdan "sıfır noktasında" bulunuyor.',
    "a topic phrase": "İkili ticaretin önemine değinen Bakan Tekin, fuarı gezdi.",
    "attention drawn to a noun": "Bakan Tekin, iş birliğinin önemine dikkat çekti.",
    "a schedule announced": "Kurul, seçim takvimini açıkladı.",
    "a statement made about something": "Bakan Tekin, toplantının ardından açıklama yaptı.",
    "talks": "İki bakan ikili ilişkileri konuştu.",
    "a comparison with göre": "Üretim geçen yıla göre yüzde üç arttı.",
    "a song": "Çocuklar törende şarkı söyledi.",
    "a guest received": "Başbakan Hoffmann, konuk heyeti kabul etti.",
    "a call centre": "Çağrı merkezi hafta sonu kapalı.",
    "a document that demands": "Konsey, yaptırımların kaldırılmasını talep eden kararı kabul etti.",
    "the particle de": "Bakan da heyet de otele döndü.",
    "relative clause with a noun of saying": "Bakanın yaptığı açıklama yankı buldu.",
    "an opinion about a thing": "Değeri üç milyonu bulacağı tahmin edilen tablo satıldı.",
    "the writer's own words": "Bu köprünün yıkılacağını yıllar önce söylemiştik.",
    "what was planned": "Yapılması beklenen zirve ertelendi.",
}


@pytest.mark.parametrize("text", NO_STATEMENT.values(), ids=NO_STATEMENT)
def test_it_is_no_statement(text, told):
    assert summary(told(text)) == []


def test_announced_words_without_marks_run_to_the_end_of_their_paragraph(told):
    doc = told("Bakan Tekin şunları kaydetti:\nYolu açtık. Köprüyü bitirdik.\n\nHeyet akşam döndü.\n")
    assert summary(doc) == [("direct", "Yolu açtık. Köprüyü bitirdik.", "Bakan Tekin")]


def test_an_announced_quotation_in_the_next_line_has_the_speaker_of_the_line_before(told):
    doc = told('Petrova şöyle konuştu:\n"Bu bütçe yoksulun değil. Geri çekilmeli."\n')
    assert summary(doc) == [("direct", "Bu bütçe yoksulun değil. Geri çekilmeli.", "Petrova")]


def test_a_paragraph_of_speech_takes_the_running_speaker(told):
    doc = told('Petrova, "Sandık bizimdir" dedi.\n\n"Kimse bu halkın iradesini çalamaz. Buna izin vermeyiz."\n')
    assert summary(doc)[1] == ("direct", "Kimse bu halkın iradesini çalamaz. Buna izin vermeyiz.", "Petrova")


def test_a_quotation_over_two_paragraphs_is_one_statement(told):
    doc = told('Petrova, "Önce suyu kestiler.\nSonra elektriği kestiler" dedi.\n')
    assert [kind for kind, *_ in summary(doc)] == ["direct"]
    assert summary(doc)[0][2] == "Petrova"


def test_a_dropped_subject_is_the_last_speaker(told):
    doc = told("Okafor, köprünün yıkıldığını söyledi. Onarımın bir ay süreceğini belirtti.")
    first, second = doc.statements
    assert doc.letters(second.speaker_span) == "Okafor"
    assert second.speaker == first.speaker


def test_a_headline_quotation_repeats_the_fuller_one(told):
    doc = told(
        '"Bu limanı birlikte kuracağız"\n\n'
        'Bakan Tekin, "Bu limanı iki ülke olarak birlikte kuracağız. Temeli baharda atarız" dedi.\n'
    )
    headline, full = doc.statements
    assert headline.kind == "direct"
    assert headline.same_as == full.id
    assert headline.speaker == full.speaker
    assert full.same_as is None


def test_a_sub_heading_without_a_fuller_form_takes_the_next_speaker(told):
    doc = told('Heyet kente geldi.\n\n"Artık dönüş yok"\n\nBakan Tekin, "Kararımızı verdik, yola çıkıyoruz" dedi.\n')
    heading, full = doc.statements
    assert heading.speaker == full.speaker


def test_a_lead_repeats_what_the_body_quotes_in_full(told):
    doc = told(
        'Bakan Tekin, "Sınır kapıları bütün yolculara açılıyor" dedi.\n\n'
        'Konuşmasına devam eden Bakan Tekin, "Uzun bir aradan sonra sınır kapıları yarın bütün yolculara açılıyor. '
        'Hazırlıklar tamam" diye konuştu.\n'
    )
    assert doc.statements[0].same_as == doc.statements[-1].id


def test_what_was_not_said_is_negated(told):
    doc = told("Bakan Tekin, heyetin ne zaman döneceğini söylemedi.")
    assert [statement.negated for statement in doc.statements] == [True]


@pytest.mark.parametrize(
    "frame",
    [
        "yaptığı konuşmada,",
        "basın toplantısında yaptığı konuşmada,",
        "görüşmenin ardından düzenlediği ortak basın toplantısında,",
        "katıldığı zirvede,",
        "açılış töreninde yaptığı konuşmada",
    ],
)
def test_the_occasion_of_speaking_is_no_part_of_what_is_said(told, frame):
    doc = told(f"Bakan Tekin, {frame} iki ülke arasındaki ticaretin arttığını belirterek, yatırım istedi.")
    assert summary(doc)[0] == ("indirect", "iki ülke arasındaki ticaretin arttığını", "Bakan Tekin")


def test_an_answer_goes_on_over_paragraphs_until_somebody_else_is_heard(read):
    doc = read(
        "Malezya Dışişleri Bakanı Datuk Iskandar Hakimi soruları yanıtladı.\n\n"
        "Hakimi: Biz konuşmayı seçiyoruz. Metnin tamamlanmasını istiyoruz.\n\n"
        "Komşularımız da aynı fikirde. Bu yolda yalnız değiliz.\n\n"
        "ABD'nin varlığı sizi rahatsız ediyor mu?\n\n"
        "Hakimi: Kimseden rahatsız olmayız.\n\n"
        "Bakan Hakimi, yarın Ankara'dan ayrılacak."
    )
    assert [tuple(map(doc.letters, one.content)) for one in doc.statements] == [
        (
            "Biz konuşmayı seçiyoruz. Metnin tamamlanmasını istiyoruz.",
            "Komşularımız da aynı fikirde. Bu yolda yalnız değiliz.",
        ),
        ("Kimseden rahatsız olmayız.",),
    ]
    names = {actor.id: actor.name for actor in doc.actors}
    assert {names[one.speaker] for one in doc.statements} == {"Datuk Iskandar Hakimi"}


def test_a_labelled_line_belongs_to_its_label(told):
    doc = told("Kremlin: Görüşme takvimi henüz belli değil\n\nİki heyet Cenevre'de bir araya geldi.\n")
    assert all(statement.because[0] == "label" for statement in doc.statements)


def test_passives_go_on_with_the_author_of_the_statement(told):
    doc = told(
        "Savunma Bakanlığı'ndan yapılan açıklamada, tatbikatın sona erdiği bildirildi. "
        "Açıklamada, birliklerin kışlaya döndüğü kaydedildi."
    )
    assert [doc.letters(s.speaker_span) for s in doc.statements] == ["Savunma Bakanlığı", "Savunma Bakanlığı"]


def test_a_source_named_by_its_noun_is_the_source_before(told):
    doc = told("Batılı bir yetkili, mektubun ulaştığını söyledi. Yetkili, yanıtın yazıldığını belirtti.")
    assert len({statement.speaker for statement in doc.statements}) == 1


def test_a_quotation_inside_a_quotation_has_its_own_cue(told):
    doc = told("Petrova, \"Bize 'Bu kapıdan giremezsiniz' dediler. Girdik\" dedi.")
    assert ("direct", "Bu kapıdan giremezsiniz") in [(kind, content) for kind, content, _ in summary(doc)]


def test_the_force_and_the_reason_of_a_statement_are_told(told):
    (statement,) = told('Okafor, "Bu rüzgâr herkesi savurur" uyarısında bulundu.').statements
    assert statement.force == "warn"
    assert statement.because == ("direct-noun", "report_nouns:uyarı")


def test_reading_twice_gives_the_same_ids(told):
    text = 'Bakan Tekin, "Kapımız açık, bekliyoruz" dedi.'
    assert [s.id for s in told(text).statements] == [s.id for s in told(text).statements]


def test_every_content_stands_in_the_text(told):
    doc = told('Bakan Tekin, "Kapımız açık. Bekliyoruz" dedi. Kararın doğru olduğunu söyledi.')
    for statement in doc.statements:
        for span in statement.content:
            assert 0 <= span.start < span.end <= len(doc.text)
            assert doc.letters(span) == doc.letters(span).strip()


def test_words_without_tags_are_survived(read):
    doc = read('Bakan Tekin, "Kapımız açık. Bekliyoruz" dedi. Sözcü, yolun açıldığını söyledi.')
    bare = tuple(
        replace(sentence, words=tuple(replace(word, lemma="", upos="X", feats={}, head=-1) for word in sentence.words))
        for sentence in doc.sentences
    )
    found = find_statements(replace(doc, sentences=bare, statements=None), LEXICON)
    assert [statement.kind for statement in found.statements] == ["direct", "indirect"]


def test_a_doc_without_actors_gets_its_speakers_as_groups(read):
    doc = find_statements(replace(read("Batılı bir yetkili, yolun açıldığını söyledi."), actors=None), LEXICON)
    assert [(actor.kind, actor.name) for actor in doc.actors] == [("group", "Batılı bir yetkili")]


def test_an_empty_text_has_no_statements(told):
    assert told("Heyet döndü.").statements == ()


def test_how_it_was_said_is_told_with_its_letters_and_its_reason(told):
    doc = told('Moreau, CNN\'e verdiği mülakatta, "Bu kapı bir daha kapanmaz" dedi.')
    (statement,) = doc.statements
    assert (statement.medium, doc.letters(statement.medium_span)) == ("interview", "mülakatta")
    assert "media:mülakat" in statement.because


def test_a_bare_noun_points_back_to_the_medium_before(told):
    doc = told(
        "Savunma Bakanlığı'ndan yapılan yazılı açıklamada, tatbikatın sona erdiği bildirildi. "
        "Açıklamada, birliklerin kışlaya döndüğü kaydedildi."
    )
    assert [statement.medium for statement in doc.statements] == ["written", "written"]
    assert len({statement.medium_span for statement in doc.statements}) == 1


def test_what_a_content_mentions_is_no_medium(told):
    (statement,) = told("Bakan Tekin, imzasının mektupta bulunmadığını söyledi.").statements
    assert statement.medium is None


def test_a_post_is_a_social_post(told):
    (statement,) = told("Sözcü Lindqvist Twitter'dan, heyetin döndüğünü duyurdu.").statements
    assert "social-post" in statement.because
    assert statement.speaker_span is not None


def test_a_report_inside_a_report_is_nested_in_it(told):
    outer, inner = told("Okafor, Petrova'nın seçimi kazandığını söylediğini aktardı.").statements
    assert (outer.nested_in, inner.nested_in) == (None, outer.id)


def test_a_quotation_inside_a_quotation_is_nested_in_it(told):
    doc = told("Petrova, \"Bize 'Bu kapıdan giremezsiniz' dediler. Girdik\" dedi.")
    outer, inner = doc.statements
    assert inner.nested_in == outer.id


def test_a_statement_is_about_those_whom_its_content_mentions(told):
    doc = told("Ecevit, Rusya'nın ve Ukrayna'nın masaya döneceğini söyledi.")
    names = {actor.id: actor.name for actor in doc.actors}
    assert [names[actor] for actor in doc.statements[0].about] == ["Rusya", "Ukrayna"]


def test_a_verb_that_diye_ties_is_explained_by_the_link(told):
    (statement,) = told('Petrova bakana "Bu hesabı kim verecek" diye yüklendi.').statements
    assert statement.because == ("direct-post", "report_links:diye")


def addressed(doc):
    return [next((a.name for a in doc.actors if a.id == s.addressee), None) for s in doc.statements]


ADDRESSED = {
    "in the ablative of a demand": ("Başbakan Ecevit, Şaron'dan, saldırıların durdurulmasını istedi.", "Şaron"),
    "in the accusative of a warning": ("Başbakan Ecevit, Rusya'yı savaşın büyüyeceği konusunda uyardı.", "Rusya"),
    "in the accusative of a call": ("Petrova, Rusya'yı sınırdan çekilmeye çağırdı.", "Rusya"),
    "in the dative before the quotation": ('Petrova, Rusya\'ya "Sınırdan çekilin, bekliyoruz" dedi.', "Rusya"),
    "nobody": ("Petrova, Rusya'nın çekileceğini söyledi.", None),
}


@pytest.mark.parametrize(("text", "name"), ADDRESSED.values(), ids=ADDRESSED)
def test_those_addressed_are_told(text, name, told):
    assert addressed(told(text)) == [name]


def test_those_who_speak_jointly_are_all_told(told):
    doc = told("Vladimir Putin ve Donald Trump, görüşmelerin süreceğini söyledi.")
    names = {actor.id: actor.name for actor in doc.actors}
    (statement,) = doc.statements
    assert [names[actor] for actor in statement.speakers] == ["Vladimir Putin", "Donald Trump"]
    assert statement.speaker == statement.speakers[0]


def test_states_joined_by_ile_speak_jointly(told):
    (statement,) = told('Almanya ile Fransa, "Bu yolu birlikte yürüyeceğiz" dedi.').statements
    assert len(statement.speakers) == 2


def test_a_single_speaker_is_all_who_speak(told):
    (statement,) = told("Petrova, Rusya'nın çekileceğini söyledi.").statements
    assert statement.speakers == (statement.speaker,)


def test_the_turns_of_an_interview_go_to_whom_they_belong(told):
    doc = told(
        "Bakan Tekin sorularımızı yanıtladı.\n\nSoru: Sınır ne zaman açılacak?\n\n"
        "Yanıt: Yarın açılacak. Hazırlıklar tamam.\n\nSoru: Peki köprü?\n\nYanıt: Köprü hazır. Bekliyoruz.\n"
    )
    names = {actor.id: actor.name for actor in doc.actors}
    assert [(doc.letters(s.content[0]), names.get(s.speaker)) for s in doc.statements] == [
        ("Sınır ne zaman açılacak?", None),
        ("Yarın açılacak. Hazırlıklar tamam.", "Tekin"),
        ("Peki köprü?", None),
        ("Köprü hazır. Bekliyoruz.", "Tekin"),
    ]


def test_a_heading_that_announces_a_statement_belongs_to_its_owner(told):
    doc = told("Bakan Tekin'den açıklama: Sınır kapısı yarın açılacak\n\nKapıda kuyruk uzadı.\n")
    assert summary(doc) == [("direct", "Sınır kapısı yarın açılacak", "Bakan Tekin")]


def test_a_heading_with_a_name_and_a_colon_needs_no_marks(told):
    doc = told("Şaron: Karşılık veririz\n\nİsrail Başbakanı Ariel Şaron dün konuştu.\n")
    names = {actor.id: actor.name for actor in doc.actors}
    assert [(doc.letters(s.content[0]), names[s.speaker]) for s in doc.statements] == [
        ("Karşılık veririz", "Ariel Şaron")
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"Yol uzun. Yürüyoruz.\n"Köprü bitti. Açıyoruz.\n"Kimse durduramaz bizi" diyen Bakan Tekin salondan ayrıldı.\n',
        'Bakan Tekin şöyle konuştu:\n"Yol uzun. Yürüyoruz.\n"Köprü bitti. Açıyoruz.\n"Kimse durduramaz bizi"\n',
    ],
    ids=["cue behind", "cue before"],
)
def test_paragraphs_that_open_again_are_one_quotation(text, told):
    assert summary(told(text)) == [
        ("direct", "Yol uzun. Yürüyoruz. … Köprü bitti. Açıyoruz. … Kimse durduramaz bizi", "Bakan Tekin")
    ]


def test_a_nested_report_without_a_speaker_of_its_own_is_that_of_the_one_described(told):
    doc = told("Görüşmelerin olumlu geçtiğini belirttiğini ifade eden Bakan Tekin, salondan ayrıldı.")
    assert [content for _, content, _ in summary(doc)] == [
        "Görüşmelerin olumlu geçtiğini belirttiğini",
        "Görüşmelerin olumlu geçtiğini",
    ]
    assert len({statement.speaker for statement in doc.statements}) == 1


def test_a_passive_inside_a_report_leaves_the_outer_one_its_subject(told):
    outer, inner = told("Bakan Tekin, sınırın kapandığının belirtildiğini ifade etti.").statements
    assert (outer.speaker is None, inner.speaker, inner.nested_in) == (False, None, outer.id)


def test_a_passive_keeps_only_the_reported_clause_behind_a_converb(told):
    doc = told("Toplantıda bölgesel gelişmeler ele alınarak, ateşkesin sürdüğü kaydedildi.")
    assert summary(doc) == [("indirect", "ateşkesin sürdüğü", None)]


def test_a_converb_of_the_reported_doer_stays_in_the_clause(told):
    doc = told("Açıklamada, Bakan Tekin'in Orel'i arayarak, taziyelerini ilettiği belirtildi.")
    assert summary(doc)[0][1] == "Bakan Tekin'in Orel'i arayarak, taziyelerini ilettiği"


def test_reporters_in_the_plural_are_addressed(told):
    doc = told("Bakan Tekin gazetecilere, sınırın açılacağını söyledi.")
    assert summary(doc) == [("indirect", "sınırın açılacağını", "Bakan Tekin")]
    assert addressed(doc) == ["gazeteciler"]


EVERY_REASON = (
    'Petrova bakana "Bu hesabı kim verecek" diye yüklendi.',
    "Sözcü Lindqvist Twitter'dan, heyetin döndüğünü duyurdu.",
    "Soru: Sınır ne zaman açılacak?\n\nYanıt: Yarın açılacak.",
    "BBC'nin haberine göre, iki lider önümüzdeki ay Kahire'de buluşacak.",
    "Petrova, Rusya'yı sınırdan çekilmeye çağırdı.",
    "Kremlin: Görüşme takvimi henüz belli değil\n\nİki heyet bir araya geldi.",
    "Bakan Tekin, Bu yolu birlikte açtık dedi.",
)


@pytest.mark.parametrize("text", EVERY_REASON)
def test_every_reason_leads_to_a_rule_or_a_line_of_the_lexicon(text, told):
    places = lexicon_places(lexicon_folder())
    reasons = [reason for statement in told(text).statements for reason in statement.because]
    assert reasons
    assert [r for r in reasons if r not in (places if ":" in r else rules())] == []
