"""Forms that can be written while articles still come, are: memory does not grow with the archive."""

from __future__ import annotations

from itertools import chain, islice, repeat

import pytest
from tests.export.exported import newspaper, sample

from vakanuvis.export.annotation import annotation_page
from vakanuvis.export.calendar import calendar_lines
from vakanuvis.export.choosing import Choice, chosen
from vakanuvis.export.followthemoney import entity_lines
from vakanuvis.export.gdelt import event_lines, mention_lines
from vakanuvis.export.lines import entry_lines
from vakanuvis.export.plover import plover_lines
from vakanuvis.export.polecat import polecat_lines
from vakanuvis.export.sheets import all_rows

STREAMS = {
    "jsonl": entry_lines,
    "tables": all_rows,
    "plover": plover_lines,
    "polecat": polecat_lines,
    "gdelt events": event_lines,
    "gdelt mentions": mention_lines,
    "annotations": annotation_page,
    "followthemoney": entity_lines,
    "calendar": calendar_lines,
    "choosing": lambda entries: chosen(entries, Choice(of="PER")),
}


@pytest.mark.parametrize("form", STREAMS)
def test_pieces_come_before_the_last_article(form):
    endless = chain.from_iterable(repeat(list(newspaper())))
    assert len(list(islice(STREAMS[form](endless), 200))) == 200


def test_entities_that_one_article_alone_knows_leave_with_it():
    schemata = [line.split('"schema": "')[1].split('"')[0] for line in entity_lines([sample(), sample(id="m2")])]
    first = set(schemata[: schemata.index("Article", 1)])
    # What more articles may add to waits for the end: states and posts.
    assert {"Person", "Occupancy"} <= first
    assert not {"Territory", "Position"} & first
