"""Postpositions: words behind a noun group that tell its role."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vakanuvis.lexicon.files import read_tsv


@dataclass(frozen=True, slots=True)
class Postposition:
    """A printed form (``arasındaki``), the short name of its role (``arasında``) and an example of its use."""

    form: str
    role: str
    example: str
    at: str = ""


def read_postpositions(folder: Path) -> dict[str, str]:
    """Printed form → role, from ``words/postpositions.tsv``. Raises LexiconError."""
    return {entry.form: entry.role for entry in read_tsv(folder / "words" / "postpositions.tsv", Postposition)}
