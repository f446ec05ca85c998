"""Where each lexicon entry stands, so that a reason can lead to the line that a person would correct.

In:  the lexicon's folder.
Out: a mapping such as ``report_verbs:de`` → ``lexicon/words/report_verbs.yaml:12``.

An entry is called by the file's name and by what its first field (YAML) or first column (TSV) says; what the other
cells of a row say finds it too, unless a first column says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from vakanuvis.errors import LexiconError

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
ROOT = "lexicon"


def lexicon_places(folder: Path) -> dict[str, str]:
    """Every entry's key and its place, for all lexicon files below ``folder``. Raises LexiconError."""
    first: dict[str, str] = {}
    other: dict[str, str] = {}
    for path in lexicon_files(folder):
        shown = f"{ROOT}/{path.relative_to(folder).as_posix()}"
        entries = _yaml_entries(path) if path.suffix == ".yaml" else _tsv_entries(path)
        names = (path.stem, *path.relative_to(folder).parent.parts[1:])
        for line, key, others in entries:
            for name in names:
                first.setdefault(f"{name}:{key}", f"{shown}:{line}")
                for word in others:
                    other.setdefault(f"{name}:{word}", f"{shown}:{line}")
    return {**other, **first}


def lexicon_files(folder: Path) -> list[Path]:
    """All lexicon files below ``folder``, in order."""
    return sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".tsv"))


def _yaml_entries(path: Path) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    try:
        root = yaml.compose(path.read_text("utf-8-sig"), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path.name}, satır {mark.line + 1 if mark else 1}"
        raise LexiconError.not_yaml(place, str(getattr(error, "problem", error))) from None
    for node in root.value if isinstance(root, yaml.SequenceNode) else ():
        if isinstance(node, yaml.MappingNode) and node.value:
            fields = {key.value: value for key, value in node.value}
            # The codebook's entries begin with their kind and go by their code; all others go by their first field.
            name = "code" if node.value[0][0].value == "kind" else node.value[0][0].value
            words = list(_words(fields[name]))
            for number, word in enumerate(words):
                yield node.start_mark.line + 1, word, tuple(words[:number])


def _words(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode):
        yield str(node.value).strip()
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _words(item)


def _tsv_entries(path: Path) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    header = True
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if header:
            header = False
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        words = [word.strip() for cell in cells[1:] for word in cell.split(";") if word.strip()]
        yield number, cells[0], tuple(words)
