"""Find the words of event frames in a sentence.

In:  the FrameLexicon and the words of a sentence.
Out: matches: a frame with the words that stand for its predicate.

    Norveç, Moldova'ya bugün yeniden yardım gönderdi.
                                     ~~~~~~~~~~~~~~~
    (Norway again sent aid to Moldova today.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vakanuvis.lexicon.frames import CASES, Frame, FrameLexicon
from vakanuvis.record.words import Word
from vakanuvis.text.letters import folded, lower

_SHORTER = 1  # words by which a predicate may be shorter than the longest: the longest may not fit
WIDEST_GAP = 3  # words that may stand inside a predicate, time expressions not counted
_PASSED_OVER = frozenset({"ADV", "CCONJ", "PART", "DET", "ADJ", "NUM", "AUX", "PUNCT", "ADP"})
_LONGEST_VOICE = 3  # letters that voice endings add to a stem in the analyser's lemma
_LEMMA_AND_FORM = 2
_POSSESSIVE = 3  # letters of a possessive ending: yol haritası, barış gücü
_CUT_SHORT = 2  # letters that the analyser takes from a noun's stem for an ending
Phrase = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class FrameMatch:
    """A frame found: ``words`` are the indexes of its predicate's words, ``name`` the predicate as in the lexicon."""

    event: str
    frame: Frame
    name: str
    words: tuple[int, ...]
    is_noun: bool
    longer: bool = False  # a longer stem than the analyser's: `toplan` where it reads `topla` in the passive

    @property
    def last(self) -> int:
        """Index of the word that carries the inflection."""
        return self.words[-1]


class FrameTable:
    """Frames by the last word of their predicates, with the word groups ready for comparing."""

    def __init__(self, lexicon: FrameLexicon) -> None:
        self._by_last: dict[str, list[tuple[Phrase, str, Frame, str, bool]]] = defaultdict(list)
        self._lexicon = lexicon
        self._phrases: dict[tuple[str, ...], tuple[Phrase, ...]] = {}
        for event, frame in lexicon.frames:
            for names, is_noun in ((frame.predicate, False), (frame.noun, True)):
                for name in names:
                    phrase = _phrase(name)
                    self._by_last[phrase[-1][0]].append((phrase, event, frame, name, is_noun))
        for found in self._by_last.values():
            found.sort(key=lambda item: -len(item[0]))
        self.modes = tuple((entry.event, entry.mode, self.phrases(entry.words)) for entry in lexicon.modes)
        self.contexts = tuple((entry.context, self.phrases(entry.words)) for entry in lexicon.contexts)
        self.postpositions = lexicon.postpositions
        self.verbal_nouns = _single_words(self.group("eylem adları"))
        self.particles = frozenset(_single_words(self.group("ilgeçleşenler")))
        self.attributes = frozenset(_single_words(self.group("niteleyenler")))
        self.agent_stems = _single_words(self.group("yapanlar"))
        self.agent_endings = _single_words(self.group("yapan ekleri"))
        self.passive_endings = _single_words(self.group("edilgen ekleri"))

    def phrases(self, words: tuple[str, ...]) -> tuple[Phrase, ...]:
        """The words of a condition, ``@groups`` included, ready for ``holds``."""
        if words not in self._phrases:
            self._phrases[words] = tuple(_phrase(word) for word in self._lexicon.words_of(words))
        return self._phrases[words]

    def ends_predicate(self, stem: str) -> bool:
        """True if some predicate ends with this stem."""
        return stem in self._by_last

    def group(self, name: str) -> tuple[Phrase, ...]:
        """A word group of the lexicon by its name."""
        return self.phrases((f"@{name}",))

    def matches(self, words: Sequence[Word], times: Collection[int] = ()) -> list[FrameMatch]:
        """All frames whose predicate stands in ``words``; at each last word the longest and the next longest."""
        keys = [keys_of(word) for word in words]
        closing = nominal_predicate(words)
        last = max((word.index for word in words if word.upos != "PUNCT"), default=-1)
        out: list[FrameMatch] = []
        for at, word in enumerate(words):
            found: list[FrameMatch] = []
            short = _last_keys(word, keys[at])
            for key in (*short, *(stem for stem in _longer_stems(word) if stem not in short)):
                for phrase, event, frame, name, is_noun in self._by_last.get(key, ()):
                    if is_noun == _is_verb(word) and (is_noun or at != closing):
                        continue
                    if not is_noun and len(phrase) == 1 and at == last and word.case == "Loc":
                        continue  # `aynı görüşteyiz`: of the same view, no meeting
                    places = _reach_back(words, keys, phrase, at, times)
                    if places:
                        found.append(FrameMatch(event, frame, name, places, is_noun, key not in short))
            if not found:
                found = self._voiced(words, keys, at, times)
            longest = max((len(match.words) for match in found), default=0)
            out.extend(match for match in found if len(match.words) >= longest - _SHORTER)
        return out

    def _voiced(
        self, words: Sequence[Word], keys: list[tuple[str, ...]], at: int, times: Collection[int]
    ) -> list[FrameMatch]:
        """Predicates whose stem the analyser cut otherwise: `imzalan-` for imzala, `gerçekleş-` for gerçekleştir."""
        word = words[at]
        form, lemma = lower(word.form), lower(word.lemma)
        if not _is_verb(word) or not lemma or not word.feats.get("Voice"):
            return []
        out: list[FrameMatch] = []
        for length in range(len(lemma) - 1, max(2, len(lemma) - _LONGEST_VOICE) - 1, -1):
            stem = form[:length]
            if not lemma.startswith(stem):
                continue
            for phrase, event, frame, name, is_noun in self._by_last.get(stem, ()):
                places = None if is_noun else _reach_back(words, keys, phrase, at, times)
                if places:
                    out.append(FrameMatch(event, frame, name, places, is_noun))
            if out:
                return out
        return out


def holds(words: Sequence[Word], phrases: tuple[Phrase, ...]) -> bool:
    """True if one of the phrases stands among the words, in order and without a gap."""
    if not words or not phrases:
        return False
    keys = [keys_of(word) for word in words]
    return any(_stands(words, keys, phrase) for phrase in phrases)


def nominal_predicate(words: Sequence[Word]) -> int | None:
    """The adjective or particle that closes a sentence without a verb: `… kararlıdır`, `… söz konusu değil`."""
    last = next((word for word in reversed(words) if word.upos != "PUNCT"), None)
    if last is None or last.upos not in ("ADJ", "PART", "AUX", "NOUN") or "VerbForm" in last.feats:
        return None
    if last.upos == "AUX" and last.deprel != "cop":
        return None
    return last.index if last.case in ("", "Nom") else None


def keys_of(word: Word) -> tuple[str, ...]:
    """The dictionary forms under which a word is looked up: lemma and printed form, in small letters, no hats."""
    return tuple(dict.fromkeys(key for key in (folded(word.lemma), folded(word.form)) if key))


@lru_cache(maxsize=8)
def frame_table(lexicon: FrameLexicon) -> FrameTable:
    """The table of a lexicon, made once."""
    return FrameTable(lexicon)


def _phrase(name: str) -> Phrase:
    out: list[tuple[str, str | None]] = []
    for token in name.split():
        if token in CASES and out:
            out[-1] = (out[-1][0], CASES[token])
        else:
            out.append((folded(token), None))
    return tuple(out)


def _single_words(phrases: tuple[Phrase, ...]) -> tuple[str, ...]:
    return tuple(phrase[0][0] for phrase in phrases)


def _is_verb(word: Word) -> bool:
    return word.upos in ("VERB", "AUX") or "VerbForm" in word.feats


def _last_keys(word: Word, keys: tuple[str, ...]) -> tuple[str, ...]:
    # An inflected verb is looked up by its stem alone: `alan` (taking) is no noun `alan` (field).
    return keys[:1] if _is_verb(word) else keys


def _longer_stems(word: Word) -> tuple[str, ...]:
    """Stems that go on behind the analyser's: `katıl` where it read `kat`, `takas` where it read `taka`."""
    form, lemma = lower(word.form), lower(word.lemma)
    if not lemma or not form.startswith(lemma):
        return ()
    return tuple(form[:length] for length in range(len(lemma) + 1, min(len(form), len(lemma) + _LONGEST_VOICE) + 1))


def _reach_back(
    words: Sequence[Word], keys: list[tuple[str, ...]], phrase: Phrase, at: int, times: Collection[int]
) -> tuple[int, ...] | None:
    found = [at]
    for token, case in reversed(phrase[:-1]):
        before, gap = found[0] - 1, 0
        while before >= 0 and not _fits(words[before], keys[before], token, case):
            if before not in times:
                gap += 1
                if gap > WIDEST_GAP or words[before].upos not in _PASSED_OVER:
                    return None
            before -= 1
        if before < 0:
            return None
        found.insert(0, before)
    return tuple(found)


def _fits(word: Word, keys: tuple[str, ...], token: str, case: str | None) -> bool:
    if token not in keys and not _is_cut_short(word, token, keys) and not _is_possessed(word, token, keys):
        return False
    return case is None or word.case in (case, "")


def _is_possessed(word: Word, token: str, keys: tuple[str, ...]) -> bool:
    """`birliğini` where the lexicon writes the compound as it lives: `iş birliği`."""
    if word.upos not in ("NOUN", "PROPN") or len(keys) != _LEMMA_AND_FORM or not keys[1].startswith(token):
        return False
    lemma = keys[0]
    return 0 < len(token) - len(lemma) <= _POSSESSIVE and token.startswith(lemma[:-1])


def _is_cut_short(word: Word, token: str, keys: tuple[str, ...]) -> bool:
    """`yayını` read as a form of `yay`, where the predicate has `yayın`."""
    most = {"NOUN": _CUT_SHORT, "VERB": _LONGEST_VOICE}.get(word.upos, 0)
    longer = 0 < len(token) - len(keys[0]) <= most if keys else False
    return longer and token.startswith(keys[0]) and keys[-1].startswith(token)


def _stands(words: Sequence[Word], keys: list[tuple[str, ...]], phrase: Phrase) -> bool:
    width, first = len(phrase), phrase[0][0]
    for at in range(len(words) - width + 1):
        if first not in keys[at] and not (keys[at] and first.startswith(keys[at][0])):
            continue
        if all(_fits(words[at + k], keys[at + k], token, case) for k, (token, case) in enumerate(phrase)):
            return True
    return False
