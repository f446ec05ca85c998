"""Where the nodes of a network stand: those that have much with each other near each other.

In:  how many nodes, and edges with weights.
Out: a place for each node in the unit square; the same for the same network, always.

Springs and repulsion after Fruchterman and Reingold (1991), from a circle instead of from random places.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

STEPS = 110
"""After that the places of fifty nodes move by less than a point of the drawing."""
FIRST_STEP = 0.12
# Keeps parts that no edge ties from drifting to the rim.
GRAVITY = 2.0

Places = NDArray[np.float64]


@lru_cache(maxsize=64)  # the same drawing is asked for again with every line that is chosen
def places(nodes: int, edges: tuple[tuple[int, int, float], ...]) -> Places:
    """Coordinates between 0 and 1, one row for each node."""
    if nodes < 2:
        return np.full((nodes, 2), 0.5)
    pull = np.zeros((nodes, nodes))
    for one, other, weight in edges:
        pull[one, other] = pull[other, one] = max(pull[one, other], weight)
    if pull.max() > 0:
        # What has a hundred times the records shall not stand a hundred times as near.
        pull = np.log1p(pull) / np.log1p(pull.max())
    angles = np.arange(nodes) * (2 * np.pi / nodes)
    found = 0.5 + 0.4 * np.column_stack((np.cos(angles), np.sin(angles)))
    ideal = (1 / nodes) ** 0.5
    for step in range(STEPS):
        between = found[:, None, :] - found[None, :, :]
        far = np.maximum(np.sqrt((between**2).sum(axis=2)), 1e-6)
        force = ideal**2 / far**2 - pull * far / ideal
        np.fill_diagonal(force, 0)
        move = (between * force[:, :, None]).sum(axis=1) - GRAVITY * (found - 0.5)
        length = np.maximum(np.sqrt((move**2).sum(axis=1, keepdims=True)), 1e-9)
        found += move / length * np.minimum(length, FIRST_STEP * (1 - step / STEPS))
    low, high = found.min(axis=0), found.max(axis=0)
    spread: Places = (found - low) / np.maximum(high - low, 1e-9)
    return spread
