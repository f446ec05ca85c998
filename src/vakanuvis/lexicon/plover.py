"""PLOVER 2.0 as the record needs it: which types, modes and contexts there are, and what they score.

In:  ``lexicon/codes/plover.yaml``.
Out: a ``Plover`` that knows every code.

    Merova Cumhurbaşkanı Davit Orel, Ardalya'yı ziyaret etti.      CONSULT visit, quad code 1, scale 4.0
                                                ~~~~~~~~~~~~
    (President Davit Orel of Merova visited Ardalya.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import lexicon_folder, read_yaml

FILE = Path("codes") / "plover.yaml"
LOWEST, HIGHEST = -10.0, 10.0
QUADS = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event was done. ``score`` is None where the codebook gives none."""

    mode: str
    turkish: str
    explanation: str
    example: str
    score: float | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """One code of the codebook. ``quad``, ``score``, ``needs_recipient`` and ``modes`` belong to events alone."""

    kind: Literal["quad", "event", "context", "sector"]
    code: str
    turkish: str
    explanation: str
    example: str = ""
    quad: int | None = None
    score: float | None = None
    needs_recipient: bool = False
    modes: tuple[Mode, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class Plover:
    """The codebook, by kind of code."""

    quads: Mapping[int, Code]
    events: Mapping[str, Code]
    contexts: Mapping[str, Code]
    sectors: Mapping[str, Code]

    @classmethod
    def read(cls, folder: Path) -> Plover:
        """Read the codebook below the lexicon's ``folder``. Raises LexiconError."""
        path = folder / FILE
        codes = read_yaml(path, Code)
        quads = _by_code(codes, "quad")
        for code in codes:
            _check(code)
        return cls(
            quads={int(name): code for name, code in quads.items()},
            events=_by_code(codes, "event"),
            contexts=_by_code(codes, "context"),
            sectors=_by_code(codes, "sector"),
        )

    def has(self, event: str, mode: str | None = None) -> bool:
        """True if there is such an event type and it has that mode (or none is asked for)."""
        return event in self.events and (mode is None or self.mode(event, mode) is not None)

    def mode(self, event: str, mode: str) -> Mode | None:
        """The mode of an event type, or None."""
        code = self.events.get(event)
        return next((item for item in code.modes if item.mode == mode), None) if code else None

    def quad_code(self, event: str) -> int:
        """1 and 2 are cooperation, 3 and 4 conflict; odd is verbal, even material."""
        quad = self.events[event].quad
        assert quad is not None  # read() lets no event without one pass.
        return quad

    def event_scale(self, event: str, mode: str | None = None) -> float | None:
        """The score of the mode, else of the type; None for a mode that the codebook leaves without a score."""
        if mode is None:
            return self.events[event].score
        found = self.mode(event, mode)
        return found.score if found else self.events[event].score


@cache
def plover() -> Plover:
    """The codebook of the lexicon that is installed with the library."""
    return Plover.read(lexicon_folder())


def _by_code(codes: Iterable[Code], kind: str) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for code in codes:
        if code.kind != kind:
            continue
        if code.code in found:
            raise LexiconError.repeated(_place(code.at), code.code, found[code.code].at)
        found[code.code] = code
    return found


def _check(code: Code) -> None:
    if code.kind == "quad" and code.code not in QUADS:
        raise LexiconError.wrong_value(_place(code.at), "code", code.code, list(QUADS))
    if code.kind in ("event", "context") and not code.example:
        raise LexiconError.no_examples(_place(code.at), code.code)
    if code.kind == "event":
        _check_event(code)
    elif code.modes or code.score is not None or code.quad is not None:
        raise LexiconError.wrong_value(_place(code.at), "kind", code.kind, ["event"])


def _check_event(code: Code) -> None:
    if code.quad is None:
        raise LexiconError.missing_field(_place(code.at), "quad")
    if str(code.quad) not in QUADS:
        raise LexiconError.wrong_value(_place(code.at), "quad", str(code.quad), list(QUADS))
    if code.score is None:
        raise LexiconError.missing_field(_place(code.at), "score")
    _check_score(code.at, code.score)
    seen: dict[str, str] = {}
    for mode in code.modes:
        if mode.mode in seen:
            raise LexiconError.repeated(_place(mode.at), mode.mode, seen[mode.mode])
        seen[mode.mode] = mode.at
        _check_score(mode.at, mode.score)


def _check_score(at: str, score: float | None) -> None:
    if score is not None and not LOWEST <= score <= HIGHEST:
        raise LexiconError.wrong_shape(_place(at), "score", f"{LOWEST:g} ile {HIGHEST:g} arasında bir sayı")


def _place(at: str) -> str:
    name, _, line = at.rpartition(":")
    return f"{name}, satır {line}"
