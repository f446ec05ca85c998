"""Find lexicon phrases among the words of a sentence, whatever endings their last word carries.

In:  phrases in dictionary form, and the words of a sentence as ``Form``.
Out: hits: the entry, how many words it took, and the ending of the last one.

    Rusya Savunma Bakanı'nın açıklaması
          ~~~~~~~~~~~~~~
    (the Russian Defence Minister's statement)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vakanuvis.lexicon.endings import VOWELS, Inflection, NounEndings, soft_stems
from vakanuvis.text.letters import folded, is_all_capitals, is_capitalized

Entry = TypeVar("Entry")
SHORTEST_STEM = 2  # letters
_HARDENED = {"b": "p", "ğ": "k", "c": "ç"}


@dataclass(frozen=True, slots=True)
class Form:
    """A printed word made ready: ``text`` without apostrophe, ``stem`` what stands before it, both also folded."""

    printed: str
    text: str
    stem: str
    folded: str

    @property
    def cut(self) -> bool:
        """True if an apostrophe marks where the ending begins."""
        return len(self.stem) < len(self.folded)

    @property
    def name(self) -> str:
        """The word as printed before its apostrophe."""
        return self.text[: len(self.stem)]

    @property
    def capital(self) -> bool:
        """True if it begins with a capital letter."""
        return is_capitalized(self.text)


def form_of(printed: str, stem: str) -> Form:
    """Make a word ready. ``stem`` is the part before the apostrophe."""
    text = stem + printed[len(stem) :].replace("'", "")
    return Form(printed, text, folded(stem), folded(text))


@dataclass(frozen=True, slots=True)
class Hit(Generic[Entry]):
    """A phrase found: words ``first`` up to ``end``; ``stem_length`` letters of the last word are its stem."""

    entry: Entry
    phrase: str
    first: int
    end: int
    inflection: Inflection
    stem_length: int


class Matcher(Generic[Entry]):
    """Phrases by their first word (several words) or by their stem (one word)."""

    def __init__(self, endings: NounEndings, *, owned: bool = False) -> None:
        self._endings = endings
        self._owned = owned
        self._single: dict[str, list[tuple[str, Entry]]] = {}
        self._several: dict[str, list[tuple[tuple[str, ...], str, Entry]]] = {}

    def add(self, phrase: str, entry: Entry) -> None:
        """Know one more phrase."""
        words = [folded(word.replace("'", "")) for word in phrase.split()]
        if len(words) == 1:
            for stem in soft_stems(words[0]):
                self._single.setdefault(stem, []).append((phrase, entry))
            if self._owned and words[0][-1] in "ıiuü" and len(words[0]) > SHORTEST_STEM + 2:
                self._single.setdefault(_without_owner(words[0]), []).append((phrase, entry))
            return
        self._several.setdefault(words[0], []).append((tuple(words), phrase, entry))
        if self._owned and words[-1][-1] in "ıiuü":
            # Dışişleri Bakanı, in the plural Dışişleri Bakanları: the owner stands behind the plural.
            self._several[words[0]].append(((*words[:-1], _without_owner(words[-1])), phrase, entry))

    def longest(self, forms: Sequence[Form], at: int) -> list[Hit[Entry]]:
        """The longest hits that begin at word ``at``; several where one phrase belongs to several entries."""
        found = self._phrases(forms, at) + self._words(forms, at)
        most = max((hit.end for hit in found), default=0)
        return [hit for hit in found if hit.end == most]

    def _phrases(self, forms: Sequence[Form], at: int) -> list[Hit[Entry]]:
        found: list[Hit[Entry]] = []
        if forms[at].cut:
            return found
        for words, phrase, entry in self._several.get(forms[at].folded, ()):
            end = at + len(words)
            if end > len(forms) or any(forms[at + n].folded != words[n] for n in range(1, len(words) - 1)):
                continue
            for stem in soft_stems(words[-1]):
                inflection = self._ending(forms[end - 1], stem, phrase)
                if inflection is not None:
                    found.append(Hit(entry, phrase, at, end, inflection, len(stem)))
                    break
        return found

    def _words(self, forms: Sequence[Form], at: int) -> list[Hit[Entry]]:
        form = forms[at]
        for length in range(len(form.folded), SHORTEST_STEM - 1, -1):
            stem = form.folded[:length]
            hits = [
                Hit(entry, phrase, at, at + 1, inflection, length)
                for phrase, entry in self._single.get(stem, ())
                if (inflection := self._ending(form, stem, phrase)) is not None
            ]
            if hits:
                return hits
        return []

    def _ending(self, form: Form, stem: str, phrase: str) -> Inflection | None:
        if form.cut and len(stem) > len(form.stem):
            return None
        name = is_capitalized(phrase)
        # Behind an apostrophe a name takes the ending of its sound, not of its letters: Zelenskiy'nin.
        whole = form.cut and len(stem) == len(form.stem)
        acronym = is_all_capitals(phrase.rsplit(maxsplit=1)[-1])
        found = self._endings.split(
            form.folded, stem, owned=self._owned, strict=name and not whole, acronym=acronym or whole
        )
        if found is None and name:
            found = self._endings.split_of(form.folded, stem)
        if found is None and whole and name and form.stem == stem:
            return Inflection(letters=form.folded[len(stem) :])
        last = folded(phrase.rsplit(maxsplit=1)[-1].replace("'", ""))
        if self._owned and len(stem) < len(last) and (found is None or not found.plural or not found.owner):
            return None
        if found is not None and form.cut and len(stem) < len(form.stem) != len(stem) + found.length:
            return None
        return found


def _without_owner(word: str) -> str:
    """`bakanı` → `bakan`, `sözcüsü` → `sözcü`: what the plural ending takes."""
    if word[-2] == "s" and word[-3] in VOWELS:
        return word[:-2]
    plain = word[:-1]
    return plain[:-1] + _HARDENED.get(plain[-1], plain[-1])
