"""Searching: words in every spelling, facets that count right, chips that take away, one sentence, every form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from markupsafe import escape
from tests.record_books import accepted

from vakanuvis.web.snippets import passages, snippet

ATOM = "{http://www.w3.org/2005/Atom}"


def found(client, query=""):
    answer = client.get(f"/ara.json{query}")
    assert answer.status_code == 200
    return answer.json()


def with_state(*codes):
    return [
        reading["article"]["id"]
        for reading in accepted()
        if set(codes) <= {actor["country"] for actor in reading["actors"] if actor["kind"] == "country"}
    ]


def test_without_a_question_all_articles_are_found_the_newest_first(client):
    answer = found(client, "?adet=500")
    days = [row["published"] or "" for row in answer["results"]]
    assert answer["total"] == len(list(accepted()))
    assert [day[:7] for day in days] == sorted((day[:7] for day in days), reverse=True)


def test_the_oldest_come_first_when_asked_for(client):
    newest, oldest = (found(client, f"?adet=500&sira={order}")["results"] for order in ("", "eski"))
    assert [row["id"] for row in newest] == [row["id"] for row in oldest][::-1]


@pytest.mark.parametrize("words", ["DIŞİŞLERİ BAKANI", "dışişleri bakanı", "disisleri bakani", "Dışiş bakan"])
def test_words_are_found_in_every_spelling(client, words):
    assert found(client, f"?q={words}")["total"] >= found(client, "?q=dışişleri bakanı")["total"] > 0


def test_a_phrase_is_found_as_it_stands(client):
    phrase, words = (found(client, f"?q={asked}")["total"] for asked in ('"Dışişleri Bakanı"', "dışişleri bakanı"))
    assert 0 < phrase <= words


@pytest.mark.parametrize("words", ["***", '"', "AND OR NOT", "a:b", "(", "x" * 300, "-", "NEAR(a b)", "'"])
def test_no_words_break_the_search(client, words):
    assert client.get("/ara", params={"q": words}).status_code == 200


@pytest.mark.parametrize("query", ["?sayfa=-1", "?sayfa=x", "?adet=0", "?adet=100000", "?ilk=dün", f"?q={'x' * 301}"])
def test_what_no_page_links_to_is_refused(client, query):
    assert client.get(f"/ara{query}").status_code == 400


def test_the_counts_of_states_are_those_of_the_articles(client):
    counts = Counter(
        code
        for reading in accepted()
        for code in {a["country"] for a in reading["actors"] if a["kind"] == "country"}
        if code
    )
    assert found(client)["facets"]["devlet"] == counts


def test_a_chosen_state_leaves_just_its_articles(client):
    rows = found(client, "?devlet=TUR&adet=500")["results"]
    assert sorted(row["id"] for row in rows) == sorted(with_state("TUR"))


def test_of_two_outlets_either_will_do_and_of_two_states_both_must_be_there(client):
    outlets = found(client, "?gazete=Somun Postası&gazete=Ardalya Haber")
    assert outlets["total"] == found(client)["total"]
    assert found(client, "?devlet=TUR&devlet=CHN")["total"] == len(with_state("TUR", "CHN"))


def test_choosing_an_outlet_leaves_the_counts_of_the_others(client):
    facets = found(client, "?gazete=Somun Postası")["facets"]["gazete"]
    assert facets == found(client)["facets"]["gazete"]


def test_a_year_stands_for_its_months(client):
    months = found(client)["facets"]["ay"]
    for year in {month[:4] for month in months}:
        assert found(client, f"?ay={year}")["total"] == sum(n for month, n in months.items() if month.startswith(year))


def test_days_bound_the_search_on_both_sides(client):
    rows = found(client, "?ilk=2025-01-01&son=2025-12-31&adet=500")["results"]
    assert rows
    assert all(row["published"].startswith("2025") for row in rows)


def test_statements_are_found_with_their_speaker_and_article(client):
    answer = found(client, "?ne=soz&adet=500")
    assert answer["total"] == sum(len(reading["statements"]) for reading in accepted())
    assert {"speaker", "content", "article_id"} <= set(answer["results"][0])


def test_the_search_is_told_in_one_sentence_of_each_language(client):
    query = "?devlet=TUR&q=bakan"
    count = found(client, query)["total"]
    assert f"Türkiye adı geçen, içinde “bakan” geçen {count} haber" in client.get(f"/ara{query}").text
    told = "article" if count == 1 else "articles"
    assert f"{count} {told} naming Turkey, with the words “bakan”" in client.get(f"/en/ara{query}").text


def test_each_filter_is_a_chip_that_takes_it_away(client):
    page = client.get("/ara?devlet=TUR&q=bakan&sayfa=1").text
    assert '<a href="/ara?devlet=TUR" rel="nofollow"><small>Sözcük</small> bakan' in page
    assert '<a href="/ara?q=bakan" rel="nofollow"><small>Devlet</small> Türkiye' in page


def test_pages_follow_each_other_without_a_gap(client):
    whole = [row["id"] for row in found(client, "?adet=500")["results"]]
    pages = [row["id"] for page in range(1, 30) for row in found(client, f"?adet=5&sayfa={page}")["results"]]
    assert pages == whole


def test_every_form_holds_the_same_rows(client):
    query = "?devlet=TUR"
    rows = found(client, query)["results"]
    lines = [json.loads(line) for line in client.get(f"/ara.jsonl{query}").text.splitlines()]
    table = list(csv.DictReader(io.StringIO(client.get(f"/ara.csv{query}").text)))
    assert lines == rows
    assert [row["id"] for row in table] == [row["id"] for row in rows]


def test_any_search_is_a_feed(client):
    feed = ElementTree.fromstring(client.get("/ara.atom?devlet=TUR").content)
    assert len(feed.findall(f"{ATOM}entry")) == len(with_state("TUR"))
    assert "Türkiye" in feed.findtext(f"{ATOM}title")


def test_found_words_are_marked_where_they_stand():
    text = "Uzun bir giriş. " * 30 + "Dışişleri Bakanı IRAK’ta konuştu."
    pieces = snippet(text, "disisleri ırak")
    assert [piece.text for piece in pieces if piece.found] == ["Dışişleri", "IRAK"]
    assert "".join(piece.text for piece in pieces).strip("… ") in text


def test_a_snippet_without_found_words_is_the_beginning():
    assert snippet("Kısa bir haber.", "yok")[0].text == "Kısa bir haber."
    assert snippet("", "yok") == []


def test_articles_of_an_unknown_day_are_counted_and_can_be_asked_for(client):
    undated = [reading for reading in accepted() if not reading["article"]["published"]]
    answer = found(client, "?ay=yok")
    assert answer["total"] == len(undated)
    assert answer["facets"]["ay"].get("yok", 0) == len(undated)


def test_the_most_relevant_come_first_when_asked_for(client):
    newest, relevant = (found(client, f"?q=bakan&adet=500&sira={order}")["results"] for order in ("", "ilgi"))
    assert "bakan" in relevant[0]["title"]
    assert newest[0]["id"] != relevant[0]["id"]
    assert sorted(row["id"] for row in newest) == sorted(row["id"] for row in relevant)
    assert found(client, "?sira=ilgi") == found(client)


def test_relevance_is_offered_where_there_are_words(client):
    assert 'href="/ara?q=bakan&amp;sira=ilgi"' in client.get("/ara?q=bakan").text
    assert "sira=ilgi" not in client.get("/ara").text
    assert client.get("/ara.atom?q=bakan&sira=ilgi").text.count("<entry>") > 1


def test_of_very_many_only_the_last_taken_in_are_ranked_and_the_page_says_so(client, monkeypatch):
    monkeypatch.setattr("vakanuvis.web.search.MOST_RANKED", 2)
    page = client.get("/ara?q=anlaşma&sira=ilgi").text
    assert "son alınan 2 kayıt ilgisine göre sıralandı" in page
    newest, relevant = (found(client, f"?q=anlaşma&adet=500&sira={order}")["results"] for order in ("", "ilgi"))
    assert sorted(row["id"] for row in newest) == sorted(row["id"] for row in relevant)


def previewed(client, address):
    return client.get(address).text.partition('<aside class="preview"')[2].partition("</aside>")[0]


def test_the_letters_around_what_was_found_stand_beside_the_list(client):
    row = found(client, "?q=bakan")["results"][0]
    page = previewed(client, f"/ara?q=bakan&onizle={row['id']}")
    assert '<mark class="hit">Bakan' in page
    assert f'href="/makale/{row["id"]}#:~:text=Bakan' in page
    assert f'href="/ara?q=bakan#s-{row["id"]}"' in page
    assert previewed(client, "/ara?q=bakan") == ""


def test_a_statement_is_shown_in_its_article(client):
    row = found(client, "?ne=soz")["results"][0]
    page = previewed(client, f"/ara?ne=soz&onizle={row['id']}")
    assert f'<mark class="hit">{escape(row["content"])}</mark>' in page
    assert f'href="/makale/{row["article_id"]}#{row["id"]}"' in page


def test_another_search_begins_without_the_preview(client):
    row = found(client, "?q=bakan")["results"][0]
    page = client.get(f"/ara?q=bakan&onizle={row['id']}").text
    facets = re.findall(r'href="(/ara[^"#]*)" rel="nofollow"', page.partition('class="facets"')[2])
    assert facets
    assert not any("onizle" in address for address in facets)
    assert client.get("/ara?onizle=yok").status_code == 404


def test_passages_stand_in_order_and_never_overlap():
    text = " ".join(f"{number}. cümlede bakan konuştu ve herkes onu dinledi." for number in range(60))
    found = passages(text, "bakan", most=3)
    told = ["".join(piece.text for piece in one.pieces).strip("… ") for one in found]
    assert len(found) == 3
    assert all(part in text for part in told)
    assert text.index(told[0]) + len(told[0]) <= text.index(told[1])
    assert found[0].quoted.startswith("bakan konuştu")
    assert [one.quoted for one in passages(text, "yok")] == [""]
