"""Examples of the model of sense: judged differences, to which those like them are drawn.

They are the support vectors of a regression with a Gaussian kernel (Drucker et al. 1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Singles: TypeAlias = npt.NDArray[np.float32]
Doubles: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)  # Without slots: cached properties need a ``__dict__``.
class Examples:
    """Differences with known features, and how much each adds to the score of one like it.

    Attributes:
        values: Values of their features, shape (examples, features).
        weights: Shape (examples,).
        scale: Factor of each feature, shape (features,). The score fades with the squared distance
            of scaled values: to 1/e at a distance of 1.
    """

    values: Singles
    weights: Singles
    scale: Singles

    def scores(self, values: Doubles) -> Doubles:
        """Return the score of each row of feature values, shape (rows,)."""
        if not len(self.weights):
            return np.zeros(len(values))
        rows: Singles = values.astype(np.float32) * self.scale
        near: Singles = rows @ self._scaled.T
        near *= 2  # In place: each array is larger than everything else.
        near -= self._sizes
        near -= (rows * rows).sum(1)[:, None]
        scores: Doubles = (np.exp(near, out=near) @ self.weights).astype(np.float64)
        return scores

    @cached_property
    def _scaled(self) -> Singles:
        return self.values * self.scale

    @cached_property
    def _sizes(self) -> Singles:
        sizes: Singles = (self._scaled * self._scaled).sum(1)
        return sizes


NO_EXAMPLES = Examples(*(np.zeros(shape, np.float32) for shape in ((0, 0), 0, 0)))


def write_examples(examples: Examples) -> bytes:
    """Return the file that ``read_examples`` reads: of the values, only those that are not 0."""
    row, column = np.nonzero(examples.values)
    file = BytesIO()
    np.savez_compressed(
        file,
        counts=np.bincount(row, minlength=len(examples.weights)).astype(np.uint8),
        columns=column.astype(np.uint16),
        values=examples.values[row, column],
        weights=examples.weights,
        scale=examples.scale,
    )
    return file.getvalue()


def read_examples(file: bytes) -> Examples:
    """Return the examples in a file."""
    with np.load(BytesIO(file)) as stored:
        weights, scale, counts = stored["weights"], stored["scale"], stored["counts"]
        values = np.zeros((len(weights), len(scale)), np.float32)
        row = np.repeat(np.arange(len(weights)), counts)
        values[row, stored["columns"]] = stored["values"]
    return Examples(values, weights, scale)
