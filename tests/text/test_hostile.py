"""Files that were made to do harm: each has its answer, and none takes the reader with it."""

from __future__ import annotations

import gzip
import os

import pytest
from bench.hostile import measured
from bench.hostile_kinds import LINE, PAGE, Kind, kinds, record
from hypothesis import given, settings
from hypothesis import strategies as st

from vakanuvis.text.articles import read_sources
from vakanuvis.text.packed import zstd

LARGE = 10 << 20  # more than the 8 MB in which one article must have room
MOST_MEMORY = 120  # MiB beyond a bare process: room for one article as long as it may be, several times over


def marked(kind: Kind):
    needs = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and sockets of Unix")
    return pytest.param(kind, id=kind.name, marks=needs if kind.name in {"pipe", "socket"} else ())


@pytest.mark.parametrize("kind", [marked(kind) for kind in kinds()])
def test_a_hostile_file_has_its_clear_answer(kind, tmp_path):
    path = tmp_path / kind.name
    kind.make(path, LARGE)
    codes = []
    for each in read_sources(str(path)):
        assert (each.article is None) != (each.error is None)
        codes.append(each.error.code if each.error else "read")
        assert each.place.isprintable()
        if each.error:
            assert str(each.error).startswith(f"[{codes[-1]}] ")
            assert str(each.error).isprintable()
            assert len(str(each.error)) < 5000
    assert kind.is_answered_by(tuple(codes))


@pytest.mark.parametrize("name", ["long-line.jsonl", "long-element.json", "gz-bomb.jsonl.gz", "zst-bomb.jsonl.zst"])
def test_memory_does_not_grow_with_a_line(name, tmp_path):
    (kind,) = (kind for kind in kinds() if kind.name == name)
    small, large = tmp_path / "haber.txt", tmp_path / name
    small.write_text("Bakan geldi.", encoding="utf-8")
    kind.make(large, 100 << 20)
    codes, _, memory = measured(large)
    assert kind.is_answered_by(codes)
    assert memory - measured(small)[2] < MOST_MEMORY


SOUND = {
    "a.csv": b'text,title\n"Bakan, geldi.",x\nHeyet gitti.,y\n',
    "a.json": b'[{"text": "Bakan geldi."}, {"text": "Heyet \\"gitti\\".", "author": ["x"]}]',
    "a.jsonl": LINE * 3,
    "a.jsonl.gz": gzip.compress(LINE * 3),
    "a.jsonl.zst": zstd.compress(LINE * 3),
    "a.rss": b'<?xml version="1.0"?><rss><channel><title>G</title><item><title>B</title><description>&lt;p&gt;Bakan '
    b"geldi.&lt;/p&gt;</description><pubDate>Mon, 18 Nov 2024 00:30:00 +0300</pubDate></item></channel></rss>",
    "a.warc": record() + record(gzip.compress(PAGE), b"Content-Encoding: gzip\r\n"),
    "a.html": PAGE,
}


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(sorted(SOUND)),
    wounds=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=6)), min_size=1, max_size=6),
    encoding=st.sampled_from([None, None, "utf-8", "utf-16", "cp1254"]),
)
def test_a_damaged_file_is_read_or_refused(tmp_path_factory, name, wounds, encoding):
    data = SOUND[name]
    for place, lost, put in wounds:
        at = int(place * len(data))
        data = data[:at] + put + data[at + lost :]
    path = tmp_path_factory.mktemp("yaralı") / name
    path.write_bytes(data)
    found = list(read_sources(str(path), encoding=encoding))
    assert found
    assert all((each.article is None) != (each.error is None) for each in found)
