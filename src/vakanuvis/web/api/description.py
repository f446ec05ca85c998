"""The API described for programs: OpenAPI 3.1, made of the table that its routes are made of.

In:  a visit to ``/api/openapi.json``.
Out: the description, worded in the language of the visit.
"""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from vakanuvis.export.tongue import Tongue
from vakanuvis.version import VERSION
from vakanuvis.web.answers import FORMS, sent, written
from vakanuvis.web.api.endpoints import Endpoint, endpoints
from vakanuvis.web.api.parameters import Parameter
from vakanuvis.web.api.schemas import AT, schemas
from vakanuvis.web.api.trying import JSON, PLAIN
from vakanuvis.web.tongues import PREFIXES, tongues
from vakanuvis.web.visits import Visit

PROBLEMS = "application/problem+json"
ALWAYS = (500,)


def openapi(visit: Visit) -> Response:
    """The description as it is sent."""
    return sent(visit.request, _written(visit.tongue.code), FORMS["json"])


@cache
def _written(code: str) -> str:
    """The description in a language: the same for all visits."""
    return written("json", (), description(tongues()[code]))


def description(tongue: Tongue) -> dict[str, Any]:
    """The description."""
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in endpoints():
        paths.setdefault(endpoint.path, {})[endpoint.verb] = _operation(endpoint, tongue)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": tongue.say("Vakanüvis okuma odası"),
            "version": VERSION,
            "description": tongue.say("Kayıt defterinin soruları, haberlerin kayıtları ve Dene, JSON olarak."),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": PREFIXES[tongue.code] or "/"}],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {"reviewer": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(endpoint: Endpoint, tongue: Tongue) -> dict[str, Any]:
    answer = {"schema": {"$ref": f"{AT}{endpoint.answer}"}}
    told: dict[str, Any] = {
        "operationId": endpoint.name,
        "summary": endpoint.words(tongue.code),
        "parameters": [_parameter(parameter, tongue) for parameter in endpoint.parameters],
        "responses": {
            "200": {"description": HTTPStatus.OK.phrase, "content": {"application/json": answer}},
            **{str(status): _refusal(status) for status in (*endpoint.refusals, *ALWAYS)},
        },
    }
    if endpoint.sends:
        content: dict[str, Any] = {JSON: {"schema": {"$ref": f"{AT}{endpoint.sends}"}}}
        if endpoint.name == "try":
            content[PLAIN] = {"schema": {"type": "string"}}
        told["requestBody"] = {"required": True, "content": content}
    if 401 in endpoint.refusals:
        told["security"] = [{"reviewer": []}]
    return told


def _refusal(status: int) -> dict[str, Any]:
    content = {PROBLEMS: {"schema": {"$ref": f"{AT}Problem"}}}
    return {"description": HTTPStatus(status).phrase, "content": content}


def _parameter(parameter: Parameter, tongue: Tongue) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": parameter.name,
        "in": "path" if parameter.in_path else "query",
        "required": parameter.in_path,
        "description": tongue.say(parameter.about),
        "schema": parameter.schema(),
    }
    return told if parameter.example is None else {**told, "example": parameter.example}
