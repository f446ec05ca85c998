"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="The record book, such as kayit.db.")]
