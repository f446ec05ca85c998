"""Measure a model: ``python -m training.evaluate FILE [--model FOLDER] [--half 0|1] [--merged] [--alone]`` prints JSON.

A ``.conllu`` file gives two parts. ``gold_tokens``: the scores of tags and trees where tokens and sentences are given,
punctuation included; beside them what the analyser proposes (``bench/analyser.py``), and whose deeds reported
participles tell by analyser and tagger. ``raw_text``: the measures of the CoNLL 2018 shared task on the running text,
read as an article is read. A ``.conll`` file of one token and label a line gives the F1 of entities.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.analyser import joint, measure

from training.conllu import Token, Tree, as_dict, merged, read
from training.corpora import half, held_out, wiki_entities
from training.participles import participles
from training.raw_text import measured
from vakanuvis.language.analyser import Analyser
from vakanuvis.language.tagger import Tagged, Tagger
from vakanuvis.language.traits import WordTraits
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.record.analysis import Analysis
from vakanuvis.text import letters

FEATURES = ("Case", "Number", "Number[psor]", "Person[psor]", "VerbForm", "Polarity", "Voice", "Tense", "Evident")
NOMINALS = ("NOUN", "PROPN", "PRON")
JOINT = ("Case", "Number", "Person[psor]")
Candidates = Callable[[str, bool], Sequence[Analysis]]


def f_score(right: int, found: int, gold: int) -> float:
    """F1 in percent."""
    return round(200 * right / (found + gold), 2) if found + gold else 0.0


def syntax(trees: Sequence[Tree], tagger: Tagger, candidates: Candidates | None = None) -> dict[str, object]:
    """All scores of a treebank."""
    tagger.tag([["."]])  # opens the model, which is not to be timed
    began = time.process_time()
    read_trees = _read(trees, tagger, candidates)
    spent = time.process_time() - began
    pairs = [
        pair for tree, words in zip(trees, read_trees, strict=True) for pair in zip(tree.words, words, strict=True)
    ]
    right = Counter[str]()
    for gold, own in pairs:
        right.update(_right(gold, own))
    nominals = [(as_dict(g.feats), o.feats) for g, o in pairs if g.upos in NOMINALS and "Case=" in (g.feats or "")]
    strict = sum(all(gold.get(name) == own.get(name) for name in JOINT) for gold, own in nominals)
    same = [[left == right for left, right in zip(joint(gold), joint(own), strict=True)] for gold, own in nominals]
    return {
        "sentences": len(trees),
        "words": len(pairs),
        **{name: round(100 * right[name] / len(pairs), 2) for name in ("UPOS", "UFeats", "Lemmas", "UAS", "LAS")},
        "Lemmas, any case": round(100 * right["lemma"] / len(pairs), 2),
        **{f"F {name}": _feature(name, pairs) for name in FEATURES},
        "Case+Number+Person[psor] of nominals": round(100 * strict / max(1, len(nominals)), 2),
        # As the analyser is measured: a nominal that is read as an adjective, without case, stands in the nominative.
        "Case of nominals, none is Nom": round(100 * sum(case for case, *_ in same) / max(1, len(same)), 2),
        "Case+Number+Person[psor] of nominals, none is Nom": round(100 * sum(map(all, same)) / max(1, len(same)), 2),
        "words a second": round(len(pairs) / max(spent, 1e-9)),
    }


def _read(trees: Sequence[Tree], tagger: Tagger, candidates: Candidates | None) -> list[list[Tagged]]:
    """The words of all trees. The analyser proposes for printed tokens; their parts the tagger reads alone."""
    found = tagger.tag([[word.form for word in tree.words] for tree in trees], candidates)
    parted = [at for at, tree in enumerate(trees) if tree.ranges] if candidates else []
    alone = tagger.tag([[word.form for word in trees[at].words] for at in parted])
    for at, words in zip(parted, alone, strict=True):
        for first, last, _ in trees[at].ranges:
            found[at][first : last + 1] = words[first : last + 1]
    return found


def _right(gold: Token, own: Tagged) -> list[str]:
    verdicts = {
        "UPOS": own.upos == gold.upos,
        "UFeats": dict(own.feats) == as_dict(gold.feats),
        "Lemmas": own.lemma == gold.lemma,
        "lemma": letters.lower(own.lemma) == letters.lower(gold.lemma or ""),
        "UAS": own.head == gold.head,
        "LAS": own.head == gold.head and own.deprel == gold.deprel,
    }
    return [name for name, is_right in verdicts.items() if is_right]


def _feature(name: str, pairs: Iterable[tuple[Token, Tagged]]) -> float:
    right = found = gold = 0
    for token, own in pairs:
        wanted, given = as_dict(token.feats).get(name), own.feats.get(name)
        right += wanted is not None and wanted == given
        found += given is not None
        gold += wanted is not None
    return f_score(right, found, gold)


def proposals(trees: Sequence[Tree], tagger: Tagger, propose: Candidates) -> dict[str, object]:
    """What the analyser proposes for printed tokens, and what the tagger makes of it where a participle reports."""
    read_trees = tagger.tag([[word.form for word in merged(tree).words] for tree in trees], propose)
    return {"analyser": measure(trees), "reported speech": participles(trees, read_trees)}


def entities(trees: Sequence[Tree], tagger: Tagger) -> dict[str, float]:
    """F1 of whole entities, by label and over all."""
    counts: dict[str, Counter[str]] = {}
    for tree, words in zip(trees, tagger.tag([[word.form for word in tree.words] for tree in trees]), strict=True):
        wanted = spans([(word.entities or ("O",))[0] for word in tree.words])
        given = spans([word.entity for word in words])
        for kind, found in (("gold", wanted), ("found", given), ("right", wanted & given)):
            for _, _, label in found:
                for name in (label, "all"):
                    counts.setdefault(name, Counter())[kind] += 1
    return {name: f_score(seen["right"], seen["found"], seen["gold"]) for name, seen in sorted(counts.items())}


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """First place, place behind the last, and name of each entity of BIO labels."""
    found, start = set(), -1
    for place, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{labels[start][2:]}":
            found.add((start, place, labels[start][2:]))
            start = -1
        if start < 0 and label != "O":
            start = place
    return found


def proposing(analyser: Analyser) -> Candidates:
    """The analyser proposes and the network chooses."""
    return lambda form, initial: analyser.analyse(form, sentence_initial=initial)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", type=Path, help="folder of another model than the shipped one")
    parser.add_argument("--held-out", nargs="*", choices=["dev", "test"], help="what the shipped weights have not seen")
    parser.add_argument("--half", type=int, choices=[0, 1], help="only this half of the target treebank")
    parser.add_argument("--merged", action="store_true", help="score printed tokens, multiword tokens unsplit")
    parser.add_argument("--alone", action="store_true", help="the network's own readings, without the analyser's")
    arguments = parser.parse_args()
    lexicon = lexicon_folder()
    found = Analyser.from_lexicon(lexicon)
    tagger = Tagger(WordTraits(lexicon, found), arguments.model)
    propose = proposing(found)
    if arguments.file.suffix == ".conll":
        result: dict[str, object] = dict(entities([e.variants[0] for e in wiki_entities(arguments.file)], tagger))
    else:
        wanted = arguments.held_out or ("dev", "test", "train")
        trees = [
            tree for tree in read(arguments.file) if arguments.half in (None, half(tree)) and held_out(tree) in wanted
        ]
        shown = [merged(tree) for tree in trees] if arguments.merged else trees
        result = {
            "gold_tokens": syntax(shown, tagger, None if arguments.alone else propose)
            | proposals(trees, tagger, propose),
            "raw_text": measured(trees, lexicon, tagger),
        }
    print(json.dumps(result, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
