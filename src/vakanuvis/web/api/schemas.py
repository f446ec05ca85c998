"""What the API answers with, as JSON Schema: read from the types of the answers and from the contract of a reading.

In:  dataclasses, ``export/reading.schema.json``.
Out: schemas by name, as OpenAPI 3.1 takes them (``#/components/schemas/…``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from vakanuvis.export.contract import reading_schema
from vakanuvis.store.answers import ANSWERS, Answer
from vakanuvis.web.api.deciding import FIELDS as FIELDS_OF_DECISION
from vakanuvis.web.api.deciding import VERDICTS
from vakanuvis.web.api.trying import FIELDS

AT = "#/components/schemas/"
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_TEXT: Mapping[str, Any] = {"type": "string"}


@cache
def schemas() -> Mapping[str, Any]:
    """All schemas of the API."""
    rows = {kind.__name__: _row(kind) for kind in ANSWERS.values()}
    pages = {f"{name}Page": _page(name) for name in rows}
    return {**rows, **pages, **_OWN, **_reading()}


def _row(kind: type[Answer]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "required": names,
        "properties": {name: {"type": _types(hints[name])} for name in names},
        "additionalProperties": False,
    }


def _types(hint: Any) -> str | list[str]:
    told = [_TYPES[one] for one in get_args(hint) or (hint,)]
    return told[0] if len(told) == 1 else told


def _page(name: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["rows", "next", "more"],
        "properties": {
            "rows": {"type": "array", "items": {"$ref": f"{AT}{name}"}},
            "next": {"type": ["string", "null"], "description": "The address of the next page."},
            "more": {"type": "boolean", "description": "Whether there are rows that this page does not hold."},
        },
        "additionalProperties": False,
    }


def _reading() -> dict[str, Any]:
    """The contract's schema, its definitions moved to where OpenAPI keeps them."""
    whole = _moved(reading_schema())
    inner = whole.pop("$defs")
    whole.pop("$schema", None)
    return {"Reading": whole, **{_name(name): schema for name, schema in inner.items()}}


def _moved(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: f"{AT}{_name(inner.removeprefix('#/$defs/'))}" if key == "$ref" else _moved(inner)
            for key, inner in value.items()
        }
    return [_moved(inner) for inner in value] if isinstance(value, list) else value


def _name(definition: str) -> str:
    return f"reading.{definition}"


_OWN: Mapping[str, Any] = {
    "Verification": {
        "type": "object",
        "required": ["article", "sha256", "spans", "damage"],
        "properties": {
            "article": _TEXT,
            "sha256": _TEXT,
            "spans": {"type": "integer", "description": "Places whose letters were compared with their checksum."},
            "damage": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["record", "what"],
                    "properties": {"record": {}, "what": _TEXT},
                },
            },
        },
    },
    "Questions": {
        "type": "object",
        "required": ["questions"],
        "properties": {
            "questions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["name", "about", "address", "filters", "keys", "columns"],
                    "properties": {
                        **dict.fromkeys(("name", "about", "address"), _TEXT),
                        **{name: {"type": "array", "items": _TEXT} for name in ("filters", "columns")},
                        "keys": {
                            "type": "array",
                            "description": "The sets of filters it is asked by; the empty one asks for all.",
                            "items": {"type": "array", "items": _TEXT},
                        },
                    },
                },
            }
        },
    },
    "Article": {
        "type": "object",
        "required": ["text"],
        "properties": {name: {"type": "string" if name == "text" else ["string", "null"]} for name in FIELDS},
        "additionalProperties": False,
    },
    "Decision": {
        "type": "object",
        "required": ["verdict"],
        "properties": {
            **{name: {"type": "string"} for name in FIELDS_OF_DECISION if name not in ("verdict", "n")},
            "verdict": {"type": "string", "enum": list(VERDICTS)},
            "n": {"type": "integer", "minimum": 0, "description": "The decision that `undo` takes back."},
        },
        "additionalProperties": False,
    },
    "Decided": {
        "type": "object",
        "required": ["decisions"],
        "properties": {"decisions": {"type": "array", "items": {"type": "integer"}}},
    },
    "Problem": {
        "type": "object",
        "description": "Problem details (RFC 9457).",
        "required": ["type", "title", "status", "code", "remedy"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string", "description": "What is wrong, in the language of the address."},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What is wrong in this request."},
            "code": {"type": "string", "description": "As the page of the API explains it."},
            "remedy": {"type": "string", "description": "What to do."},
        },
    },
}
