"""Who did what to whom, over the constructions of Turkish news."""

from __future__ import annotations

import pytest

from vakanuvis.record.doc import Doc
from vakanuvis.text.letters import folded


def told(doc: Doc) -> list[tuple[str, str | None, str, str, str]]:
    """Events as (type, mode, countries of the actors, countries of the recipients, status)."""
    country = {actor.id: actor.country or "-" for actor in doc.actors}
    return [
        (
            event.event,
            event.mode,
            " ".join(sorted({country[item] for item in event.actor})),
            " ".join(sorted({country[item] for item in event.recipient})),
            event.status,
        )
        for event in doc.events
    ]


def sides(*rows):
    return [pytest.param(*row, id=row[0]) for row in rows]


@pytest.mark.parametrize(
    ("text", "event", "mode", "actor", "recipient"),
    sides(
        # finite clauses, voices, cases
        ("Norveç, Nijer'deki darbeyi kınadı.", "ACCUSE", "disapprove", "NOR", "NER"),
        ("İsviçre, Kenya'yı eleştirdi.", "ACCUSE", "disapprove", "CHE", "KEN"),
        ("Kenya, İsviçre tarafından eleştirildi.", "ACCUSE", "disapprove", "CHE", "KEN"),
        ("Moldova'ya Norveç tarafından yardım gönderildi.", "AID", None, "NOR", "MDA"),
        ("Norveç, Moldova'ya insani yardım gönderdi.", "AID", None, "NOR", "MDA"),
        ("Moldova'ya Norveç insani yardım gönderdi.", "AID", None, "NOR", "MDA"),
        ("Kanada, Myanmar'a yönelik yaptırımları genişletti.", "SANCTION", "discontinue", "CAN", "MMR"),
        ("Gambiya, Myanmar'a karşı dava açtı.", "ACCUSE", "allege", "GMB", "MMR"),
        ("Kolombiya, Venezuela ile diplomatik ilişkilerini kesti.", "SANCTION", "withdraw", "COL", "VEN"),
        ("Fas, İsveç'teki büyükelçisini geri çağırdı.", "SANCTION", "withdraw", "MAR", "SWE"),
        # reciprocals and coordination
        ("Norveç ile Şili anlaştı.", "AGREE", None, "CHL NOR", ""),
        ("Norveç ve Şili balıkçılık konusunda mutabık kaldı.", "AGREE", None, "CHL NOR", ""),
        ("Norveç, Şili ile balıkçılık konusunda anlaşmaya vardı.", "AGREE", None, "CHL NOR", ""),
        ("Norveç, Şili ve Peru ortak tatbikat düzenledi.", "COOPERATE", None, "CHL NOR PER", ""),
        ("Kenya ile Uganda diplomatik ilişki kurdu.", "SUPPORT", None, "KEN UGA", ""),
        ("Kenya ile Uganda arasında serbest ticaret anlaşması imzalandı.", "SUPPORT", None, "KEN UGA", ""),
        # event nouns
        ("Norveç ile Şili arasındaki görüşme dün Oslo'da yapıldı.", "CONSULT", None, "CHL NOR", ""),
        ("Kenya'nın Somali'ye düzenlediği saldırıda çok sayıda kişi öldü.", "ASSAULT", None, "KEN", "SOM"),
        ("Kanada'nın Myanmar'a uyguladığı yaptırımlar sürüyor.", "SANCTION", "discontinue", "CAN", "MMR"),
        ("Ruanda'nın Kongo işgali sürüyor.", "COERCE", "seize", "RWA", "COD"),
        # announcements, datives of other nouns, shared owners, partners in a list, meetings in the course of a visit
        ("Norveç, Nijer'deki darbeyi kınayan bir açıklama yaptı.", "ACCUSE", "disapprove", "NOR", "NER"),
        ("Kanada, Kenya'nın üyeliğini destekleyen açıklamalar yapıyor.", "SUPPORT", None, "CAN", "KEN"),
        (
            "Kanada, Kongo'ya müdahalesi nedeniyle Ruanda'ya uygulanan yaptırımları uzattı.",
            "SANCTION",
            "discontinue",
            "CAN",
            "RWA",
        ),
        (
            "Kenya mahkemesi, Uganda vatandaşını örgüt kurmaktan 5 yıl hapse mahkum etti.",
            "SANCTION",
            "convict",
            "KEN",
            "UGA",
        ),
        (
            "Şili, Norveç'in ateşkesten yana olduğuna ve Kanada'yı bu konuda ikna etmeye çalıştığına işaret etti.",
            "REQUEST",
            "change",
            "NOR",
            "CAN",
        ),
        (
            "Norveç, Kanada'nın bölgeye uluslararası gözlemci gönderilmesi önerisine soğuk baktı.",
            "REJECT",
            None,
            "NOR",
            "CAN",
        ),
        (
            "Kenya Cumhurbaşkanı William Ruto, ziyaret kapsamında Norveç Başbakanı Jonas Store ile görüştü.",
            "CONSULT",
            "visit",
            "KEN",
            "NOR",
        ),
        (
            "Kenya'nın ziyaret boyunca Norveç Başbakanı Jonas Store ve aile üyeleri ile görüşmesi planlanıyor.",
            "AGREE",
            None,
            "KEN",
            "- NOR",
        ),
        # nominalised and relative clauses
        ("Kenya'nın Somali'ye asker gönderdiği açıklandı.", "AID", None, "KEN", "SOM"),
        ("Kenya'nın Somali'ye asker göndermesi bölgede yankı uyandırdı.", "AID", None, "KEN", "SOM"),
        ("Somali'ye asker gönderen Kenya yeni kayıplar verdi.", "AID", None, "KEN", "SOM"),
        ("Norveç'in Nijer'i kınadığı bildirildi.", "ACCUSE", "disapprove", "NOR", "NER"),
        ("Nijer'in Norveç tarafından kınandığı bildirildi.", "ACCUSE", "disapprove", "NOR", "NER"),
        ("Norveç, Nijer'i kınayarak elçisini geri çağırdı.", "ACCUSE", "disapprove", "NOR", "NER"),
        ("Kanada, Ukrayna'ya silah göndermeyi sürdürdü.", "AID", None, "CAN", "UKR"),
        # requests, rejections, promises, threats
        ("Norveç, Venezuela'dan tutukluları serbest bırakmasını istedi.", "REQUEST", "yield", "NOR", "VEN"),
        ("Norveç, Venezuela'nın tutukluları serbest bırakmasını istedi.", "REQUEST", "yield", "NOR", "VEN"),
        ("Moldova, Kanada'dan askeri yardım istedi.", "REQUEST", "assist", "MDA", "CAN"),
        ("İsviçre, Kenya'ya ateşkes çağrısında bulundu.", "REQUEST", "yield", "CHE", "KEN"),
        ("Kenya, Somali'nin önerisini reddetti.", "REJECT", None, "KEN", "SOM"),
        ("Somali'nin önerisi Kenya tarafından reddedildi.", "REJECT", None, "KEN", "SOM"),
        ("Umman, Katar ile görüşmeyi reddetti.", "REJECT", "meet", "OMN", "QAT"),
        ("Kanada, Ukrayna'ya yardım sözü verdi.", "AGREE", None, "CAN", "UKR"),
        ("Kanada, Ukrayna'ya silah vermeyi taahhüt etti.", "AGREE", None, "CAN", "UKR"),
        ("Kenya, Somali'yi savaşla tehdit etti.", "THREATEN", "violence", "KEN", "SOM"),
        ("Kenya, Somali ile ilişkileri kesme tehdidinde bulundu.", "THREATEN", "relations", "KEN", "SOM"),
        # conditions on arguments
        ("Etiyopya, Eritre sınırına asker yığdı.", "MOBILIZE", "troops", "ETH", "ERI"),
        ("Nijer, Fransa ile yapılan savunma anlaşmasını feshetti.", "REJECT", "change", "NER", "FRA"),
        ("Sudan hükümeti, sokağa çıkma yasağını kaldırdı.", "CONCEDE", None, "SDN", ""),
        ("Kanada, Myanmar'a uygulanan ambargoyu kaldırdı.", "RETREAT", None, "CAN", "MMR"),
        ("Kolombiya, uyuşturucu zanlısını Peru'ya iade etti.", "COOPERATE", None, "COL", "PER"),
        ("Etiyopya, askerlerini Somali'den geri çekti.", "RETREAT", "withdraw", "ETH", "SOM"),
        ("İspanya, Filistin'i resmen tanıdı.", "SUPPORT", None, "ESP", "PSE"),
        ("Norveç, Mali Büyükelçisi'ni Dışişleri Bakanlığına çağırdı.", "ACCUSE", "disapprove", "NOR", "MLI"),
    ),
)
def test_a_construction_is_read(text, event, mode, actor, recipient, read):
    found = told(read(text))
    assert (event, mode, actor, recipient) in [row[:4] for row in found], found


@pytest.mark.parametrize(
    ("text", "event", "status"),
    sides(
        ("Gana Cumhurbaşkanı John Mahama gelecek ay Brezilya'yı ziyaret edecek.", "AGREE", "planned"),
        ("Norveç, Moldova'ya yardım göndereceğini açıkladı.", "AGREE", "actual"),
        ("Norveç, Moldova'ya yardım göndermeyeceğini açıkladı.", "REJECT", "actual"),
        ("Etiyopya, askerlerini Somali'den geri çekeceğini açıkladı.", "CONCEDE", "actual"),
        ("Norveç geçen yıl Moldova'ya yardım göndermişti.", "AID", "historical"),
        ("Kanada ile Vietnam anlaşmaya varamadı.", "REJECT", "actual"),
        ("Norveç, Nijer'i kınamadı.", "ACCUSE", "negated"),
    ),
)
def test_tense_and_polarity_decide_what_it_is(text, event, status, read):
    found = told(read(text))
    assert (event, status) in [(row[0], row[4]) for row in found], found


@pytest.mark.parametrize(
    "text",
    [
        "Norveç Savunma Bakanı gazetecilere konuştu.",
        "Norveç Moldova'ya yardım gönderirse durum değişir.",
        "Norveç, Moldova'ya yardım göndermek istiyor.",
        "Keşke Norveç Moldova'ya yardım gönderse.",
        "Toplantı salonunda hazırlıklar sürüyor.",
        "Bakan basın toplantısı düzenledi.",
        "Turistler müzeyi ziyaret etti.",
        "Kuraklık köyleri tehdit ediyor.",
        "Takım ikinci yarıda rakip kaleye saldırdı.",
        "Seyirciler hakeme tepki gösterdi.",
        "Mahkeme yeni binasına taşındı.",
        "Ateşkes umutları artıyor.",
    ],
)
def test_what_is_no_event_is_not_told(text, read):
    assert told(read(text)) == []


def test_a_visitor_is_actor_and_the_host_is_recipient(read):
    doc = read("Portekiz Savunma Bakanı Nuno Melo, temaslarda bulunmak üzere Fas'a geldi.")
    assert told(doc) == [("CONSULT", "visit", "PRT", "MAR", "actual")]
    assert doc.events[0].location.country == "MAR"


def test_a_host_who_receives_is_recipient(read):
    found = told(read("Fas Başbakanı Aziz Ahnuş, Portekiz Savunma Bakanı Nuno Melo'yu kabul etti."))
    assert found == [("CONSULT", "visit", "PRT", "MAR", "actual")]


def test_a_visit_and_a_meeting_during_it_are_two(read):
    doc = read(
        "Portekiz Savunma Bakanı Nuno Melo dün Fas'a geldi. Melo, Fas Savunma Bakanı Abdellatif Loudiyi ile görüştü."
    )
    assert [row[:4] for row in told(doc)] == [("CONSULT", "visit", "PRT", "MAR")] * 2
    assert folded(doc.letters(doc.events[1].span)) == "görüştü"


def test_one_event_is_recorded_once(read):
    doc = read("Norveç, Moldova'ya yardım gönderdi. Norveç'in Moldova'ya yardım gönderdiği duyuruldu.")
    assert [row[:4] for row in told(doc)] == [("AID", None, "NOR", "MDA")]
    assert len(doc.events[0].mentions) == 1


def test_a_dropped_subject_is_that_of_the_sentence_before(read):
    found = told(read("Norveç acil toplandı. Daha sonra Moldova'ya yardım gönderdi."))
    assert ("AID", None, "NOR", "MDA", "actual") in found


def test_two_leaders_are_those_named_before(read):
    doc = read(
        "Kanada Başbakanı Mark Carney, Vietnam Başbakanı Pham Minh Chinh ile telefonda görüştü. "
        "İki lider daha sonra Oslo'da bir araya geldi."
    )
    assert [(row[1], row[2]) for row in told(doc)] == [("phone", "CAN VNM"), ("third-party", "CAN VNM")]


def test_a_relative_clause_has_its_head_as_subject(read):
    doc = read("Katar Emiri, Doha'yı ziyaret eden Gana Cumhurbaşkanı John Mahama ile görüştü.")
    assert ("CONSULT", "visit", "GHA", "QAT", "actual") in told(doc)


def test_what_only_a_speaker_asserts_is_told_as_said(read):
    doc = read("Norveç Dışişleri Bakanı Espen Barth Eide, Kenya'nın Somali'ye asker gönderdiğini söyledi.")
    event = next(event for event in doc.events if event.event == "AID")
    assert event.said_in == doc.statements[0].id


def test_an_event_without_a_time_takes_the_day_of_publication_and_says_so(read):
    event = read("Norveç, Nijer'i kınadı.", "2024-11-15").events[0]
    assert (event.date, event.date_basis, event.date_span) == ("2024-11-15", "publication", None)


def test_a_time_in_the_clause_dates_the_event(read):
    event = read("Norveç, 3 Kasım 2024'te Nijer'i kınadı.", "2024-11-15").events[0]
    assert (event.date, event.date_basis) == ("2024-11-03", "explicit")


def test_background_without_a_time_has_no_date(read):
    event = read("Norveç, Nijer'i kınamıştı.", "2024-11-15").events[0]
    assert (event.status, event.date, event.date_basis) == ("historical", None, "none")


def test_background_goes_on_from_the_time_of_the_sentence_before(read):
    text = "Norveç hükümeti 25 Eylül'de tutumunu belirlemişti. Norveç, darbe nedeniyle Nijer'i kınamıştı."
    event = read(text, "2024-11-15").events[-1]
    assert (event.status, event.date, event.date_basis) == ("historical", "2024-09-25", "relative")


def test_news_does_not_go_on_from_the_time_of_background(read):
    text = "Norveç hükümeti 25 Eylül'de tutumunu belirlemişti. Norveç, darbe nedeniyle Nijer'i kınadı."
    event = read(text, "2024-11-15").events[-1]
    assert (event.status, event.date_basis) == ("actual", "publication")


def test_what_turns_out_to_be_background_loses_the_day_of_the_news(read):
    text = "Moldova'da mahkum edilen İlan Şor kaçtı. Moldovalı Şor, 15 yıl hapse mahkum edilmişti."
    events = [event for event in read(text, "2024-11-15").events if event.mode == "convict"]
    assert [(event.status, event.date, event.date_basis) for event in events] == [("historical", None, "none")]


def test_every_event_names_its_rule_and_its_frame(read):
    event = read("Norveç, Nijer'i kınadı.").events[0]
    assert event.because == ("event-verb", "event_frames:kına")


def test_reading_again_gives_the_same_ids(read):
    text = "Norveç, Nijer'i kınadı."
    assert [event.id for event in read(text).events] == [event.id for event in read(text).events]


def test_contexts_are_read_from_the_clause(read):
    event = read("Kanada, Ukrayna'ya füze ve mühimmat gönderdi.").events[0]
    assert "military" in event.context


def test_an_event_knows_the_readings_of_its_words_that_lost(read):
    (event,) = read("Norveç, Kenya'nın önerisini kabul etti.").events
    lost = {(rival.event, rival.lost, rival.slot) for rival in event.rivals}
    assert event.event == "AGREE"
    assert ("CONSULT", "rival-condition", "-I") in lost
    assert all(rival.at.startswith("lexicon/words/event_frames/") for rival in event.rivals)


def test_a_shorter_predicate_inside_a_longer_one_loses(read):
    (event,) = read("Gambiya, Myanmar'a yaptırım çağrısında bulundu.").events
    assert event.event == "ACCUSE"
    assert all(rival.lost != "" for rival in event.rivals)
