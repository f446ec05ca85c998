"""Stories told twice are found whatever the order in which their articles came."""

from __future__ import annotations

import pytest
from tests.record_books import MARK

from vakanuvis.scale.conclude import find_stories
from vakanuvis.store.book import Intake, Record

STORY = (
    "Litvanya ile Umman arasında hava ulaştırma anlaşması imzalandı. Litvanya Ulaştırma Bakanı Jonas Petrauskis, "
    "Maskat'ta düzenlenen törende anlaşmanın iki başkent arasında haftada dört sefer öngördüğünü söyledi. Umman "
    "Ulaştırma Bakanı Salim el-Habsuni ise ilk seferin mart ayında yapılacağını açıkladı. İki bakan törenin ardından "
    "havacılık eğitimi konusunda bir mutabakat zaptına da imza attı."
)
OTHER = (
    "Fiji'de etkili olan kasırga nedeniyle iki adada elektrik kesildi. Afet kurulu, kıyıdaki yedi köyün boşaltıldığını "
    "bildirdi. Kurulun açıklamasında okulların pazartesi gününe kadar kapalı kalacağı belirtildi. Yardım gemisinin "
    "yarın başkent limanından ayrılması bekleniyor."
)


def reading(number, text, day):
    head = {"id": f"a{number}", "source": None, "url": None, "title": None, "published": day, "dateline": None}
    layers = ("actors", "statements", "events", "agreements", "judgements", "times", "places")
    return {"format": 1, "article": {**head, "text": text, "notes": []}, **{layer: [] for layer in layers}}


ARTICLES = [
    (reading(1, f"MASKAT (AA) - {STORY}", "2025-03-01"), "Ufuk"),
    (reading(2, f"MASKAT (AA) - {STORY}", "2025-03-01"), "Boğaz"),
    (reading(3, f"MASKAT (DHA) - {STORY}", "2025-03-02"), "Kıyı"),
    (reading(4, OTHER, "2025-03-01"), "Ufuk"),
    (reading(5, STORY.replace("dört", "beş").replace("mart", "mayıs"), "2021-06-01"), "Ufuk"),
]


@pytest.mark.parametrize("order", [ARTICLES, ARTICLES[::-1]], ids=["as they came", "backwards"])
@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "one by one"])
def test_copies_make_one_story_with_its_originators(tmp_path, order, at_once):
    with Record.open(tmp_path / "kayit.db", write=True) as book:
        for article, outlet in order:
            with book.writing():
                book.add(article, MARK, Intake(outlet=outlet))
            if not at_once:
                find_stories(book)
        find_stories(book)
        stories = book.ask("stories")
        assert [(story.articles, story.originators) for story in stories] == [(3, 2)]
        told = book.ask("copies", article="a1")
        assert {row.article_id for row in told} == {"a1", "a2", "a3"}
        assert {row.article_id: row.originator for row in told}["a3"] == "Demirören Haber Ajansı"
