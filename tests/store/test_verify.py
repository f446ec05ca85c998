"""Every kind of damage to a record book is found and named; a whole book has none."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from vakanuvis.store.book import Record
from vakanuvis.store.verify import verify


@pytest.fixture
def copy(concluded, tmp_path):
    path = tmp_path / "copy.db"
    shutil.copy(concluded, path)
    return path


def damage(path):
    with Record.open(path) as record:
        return list(verify(record.connection))


def test_a_whole_book_has_no_damage(concluded):
    assert damage(concluded) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("UPDATE articles SET text = replace(text, 'a', 'e') WHERE n = 1", "SHA-256"),
        ("UPDATE spans SET start = start + 1 WHERE rowid_ = 1", "other letters"),
        ('UPDATE spans SET "end" = 999999 WHERE rowid_ = 1', "outside"),
        ("UPDATE statements SET content = content || '.' WHERE n = 1", "copy differs"),
        ("UPDATE events SET predicate = 'x' WHERE n = 1", "copy differs"),
        ("UPDATE statements SET speaker = 'a0' WHERE n = 1", "not there"),
        ("UPDATE statements SET same_as = 's0' WHERE n = 1", "not there"),
        ("UPDATE events SET said_in = 's0' WHERE n = 1", "not there"),
        ("DELETE FROM statements WHERE n = 1", "not there"),
        ("DELETE FROM spans WHERE slot = 'content'", "without letters"),
        ("DELETE FROM spans WHERE slot = 'cue'", "cue without letters"),
        ("UPDATE events SET because = '[' WHERE n = 1", "broken JSON"),
        ("DELETE FROM observations", "conclude anew"),
        ("UPDATE event_actors SET actor_id = (SELECT max(id) FROM actors)", "another article"),
    ],
)
def test_damage_is_named(copy, change, what):
    change = change.replace(
        "rowid_ = 1",
        "(article_id, record_id, slot, position) = (SELECT article_id, record_id, slot, position FROM spans LIMIT 1)",
    )
    with sqlite3.connect(copy) as connection:
        connection.execute(change)
    connection.close()
    found = damage(copy)
    assert found
    assert any(what in each.what for each in found)


def test_a_file_with_overwritten_pages_is_damaged_not_fatal(copy):
    with copy.open("r+b") as file:
        file.seek(copy.stat().st_size // 2)
        file.write(b"\xff" * 50_000)
    assert damage(copy)
