"""Measure the analyser on a treebank: ``python -m bench.analyser FILE.conllu [--misses KIND]`` prints JSON.

Printed tokens are measured; a multiword token counts as its first word (and not for VerbForm: with
its copula it is finite). ``joint`` is Case, Number and Person[psor]
together, on nouns, names and pronouns that carry a gold Case; a reading without Case counts as nominative.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from training.conllu import Tree, as_dict, printed_tokens, read

from vakanuvis.language.analyser import Analyser
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.record.analysis import Analysis
from vakanuvis.text.letters import folded


class Gold(NamedTuple):
    """A printed token with its gold analysis."""

    form: str
    lemma: str
    upos: str
    feats: dict[str, str]
    initial: bool
    multiword: bool


def tokens(trees: Iterable[Tree]) -> Iterator[Gold]:
    """Printed tokens in order."""
    for tree in trees:
        initial = True
        for printed, words in printed_tokens(tree):
            first = words[0]
            feats, is_multiword = as_dict(first.feats), len(words) > 1
            yield Gold(printed, first.lemma or "_", first.upos or "_", feats, initial, is_multiword)
            initial = initial and not any(letter.isalnum() for letter in first.form)


def joint(feats: Mapping[str, str]) -> tuple[str, ...]:
    """Case, number and person of the possessor."""
    return feats.get("Case", "Nom"), feats.get("Number", "Sing"), feats.get("Person[psor]", "")


def is_lemma(gold: Gold, reading: Analysis) -> bool:
    """True if the lemmas agree but for case and circumflex."""
    return folded(reading.lemma) == folded(gold.lemma)


def measure(trees: Iterable[Tree], show: str = "") -> dict[str, float]:
    """All figures, in percent. ``show`` names the one whose misses go to standard error."""
    began = time.process_time()
    analyser = Analyser.from_lexicon(lexicon_folder())
    loading = time.process_time() - began
    gold = list(tokens(trees))
    began = time.process_time()
    readings = [analyser.analyse(word.form, sentence_initial=word.initial) for word in gold]
    spent = time.process_time() - began
    fresh = Analyser.from_lexicon(lexicon_folder())
    types = sorted({word.form for word in gold})
    fresh.analyse("ısınma")
    began = time.process_time()
    for form in types:
        fresh.analyse(form)
    cold = time.process_time() - began
    words = [(g, r) for g, r in zip(gold, readings, strict=True) if g.upos != "PUNCT"]
    nominals = [(g, r) for g, r in words if g.upos in ("NOUN", "PROPN", "PRON") and "Case" in g.feats]
    marked = [(g, r) for g, r in nominals if g.feats["Case"] != "Nom"]
    verbs = [(g, r) for g, r in words if "VerbForm" in g.feats and not g.multiword]
    cased_verbs = [(g, r) for g, r in verbs if "Case" in g.feats and g.feats["Case"] != "Nom"]
    right = {
        "covered": (words, lambda _, r: bool(r)),
        "known": (words, lambda _, r: r[0].known),
        "lemma": (words, lambda g, r: any(is_lemma(g, x) for x in r)),
        "lemma_or_causative": (words, lambda g, r: any(is_lemma(g, x) for x in r) or _is_causative(g, r)),
        "upos": (words, lambda g, r: any(x.upos == g.upos for x in r)),
        "case": (nominals, lambda g, r: any(joint(dict(x.feats))[0] == g.feats["Case"] for x in r)),
        "marked_case": (marked, lambda g, r: any(joint(dict(x.feats))[0] == g.feats["Case"] for x in r)),
        "joint": (nominals, lambda g, r: any(joint(dict(x.feats)) == joint(g.feats) for x in r)),
        "verb_form": (verbs, lambda g, r: any(x.feats.get("VerbForm") == g.feats["VerbForm"] for x in r)),
        "verb_case_psor": (cased_verbs, lambda g, r: any(joint(dict(x.feats))[::2] == joint(g.feats)[::2] for x in r)),
    }
    result = {}
    for name, (items, test) in right.items():
        misses = [(g, r) for g, r in items if not test(g, r)]
        result[name] = round(100 * (1 - len(misses) / max(1, len(items))), 2)
        if show == name:
            for word, found in misses:
                options = " ; ".join(f"{x.lemma}/{x.upos}/{_short(x)}" for x in found)
                print(f"{word.form}\t{word.lemma}\t{word.upos}\t{word.feats}\t{options}", file=sys.stderr)
    return result | {
        "tokens": len(words),
        "candidates_per_token": round(sum(len(r) for _, r in words) / len(words), 2),
        "loading_s": round(loading, 3),
        "words_per_s_running": round(len(gold) / spent),
        "types_per_s_cold": round(len(types) / cold),
    }


def _is_causative(gold: Gold, readings: tuple[Analysis, ...]) -> bool:
    """The treebank takes causatives apart (bil + Cau); we read those in the dictionary whole (bildir)."""
    return gold.feats.get("Voice", "") in ("Cau", "CauPass", "Rcp", "Rfl") and any(
        folded(x.lemma).startswith(folded(gold.lemma)[:-1]) for x in readings
    )


def _short(reading: Analysis) -> str:
    keep = ("Case", "Number", "Person[psor]", "VerbForm", "Voice", "Mood", "Tense")
    return ",".join(reading.feats[name] for name in keep if name in reading.feats)


if __name__ == "__main__":
    shown = sys.argv[sys.argv.index("--misses") + 1] if "--misses" in sys.argv else ""
    print(json.dumps(measure(read(Path(sys.argv[1])), shown), indent=2))
