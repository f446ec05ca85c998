"""Times and places as printed, with what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vakanuvis.record.span import Span

DateBasis = Literal["explicit", "relative", "publication", "none"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A printed time. ``edtf`` is EDTF level 1 or None where it cannot be resolved.

    ``basis``: ``explicit`` (the text gives it whole), ``relative`` (reckoned from the day of publication or from
    another date in the text). ``sentence`` is the index of the sentence it stands in.
    """

    span: Span
    sentence: int
    edtf: str | None
    basis: DateBasis
    because: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A printed place. ``country`` is ISO 3166-1 alpha-3 or None; ``name`` its dictionary form."""

    span: Span
    sentence: int
    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    because: str = ""
