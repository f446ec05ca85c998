"""Pairs of what was wanted and what was found.

In:  how well each wanted thing fits each found one.
Out: the one-to-one pairs with the greatest sum of fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NEVER = float("inf")


def best_pairs(fits: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Rows paired with columns so that the sum of fits is greatest; a fit of 0 is no pair.

    The Hungarian method with potentials, cubic in the number of things in one article.
    """
    rows, columns = len(fits), len(fits[0]) if fits else 0
    if rows > columns:
        turned = best_pairs([[fits[row][column] for row in range(rows)] for column in range(columns)])
        return sorted((row, column) for column, row in turned)
    row_of = [0] * (columns + 1)  # 1-based; 0 is nobody
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    for row in range(1, rows + 1):
        path = _cheapest_path(fits, row, row_of, row_price, column_price)
        for column, before in pairwise(path):
            row_of[column] = row_of[before] if before else row
    pairs = [(row_of[column] - 1, column - 1) for column in range(1, columns + 1) if row_of[column]]
    return sorted((row, column) for row, column in pairs if fits[row][column] > 0)


def _cheapest_path(
    fits: Sequence[Sequence[float]],
    row: int,
    row_of: list[int],
    row_price: list[float],
    column_price: list[float],
) -> list[int]:
    """Columns from a free one back to 0: along them every row moves on by one, so that ``row`` finds room."""
    columns = len(column_price) - 1
    row_of[0] = row
    cost, came_from, seen = [NEVER] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    at = 0
    while row_of[at]:
        seen[at] = True
        here = row_of[at]
        for column in range(1, columns + 1):
            if not seen[column]:
                step = -fits[here - 1][column - 1] - row_price[here] - column_price[column]
                if step < cost[column]:
                    cost[column], came_from[column] = step, at
        following = min((column for column in range(1, columns + 1) if not seen[column]), key=cost.__getitem__)
        gain = cost[following]
        for column in range(columns + 1):
            if seen[column]:
                row_price[row_of[column]] += gain
                column_price[column] -= gain
            else:
                cost[column] -= gain
        at = following
    path = [at]
    while path[-1]:
        path.append(came_from[path[-1]])
    return path
