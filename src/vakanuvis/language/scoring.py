"""The network's opinion of a word, and of the readings that the analyser proposes for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vakanuvis.language.edit_scripts import LONGEST_LIST, lemma_by, scripts_for
from vakanuvis.record.analysis import Analysis

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Candidates = Callable[[str, bool], Sequence[Analysis]]

# Swept over 159 held-out sentences of UD Turkish BOUN, printed tokens (2026-11): between 0.3 and 1.5 of each, readings
# right in lemma, part of speech and features stay within half a point of 83.8 %. The marginals count a feature string
# once for every feature, and the lemma is mostly known from the stem: both weigh less than the part of speech.
UPOS_WEIGHT = 1.5
FEATURE_WEIGHT = 0.4
LEMMA_WEIGHT = 0.3
# What a guessed stem costs a reading, and how much better than the best guess the network's own reading must be to win.
# A known stem always wins: letting the network overrule it by a margin of 2, 6 or 9 cost 2.2, 0.8 or 0.2 points.
GUESS_COST = 1.0
OWN_MARGIN = 2.0
# Log-probability of a value or an edit that training has never seen.
NEVER_SEEN = -9.0
_FLOOR = np.exp(np.float32(NEVER_SEEN))

_LONGEST_CACHE = 1 << 15


@dataclass(frozen=True, slots=True)
class Reading:
    """Lemma, part of speech and features of one word."""

    lemma: str
    upos: str
    feats: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Proposals:
    """The analyses of one form in the numbers of the network, a row each."""

    analyses: Sequence[Analysis]
    readings: tuple[Reading, ...]
    known: tuple[bool, ...]
    owned: tuple[int, ...]
    """Which of them have a possessor of the third person."""
    upos: Ints
    columns: Ints
    scripts: Ints
    cost: Floats


class Scorer:
    """Chooses the reading of each word of a sentence."""

    def __init__(self, upos: Sequence[str], tags: Sequence[str], scripts: Sequence[str]) -> None:
        self._upos, self._scripts = upos, scripts
        self._upos_index = {name: i for i, name in enumerate(upos)}
        self._script_index = {script: i for i, script in enumerate(scripts)}
        self._tags: list[dict[str, str]] = [
            dict(pair.split("=", 1) for pair in tag.split("|")) if tag != "_" else {} for tag in tags
        ]
        self._names = sorted({name for tag in self._tags for name in tag})
        values = sorted({(name, tag.get(name, "")) for tag in self._tags for name in self._names})
        self._columns = {value: i for i, value in enumerate(values)}
        self._has = np.zeros((len(tags), len(values)), np.float32)
        for row, tag in enumerate(self._tags):
            self._has[row, [self._columns[name, tag.get(name, "")] for name in self._names]] = 1.0
        self._tag_rows = np.array([self._row(tag) for tag in self._tags], np.int64)
        self._cache: dict[tuple[str, bool], _Proposals] = {}

    def own(self, forms: Sequence[str], upos: Floats, tags: Floats, scripts: Floats) -> list[Reading]:
        """The network's own reading of each word."""
        best = zip(forms, upos.argmax(1).tolist(), tags.argmax(1).tolist(), scripts.argmax(1).tolist(), strict=True)
        return [
            Reading(lemma_by(self._scripts[script], form), self._upos[part], dict(self._tags[tag]))
            for form, part, tag, script in best
        ]

    def choose(
        self,
        sentences: Sequence[Sequence[str]],
        scores: tuple[Floats, Floats, Floats],
        candidates: Sequence[Candidates] | None,
    ) -> tuple[list[Reading], dict[int, Reading]]:
        """The best reading of each word: a candidate, or the network's own where there is none or it is far surer.

        The words of all sentences stand one after the other in ``scores`` and in the answer. Beside it, by their place,
        the best candidate with a possessor of the third person, for words whose best reading is another.
        """
        forms = [form for words in sentences for form in words]
        if candidates is None:
            return self.own(forms, *scores), {}
        proposals = [
            found
            for words, propose in zip(sentences, candidates, strict=True)
            for found in self._all_proposals(words, propose)
        ]
        readings: list[Reading | None] = [None] * len(forms)
        places = [place for place, found in enumerate(proposals) if found.readings]
        totals, own = self._totals(scores, [proposals[place] for place in places], places) if places else ([], [])
        owned: dict[int, Reading] = {}
        end = 0
        for place in places:
            found = proposals[place]
            start, end = end, end + len(found.readings)
            best = max(range(start, end), key=totals.__getitem__)
            if found.known[best - start] or own[place] <= totals[best] + OWN_MARGIN:
                readings[place] = found.readings[best - start]
                if found.owned and best - start not in found.owned:
                    owned[place] = found.readings[max(found.owned, key=lambda choice: totals[start + choice])]
        left = [place for place, reading in enumerate(readings) if reading is None]
        upos, tags, scripts = (part[left] for part in scores)
        rest = iter(self.own([forms[place] for place in left], upos, tags, scripts))
        return [reading or next(rest) for reading in readings], owned

    def _totals(
        self, scores: tuple[Floats, Floats, Floats], proposals: list[_Proposals], places: list[int]
    ) -> tuple[list[float], list[float]]:
        """The score of every proposal, one after the other, and of the network's own reading of every word."""
        upos, tags, scripts = (_softmax(part) for part in scores)
        upos = np.log(np.maximum(upos, _FLOOR))
        marginals = np.concatenate([tags[:, :-1] @ self._has, tags[:, -1:]], axis=1)
        marginals = np.log(np.maximum(marginals, _FLOOR))
        of_own_tags = np.take_along_axis(marginals, self._tag_rows[tags.argmax(1)], axis=1).sum(axis=1)
        of_own_edits = np.log(scripts.max(axis=1))
        own = FEATURE_WEIGHT * of_own_tags + UPOS_WEIGHT * upos.max(axis=1) + LEMMA_WEIGHT * of_own_edits
        rows = np.repeat(places, [len(found.readings) for found in proposals])
        features = marginals[rows[:, None], np.concatenate([found.columns for found in proposals])].sum(axis=1)
        lemma = scripts[rows[:, None], np.concatenate([found.scripts for found in proposals])].sum(axis=1)
        totals = (
            FEATURE_WEIGHT * features
            + UPOS_WEIGHT * upos[rows, np.concatenate([found.upos for found in proposals])]
            + LEMMA_WEIGHT * np.log(np.maximum(lemma, _FLOOR))
            - np.concatenate([found.cost for found in proposals])
        )
        return totals.tolist(), own.tolist()

    def _all_proposals(self, forms: Sequence[str], candidates: Candidates) -> Iterator[_Proposals]:
        if len(self._cache) > _LONGEST_CACHE:
            self._cache.clear()
        initial = True
        for form in forms:
            analyses = candidates(form, initial)
            found = self._cache.get((form, initial))
            # The analyser gives the same object again as long as nothing else is known of the form.
            if found is None or found.analyses is not analyses:
                found = self._cache[form, initial] = self._proposals(form, analyses)
            yield found
            initial = initial and not any(letter.isalnum() for letter in form)

    def _proposals(self, form: str, analyses: Sequence[Analysis]) -> _Proposals:
        nothing = len(self._scripts)  # a script of probability zero, to fill the rows
        scripts = np.full((len(analyses), LONGEST_LIST), nothing, np.int64)
        for row, analysis in zip(scripts, analyses, strict=True):
            found = [self._script_index.get(script, nothing) for script in scripts_for(form, analysis.lemma)]
            row[: len(found)] = found
        return _Proposals(
            analyses,
            tuple(Reading(analysis.lemma, analysis.upos, analysis.feats) for analysis in analyses),
            tuple(analysis.known for analysis in analyses),
            tuple(place for place, analysis in enumerate(analyses) if analysis.feats.get("Person[psor]") == "3"),
            np.array([self._upos_index.get(a.upos, self._upos_index.get("X", 0)) for a in analyses], np.int64),
            np.array([self._row(analysis.feats) for analysis in analyses], np.int64),
            scripts,
            np.array([0.0 if analysis.known else GUESS_COST for analysis in analyses], np.float32),
        )

    def _row(self, feats: Mapping[str, str]) -> list[int]:
        return [self._columns.get((name, feats.get(name, "")), len(self._columns)) for name in self._names]


def _softmax(scores: Floats) -> Floats:
    """Probabilities, with a last column of zeros for what training has never seen."""
    result = np.zeros((len(scores), scores.shape[1] + 1), np.float32)
    # Below e⁻⁵⁰ nothing counts, and numbers too small for a normal float make the sums ten times slower.
    np.exp(np.maximum(scores - scores.max(axis=1, keepdims=True), -50.0), out=result[:, :-1])
    result /= result.sum(axis=1, keepdims=True)
    return result
