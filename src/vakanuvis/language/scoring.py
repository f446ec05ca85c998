"""The network's opinion of a word, and of the readings that the analyser proposes for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vakanuvis.language.edit_scripts import lemma_by, scripts_for
from vakanuvis.record.analysis import Analysis

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Candidates = Callable[[str, bool], Sequence[Analysis]]

# Swept over 159 held-out sentences of UD Turkish BOUN, printed tokens (2026-11): between 0.3 and 1.5 of each the right
# readings (lemma, part of speech and features) stay within 83.2–83.6 %. The marginals count a feature string once for
# every feature, and the lemma is mostly known from the stem: both weigh less than the part of speech.
UPOS_WEIGHT = 1.5
FEATURE_WEIGHT = 0.4
LEMMA_WEIGHT = 0.3
# What a guessed stem costs a reading, and how much better than the best guess the network's own reading must be to win.
# A known stem always wins: letting the network overrule it by a margin of 2, 6 or 9 cost 2.2, 0.8 or 0.2 points.
GUESS_COST = 1.0
OWN_MARGIN = 2.0
# Log-probability of a value or an edit that training has never seen.
NEVER_SEEN = -9.0

_LONGEST_CACHE = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
    """Lemma, part of speech and features of one word."""

    lemma: str
    upos: str
    feats: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Proposal:
    """An analysis in the numbers of the network."""

    reading: Reading
    upos: int
    scripts: tuple[int, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class _Proposals:
    entries: tuple[_Proposal, ...]
    columns: Ints


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
        self._cached_from: Candidates | None = None

    def own(self, forms: Sequence[str], upos: Floats, tags: Floats, scripts: Floats) -> list[Reading]:
        """The network's own reading of each word."""
        best = zip(forms, upos.argmax(1).tolist(), tags.argmax(1).tolist(), scripts.argmax(1).tolist(), strict=True)
        return [
            Reading(lemma_by(self._scripts[script], form), self._upos[part], dict(self._tags[tag]))
            for form, part, tag, script in best
        ]

    def choose(
        self, forms: Sequence[str], scores: tuple[Floats, Floats, Floats], candidates: Candidates | None
    ) -> list[Reading]:
        """The best reading of each word: a candidate, or the network's own where there is none or it is far surer."""
        readings = self.own(forms, *scores)
        if candidates is None:
            return readings
        upos, tags, scripts = (_log_softmax(part) for part in scores)
        marginals = np.log(np.maximum(np.exp(tags) @ self._has, np.exp(np.float32(NEVER_SEEN))))
        marginals = np.concatenate([marginals, np.full((len(forms), 1), NEVER_SEEN, np.float32)], axis=1)
        of_own_tags = np.take_along_axis(marginals, self._tag_rows[tags.argmax(1)], axis=1).sum(axis=1)
        own = FEATURE_WEIGHT * of_own_tags + UPOS_WEIGHT * upos.max(axis=1) + LEMMA_WEIGHT * scripts.max(axis=1)
        initial = True
        for place, form in enumerate(forms):
            proposals = self._proposals(form, initial, candidates)
            initial = initial and not any(letter.isalnum() for letter in form)
            if not proposals.entries:
                continue
            features = marginals[place][proposals.columns].sum(axis=1).tolist()
            totals = [
                FEATURE_WEIGHT * feature
                + UPOS_WEIGHT * float(upos[place, entry.upos])
                + LEMMA_WEIGHT * _log_sum(scripts[place], entry.scripts)
                - (0.0 if entry.known else GUESS_COST)
                for entry, feature in zip(proposals.entries, features, strict=True)
            ]
            best = max(range(len(totals)), key=totals.__getitem__)
            entry = proposals.entries[best]
            if entry.known or own[place] <= totals[best] + OWN_MARGIN:
                readings[place] = entry.reading
        return readings

    def _proposals(self, form: str, initial: bool, candidates: Candidates) -> _Proposals:
        if self._cached_from != candidates or len(self._cache) > _LONGEST_CACHE:
            self._cache.clear()
            self._cached_from = candidates
        found = self._cache.get((form, initial))
        if found is None:
            analyses = candidates(form, initial)
            entries = tuple(self._proposal(form, analysis) for analysis in analyses)
            columns = np.array([self._row(analysis.feats) for analysis in analyses], np.int64)
            found = self._cache[form, initial] = _Proposals(entries, columns)
        return found

    def _proposal(self, form: str, analysis: Analysis) -> _Proposal:
        scripts = (self._script_index.get(script, -1) for script in scripts_for(form, analysis.lemma))
        return _Proposal(
            Reading(analysis.lemma, analysis.upos, analysis.feats),
            self._upos_index.get(analysis.upos, self._upos_index.get("X", 0)),
            tuple(script for script in scripts if script >= 0),
            analysis.known,
        )

    def _row(self, feats: Mapping[str, str]) -> list[int]:
        return [self._columns.get((name, feats.get(name, "")), len(self._columns)) for name in self._names]


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result


def _log_sum(row: Floats, chosen: tuple[int, ...]) -> float:
    """Log of the summed probabilities, never below that of the never seen."""
    if not chosen:
        return NEVER_SEEN
    if len(chosen) == 1:
        return max(NEVER_SEEN, float(row[chosen[0]]))
    return max(NEVER_SEEN, float(np.logaddexp.reduce(row[list(chosen)])))
