"""CSV and Parquet, read by those who read them: pandas and DuckDB."""

from __future__ import annotations

import duckdb
import pandas
import pytest
from tests.export.exported import hostile, newspaper, registered, sample

from vakanuvis.errors import ArticleError
from vakanuvis.export.sheets import TABLES, all_rows
from vakanuvis.export.tables import write_csv, write_parquet


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    write_csv(newspaper(), folder)
    write_parquet(newspaper(), folder)
    return folder


def csv(folder, table):
    # Codes keep their zeros, and an empty cell is no value; "NA" is a code and no missing value.
    return pandas.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)


def asked(query: str) -> list[tuple]:
    with duckdb.connect() as connection:
        return connection.execute(query).fetchall()


def test_pandas_and_duckdb_find_the_same_rows_and_columns(written):
    counts = dict.fromkeys(TABLES, 0)
    for table, rows in all_rows(newspaper()):
        counts[table] += len(rows)
    with duckdb.connect() as connection:
        for table, count in counts.items():
            found = csv(written, table)
            assert list(found.columns) == list(TABLES[table])
            described = connection.execute(f"DESCRIBE SELECT * FROM '{written / table}.parquet'").fetchall()
            assert {row[0]: row[1] for row in described} == TABLES[table]
            query = f"SELECT (SELECT count(*) FROM '{written / table}.parquet'), count(*)"
            query += f" FROM read_csv('{written / table}.csv', all_varchar = true)"
            assert connection.execute(query).fetchall() == [(count, len(found))] == [(count, count)]


def test_every_place_holds_the_letters_beside_it(written):
    texts = {entry.id: entry.text for entry in newspaper()}
    for table in ("mentions", "titles", "contents", "times", "places"):
        for row in csv(written, table).itertuples():
            assert texts[row.article_id][int(row.start) : int(row.end)] == row.text


def test_tables_are_tied_by_ids(written):
    loose = """
        SELECT count(*) FROM '{0}/event_actors.parquet' AS told
        LEFT JOIN '{0}/events.parquet' AS events ON events.id = told.event_id
        LEFT JOIN '{0}/actors.parquet' AS actors ON actors.id = told.actor_id
        WHERE events.id IS NULL OR actors.id IS NULL
    """
    assert asked(loose.format(written)) == [(0,)]
    codes = asked(f"SELECT DISTINCT cameo FROM '{written}/events.parquet' WHERE cameo IS NOT NULL")
    assert {len(code) for (code,) in codes} <= {3, 4}


def test_the_registry_stands_beside_the_article_s_own_names(tmp_path):
    entry = sample()
    write_csv([sample(registered(entry))], tmp_path)
    actors, article = csv(tmp_path, "actors"), csv(tmp_path, "articles")
    assert list(actors.entity_id) == [f"p-{name}" for name in actors.id]
    assert (article.outlet[0], article.cluster[0]) == ("Kapı Postası", "c1")
    assert set(csv(tmp_path, "events").fullest) == {event["id"] for event in entry.reading["events"]}


def test_names_that_would_break_a_row_come_back_as_they_were(tmp_path):
    entry = hostile(sample())
    write_csv([entry], tmp_path)
    write_parquet([entry], tmp_path)
    name = entry.reading["actors"][0]["name"].replace("\ud800", "?")
    assert asked(f"SELECT name FROM '{tmp_path}/actors.parquet' LIMIT 1") == [(name,)]
    found = pandas.read_csv(tmp_path / "actors.csv", dtype=str, lineterminator="\n", engine="c")
    assert len(found) == len(entry.reading["actors"])


def test_the_same_record_gives_the_same_bytes(written, tmp_path):
    write_csv(newspaper(), tmp_path)
    write_parquet(newspaper(), tmp_path)
    for path in written.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


def test_without_duckdb_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(ArticleError, match=r"pip install 'vakanuvis\[parquet\]'"):
        write_parquet([], tmp_path)
