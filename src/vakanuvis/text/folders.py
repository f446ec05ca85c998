"""Walk a folder for the files that hold articles, always in the same order.

In:  a folder.
Out: its files by name, those of inner folders in their place; then what was left out, in one message.

Hidden files and folders are passed over. Links are not followed: what they lead to lies in the folder anyway, or is
somebody else's.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from vakanuvis.errors import ArticleError, shown
from vakanuvis.text.kinds import kind_of

_MOST_ENDINGS = 8  # that a message tells


def files_in(root: Path) -> Iterator[Path | ArticleError]:
    """Every file below ``root`` of a kind that is read, and an error for what cannot be."""
    left_out: Counter[str] = Counter()
    nothing = True
    # Folders that are still to be read, the next one last: a hostile tree is deeper than Python calls itself.
    waiting: list[Path] = [root]
    while waiting:
        path = waiting.pop()
        if path.is_symlink() and path != root:
            left_out["a link"] += 1
        elif path.is_dir():
            try:
                inner = sorted((each for each in path.iterdir() if not each.name.startswith(".")), key=os.fsencode)
            except OSError as error:
                yield ArticleError.unreadable(shown(str(path)), error.strerror or str(error))
                continue
            waiting.extend(reversed(inner))
        elif kind_of(path.name):
            nothing = False
            yield path
        else:
            left_out[path.suffix or "without an ending"] += 1
    if left_out:
        most = [f"{shown(ending)} {number:,}" for ending, number in left_out.most_common(_MOST_ENDINGS)]
        rest = left_out.total() - sum(number for _, number in left_out.most_common(_MOST_ENDINGS))
        others = [f"others {rest:,}"] if rest else []
        yield ArticleError.left_out(shown(str(root)), ", ".join(most + others))
    elif nothing:
        yield ArticleError.empty(shown(str(root)))
