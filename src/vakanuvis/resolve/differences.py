"""Compare two readings of the same article: what appeared, what vanished, what changed.

In:  the readings of one article by two versions of the reader.
Out: Differences, each with the letters it is about.

    before: CONSULT (actual)     after: CONSULT (planned)     → changed: status
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from vakanuvis.record.reading import Reading

Layer = Literal["actors", "statements", "events", "agreements"]
LAYERS: tuple[Layer, ...] = ("actors", "statements", "events", "agreements")
Entry = Mapping[str, Any]
_SPANS = frozenset({"start", "end"})
# `because` names rules and lines of the lexicon, which may move while the record stays the same.
_PASSED_OVER = frozenset({"because", "id"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that two readings do not share. ``slots``: those that changed, with the value before and after.

    ``letters`` are those of the record, the newer one where there are two.
    """

    article: str
    layer: Layer
    how: Literal["appeared", "vanished", "changed"]
    letters: str
    slots: tuple[tuple[str, str, str], ...] = ()


def differences(before: Reading, after: Reading) -> Iterator[Difference]:
    """All differences, in the order of the layers and of the text. Both readings are of one text."""
    names = (_names(before), _names(after))
    for layer in LAYERS:
        yield from _of_layer(layer, (before, after), names)


def _of_layer(
    layer: Layer, readings: tuple[Reading, Reading], names: tuple[dict[str, str], ...]
) -> Iterator[Difference]:
    before, after = readings
    article, text = after["article"]["id"], after["article"]["text"]
    left = list(before[layer])
    for entry in after[layer]:
        other = _match(entry, left)
        if other is None:
            yield Difference(article, layer, "appeared", _letters(text, entry))
            continue
        left.remove(other)
        slots = tuple(_changed(other, entry, names, text))
        if slots:
            yield Difference(article, layer, "changed", _letters(text, entry), slots)
    for entry in left:
        yield Difference(article, layer, "vanished", _letters(text, entry))


def _names(reading: Reading) -> dict[str, str]:
    """What stands for an id when slots are compared: ids change with the letters, names do not."""
    text = reading["article"]["text"]
    names = {actor["id"]: actor["name"] for actor in reading["actors"]}
    return names | {told["id"]: _letters(text, told) for told in reading["statements"] + reading["events"]}


def _match(entry: Entry, others: list[Entry]) -> Entry | None:
    """The other reading's record of the same letters: the same id, or the most letters in common."""
    for other in others:
        if other["id"] == entry["id"]:
            return other
    best = max(others, key=lambda other: _overlap(_spans(entry), _spans(other)), default=None)
    return best if best is not None and _overlap(_spans(entry), _spans(best)) > 0 else None


def _spans(entry: Entry) -> list[tuple[int, int]]:
    """The letters that make the record what it is: content, predicate, name, or mentions."""
    if "content" in entry:
        found = entry["content"]
    elif "event_span" in entry:
        found = [entry["event_span"]]
    elif "start" in entry:
        found = [entry]
    else:
        found = entry["mentions"] or entry["titles"]
    return [(span["start"], span["end"]) for span in found]


def _overlap(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> int:
    return sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)


def _letters(text: str, entry: Entry) -> str:
    return " … ".join(text[start:end] for start, end in _spans(entry)[:3])


def _changed(
    before: Entry, after: Entry, names: tuple[dict[str, str], ...], text: str
) -> Iterator[tuple[str, str, str]]:
    for slot in after:
        if slot in _PASSED_OVER or slot in _SPANS:
            continue
        old, new = _value(before.get(slot), names[0], text), _value(after[slot], names[1], text)
        if old != new:
            yield slot, old, new


def _value(value: Any, names: dict[str, str], text: str) -> str:
    """A slot's value for comparing and for the eye: names for ids, letters with their places for spans."""
    if isinstance(value, list):
        return "; ".join(_value(each, names, text) for each in value)
    if isinstance(value, dict):
        if value.keys() >= _SPANS:
            told = f"{text[value['start'] : value['end']]} [{value['start']}–{value['end']}]"
            rest = {name: each for name, each in value.items() if name not in _SPANS | _PASSED_OVER | {"text"}}
            return f"{told} {rest}" if rest else told
        return str({name: each for name, each in value.items() if name not in _PASSED_OVER})
    return "" if value is None else names.get(str(value), str(value))
