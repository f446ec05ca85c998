"""Look for slips in the lexicon's files before a reader meets them.

In:  the lexicon's folder.
Out: every error found, each named with file, line and remedy, in Turkish first.

Two passes: the form of every file (UTF-8, YAML, columns), then whatever this room itself reads: each class here with
``read(folder)`` and each function ``read_…(folder)``. A new reader is found without being named anywhere.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

import vakanuvis.lexicon as room
from vakanuvis.errors import LexiconError
from vakanuvis.lexicon.places import lexicon_files

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def lexicon_errors(folder: Path) -> Iterator[LexiconError]:
    """All slips of the lexicon in ``folder``, each once."""
    told: set[str] = set()
    for error in (*_form_errors(folder), *_reader_errors(folder)):
        if str(error) not in told:
            told.add(str(error))
            yield error


def _form_errors(folder: Path) -> Iterator[LexiconError]:
    for path in lexicon_files(folder):
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            yield LexiconError.not_utf8(path.name)
            continue
        yield from _yaml_errors(path.name, text) if path.suffix == ".yaml" else _tsv_errors(path.name, text)


def _yaml_errors(name: str, text: str) -> Iterator[LexiconError]:
    try:
        yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}, satır {mark.line + 1 if mark else 1}"
        yield LexiconError.not_yaml(place, str(getattr(error, "problem", error)))


def _tsv_errors(name: str, text: str) -> Iterator[LexiconError]:
    header: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = [cell.strip() for cell in cells]
        elif len(cells) != len(header):
            yield LexiconError.wrong_columns(f"{name}, satır {number}", len(cells), header)


def _reader_errors(folder: Path) -> Iterator[LexiconError]:
    for read in _readers():
        try:
            read(folder)
        except LexiconError as error:
            yield error


def _readers() -> Iterator[Callable[[Path], object]]:
    for found in pkgutil.iter_modules(room.__path__):
        module = importlib.import_module(f"{room.__name__}.{found.name}")
        for name, value in vars(module).items():
            if getattr(value, "__module__", None) != module.__name__ or name.startswith("_"):
                continue
            read = getattr(value, "read", None)
            if inspect.isclass(value) and read is not None and _takes_a_folder(read):
                yield read
            elif name.startswith("read_") and _takes_a_folder(value):
                yield value


def _takes_a_folder(function: Any) -> bool:
    return callable(function) and list(inspect.signature(function).parameters) == ["folder"]
