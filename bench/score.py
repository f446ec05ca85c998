"""Score readings against the gold. The standard library and the library's own letters, nothing else.

    python -m bench.score            a table of scores on the newspaper, one on the attribution gold
    python -m bench.score --json     the same as one JSON object
    python -m bench.score --misses   what was missed and what was too much, with its words

In:  gold and readings under the same keys (``bench/gold/README.md``, format 1 of the contract).
Out: counts behind every figure: hits, extra, missed, or right of all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from bench.attribution import attribution_articles, attribution_gold
from bench.counts import Scores
from bench.event_score import score_events
from bench.matching import best_pairs
from bench.newspaper import articles, place, read_gold
from vakanuvis.text import letters

Gold = Mapping[str, Any]
Reading = Mapping[str, Any]
Places = set[int]

_STEM = 4  # letters from which on `Bakan` and `Bakanı` are one word


def score(gold: Mapping[str, Gold], readings: Mapping[str, Reading]) -> Scores:
    """Score all articles of the gold. Each must have its reading; events count where the gold lists them."""
    scores = Scores()
    for key, wanted in gold.items():
        reading = readings[key]
        _people(scores, key, wanted, reading)
        _statements(scores, key, wanted, reading)
        if "events" in wanted:
            score_events(scores, key, wanted, reading)
    return scores


# People and titles


def _people(scores: Scores, key: str, wanted: Gold, reading: Reading) -> None:
    people, found = wanted["people"], [actor for actor in reading["actors"] if actor["kind"] == "person"]
    fits = [[_name_fit(person, actor["name"]) for actor in found] for person in people]
    pairs = best_pairs(fits)
    scores.found["people"].add(len(pairs), len(found), len(people))
    for index in {*range(len(people))} - {row for row, _ in pairs}:
        scores.miss(key, "person missed", people[index]["name"])
    for index in {*range(len(found))} - {column for _, column in pairs}:
        scores.miss(key, "person extra", found[index]["name"])
    bearer = dict(pairs)
    for index, person in enumerate(people):
        actor = found[bearer[index]] if index in bearer else {"titles": []}
        if index in bearer and person["country"]:
            scores.right["person_country"].add(actor["country"] == person["country"])
        _titles(scores, key, person, actor)


def _titles(scores: Scores, key: str, person: Gold, actor: Mapping[str, Any]) -> None:
    wanted = sorted({(letters.bare(title["title"]), title["former"]) for title in person["titles"]})
    found = sorted({(letters.bare(title["office"]), title["former"]) for title in actor["titles"]})
    fits = [[_title_fit(want, have) for have in found] for want in wanted]
    pairs = best_pairs(fits)
    # `Büyükelçi` beside `Lima Büyükelçisi` is a second printing of one office, nothing too much.
    again = {column for column in range(len(found)) if any(row[column] for row in fits)} - {c for _, c in pairs}
    scores.found["titles"].add(len(pairs), len(found) - len(again), len(wanted))
    for index in {*range(len(wanted))} - {row for row, _ in pairs}:
        scores.miss(key, "title missed", f"{person['name']}: {wanted[index][0]}")
    for index in {*range(len(found))} - {column for _, column in pairs} - again:
        scores.miss(key, "title extra", f"{person['name']}: {found[index][0]}")


def _title_fit(want: tuple[str, bool], have: tuple[str, bool]) -> float:
    """2 for the same words, 1 where one title holds the other; 0 for another or an ``eski`` lost."""
    if want[1] != have[1]:
        return 0
    one, other = want[0].split(), have[0].split()
    if len(one) > len(other):
        one, other = other, one
    held = sum(any(_same_word(word, its) for its in other) for word in one)
    return 0 if held < len(one) or not one else 2 if len(one) == len(other) else 1


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _STEM and long.startswith(short))


def _name_fit(person: Gold, name: str) -> float:
    """2 for the name itself or a printed form of it, 1 where all its words are among the person's."""
    have = _name_words(name)
    if any(have == _name_words(form) for form in (person["name"], *person["forms"])):
        return 2
    return 1 if have and set(have) <= set(_name_words(person["name"])) else 0


def _name_words(name: str) -> list[str]:
    return re.findall(r"\w+", letters.bare(re.sub(r"['’‘`´]\w*", "", name)))


# Statements


def _statements(scores: Scores, key: str, wanted: Gold, reading: Reading) -> None:
    text = reading["article"]["text"]
    gold, found = wanted["statements"], reading["statements"]
    gold_places = [_letters_at(place(text, quoted) for quoted in statement["content"]) for statement in gold]
    found_places = [_letters_at((span["start"], span["end"]) for span in each["content"]) for each in found]
    overlaps = [[_jaccard(one, other) for other in found_places] for one in gold_places]
    pairs = best_pairs(overlaps)
    must = {index for index, statement in enumerate(gold) if statement["repeats"] is None}
    for name, cut, is_direct in (("direct@.8", 0.8, True), ("reported@.5", 0.5, False)):
        good = [(row, column) for row, column in pairs if overlaps[row][column] >= cut]
        wants = {row for row in must if (gold[row]["kind"] == "direct") == is_direct}
        haves = {column for column, each in enumerate(found) if (each["kind"] == "direct") == is_direct}
        haves -= {column for row, column in good if row not in must}
        hits = sum(row in wants and column in haves for row, column in good)
        # A hit under the other kind is right about the words: it is counted where the gold has it.
        crossed = sum(row in wants and column not in haves for row, column in good)
        taken = sum(row in must - wants and column in haves for row, column in good)
        scores.found[name].add(hits + crossed, len(haves) + crossed - taken, len(wants))
    good = [(row, column) for row, column in pairs if overlaps[row][column] >= 0.5]
    right: set[int] = set()
    names = {actor["id"]: actor["name"] for actor in reading["actors"]}
    for row, column in good:
        if row in must:
            who = names.get(found[column]["speaker"])
            forms = (gold[row]["speaker"], *gold[row].get("speaker_forms", ()))
            is_right = any(_same_speaker(form, who, wanted["people"]) for form in forms)
            scores.right["speaker"].add(is_right)
            right |= {row} if is_right else set()
            if not is_right:
                scores.miss(key, "speaker", f"{gold[row]['speaker']} ≠ {who}: {gold[row]['content'][0]['text']}")
    optional = sum(row not in must for row, _ in good)
    scores.found["attributed"].add(len(right), len(found) - optional, len(must))
    for row in must:
        for construction in gold[row].get("constructions", ()):
            scores.constructions[construction].add(row in right)
    for row in must - {row for row, _ in good}:
        scores.miss(key, f"{gold[row]['kind']} missed", gold[row]["content"][0]["text"])
    for column in {*range(len(found))} - {column for _, column in good}:
        span = found[column]["content"][0] if found[column]["content"] else {"start": 0, "end": 0}
        scores.miss(key, f"{found[column]['kind']} extra", text[span["start"] : span["end"]])


def _letters_at(spans: Iterable[tuple[int, int]]) -> Places:
    return {at for start, end in spans for at in range(start, end)}


def _jaccard(one: Places, other: Places) -> float:
    return len(one & other) / len(one | other) if one & other else 0.0


def _same_speaker(wanted: str | None, found: str | None, people: Iterable[Gold]) -> bool:
    if wanted is None or found is None:
        return wanted is found
    person = next((person for person in people if person["name"] == wanted), None)
    if person is not None:
        return _name_fit(person, found) > 0
    one, other = sorted((_name_words(wanted), _name_words(found)), key=len)
    return bool(one) and set(one) <= set(other)


def newspaper_scores() -> Scores:
    """Read the newspaper as the library does, and score it."""
    from vakanuvis.export.contract import reading_of  # noqa: PLC0415  # scoring others' readings needs no reader
    from vakanuvis.pipeline import Reader  # noqa: PLC0415

    reader = Reader()
    return score(read_gold(), {key: reading_of(reader.read(article)) for key, article in articles()})


def attribution_scores() -> Scores:
    """Read the articles of the attribution gold as the library does, and score them."""
    from vakanuvis.export.contract import reading_of  # noqa: PLC0415
    from vakanuvis.pipeline import Reader  # noqa: PLC0415

    reader = Reader()
    return score(attribution_gold(), {key: reading_of(reader.read(article)) for key, article in attribution_articles()})


def main(arguments: list[str] | None = None) -> None:
    """Print the scores of the newspaper and of the attribution gold."""
    parser = argparse.ArgumentParser(prog="python -m bench.score", description="Score the reader against the gold.")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--misses", action="store_true", help="what went wrong, with its words")
    options = parser.parse_args(arguments)
    newspaper, attribution = newspaper_scores(), attribution_scores()
    if options.json:
        figures = newspaper.figures() | {"attribution": attribution.figures()}
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return
    print("newspaper")
    _print(newspaper, misses=options.misses)
    print("\nattribution")
    _print(attribution, misses=options.misses)


def _print(scores: Scores, *, misses: bool) -> None:
    for name, count in scores.found.items():
        hits = f"{count.hits} hits, {count.extra} extra, {count.missed} missed"
        print(f"{name:32} F1 {count.figure:.3f}  P {count.precision:.3f}  R {count.recall:.3f}  ({hits})")
    for name, share in scores.right.items():
        print(f"{name:32}    {share.figure:.3f}  ({share.right} of {share.of})")
    if scores.sentences:
        print(f"{'event_type_macro':32} F1 {scores.macro:.3f}")
        print(f"{'extra_events_per_100_sentences':32} {scores.extra_per_100_sentences:6.1f}")
    for name, count in sorted(scores.types.items()):
        print(f"   {name:29} F1 {count.figure:.3f}  ({count.hits} hits, {count.extra} extra, {count.missed} missed)")
    if scores.constructions:
        print("demanded statements found with their speaker, by construction")
    for name, share in sorted(scores.constructions.items()):
        print(f"   {name:29}    {share.figure:.3f}  ({share.right} of {share.of})")
    if misses:
        for miss in scores.misses:
            print("  ", *miss, sep=" | ")


if __name__ == "__main__":
    main()
