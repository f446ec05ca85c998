"""Compile stems from the dictionaries of Zemberek (Apache-2.0) into ``lexicon/words/stems``.

    python -m training.compile_stems DICTIONARIES FREQUENCIES [OUT]

DICTIONARIES holds ``master-dictionary.dict``, ``non-tdk.dict``, ``proper.dict``, ``person-names.dict``,
``proper-from-corpus.dict`` and ``locations-tr.dict``; FREQUENCIES is a gzip file of ``word count`` lines. Facts are
taken over (stem, part of speech, how it changes), not lines; what no text uses is left out.
"""

from __future__ import annotations

import gzip
import re
import sys
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from vakanuvis.language.phonology import VOWELS, joined, sounds_of, syllables, voiced, without_last_vowel
from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.text.letters import folded, lower, without_hats

_LINE = re.compile(r"^(?P<word>[^\[\s#]+)\s*(?:\[(?P<marks>[^\]]*)\])?\s*$")
_UPOS = {"Adj": "ADJ", "Adv": "ADV", "Interj": "INTJ", "Dup": "ADV", "Noun": "NOUN", "": "NOUN"}
_OLD_HATS = re.compile("î|(?<=l)[âû]")
_STOPS = "pçtk"
_OFTEN = 3000  # occurrences in the frequency list, about 5 in a million words
_HEAD = """# {what}
# Zemberek sözlüklerinden (Apache-2.0; bkz. NOTICE) training/compile_stems.py ile türetilmiştir.
# Elle değiştirmeyin; eksik kökü own.tsv'ye yazın.
# marks: voicing (kitap → kitab), dropping (ağız → ağz), doubling (hak → hakk), inverse (saat → saati),
# compound:KÖK (cezaevi: cezaev), time (-ki alır), aorist_a / aorist_i (kuralın tersine geniş zaman).
stem\tupos\tmarks
"""


@dataclass(slots=True)
class Entry:
    """A dictionary line in our terms."""

    word: str
    kind: str = ""
    second: str = ""
    marks: set[str] = field(default_factory=set)
    roots: str = ""


def entries(path: Path) -> list[Entry]:
    """The lines of a dictionary file."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _LINE.match(line.strip())
        if not match or not match["word"][0].isalpha():
            continue
        entry = Entry(match["word"])
        for part in (match["marks"] or "").split(";"):
            key, _, value = part.partition(":")
            values = [item.strip() for item in value.split(",")]
            if key.strip() == "P":
                entry.kind, entry.second = values[0], values[1] if len(values) > 1 else ""
            elif key.strip() == "A":
                entry.marks.update(values)
            elif key.strip() == "Roots":
                entry.roots = values[0]
        found.append(entry)
    return found


class Frequencies:
    """Word counts, and whether any word begins with given letters."""

    def __init__(self, path: Path) -> None:
        self.count: dict[str, int] = {}
        self._starts: set[str] = set()
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                word, _, count = line.strip().rpartition(" ")
                if word:
                    self.count[word] = int(count)
                    small = folded(word)
                    self._starts.update(small[:end] for end in range(2, len(small) + 1))
        self._sorted = sorted(self.count)

    def starting(self, letters: str) -> list[tuple[str, int]]:
        """The words that begin with the letters, with their counts."""
        first = bisect_left(self._sorted, letters)
        last = bisect_left(self._sorted, letters + "\uffff")
        return [(word, self.count[word]) for word in self._sorted[first:last]]

    def uses(self, stem: str) -> bool:
        """True if some word begins with the stem or with its form before a vowel."""
        small = folded(stem)
        return any(form in self._starts for form in (small, voiced(small), without_last_vowel(small)))

    def is_name(self, word: str, least: int) -> bool:
        """True if the word is printed with a capital often enough, and mostly."""
        capital = self.count.get(word, 0)
        return capital >= least and capital > 2 * self.count.get(lower(word), 0)


def spelling(word: str, entries: set[str]) -> str:
    """As it is written today: no circumflex on i (askeri) nor behind l (silah), unless another word is spelled so."""
    plain = _OLD_HATS.sub(lambda match: without_hats(match[0]), word)
    return word if without_hats(word) in entries else plain


def nominal_marks(entry: Entry) -> list[str]:
    """How a noun, adjective or numeral changes."""
    word, marks = folded(entry.word), []
    stops = word[-1] in _STOPS and syllables(word) > 1
    softens = stops or word.endswith(("nk", "og"))
    if "Voicing" in entry.marks or (softens and not entry.marks & {"NoVoicing", "InverseHarmony", "CompoundP3sg"}):
        marks.append("voicing")
    for mark, ours in (("LastVowelDrop", "dropping"), ("Doubling", "doubling"), ("InverseHarmony", "inverse")):
        if mark in entry.marks:
            marks.append(ours)
    if "CompoundP3sg" in entry.marks:
        stem = entry.roots.replace("-", "") or word.rstrip("ıiuü")
        marks.append(f"compound:{stem if stem.startswith(word[:-3]) else word[:-1]}")
    if entry.second == "Time":
        marks.append("time")
    return marks


def is_verb(entry: Entry) -> bool:
    """True for an infinitive."""
    ends = entry.kind in ("", "Verb") and entry.word.endswith(("mak", "mek"))
    return ends and any(letter in VOWELS for letter in entry.word[:-3])


def verb_row(entry: Entry) -> tuple[str, str, str]:
    """A verb by its bare stem."""
    stem = entry.word[:-3]
    marks = ["voicing"] if "Voicing" in entry.marks else []
    if "LastVowelDrop" in entry.marks:
        marks.append("dropping")
    if "Aorist_A" in entry.marks and syllables(stem) > 1:
        marks.append("aorist_a")
    if "Aorist_I" in entry.marks and syllables(stem) == 1:
        marks.append("aorist_i")
    return stem, "VERB", " ".join(marks)


def common_rows(folder: Path, frequencies: Frequencies) -> list[tuple[str, str, str]]:
    """Verbs, nouns, adjectives, adverbs and interjections that some text uses; closed classes are written by hand."""
    rows = set()
    for name in ("master-dictionary.dict", "non-tdk.dict"):
        listed = entries(folder / name)
        spelled = {entry.word for entry in listed}

        def keeps(stem: str, least: int = 5 if name == "master-dictionary.dict" else 99) -> bool:
            return len(stem) >= least or frequencies.uses(stem)

        for entry in listed:
            if entry.word[0].isupper():
                continue
            if is_verb(entry):
                if keeps(entry.word[:-3]):
                    rows.add(verb_row(entry))
            elif entry.kind in _UPOS and keeps(entry.word):
                upos = _UPOS[entry.kind]
                word = spelling(entry.word, spelled)
                rows.add((word, upos, " ".join(nominal_marks(entry)) if upos in ("NOUN", "ADJ") else ""))
    rows |= verbal_nouns([word for word, upos, _ in rows if upos == "VERB"], frequencies)
    times = {word for word, upos, marks in rows if upos == "NOUN" and "time" in marks.split()}
    changing = {(w, u) for w, u, m in rows if "dropping" in m}
    plain = {(w, u, m) for w, u, m in rows if (w, u) in changing and "dropping" not in m}
    return sorted((w, u, "time" if u == "ADV" and w in times else m) for w, u, m in rows - plain)


def verbal_nouns(verbs: list[str], frequencies: Frequencies) -> set[tuple[str, str, str]]:
    """Verbal nouns that texts use as nouns: often, and in the plural (açıklama, yürüyüş)."""
    found = set()
    for verb in verbs:
        for template in ("mA", "(y)Iş"):
            noun = joined(folded(verb), sounds_of(template))
            plural = joined(noun, sounds_of("lAr"))
            forms = sum(count for word, count in frequencies.starting(plural))
            if frequencies.count.get(noun, 0) >= _OFTEN and forms >= _OFTEN:
                found.add((noun, "NOUN", ""))
    return found


def name_rows(folder: Path, frequencies: Frequencies) -> list[tuple[str, str, str]]:
    """Names of places and people that texts print with a capital."""
    rows: dict[str, set[str]] = defaultdict(set)
    least = {"proper.dict": 0, "person-names.dict": 0, "proper-from-corpus.dict": 100, "locations-tr.dict": 300}
    for name, floor in least.items():
        for entry in entries(folder / name):
            word = entry.word
            if not word[0].isupper() or len(word) < 3 or not word.isalpha():
                continue
            ordinary = name == "proper.dict" or (name == "person-names.dict" and word in frequencies.count)
            if ordinary or frequencies.is_name(word, max(floor, 20)):
                marks = [mark for mark in nominal_marks(entry) if mark.startswith(("compound", "inverse", "doubling"))]
                rows[word].update(marks)
    return sorted((word, "PROPN", " ".join(sorted(marks))) for word, marks in rows.items())


def write(path: Path, what: str, rows: list[tuple[str, str, str]]) -> None:
    """One row a line under a comment that says where they are from."""
    path.write_text(_HEAD.format(what=what) + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{path.name}: {len(rows):,}")


def main() -> None:
    """Compile into the lexicon of the checkout, or into OUT."""
    folder, frequencies = Path(sys.argv[1]), Frequencies(Path(sys.argv[2]))
    out = Path(sys.argv[3]) if len(sys.argv) > 3 else lexicon_folder() / "words" / "stems"
    write(out / "common.tsv", "Ad, önad, eylem, belirteç ve ünlem kökleri.", common_rows(folder, frequencies))
    write(out / "names.tsv", "Kişi ve yer adları.", name_rows(folder, frequencies))


if __name__ == "__main__":
    main()
