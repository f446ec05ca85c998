"""Web Annotations, brat and FollowTheMoney, read by a JSON-LD processor, by brat's rules and by the model."""

from __future__ import annotations

import json
import re

import pytest
from pyld import jsonld
from tests.export.exported import hostile, newspaper, registered, sample

from vakanuvis.export.annotation import CONTEXT, annotation_page
from vakanuvis.export.brat import annotation_of, configuration, file_name
from vakanuvis.export.followthemoney import entity_lines

OA = "http://www.w3.org/ns/oa#"
# The terms of the Recommendation's context that we use, so that no network is asked.
TERMS = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in ("Annotation", "SpecificResource", "TimeState")},
    **{name: f"{OA}{name}" for name in ("TextPositionSelector", "TextQuoteSelector", "TextualBody")},
    **{name: f"{OA}{name}" for name in ("start", "end", "exact", "prefix", "suffix", "sourceDate")},
    "AnnotationPage": "http://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "state": {"@id": f"{OA}hasState", "@type": "@id"},
    "cached": {"@id": f"{OA}cachedSource", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: f"{OA}{name}" for name in ("assessing", "classifying", "describing", "identifying")},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/terms/format",
}


def load(url, _options):
    assert url == CONTEXT
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}, "contentType": "application/json"}


# ---- Web Annotation ----


@pytest.fixture(scope="module")
def page():
    return json.loads("".join(annotation_page(newspaper())))


def targets(annotation):
    return annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]


def test_a_json_ld_processor_reads_the_page(page):
    small = {**page, "items": page["items"][:60]}
    triples = jsonld.to_rdf(small, {"documentLoader": load})["@default"]
    kinds = [triple["object"]["value"] for triple in triples if triple["predicate"]["value"].endswith("#type")]
    assert kinds.count(f"{OA}Annotation") == 60
    assert f"{OA}TextPositionSelector" in kinds
    lost = [triple for triple in triples if not re.match(r"(urn|https?):", triple["predicate"]["value"])]
    assert lost == []


def test_every_selector_points_at_the_letters_it_quotes(page):
    texts = {entry.reading["article"]["url"] or f"urn:vakanuvis:article:{entry.id}": entry for entry in newspaper()}
    assert len(page["items"]) > 400
    for annotation in page["items"]:
        for target in targets(annotation):
            entry = texts[target["source"]]
            place, quote = target["selector"]
            start, end = place["start"], place["end"]
            assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            assert quote["prefix"] + quote["exact"] + quote["suffix"] == entry.text[max(0, start - 32) : end + 32]
            assert entry.text[start:end] == quote["exact"]
            assert target["state"]["cached"] == f"urn:sha256:{entry.sha256}"


def test_ids_are_there_once(page):
    ids = [annotation["id"] for annotation in page["items"]]
    assert len(ids) == len(set(ids))


def test_places_count_code_points():
    text = "😀 Kapı açık."
    entry = sample(text=text)
    entry.reading.update(statements=[], events=[], agreements=[], judgements=[])
    entry.reading["actors"] = [{**entry.reading["actors"][0], "mentions": [{"start": 2, "end": 6}]}]
    (annotation,) = json.loads("".join(annotation_page([entry])))["items"]
    assert annotation["target"]["selector"][1]["exact"] == "Kapı"


def test_an_empty_page_is_a_page():
    assert json.loads("".join(annotation_page([])))["items"] == []


def test_an_address_that_is_a_script_becomes_no_link():
    (first, *_) = json.loads("".join(annotation_page([hostile(sample())])))["items"]
    assert targets(first)[0]["source"] == "urn:vakanuvis:article:m1"


# ---- brat ----

TEXT_BOUND = re.compile(r"(T\d+)\t([A-Za-z][\w-]*) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
EVENT = re.compile(r"(E\d+)\t([\w-]+):(T\d+)((?: [A-Za-z]+\d*:T\d+)*)")


def configured() -> set[str]:
    lines = configuration().splitlines()
    return {line.split(" ")[0] for line in lines if line and not line.startswith("[")}


def test_brat_standoff_holds_the_letters_it_points_at():
    known = configured()
    for entry in newspaper():
        marks = set()
        for line in annotation_of(entry).splitlines():
            if line.startswith("T"):
                name, kind, places, letters = TEXT_BOUND.fullmatch(line).groups()
                runs = [tuple(map(int, run.split())) for run in places.split(";")]
                assert " ".join(entry.text[start:end] for start, end in runs) == letters
                assert kind in known
                marks.add(name)
            elif line.startswith("E"):
                _, kind, trigger, rest = EVENT.fullmatch(line).groups()
                assert kind in known
                assert {trigger, *re.findall(r":(T\d+)", rest)} <= marks
            else:
                assert re.fullmatch(
                    r"(#\d+\tAnnotatorNotes [TE]\d+\t.+|A\d+\t\w+ E\d+( [\w-]+)?|\*\tCoref( T\d+)+)", line
                )


def test_brat_has_an_event_for_each_event_and_statement():
    for entry in newspaper():
        events = [line for line in annotation_of(entry).splitlines() if line.startswith("E")]
        layers = ("events", "statements", "agreements")
        assert len(events) == sum(len(entry.reading[layer]) for layer in layers)


def test_brat_cuts_a_span_at_a_line_break():
    entry = sample()
    entry.reading["statements"][0]["content"] = [{"start": 0, "end": len(entry.text)}]
    content = next(line for line in annotation_of(entry).splitlines() if "\tContent " in line)
    assert content.count(";") == len(entry.text.split("\n\n")) - 1
    assert "\n" not in content


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a/b", ".gizli", "x" * 300, "kapı"])
def test_brat_files_stay_in_their_folder(name):
    assert re.fullmatch(r"a[0-9a-f]{16}", file_name(sample(id=name)))


def test_brat_names_break_no_line():
    lines = annotation_of(hostile(sample())).splitlines()
    assert all(re.match(r"([TEA#]\d+|\*)\t", line) for line in lines)


# ---- FollowTheMoney ----

# What model 4.11 demands and knows of the schemata that we write; a property that points leads to these.
NAMED = ("Person", "PublicBody", "Organization", "LegalEntity", "Territory", "Event", "Position")
REQUIRED = {
    **{schema: {"name"} for schema in NAMED},
    **{"Article": set(), "Mention": {"document", "name"}, "Occupancy": {"holder", "post"}},
}
LEGAL = {"Person", "PublicBody", "Organization", "LegalEntity"}
POINTS_AT = {
    **{"proof": {"Article"}, "document": {"Article"}, "holder": {"Person"}, "post": {"Position"}},
    **dict.fromkeys(("involved", "organizer", "resolved"), LEGAL),
}


@pytest.fixture(scope="module")
def entities():
    return [json.loads(line) for line in entity_lines(newspaper())]


def test_entities_have_what_the_model_demands(entities):
    ids = {entity["id"]: entity["schema"] for entity in entities}
    assert len(ids) == len(entities)
    assert {entity["schema"] for entity in entities} == set(REQUIRED)
    for entity in entities:
        properties = entity["properties"]
        assert REQUIRED[entity["schema"]] <= set(properties)
        assert all(
            values and all(isinstance(value, str) and value for value in values) for values in properties.values()
        )
        for name in POINTS_AT.keys() & properties.keys():
            assert {ids[value] for value in properties[name]} <= POINTS_AT[name]


def test_a_statement_is_an_event_with_its_words(entities):
    statements = [one for one in entities if "statement" in one["properties"].get("keywords", ())]
    assert len(statements) == sum(len(entry.reading["statements"]) for entry in newspaper())
    assert all(one["properties"]["summary"] for one in statements)


def test_somebody_of_the_registry_is_one_entity_for_all_articles():
    entry = sample()
    found = [json.loads(line) for line in entity_lines([sample(registered(entry)), sample(registered(entry), id="m2")])]
    people = [one for one in found if one["schema"] == "Person"]
    assert len(people) == sum(actor["kind"] == "person" for actor in entry.reading["actors"])
    assert all(len(one["properties"]["name"]) == 1 for one in people)


def test_codes_of_states_are_lower_case_in_every_alphabet(entities):
    codes = {code for entity in entities for code in entity["properties"].get("country", ())}
    assert all(re.fullmatch("[a-z]{2}", code) for code in codes)
    assert {"iq", "in"} & codes  # I becomes i here, not ı


def test_the_model_itself_takes_every_entity(entities):
    followthemoney = pytest.importorskip("followthemoney", reason="pip install 'vakanuvis[followthemoney]'")
    for entity in entities:
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate({"properties": entity["properties"]})
        for name, values in entity["properties"].items():
            if name != "bodyText":  # the model strips the white space around a text
                assert sorted(proxy.get(name)) == sorted(values)
