"""What axe-core calls serious about the page that a browser shows."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

SERIOUS = ("serious", "critical")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}


@cache
def script() -> str:
    return files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")


def findings(browser) -> list[str]:
    """Each serious finding with the tag that shows it."""
    if not browser.tell("'axe' in window"):
        browser.tell(f"{script()}; 0")
    found = json.loads(
        browser.tell(f"axe.run(document, {json.dumps(RULES)}).then(told => JSON.stringify(told.violations))")
    )
    return [
        f"{one['id']}: {node['html'][:120]} ({node['failureSummary'][:160]})"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
