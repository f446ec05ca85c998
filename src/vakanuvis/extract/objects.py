"""Tell a subject before its object from the first half of a compound.

In:  a Line and the number of a noun whose ending can be an owner's or an object's.
Out: True if it is the object of what stands before it.

    Londra kararı kınadı. Londra zirvesi başladı.
           ~~~~~~
    (London condemned the decision. The London summit began.)
"""

from __future__ import annotations

from vakanuvis.extract.signs import Line
from vakanuvis.lexicon.actors import ActorLexicon
from vakanuvis.text.letters import lower


def is_object(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """True if a verb that takes an object follows directly: then the noun is that object, and its subject is before."""
    if at + 1 >= len(line.forms):
        return False
    words = line.sentence.words
    verb = words[at + 1]
    if verb.upos == "NOUN" and verb.case in ("", "Nom") and at + 2 < len(words):
        # `daveti kabul etti`: noun and light verb together take the object.
        return (
            words[at].case in ("", "Nom", "Acc")
            and words[at + 2].upos == "VERB"
            and words[at + 2].deprel.startswith("compound")
        )
    active = verb.upos == "VERB" and verb.feats.get("Voice", "") in ("", "Cau")
    return active and lower(verb.lemma) not in lexicon.happenings
