"""Measure where sentences end: ``python -m bench.sentences FILE … [--part PART] [--misses]`` prints JSON for each file.

In:  a ``.conllu`` file or a text file of one sentence a line, both joined with blanks into running text, twenty to a
     text; or a ``.jsonl`` file of real texts, ``{"text": …, "ends": […], "inner": […]}``, whose lines stay as they are.
     An end is the offset behind the last letter of a sentence; ``inner`` are the ends between the sentences of a
     quotation that is only a part of its sentence.
Out: precision, recall and F1 of the ends, the last of each text left out, since nobody can miss it; how many quotations
     a false end has cut in two.

``--part`` takes one part of the texts: ``dev`` (two thirds) to look at, ``held-out`` (the rest) to report. What is in
which depends on the text alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.counts import Found
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.record.doc import Article, Doc
from vakanuvis.text.printed import printed_sentences
from vakanuvis.text.segment import split_sentences

TOGETHER = 20  # sentences of a text; more would let one lost quotation mark spoil what no newspaper prints in a row
PARTS = ("all", "dev", "held-out")
_HELD_OUT = 3  # one in so many


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the ends of its sentences; ``inner`` those inside quotations."""

    text: str
    ends: frozenset[int]
    inner: frozenset[int] = frozenset()


def read_labelled(path: Path) -> list[Labelled]:
    """The texts of a file, see above."""
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        return [Labelled(row["text"], frozenset(row["ends"]), frozenset(row.get("inner", ()))) for row in rows]
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    if path.suffix == ".conllu":
        lines = [line.partition("=")[2] for line in lines if line.startswith("# text =")]
    sentences = [" ".join(line.split()) for line in lines if line.strip()]
    return [joined(sentences[at : at + TOGETHER]) for at in range(0, len(sentences), TOGETHER)]


def joined(sentences: Iterable[str]) -> Labelled:
    """Sentences in a row as one text."""
    text, ends = "", []
    for sentence in sentences:
        text += (" " if text else "") + sentence
        ends.append(len(text))
    return Labelled(text, frozenset(ends))


def in_part(labelled: Labelled, part: str) -> bool:
    """True if the text belongs to the part."""
    digest = hashlib.sha256(labelled.text.encode()).digest()
    return part == "all" or (digest[0] % _HELD_OUT == 0) == (part == "held-out")


def measure(texts: Sequence[Labelled], lexicon: TokenLexicon, *, show: bool = False) -> dict[str, float]:
    """All figures; with ``show`` every wrong place goes to standard error."""
    ends, inner = Found(), Found()
    quotations = cut = letters = 0
    began = time.process_time()
    docs = [split_sentences(Doc(Article("bench", each.text), each.text), lexicon) for each in texts]
    spent = time.process_time() - began
    for each, doc in zip(texts, docs, strict=True):
        last = len(each.text.rstrip())
        own = {sentence[-1].end for sentence in printed_sentences(doc)} - {last}
        wanted = each.ends - {last}
        ends.add(len(own & wanted), len(own), len(wanted))
        letters += len(each.text)
        false = own - wanted
        quotations += len(doc.quotations or ())
        cut += sum(any(q.content.start < end < q.content.end for end in false) for q in doc.quotations or ())
        if each.inner:
            inside = set(_between(doc)) - own
            inner.add(len(inside & each.inner), len(inside), len(each.inner))
        if show:
            sys.stderr.writelines(_shown(each.text, false, "+"))
            sys.stderr.writelines(_shown(each.text, wanted - own, "-"))
    return {
        "texts": len(texts),
        "ends": ends.hits + ends.missed,
        **_figures(ends),
        **{f"inner {name}": figure for name, figure in _figures(inner).items() if inner.hits + inner.missed},
        "quotations": quotations,
        "quotations cut": cut,
        "letters a second": round(letters / max(spent, 1e-9)),
    }


def _between(doc: Doc) -> Iterator[int]:
    """Where one sentence of a quotation ends and another follows."""
    for quotation in doc.quotations or ():
        ends = [sentence.span.end for sentence in doc.sentences or () if sentence.quotation == quotation.index]
        yield from ends[:-1]


def _figures(found: Found) -> dict[str, float]:
    return {
        "precision": round(100 * found.precision, 2),
        "recall": round(100 * found.recall, 2),
        "F1": round(100 * found.figure, 2),
    }


def _shown(text: str, places: Iterable[int], sign: str) -> list[str]:
    line = text.replace("\n", "⏎")
    return [f"{sign} {line[max(0, at - 60) : at]}⏹{line[at : at + 40]}\n" for at in sorted(places)]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.sentences", description="Measure where sentences end.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--part", choices=PARTS, default="all")
    parser.add_argument("--misses", action="store_true", help="show every wrong place")
    chosen = parser.parse_args(arguments)
    lexicon = TokenLexicon.read(lexicon_folder())
    found = {}
    for path in chosen.files:
        texts = [each for each in read_labelled(path) if in_part(each, chosen.part)]
        found[path.name] = measure(texts, lexicon, show=chosen.misses)
    print(json.dumps(found, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
