"""Agreements by name: parties, signatories, status, provisions."""

from __future__ import annotations

TEXT = (
    "Peru Devlet Başkanı Dina Boluarte ve Şili Devlet Başkanı Gabriel Boric, Haziran ayında Lima'da, "
    "kriz durumunda iki ülkenin birbirine enerji sağlamasını öngören And Enerji Ortaklığı Anlaşması'nı imzalamıştı."
)


def test_a_signed_agreement_has_parties_signatories_and_its_event(read):
    doc = read(TEXT)
    (agreement,) = doc.agreements
    names = {actor.id: actor.name for actor in doc.actors}
    assert agreement.name == "And Enerji Ortaklığı Anlaşması"
    assert sorted(agreement.parties) == ["CHL", "PER"]
    assert {names[item] for item in agreement.signatories} == {"Dina Boluarte", "Gabriel Boric"}
    assert (agreement.status, agreement.date) == ("signed", "2024-06")
    assert agreement.event in {event.id for event in doc.events}


def test_who_signed_by_a_second_telling_is_a_signatory_of_what_the_states_signed(read):
    doc = read(
        "Peru ile Şili, enerji alanında üç anlaşma imzaladı.\n\n"
        "Peru Devlet Başkanı Dina Boluarte, Şili Devlet Başkanı Gabriel Boric ile görüştü. "
        "Görüşmenin ardından iki lider, And Enerji Ortaklığı Anlaşması'nı imzaladı."
    )
    (agreement,) = doc.agreements
    names = {actor.id: actor.name for actor in doc.actors}
    (event,) = (event for event in doc.events if event.id == agreement.event)
    assert {names[item] for item in event.actor} == {"Peru", "Şili"}
    assert {names[item] for item in agreement.signatories} == {"Dina Boluarte", "Gabriel Boric"}


def test_a_clause_that_the_agreement_holds_is_its_provision(read):
    doc = read(TEXT)
    assert [doc.letters(span) for span in doc.agreements[0].provisions] == [
        "kriz durumunda iki ülkenin birbirine enerji sağlamasını"
    ]


def test_an_agreement_only_named_is_mentioned(read):
    (agreement,) = read("Kenya Kömür Anlaşması yeniden tartışılıyor.").agreements
    assert (agreement.status, agreement.parties, agreement.event) == ("mentioned", (), None)


def test_an_agreement_broken_off_is_rejected(read):
    (agreement,) = read("Nijer, Fransa ile imzalanan Savunma İş Birliği Anlaşması'nı feshetti.").agreements
    assert agreement.status == "rejected"


def test_one_agreement_named_twice_is_one_record(read):
    doc = read("Norveç ve Şili, Kuzey Balıkçılık Anlaşması'nı imzaladı. Kuzey Balıkçılık Anlaşması tartışılıyor.")
    assert [agreement.status for agreement in doc.agreements] == ["signed"]


def test_a_common_noun_is_no_agreement(read):
    assert read("Taraflar anlaşma imzalamadı.").agreements == ()


def test_an_agreement_without_a_name_is_known_by_who_signs_it(read):
    doc = read("Norveç ile Şili arasında dün Oslo'da bir ticaret anlaşması imzalandı.")
    (agreement,) = doc.agreements
    assert agreement.name == "ticaret anlaşması"
    assert (sorted(agreement.parties), agreement.status) == (["CHL", "NOR"], "signed")
    assert agreement.event in {event.id for event in doc.events}


def test_a_signed_agreement_that_something_else_is_told_of_is_a_record(read):
    doc = read("Kenya ile Uganda arasında 2011'de imzalanan sınır ticareti anlaşması yeniden tartışılıyor.")
    (agreement,) = doc.agreements
    assert (agreement.name, sorted(agreement.parties)) == ("sınır ticareti anlaşması", ["KEN", "UGA"])
    assert (agreement.status, agreement.date) == ("signed", "2011")


def test_a_description_of_a_named_agreement_is_no_second_record(read):
    doc = read("Norveç ve Şili, Kuzey Balıkçılık Anlaşması'nı imzaladı. İki ülke balıkçılık anlaşmasını imzaladı.")
    assert [agreement.name for agreement in doc.agreements] == ["Kuzey Balıkçılık Anlaşması"]


def test_an_agreement_of_nobody_known_is_no_record(read):
    assert read("Kulüp, forvetle transfer anlaşması imzaladı.").agreements == ()
