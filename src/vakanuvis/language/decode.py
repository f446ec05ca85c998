"""From scores to structures: one tree for a sentence, one sequence of entity labels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# More than any sum of arc scores can differ by, so that the best tree has as few roots as can be: one.
_ROOT_PENALTY = 1e5
_NEVER = -1e9


def best_tree(scores: Floats) -> Ints:
    """Heads of the best tree with one root: Chu-Liu/Edmonds.

    ``scores[i, 0]`` is the score of word i as the root, ``scores[i, j + 1]`` that of the arc from word j to word i. The
    answer holds -1 for the root.
    """
    count = len(scores)
    if count <= 1:
        return np.full(count, -1, np.int64)
    greedy = scores.copy()
    greedy[np.arange(count), np.arange(count) + 1] = _NEVER
    heads: Ints = greedy.argmax(axis=1).astype(np.int64) - 1
    if (heads < 0).sum() == 1 and _find_cycle(heads + 1) is None:
        return heads
    square = np.full((count + 1, count + 1), _NEVER)
    square[1:, :] = scores
    square[1:, 0] -= _ROOT_PENALTY
    np.fill_diagonal(square, _NEVER)
    return _chu_liu_edmonds(square)[1:] - 1


def _find_cycle(heads: Ints) -> list[int] | None:
    """A cycle among words 1…n whose heads (0 is the root above all) are given, if there is one."""
    state = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        path = []
        node = start
        while node and not state[node]:
            state[node] = start
            path.append(node)
            node = int(heads[node - 1])
        if node and state[node] == start:
            return path[path.index(node) :]
    return None


def _chu_liu_edmonds(scores: npt.NDArray[np.float64]) -> Ints:
    """Heads by ``scores[dependent, head]``; node 0 is the root. Contracts one cycle at a time."""
    heads: Ints = scores.argmax(axis=1).astype(np.int64)
    heads[0] = 0
    cycle = _find_cycle(heads[1:])
    if cycle is None:
        return heads
    inside = np.array(sorted(cycle))
    outside = np.array([node for node in range(len(scores)) if node not in set(cycle)])
    within = scores[inside, heads[inside]]
    # The contracted node stands last. Entering it breaks one arc of the cycle; leaving it may start anywhere in it.
    entering = scores[np.ix_(inside, outside)] - within[:, None]
    leaving = scores[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    small[0, :] = _NEVER
    shrunk = _chu_liu_edmonds(small)
    for position, node in enumerate(outside[1:], 1):
        above = int(shrunk[position])
        heads[node] = outside[above] if above < len(outside) else inside[leaving[position].argmax()]
    above = int(shrunk[-1])
    entered = int(entering[:, above].argmax())
    heads[inside[entered]] = outside[above]
    return heads


def relation_scores(dependents: Floats, heads: Floats, weights: Floats) -> Floats:
    """Score of every relation for each pair of rows; ``weights`` is [dependent + 1, relation, head + 1]."""
    ones = np.ones((len(dependents), 1), np.float32)
    left = np.concatenate([dependents, ones], axis=1)
    right = np.concatenate([heads, ones], axis=1)
    rows, relations, columns = weights.shape
    halfway = (left @ weights.reshape(rows, relations * columns)).reshape(-1, relations, columns)
    scores: Floats = np.matmul(halfway, right[:, :, None])[:, :, 0]
    return scores


def allowed_labels(labels: Sequence[str]) -> Floats:
    """0 where one BIO label may follow another, else a score that is never chosen. The last row is the beginning."""
    moves = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            for row, before in enumerate([*labels, "O"]):
                if before[2:] != label[2:] or before == "O":
                    moves[row, column] = _NEVER
    return moves


def best_labels(scores: Floats, moves: Floats) -> Ints:
    """The best allowed sequence of entity labels of one sentence (Viterbi)."""
    greedy: Ints = scores.argmax(axis=1).astype(np.int64)
    if moves[-1, greedy[0]] == 0 and (moves[greedy[:-1], greedy[1:]] == 0).all():
        return greedy
    best = scores[0] + moves[-1]
    back = np.zeros(scores.shape, np.int64)
    for place in range(1, len(scores)):
        steps = best[:, None] + moves[:-1]
        back[place] = steps.argmax(axis=0)
        best = steps.max(axis=0) + scores[place]
    labels = np.zeros(len(scores), np.int64)
    labels[-1] = best.argmax()
    for place in range(len(scores) - 1, 0, -1):
        labels[place - 1] = back[place, labels[place]]
    return labels
