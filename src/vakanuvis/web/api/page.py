"""The page that explains the API, made of the same table as its routes.

In:  a visit to ``/api``.
Out: the page; nothing on it is asked of another host.
"""

from __future__ import annotations

from collections.abc import Mapping

from vakanuvis.store.questions import questions
from vakanuvis.web.api.deciding import FIELDS as FIELDS_OF_DECISION
from vakanuvis.web.api.endpoints import endpoints
from vakanuvis.web.api.parameters import CURSORS
from vakanuvis.web.api.schemas import schemas
from vakanuvis.web.api.trying import FIELDS
from vakanuvis.web.pages import Answer
from vakanuvis.web.problems import EXPLAINED, STATUSES
from vakanuvis.web.visits import Visit

ASK_FOR: Mapping[str, Mapping[str, object]] = {
    "statements": {"of": "TUR", "from": "2024", "limit": 5},
    "events": {"event": "CONSULT", "limit": 5},
    "meetings": {"of": "TUR", "limit": 5},
    "offices": {"country": "TUR", "limit": 5},
    "agreements": {"of": "TUR", "limit": 5},
    "contradictions": {"limit": 5},
    "changes": {"from": "2024", "limit": 5},
    "articles": {"words": "bakan", "limit": 5},
    "actors": {"kind": "person", "limit": 5},
    "stories": {"limit": 5},
    "questions": {},
}
"""An address of each kind that any book answers."""


def explained(visit: Visit) -> Answer:
    """Every address with its parameters, its answer and an example; every code with its remedy."""
    examples = {name: visit.to(f"/api/{name}", **query) for name, query in ASK_FOR.items()}
    for article in visit.ask("home.latest", limit=1):
        examples |= {
            "reading": visit.to(f"/api/articles/{article['id']}"),
            "verification": visit.to(f"/api/articles/{article['id']}/verification"),
            "copies": visit.to("/api/copies", article=article["id"]),
        }
    shown = [
        {
            "endpoint": endpoint,
            "about": endpoint.words(visit.tongue.code),
            "parameters": [one for one in endpoint.parameters if one.name not in CURSORS],
            "asked_by": questions()[endpoint.name].keys if endpoint.name in questions() else (),
            "columns": _columns(endpoint.answer),
            "example": examples.get(endpoint.name),
        }
        for endpoint in endpoints()
    ]
    return Answer(
        "api.html",
        {
            "shown": shown,
            "codes": EXPLAINED,
            "statuses": STATUSES,
            "fields": FIELDS,
            "decision_fields": FIELDS_OF_DECISION,
            "longest": visit.room.settings.longest_try,
            "host": str(visit.request.base_url).rstrip("/"),
        },
    )


def _columns(answer: str) -> list[tuple[str, str]]:
    """Names and types of a page's rows, or of an answer's parts."""
    row = schemas().get(answer.removesuffix("Page"), {})
    return [(name, _type(schema)) for name, schema in row.get("properties", {}).items()]


def _type(schema: dict[str, object]) -> str:
    told = schema.get("type", "")
    return " | ".join(told) if isinstance(told, list) else str(told)
