"""Requests made by schemathesis from the API's own description, valid ones and invalid ones.

    python -m bench.hostile_requests BOOK.db [--examples 500]

Every answer must be one that the description promises: its status, its type, its schema; what the description does not
allow must be refused.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi import checks
from starlette.types import ASGIApp

from vakanuvis.web.app import room

HOST = "testserver"
"""What schemathesis calls the room."""
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
    checks.unsupported_method,
]
"""Filters that do not go together are refused, which OpenAPI cannot say: valid data are not always accepted."""


def operations(app: ASGIApp) -> Iterator[APIOperation]:
    """What the room over a book describes; it must answer to HOST."""
    described = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    return (found.ok() for found in described.get_all_operations())


def try_operation(operation: APIOperation, *, examples: int) -> None:
    """So many valid and as many invalid requests. Raises schemathesis's failure with the request that shows it."""
    quiet = settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck), derandomize=True
    )

    def check(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    for mode in schemathesis.GenerationMode:
        # An address without parameters cannot be asked wrongly.
        with suppress(Unsatisfiable):
            quiet(given(operation.as_strategy(generation_mode=mode))(check))()


def main() -> None:
    """Try a room over a book."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("record", type=Path)
    options.add_argument("--examples", type=int, default=500)
    asked = options.parse_args()
    failed = 0
    for operation in operations(room(asked.record, hosts=[HOST])):
        try:
            try_operation(operation, examples=asked.examples)
            print(f"{operation.label:44} as described")
        except Exception as error:
            failed += 1
            print(f"{operation.label:44} {type(error).__name__}: {error}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
