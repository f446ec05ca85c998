"""The same story told twice: what is one story, how the one came from the other, and what hangs together."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys

import pytest

from vakanuvis.resolve.near_duplicates import Relation, Story, days_between, relation
from vakanuvis.resolve.signatures import signature
from vakanuvis.resolve.story_clusters import clusters

BRIDGE = """Zembara'nın Rufa ırmağı üzerindeki asma köprünün çökmesi sonucu 17 kişi öldü.

Zandu Valisi Peter Mwale, köprünün bayram kalabalığının ağırlığını taşıyamadığını söyledi.
Dalgıçlar kayıp 8 kişiyi arıyor.

1974'te yapılan köprünün üç yıldır onarım beklediği belirtiliyor."""
"""(17 died when the bridge over the Rufa collapsed; the governor says it could not bear the holiday crowd …)"""


def story(text: str, name: str = "a", published: str | None = "2031-09-24", title: str = "Köprü çöktü") -> Story:
    return Story(name, title, text, published, "Ufuk", signature(text))


def kind(one: Story, other: Story) -> str | None:
    found = relation(one, other)
    return found.kind if found else None


def test_a_credit_line_and_other_marks_make_a_copy():
    assert kind(story(BRIDGE), story("ZANDU (AA) - " + BRIDGE.replace("'", "’"), "b")) == "copy"


def test_a_copy_that_begins_with_scraps_is_known_again():
    scraps = "Rufa.\nZandu\n" + BRIDGE
    assert kind(story(scraps), story("ZANDU (AA) - " + scraps, "b")) == "copy"


def test_without_a_day_only_a_copy_is_the_same_story():
    grown = BRIDGE.replace("17 kişi öldü", "21 kişi öldü")
    assert kind(story(BRIDGE, published=None), story(BRIDGE + " (AA)", "b")) == "copy"
    assert kind(story(BRIDGE, published=None), story(grown, "b")) is None


def test_the_order_of_asking_does_not_matter():
    one, other = story(BRIDGE), story("ZANDU (AA) - " + BRIDGE, "b", "2031-09-25")
    assert relation(one, other) == relation(other, one)


def test_a_story_is_not_related_to_itself():
    assert relation(story(BRIDGE), story(BRIDGE)) is None


def test_a_grown_toll_on_the_next_day_is_an_update():
    later = story(BRIDGE.replace("17 kişi öldü", "21 kişi öldü").replace("8 kişiyi", "9 kişiyi"), "b", "2031-09-25")
    assert kind(story(BRIDGE), later) == "update"


def test_the_same_mould_in_another_place_is_another_event():
    other = BRIDGE.replace("Zembara", "Tarhunya").replace("Rufa", "Karasu").replace("Zandu", "Melik")
    other = other.replace("Peter Mwale", "Tarık Sabri").replace("17", "5").replace("1974", "1988")
    assert kind(story(BRIDGE), story(other, "b")) is None


def test_the_same_mould_a_year_later_is_another_event():
    assert kind(story(BRIDGE), story(BRIDGE.replace("17", "23"), "b", "2032-09-24")) is None


def test_a_shared_last_paragraph_does_not_join_two_stories():
    other = """Zembara Meclisi, ülkedeki köprülerin durumunu görüşmek için olağanüstü toplandı.

Bayındırlık Bakanı Rose Phiri, 40 köprünün denetleneceğini açıkladı.

1974'te yapılan köprünün üç yıldır onarım beklediği belirtiliyor."""  # (The parliament met about the bridges …)
    assert kind(story(BRIDGE), story(other, "b", "2031-09-26")) is None


def test_a_headline_by_habit_does_not_join_two_stories():
    one = story("Cumhurbaşkanı Harel yeni hattı açtı. Öğretmenler Kervan'da iş bıraktı.", title="Günün haberleri")
    other = story("Balıkçılar Akyar'da limanı kapattı. Karsova seçime gidiyor.", "b", title="Günün haberleri")
    assert kind(one, other) is None


def test_a_headline_before_the_text_is_no_part_of_it():
    assert kind(story(BRIDGE), story("Köprü çöktü\n\n" + BRIDGE, "b")) == "copy"
    assert story("Köprü çöktü\n\n" + BRIDGE).body.strip() == BRIDGE


@pytest.mark.parametrize("text", ["", "…", "\n\n", "²"])
def test_a_text_without_words_is_like_nothing(text):
    assert signature(text).bands == ()
    assert relation(story(text), story(text, "b")) is None


def test_odd_digits_are_read_or_left_alone():
    odd = "Köprü 40 m² büyüdü, ٣ kişi ve 1.2,3,4 ton yük taşıdı, 1.840.000,50 lira tuttu, bitti."
    assert kind(story(odd), story(odd, "b")) == "copy"


def test_very_short_texts_must_be_the_same_word_for_word():
    assert kind(story("Tepelispor kupada tur atladı."), story("Tepelispor kupada tur atladı!", "b")) == "copy"
    assert kind(story("Tepelispor kupada tur atladı."), story("Tepelispor kupada turu geçti.", "b")) is None


def test_a_relation_tells_its_rule_and_what_was_measured():
    found = relation(story(BRIDGE), story("ZANDU (AA) - " + BRIDGE, "b"))
    assert found is not None
    assert found.because[0] == "story-copy"
    assert all(":" in measured for measured in found.because[1:])
    assert 0.9 <= found.similarity <= 1


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2031-09-24", "2031-09-24", 0),
        ("2031-09-24", "2031-10-01", 7),
        ("2031-10-01", "2031-09-24", 7),
        ("2031-09", "2031-10-03", 3),
        ("2031-09", "2031-09-24", 0),
        ("2030", "2031-01-02", 2),
        ("2031-12-30", "2032", 2),
        (None, "2031-09-24", None),
        ("dün", "2031-09-24", None),
    ],
)
def test_days_between_dates_are_the_fewest_that_can_be(one, other, days):
    assert days_between(one, other) == days


# ---- signatures ----


def test_bands_fit_an_integer_column_and_are_sorted():
    bands = signature(BRIDGE).bands
    assert len(bands) == 32
    assert list(bands) == sorted(set(bands))
    assert all(0 <= band < 2**63 for band in bands)
    assert len(signature(BRIDGE).minhash) == 240


def test_a_signature_is_the_same_in_every_process():
    asked = "from vakanuvis.resolve.signatures import signature; print(signature('Köprü dün çöktü, 17 kişi öldü.'))"
    told = {
        subprocess.run(
            [sys.executable, "-c", asked], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert told == {str(signature("Köprü dün çöktü, 17 kişi öldü."))}
    assert signature("Köprü dün çöktü, 17 kişi öldü.").bands[0] == FIRST_BAND


FIRST_BAND = 67395643964651592
"""Written down so that a change of hashing, which makes every stored band useless, does not go unseen."""


# ---- clusters ----


def tie(one: str, other: str, words: tuple[int, int]) -> Relation:
    return Relation(one, other, "rewrite", 0.7, words, ("story-rewrite",))


def test_a_chain_does_not_reach_beyond_the_fullest():
    chain = [tie("a", "b", (100, 80)), tie("b", "c", (80, 60)), tie("c", "d", (60, 50))]
    assert [cluster.articles for cluster in clusters(chain)] == [("a", "b"), ("c", "d")]


def test_the_fullest_stands_first_and_every_relation_is_to_it():
    (cluster,) = clusters([tie("a", "b", (80, 100)), tie("b", "c", (100, 60)), tie("a", "c", (80, 60))])
    assert cluster.fullest == "b"
    assert cluster.articles == ("b", "a", "c")
    assert [{relation.one, relation.other} for relation in cluster.relations] == [{"a", "b"}, {"b", "c"}]


def test_clusters_do_not_depend_on_the_order_of_the_relations():
    lengths = dict(zip("abcdef", (90, 90, 70, 60, 50, 40), strict=True))
    related = [pair for pair in itertools.combinations("abcdef", 2) if pair not in (("a", "f"), ("b", "c"))]
    ties = [tie(one, other, (lengths[one], lengths[other])) for one, other in related]
    wanted = clusters(ties)
    for seed in range(20):
        random.Random(seed).shuffle(ties)
        assert clusters(ties) == wanted


def test_no_relations_make_no_clusters():
    assert clusters(()) == ()
