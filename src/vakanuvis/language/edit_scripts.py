"""Lemmas as edits of the word form, so that one network output covers words never seen.

    kitaplarını → kitap        l|5|    (lower case, drop five letters)
    kitabı      → kitap        l|2|p   (drop two, add p)
    Ankara'nın  → Ankara       ca|0|   (the part before the apostrophe, capitalised)

A script is ``letters[a]|cut|added``: ``l`` lower case, ``c`` capitalised, ``k`` kept as written.
"""

from __future__ import annotations

from vakanuvis.language.word_features import normalized
from vakanuvis.text import letters

_KINDS = ("l", "c", "k", "la", "ca", "ka")
LONGEST_LIST = len(_KINDS)
"""No lemma has more scripts than this."""


def _base(form: str, kind: str) -> str | None:
    if kind.endswith("a"):
        form, mark, _ = form.partition("'")
        if not mark or not form:
            return None
    if kind[0] == "l":
        return letters.lower(form)
    return letters.capitalized(form) if kind[0] == "c" else form


def scripts_for(form: str, lemma: str) -> list[str]:
    """Every script that makes ``lemma`` of ``form``, the one that training uses first."""
    form = normalized(form)
    found: list[tuple[int, str]] = []
    for kind in _KINDS:
        base = _base(form, kind)
        if base is None:
            continue
        shared = _shared_prefix(base, lemma)
        cut, added = len(base) - shared, lemma[shared:]
        found.append((cut + 2 * len(added), f"{kind}|{cut}|{added}"))
    found.sort(key=lambda pair: pair[0])  # stable: of equal costs, the order of _KINDS
    return [script for _, script in found]


def lemma_by(script: str, form: str) -> str:
    """The lemma that a script makes of a form; the form itself where the script does not fit."""
    kind, cut, added = script.split("|", 2)
    form = normalized(form)
    base = _base(form, kind)
    if base is None:
        base = _base(form, kind[0]) or form
    keep = len(base) - int(cut)
    if keep < 0:
        return base
    return base[:keep] + added or base


def _shared_prefix(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
