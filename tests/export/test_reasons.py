from __future__ import annotations

import io

from rich.console import Console
from tests.export.sample import sample_doc

from vakanuvis.export.contract import reading_of
from vakanuvis.export.reasons import reason_text, resolved, trees_of
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.places import lexicon_places
from vakanuvis.lexicon.rules import Rule, rules
from vakanuvis.record.event import Rival

PLACES = {
    "report_verbs:de": "lexicon/words/report_verbs.yaml:12",
    "event_frames:gel": "lexicon/words/event_frames/consult.yaml:60",
    "time_words:dün": "lexicon/words/time_words.yaml:3",
    "titles:Dışişleri Bakanı": "lexicon/words/titles.yaml:9",
}
RULES = {"direct-post": Rule("direct-post", "Sözden sonra gelen fiil.", "A verb after the words.")}


def explained(record=None):
    console = Console(file=io.StringIO(), width=160)
    for tree in trees_of(reading_of(sample_doc()), PLACES, RULES, record=record):
        console.print(tree)
    return console.file.getvalue()


def test_a_lexicon_reason_leads_to_file_and_line():
    assert resolved("report_verbs:de", PLACES, RULES).place == "lexicon/words/report_verbs.yaml:12"


def test_what_follows_a_slash_only_tells_senses_apart():
    assert resolved("event_frames:gel/visit", PLACES, RULES).place == PLACES["event_frames:gel"]


def test_a_rule_is_told_in_turkish_first():
    line = reason_text(resolved("direct-post", PLACES, RULES)).plain
    assert line == "direct-post  Sözden sonra gelen fiil. (A verb after the words.)"


def test_an_unknown_reason_stands_as_it_is():
    assert reason_text(resolved("yeni-kural", PLACES, RULES)).plain == "yeni-kural"
    assert reason_text(resolved("titles:Yok", PLACES, RULES)).plain == "titles:Yok"


def test_every_record_has_its_tree():
    shown = explained()
    for head in ("Taraf a1", "Söz s1", "Olay e1", "Anlaşma g1", "Yargı j1"):
        assert head in shown


def test_one_record_can_be_asked_for():
    shown = explained("s1")
    assert "Söz s1" in shown
    assert "Olay" not in shown


def test_a_statement_tells_why_its_speaker_is_who_it_is():
    shown = explained("s1")
    assert "konuşan “Sorgun” → Leman Sorgun" in shown
    assert "surname-again" in shown


def test_an_event_tells_why_its_time_and_place_are_read_so():
    shown = explained("e1")
    assert "zaman “dün”" in shown
    assert shown.count("lexicon/words/time_words.yaml:3") == 2
    assert "places:Belgrin" in explained("e2")


def test_every_rule_that_reads_these_sentences_is_told_in_plain_words(read):
    text = (
        "Ukrayna Dışişleri Bakanı Olena Marchuk dün Ankara'ya geldi. “Kapı açık” dedi Marchuk. Marchuk, görüşmelerin "
        "süreceğini belirterek, “Umutluyuz” ifadesini kullandı. Bakanlığa göre gemiler limanda kalacak. Anlaşmanın "
        "imzalanacağı belirtildi. Kapının “sonuna kadar açık” olduğunu söyleyen Marchuk, İsveç'i ziyaret edecek."
    )
    named = set(_reasons_in(reading_of(read(text))))
    assert {name for name in named if ":" not in name and name not in rules()} == set()


def test_every_lexicon_reason_of_these_sentences_has_its_line(read):
    text = "Ukrayna Dışişleri Bakanı Olena Marchuk dün Ankara'yı ziyaret etti. Marchuk, umutlu olduğunu söyledi."
    named = {name for name in _reasons_in(reading_of(read(text))) if ":" in name}
    places = lexicon_places(lexicon_folder())
    assert named
    assert {name for name in named if resolved(name, places, {}).place is None} == set()


def _reasons_in(value):
    if isinstance(value, list):
        for item in value:
            yield from _reasons_in(item)
    elif isinstance(value, dict):
        yield from value.get("because", ())
        for name, item in value.items():
            if name != "because":
                yield from _reasons_in(item)


def test_what_lost_against_an_event_is_told_with_its_rule():
    rival = Rival("AID", "event_frames:kabul et", "lexicon/words/event_frames/aid.yaml:9", "rival-condition", "object")
    reading = reading_of(sample_doc())
    console = Console(file=io.StringIO(), width=160)
    lost = {reading["events"][0]["id"]: (rival,)}
    for tree in trees_of(reading, PLACES, rules(), record=reading["events"][0]["id"], rivals=lost):
        console.print(tree)
    shown = console.file.getvalue()
    assert "neden değil AID  object" in shown
    assert "lexicon/words/event_frames/aid.yaml:9" in shown
    assert rules()["rival-condition"].turkish in shown
