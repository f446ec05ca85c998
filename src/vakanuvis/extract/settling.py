"""Set right what the tagger cannot know: words that events need read otherwise.

In:  a tagged Sentence, the word groups of the event lexicon.
Out: the same Sentence; verbal nouns that live as nouns, stiffened forms, agents in -CA, passives, names.

    İsrail askerlerince gözaltına alındı.
           ~~~~~~~~~~~~           ~~~~~~
           agent                  al, passive
    (He was detained by Israeli soldiers.)
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from vakanuvis.extract.frames import FrameTable
from vakanuvis.record.words import Sentence, Word
from vakanuvis.text.letters import lower

_NOMINAL_FEATURES = frozenset({"Case", "Number", "Number[psor]", "Person[psor]"})
_SHORTEST_STEM = 2


def settled(
    sentence: Sentence, table: FrameTable, named: Collection[int] = (), heads: Collection[int] = ()
) -> Sentence:
    """The sentence with such words set right. ``named``: indexes of words inside names; ``heads``: of people."""
    words = tuple(
        _name(word)
        if word.index in named
        else _person(word)
        if word.index in heads
        else _passive(_agent(_noun(_particle(word, table), table), table), table)
        for word in sentence.words
    )
    return replace(sentence, words=words)


def _person(word: Word) -> Word:
    """`iki Iraklı genç`: what people are called by is no adjective."""
    if word.upos != "ADJ":
        return word
    return replace(word, upos="NOUN", feats={**word.feats, "Case": word.case or "Nom"})


def _name(word: Word) -> Word:
    """`Birleşmiş Milletler`: no verb stands in a name."""
    if word.upos not in ("VERB", "AUX"):
        return word
    return replace(word, upos="PROPN", feats={"Case": word.case or "Nom"})


def _particle(word: Word, table: FrameTable) -> Word:
    form = lower(word.form)
    if form in table.attributes:
        return replace(word, upos="PART", feats={})
    return replace(word, upos="ADP", feats={}) if form in table.particles else word


def _noun(word: Word, table: FrameTable) -> Word:
    if word.feats.get("VerbForm") != "Vnoun" or "Voice" in word.feats:
        return word
    form, lemma = lower(word.form), lower(word.lemma)
    noun = next((noun for noun in table.verbal_nouns if noun.startswith(lemma) and form.startswith(noun)), None)
    if noun is None:
        return word
    feats = {name: value for name, value in word.feats.items() if name in _NOMINAL_FEATURES}
    return replace(word, lemma=noun, upos="NOUN", feats=feats)


def _agent(word: Word, table: FrameTable) -> Word:
    """`askerlerince`, `polisçe`: by the soldiers, by the police."""
    if word.upos not in ("ADV", "NOUN", "PROPN", "ADJ", "VERB") or word.feats.get("VerbForm") not in (None, "Conv"):
        return word
    form = lower(word.form)
    if not any(form.endswith(ending) for ending in table.agent_endings):
        return word
    if not any(form.startswith(stem) and len(form) > len(stem) for stem in table.agent_stems):
        return word
    return replace(word, upos="NOUN", feats={"Case": "Equ", "Number": "Plur"})


def _passive(word: Word, table: FrameTable) -> Word:
    """`yasaklandı`: a passive that the analyser keeps as a stem of its own."""
    if word.upos != "VERB" or word.feats.get("Voice") or table.ends_predicate(lower(word.lemma)):
        return word
    lemma = lower(word.lemma)
    for ending in table.passive_endings:
        stem = lemma.removesuffix(ending)
        if stem != lemma and len(stem) >= _SHORTEST_STEM and table.ends_predicate(stem):
            return replace(word, lemma=stem, feats={**word.feats, "Voice": "Pass"})
    return word
