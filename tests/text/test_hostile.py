"""Files that were made to do harm: each has its answer, and none takes the reader with it."""

from __future__ import annotations

import os

import pytest
from bench.hostile import measured
from bench.hostile_kinds import Kind, kinds

from vakanuvis.text.articles import read_sources

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
