"""Examples of the model of sense: judged differences, to which those like them are drawn.

They are the support vectors of a regression with a Gaussian kernel (Drucker et al. 1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Singles: TypeAlias = npt.NDArray[np.float32]
Doubles: TypeAlias = npt.NDArray[np.float64]
Numbers: TypeAlias = npt.NDArray[np.uint16]

_AT_A_TIME = 512  # Examples that a difference is compared with at once; all need much memory.


@dataclass(frozen=True, slots=True)
class Examples:
    """Differences with known features, and how much each adds to the score of one like it.

    Most features of a difference are 0, so that only the others are kept.

    Attributes:
        row: Example of each value that is not 0, in order, shape (cells,).
        column: Its feature, shape (cells,).
        cells: The value, shape (cells,).
        weights: Shape (examples,).
        scale: Factor of each feature, shape (features,). The score fades with the squared distance
            of scaled values: to 1/e at a distance of 1.
    """

    row: Numbers
    column: Numbers
    cells: Singles
    weights: Singles
    scale: Singles

    @classmethod
    def of(cls, values: Singles, weights: Singles, scale: Singles) -> Examples:
        """Return examples whose features have these values, shape (examples, features)."""
        row, column = np.nonzero(values)
        cells = values[row, column]
        return cls(row.astype(np.uint16), column.astype(np.uint16), cells, weights, scale)

    def scores(self, values: Doubles) -> Doubles:
        """Return the score of each row of feature values, shape (rows,)."""
        if not len(self.weights):
            return np.zeros(len(values))
        rows: Singles = values.astype(np.float32) * self.scale
        sizes = (rows * rows).sum(1)[:, None]
        scores = np.zeros(len(rows), np.float32)
        for start in range(0, len(self.weights), _AT_A_TIME):
            scaled = self._scaled(start, start + _AT_A_TIME)
            near: Singles = rows @ scaled.T
            near *= 2  # In place: each array is larger than everything else.
            near -= np.einsum("ij,ij->i", scaled, scaled)
            near -= sizes
            scores += np.exp(near, out=near) @ self.weights[start : start + _AT_A_TIME]
        return scores.astype(np.float64)

    def _scaled(self, start: int, stop: int) -> Singles:
        """Return the scaled values of some examples, shape (examples, features)."""
        first, last = np.searchsorted(self.row, [start, stop])
        column = self.column[first:last]
        scaled = np.zeros((min(stop, len(self.weights)) - start, len(self.scale)), np.float32)
        scaled[self.row[first:last] - start, column] = self.cells[first:last] * self.scale[column]
        return scaled


NO_EXAMPLES = Examples.of(*(np.zeros(shape, np.float32) for shape in ((0, 0), 0, 0)))


def write_examples(examples: Examples) -> bytes:
    """Return the file that ``read_examples`` reads."""
    file = BytesIO()
    np.savez_compressed(
        file,
        counts=np.bincount(examples.row, minlength=len(examples.weights)).astype(np.uint8),
        columns=examples.column,
        values=examples.cells,
        weights=examples.weights,
        scale=examples.scale,
    )
    return file.getvalue()


def read_examples(file: bytes) -> Examples:
    """Return the examples in a file."""
    with np.load(BytesIO(file)) as stored:
        counts, weights, scale = stored["counts"], stored["weights"], stored["scale"]
        row = np.repeat(np.arange(len(weights), dtype=np.uint16), counts)
        return Examples(row, stored["columns"], stored["values"], weights, scale)
