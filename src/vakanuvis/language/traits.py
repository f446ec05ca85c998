"""What the analyser and the lists of names know of a word before its sentence is read.

In:  a printed form.
Out: its traits, each with its share among the proposed readings, and its likeliest lemma.

    temasları → UPOS=NOUN 1, Case=Acc ½, Case=Nom ½, Person[psor]=3 ½ …; temas
    (the contacts, or his contacts)

The network sees the choice that it will have to make, and words that training never met show what they can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from vakanuvis.language.analyser import Analyser
from vakanuvis.lexicon.gazetteer import PlaceLexicon
from vakanuvis.lexicon.world import WorldLexicon
from vakanuvis.text.letters import folded

_FORMS_KEPT = 1 << 15


class WordTraits:
    """The traits of forms, by an analyser and the names of a lexicon folder, which are read when first asked for."""

    def __init__(self, folder: Path, analyser: Analyser) -> None:
        self._folder = folder
        self._analyser = analyser
        self.of = lru_cache(maxsize=_FORMS_KEPT)(self._of)

    @cached_property
    def _lists(self) -> Mapping[str, frozenset[str]]:
        """Folded word → the lists that it stands on. Raises LexiconError."""
        world, places = WorldLexicon.read(self._folder), PlaceLexicon.read(self._folder)
        lists: dict[str, set[str]] = defaultdict(set)
        for country in world.countries:
            for kind, names in (("country", (country.name, *country.other)), ("people", country.people)):
                for word in " ".join(names).split():
                    lists[folded(word)].add(kind)
        for name, entry in places.places.items():
            for word in name.split():
                lists[folded(word)].add(entry.kind)
        for politician in world.politicians:
            for word in " ".join((politician.name, *politician.other)).split():
                lists[folded(word)].add("politician")
        for kind, given in (("given", world.given), ("everyday_given", world.everyday_given)):
            for word in given:
                lists[word].add(kind)
        return {word: frozenset(kinds) for word, kinds in lists.items()}

    def _of(self, form: str) -> tuple[dict[str, float], str]:
        readings = self._analyser.analyse(form)
        share = 1.0 / len(readings)
        traits: dict[str, float] = defaultdict(float)
        for reading in readings:
            traits[f"UPOS={reading.upos}"] += share
            for name, value in reading.feats.items():
                traits[f"{name}={value}"] += share
        if not readings[0].known:
            traits["guessed"] = 1.0
        if len(readings) == 1:
            traits["alone"] = 1.0
        for lemma in {reading.lemma for reading in readings} | {form}:
            for kind in self._lists.get(folded(lemma), ()):
                traits[f"list={kind}"] = 1.0
        return dict(traits), readings[0].lemma
