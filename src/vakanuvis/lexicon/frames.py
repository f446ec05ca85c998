"""Event frames: which words tell which event, and where its sides stand.

In:  ``lexicon/words/event_frames/*.yaml`` (one file per PLOVER type), ``event_words.yaml``, ``event_modes.yaml``,
     ``contexts.yaml`` and ``postpositions.tsv``.
Out: a ``FrameLexicon``.

    Norveç, Moldova'ya yardım gönderdi.
    ~~~~~~  ~~~~~~~~~  ~~~~~~~~~~~~~~~
    subject -A         yardım gönder: AID
    (Norway sent aid to Moldova.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.files import read_yaml
from vakanuvis.lexicon.postpositions import read_postpositions

FOLDER = "event_frames"
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Turn = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "same", "none",
]  # fmt: skip
Being = Literal["person", "persons", "country", "organization", "group", "place", "delegation", "inside", "infinitive"]
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
CASES: Mapping[str, str] = {"-I": "Acc", "-A": "Dat", "-DA": "Loc", "-DAn": "Abl"}
SLOTS = frozenset(
    {
        "subject", "agent", "speaker", "object", "owner", "compound", "casualty", "condition", "any", "clause",
        "ile", "arasında", "hakkında", "aleyhine", "için", "-A karşı", "-A yönelik", "-A ilişkin", "ile ilgili",
        *CASES,
    }
)  # fmt: skip
PREFIXES = ("inner in ", "inner ", "outer ", "in ")
BY_CONTENT = "by content"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or must not) stand in a slot: one of ``words`` or something that ``is_`` of one of these kinds."""

    slot: str
    words: tuple[str, ...] = ()
    is_: tuple[Being, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class FrameExample:
    """A sentence that the frame must read; ``event`` is the file's type unless it says otherwise."""

    text: str
    event: EventType | None = None
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterExample:
    """A sentence in which the words tell no such event."""

    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of an event file. The fields are explained at the top of each file, in Turkish."""

    english: str
    examples: tuple[FrameExample, ...] = ()
    predicate: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    needs: tuple[Condition, ...] = ()
    refuses: tuple[Condition, ...] = ()
    light: tuple[str, ...] = ()
    only_light: bool = False
    agentless: bool = False
    future: Turn | None = None
    negated: Turn | None = None
    negated_mode: str | None = None
    inner_negated: Turn | None = None
    polarity: Literal["any", "negative"] = "any"
    tense: Literal["any", "future"] = "any"
    not_: tuple[CounterExample, ...] = ()
    at: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The predicates and the event nouns."""
        return self.predicate + self.noun


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that conditions name together, as ``@name``."""

    name: str
    meaning: str
    words: tuple[str, ...]
    at: str = ""


@dataclass(frozen=True, slots=True)
class ModeWords:
    """Words of a complement that tell the mode of an event."""

    event: EventType
    mode: str
    words: tuple[str, ...]
    at: str = ""


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Nouns that tell a PLOVER context."""

    context: str
    words: tuple[str, ...]
    at: str = ""


@dataclass(frozen=True, eq=False)
class FrameLexicon:
    """All that the lexicon knows about events. ``frames`` are pairs of PLOVER type and frame."""

    frames: tuple[tuple[str, Frame], ...]
    groups: Mapping[str, tuple[str, ...]]
    modes: tuple[ModeWords, ...]
    contexts: tuple[ContextWords, ...]
    postpositions: Mapping[str, str]

    @classmethod
    def read(cls, folder: Path) -> FrameLexicon:
        """Read what stands below the lexicon's ``folder``. Raises LexiconError."""
        words = folder / "words"
        groups = {group.name: group.words for group in read_yaml(words / "event_words.yaml", WordGroup)}
        frames = tuple(_frames(words / FOLDER, groups))
        return cls(
            frames,
            groups,
            read_yaml(words / "event_modes.yaml", ModeWords),
            read_yaml(words / "contexts.yaml", ContextWords),
            read_postpositions(folder),
        )

    def words_of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """``names`` with each ``@group`` replaced by its words."""
        out: list[str] = []
        for name in names:
            out.extend(self.groups[name[1:]] if name.startswith("@") else (name,))
        return tuple(out)


def _frames(folder: Path, groups: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Frame]]:
    for event in sorted(EVENT_TYPES):
        # Event types are ASCII: the file names are their small letters.
        path = folder / f"{event.translate(_SMALL)}.yaml"
        for frame in read_yaml(path, Frame):
            _check(frame, groups)
            yield event, frame


_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def _check(frame: Frame, groups: Mapping[str, tuple[str, ...]]) -> None:
    place = _place(frame.at)
    if not frame.words:
        raise LexiconError.missing_field(place, "predicate")
    if not frame.examples:
        raise LexiconError.no_examples(place, frame.words[0])
    if not (frame.actor or frame.sides or frame.recipient):
        raise LexiconError.missing_field(place, "actor")
    if frame.light and not frame.noun:
        raise LexiconError.missing_field(place, "noun")
    for field, names in (("actor", frame.actor), ("recipient", frame.recipient), ("sides", frame.sides)):
        for name in names:
            _check_slot(place, field, name)
    for condition in frame.needs + frame.refuses:
        _check_slot(_place(condition.at), "slot", condition.slot)
        for word in condition.words:
            if word.startswith("@") and word[1:] not in groups:
                raise LexiconError.wrong_value(_place(condition.at), "words", word, [f"@{name}" for name in groups])
    if frame.mode == BY_CONTENT and not (frame.predicate or frame.noun):
        raise LexiconError.missing_field(place, "predicate")


def _check_slot(place: str, field: str, name: str) -> None:
    base = name
    for prefix in PREFIXES:
        if name.startswith(prefix):
            base = name[len(prefix) :]
            break
    if base not in SLOTS:
        raise LexiconError.wrong_value(place, field, name, sorted(SLOTS))


def _place(at: str) -> str:
    name, _, line = at.rpartition(":")
    return f"{name}, satır {line}"
