"""Judge which observations of bodies, states and groups are one.

In:  observations that are no people.
Out: judgements, each with its reasons.

    Rusya Savunma Bakanlığı (RUS)   Savunma Bakanlığı (RUS)      Savunma Bakanlığı (USA)
    ~~~~~~~~~~~~~~~~~~~~~~~         ~~~~~~~~~~~~~~~~~
    (one ministry of one state; a ministry of another state is another)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise

from vakanuvis.lexicon.names import KnownBody, NameLexicon
from vakanuvis.lexicon.spellings import name_words
from vakanuvis.record.registry import Observation
from vakanuvis.resolve.judging import Judgements

_SHORTEST_ABBREVIATION = 3  # two letters stand for too much: AK, AP, AT
_Blocks = dict[tuple[str, ...], list[Observation]]


def judge_bodies(observations: Iterable[Observation], names: NameLexicon, judgements: Judgements) -> None:
    """Add to ``judgements`` what the rules say about bodies, states and groups, in the order of their ids."""
    known: _Blocks = {}
    named: _Blocks = {}
    shortened: _Blocks = {}
    for seen in observations:
        if seen.kind == "person":
            continue
        body = known_body(seen, names) if seen.kind == "organization" else None
        if body is not None:
            known.setdefault((body.code, body.name), []).append(seen)
        words = _words(seen, names)
        named.setdefault((seen.kind, *words), []).append(seen)
        short = _abbreviation(seen, words)
        if seen.country and short:
            shortened.setdefault((seen.country, short), []).append(seen)
    for (_, name), group in known.items():
        for one, other in pairwise(group):
            judgements.judge(one.id, other.id, "same", (f"organizations:{name}",))
    for group in named.values():
        _judge_namesakes(group, judgements)
    _judge_abbreviations(shortened, named, judgements)


def known_body(seen: Observation, names: NameLexicon) -> KnownBody | None:
    """The body of the lexicon, unless the observation belongs to another state than it does."""
    body = names.body(seen.name)
    return body if body and seen.country in (None, body.code or None) else None


def state_of(seen: Observation, names: NameLexicon) -> str:
    """What stands for the state that is observed: its code, or its code and name where it is not the code's only one.

    The two halves of Cyprus and the states of history share the code of their successor or neighbour.
    """
    entry = names.state_names.get(" ".join(name_words(seen.name)))
    code = seen.country or (entry.code if entry else None)
    if code is None:
        return seen.name
    main = names.states.get(code)
    if entry is None or main is None or entry.code != code or entry.name == main.name:
        return code
    return f"{code}:{entry.name}"


def _words(seen: Observation, names: NameLexicon) -> tuple[str, ...]:
    if seen.kind == "country":
        return (state_of(seen, names),)
    # The name of a paper may be that of its state: Türkiye gazetesi is not any Turkish paper.
    if seen.kind == "organization" and seen.sector != "JRN":
        return names.without_state(seen.name, seen.country)
    return name_words(seen.name)


def _judge_namesakes(group: list[Observation], judgements: Judgements) -> None:
    """All have one name once the state before it is left out."""
    states: dict[str | None, list[Observation]] = {}
    for seen in group:
        states.setdefault(seen.country, []).append(seen)
    for members in states.values():
        for one, other in pairwise(members):
            if not _parted(one, other, judgements):
                judgements.judge(one.id, other.id, "same", ("same-letters", "same-state"))
    if group[0].kind != "organization":
        return
    firsts = [members[0] for _, members in sorted(states.items(), key=lambda item: item[0] or "")]
    if len(firsts) > 2:
        # A ministry that most states have: to say of each pair that they differ tells nobody anything.
        return
    for one, other in combinations(firsts, 2):
        if one.country is None or other.country is None:
            judgements.judge(one.id, other.id, "unsure", ("same-letters", "no-state"))
        else:
            judgements.judge(one.id, other.id, "different", ("same-letters", "other-state"))


def _parted(one: Observation, other: Observation, judgements: Judgements) -> bool:
    """True if one article names both as two, and says so."""
    told_apart = other.id in one.beside or one.id in other.beside
    if told_apart and one.kind == "organization" and name_words(one.name) != name_words(other.name):
        judgements.judge(one.id, other.id, "unsure", ("same-letters", "told-apart"))
        return True
    return False


def _abbreviation(seen: Observation, words: tuple[str, ...]) -> str | None:
    """The name, if it is an abbreviation: one word in capitals."""
    if seen.kind != "organization" or len(words) != 1 or not seen.name.isupper():
        return None
    return words[0] if len(words[0]) >= _SHORTEST_ABBREVIATION else None


def _judge_abbreviations(shortened: _Blocks, named: _Blocks, judgements: Judgements) -> None:
    """A body of the same state whose initials make the abbreviation, if there is one only."""
    full: dict[tuple[str, ...], list[Observation]] = {}
    for (kind, *words), group in named.items():
        if kind == "organization" and len(words) >= _SHORTEST_ABBREVIATION:
            for seen in group:
                for initials in {_initials(words), _initials(list(name_words(seen.name)))}:
                    full.setdefault((seen.country or "", initials), []).append(seen)
    for key, group in shortened.items():
        found = full.get(key, [])
        clusters = {judgements.clusters.find(seen.id) for seen in found}
        for short in group:
            if len(clusters) == 1:
                judgements.judge(short.id, found[0].id, "same", ("initials-of-name", "same-state"))


def _initials(words: list[str]) -> str:
    # `ve` has no letter in an abbreviation: Adalet ve Kalkınma Partisi, AKP.
    return "".join(word[0] for word in words if word != "ve")
