"""The house rules that a machine can hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "vakanuvis"
MODULES = sorted(SOURCE.rglob("*.py"))
CASE_CHANGERS = {"lower", "upper", "capitalize", "casefold", "title", "swapcase"}
LONGEST_MODULE = 300  # lines
REFUSED = {"utils", "helpers", "common", "base", "manager", "handler", "process", "data", "info"}


def names(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_only_letters_changes_case(path):
    if path == SOURCE / "text" / "letters.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in CASE_CHANGERS:
            on_str = isinstance(node.value, ast.Name) and node.value.id in ("letters",)
            called_without = node.attr == "title"  # article.title is a field
            assert on_str or called_without, f"{path.name}:{node.lineno} changes case; use text/letters.py"


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_a_module_fits_its_room(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_every_room_has_a_name_that_says_something(path):
    assert path.stem not in REFUSED
    assert not set(path.relative_to(SOURCE).parts[:-1]) & REFUSED


@pytest.mark.parametrize("path", [p for p in MODULES if "cli" not in p.parts], ids=names)
def test_the_library_never_prints(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"{path.name}:{node.lineno} prints"


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_nothing_reads_the_environment(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("environ", "getenv"), f"{path.name}:{node.lineno} reads the environment"


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
