"""The docs are tested: what they name is there, what is there they name, and what they show runs."""

from __future__ import annotations

import dataclasses
import re
import shlex
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from bench.newspaper import article_files
from docs.generate import (
    ARCHITECTURE,
    COMMANDS_PAGE,
    PLOVER_PAGE,
    TUTORIAL,
    article_in,
    commands,
    commands_page,
    plover_page,
    with_record,
    with_stages,
)
from typer.testing import CliRunner

import vakanuvis.pipeline
from vakanuvis.cli import app
from vakanuvis.export.contract import reading_of, reading_schema
from vakanuvis.language.morphotactics import Rule as Suffix
from vakanuvis.language.morphotactics import State
from vakanuvis.lexicon import (
    agencies,
    counts,
    frames,
    interchange,
    media,
    office_files,
    organizations,
    plover,
    report,
    times,
    titles,
    tokens,
    world,
)
from vakanuvis.lexicon.actors import _SourceWord, _Verb
from vakanuvis.lexicon.check import lexicon_errors
from vakanuvis.lexicon.endings import NounEnding
from vakanuvis.lexicon.gazetteer import PlaceNoun
from vakanuvis.lexicon.places import lexicon_files
from vakanuvis.lexicon.pointing import PointingWord
from vakanuvis.lexicon.postpositions import Postposition
from vakanuvis.lexicon.rules import Rule, rules
from vakanuvis.lexicon.spellings import NameLanguage, NameSpelling
from vakanuvis.lexicon.word_parts import WordPart
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

ROOT = Path(__file__).parents[1]
LEXICON = ROOT / "lexicon"
NOT_OURS = {".venv", ".venv-train", ".git", ".pytest_cache", "demo-out", "build", "dist"}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


README, BENIOKU, MAKEFILE, ERRORS = map(text_of, ("README.md", "BENIOKU.md", "Makefile", "docs/reference/errors.md"))
LEXICON_README = text_of("lexicon/README.md")
PAGES = [path for path in sorted(ROOT.rglob("*.md")) if not NOT_OURS & set(path.relative_to(ROOT).parts)]


# ---- commands, options, targets ----


COMMANDS = commands()
OPTIONS = {name: {opt for one in command.params for opt in one.opts} for name, command in COMMANDS.items()}
LINES = [
    pytest.param(line, id=f"{path.relative_to(ROOT)}: {line}")
    for path in PAGES
    for line in re.findall(r"(?:^|`|\| )vakanuvis ([^`\n#>|]*)", path.read_text(encoding="utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize("line", LINES)
def test_a_command_in_the_docs_exists_with_its_options(line):
    name = next((name for name in sorted(COMMANDS, key=len, reverse=True) if f"{line} ".startswith(f"{name} ")), None)
    assert name or line.strip() in ("", "--help", "--version"), f"there is no command: vakanuvis {line}"
    given = re.findall(r"(?<=\s)--?[a-z][a-z-]*", re.sub('"[^"]*"', "", line)) if name else []
    assert set(given) <= OPTIONS.get(name, set()) | {"--help"}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("page", [README, BENIOKU], ids=["README", "BENIOKU"])
def test_every_command_is_in_the_readme(page, name):
    assert f"vakanuvis {name}" in page


def test_the_page_of_commands_is_current():
    assert COMMANDS_PAGE.read_text(encoding="utf-8") == commands_page(COMMANDS), "run python -m docs.generate"


TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_make_target_in_the_docs_exists(path):
    named = re.findall(r"(?:^|`)make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= TARGETS


# ---- errors ----


def test_every_error_code_is_explained_and_no_other():
    sources = sorted((ROOT / "src/vakanuvis/errors").glob("*.py"))
    codes = [code for path in sources for code in re.findall(r'cls\(\s*"([A-Z]\d\d)"', path.read_text("utf-8"))]
    assert re.findall(r"^\| ([A-Z]\d\d) \|", ERRORS, re.MULTILINE) == sorted(
        codes, key=lambda code: ("LARP".index(code[0]), code)
    )


# ---- the lexicon ----

STEM = ("stem", "upos", "marks")
FIELDS: dict[str, tuple[type | tuple[str, ...], ...]] = {
    "words/report_verbs.yaml": (report.ReportVerb, report.ReportExample),
    "words/report_nouns.yaml": (report.ReportNoun,),
    "words/report_links.tsv": (report.ReportLink,),
    "words/report_endings.tsv": (report.ReportEnding,),
    "words/media.yaml": (media.MediumWords,),
    "words/credit_words.tsv": (agencies.CreditWord,),
    "words/titles.yaml": (titles.TitleEntry,),
    "words/title_words.tsv": (titles.TitleWord,),
    "words/pointing_words.tsv": (PointingWord,),
    "words/body_nouns.tsv": (organizations.BodyNoun,),
    "words/people_nouns.yaml": (organizations.PeopleNoun,),
    "words/thing_nouns.tsv": (organizations.ThingNoun,),
    "words/happening_verbs.tsv": (_Verb,),
    "words/source_words.tsv": (_SourceWord,),
    "words/name_particles.tsv": (tokens.NameParticle,),
    "words/word_parts.tsv": (WordPart,),
    "words/abbreviations.tsv": (tokens.Abbreviation,),
    "words/noun_endings.tsv": (NounEnding,),
    "words/postpositions.tsv": (Postposition,),
    "words/place_nouns.tsv": (PlaceNoun,),
    "words/time_words.yaml": (times.TimeWord, times.TimeExample),
    "words/word_endings.tsv": (times.WordEnding,),
    "words/numbers.tsv": (times.NumberWord,),
    "words/count_words.tsv": (counts.CountWord,),
    "words/tense_words.tsv": (times.TenseWord,),
    "words/event_frames/*.yaml": (frames.Frame, frames.Condition, frames.FrameExample),
    "words/event_words.yaml": (frames.WordGroup,),
    "words/event_modes.yaml": (frames.ModeWords,),
    "words/contexts.yaml": (frames.ContextWords,),
    "words/stems/own.tsv": (STEM,),
    "words/stems/common.tsv": (),
    "words/stems/names.tsv": (),
    "words/stems/irregular.tsv": (("stem", "lemma", "upos", "joint", "next", "feats", "examples"),),
    "words/stems/function_words.tsv": (("form", "lemma", "upos", "feats", "joint"),),
    "words/morphology/states.tsv": (State,),
    "words/morphology/nouns.tsv": (Suffix,),
    "words/morphology/verbs.tsv": (),
    "words/morphology/copula.tsv": (),
    "words/morphology/derivation.tsv": (),
    "world/countries.tsv": (world.Country,),
    "world/capitals_as_states.tsv": (world.Capital,),
    "world/organizations.yaml": (organizations.Body,),
    "world/agencies.yaml": (agencies.Agency, agencies.AgencyExample),
    "world/politicians.tsv": (world.Politician,),
    "world/office_names.yaml": (office_files.OfficeName,),
    "world/offices/*.yaml": (office_files.OfficeEntry, office_files.Holder),
    "world/given_names.tsv": (world.GivenNames,),
    "world/name_languages.tsv": (NameLanguage,),
    "world/name_spellings.tsv": (NameSpelling,),
    "world/places.tsv": (("name", "country", "latitude", "longitude", "population", "other", "common"),),
    "world/regions.tsv": (("name", "country", "latitude", "longitude", "other", "common"),),
    "codes/plover.yaml": (plover.Code, plover.Mode),
    "codes/rules.tsv": (Rule,),
    "codes/cameo.tsv": (interchange.CameoCode,),
    "codes/cameo_actors.tsv": (interchange.CameoActor,),
    "world/country_codes.tsv": (interchange.CountryCodes,),
}
"""The files and the shapes of their entries. A file without one is explained in the section of its neighbour."""


def section(page: str, heading: str) -> str:
    """What stands below the heading that quotes ``heading``."""
    found = re.search(rf"^###? `{re.escape(heading)}`$(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"no section `{heading}`"
    return found[1]


def fields_of(entry: type | tuple[str, ...]) -> dict[str, bool]:
    """The fields as the lexicon spells them, and whether the dataclass requires them."""
    if isinstance(entry, tuple):
        return dict.fromkeys(entry, False)
    assert dataclasses.is_dataclass(entry)
    required = {field.name: field.default is dataclasses.MISSING for field in dataclasses.fields(entry)}
    return {name.rstrip("_"): needed for name, needed in required.items() if name != "at"}


def tables_of(text: str) -> list[dict[str, bool]]:
    """The tables of fields in a section: each field, and whether it is marked as required."""
    tables = re.findall(r"^\| alan \|.*\n\|-.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    rows = [re.findall(r"^\| `(\w+)` \| (evet)? ?\|", table, re.MULTILINE) for table in tables]
    return [{name: bool(needed) for name, needed in found} for found in rows]


@pytest.mark.parametrize("path", lexicon_files(LEXICON), ids=lambda path: path.name)
def test_every_lexicon_file_is_in_the_table(path):
    name = path.relative_to(LEXICON).as_posix()
    assert any(fnmatch(name, pattern) for pattern in FIELDS), f"name {name} in FIELDS and in lexicon/README.md"
    assert any(fnmatch(name, listed) for listed in re.findall(r"^\| `([^`]+)` \|", LEXICON_README, re.MULTILINE))


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_a_lexicon_file_is_explained(name):
    if not FIELDS[name]:
        assert f"`{name}`" in LEXICON_README.partition("## Alanlar")[2]
        return
    told, there = tables_of(section(LEXICON_README, name)), [fields_of(entry) for entry in FIELDS[name]]
    assert [set(table) for table in told] == [set(fields) for fields in there]
    for table, fields in zip(told, there, strict=True):
        assert {field for field, needed in fields.items() if needed} <= {field for field, evet in table.items() if evet}


BLOCKS = re.findall(r"^```(?:yaml|tsv) (\S+)\n(.*?)^```$", LEXICON_README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def enlarged(tmp_path_factory) -> Path:
    """The lexicon with every entry that its README shows."""
    folder = tmp_path_factory.mktemp("enlarged") / "lexicon"
    shutil.copytree(LEXICON, folder)
    for name, block in BLOCKS:
        path = folder / name
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip(chr(10))}\n{block}", encoding="utf-8")
    return folder


def test_the_entries_that_the_readme_shows_can_be_added(enlarged):
    assert len(BLOCKS) == 8
    assert [str(error) for error in lexicon_errors(enlarged)] == []


def test_the_entries_that_the_readme_shows_are_read(enlarged):
    reader = Reader(enlarged)
    verb = next(verb for verb in report.ReportLexicon.read(enlarged).verbs if verb.verb == "fısılda")
    noun = report.ReportLexicon.read(enlarged).nouns["yakınma"]
    for example in (*verb.examples, *noun.examples):
        doc = read_with(reader, example.text)
        found = [(doc.letters(s.content[0]), doc.letters(s.speaker_span), s.kind) for s in doc.statements]
        assert found == [(example.content, example.speaker, example.kind)]
    for text in (*verb.not_, *noun.not_):
        assert read_with(reader, text).statements == ()
    title = next(entry for entry in titles.TitleLexicon.read(enlarged).entries if entry.title == "Barış Gözlemcisi")
    offices = [title.office for actor in read_with(reader, title.examples[0]).actors for title in actor.titles]
    assert offices == ["Barış Gözlemcisi"]
    events = read_with(reader, "Öğrenciler, Fransa Büyükelçiliğine siyah çelenk bıraktı.").events
    assert [event.event for event in events] == ["PROTEST"]
    doc = read_with(reader, "Ardalya Başbakanı Kd. Albay Deniz Orel, Somun Geçidi'nde mutabakatsızlığı anlattı.")
    assert "XAR" in {actor.country for actor in doc.actors}
    assert "Somun Geçidi" in {place.name for place in doc.places}
    assert len(doc.sentences) == 1
    assert "mutabakatsızlık" in {word.lemma for sentence in doc.sentences for word in sentence.words}


def read_with(reader: Reader, text: str):
    (article,) = [Article(id="a", text=text.strip(), published="2024-11-15")]
    return reader.read(article)


# ---- generated pages ----


def test_the_page_of_plover_is_current():
    assert PLOVER_PAGE.read_text(encoding="utf-8") == plover_page(plover.plover()), "run python -m docs.generate"


def names_in(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from names_in(inner)


@pytest.mark.parametrize("name", sorted(set(names_in(reading_schema()))))
def test_every_field_of_a_reading_is_explained(name):
    assert f"`{name}`" in text_of("docs/reference/reading.md")


@pytest.mark.parametrize("event", plover.plover().events)
def test_every_event_type_is_in_the_docs(event):
    assert f"### {event}\n" in PLOVER_PAGE.read_text(encoding="utf-8")


def test_the_table_of_stages_is_current(reader):
    text = ARCHITECTURE.read_text(encoding="utf-8")
    assert text == with_stages(text, reader.stages), "run python -m docs.generate"


def test_the_record_in_the_tutorial_is_current(reader):
    text = TUTORIAL.read_text(encoding="utf-8")
    assert text == with_record(text, reader), "run python -m docs.generate"


# ---- what the pages show runs ----

SHOWN = [path for path in PAGES if path.name in ("README.md", "BENIOKU.md") and path.parent == ROOT] + [
    *sorted((ROOT / "docs" / "tutorial").glob("*.md")),
    *sorted((ROOT / "docs" / "how-to").glob("*.md")),
]


def blocks(path: Path, language: str) -> Iterator[str]:
    """The code of a page in one language, without the indent that a list gives it."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return (re.sub(rf"^{indent}", "", code, flags=re.MULTILINE) for indent, code in found)


RUNS = [
    pytest.param(line, id=f"{path.relative_to(ROOT)}: {line}")
    for path in SHOWN
    for code in blocks(path, "sh")
    for line in code.splitlines()
    if line.startswith(("vakanuvis", "cat haber.txt |"))
]


@pytest.fixture
def desk(tmp_path, monkeypatch, reader, concluded) -> Path:
    """A folder with the files that the pages name, and the reader of all tests."""
    name, article = article_in(TUTORIAL.read_text(encoding="utf-8"))
    (tmp_path / name).write_text(article, encoding="utf-8")
    shutil.copy(ROOT / "examples/newspaper/genisleme-sayfasi/article.html", tmp_path / "haber.html")
    shutil.copy(ROOT / "examples/newspaper/kisa-haberler/article.jsonl", tmp_path / "arsiv.jsonl")
    shutil.copy(concluded, tmp_path / "kayit.db")
    (tmp_path / "arsiv").mkdir()
    shutil.copy(tmp_path / name, tmp_path / "arsiv")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(vakanuvis.pipeline, "Reader", lambda: reader)
    return tmp_path


@pytest.mark.parametrize("line", RUNS)
def test_a_command_in_the_docs_runs(desk, line):
    text = (desk / "haber.txt").read_text(encoding="utf-8") if line.startswith("cat") else None
    words = shlex.split(line.rpartition("| ")[2], comments=True)
    words = words[: next((number for number, word in enumerate(words) if word in (">", "2>")), None)]
    given = [
        name
        for word in words[1:]
        for name in (map(str, Path().glob(word)) if "*" in word and " " not in word else [word])
    ]
    result = CliRunner().invoke(app, given, input=text)
    assert result.exit_code == 0, result.output


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_the_python_in_the_docs_runs(path, capsys):
    names: dict[str, object] = {}
    for code in blocks(path, "python"):
        exec(code, names)
        assert capsys.readouterr().out


def test_the_picture_in_the_readme_is_true(reader):
    sentence, marks = re.search(r"```\n( Bakan .*)\n(.*)\n", README).groups()
    doc = read_with(reader, sentence)
    (statement,), (place,) = doc.statements, doc.places
    shown = [sentence[found.start() : found.end()] for found in re.finditer(r"└[^┘]*┘", marks)]
    assert doc.letters(place.span) in shown[1]
    shown[1:2] = []
    assert shown == [doc.letters(span) for span in (statement.speaker_span, *statement.content, statement.cue_span)]


# ---- reasons ----


def reasons_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from [inner] if isinstance(inner, str) and name == "because" else reasons_in(inner)
            if name == "because" and isinstance(inner, list):
                yield from inner
    elif isinstance(value, list):
        for inner in value:
            yield from reasons_in(inner)


@pytest.fixture(scope="module")
def reasons(reader) -> set[str]:
    """Every reason in the readings of the newspaper."""
    found = [article for file in article_files() for article in read_articles(str(file))]
    return {reason for article in found for reason in reasons_in(reading_of(reader.read(article)))}


def test_every_rule_in_a_record_is_told_in_plain_words(reasons):
    assert len(reasons) > 100
    assert {reason for reason in reasons if ":" not in reason} <= set(rules())


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_every_rule_has_an_example(rule):
    assert rule.example


# ---- links ----

LINKS = [
    pytest.param(path, link, id=f"{path.relative_to(ROOT)} → {link}")
    for path in PAGES
    for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    if not re.match(r"[a-z]+:", link)
]


@pytest.mark.parametrize(("path", "link"), LINKS)
def test_a_link_leads_somewhere(path, link):
    assert (path.parent / link).exists()
