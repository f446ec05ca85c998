"""The speed is measured on what users run."""

from __future__ import annotations

import json

from bench.newspaper import articles
from bench.speed import main, many


def test_repeated_articles_have_ids_of_their_own():
    number = 2 * len(list(articles())) + 1
    assert len({article.id for article in many(number)}) == number


def test_the_answer_is_json_with_the_share_of_every_stage(capsys):
    main(["--articles", "2"])
    answer = json.loads(capsys.readouterr().out)
    assert answer["articles"] == 2
    assert answer["tokens"] > 0
    assert answer["articles_per_second"] > 0
    assert {"clean", "sentences", "words", "export"} <= set(answer["stages"])
    assert abs(sum(answer["stages"].values()) - 1) < 0.01
