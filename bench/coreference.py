"""Who is meant: right, wrong and unanswered, by kind of reference.

In:  ``bench/gold/coreference/*.yaml``: short articles, and words in them with the actors that they mean.
Out: a table for each half: ``python -m bench.coreference``; with ``--misses`` the cases that went wrong.

An answer is an actor with a mention on the last of the words. One whom nothing else in the article shows
is the words themselves over again: an answer only where the words are all that the article tells of him.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bench.newspaper import ROOT
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article, Doc
from vakanuvis.record.people import Actor
from vakanuvis.record.span import Span

GOLD = ROOT / "bench" / "gold" / "coreference"
HALVES = ("dev", "held-out")
OUTCOMES = ("right", "wrong", "unanswered")


@dataclass(frozen=True, slots=True)
class Case:
    """Words in an article, the kind of reference, and whom they mean: any of ``wanted``; empty for nobody."""

    words: Span
    kind: str
    wanted: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Exam:
    """An article with its cases."""

    name: str
    half: str
    text: str
    cases: tuple[Case, ...]


@dataclass
class Outcomes:
    """How often each outcome came, by half and kind, and the cases that were not right."""

    counts: dict[tuple[str, str], dict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: dict.fromkeys(OUTCOMES, 0))
    )
    misses: list[tuple[str, ...]] = field(default_factory=list)

    def share(self, half: str, outcome: str = "right") -> float:
        """The share of one outcome in a half."""
        rows = [row for (one, _), row in self.counts.items() if one == half]
        cases = sum(sum(row.values()) for row in rows)
        return sum(row[outcome] for row in rows) / cases if cases else 0.0


def read_exams(folder: Path = GOLD) -> Iterator[Exam]:
    """Every article of the folder. Raises ValueError where words do not stand in their sentence."""
    for file in sorted(folder.glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            sentences = entry["text"]
            cases = tuple(_case(sentences, case) for case in entry["cases"])
            text = _text(sentences, entry.get("paragraphs", ()))
            yield Exam(entry["article"], entry["half"], text, cases)


def _text(sentences: list[str], paragraphs: Iterable[int]) -> str:
    """The sentences of an article; behind the ones with these numbers a paragraph ends."""
    ends = set(paragraphs)
    return "".join(
        sentence + ("\n" if number in ends else " ") for number, sentence in enumerate(sentences, start=1)
    ).rstrip()


def _case(sentences: list[str], case: dict[str, Any]) -> Case:
    number, words = case["in"] - 1, case["words"]
    start = sum(len(sentence) + 1 for sentence in sentences[:number]) + sentences[number].index(words)
    wanted = tuple(frozenset(names) for names in (case["who"], *case.get("or", ())))
    return Case(Span(start, start + len(words)), case["kind"], wanted)


def answer(doc: Doc, case: Case) -> tuple[Actor, ...]:
    """The actors that the words are a mention or a title of; of several, one in the other, the longest counts.

    What reaches beyond the words is about somebody else: `Bakan'ın avukatı`.
    """
    last = case.words.end - len(doc.letters(case.words).split()[-1])
    places = [(found.span, actor) for actor in doc.actors or () for found in (*actor.mentions, *actor.titles)]
    found = list(
        dict.fromkeys((span, actor) for span, actor in places if span.start <= last < span.end <= case.words.end)
    )
    longest = max((len(span) for span, _ in found), default=0)
    return tuple(actor for span, actor in found if len(span) == longest)


def outcome(doc: Doc, case: Case) -> str:
    """``right``, ``wrong`` or ``unanswered``."""
    found = answer(doc, case)
    meant = [actor for actor in found if not _is_only(actor, case)]
    if not meant and frozenset() in case.wanted:
        return "right"
    if any(_are(doc, meant or found, names) for names in case.wanted):
        return "right"
    return "wrong" if meant else "unanswered"


def _is_only(actor: Actor, case: Case) -> bool:
    return all(mention.span.overlaps(case.words) for mention in actor.mentions)


def _are(doc: Doc, actors: Iterable[Actor], names: frozenset[str]) -> bool:
    left = set(names)
    for actor in actors:
        known = {actor.name, *(doc.letters(mention.span) for mention in actor.mentions)} & left
        if not known:
            return False
        left -= known
    return not left


def measure(exams: Iterable[Exam], reader: Reader) -> Outcomes:
    """Read every article and count."""
    outcomes = Outcomes()
    for exam in exams:
        doc = reader.read(Article(id=exam.name, text=exam.text))
        for case in exam.cases:
            came = outcome(doc, case)
            outcomes.counts[exam.half, case.kind][came] += 1
            if came != "right":
                said = ", ".join(actor.name for actor in answer(doc, case)) or "—"
                words = doc.letters(case.words)
                wanted = " / ".join(", ".join(sorted(names)) or "—" for names in case.wanted)
                outcomes.misses.append(
                    (exam.half, exam.name, case.kind, came, words, f"wanted {wanted}", f"found {said}")
                )
    return outcomes


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.coreference", description="Score who is meant.")
    parser.add_argument("--misses", choices=HALVES, help="also the cases of this half that were not right")
    options = parser.parse_args(arguments)
    outcomes = measure(read_exams(), Reader())
    for half in HALVES:
        print(f"{half}\n   {'':14}" + "".join(f"{name:>12}" for name in OUTCOMES))
        for (one, kind), row in sorted(outcomes.counts.items()):
            if one == half:
                print(f"   {kind:14}" + "".join(f"{row[name]:12}" for name in OUTCOMES))
        print(f"   {'share':14}" + "".join(f"{outcomes.share(half, name):12.3f}" for name in OUTCOMES))
    for miss in outcomes.misses:
        if miss[0] == options.misses:
            print(*miss, sep=" | ")


if __name__ == "__main__":
    main()
