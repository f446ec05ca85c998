"""Every example in event_frames/*.yaml is a test; so is every counterexample; and broken files are refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.frames import Frame, FrameExample, FrameLexicon
from vakanuvis.lexicon.plover import plover
from vakanuvis.lexicon.world import read_country_names
from vakanuvis.record.doc import Doc
from vakanuvis.record.event import Event
from vakanuvis.text.letters import folded

COUNTRIES = read_country_names(lexicon_folder())
LEXICON = FrameLexicon.read(lexicon_folder())
EXAMPLES = [
    pytest.param(event, frame, example, id=f"{event} {frame.words[0]}: {example.text.strip()}")
    for event, frame in LEXICON.frames
    for example in frame.examples
]
COUNTEREXAMPLES = [
    pytest.param(event, frame, counter.text, id=f"{event} {frame.words[0]}: {counter.text.strip()}")
    for event, frame in LEXICON.frames
    for counter in frame.not_
]


def points_at(doc: Doc, wanted: str, actor_id: str) -> bool:
    """True if the example's words name the actor, or the state of a group (`Rus senatörler`)."""
    actor = next(actor for actor in doc.actors if actor.id == actor_id)
    if actor.kind == "group" and actor.country is not None and COUNTRIES.get(wanted) == actor.country:
        return True
    names = [folded(actor.name), *(folded(doc.letters(mention.span)) for mention in actor.mentions)]
    return any(folded(wanted) in name or name in folded(wanted) for name in names)


def names(doc: Doc, wanted: tuple[str, ...], ids: tuple[str, ...]) -> bool:
    """True if every wanted side is there."""
    return all(any(points_at(doc, side, actor) for actor in ids) for side in wanted)


def is_told(doc: Doc, event: Event, example: FrameExample, type_: str) -> bool:
    return (
        event.event == (example.event or type_)
        and (example.mode is None or event.mode == example.mode)
        and names(doc, example.actor, event.actor)
        and names(doc, example.recipient, event.recipient)
    )


def shown(doc: Doc) -> list[str]:
    name = {actor.id: actor.name for actor in doc.actors}
    return [
        f"{e.event} {e.mode} {[name[a] for a in e.actor]} → {[name[a] for a in e.recipient]} {e.because[-1]}"
        for e in doc.events
    ]


@pytest.mark.parametrize(("event", "frame", "example"), EXAMPLES)
def test_an_example_is_read_as_it_says(event: str, frame: Frame, example: FrameExample, read):  # noqa: ARG001
    doc = read(example.text)
    assert any(is_told(doc, found, example, event) for found in doc.events), shown(doc)


@pytest.mark.parametrize(("event", "frame", "text"), COUNTEREXAMPLES)
def test_a_counterexample_is_no_such_event(event: str, frame: Frame, text: str, read):
    doc = read(text)
    own = {f"event_frames:{name}" for name in frame.words}
    assert [found.event for found in doc.events if found.event == event and own & set(found.because)] == []


def copied(folder: Path, name: str, text: str) -> Path:
    """The lexicon with one file of the events replaced."""
    shutil.copytree(lexicon_folder() / "words" / "event_frames", folder / "words" / "event_frames")
    for file in ("event_words.yaml", "event_modes.yaml", "contexts.yaml", "postpositions.tsv"):
        shutil.copy(lexicon_folder() / "words" / file, folder / "words" / file)
    (folder / "words" / name).write_text(text, encoding="utf-8")
    return folder


GOOD = """
- predicate: kına
  english: condemn
  actor: subject
  recipient: -I
  needs:
    - slot: -I
      is: country
  examples:
    - text: Norveç, Sudan'ı kınadı.
"""
FILE = "event_frames/accuse.yaml"
BROKEN = [
    pytest.param(FILE, GOOD.replace("examples:", "exmaples:"), "L01", id="a misspelt field"),
    pytest.param(FILE, GOOD.replace("  english: condemn\n", ""), "L02", id="a missing field"),
    pytest.param(FILE, GOOD.replace("  actor: subject\n  recipient: -I\n", ""), "L02", id="no sides"),
    pytest.param(FILE, GOOD.replace("- predicate: kına\n  english", "- english"), "L02", id="no predicate"),
    pytest.param(FILE, GOOD.replace("  actor: subject\n", "  actor: subject\n  light: yap\n"), "L02", id="no noun"),
    pytest.param(FILE, GOOD.replace("english: condemn", "english: a\n  english: b"), "L03", id="a field written twice"),
    pytest.param(FILE, GOOD.replace("- text: Norveç, Sudan'ı kınadı.", "Norveç"), "L04", id="an example without text"),
    pytest.param(FILE, GOOD.replace("recipient: -I", "recipient: -ı"), "L05", id="an unknown slot"),
    pytest.param(FILE, GOOD.replace("is: country", "is: ülke"), "L05", id="an unknown kind of actor"),
    pytest.param(FILE, GOOD.replace("is: country", "words: '@yok'"), "L05", id="an unknown word group"),
    pytest.param(FILE, GOOD.replace("recipient: -I", "recipient: -I\n  future: SOON"), "L05", id="an unknown turn"),
    pytest.param(FILE, GOOD.replace("text: Norveç,", 'text: "Norveç,"'), "L06", id="a bare quotation mark"),
    pytest.param(FILE, GOOD[: GOOD.index("  examples")], "L09", id="no example"),
    pytest.param("contexts.yaml", "- context: military\n", "L02", id="a context without words"),
    pytest.param("event_modes.yaml", "- event: KIND\n  mode: x\n  words: y\n", "L05", id="a mode of no event"),
]


@pytest.mark.parametrize(("name", "text", "code"), BROKEN)
def test_a_broken_file_is_refused_with_place_and_remedy(tmp_path, name, text, code):
    with pytest.raises(LexiconError) as caught:
        FrameLexicon.read(copied(tmp_path, name, text))
    assert caught.value.code == code
    assert "satır" in str(caught.value)


def test_a_good_file_is_read(tmp_path):
    lexicon = FrameLexicon.read(copied(tmp_path, FILE, GOOD))
    assert [frame.predicate for event, frame in lexicon.frames if event == "ACCUSE"] == [("kına",)]


def test_a_missing_file_is_named(tmp_path):
    folder = copied(tmp_path, FILE, GOOD)
    (folder / "words" / "event_frames" / "aid.yaml").unlink()
    with pytest.raises(LexiconError, match=r"aid\.yaml"):
        FrameLexicon.read(folder)


def test_every_mode_and_context_is_one_of_the_codebook():
    book = plover()
    wrong = [
        f"{event} {frame.mode} {frame.at}"
        for event, frame in LEXICON.frames
        if not book.has(event, frame.mode if frame.mode != "by content" else None)
    ]
    wrong += [f"{entry.event} {entry.mode}" for entry in LEXICON.modes if not book.has(entry.event, entry.mode)]
    contexts = {context for _, frame in LEXICON.frames for context in frame.contexts}
    contexts |= {entry.context for entry in LEXICON.contexts}
    assert (wrong, contexts - set(book.contexts)) == ([], set())


def test_every_context_of_the_codebook_has_words():
    assert {entry.context for entry in LEXICON.contexts} == set(plover().contexts)
