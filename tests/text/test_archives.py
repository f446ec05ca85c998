"""WARC files and packed streams."""

from __future__ import annotations

import gzip
import zlib

import pytest
from bench.hostile_kinds import PAGE, TEXT, record

from vakanuvis.settings import Settings
from vakanuvis.text.articles import read_sources
from vakanuvis.text.packed import zstd

CHUNKED = b"Transfer-Encoding: chunked\r\n"
CHUNKS = b"5\r\n" + PAGE[:5] + b"\r\n%x;x=1\r\n" % len(PAGE[5:]) + PAGE[5:] + b"\r\n0\r\n\r\n"


def read(tmp_path, data, name="a.warc"):
    (tmp_path / name).write_bytes(data)
    return list(read_sources(str(tmp_path / name)))


@pytest.mark.parametrize(
    "data",
    [
        record(),
        record(CHUNKS, CHUNKED),
        record(PAGE, CHUNKED),
        record(gzip.compress(PAGE), b"Content-Encoding: gzip\r\n"),
        record(PAGE, b"Content-Encoding: gzip\r\n"),
        record(zlib.compress(PAGE), b"Content-Encoding: deflate\r\n"),
    ],
    ids=["plain", "chunked", "chunks taken out", "gzip", "gzip taken out", "deflate"],
)
def test_a_page_is_found_however_it_was_sent(data, tmp_path):
    (found,) = read(tmp_path, data)
    assert TEXT in found.article.text
    assert found.original == PAGE


def test_other_records_are_counted_and_passed_over(tmp_path):
    data = record(kind=b"request") + record() + record().replace(b"200 OK", b"404 No") + record()
    assert [each.place for each in read(tmp_path, data)] == ["a.warc:2", "a.warc:4"]


def test_the_address_is_the_archives(tmp_path):
    head = b"WARC-Target-URI: <https://gazete.example/1>\r\nContent-Length"
    (found,) = read(tmp_path, record().replace(b"Content-Length", head))
    assert found.article.url == "https://gazete.example/1"


def test_the_encoding_that_the_server_stated_is_taken_where_it_fits(tmp_path):
    page = PAGE.decode().encode("cp1254")
    (stated,) = read(tmp_path, record(page, media=b"text/html; charset=windows-1254"))
    (unstated,) = read(tmp_path, record(page))
    (wrong,) = read(tmp_path, record(page, media=b"text/html; charset=utf-8"))
    assert stated.article.notes == ()
    assert "encoding guessed" in unstated.article.notes[0]
    assert wrong.article.text == unstated.article.text == stated.article.text


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress], ids=["gz", "zst"])
@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", TEXT.encode()), ("a.html", PAGE), ("a.warc", record()), ("a.csv", b"text\nBakan geldi.")],
    ids=["text", "page", "archive", "sheet"],
)
def test_every_kind_but_parquet_may_be_packed(pack, name, data, tmp_path):
    ending = ".gz" if pack is gzip.compress else ".zst"
    (plain,), (packed,) = read(tmp_path, data, name), read(tmp_path, pack(data), name + ending)
    assert plain.article.text == packed.article.text


def test_records_packed_one_by_one_are_read_on(tmp_path):
    data = gzip.compress(record()) + gzip.compress(record())
    assert [each.place for each in read(tmp_path, data, "a.warc.gz")] == ["a.warc.gz:1", "a.warc.gz:2"]


def test_the_largest_unpacked_size_is_a_setting(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Bakan geldi."}\n' * 100_000))
    found = list(read_sources(str(tmp_path), settings=Settings(largest_unpacked=1_000_000)))
    assert found[-1].error.code == "A13"
    assert "1,000,000" in str(found[-1].error)
    assert found[0].article


def test_rows_that_repeat_themselves_are_no_bomb(tmp_path):
    row = b'{"id": %d, "text": "Bakan Lindqvarn geldi."}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"".join(row % number for number in range(20_000))))
    assert all(each.article for each in read_sources(str(tmp_path)))
