"""Articles as rows, objects and Parquet columns: the same fields under whatever names."""

from __future__ import annotations

import datetime
import json
import sys

import pytest

from vakanuvis.text.articles import read_articles, read_sources

FIELDS = {"text": "içerik", "title": "başlık", "published": "tarih", "url": "adres", "source": "gazete", "id": "no"}
ROW = {
    "no": "17",
    "içerik": "Bakan Lindqvarn döndü.",  # Minister Lindqvarn returned
    "başlık": "Dönüş",
    "tarih": "2024-11-15 09:30",
    "adres": "https://gazete.example/17",
    "gazete": "Deneme",
}


def write_csv(path, separator=","):
    path.write_text(f"{separator.join(ROW)}\n{separator.join(ROW.values())}\n", encoding="utf-8-sig")


def write_objects(path):
    path.write_text(json.dumps([ROW], indent=1), encoding="utf-8")


def write_parquet(path):
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as database:
        columns = ", ".join(f"'{value}' AS \"{name}\"" for name, value in ROW.items())
        database.sql(f"SELECT {columns}").write_parquet(str(path))


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.csv", write_csv),
        ("noktalı-virgül.csv", lambda path: write_csv(path, ";")),
        ("çubuk.csv", lambda path: write_csv(path, "|")),
        ("a.tsv", lambda path: write_csv(path, "\t")),
        ("a.json", write_objects),
        ("a.parquet", write_parquet),
    ],
)
def test_columns_of_any_name_become_the_fields_of_an_article(name, write, tmp_path):
    write(tmp_path / name)
    (article,) = read_articles(str(tmp_path / name), columns=FIELDS)
    assert article.text == "Dönüş\n\nBakan Lindqvarn döndü."
    assert (article.title, article.published, article.url) == ("Dönüş", "2024-11-15", "https://gazete.example/17")
    assert (article.source, article.outlet, article.id, article.given_id) == ("Deneme", "Deneme", "17", "17")


@pytest.mark.parametrize(("name", "write"), [("a.csv", write_csv), ("a.parquet", write_parquet)])
def test_without_columns_the_message_names_those_there_are(name, write, tmp_path):
    write(tmp_path / name)
    (error,) = read_articles(str(tmp_path / name))
    assert error.code == "A14"
    assert "`text`" in str(error)
    assert "içerik" in str(error)
    assert "--columns" in str(error)


def test_a_column_that_was_named_must_be_there(tmp_path):
    (tmp_path / "a.csv").write_text("text\nBakan geldi.\n", encoding="utf-8")
    (error,) = read_articles(str(tmp_path / "a.csv"), columns={"title": "başlık"})
    assert error.code == "A14"
    assert "`başlık`" in str(error)


def test_a_text_of_several_lines_and_marks_is_one_cell(tmp_path):
    (tmp_path / "a.csv").write_text('text\n"Bakan ""Geldim""\ndedi; sonra, gitti."\n', encoding="utf-8")
    (article,) = read_articles(str(tmp_path / "a.csv"))
    assert article.text == 'Bakan "Geldim"\ndedi; sonra, gitti.'


def test_what_had_to_be_guessed_of_a_row_is_noted_there(tmp_path):
    (tmp_path / "a.csv").write_bytes("text\nŞimşek geldi.\n".encode("cp1254") + "Şimşek gitti.\n".encode())
    guessed, known = read_articles(str(tmp_path / "a.csv"))
    assert "encoding guessed" in guessed.notes[0]
    assert known.notes == ()


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path):
    (tmp_path / "a.csv").write_text('text\n"Bakan\ngeldi."\n\nHeyet gitti.\n', encoding="utf-8")
    assert [each.place for each in read_sources(str(tmp_path / "a.csv"))] == ["a.csv:2", "a.csv:4"]


def test_an_empty_cell_is_not_known(tmp_path):
    (tmp_path / "a.csv").write_text("text,url,id\nBakan geldi.,,\n", encoding="utf-8")
    (article,) = read_articles(str(tmp_path / "a.csv"))
    assert (article.url, article.given_id) == (None, None)


def test_dates_and_numbers_of_parquet_are_taken_as_they_are_written(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as database:
        day = datetime.datetime(2024, 11, 15, 9, 30)  # as tables hold them
        question = "SELECT 'Bakan geldi.' AS text, ? AS published, 17 AS id"
        database.execute(f"CREATE TABLE a AS {question}", [day])
        database.table("a").write_parquet(str(tmp_path / "a.parquet"))
    (article,) = read_articles(str(tmp_path / "a.parquet"))
    assert (article.published, article.id) == ("2024-11-15", "17")


def test_without_the_extra_the_line_that_installs_it_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    (error,) = read_articles(str(tmp_path / "a.parquet"))
    assert error.code == "A20"
    assert "pip install 'vakanuvis[parquet]'" in str(error)


@pytest.mark.parametrize("cut", range(1, 70))
def test_an_array_is_cut_the_same_wherever_a_piece_ends(cut, tmp_path, monkeypatch):
    elements = [{"text": 'Bakan \\" ] } [ { , geldi.\\'}, {"text": "Heyet gitti.", "author": ["A", "B"]}]
    (tmp_path / "a.json").write_text(json.dumps(elements), encoding="utf-8")
    monkeypatch.setattr("vakanuvis.text.objects._CHUNK", cut)
    first, second = read_articles(str(tmp_path / "a.json"))
    assert first.text == elements[0]["text"]
    assert (second.text, second.author) == ("Heyet gitti.", "A, B")


def test_a_bad_element_leaves_the_others(tmp_path):
    (tmp_path / "a.json").write_text('[{"text": 5}, nix, {"text": "Bakan geldi."}]', encoding="utf-8")
    assert [(each.place, bool(each.article)) for each in read_sources(str(tmp_path / "a.json"))] == [
        ("a.json:1", False),
        ("a.json:2", False),
        ("a.json:3", True),
    ]


def test_a_single_object_is_an_article(tmp_path):
    (tmp_path / "a.json").write_text('{\n "text": "Bakan geldi."\n}\n', encoding="utf-8")
    (found,) = read_sources(str(tmp_path / "a.json"))
    assert (found.place, found.article.text) == ("a.json", "Bakan geldi.")
