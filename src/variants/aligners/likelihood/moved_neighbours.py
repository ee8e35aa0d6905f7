"""Unmatched sentences beside a moved passage, which may belong to it.

A sentence that is hardly similar to its partner is found where all sentences are in order, since
its neighbours show its place. In a moved passage, they do so too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.free_beads import MovedBead, find_free_beads, sentences_of
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.model import LikelihoodModel
from variants.aligners.likelihood.single_bead import OTHER, SEED, BeadScorer

_MOST = 4  # Sentences beside a moved bead that are considered, at most.


def complete_moved(
    model: LikelihoodModel,
    path: Path,
    moved: Sequence[MovedBead],
    found: Sequence[MovedBead],
    shapes: Shapes,
) -> list[MovedBead]:
    """Return moved beads, extended over unmatched sentences, and more beads beside them.

    Args:
        model: The model.
        path: The path, without the beads of which a moved passage has sentences.
        moved: Beads of moved passages.
        found: Other beads that were found among unmatched sentences.
        shapes: Shapes of beads.
    """
    return _Completion(model, path, [*moved, *found], shapes).of(moved) if moved else []


class _Completion:
    """Completes moved passages with the unmatched sentences beside them."""

    def __init__(
        self, model: LikelihoodModel, path: Path, found: Sequence[MovedBead], shapes: Shapes
    ) -> None:
        self._model = model
        self._shapes = shapes
        self._scorer = BeadScorer(model)
        alone = (np.flatnonzero(np.repeat(~path.paired, n)) for n in (path.heights, path.widths))
        self._lone = [
            set(model.constraints.free(side, numbers).tolist()) - taken
            for side, (numbers, taken) in enumerate(zip(alone, sentences_of(found), strict=True))
        ]

    def of(self, moved: Sequence[MovedBead]) -> list[MovedBead]:
        """Return the completed beads."""
        beads = list(moved)
        for direction in (1, -1):
            for bead in sorted(beads, key=lambda bead: direction * bead.seed.start):
                beads += self._following(bead, direction)
        return [self._extended(bead) for bead in beads]

    def _following(self, bead: MovedBead, direction: int) -> Iterator[MovedBead]:
        """Yield beads that follow a moved bead in one direction on both sides."""
        edges = _edges(bead, direction)
        near = [_run(edge, free, direction) for edge, free in zip(edges, self._lone, strict=True)]
        if not near[0] or not near[1]:
            return
        sides = np.array(sorted(near[0]), np.int64), np.array(sorted(near[1]), np.int64)
        found, _ = find_free_beads(self._model, sides, self._shapes, self._model.priors.unmatched)
        for each in found[::direction]:
            starts = [edge + direction for edge in _edges(each, -direction)]
            if starts != edges:
                return
            edges = _edges(each, direction)
            self._lone[SEED].difference_update(each.seed)
            self._lone[OTHER].difference_update(each.other)
            yield replace(each, confidence=bead.confidence * each.confidence)

    def _extended(self, bead: MovedBead) -> MovedBead:
        """Return a bead with the unmatched sentences beside it that it explains."""
        growing = self._scorer.bead(bead.seed, bead.other)
        sides = [bead.seed, bead.other]
        while True:
            options = [
                (growing.score_with(side, range(near, near + 1)), side, near)
                for side in (SEED, OTHER)
                for near in (sides[side].stop, sides[side].start - 1)
                if near in self._lone[side] and self._allows(_with(sides, side, near))
            ]
            if not options:
                break
            score, side, near = max(options)
            if score - growing.score <= self._model.priors.unmatched:
                break
            growing.add(side, range(near, near + 1))
            self._lone[side].remove(near)
            sides = _with(sides, side, near)
        return replace(bead, seed=sides[SEED], other=sides[OTHER])

    def _allows(self, sides: Sequence[range]) -> bool:
        """Return True if the constraints allow a bead of these sentences."""
        constraints = self._model.constraints
        return constraints.none or constraints.allows(sides[SEED], sides[OTHER])


def _with(sides: Sequence[range], side: int, near: int) -> list[range]:
    """Return the sentences of both sides, with one more that is beside those of its side."""
    larger = list(sides)
    larger[side] = range(min(near, sides[side].start), max(near + 1, sides[side].stop))
    return larger


def _edges(bead: MovedBead, direction: int) -> list[int]:
    """Return the sentence of each side just after a bead, or just before it."""
    return [run.stop if direction > 0 else run.start - 1 for run in (bead.seed, bead.other)]


def _run(start: int, lone: set[int], direction: int) -> list[int]:
    """Return the unmatched sentences from one on, a few at most."""
    found: list[int] = []
    while start in lone and len(found) < _MOST:
        found.append(start)
        start += direction
    return found
