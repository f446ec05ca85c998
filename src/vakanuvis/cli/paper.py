"""What the verbs print on: colours where it is a terminal, plain lines of a fixed width where it is not."""

from __future__ import annotations

import sys
from typing import IO, NoReturn

from rich.console import Console

PLAIN_WIDTH = 110


class Paper(Console):
    """A rich console that takes letters as they are and leaves a broken pipe to ``quiet_pipe``."""

    def __init__(self, out: IO[str]) -> None:
        super().__init__(
            file=out,
            highlight=False,
            markup=False,
            emoji=False,
            width=None if out.isatty() else PLAIN_WIDTH,
        )

    def on_broken_pipe(self) -> NoReturn:
        """Rich would leave with exit code 1, which here means that articles were refused."""
        error = sys.exc_info()[1]
        raise error if isinstance(error, BrokenPipeError) else BrokenPipeError
