"""Text that may not be redistributed leaves in no form."""

from __future__ import annotations

import json

import pytest
from tests.export.exported import newspaper

from vakanuvis.export.annotation import annotation_page
from vakanuvis.export.brat import annotation_of
from vakanuvis.export.calendar import calendar_lines
from vakanuvis.export.choosing import Choice
from vakanuvis.export.dossier import dossier_of
from vakanuvis.export.dossier_text import markdown, page
from vakanuvis.export.followthemoney import entity_lines
from vakanuvis.export.gdelt import event_lines, mention_lines
from vakanuvis.export.lines import entry_lines
from vakanuvis.export.network import Network, gexf, graphml
from vakanuvis.export.plover import plover_lines
from vakanuvis.export.polecat import polecat_lines
from vakanuvis.export.sheets import all_rows

RUN = 4
"""Words: so many in a row are a newspaper's own, unless they are somebody's name."""

FORMS = {
    "jsonl": entry_lines,
    "tables": lambda entries: (str(cell) + "\n" for _, rows in all_rows(entries) for row in rows for cell in row),
    "plover": plover_lines,
    "polecat": polecat_lines,
    "gdelt events": event_lines,
    "gdelt mentions": mention_lines,
    "annotations": annotation_page,
    "followthemoney": entity_lines,
    "brat": lambda entries: map(annotation_of, entries),
    "graphml": lambda entries: graphml(Network.of(entries)),
    "gexf": lambda entries: gexf(Network.of(entries)),
    "calendar": calendar_lines,
    "dossier": lambda entries: markdown(dossier_of(entries, Choice(of="PER"))),
    "dossier page": lambda entries: [page(dossier_of(entries, Choice(of="PER")))],
}


def runs(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.fixture(scope="module")
def own_runs() -> set[str]:
    """Runs of words of the articles that are in no name, office or judgement."""
    found: set[str] = set()
    for entry in newspaper():
        names = [actor["name"] for actor in entry.reading["actors"]]
        names += [title["office"] for actor in entry.reading["actors"] for title in actor["titles"]]
        names += [one["name"] for one in entry.reading["agreements"]] + [
            one["text"] for one in entry.reading["judgements"]
        ]
        found |= runs(entry.text) - set().union(*map(runs, names))
    return found


@pytest.mark.parametrize("form", FORMS)
def test_no_sentence_leaves(form, own_runs):
    text = "".join(FORMS[form](newspaper(positions_only=True)))
    assert text
    # Two cells side by side are no run of words.
    text = text.replace("\t", " ¦ ")
    words = runs(text.replace('"', " ").replace("\\n", " ").replace("<", " <").replace(">", "> "))
    assert words & own_runs == set()


@pytest.mark.parametrize("form", ["jsonl", "tables", "annotations", "followthemoney", "dossier"])
def test_with_letters_the_same_search_finds_them(form, own_runs):
    text = "".join(FORMS[form](newspaper()))
    assert runs(text.replace('"', " ")) & own_runs


def test_positions_and_digests_stay():
    for entry, line in zip(newspaper(), entry_lines(newspaper(positions_only=True)), strict=True):
        reading = json.loads(line)
        assert not {"text", "title"} & reading["article"].keys()
        assert (reading["article"]["length"], reading["article"]["sha256"]) == (len(entry.text), entry.sha256)
        assert reading["statements"] == entry.reading["statements"]
        assert all("text" not in title for actor in reading["actors"] for title in actor["titles"])


def test_titles_and_printed_names_of_titles_are_not_passed_on():
    rows = dict.fromkeys(("articles", "titles"), None)
    for table, found in all_rows(newspaper(positions_only=True)):
        if table in rows:
            assert all(cell is None for row in found for cell in (row[11:12] if table == "articles" else row[8:9]))
