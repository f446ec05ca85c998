"""Read lexicon files strictly: every slip is named with file, line and remedy.

In:  a YAML file (a list of entries) or a TSV file (a header row, then rows) and the dataclass of its entries.
Out: a tuple of that dataclass. A dataclass with a field ``at: str`` gets the entry's place (``titles.yaml:12``) in it.

YAML is read as strings only: plain YAML would turn the Turkish word ``on`` (ten) into True and ``1.10`` into 1.1.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import yaml

from vakanuvis.errors import LexiconError

Entry = TypeVar("Entry")

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
YES = ("yes", "evet")
NO = ("no", "hayır")


def lexicon_folder() -> Path:
    """The lexicon of a checkout (its top folder) or of an installed wheel."""
    packed = Path(__file__).parent / "data"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "lexicon"


def read_text(path: Path) -> str:
    """A lexicon file's letters, without a byte order mark. Raises LexiconError where it is missing or not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise LexiconError.missing_file(path.name) from None
    except UnicodeDecodeError:
        raise LexiconError.not_utf8(path.name) from None


def read_yaml(path: Path, entry: type[Entry]) -> tuple[Entry, ...]:
    """Read a YAML list of entries. Raises LexiconError."""
    text = read_text(path)
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise LexiconError.not_yaml(_place(path, line), str(getattr(error, "problem", error))) from None
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise LexiconError.wrong_shape(_place(path, 1), path.name, "“- ” ile başlayan bir liste")
    return tuple(_entry(path, node, entry) for node in root.value)


def read_tsv(path: Path, entry: type[Entry]) -> tuple[Entry, ...]:
    """Read a TSV file whose first row names the fields; ``#`` begins a comment line. Raises LexiconError.

    In a field of type ``tuple[str, ...]`` the values are separated by ``;``.
    """
    return tuple(_rows(path, entry))


def _rows(path: Path, entry: type[Entry]) -> Iterator[Entry]:
    shape = _shape(entry)
    header: list[str] | None = None
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            for name in header:
                if name not in shape:
                    raise LexiconError.unknown_field(_place(path, number), name, list(shape))
            continue
        if len(cells) != len(header):
            raise LexiconError.wrong_columns(_place(path, number), len(cells), header)
        values: dict[str, Any] = {"at": f"{path.name}:{number}"} if "at" in _names(entry) else {}
        for name, cell in zip(header, cells, strict=True):
            kind = shape[name].type
            if get_origin(kind) is tuple:
                values[name] = tuple(part.strip() for part in cell.split(";") if part.strip())
            elif cell or shape[name].required:
                values[name] = _scalar(path, number, name, cell, kind)
        _check_missing(path, number, values, shape)
        yield entry(**values)


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    type: Any
    required: bool


def _shape_of(entry: Any) -> dict[str, _Field]:
    hints = get_type_hints(entry)
    # Python keywords cannot be field names: the lexicon's `not` is the dataclass's `not_`.
    return {
        field.name.rstrip("_"): _Field(
            hints[field.name],
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(entry)
        if field.name != "at"
    }


def _names_of(entry: Any) -> dict[str, str]:
    return {field.name.rstrip("_"): field.name for field in dataclasses.fields(entry)}


_shape: Callable[[Any], dict[str, _Field]] = cache(_shape_of)
_names: Callable[[Any], dict[str, str]] = cache(_names_of)


def _entry(path: Path, node: yaml.Node, entry: type[Entry]) -> Entry:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise LexiconError.wrong_shape(_place(path, line), "madde", "“alan: değer” satırlarından oluşan bir madde")
    shape = _shape(entry)
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        name, at = str(key.value), key.start_mark.line + 1
        if name not in shape:
            raise LexiconError.unknown_field(_place(path, at), name, list(shape))
        if name in lines:
            raise LexiconError.repeated(_place(path, at), name, f"satır {lines[name]}")
        lines[name] = at
        values[name] = _value(path, value, name, shape[name].type)
    _check_missing(path, line, values, shape)
    names = _names(entry)
    if "at" in names:
        values["at"] = f"{path.name}:{line}"
    return entry(**{names[name]: value for name, value in values.items()})


def _value(path: Path, node: yaml.Node, name: str, kind: Any) -> Any:
    line = node.start_mark.line + 1
    if get_origin(kind) in (types.UnionType, typing.Union):
        kind = next(part for part in get_args(kind) if part is not type(None))
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        if isinstance(node, yaml.ScalarNode) and not dataclasses.is_dataclass(inner):
            return (_value(path, node, name, inner),) if node.value.strip() else ()
        if not isinstance(node, yaml.SequenceNode):
            raise LexiconError.wrong_shape(_place(path, line), name, "bir liste")
        return tuple(_value(path, item, name, inner) for item in node.value)
    if dataclasses.is_dataclass(kind):
        return _entry(path, node, typing.cast(type, kind))
    if not isinstance(node, yaml.ScalarNode):
        raise LexiconError.wrong_shape(_place(path, line), name, "tek bir değer")
    return _scalar(path, line, name, node.value.strip(), kind)


def _scalar(path: Path, line: int, name: str, value: str, kind: Any) -> Any:
    if get_origin(kind) in (types.UnionType, typing.Union):
        kind = next(part for part in get_args(kind) if part is not type(None))
    if get_origin(kind) is typing.Literal:
        allowed = [str(item) for item in get_args(kind)]
        if value not in allowed:
            raise LexiconError.wrong_value(_place(path, line), name, value, allowed)
        return value
    if kind is bool:
        if value not in YES + NO:
            raise LexiconError.wrong_value(_place(path, line), name, value, [*YES, *NO])
        return value in YES
    if kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            raise LexiconError.wrong_shape(_place(path, line), name, "bir sayı") from None
    return value


def _check_missing(path: Path, line: int, values: dict[str, Any], shape: dict[str, _Field]) -> None:
    for name, field in shape.items():
        if field.required and (name not in values or values[name] in ("", ())):
            raise LexiconError.missing_field(_place(path, line), name)


def _place(path: Path, line: int) -> str:
    return f"{path.name}, satır {line}"
