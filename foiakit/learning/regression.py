"""Logistic regression with soft targets over sparse signs: small, deterministic, every weight one sign's.

scikit-learn's own takes neither soft targets ("statistics, also budget") nor a mask on the weights, so the loss is
written out here and scipy minimises it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

Array = np.ndarray[Any, np.dtype[np.float64]]


def softmax(scores: Array) -> Array:
    """Rows of scores as rows of probabilities."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    normal: Array = powers / powers.sum(axis=1, keepdims=True)
    return normal


def fit(
    inputs: Any, targets: Array, weights: Array, penalty: float, *, mask: Array | None = None, rounds: int = 150
) -> tuple[Array, Array]:
    """Weights (inputs x classes) and a bias for each class that minimise the cross-entropy.

    Args:
        inputs: Rows of inputs, sparse or dense.
        targets: A distribution over the classes for each row.
        weights: How much each row counts.
        penalty: Of the squared weights; the biases are free.
        mask: 0 where a weight must stay zero.
    """
    if not sparse.issparse(inputs):
        inputs = np.asarray(inputs)
    columns, classes = inputs.shape[1], targets.shape[1]
    flipped = inputs.T.tocsr() if sparse.issparse(inputs) else inputs.T
    counted = weights[:, None]

    def loss(flat: Array) -> tuple[float, Array]:
        matrix, bias = flat[: columns * classes].reshape(columns, classes), flat[columns * classes :]
        chances = softmax(inputs @ matrix + bias)
        value = -(counted * targets * np.log(chances + 1e-12)).sum() + 0.5 * penalty * (matrix**2).sum()
        error = counted * (chances - targets)
        slope = flipped @ error + penalty * matrix
        if mask is not None:
            slope = slope * mask
        return float(value), np.concatenate([slope.ravel(), error.sum(axis=0)])

    best = minimize(
        loss,
        np.zeros(columns * classes + classes),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": rounds, "maxcor": 8},
    ).x
    return best[: columns * classes].reshape(columns, classes), best[columns * classes :]


def fit_yes_no(inputs: Any, chances: Array, weights: Array, penalty: float, rounds: int = 150) -> tuple[Array, float]:
    """Weights and bias of the log-odds of a yes, from the chance of a yes in each row."""
    matrix, bias = fit(inputs, np.stack([1 - chances, chances], axis=1), weights, 2 * penalty, rounds=rounds)
    return matrix[:, 1] - matrix[:, 0], float(bias[1] - bias[0])
