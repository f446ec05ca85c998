"""How far apart two spellings are."""

from __future__ import annotations

from vakanuvis.text.letters import bare

# One slip in six letters, two in eight: `Sidrkov` for Sidorkov; shorter names differ by a letter
# and are still two names (Güler, Gülen).
ONE_SLIP = 5
TWO_SLIPS = 8


def distance(one: str, other: str, limit: int = 2) -> int:
    """Letters to add, drop, change or swap to make one into the other; ``limit`` + 1 where there are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)


def is_misspelt(word: str, right: str) -> bool:
    """True if ``word`` looks like ``right`` with a slip of the pen."""
    one, other = bare(word), bare(right)
    if one == other:
        return True
    if one[:1] != other[:1]:
        return False
    slips = 2 if min(len(one), len(other)) >= TWO_SLIPS else 1 if min(len(one), len(other)) >= ONE_SLIP else 0
    return slips > 0 and distance(one, other, slips) <= slips
