"""Turkish letters. The only place in the library that changes case.

Python's own ``lower()`` turns ``IĞDIR`` into ``iğdir`` and ``İZMİR`` into seven letters; these functions keep the
length and know that I pairs with ı and İ with i.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

_TO_LOWER = str.maketrans({"I": "ı", "İ": "i"})
_TO_UPPER = str.maketrans({"ı": "I", "i": "İ"})
# A tilde comes after every letter, so that "c~" follows "cz".
_SORTING = str.maketrans({"ç": "c~", "ğ": "g~", "ı": "h~", "ö": "o~", "ş": "s~", "ü": "u~"})
_PLAIN = str.maketrans("âîûÂÎÛ", "aiuAİU")
_ASCII = str.maketrans("çğıöşüâîû", "cgiosuaiu")
# Letters that Unicode does not take apart into a plain letter and a mark.
_WHOLE = str.maketrans({"đ": "dj", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "þ": "th"})


@lru_cache(maxsize=1 << 15)  # every room asks for the same words: a tenth of the reading time
def lower(text: str) -> str:
    """Lower case, the Turkish way; the length stays the same."""
    return _same_length(text.translate(_TO_LOWER), str.lower)


def upper(text: str) -> str:
    """Upper case, the Turkish way; the length stays the same."""
    return _same_length(text.translate(_TO_UPPER), str.upper)


def capitalized(text: str) -> str:
    """First letter upper, the rest lower case."""
    return upper(text[:1]) + lower(text[1:])


def without_hats(text: str) -> str:
    """``hâlâ`` → ``hala``: circumflexes come and go in news copy."""
    return text.translate(_PLAIN)


def folded(text: str) -> str:
    """For comparing: lower case, no circumflex."""
    return without_hats(lower(text))


def bare(text: str) -> str:
    """For comparing names across spellings: folded, Turkish letters as their ASCII neighbours."""
    return lower(text).translate(_ASCII)


def bare_text(text: str) -> str:
    """``bare`` of a whole text: nobody asks for it twice, so that it is not kept."""
    return lower.__wrapped__(text).translate(_ASCII)


@lru_cache(maxsize=1 << 15)
def unmarked(text: str) -> str:
    """For comparing foreign names: bare, and without the marks of other alphabets (``Vučić`` → ``vucic``)."""
    plain = bare(text)
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain.translate(_WHOLE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def sorting(text: str) -> str:
    """What sorts, as plain text, in the order of the Turkish alphabet: ç after all of c, ı before i."""
    return without_hats(lower(text)).translate(_SORTING)


def is_capitalized(text: str) -> bool:
    """True if the first letter is upper case."""
    return text[:1].isupper()


def is_all_capitals(text: str) -> bool:
    """True if the text has at least two letters and none of them is lower case."""
    return sum(c.isalpha() for c in text) > 1 and not any(c.islower() for c in text)


def _same_length(text: str, change: Callable[[str], str]) -> str:
    changed = change(text)
    if len(changed) == len(text):
        return changed
    # Rare letters grow when changed (ß → SS); those stay as they are.
    return "".join(letter if len(new := change(letter)) != 1 else new for letter in text)
