"""The sound laws of Turkish suffixes: harmony, assimilation, buffers, and what they do to stems.

In:  the last letters of what stands before, and a suffix template such as ``(y)AcAK``.
Out: the letters the suffix takes there.

    gid + (y)AcAK + Im → gideceğim
    (go + future + I → I will go)

Templates: ``A`` = a/e, ``I`` = ı/i/u/ü, ``D`` = d/t, ``C`` = c/ç, ``K`` = k, ğ before a vowel; ``(y) (s) (n) (ş)``
stand only after a vowel, ``(I) (A)`` only after a consonant; other letters are themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

VOWELS = frozenset("aeıioöuü")
VOICELESS = frozenset("çfhkpsşt")
# Harmony classes, in the order in which `harmony_of` numbers them.
_LOW = "aeae"  # what A becomes after a class
_HIGH = "ıiuü"  # what I becomes after a class
_CLASS = {"a": 0, "ı": 0, "e": 1, "i": 1, "o": 2, "u": 2, "ö": 3, "ü": 3}
VOWEL, LIQUID, VOICED, UNVOICED = range(4)  # how a form ends
SIGNATURES = 16  # four harmony classes times four endings
_VOICING = {"p": "b", "ç": "c", "t": "d", "k": "ğ", "g": "ğ"}
_CAPITALS = frozenset("AIDCK")
_LETTERS = frozenset("abcçdefgğhıijklmnoöprsştuüvyz")


@dataclass(frozen=True, slots=True)
class Sound:
    """One letter of a template: ``buffer`` letters stand only where hiatus or a cluster asks for them."""

    letter: str
    buffer: bool = False


def harmony_of(letters: str, default: int = 0) -> int:
    """The harmony class of the last vowel: 0 a ı, 1 e i, 2 o u, 3 ö ü."""
    for letter in reversed(letters):
        if letter in _CLASS:
            return _CLASS[letter]
    return default


def ending_of(letters: str) -> int:
    """VOWEL, LIQUID (l), VOICED or UNVOICED."""
    last = letters[-1:]
    if last in VOWELS:
        return VOWEL
    if last == "l":
        return LIQUID
    return UNVOICED if last in VOICELESS else VOICED


def signature_of(letters: str, harmony: int = -1) -> int:
    """All a suffix has to know of what stands before it, as a number below SIGNATURES.

    ``harmony`` is given for stems whose letters do not tell it (``saat`` takes front suffixes).
    """
    return (harmony_of(letters) if harmony < 0 else harmony) * 4 + ending_of(letters)


def sample_of(signature: int) -> str:
    """Two letters with this signature, to try a suffix on."""
    return _HIGH[signature // 4] + ("", "l", "m", "t")[signature % 4]


def sounds_of(template: str) -> tuple[Sound, ...]:
    """Read a template. Raises ValueError with the part that cannot be read."""
    sounds: list[Sound] = []
    rest = template
    while rest:
        if rest[0] == "(":
            inside, closed, rest = rest[1:].partition(")")
            if not closed or inside not in ("y", "s", "n", "ş", "I", "A"):
                raise ValueError(f"({inside}")
            sounds.append(Sound(inside, buffer=True))
            continue
        if rest[0] not in _CAPITALS and rest[0] not in _LETTERS:
            raise ValueError(rest[0])
        sounds.append(Sound(rest[0]))
        rest = rest[1:]
    return tuple(sounds)


def joined(before: str, sounds: Sequence[Sound]) -> str:
    """``before`` with the suffix; a last ``K`` stays until what follows is known (`settled`)."""
    out = before
    for sound in sounds:
        letter = sound.letter
        after_vowel = out[-1:] in VOWELS
        if sound.buffer and (letter in "IA") == after_vowel:
            continue
        if letter == "A":
            letter = _LOW[harmony_of(out)]
        elif letter == "I":
            letter = _HIGH[harmony_of(out)]
        elif letter in "DC":
            voiceless = out[-1:] in VOICELESS or out.endswith("K")
            letter = {"D": "dt", "C": "cç"}[letter][voiceless]
        if out.endswith("K"):
            out = settled(out, before_vowel=letter in VOWELS)
        out += letter
    return out


def settled(form: str, *, before_vowel: bool) -> str:
    """A last ``K`` as k or ğ."""
    return form[:-1] + ("ğ" if before_vowel else "k") if form.endswith("K") else form


def voiced(stem: str) -> str:
    """The stem before a vowel: ``kitap`` → ``kitab``, ``renk`` → ``reng``."""
    if stem.endswith("nk"):
        return stem[:-1] + "g"
    return stem[:-1] + _VOICING.get(stem[-1:], stem[-1:])


def without_last_vowel(stem: str) -> str:
    """``ağız`` → ``ağz``; a stem without a vowel stays."""
    for at in range(len(stem) - 1, -1, -1):
        if stem[at] in VOWELS:
            return stem[:at] + stem[at + 1 :]
    return stem


def syllables(stem: str) -> int:
    """How many vowels the stem has."""
    return sum(letter in VOWELS for letter in stem)
