"""Templates of the room. Everything that is no markup is escaped.

In:  a template in ``templates`` and its values.
Out: a page in the language of the visit.

Every template knows ``visit``, ``say`` (a Turkish text in the reader's language), ``to`` (an address in it) and the
filters ``date``, ``dated``, ``number``, ``state``, ``coded`` and ``shortened``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from vakanuvis.export import wording
from vakanuvis.export.tongue import Tongue
from vakanuvis.version import VERSION
from vakanuvis.web.asked import CONTRADICTIONS
from vakanuvis.web.assets import asset_address
from vakanuvis.web.headlines import LONGEST, headline
from vakanuvis.web.navigation import PAGES, entity_path, letters_path, outlet_path
from vakanuvis.web.reviewers import VERDICTS
from vakanuvis.web.visits import Visit

_IN_BRACKETS = re.compile(r"\((\d{4}[-\d]*(?:/(?:\d{4}[-\d]*|\.\.))?)\)")
RELATIONS = {"fullest": "en ayrıntılısı", "copy": "kopya", "rewrite": "yeniden yazım", "update": "güncelleme"}
"""How a telling of a story relates to the fullest one."""


@cache
def environment() -> Environment:
    """The templates with their filters."""
    made = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.update(
        asset=asset_address,
        entity_path=entity_path,
        outlet_path=outlet_path,
        letters_path=letters_path,
        navigation=PAGES,
        relations=RELATIONS,
        kinds=wording.STATEMENT_KINDS,
        statuses=wording.STATUSES,
        agreement_statuses=wording.AGREEMENT_STATUSES,
        bases=wording.DATE_BASES,
        disputed=CONTRADICTIONS,
        verdicts=VERDICTS,
        slot_names={**wording.SLOTS, "date": "tarih", "location": "yer"},
        version=VERSION,
    )
    made.filters.update(
        date=_date,
        dated=_dated,
        number=_number,
        state=_state,
        coded=_coded,
        event=_event,
        shortened=wording.shortened,
        headline=_headline,
        unpacked=json.loads,
    )
    return made


def rendered(visit: Visit, name: str, values: Mapping[str, Any]) -> str:
    """The template ``name`` with ``values``, as ``visit`` wants it."""
    return visit.room.templates.get_template(name).render(
        {"forms": False, **values, "visit": visit, "say": visit.tongue.say, "to": visit.to, "tongue": visit.tongue}
    )


def _template(name: str) -> str | None:
    file = files("vakanuvis.web").joinpath("templates", name)
    return file.read_text("utf-8") if file.is_file() else None


def _tongue(context: Context) -> Tongue:
    tongue: Tongue = context["tongue"]
    return tongue


@pass_context
def _date(context: Context, edtf: str | None) -> str:
    return _tongue(context).date(edtf)


@pass_context
def _dated(context: Context, text: str) -> str:
    """A text with the dates that it has in brackets in words: ``(2023-06-04/..)`` tells since when."""
    return _IN_BRACKETS.sub(lambda found: f"({_tongue(context).date(found[1])})", text)


@pass_context
def _number(context: Context, count: int) -> str:
    return _tongue(context).number(count)


@pass_context
def _state(context: Context, code: str | None) -> str:
    visit: Visit = context["visit"]
    return visit.room.states.name(code, visit.tongue) if code else ""


@pass_context
def _coded(context: Context, code: str, kind: str) -> str:
    """A code of PLOVER in words: ``kind`` is ``events``, ``contexts``, ``sectors`` or ``quads``."""
    visit: Visit = context["visit"]
    return visit.tongue.coded(getattr(visit.room.codes, kind).get(code)) or str(code)


@pass_context
def _event(context: Context, event: Mapping[str, Any]) -> str:
    """Type and mode of an event in words."""
    visit: Visit = context["visit"]
    return wording.event_words(event, visit.room.codes, visit.tongue.say)


def _headline(article: Mapping[str, Any], longest: int = LONGEST) -> str:
    """What to call an article of which ``title`` and ``beginning`` are known."""
    return headline(article["title"], article["beginning"], longest)
