"""Broken and odd inputs: each has its clear answer, and none costs another article its reading."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from bench.newspaper import articles
from hypothesis import given, settings
from hypothesis import strategies as st

from vakanuvis.errors import ArticleError
from vakanuvis.export.contract import reading_of
from vakanuvis.export.lines import line_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.settings import Settings
from vakanuvis.text.articles import article_of, read_articles

BROKEN = Path(__file__).parent / "broken"
OK = "read"

# What the sound part of most inputs says: Lindqvarn, Swedish foreign minister ("Our door will stay open to everyone,
# nobody will be cold in the shade"), and in some Skaugenes of Norway ("We are of the same mind, friends").
SAID = "Kapımız herkese açık kalacak, gölgede kimse üşümeyecek"
AGREED = "Biz de aynı düşüncedeyiz arkadaşlar"


@dataclass(frozen=True)
class Answer:
    """What comes of a file: an error code or OK for each article in it, and what is read of the first good one.

    ``says``: a direct statement with these letters. ``silent``: no statement at all. ``note``: words of a note.
    """

    found: tuple[str, ...] = (OK,)
    says: str | None = None
    silent: bool = False
    note: str | None = None
    published: str | None = None
    ids: tuple[str, ...] = ()


def error(code: str) -> Answer:
    return Answer((code,))


SAYS = Answer(says=SAID)
SILENT = Answer(silent=True)
READ = Answer()

ANSWERS = {
    # encodings
    "windows-1254.txt": Answer(says=SAID, note="Windows-1254"),
    "iso-8859-9.txt": Answer(says=SAID, note="ISO-8859-9"),
    "utf-16-le.txt": SAYS,
    "utf-16-be.txt": SAYS,
    "utf-16-without-mark.txt": error("A03"),
    "utf-8-with-mark.txt": SAYS,
    "damaged-utf-8.txt": Answer(says=SAID, note="damaged UTF-8"),
    "nul-bytes.txt": error("A03"),
    "picture.txt": error("A03"),
    "picture.html": error("A03"),
    "packed.txt": error("A03"),
    "page-in-windows-1254.html": Answer(says=SAID, note="encoding guessed"),
    "line-in-windows-1254.jsonl": Answer((OK, OK), says=SAID),
    # nothing, or nearly
    "empty.txt": error("A02"),
    "blanks.txt": error("A02"),
    "only-header.txt": error("A02"),
    "only-header-with-blanks.txt": error("A02"),
    "only-quotation-marks.txt": error("A02"),
    "only-punctuation.txt": error("A02"),
    "only-emoji.txt": error("A02"),
    "only-digits.txt": SILENT,
    "one-word.txt": SILENT,
    "one-letter.txt": SILENT,
    "no-verb.txt": SILENT,
    "without-vowels.txt": SILENT,
    "only-capitals.txt": READ,
    "only-small-letters.txt": READ,
    # dates: a wrong one is left out and named, the text is read
    "date-month-13.txt": Answer(says=SAID, note="A06"),
    "date-30-february.txt": Answer(says=SAID, note="A06"),
    "date-29-february-2023.txt": Answer(says=SAID, note="A06"),
    "date-31-april.txt": Answer(says=SAID, note="A06"),
    "date-day-zero.txt": Answer(says=SAID, note="A06"),
    "date-year-of-two-digits.txt": SAYS,
    "date-in-words.txt": SAYS,
    "date-with-slashes.txt": SAYS,
    "date-glued-to-the-text.txt": SAYS,
    "date-twice.txt": Answer(says=SAID, published="2024-11"),
    # marks: an unbalanced one never swallows the next quotation
    "unclosed-straight.txt": Answer(says=AGREED),
    "unclosed-curly.txt": Answer(says=AGREED),
    "unopened-curly.txt": Answer(says=AGREED),
    "unclosed-guillemets.txt": READ,
    "unclosed-single.txt": Answer(says=AGREED),
    "unclosed-low.txt": Answer(says=AGREED),
    "opened-curly-closed-straight.txt": SAYS,
    "low-and-high-marks.txt": SAYS,
    "marks-turned-round.txt": READ,
    "doubled-marks.txt": READ,
    "two-apostrophes-as-marks.txt": READ,
    "nested-20-deep.txt": READ,
    "nested-20-deep-unclosed.txt": READ,
    "marks-of-windows-as-controls.txt": SAYS,
    # pages
    "soup.html": SAYS,
    "entities.html": SAYS,
    "broken-entities.html": SAYS,
    "page-with-date-of-month-13.html": SAYS,
    "no-article.html": error("A07"),
    "script-only.html": error("A07"),
    "empty.html": error("A07"),
    "empty-body.html": error("A07"),
    "tags-only.html": error("A07"),
    "text-named-as-page.html": error("A07"),
    "deep-page.html": error("A07"),
    "page-named-as-text.txt": SAYS,
    # JSON lines: a bad one is named by its number, the others are read
    "broken-line-among-good.jsonl": Answer((OK, "A04", OK), says=SAID, ids=("iyi", "iyi-2")),
    "array-line.jsonl": Answer(("A04", OK), says=SAID),
    "bare-string-line.jsonl": Answer(("A04", OK), says=SAID),
    "single-quotes.jsonl": Answer(("A04", OK), says=SAID),
    "trailing-comma.jsonl": Answer(("A04", OK), says=SAID),
    "endless-number.jsonl": Answer(("A04", OK), says=SAID),
    "missing-text.jsonl": Answer(("A04", OK), says=SAID),
    "text-is-null.jsonl": Answer(("A02", OK), says=SAID),
    "text-is-empty.jsonl": Answer(("A02", OK), says=SAID),
    "text-is-a-number.jsonl": Answer(("A05",) * 4 + (OK,), says=SAID),
    "title-is-a-number.jsonl": Answer(("A05", OK), says=SAID),
    "number-as-id.jsonl": Answer(says=SAID, ids=("17",)),
    "object-as-id.jsonl": Answer(("A05", "A05", "A05", OK), says=SAID),
    "duplicate-ids.jsonl": Answer((OK, OK), says=SAID, ids=("iyi", "iyi")),
    "duplicate-keys.jsonl": SAYS,
    "deep.jsonl": Answer(("A04", "A04", OK), says=SAID),
    "wrong-published.jsonl": Answer((OK, OK, "A05", OK, OK, OK), says=SAID, note="A06"),
    "lone-surrogates.jsonl": Answer((OK, OK, OK, OK)),
    "nul-in-an-escape.jsonl": Answer((OK, OK)),
    "with-mark.jsonl": Answer((OK, OK), says=SAID),
    "blank-lines.jsonl": Answer((OK, OK), says=SAID),
    "windows-newlines.jsonl": Answer((OK, OK), says=SAID),
    "no-newline-at-the-end.jsonl": Answer((OK, OK), says=SAID),
    "line-separator-inside.jsonl": Answer((OK, OK), says=SAID),
    "indented.jsonl": Answer(("A04",) * 4),
    "empty.jsonl": error("A02"),
    # other languages
    "english.txt": READ,
    "arabic.txt": READ,
    "kurdish.txt": READ,
    "russian.txt": READ,
    "chinese.txt": READ,
    "two-languages.txt": SAYS,
    # odd letters
    "emoji-between-words.txt": SAYS,
    "decomposed-letters.txt": READ,
    "zero-width-and-soft-hyphens.txt": READ,
    "right-to-left-marks.txt": READ,
    "control-characters.txt": SAYS,
    "letters-of-mathematics.txt": READ,
    "full-width-letters.txt": READ,
    "piled-up-marks.txt": READ,
    "dotless-and-dotted.txt": SILENT,
    "not-characters.txt": READ,
    "escape-that-looks-like-a-path.txt": READ,
    # line ends and blanks
    "windows-newlines.txt": SAYS,
    "old-mac-newlines.txt": SAYS,
    "line-separators.txt": SAYS,
    "paragraph-separators.txt": SAYS,
    "next-line-characters.txt": SAYS,
    "form-feeds.txt": SAYS,
    "tabs.txt": READ,
    "no-break-blanks.txt": READ,
    "many-blanks.txt": READ,
    "no-newline-at-all.txt": SAYS,
    "newline-after-every-word.txt": READ,
    "markdown.txt": SAYS,
    "addresses.txt": SAYS,
    "without-blanks.txt": READ,
    "full-stops-without-blanks.txt": SAYS,
    # names
    "photograph.docx": error("A10"),
    "without-ending": error("A10"),
}


def spans(value):
    """Every place in a reading."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def check(reading, article):
    """Every place stands in the article's own text, every name of an actor or statement is known."""
    assert reading["article"]["text"] == article.text
    for start, end in spans(reading):
        assert 0 <= start < end <= len(article.text)
    for actor in reading["actors"]:
        for title in actor["titles"]:
            assert article.text[title["start"] : title["end"]] == title["text"]
    actors = {actor["id"] for actor in reading["actors"]}
    statements = {statement["id"] for statement in reading["statements"]}
    for statement in reading["statements"]:
        assert statement["content"]
        assert {statement["speaker"], statement["addressee"]} <= actors | {None}
        assert statement["same_as"] in statements | {None}
    for event in reading["events"]:
        assert {*event["actor"], *event["recipient"]} <= actors
        assert event["said_in"] in statements | {None}
    line_of(reading).encode("utf-8")
    assert json.loads(line_of(reading)) == reading


def codes(found):
    return tuple(each.code if isinstance(each, ArticleError) else OK for each in found)


def test_every_file_has_its_answer_and_every_answer_its_file():
    assert {file.name for file in BROKEN.iterdir() if not file.name.startswith(".")} == set(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_broken_input_has_its_clear_answer(name, reader):
    answer = ANSWERS[name]
    found = list(read_articles(str(BROKEN / name)))
    assert codes(found) == answer.found
    good = [each for each in found if isinstance(each, Article)]
    for each in found:
        if isinstance(each, ArticleError):
            assert name in str(each)
            assert str(each).startswith(f"[{each.code}]")
    if answer.ids:
        assert tuple(article.id for article in good) == answer.ids
    if answer.note:
        assert answer.note in " ".join(good[0].notes)
    if good:
        assert good[0].published == answer.published
    readings = [reading_of(reader.read(article)) for article in good]
    for reading, article in zip(readings, good, strict=True):
        check(reading, article)
    if answer.silent:
        assert readings[0]["statements"] == []
    if answer.says:
        texts = [
            [readings[0]["article"]["text"][span["start"] : span["end"]] for span in statement["content"]]
            for statement in readings[0]["statements"]
            if statement["kind"] == "direct"
        ]
        assert [answer.says] in texts


# Too large to keep


def test_a_line_of_50_megabytes_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "uzun.txt"
    with file.open("wb") as out:
        for _ in range(50):
            out.write(b"a" * 1_000_000)
    assert codes(read_articles(str(file))) == ("A08",)


def test_a_json_line_that_is_too_long_leaves_the_next_one(tmp_path):
    file = tmp_path / "uzun.jsonl"
    long = {"id": "uzun", "text": "Bakan geldi. " * 100}
    file.write_text(f"{json.dumps(long)}\n{json.dumps({'id': 'kısa', 'text': 'Bakan geldi.'})}\n", encoding="utf-8")
    assert codes(read_articles(str(file), settings=Settings(longest_article=200))) == ("A08", OK)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(["bakanlar ve büyükelçiler"] * 3334) + " geldi.", id="a sentence of 10,000 words"),
        pytest.param("\n".join(["Ankara"] * 5000), id="5,000 lines of one word"),
        pytest.param("a" * 100_000, id="a word of 100,000 letters"),
        pytest.param('"' * 5000 + "Bakan geldi." + '"' * 4999, id="9,999 quotation marks"),
        pytest.param("“Geldi” " * 2000, id="2,000 quotations"),
        pytest.param("Bakan Lindqvarn, " * 1500 + "dedi.", id="1,500 commas"),
        pytest.param("(" * 3000 + "Bakan" + ")" * 3000, id="3,000 brackets"),
    ],
)
def test_a_long_article_is_read_in_the_end(text, reader):
    article = article_of(text)
    check(reading_of(reader.read(article)), article)


# Paths


def test_an_empty_folder_has_no_article(tmp_path):
    assert codes(read_articles(str(tmp_path))) == ("A02",)


def test_a_folder_named_as_a_text_is_a_folder(tmp_path):
    folder = tmp_path / "haber.txt"
    folder.mkdir()
    assert codes(read_articles(str(folder))) == ("A02",)
    (folder / "haber.txt").write_text("Bakan geldi.", encoding="utf-8")
    assert codes(read_articles(str(folder))) == (OK,)


def test_a_missing_path_is_named(tmp_path):
    (found,) = read_articles(str(tmp_path / "yok.txt"))
    assert found.code == "A01"
    assert "yok.txt" in str(found)


def test_a_link_to_nowhere_is_missing(tmp_path):
    link = tmp_path / "haber.txt"
    link.symlink_to(tmp_path / "yok.txt")
    assert codes(read_articles(str(link))) == ("A01",)


def test_a_path_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    file = tmp_path / "haber.txt"
    file.write_text("Bakan geldi.", encoding="utf-8")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (found,) = read_articles(str(file))
    assert found.code == "A09"
    assert "Permission denied" in str(found)


@pytest.mark.parametrize("path", ["a\0b.txt", "x" * 5000 + ".txt", ""])
def test_a_path_that_no_system_can_open_is_an_error_and_no_crash(path):
    (found,) = read_articles(path)
    assert found.code in {"A01", "A09", "A10"}


@pytest.mark.parametrize("encoding", ["no-such-encoding", "ascii"])
def test_an_encoding_that_does_not_fit_is_an_error(encoding):
    assert codes(read_articles(str(BROKEN / "tabs.txt"), encoding=encoding)) == ("A09",)


# Standard input


def standard_input(monkeypatch, data: bytes):
    from io import BytesIO  # noqa: PLC0415

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(data)))
    return list(read_articles("-"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("broken-line-among-good.jsonl", (OK, "A04", OK)),
        ("soup.html", (OK,)),
        ("utf-16-le.txt", (OK,)),
        ("windows-1254.txt", (OK,)),
        ("empty.txt", ("A02",)),
        ("picture.txt", ("A03",)),
    ],
)
def test_standard_input_is_read_by_what_it_holds(name, found, monkeypatch):
    assert codes(standard_input(monkeypatch, (BROKEN / name).read_bytes())) == found


def test_a_closed_standard_input_is_an_error_and_no_crash(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert codes(read_articles("-")) == ("A09",)


def command(*arguments, shell='exec "$@"'):
    if not hasattr(pytest.importorskip("vakanuvis.cli"), "main"):
        pytest.skip("the command line is not there yet")
    program = "from vakanuvis.cli import main; main()"
    return subprocess.run(
        ["sh", "-c", shell, "sh", sys.executable, "-c", program, *arguments],
        capture_output=True,
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_the_command_reads_on_after_a_bad_path_and_says_so(tmp_path):
    done = command("read", str(tmp_path / "yok.txt"), str(BROKEN / "tabs.txt"), "--format", "jsonl")
    assert b"Traceback" not in done.stderr
    assert len(done.stdout.decode().splitlines()) == 1
    assert b"A01" in done.stderr
    assert done.returncode == 1


def test_the_command_survives_a_closed_standard_input():
    done = command("read", "-", shell='exec "$@" <&-')
    assert b"Traceback" not in done.stderr
    assert b"A0" in done.stderr
    assert done.returncode == 2  # nothing could be read


# A batch


def test_one_bad_article_of_a_batch_never_loses_another(reader):
    found = [each for each in read_articles(str(BROKEN / "broken-line-among-good.jsonl")) if isinstance(each, Article)]
    together = [reading_of(reader.read(each)) for each in found]
    alone = [reading_of(Reader().read(each)) for each in found]
    assert together == alone


def test_reading_again_gives_the_same_record(reader):
    (article,) = read_articles(str(BROKEN / "markdown.txt"))
    assert reading_of(reader.read(article)) == reading_of(Reader().read(article))


# Any text at all

WORDS = ["Bakan", "Lindqvarn", "İsveç", "Ankara'ya", "Putinin", "dün", "2024", "5 Mayıs 2023'te", "yüzde 20"]
CUES = ["dedi", "söyledi", "belirterek", "diyen", "göre", "geldi", "görüştü", "kınadı", "imzalandı", "date 2024-11"]
MARKS = ['"', "“", "”", "‘", "’", "«", "»", "„", "'", ".", ",", ":", ";", "-", "…", "(", ")"]
BLANKS = ["\n", "\n\n", "\r\n", "\t", " ", "  ", "\u00a0", "\u2028"]
ODD = ["İ", "ı", "g\u0306", "😀", "\ud800", "\x00", "\x91", "\x94", "\ufeff", "\u00ad", "\u200b"]
PIECES = st.sampled_from(WORDS + CUES + MARKS + BLANKS + ODD)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
    st.text(max_size=120),
    st.text(alphabet=st.characters(), max_size=80),
)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_any_text_is_read_or_refused_and_every_span_stands_in_it(reader, text):
    try:
        article = article_of(text)
    except ArticleError:
        return
    check(reading_of(reader.read(article)), article)


@settings(max_examples=40, deadline=None)
@given(
    text=st.sampled_from([article.text for _, article in articles()]),
    wounds=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), PIECES | st.just("")), max_size=20),
    cut=st.tuples(st.floats(0, 1), st.integers(40, 900)),
)
def test_a_damaged_newspaper_is_still_read(reader, text, wounds, cut):
    start = int(cut[0] * len(text))
    text = text[start : start + cut[1]]
    for place, lost, put in wounds:
        at = int(place * len(text))
        text = text[:at] + put + text[at + lost :]
    try:
        article = article_of(text)
    except ArticleError:
        return
    check(reading_of(reader.read(article)), article)


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4), data=st.binary(max_size=60))
def test_any_line_leaves_the_lines_around_it_alone(tmp_path_factory, texts, data):
    file = tmp_path_factory.mktemp("satırlar") / "haberler.jsonl"
    good = json.dumps({"id": "son", "text": "Bakan geldi."}).encode()
    lines = [json.dumps({"id": str(number), "text": text}).encode() for number, text in enumerate(texts)]
    file.write_bytes(b"\n".join([*lines, data.replace(b"\n", b" "), good]))
    found = list(read_articles(str(file)))
    assert isinstance(found[-1], Article)
    assert found[-1].id == "son"
    read = {each.id for each in found if isinstance(each, Article)}
    assert read >= {str(number) for number, text in enumerate(texts) if is_article(text)}


def is_article(text):
    try:
        article_of(text)
    except ArticleError:
        return False
    return True
