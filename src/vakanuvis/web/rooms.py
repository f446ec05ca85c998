"""What all visits of a room share.

In:  the book, its settings, and what was read once at the start.
Out: a Room. Nothing in it changes but the connections that are lent, and the catalogue as the book grows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from vakanuvis.lexicon.plover import Plover
from vakanuvis.settings import RoomSettings
from vakanuvis.web.cataloguing import Catalogue
from vakanuvis.web.connections import Connections
from vakanuvis.web.reviewers import Reviewers
from vakanuvis.web.tongues import States
from vakanuvis.web.trial import Trial


@dataclass(frozen=True, slots=True)
class Room:
    """``codes`` is PLOVER's codebook, ``states`` what states are called, ``lexicon_places`` where each entry stands.

    ``reviewers``: who may decide; None where the room only reads.
    """

    book: Path
    settings: RoomSettings
    connections: Connections
    templates: Environment
    codes: Plover
    states: States
    lexicon_places: Mapping[str, str]
    catalogue: Catalogue
    trial: Trial
    reviewers: Reviewers | None = None
