"""Judgements about facts: they are added beside the facts and never change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.span import Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """A later decision about what was read: ``contradiction`` or ``same`` (a misspelt name tied to its bearer)."""

    kind: Literal["contradiction", "same"]
    about: tuple[Span, ...]
    text: str
    because: tuple[str, ...] = ()
