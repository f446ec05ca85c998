"""Answers as they are sent: with an ETag, and rows as JSON, CSV or JSON lines.

In:  text, or rows of a page.
Out: a response; an empty one (304) for who has it already.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response

HTML = "text/html; charset=utf-8"
FORMS = {
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
}
# A table program takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class FormConvertor(Convertor[str]):
    """The ending of an address that asks for another form than HTML."""

    regex = "|".join(sorted(FORMS, key=len, reverse=True))

    def convert(self, value: str) -> str:
        """As it is."""
        return value

    def to_string(self, value: str) -> str:
        """As it is."""
        return value


register_url_convertor("form", FormConvertor())


def sent(request: Request, text: str, media_type: str = HTML, *, status: int = 200) -> Response:
    """The text as a response that browsers keep and ask after."""
    body = text.encode("utf-8", "replace")
    tag = f'W/"{sha256(body).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept-Encoding"}
    known = request.headers.get("if-none-match", "")
    if status == 200 and tag in (one.strip() for one in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type)


def written(form: str, rows: Sequence[Mapping[str, Any]], whole: object = None) -> str:
    """Rows in one of the FORMS; in JSON ``whole`` stands for them where it is given."""
    if form == "json":
        return json.dumps(rows if whole is None else whole, ensure_ascii=False, indent=1) + "\n"
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return _csv(rows)


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
