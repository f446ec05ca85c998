"""One morphological reading of a word form, as the analyser proposes it and the tagger scores it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Analysis:
    """A reading in the terms of UD Turkish BOUN.

    ``lemma``: dictionary form, verbs as bare stems (``söyle``), names capitalised (``Sidorkov``). ``stem_length``:
    letters of the surface form that the stem takes (``Sidorkov'un``: 8). ``known`` is False where the stem was guessed.
    """

    lemma: str
    upos: str
    feats: Mapping[str, str] = field(default_factory=dict)
    stem_length: int = 0
    known: bool = True
