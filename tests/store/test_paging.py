"""Pages of answers follow each other without a gap, whatever is asked and however small they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.store.test_questions import SOMETHING

from vakanuvis.store.book import Record
from vakanuvis.store.paging import paged
from vakanuvis.store.questions import questions

WHOLE = 100_000


@pytest.fixture(scope="module")
def connection(concluded):
    with Record.open(concluded) as record:
        yield record.connection


ASKED = [(name, key) for name, question in questions().items() for key in question.keys if name != "copies"]


@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize(("question", "key"), ASKED)
def test_all_pages_together_are_the_whole(connection, question, key, size):
    filters = {name: SOMETHING[name] for name in key}
    whole = paged(connection, question, filters, WHOLE)
    assert not whole.more
    answers, following, longest = [], {}, 0
    for _ in range(len(whole.answers) + 1):
        page = paged(connection, question, {**filters, **following}, size)
        answers += page.answers
        longest = max(longest, len(page.answers))
        if page.following is None:
            break
        following = page.following
    assert answers == whole.answers
    assert longest <= size or question == "contradictions"


def test_a_question_without_a_key_tells_that_there_is_more(concluded, tmp_path):
    path = Path(shutil.copy(concluded, tmp_path / "kayit.db"))
    with Record.open(path, write=True) as record:
        told = {row[0] for row in record.connection.execute("SELECT article_id FROM cluster_articles")}
        articles = [article.id for article in record.ask("articles") if article.id not in told][:2]
        with record.writing():
            record.connection.execute("INSERT INTO clusters VALUES ('k', ?, '2025-01-01', 2, 1)", articles[:1])
            for article in articles:
                record.connection.execute("INSERT INTO cluster_articles VALUES (?, 'k', 'copy', 1.0)", (article,))
        page = paged(record.connection, "copies", {"article": articles[0]}, 1)
    assert (len(page.answers), page.following, page.more) == (1, None, True)


def test_the_sides_of_a_contradiction_stay_on_one_page(connection):
    pages = [paged(connection, "contradictions", {}, size).answers for size in (1, 2)]
    assert all(len({side.id for side in page}) <= size for page, size in zip(pages, (1, 2), strict=True))
