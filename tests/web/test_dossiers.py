"""People, states, dyads, stories, contradictions: every list leads to its letters, and nothing is guessed."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from dataclasses import dataclass

import pytest
from starlette.testclient import TestClient
from tests.record_books import MARK, accepted, write_small_book
from tests.web.conftest import HERE

from vakanuvis.scale.conclude import conclude
from vakanuvis.store.book import Intake, Record
from vakanuvis.web.app import room
from vakanuvis.web.charts import office_lines, stacked
from vakanuvis.web.registers import between
from vakanuvis.web.stories import compare

BAD = '<script>alert(1)</script>"><img src=x>'
REGISTERS = (
    "/kisiler",
    "/devletler",
    "/kurumlar",
    "/topluluklar",
    "/iliskiler",
    "/anlasmalar",
    "/celiskiler",
    "/gazeteler",
)


@dataclass(frozen=True)
class Told:
    """A book in which two articles tell one story, with the ids of what it holds."""

    client: TestClient
    ids: dict[str, str]

    def page(self, path: str) -> str:
        found = self.client.get(path)
        assert found.status_code == 200, path
        return found.text


def ids_of(path) -> dict[str, str]:
    questions = {
        "person": "SELECT id FROM entities WHERE kind = 'person' ORDER BY statements DESC, id",
        "holder": "SELECT entity_id FROM terms WHERE first_day < last_day ORDER BY entity_id",
        "organization": "SELECT id FROM entities WHERE kind = 'organization' ORDER BY events + statements DESC, id",
        "group": "SELECT id FROM entities WHERE kind = 'group' ORDER BY statements DESC, id",
        "pair": "SELECT one || '-' || other FROM state_pairs ORDER BY statements + events DESC, one",
        "agreement": "SELECT agreement_id FROM agreement_parties ORDER BY agreement_id",
        "story": "SELECT id FROM clusters WHERE id = 'k1'",
        "contradiction": "SELECT id FROM contradictions WHERE id = 'd1'",
        "title": "SELECT id FROM contradictions WHERE kind = 'title' ORDER BY id",
    }
    with sqlite3.connect(path) as connection:
        return {name: connection.execute(question).fetchone()[0] for name, question in questions.items()}


def tell_twice(record, reading) -> None:
    """A second outlet prints the same article, and counts otherwise."""
    first, other = reading["article"]["id"], "a" + reading["article"]["id"][::-1]
    write = record.connection.execute
    columns = "title, published, published_from, published_until, body, text, sha256, notes, reader"
    write(
        f"INSERT INTO articles (id, outlet, {columns}) SELECT ?, 'Öbür/Gazete', {columns} FROM articles WHERE id = ?",
        (other, first),
    )
    write("INSERT INTO clusters VALUES ('k1', ?, '2025-01-01', 2, 1)", (first,))
    write("INSERT INTO cluster_articles VALUES (?, 'k1', 'fullest', 1.0), (?, 'k1', 'copy', 0.9)", (first, other))
    write("INSERT INTO contradictions VALUES ('d1', 'number', NULL, 'k1', '2025-01-01', '3 kişi / 4 kişi', '[]')")
    for position, (article, value) in enumerate(((first, "3 kişi"), (other, "4 kişi"), (other, "4 Kişi"))):
        sides = "INSERT INTO contradiction_sides VALUES ('d1', ?, ?, ?, NULL, 11, 17, 0, NULL, NULL)"
        write(sides, (position, value, article))


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> Told:
    path = write_small_book(tmp_path_factory.mktemp("told") / "kayit.db")
    with Record.open(path, write=True) as record, record.writing():
        tell_twice(record, next(reading for reading in accepted() if reading["statements"]))
    return Told(TestClient(room(path), base_url=HERE), ids_of(path))


PAGES = [
    *REGISTERS,
    "/haber-kumeleri",
    "/kisiler?harf=Ç",
    "/kisiler?ad=er",
    "/kisiler?sira=cok",
    "/iliskiler?devlet=TUR",
    "/anlasmalar?devlet=CHL",
    "/celiskiler?tur=title",
    "/kisi/{person}",
    *(f"/kisi/{{person}}?sekme={tab}" for tab in ("sozler", "hakkinda", "olaylar", "gorevler", "muhataplar")),
    "/kisi/{person}?sekme=muhataplar&ile=TUR",
    "/devlet/TUR",
    *(f"/devlet/TUR?sekme={tab}" for tab in ("sozler", "olaylar", "iliskiler", "kisiler", "anlasmalar")),
    "/devlet/TUR?sekme=olaylar&olay=CONSULT",
    "/devlet/CYP:KKTC",
    "/kurum/{organization}",
    "/topluluk/{group}",
    "/iliski/{pair}",
    *(f"/iliski/{{pair}}?sekme={tab}" for tab in ("sozler", "olaylar", "gorusmeler", "anlasmalar")),
    "/iliski/{pair}?ay=2025&olay=CONSULT&tur=1",
    "/iliski/AZE-CYP:KKTC",
    "/anlasma/{agreement}",
    "/haber-kumesi/{story}",
    "/celiski/{contradiction}",
    "/celiski/{title}",
    "/gazete/Somun%20Postas%C4%B1",
    "/gazete/%C3%96b%C3%BCr%2FGazete",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_stands_in_both_languages_and_in_all_forms(told, path):
    path = path.format(**told.ids)
    told.page(path)
    told.page(f"/en{path}")
    address, mark, query = path.partition("?")
    whole = told.client.get(f"{address}.json{mark}{query}").json()
    lines = [json.loads(line) for line in told.page(f"{address}.jsonl{mark}{query}").splitlines()]
    rows = list(csv.DictReader(io.StringIO(told.page(f"{address}.csv{mark}{query}"))))
    assert len(lines) == len(rows) == sum(len(found) for name, found in whole.items() if name != "head")


@pytest.mark.parametrize("path", PAGES)
def test_every_letter_that_a_page_points_at_has_its_address_in_the_article(told, path):
    page = told.page(path.format(**told.ids))
    for article, anchor in set(re.findall(r'href="(/makale/\w+)#(c\d+-\d+)"', page)):
        assert f'id="{anchor}"' in told.page(article), f"{article}#{anchor}"


@pytest.mark.parametrize(
    "path",
    [
        "/kisi/yok",
        "/kisi/TUR",
        "/devlet/XXX",
        "/devlet/TUR?sekme=gorevler",
        "/kisi/{person}?sekme=iliskiler",
        "/iliski/TUR",
        "/iliski/TUR-TUR",
        "/iliski/TUR-XXX",
        "/anlasma/yok",
        "/haber-kumesi/yok",
        "/haber-kumesi/{story}?karsi=yok",
        "/celiski/yok",
        "/gazete/Yok",
    ],
)
def test_what_the_book_does_not_hold_is_missing(told, path):
    assert told.client.get(path.format(**told.ids)).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/kisi/{person}?sekme=sozler&once=dün",
        "/devlet/TUR?sekme=olaylar&olay=YOK",
        "/iliski/{pair}?ay=2025-13",
        "/iliski/{pair}?tur=9",
        "/kisiler?harf=ß",
        "/kisiler?sira=cok&sonra=x",
        "/celiskiler?tur=yok",
        "/celiskiler?once=1",
    ],
)
def test_what_is_asked_wrongly_is_refused(told, path):
    assert told.client.get(path.format(**told.ids)).status_code == 400


def test_the_page_of_a_person_has_the_offices_with_the_letters_that_give_them(told):
    page = told.page(f"/kisi/{told.ids['holder']}")
    assert '<rect class="seen' in page
    assert re.search(r'<td><a href="/makale/[\w-]+#c\d+-\d+">\d+ \w+ \d{4}</a></td>', page)


def test_states_of_one_code_have_pages_of_their_own_that_know_each_other(told):
    assert "KKTC" in told.page("/devlet/CYP:KKTC")
    assert 'href="/devlet/CYP:KKTC"' in told.page("/devlet/CYP")
    assert 'href="/devlet/CYP"' in told.page("/devlet/CYP:KKTC")


def test_two_states_are_seen_from_either_side(told):
    one, other = told.ids["pair"].split("-")
    here, there = (told.client.get(f"/iliski/{pair}.json").json() for pair in (f"{one}-{other}", f"{other}-{one}"))
    assert here["sol"] == there["sag"]
    assert {row["id"] for row in here["olaylar"]} == {row["id"] for row in there["olaylar"]}


def test_lists_are_turned_row_by_row_and_no_row_comes_twice(told):
    seen, path = [], "/devlet/TUR?sekme=olaylar"
    while path:
        address, _, query = path.partition("?")
        seen += [row["id"] for row in told.client.get(f"{address}.json?{query}").json()["olaylar"]]
        found = re.search(r'rel="next" href="([^"]+)"', told.page(path))
        path = found[1].replace("&amp;", "&") if found else None
    assert len(seen) == len(set(seen)) > 0


def test_a_contradiction_has_a_column_per_article_and_one_mark_per_value(told):
    page = told.page(f"/celiski/{told.ids['contradiction']}")
    assert page.count('<th scope="col">') == 2
    assert [page.count(f'<td class="mark{mark}"') for mark in "ABC"] == [1, 1, 0]
    assert page.count('<li class="tells') == 2


def test_a_story_is_compared_word_by_word(told):
    page = told.page(f"/haber-kumesi/{told.ids['story']}")
    assert 'id="karsilastirma"' in page
    assert "Öbür/Gazete" in page
    assert 'href="/gazete/' not in page or "%2F" in page


def test_only_differing_words_are_marked():
    one = {"text": "Başlık\nKazada 12 kişi öldü.", "body": 7}
    other = {"text": "Kazada 15 kişi öldü", "body": 0}
    first, second = compare(one, other)
    assert [run.text for run in first if run.own] == ["12"]
    assert [run.text for run in second if run.own] == ["15"]


def test_words_said_over_and_over_are_compared_in_time():
    texts = ("ve " * 1300, "ve bu " * 700)
    first, _ = compare(*({"text": text, "body": 0} for text in texts))
    assert "".join(run.text for run in first)


@pytest.mark.parametrize(
    ("letter", "names", "others"),
    [
        ("C", ["c", "cz"], ["c~a", "b", "d"]),
        ("Ç", ["c~", "c~z"], ["cz", "d"]),
        ("I", ["h~a"], ["hz", "i"]),
        ("Z", ["z"], ["y"]),
    ],
)
def test_a_letter_holds_its_names_and_no_others(letter, names, others):
    low, high = between(letter)
    assert all(low <= name < high for name in names)
    assert not any(low <= name < high for name in others)


def test_people_are_sorted_by_the_turkish_alphabet(told):
    names = [row["name"] for row in told.client.get("/kisiler.json").json()["person"]]
    plain = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
    assert len(names) > 20
    firsts = [plain.index(name[0].replace("I", "ı").replace("İ", "i").lower()) for name in names if name[0].isascii()]
    assert firsts == sorted(firsts)


def test_bars_stand_for_months_and_for_years_where_months_are_many():
    chart = stacked({"2025-01": {1: 2}, "2025-03": {4: 1}, "": {1: 5}}, {"2025-03": {1: 1}})
    assert [bar.period for bar in chart.bars] == ["2025-01", "2025-02", "2025-03"]
    assert [bar.counts for bar in chart.bars] == [(2, 0), (0, 0), (1, 1)]
    assert (chart.undated, chart.kinds) == (5, [1, 4])
    assert stacked({"2015-01": {0: 1}, "2025-03": {0: 1}}).bars[0].period == "2015"
    long_ago = stacked({"1850-01": {0: 3}, "2025-03": {0: 1}})
    assert (len(long_ago.bars), long_ago.older) == (60, 3)
    assert stacked({"": {1: 1}}) is None


def test_a_term_is_drawn_from_its_first_to_its_last_day_beside_what_the_register_knows():
    term = {"known_from": "2020", "known_until": None, "first_day": "2021-01-01", "last_day": "2021-12-31"}
    lines = office_lines([term, {**term, "known_from": None, "first_day": None}])
    assert [(one.known, one.open) for one in lines.lines[0].stretches] == [(True, True), (False, False)]
    assert len(lines.lines) == 1
    assert office_lines([]) is None
    day = {**term, "known_from": None, "known_until": None, "first_day": "2025-03-18", "last_day": "2025-03-18"}
    assert office_lines([day]) is None
    assert office_lines([{**day, "known_from": "2024-06-05"}]) is not None


@pytest.mark.parametrize("path", ["/kisiler", "/gazeteler", "/celiskiler", "/celiski/d2"])
def test_names_made_of_script_tags_stay_text(tmp_path, path):
    book = tmp_path / "kayit.db"
    reading = next(iter(accepted()))
    with Record.open(book, write=True) as record, record.writing():
        record.add(reading, MARK, Intake(outlet=BAD))
    with Record.open(book, write=True) as record:
        conclude(record)
        with record.writing():
            record.connection.execute("UPDATE entities SET name = ?", (BAD,))
            record.connection.execute(
                "INSERT INTO contradictions VALUES ('d2', 'who', NULL, NULL, '', ?, '[]')", (BAD,)
            )
    page = TestClient(room(book), base_url=HERE).get(path).text
    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_state_that_shares_its_code_has_pairs_of_its_own(told):
    pair = told.client.get("/iliski/AZE-CYP:KKTC.json").json()
    assert [(row["event"], row["forth"]) for row in pair["olaylar"]] == [("CONSULT", 2)]
    (row,) = told.client.get("/iliskiler.json?devlet=CYP:KKTC").json()["iliskiler"]
    assert (row["one"], row["other"], row["events"]) == ("AZE", "CYP:KKTC", 1)
    assert [row["other"] for row in told.client.get("/ag.json?kim=CYP:KKTC").json()] == ["CYP:KKTC"]


def test_the_years_of_an_office_are_told_in_words(told):
    page = told.page("/celiskiler?tur=title")
    assert " tarihinden beri)</a>" in page
    assert "/..)" not in page
    assert "/..)" not in told.page(f"/celiski/{told.ids['title']}")
