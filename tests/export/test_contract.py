from __future__ import annotations

import copy
import json

import pytest
from jsonschema import Draft202012Validator
from tests.export.sample import TEXT, at, sample_doc, small_doc

from vakanuvis.export.contract import reading_of, reading_schema
from vakanuvis.export.lines import json_of, line_of, lines_of, text_of
from vakanuvis.lexicon.plover import plover
from vakanuvis.record.doc import Article, Doc, OffsetMap
from vakanuvis.record.span import Span
from vakanuvis.record.statement import Statement

VALIDATOR = Draft202012Validator(reading_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
MISSING = object()


def letters(span):
    return TEXT[span["start"] : span["end"]]


def test_the_schema_is_a_json_schema():
    Draft202012Validator.check_schema(reading_schema())


def test_a_reading_with_every_kind_of_record_is_valid():
    VALIDATOR.validate(reading_of(sample_doc()))


def test_a_reading_of_a_doc_without_layers_is_valid_and_empty():
    reading = reading_of(Doc(Article("m1", "Boş."), "Boş."))
    VALIDATOR.validate(reading)
    assert [reading[name] for name in ("actors", "statements", "events", "agreements", "judgements")] == [[]] * 5


def test_every_span_holds_the_letters_it_speaks_of():
    reading = reading_of(sample_doc())
    statement, event = reading["statements"][0], reading["events"][0]
    assert letters(statement["speaker_span"]) == "Sorgun"
    assert letters(statement["content"][0]) == "Kapı açık. Umutluyuz."
    assert letters(statement["cue_span"]) == "dedi"
    assert letters(event["event_span"]) == "geldi"
    assert letters(event["date_span"]) == "dün"
    assert letters(reading["actors"][0]["titles"][0]) == reading["actors"][0]["titles"][0]["text"]
    assert letters(reading["article"]["dateline"]) == "BELGRİN"


def test_spans_lead_back_to_the_letters_as_they_were_printed():
    printed = "Orel  ,  “Geldik”  dedi."
    cleaned = "Orel, “Geldik” dedi."
    kept = [i for i in range(len(printed)) if not (printed[i] == " " and printed[i + 1 : i + 2] in (" ", ","))]
    offsets = OffsetMap(tuple(kept), tuple(i + 1 for i in kept))
    content = Span(cleaned.index("Geldik"), cleaned.index("Geldik") + 6)
    doc = Doc(Article("m1", printed), cleaned, offsets, statements=(Statement("s1", "direct", (content,)),))
    span = reading_of(doc)["statements"][0]["content"][0]
    assert printed[span["start"] : span["end"]] == "Geldik"


def test_codes_and_scores_come_from_the_codebook():
    visit, meeting, support = reading_of(sample_doc())["events"]
    assert (visit["quad_code"], visit["event_scale"]) == (1, 4.0)
    assert (meeting["quad_code"], meeting["event_scale"]) == (1, 2.5)
    assert (support["quad_code"], support["event_scale"]) == (1, 5.0)


def test_the_schema_knows_the_same_codes_as_the_codebook():
    schema, codes = reading_schema()["$defs"], plover()
    event = schema["event"]
    assert event["properties"]["event"]["enum"] == list(codes.events)
    assert event["properties"]["context"]["items"]["enum"] == list(codes.contexts)
    for rule, (name, code) in zip(event["allOf"], codes.events.items(), strict=True):
        assert rule["if"]["properties"]["event"]["const"] == name
        assert rule["then"]["properties"]["mode"]["enum"] == [*(mode.mode for mode in code.modes), None]
        assert rule["then"]["properties"]["quad_code"]["const"] == code.quad


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), 2),
        (("article", "text"), None),
        (("article", "published"), "14.03.2025"),
        (("article", "published"), "2025-3-14"),
        (("actors", 0, "kind"), "ship"),
        (("actors", 0, "country"), "Ardalya"),
        (("actors", 0, "sector"), "GOV,MIL"),
        (("actors", 0, "mentions", 0, "start"), -1),
        (("actors", 0, "titles", 0, "former"), "no"),
        (("statements", 0, "kind"), "quoted"),
        (("statements", 0, "content"), []),
        (("statements", 0, "content", 0, "end"), 4.5),
        (("statements", 0, "speaker"), MISSING),
        (("statements", 0, "same_as"), MISSING),
        (("events", 0, "event"), "DEMAND"),
        (("events", 0, "mode"), "release"),
        (("events", 0, "context"), ["humanitarian"]),
        (("events", 0, "quad_code"), 4),
        (("events", 0, "event_scale"), 11),
        (("events", 0, "cameo"), "42a"),
        (("events", 0, "status"), "done"),
        (("events", 0, "date"), "dün"),
        (("events", 0, "date_basis"), "guess"),
        (("events", 0, "event_span"), None),
        (("agreements", 0, "status"), "ratified"),
        (("agreements", 0, "parties"), ["Merova"]),
        (("judgements", 0, "kind"), "different"),
        (("judgements", 0, "about"), []),
        (("judgements",), MISSING),
    ],
)
def test_a_broken_reading_is_refused(path, value):
    reading = copy.deepcopy(reading_of(sample_doc()))
    inside = reading
    for step in path[:-1]:
        inside = inside[step]
    if value is MISSING:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    assert not VALIDATOR.is_valid(reading)


@pytest.mark.parametrize(
    "date", ["2024", "2024-06", "2024-11-29", "2024-11-29/2024-11-30", "2024~", "202X", "../2024", "2024-21", "2024/"]
)
def test_edtf_dates_are_accepted(date):
    reading = reading_of(sample_doc())
    reading["events"][0]["date"] = date
    VALIDATOR.validate(reading)


def test_a_reading_may_have_more_fields_than_the_contract():
    VALIDATOR.validate({**reading_of(sample_doc()), "kaynak": "deneme"})


def test_a_jsonl_line_keeps_turkish_letters_and_reads_back_the_same():
    reading = reading_of(sample_doc())
    line = line_of(reading)
    assert "\n" not in line
    assert "Dışişleri Bakanı" in line
    assert json.loads(line) == reading == json.loads(text_of(reading))


def test_the_same_doc_gives_the_same_bytes():
    assert line_of(reading_of(sample_doc())) == line_of(reading_of(sample_doc()))


def test_json_of_one_reading_is_an_object_and_of_several_an_array():
    reading = reading_of(sample_doc())
    assert json.loads("".join(json_of([reading]))) == reading
    assert json.loads("".join(json_of([reading] * 3))) == [reading] * 3
    assert "".join(json_of([])) == ""


def test_jsonl_gives_each_reading_its_line():
    reading = reading_of(sample_doc())
    assert [json.loads(line) for line in "".join(lines_of([reading] * 2)).splitlines()] == [reading] * 2


def test_a_lone_surrogate_is_escaped_and_lost_by_nobody():
    reading = reading_of(small_doc("Bozuk \ud83d harf ve sağlam 😀."))
    line = line_of(reading)
    line.encode("utf-8")
    assert json.loads(line) == reading
    assert "😀" in line


def test_the_sample_says_where_words_stand():
    assert at("Sorgun", 1).letters(TEXT) == "Sorgun"
